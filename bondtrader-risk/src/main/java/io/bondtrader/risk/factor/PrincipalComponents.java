package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.internal.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The uncorrelated directions in which factors move, the strongest first.
 *
 * <p>The loadings of a component have length one; their sign is chosen so that they add up to something positive, or, where
 * the sum is as good as zero, so that the last one is positive. For the moves of a curve, in the order of its tenors, the
 * first three are called level, slope and curvature if their loadings change sign not at all, once and twice. Source:
 * Litterman and Scheinkman, <i>Common factors affecting bond returns</i>, Journal of Fixed Income 1 (1991). Immutable and
 * safe for use by many threads.
 */
public final class PrincipalComponents {

    /** Loadings smaller than this against the largest have no sign of their own. */
    private static final double NO_SIGN = 0.02;

    private final Covariance covariance;
    private final SymmetricEigen eigen;
    private final List<String> shapes;

    private PrincipalComponents(Covariance covariance, SymmetricEigen eigen) {
        this.covariance = covariance;
        this.eigen = eigen;
        List<String> names = new ArrayList<>();
        for (int c = 0; c < covariance.size(); c++) {
            names.add(shape(eigen.vector(c), c));
        }
        this.shapes = List.copyOf(names);
    }

    /**
     * Decomposes a covariance.
     *
     * @param covariance of factors, for a curve in the order of tenors
     * @return its components
     * @throws ZeroVariance if no factor ever moves
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if it is no true covariance
     */
    public static PrincipalComponents of(Covariance covariance) {
        SymmetricEigen eigen =
                SymmetricEigen.of(covariance.requirePositiveSemidefinite().toRowMajor(), covariance.size());
        if (!(eigen.value(0) > 0)) {
            throw new ZeroVariance("every factor", "principal components");
        }
        return new PrincipalComponents(covariance, eigen);
    }

    static CovarianceEstimator estimator(int components) {
        InvalidInput.unless(components >= 1, "components", components, "1 or more");
        return moves -> {
            CovarianceEstimate sample = SampleCovariance.aroundMean(moves);
            InvalidInput.unless(
                    components <= moves.factors().size(),
                    "components",
                    components,
                    "at most the number of factors, " + moves.factors().size());
            double[] values = of(sample.covariance()).leading(components);
            int n = moves.factors().size();
            for (int i = 0; i < n; i++) {
                values[i * n + i] = sample.covariance().get(i, i);
            }
            return SampleCovariance.estimate(
                    moves, values, "factor model, " + components + " principal components", moves.size(), 0);
        };
    }

    /** {@return what was decomposed} */
    public Covariance covariance() {
        return covariance;
    }

    /** {@return the number of components, as many as factors} */
    public int count() {
        return covariance.size();
    }

    /**
     * Returns the variance of a component.
     *
     * @param component its place, from 0, the strongest
     * @return the eigenvalue
     * @throws InvalidInput if there is no such component
     */
    public double variance(int component) {
        return Math.max(0, eigen.value(place(component)));
    }

    /**
     * Returns what part of all variance the first components explain.
     *
     * @param components how many, 0 or more
     * @return the share, from 0 to 1
     * @throws InvalidInput if there are not so many
     */
    public double explained(int components) {
        InvalidInput.unless(components >= 0 && components <= count(), "components", components, "0 to " + count());
        double part = 0;
        double whole = 0;
        for (int c = 0; c < count(); c++) {
            whole += variance(c);
            part += c < components ? variance(c) : 0;
        }
        return part / whole;
    }

    /**
     * Returns the loadings of a component.
     *
     * @param component its place, from 0
     * @return one number a factor, of length one
     * @throws InvalidInput if there is no such component
     */
    public double[] loadings(int component) {
        return eigen.vector(place(component));
    }

    /**
     * Returns a move of one standard deviation along a component.
     *
     * @param component its place, from 0
     * @return the move of each factor, in its unit per period
     * @throws InvalidInput if there is no such component
     */
    public double[] move(int component) {
        double[] move = loadings(component);
        double deviation = Math.sqrt(variance(component));
        for (int i = 0; i < move.length; i++) {
            move[i] *= deviation;
        }
        return move;
    }

    /**
     * Returns what a component does to a curve.
     *
     * @param component its place, from 0
     * @return {@code level}, {@code slope}, {@code curvature}, or {@code component} with its number
     * @throws InvalidInput if there is no such component
     */
    public String shape(int component) {
        return shapes.get(place(component));
    }

    /** Σ over the leading components of variance times the product of loadings, row by row. */
    double[] leading(int components) {
        int n = count();
        double[] values = new double[n * n];
        for (int c = 0; c < components; c++) {
            double[] loadings = eigen.vector(c);
            double variance = variance(c);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    values[i * n + j] += variance * loadings[i] * loadings[j];
                }
            }
        }
        return values;
    }

    private static String shape(double[] loadings, int component) {
        double largest = 0;
        for (double loading : loadings) {
            largest = Math.max(largest, Math.abs(loading));
        }
        int changes = 0;
        double sign = 0;
        for (double loading : loadings) {
            if (Math.abs(loading) < NO_SIGN * largest) {
                continue;
            }
            changes += sign != 0 && Math.signum(loading) != sign ? 1 : 0;
            sign = Math.signum(loading);
        }
        String[] names = {"level", "slope", "curvature"};
        return component < names.length && changes == component ? names[component] : "component " + (component + 1);
    }

    private int place(int component) {
        InvalidInput.unless(component >= 0 && component < count(), "component", component, "0 to " + (count() - 1));
        return component;
    }

    /** {@return the first three components with what they explain} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("PrincipalComponents of " + count() + " factors:");
        for (int c = 0; c < Math.min(3, count()); c++) {
            text.append(String.format(Locale.ROOT, " %s %.1f%%", shape(c), 100 * (explained(c + 1) - explained(c))));
        }
        return text.toString();
    }
}
