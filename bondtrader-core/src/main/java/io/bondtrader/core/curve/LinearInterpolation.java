package io.bondtrader.core.curve;

/** Straight lines from point to point. */
final class LinearInterpolation implements Interpolation {

    final double[] x;
    final double[] y;
    final double[] slope; // of the line that starts at each point; 0 after the last
    final double[] inverseWidth; // of the segment that starts at each point; 0 after the last

    LinearInterpolation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.slope = new double[x.length];
        this.inverseWidth = new double[x.length];
        for (int k = 0; k + 1 < x.length; k++) {
            slope[k] = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
            inverseWidth[k] = 1.0 / (x[k + 1] - x[k]);
        }
    }

    @Override
    public double value(double at) {
        int k = Segments.indexOf(x, at);
        return y[k] + (at - x[k]) * slope[k];
    }

    @Override
    public double slope(double at) {
        return slope[Segments.segmentOf(x, at)];
    }

    @Override
    public void addSensitivities(double at, double weight, double[] sensitivities, int offset) {
        int k = Segments.indexOf(x, at);
        if (k == x.length - 1) {
            sensitivities[offset + k] += weight;
            return;
        }
        double share = (at - x[k]) * inverseWidth[k];
        sensitivities[offset + k] += weight * (1.0 - share);
        sensitivities[offset + k + 1] += weight * share;
    }

    @Override
    public void addSlopeSensitivities(double at, double weight, double[] sensitivities, int offset) {
        if (x.length == 1) {
            return;
        }
        int k = Segments.segmentOf(x, at);
        double change = weight * inverseWidth[k];
        sensitivities[offset + k] -= change;
        sensitivities[offset + k + 1] += change;
    }
}
