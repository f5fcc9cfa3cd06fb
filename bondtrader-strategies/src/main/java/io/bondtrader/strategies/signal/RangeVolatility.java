package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * Volatility per bar from the last n bars' open, high, low and close: the range of a bar says more than its close.
 *
 * <p>Sources: Parkinson, Journal of Business 53 (1980); Garman and Klass, Journal of Business 53 (1980), their practical
 * estimator; Rogers and Satchell, Annals of Applied Probability 1 (1991); Yang and Zhang, Journal of Business 73 (2000).
 * All take logarithms. The first three see nothing of the jump between bars; Yang–Zhang does, and is free of drift.
 *
 * <p>Mutable, for one thread. A bar that is refused leaves the estimate as it was.
 */
public final class RangeVolatility extends CountingIndicator {

    private static final double GARMAN_KLASS_WEIGHT = 2 * Math.log(2) - 1;

    private enum Kind {
        PARKINSON,
        GARMAN_KLASS,
        ROGERS_SATCHELL,
        YANG_ZHANG
    }

    private final Kind kind;
    private final Window variances;
    private final Window overnight;
    private final Window opening;
    private double previousClose;
    private boolean hasClose;

    private RangeVolatility(Kind kind, int length) {
        super(kind == Kind.YANG_ZHANG ? length + 1 : length);
        this.kind = kind;
        variances = new Window(length);
        overnight = new Window(length);
        opening = new Window(length);
    }

    /**
     * Returns √(mean of ln²(H/L) / (4 ln 2)): right when prices have no drift and are watched without pause.
     *
     * @param length how many bars count, at least 1
     * @return the estimate
     * @throws InvalidInput if the length is below 1
     */
    public static RangeVolatility parkinson(int length) {
        return new RangeVolatility(Kind.PARKINSON, Inputs.length("length", length, 1));
    }

    /**
     * Returns √(mean of ½ ln²(H/L) - (2 ln 2 - 1) ln²(C/O)).
     *
     * @param length how many bars count, at least 1
     * @return the estimate
     * @throws InvalidInput if the length is below 1
     */
    public static RangeVolatility garmanKlass(int length) {
        return new RangeVolatility(Kind.GARMAN_KLASS, Inputs.length("length", length, 1));
    }

    /**
     * Returns √(mean of ln(H/C) ln(H/O) + ln(L/C) ln(L/O)), whatever the drift.
     *
     * @param length how many bars count, at least 1
     * @return the estimate
     * @throws InvalidInput if the length is below 1
     */
    public static RangeVolatility rogersSatchell(int length) {
        return new RangeVolatility(Kind.ROGERS_SATCHELL, Inputs.length("length", length, 1));
    }

    /**
     * Returns √(overnight variance + k · open-to-close variance + (1 - k) · Rogers–Satchell), with
     * k = 0.34 / (1.34 + (n+1)/(n-1)).
     *
     * @param length n, how many bars count, at least 2; the first bar only gives its close
     * @return the estimate
     * @throws InvalidInput if the length is below 2
     */
    public static RangeVolatility yangZhang(int length) {
        return new RangeVolatility(Kind.YANG_ZHANG, Inputs.length("length", length, 2));
    }

    /**
     * Takes the next bar.
     *
     * @param open first price
     * @param high highest price, at least open and close
     * @param low lowest price, at most open and close
     * @param close last price
     * @return volatility per bar, 0 until there is something to estimate it from
     * @throws InvalidInput if a price is not positive or the bar contradicts itself
     */
    public double update(double open, double high, double low, double close) {
        Inputs.price(open);
        Inputs.price(high);
        Inputs.price(low);
        Inputs.price(close);
        InvalidInput.unless(high >= Math.max(open, close), "high", high, "at least open and close");
        InvalidInput.unless(low <= Math.min(open, close), "low", low, "at most open and close");
        if (kind == Kind.YANG_ZHANG) {
            return now(yangZhang(open, high, low, close));
        }
        double range = Math.log(high / low);
        double body = Math.log(close / open);
        variances.add(
                switch (kind) {
                    case PARKINSON -> range * range / (4 * Math.log(2));
                    case GARMAN_KLASS -> 0.5 * range * range - GARMAN_KLASS_WEIGHT * body * body;
                    default -> rogersSatchell(open, high, low, close);
                });
        return now(Math.sqrt(Math.max(0, variances.mean())));
    }

    private double yangZhang(double open, double high, double low, double close) {
        if (hasClose) {
            overnight.add(Math.log(open / previousClose));
            opening.add(Math.log(close / open));
            variances.add(rogersSatchell(open, high, low, close));
        }
        previousClose = close;
        hasClose = true;
        int n = overnight.count();
        if (n < 2) {
            return 0;
        }
        double k = 0.34 / (1.34 + (n + 1.0) / (n - 1.0));
        double jumps = overnight.scatter() / (n - 1);
        double bodies = opening.scatter() / (n - 1);
        return Math.sqrt(Math.max(0, jumps + k * bodies + (1 - k) * variances.mean()));
    }

    private static double rogersSatchell(double open, double high, double low, double close) {
        return Math.log(high / close) * Math.log(high / open) + Math.log(low / close) * Math.log(low / open);
    }

    /** {@return an estimate of the same parameters that has seen nothing} */
    public RangeVolatility fresh() {
        return new RangeVolatility(kind, variances.length());
    }

    /**
     * Returns the estimate over whole series, the same to the bit as bar by bar. This one is not touched.
     *
     * @param open first prices
     * @param high highest prices
     * @param low lowest prices
     * @param close last prices
     * @return the estimate after each bar; those before index {@code warmUp() - 1} are provisional
     * @throws InvalidInput if lengths differ or a bar is refused
     */
    public double[] batch(double[] open, double[] high, double[] low, double[] close) {
        Inputs.sameLength(open, high);
        Inputs.sameLength(open, low);
        Inputs.sameLength(open, close);
        RangeVolatility estimate = fresh();
        double[] out = new double[open.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = estimate.update(open[t], high[t], low[t], close[t]);
        }
        return out;
    }

    @Override
    public String toString() {
        return "RangeVolatility[" + kind.name().toLowerCase(Locale.ROOT) + ", " + variances.length() + "]";
    }
}
