package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a smooth curve is fitted to, and how errors count: the curve whose parameters make
 *
 * <pre>
 *   Σ wᵢ·(dirty price off the curve − dirty price in the market)²        Σ wᵢ = 1
 * </pre>
 *
 * <p>least, with a {@link RoughnessPenalty} beside where a spline has one. Source: Bank for International Settlements,
 * "Zero-coupon yield curves: technical documentation", BIS Papers 25, 2005, on weights by duration and on what central
 * banks fit.
 *
 * <p>Immutable and safe for use by many threads; each {@code with…} method returns an altered copy.
 */
public final class CurveFit {

    private final String name;
    private final List<BondQuote> bonds;
    private final FitWeights weights;
    private final OutlierRule outliers;

    private CurveFit(String name, List<BondQuote> bonds, FitWeights weights, OutlierRule outliers) {
        this.name = Objects.requireNonNull(name);
        this.bonds = bonds;
        this.weights = Objects.requireNonNull(weights);
        this.outliers = Objects.requireNonNull(outliers);
    }

    /**
     * Returns a fit with weights by 1/duration² that leaves no bond out.
     *
     * @param bonds the bonds with their prices; all settle on one day, the reference date of the curve
     * @return the fit
     * @throws InvalidInput if there is no bond, or they settle on different days
     */
    public static CurveFit of(List<BondQuote> bonds) {
        InvalidInput.unless(!bonds.isEmpty(), "bonds", bonds, "at least one");
        LocalDate settlement = bonds.get(0).settlement();
        for (BondQuote bond : bonds) {
            InvalidInput.unless(
                    bond.settlement().equals(settlement),
                    "settlement of " + bond.label(),
                    bond.settlement(),
                    "that of " + bonds.get(0).label() + ", " + settlement);
        }
        return new CurveFit("fitted", List.copyOf(bonds), FitWeights.inverseDurationSquared(), OutlierRule.NONE);
    }

    /**
     * Names the curve.
     *
     * @param name what the curve is called
     * @return the altered copy
     */
    public CurveFit withName(String name) {
        return new CurveFit(name, bonds, weights, outliers);
    }

    /**
     * Chooses how price errors count.
     *
     * @param weights the rule
     * @return the altered copy
     */
    public CurveFit withWeights(FitWeights weights) {
        return new CurveFit(name, bonds, weights, outliers);
    }

    /**
     * Chooses which bonds are left out.
     *
     * @param outliers the rule
     * @return the altered copy
     */
    public CurveFit withOutliers(OutlierRule outliers) {
        return new CurveFit(name, bonds, weights, outliers);
    }

    /** {@return the bonds, in the order given} */
    public List<BondQuote> bonds() {
        return bonds;
    }

    /**
     * Fits a curve.
     *
     * @param family what kind of curve
     * @return the best curve of its kind, with its evidence
     * @throws InvalidInput if there are fewer bonds than parameters, the last knot comes before the last payment, or the
     *     weights are not as many as the bonds
     * @throws NotConverged if the bonds do not determine the curve, or discount factors would not be positive; the message
     *     says which
     */
    public FittedCurve fit(CurveFamily family) {
        InvalidInput.unless(
                bonds.size() >= family.parameters(),
                "bonds",
                bonds.size(),
                "at least as many as parameters, " + family.parameters());
        double[] raw = weights.of(bonds);
        boolean[] excluded = new boolean[bonds.size()];
        List<String> order = new ArrayList<>();
        for (int round = 0; ; round++) {
            FitProblem problem = problem(raw, excluded);
            FamilyFit fit = fit(family, problem);
            List<FitResidual> residuals = residuals(fit, problem, excluded);
            List<Integer> far = round < outliers.rounds() ? far(residuals, family) : List.of();
            if (far.isEmpty()) {
                double objective = 0.0;
                for (FitResidual residual : residuals) {
                    objective += residual.weight() * residual.priceResidual() * residual.priceResidual();
                }
                return new FittedCurve(
                        fit.curve(),
                        family,
                        objective,
                        fit.penalty(),
                        residuals,
                        order,
                        fit.starts(),
                        fit.iterations());
            }
            for (int bond : far) {
                excluded[bond] = true;
                order.add(bonds.get(bond).label());
            }
        }
    }

    private static FamilyFit fit(CurveFamily family, FitProblem problem) {
        if (family instanceof NelsonSiegel bounds) {
            return NelsonSiegelFit.fit(problem, 4, bounds.minDecay(), bounds.maxDecay());
        }
        if (family instanceof Svensson bounds) {
            return NelsonSiegelFit.fit(problem, 6, bounds.minDecay(), bounds.maxDecay());
        }
        if (family instanceof CubicSpline spline) {
            return SplineFit.fit(problem, spline);
        }
        return SplineFit.fit(problem, (ExponentialSpline) family);
    }

    private FitProblem problem(double[] raw, boolean[] excluded) {
        List<BondQuote> kept = new ArrayList<>();
        double[] keptWeights = new double[bonds.size()];
        for (int k = 0; k < excluded.length; k++) {
            if (!excluded[k]) {
                keptWeights[kept.size()] = raw[k];
                kept.add(bonds.get(k));
            }
        }
        return new FitProblem(name, kept, keptWeights);
    }

    private List<FitResidual> residuals(FamilyFit fit, FitProblem problem, boolean[] excluded) {
        List<FitResidual> residuals = new ArrayList<>();
        int kept = 0;
        for (int k = 0; k < excluded.length; k++) {
            BondQuote bond = bonds.get(k);
            double weight = excluded[k] ? 0.0 : problem.weights[kept++];
            residuals.add(FitResidual.of(bond, weight, bond.dirtyPrice(fit.curve()), excluded[k]));
        }
        return residuals;
    }

    /** The fitted bonds that the rule leaves out next, the farthest first. */
    private List<Integer> far(List<FitResidual> residuals, CurveFamily family) {
        List<Integer> fitted = new ArrayList<>();
        for (int k = 0; k < residuals.size(); k++) {
            if (!residuals.get(k).excluded()) {
                fitted.add(k);
            }
        }
        double centre = median(fitted.stream()
                .mapToDouble(k -> residuals.get(k).yieldResidualBp())
                .toArray());
        double spread = median(fitted.stream()
                .mapToDouble(k -> Math.abs(residuals.get(k).yieldResidualBp() - centre))
                .toArray());
        double limit = Math.max(outliers.leastBp(), outliers.multiple() * 1.4826 * spread);
        int least = Math.max(family.parameters(), (int) Math.ceil(outliers.leastShare() * bonds.size()));
        int most = Math.min(fitted.size() - least, Math.max(1, fitted.size() / 10));
        return fitted.stream()
                .filter(k -> Math.abs(residuals.get(k).yieldResidualBp() - centre) > limit)
                .sorted(Comparator.comparingDouble(
                        k -> -Math.abs(residuals.get(k).yieldResidualBp() - centre)))
                .limit(Math.max(0, most))
                .toList();
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        int half = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[half] : 0.5 * (numbers[half - 1] + numbers[half]);
    }

    @Override
    public String toString() {
        return "CurveFit[" + name + ", " + bonds.size() + " bonds, " + weights + ", " + outliers + "]";
    }
}
