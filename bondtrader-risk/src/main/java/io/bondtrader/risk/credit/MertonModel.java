package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.internal.StandardNormal;

/**
 * A firm whose equity is a call on its assets, struck at its debt.
 *
 * <pre>
 *   d₁ = (ln(V/D) + (r + σ²/2)·T) / (σ√T)      d₂ = d₁ − σ√T
 *   equity = V·N(d₁) − D·e^(−rT)·N(d₂)          debt = V − equity
 *   spread = −ln(debt/D)/T − r                  PD = N(−d₂)
 * </pre>
 *
 * <p>Source: R. C. Merton, "On the Pricing of Corporate Debt", Journal of Finance 29(2), 1974. Probabilities are
 * risk-neutral. Immutable and safe for use by many threads.
 *
 * @param assetValue V, positive
 * @param debtFace D, due at the end, positive
 * @param assetVolatility σ per year, a decimal above 0
 * @param rate r, continuously compounded, a decimal
 * @param years T, positive
 */
public record MertonModel(double assetValue, double debtFace, double assetVolatility, double rate, double years) {

    private static final int MOST_ITERATIONS = 100;

    /**
     * Checks the firm.
     *
     * @throws InvalidInput if a parameter is out of its range
     */
    public MertonModel {
        requireRange("assetValue", assetValue, 1e-12, 1e18);
        requireRange("debtFace", debtFace, 1e-12, 1e18);
        requireRange("assetVolatility", assetVolatility, 1e-6, 10.0);
        requireRange("rate", rate, -1.0, 1.0);
        requireRange("years", years, 1e-4, 100.0);
    }

    /**
     * Finds the assets that explain an equity value and its volatility:
     *
     * <pre>
     *   equity = call(V, σ)        σ_E·equity = N(d₁)·σ·V
     * </pre>
     *
     * @param equity market value of the equity, positive
     * @param equityVolatility σ_E per year, a decimal above 0
     * @param debtFace D, positive
     * @param rate r, continuously compounded
     * @param years T, positive
     * @return the firm
     * @throws InvalidInput if an argument is out of its range
     * @throws NotConverged if no assets explain both
     */
    public static MertonModel fromEquity(
            double equity, double equityVolatility, double debtFace, double rate, double years) {
        requireRange("equity", equity, 1e-12, 1e18);
        requireRange("equityVolatility", equityVolatility, 1e-6, 10.0);
        requireRange("debtFace", debtFace, 1e-12, 1e18);
        requireRange("rate", rate, -1.0, 1.0);
        requireRange("years", years, 1e-4, 100.0);
        double low = 1e-6;
        double high = 10.0;
        // In σ, with V implied by the equity value, the second equation has one root: its left side is fixed, and
        // N(d₁)·σ·V rises with σ.
        MertonModel firm = ofEquity(equity, debtFace, Math.max(low, Math.min(equityVolatility, high)), rate, years);
        for (int iteration = 0; iteration < 2 * MOST_ITERATIONS; iteration++) {
            double sigma = 0.5 * (low + high);
            firm = ofEquity(equity, debtFace, sigma, rate, years);
            if (firm.equityVolatility() < equityVolatility) {
                low = sigma;
            } else {
                high = sigma;
            }
            if (high - low < 1e-15 * high) {
                break;
            }
        }
        double residual = firm.equityVolatility() - equityVolatility;
        if (Math.abs(residual) > 1e-9 * equityVolatility) {
            throw new NotConverged(
                    "asset volatility from equity: no assets explain both",
                    2 * MOST_ITERATIONS,
                    firm.assetVolatility(),
                    residual);
        }
        return firm;
    }

    /** The assets whose call is worth the equity, by Newton's method from above: the call is convex in V. */
    private static MertonModel ofEquity(double equity, double debt, double sigma, double rate, double years) {
        double value = equity + debt * Math.exp(-rate * years);
        MertonModel firm = new MertonModel(value, debt, sigma, rate, years);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double slope = StandardNormal.cumulative(firm.d1());
            double next = value - (firm.equity() - equity) / Math.max(slope, 1e-300);
            if (!(next > 0.0)) {
                next = 0.5 * value;
            }
            boolean done = Math.abs(next - value) <= 1e-15 * value;
            value = next;
            firm = new MertonModel(value, debt, sigma, rate, years);
            if (done) {
                break;
            }
        }
        return firm;
    }

    private double d1() {
        double deviation = assetVolatility * Math.sqrt(years);
        return (Math.log(assetValue / debtFace) + rate * years) / deviation + 0.5 * deviation;
    }

    private double d2() {
        return d1() - assetVolatility * Math.sqrt(years);
    }

    /** {@return the value of the equity} */
    public double equity() {
        return assetValue * StandardNormal.cumulative(d1())
                - debtFace * Math.exp(-rate * years) * StandardNormal.cumulative(d2());
    }

    /** {@return the value of the debt: what is left of the assets, without a difference of large numbers} */
    public double debt() {
        return assetValue * StandardNormal.cumulative(-d1())
                + debtFace * Math.exp(-rate * years) * StandardNormal.cumulative(d2());
    }

    /** {@return the yield of the debt over the rate, continuously compounded, a decimal} */
    public double spread() {
        return -Math.log(debt() / debtFace) / years - rate;
    }

    /** {@return the probability that assets do not cover the debt at its end} */
    public double defaultProbability() {
        return StandardNormal.cumulative(-d2());
    }

    /** {@return by how many standard deviations assets exceed the debt at its end, d₂} */
    public double distanceToDefault() {
        return d2();
    }

    /** {@return the share of the debt that creditors expect back if there is default, a decimal} */
    public double expectedRecovery() {
        double survivorsDebt = debtFace * Math.exp(-rate * years);
        return assetValue * StandardNormal.cumulative(-d1()) / (survivorsDebt * defaultProbability());
    }

    /** {@return the volatility of the equity per year, a decimal: N(d₁)·σ·V / equity} */
    public double equityVolatility() {
        return StandardNormal.cumulative(d1()) * assetVolatility * assetValue / equity();
    }

    private static void requireRange(String name, double value, double least, double most) {
        InvalidInput.unless(value >= least && value <= most, name, value, "from " + least + " to " + most);
    }
}
