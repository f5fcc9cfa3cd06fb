package io.bondtrader.core.curve;

/** The logarithm of the discount factor between the nodes of a curve, from the quantity that is interpolated. */
final class NodeLine {

    final double[] x;
    final double[] y;
    final boolean zeroRates;
    final Interpolation line;

    NodeLine(double[] x, double[] y, CurveQuantity quantity, Interpolation line) {
        this.x = x;
        this.y = y;
        this.zeroRates = quantity == CurveQuantity.ZERO_RATE;
        this.line = line;
    }

    /** From where on the line is defined. */
    double first() {
        return line instanceof MonotoneConvexInterpolation ? 0.0 : x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    double logDiscountFactor(double years) {
        double value = line.value(years);
        return zeroRates ? -value * years : value;
    }

    double forward(double years) {
        double slope = line.slope(years);
        return zeroRates ? line.value(years) + years * slope : -slope;
    }

    void addLogSensitivities(double years, double weight, double[] sensitivities, int offset) {
        line.addSensitivities(years, zeroRates ? weight * -years : weight, sensitivities, offset);
    }

    void addForwardSensitivities(double years, double weight, double[] sensitivities, int offset) {
        if (zeroRates) {
            line.addSensitivities(years, weight, sensitivities, offset);
            line.addSlopeSensitivities(years, weight * years, sensitivities, offset);
        } else {
            line.addSlopeSensitivities(years, -weight, sensitivities, offset);
        }
    }
}
