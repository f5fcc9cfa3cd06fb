package io.bondtrader.strategies.signal;

import java.util.Arrays;

/**
 * Time-series momentum of a price: its return over a lookback that ends a few observations ago, raw or per unit of risk.
 *
 * <p>Source: Moskowitz, Ooi and Pedersen, <i>Time series momentum</i>, Journal of Financial Economics 104 (2012), who
 * take twelve months; leaving out the last month is the habit of Jegadeesh and Titman (1993). Prices must be positive: of
 * bonds, take total-return indices, or carry is missing. Mutable, for one thread.
 */
public final class Momentum extends CountingIndicator implements Indicator {

    private final int lookback;
    private final int skip;
    private final boolean perRisk;
    private final double[] delayed;
    private final Window logReturns;
    private int next;
    private double previous;

    private Momentum(int lookback, int skip, boolean perRisk) {
        super(lookback + skip + 1);
        this.lookback = lookback;
        this.skip = skip;
        this.perRisk = perRisk;
        delayed = new double[skip + 1];
        logReturns = new Window(lookback);
    }

    /**
     * Returns the simple return from {@code lookback + skip} observations ago to {@code skip} observations ago.
     *
     * @param lookback how many returns count, at least 1
     * @param skip how many of the newest are left out, at least 0
     * @return the indicator, of prices from 1e-100 to 1e100
     * @throws io.bondtrader.core.error.InvalidInput if a number is too small
     */
    public static Momentum timeSeries(int lookback, int skip) {
        return new Momentum(Inputs.length("lookback", lookback, 1), Inputs.length("skip", skip, 0), false);
    }

    /**
     * Returns the mean log return over the lookback times √lookback over its standard deviation, which is the t-statistic
     * of the trend. A price that never moved, or moved evenly, has none and is valued 0.
     *
     * @param lookback how many returns count, at least 2
     * @param skip how many of the newest are left out, at least 0
     * @return the indicator, of prices from 1e-100 to 1e100
     * @throws io.bondtrader.core.error.InvalidInput if a number is too small
     */
    public static Momentum riskAdjusted(int lookback, int skip) {
        return new Momentum(Inputs.length("lookback", lookback, 2), Inputs.length("skip", skip, 0), true);
    }

    @Override
    public double update(double value) {
        Inputs.price(value);
        if (isFirst()) {
            Arrays.fill(delayed, value);
            previous = value;
        }
        delayed[next] = value;
        next = next == skip ? 0 : next + 1;
        double current = delayed[next];
        if (!isFirst()) {
            logReturns.add(Math.log(current / previous));
        }
        previous = current;
        return now(momentum());
    }

    private double momentum() {
        if (logReturns.count() == 0) {
            return 0;
        }
        double mean = logReturns.mean();
        if (!perRisk) {
            return Math.expm1(mean * logReturns.count());
        }
        double deviation = logReturns.sampleDeviation();
        // Rounding leaves a little scatter in returns that are all the same.
        return deviation <= 1e-12 * Math.abs(mean) || deviation == 0
                ? 0
                : mean / deviation * Math.sqrt(logReturns.count());
    }

    @Override
    public Momentum fresh() {
        return new Momentum(lookback, skip, perRisk);
    }

    @Override
    public String toString() {
        return "Momentum[" + lookback + ", skip " + skip + (perRisk ? ", per risk]" : "]");
    }
}
