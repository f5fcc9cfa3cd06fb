package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Splits the residuals of many bonds on one day into what features of the bonds explain, and the rest: a cross-sectional regression
 * by least squares with a constant.
 *
 * <pre>
 *   residualᵢ = constant + Σ effectⱼ · (featureⱼᵢ − mean of featureⱼ) + own partᵢ
 * </pre>
 *
 * <p>Features are what is known: coupon in percent, logarithm of the amount outstanding, basis points by which the bond's repo
 * rate lies below general collateral, years since issue. Immutable and safe for use by many threads.
 */
public final class ResidualEffects {

    private final List<String> names;
    private final double[] coefficients;
    private final double[] errors;
    private final double[][] parts;
    private final double[] own;
    private final double explained;

    private ResidualEffects(
            List<String> names,
            double[] coefficients,
            double[] errors,
            double[][] parts,
            double[] own,
            double explained) {
        this.names = names;
        this.coefficients = coefficients;
        this.errors = errors;
        this.parts = parts;
        this.own = own;
        this.explained = explained;
    }

    /**
     * Splits residuals.
     *
     * @param names what the features are called, at least one, all different
     * @param features a row a bond, a column a feature
     * @param residualsBp one a bond, in basis points of yield
     * @return the split
     * @throws InvalidInput if counts differ or a number is not finite
     * @throws InsufficientHistory if there are not at least three bonds more than features
     * @throws ZeroVariance if a feature is the same for all bonds, or follows from the others
     */
    public static ResidualEffects of(List<String> names, double[][] features, double[] residualsBp) {
        int count = names.size();
        int bonds = residualsBp.length;
        InvalidInput.unless(count >= 1 && names.stream().distinct().count() == count, "names", names, "different");
        InvalidInput.unless(features.length == bonds, "features", features.length + " rows", bonds + " rows");
        if (bonds < count + 3) {
            throw new InsufficientHistory("Effects on residuals, in bonds", bonds, count + 3);
        }
        double[][] centred = new double[bonds][];
        double[] means = new double[count];
        for (int i = 0; i < bonds; i++) {
            requireFinite("residual", residualsBp[i]);
            InvalidInput.unless(features[i].length == count, "features", features[i].length, "one a name, " + count);
            for (int j = 0; j < count; j++) {
                means[j] += requireFinite(names.get(j), features[i][j]) / bonds;
            }
        }
        double[] scatter = new double[count];
        for (int i = 0; i < bonds; i++) {
            centred[i] = new double[count];
            for (int j = 0; j < count; j++) {
                centred[i][j] = features[i][j] - means[j];
                scatter[j] += centred[i][j] * centred[i][j];
            }
        }
        for (int j = 0; j < count; j++) {
            scatter[j] = Math.sqrt(scatter[j]);
            if (!(scatter[j] > 1e-12 * Math.abs(means[j]) * Math.sqrt(bonds))) {
                throw new ZeroVariance("feature " + names.get(j), "effects on residuals");
            }
            for (double[] row : centred) {
                row[j] /= scatter[j];
            }
        }
        return regress(List.copyOf(names), centred, scatter, residualsBp);
    }

    private static ResidualEffects regress(
            List<String> names, double[][] standard, double[] scales, double[] residuals) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(1e-10);
        double[] beta;
        double[] errors;
        double explained;
        try {
            regression.newSampleData(residuals.clone(), standard);
            beta = regression.estimateRegressionParameters();
            errors = regression.estimateRegressionParametersStandardErrors();
            explained = regression.calculateTotalSumOfSquares() > 0 ? regression.calculateRSquared() : 0;
        } catch (MathIllegalArgumentException repeated) {
            throw new ZeroVariance("feature beyond what the others say", "effects on residuals");
        }
        int count = scales.length;
        double[][] parts = new double[residuals.length][count];
        double[] own = new double[residuals.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = residuals[i] - beta[0];
            for (int j = 0; j < count; j++) {
                parts[i][j] = beta[j + 1] * standard[i][j];
                own[i] -= parts[i][j];
            }
        }
        double[] coefficients = new double[count];
        double[] standardErrors = new double[count];
        for (int j = 0; j < count; j++) {
            coefficients[j] = beta[j + 1] / scales[j];
            standardErrors[j] = errors[j + 1] / scales[j];
        }
        return new ResidualEffects(names, coefficients, standardErrors, parts, own, Math.max(0, explained));
    }

    private static double requireFinite(String name, double value) {
        InvalidInput.unless(Math.abs(value) <= 1e100, name, value, "finite, at most 1e100 in size");
        return value;
    }

    /**
     * Returns what a feature is worth.
     *
     * @param effect its name
     * @return basis points of yield per unit of the feature
     * @throws InvalidInput if there is no such feature
     */
    public double coefficient(String effect) {
        return coefficients[place(effect)];
    }

    /**
     * Returns how well that is known.
     *
     * @param effect its name
     * @return the standard error, in basis points per unit of the feature
     * @throws InvalidInput if there is no such feature
     */
    public double standardError(String effect) {
        return errors[place(effect)];
    }

    /**
     * Returns how much of a bond's residual a feature explains, against the average bond.
     *
     * @param bond its place, from 0
     * @param effect the name of the feature
     * @return basis points
     * @throws InvalidInput if there is no such bond or feature
     */
    public double part(int bond, String effect) {
        InvalidInput.unless(bond >= 0 && bond < own.length, "bond", bond, "from 0 to " + (own.length - 1));
        return parts[bond][place(effect)];
    }

    /** {@return what the features do not explain of each bond, in basis points; adds up to zero} */
    public double[] ownParts() {
        return own.clone();
    }

    /** {@return the share of the residuals' variance that the features explain, from 0 to 1} */
    public double rSquared() {
        return explained;
    }

    private int place(String effect) {
        int place = names.indexOf(effect);
        InvalidInput.unless(place >= 0, "effect", effect, "one of " + names);
        return place;
    }

    /** {@return the effects as a table for a console} */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int j = 0; j < coefficients.length; j++) {
            lines.add(String.format(
                    Locale.ROOT, "%-16s %+.4f bp per unit, ± %.4f", names.get(j), coefficients[j], errors[j]));
        }
        lines.add(String.format(Locale.ROOT, "together %.1f %% of the variance", 100 * explained));
        return String.join("\n", lines);
    }
}
