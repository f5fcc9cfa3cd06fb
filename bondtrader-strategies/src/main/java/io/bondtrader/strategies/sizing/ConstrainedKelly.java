package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.Arrays;

/**
 * The fastest growing bets that are neither short nor borrowed, keep to caps, and, if wished, to a bound on drawdowns:
 * maximises E ln W₁ subject to E[W₁^−λ] ≤ 1.
 *
 * <p>For a price κ of the drawdown, E ln W₁ − κ E[W₁^−λ] is maximised by a barrier method; κ is then the least price at which
 * the bound holds. Where no bet has an edge the answer is cash.
 *
 * <p>Source: Busseti, Ryu and Boyd, "Risk-Constrained Kelly Gambling" (2016), section 4; Boyd and Vandenberghe (2004), section
 * 11.3. Immutable and safe for use by many threads.
 */
public final class ConstrainedKelly {

    private static final double LARGEST_PRICE = 1e9;
    private static final int HALVINGS = 100;

    private final ScenarioKelly bets;
    private final double[] caps;
    private final double lambda;

    private ConstrainedKelly(ScenarioKelly bets, double[] caps, double lambda) {
        this.bets = bets;
        this.caps = caps;
        this.lambda = lambda;
    }

    static ConstrainedKelly of(ScenarioKelly bets) {
        double[] caps = new double[bets.size()];
        Arrays.fill(caps, 1);
        return new ConstrainedKelly(bets, caps, 0);
    }

    /**
     * Caps each bet.
     *
     * @param largest the largest fraction of wealth in each bet, above 0
     * @return the same bets with these caps
     * @throws InvalidInput if a cap is not positive, or there are more or fewer than bets
     */
    public ConstrainedKelly cappedAt(double... largest) {
        double[] values = Checks.finite("caps", largest, caps.length);
        for (int i = 0; i < values.length; i++) {
            Checks.positive("caps[" + i + "]", values[i]);
        }
        return new ConstrainedKelly(bets, values, lambda);
    }

    /**
     * Bounds drawdowns: P(wealth ever falls below the level) stays under the probability.
     *
     * @param level a part of today's wealth, between 0 and 1
     * @param probability between 0 and 1
     * @return the same bets with this bound
     * @throws InvalidInput if either is not between 0 and 1
     */
    public ConstrainedKelly withDrawdown(double level, double probability) {
        return withDrawdownExponent(DrawdownBound.exponent(level, probability));
    }

    /**
     * Bounds drawdowns by an exponent: P(wealth ever falls below a) stays under a^λ, for every a.
     *
     * @param exponent λ, from 0, which is no bound, to a thousand
     * @return the same bets with this bound
     * @throws InvalidInput if the exponent is out of range
     */
    public ConstrainedKelly withDrawdownExponent(double exponent) {
        InvalidInput.unless(exponent >= 0 && exponent <= 1000, "exponent", exponent, "from 0 to 1000");
        return new ConstrainedKelly(bets, caps, exponent);
    }

    ScenarioKelly bets() {
        return bets;
    }

    double[] caps() {
        return caps;
    }

    double lambda() {
        return lambda;
    }

    /**
     * Sizes the bets.
     *
     * @return the size
     * @throws NotConverged if the method does not settle
     */
    public KellyStake stake() {
        return bets.stake(fractions());
    }

    /**
     * Sizes the bets by the quadratic approximation of growth and of the bound, which needs no more than means and second
     * moments: a linear-quadratic program instead of logarithms. The size says how fast it really grows and which bound it
     * really keeps; where outcomes are far from 1 the approximation is coarse.
     *
     * @return the size
     * @throws NotConverged if the method does not settle
     * @throws InvalidInput if the approximation takes bets that leave nothing in some scenario
     */
    public KellyStake quadraticStake() {
        return bets.stake(new QuadraticKelly(this).fractions());
    }

    double[] fractions() {
        if (!hasEdge()) {
            return new double[caps.length];
        }
        double[] free = BarrierMethod.maximise(this, 0);
        if (lambda == 0 || excess(free) <= 0) {
            return free;
        }
        double low = 0;
        double high = 1 / lambda;
        double[] held = BarrierMethod.maximise(this, high);
        while (excess(held) > 0) {
            low = high;
            high *= 4;
            if (high > LARGEST_PRICE) {
                throw new NotConverged("drawdown-constrained Kelly bets", HALVINGS, high, excess(held));
            }
            held = BarrierMethod.maximise(this, high);
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-12 * high; i++) {
            double middle = (low + high) / 2;
            double[] tried = BarrierMethod.maximise(this, middle);
            if (excess(tried) > 0) {
                low = middle;
            } else {
                high = middle;
                held = tried;
            }
        }
        return held;
    }

    /** How far ln E[W^−λ] exceeds its bound. */
    double excess(double[] fractions) {
        return DrawdownBound.logMoment(bets.wealth(fractions), bets.probabilities(), lambda);
    }

    private boolean hasEdge() {
        for (int i = 0; i < caps.length; i++) {
            double edge = 0;
            for (int k = 0; k < bets.probabilities().length; k++) {
                edge += bets.probabilities()[k] * bets.returns()[k][i];
            }
            if (edge > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return bets + " capped at " + Arrays.toString(caps) + ", drawdown exponent " + lambda;
    }
}
