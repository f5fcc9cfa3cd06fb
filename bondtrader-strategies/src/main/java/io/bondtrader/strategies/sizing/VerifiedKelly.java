package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Kelly bets, each by two methods that share nothing.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedKelly {

    /** A fraction of wealth. */
    public static final Measure FRACTION = Measure.of("Kelly fraction", "of wealth", new Tolerance(1e-8, 1e-8));

    /** Growth of log wealth. */
    public static final Measure GROWTH = Measure.of("Kelly growth", "per period", new Tolerance(1e-8, 0));

    private static final DualPath BINARY = new DualPath(FRACTION, "closed form", "bisection of the slope of growth");
    private static final DualPath SYSTEM = new DualPath(FRACTION, "Cholesky factor", "Householder reflections");
    private static final DualPath SCENARIOS = new DualPath(FRACTION, "Newton's method", "bisection, bet after bet");
    private static final DualPath BOUND = new DualPath(GROWTH, "barrier method", "least Lagrangian bound");

    private final Verifier verifier;

    private VerifiedKelly(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns the bets under a verifier.
     *
     * @param verifier what is checked, and what happens when methods disagree
     * @return the bets
     */
    public static VerifiedKelly of(Verifier verifier) {
        return new VerifiedKelly(verifier);
    }

    /**
     * Verifies the fraction of a bet that wins or loses.
     *
     * @param bet the bet
     * @return the fraction, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Verified fraction(BinaryKelly bet) {
        return fraction(bet, bet.fraction());
    }

    /** Apart from the method, so that tests can hand in a fraction that is wrong. */
    Verified fraction(BinaryKelly bet, double fraction) {
        return each(BINARY, bet, new double[] {fraction}, () -> KellyChecks.byBisection(bet.scenarios()))
                .get(0);
    }

    /**
     * Verifies the fractions of Gaussian bets.
     *
     * @param bets the bets
     * @return a fraction per asset, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public List<Verified> fractions(MultivariateKelly bets) {
        return fractions(bets, bets.fractions());
    }

    /** Apart from the method, so that tests can hand in fractions that are wrong. */
    List<Verified> fractions(MultivariateKelly bets, double[] fractions) {
        return each(SYSTEM, bets, fractions, () -> KellyChecks.byReflections(bets));
    }

    /**
     * Verifies the fractions of bets with finitely many outcomes.
     *
     * @param bets the bets
     * @return a fraction per bet, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public List<Verified> fractions(ScenarioKelly bets) {
        return fractions(bets, bets.fractions());
    }

    /** Apart from the method, so that tests can hand in fractions that are wrong. */
    List<Verified> fractions(ScenarioKelly bets, double[] fractions) {
        return each(SCENARIOS, bets, fractions, () -> KellyChecks.byBisection(bets));
    }

    /**
     * Verifies the growth of bets under caps and a bound on drawdowns: no bets within the constraints can grow faster than the
     * least Lagrangian bound, so that growth that meets it is the greatest.
     *
     * @param bets the bets
     * @return the growth per period, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Verified growth(ConstrainedKelly bets) {
        return growth(bets, bets.fractions());
    }

    /** Apart from the method, so that tests can hand in fractions that are wrong. */
    Verified growth(ConstrainedKelly bets, double[] fractions) {
        double growth = bets.bets().growth(fractions);
        if (!verifier.selects(growth, bets.hashCode())) {
            return verifier.unchecked(BOUND, growth, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(Map.of("bets", bets.toString()), Map.of());
        try {
            return verifier.verify(BOUND, inputs, growth, growth, LagrangianBound.of(bets, fractions), 0);
        } catch (NotConverged noBound) {
            return verifier.verify(BOUND, inputs, growth, growth, noBound, 0);
        }
    }

    private List<Verified> each(DualPath pair, Object bets, double[] primary, Supplier<double[]> second) {
        List<Verified> all = new ArrayList<>();
        double @Nullable [] secondary = null;
        @Nullable NotConverged unsettled = null;
        CalculationInputs inputs = CalculationInputs.of(Map.of("bets", bets.toString()), Map.of());
        for (int i = 0; i < primary.length; i++) {
            if (!verifier.selects(primary[i], i)) {
                all.add(verifier.unchecked(pair, primary[i], 0));
                continue;
            }
            if (secondary == null && unsettled == null) {
                try {
                    secondary = second.get();
                } catch (NotConverged failure) {
                    unsettled = failure;
                }
            }
            all.add(
                    secondary != null
                            ? verifier.verify(pair, inputs, i, primary[i], secondary[i], 0)
                            : verifier.verify(pair, inputs, i, primary[i], Objects.requireNonNull(unsettled), 0));
        }
        return List.copyOf(all);
    }
}
