package io.bondtrader.strategies.signal;

/**
 * Bollinger's bands: the mean of the last n values, and k standard deviations either side.
 *
 * <p>The value is %b, where the newest value stands between the lower band (0) and the upper (1), and 0.5 while the bands
 * have no width. Source: Bollinger, <i>Bollinger on Bollinger Bands</i> (2001), with deviations over n, not n - 1; he takes
 * n = 20 and k = 2. Mutable, for one thread.
 */
public final class BollingerBands extends CountingIndicator implements Indicator {

    private final Window window;
    private final double deviations;

    private BollingerBands(int length, double deviations) {
        super(length);
        window = new Window(length);
        this.deviations = deviations;
    }

    /**
     * Returns bands that have seen nothing.
     *
     * @param length n, at least 2
     * @param deviations k, above 0 and at most 100
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if a number is out of its range
     */
    public static BollingerBands of(int length, double deviations) {
        return new BollingerBands(Inputs.length("length", length, 2), Inputs.between("deviations", deviations, 0, 100));
    }

    @Override
    public double update(double value) {
        window.add(Inputs.value(value));
        double half = halfWidth();
        return now(half > 0 ? 0.5 + (value - window.mean()) / (2 * half) : 0.5);
    }

    private double halfWidth() {
        return deviations * Math.sqrt(window.scatter() / window.count());
    }

    /** {@return the mean of the last n values, 0 before the first} */
    public double middle() {
        return isFirst() ? 0 : window.mean();
    }

    /** {@return the mean and k standard deviations, 0 before the first value} */
    public double upper() {
        return isFirst() ? 0 : window.mean() + halfWidth();
    }

    /** {@return the mean less k standard deviations, 0 before the first value} */
    public double lower() {
        return isFirst() ? 0 : window.mean() - halfWidth();
    }

    @Override
    public BollingerBands fresh() {
        return new BollingerBands(window.length(), deviations);
    }

    @Override
    public String toString() {
        return "BollingerBands[" + window.length() + ", " + deviations + "]";
    }
}
