package io.bondtrader.core.curve;

/** Each value holds until the next point. */
final class StepInterpolation implements Interpolation {

    private final double[] x;
    private final double[] y;

    StepInterpolation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    @Override
    public double value(double at) {
        return y[Segments.indexOf(x, at)];
    }

    @Override
    public double slope(double at) {
        return 0.0;
    }

    @Override
    public void addSensitivities(double at, double weight, double[] sensitivities, int offset) {
        sensitivities[offset + Segments.indexOf(x, at)] += weight;
    }

    @Override
    public void addSlopeSensitivities(double at, double weight, double[] sensitivities, int offset) {
        // The slope is 0 whatever the values.
    }
}
