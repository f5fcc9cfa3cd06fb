package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;

/** Straight lines from point to point between the logarithms of the values. */
final class LogLinearInterpolation implements Interpolation {

    private final double[] x;
    private final double[] y;
    private final double[] rate; // slope of the logarithm after each point; 0 after the last

    LogLinearInterpolation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.rate = new double[x.length];
        for (double value : y) {
            InvalidInput.unless(value >= 1e-50, "y", value, "1e-50 or more, to have a logarithm");
        }
        for (int k = 0; k + 1 < x.length; k++) {
            rate[k] = (Exponential.log(y[k + 1]) - Exponential.log(y[k])) / (x[k + 1] - x[k]);
        }
    }

    @Override
    public double value(double at) {
        int k = Segments.indexOf(x, at);
        return y[k] * Exponential.exp((at - x[k]) * rate[k]);
    }

    @Override
    public double slope(double at) {
        return value(at) * rate[Segments.segmentOf(x, at)];
    }

    @Override
    public void addSensitivities(double at, double weight, double[] sensitivities, int offset) {
        int k = Segments.indexOf(x, at);
        double share = k == x.length - 1 ? 0.0 : (at - x[k]) / (x[k + 1] - x[k]);
        double scale = weight * value(at);
        sensitivities[offset + k] += scale * (1.0 - share) / y[k];
        if (k + 1 < x.length) {
            sensitivities[offset + k + 1] += scale * share / y[k + 1];
        }
    }

    @Override
    public void addSlopeSensitivities(double at, double weight, double[] sensitivities, int offset) {
        if (x.length == 1) {
            return;
        }
        int k = Segments.segmentOf(x, at);
        addSensitivities(at, weight * rate[k], sensitivities, offset);
        double change = weight * value(at) / (x[k + 1] - x[k]);
        sensitivities[offset + k] -= change / y[k];
        sensitivities[offset + k + 1] += change / y[k + 1];
    }
}
