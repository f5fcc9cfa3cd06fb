package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;

/** How a curve goes on beyond its first or its last node. Immutable. */
abstract class CurveEnd {

    /** Times closer than this are one: a thirtieth of a second, where the sums of times have lost their last bits. */
    static final double SAME_TIME = 1e-9;

    final NodeLine line;
    final double node;

    CurveEnd(NodeLine line, double node) {
        this.line = line;
        this.node = node;
    }

    abstract double logDiscountFactor(double years);

    abstract double forward(double years);

    abstract void addSensitivities(double years, double weight, double[] sensitivities, int offset);

    static CurveEnd before(Extrapolator extrapolator, NodeLine line, String curve) {
        if (extrapolator == Extrapolator.NONE) {
            return new Nothing(line, line.first(), "curve " + curve + " starts after " + line.first() + " years");
        }
        InvalidInput.unless(
                extrapolator instanceof StandardExtrapolator,
                "extrapolator before the first node",
                extrapolator.officialName(),
                "flat, linear, flat forward or none");
        return extrapolator == Extrapolator.LINEAR && line.zeroRates
                ? new StraightZero(line, line.first())
                : new FlatZero(line, line.first());
    }

    static CurveEnd after(Extrapolator extrapolator, NodeLine line, String curve) {
        double last = line.last();
        if (extrapolator instanceof SmithWilson smithWilson) {
            return new SmithWilsonEnd(line, smithWilson);
        }
        return switch ((StandardExtrapolator) extrapolator) {
            case FLAT -> new FlatZero(line, last);
            case LINEAR -> line.zeroRates ? new StraightZero(line, last) : new FlatForward(line, last);
            case FLAT_FORWARD -> new FlatForward(line, last);
            case NONE -> new Nothing(line, last, "curve " + curve + " ends after " + last + " years");
        };
    }

    /** The zero rate of the node, for ever. */
    private static final class FlatZero extends CurveEnd {

        private final double rate;

        FlatZero(NodeLine line, double node) {
            super(line, node);
            this.rate = line.zeroRates ? line.line.value(node) : node > 0.0 ? -line.line.value(node) / node : 0.0;
        }

        @Override
        double logDiscountFactor(double years) {
            return -rate * years;
        }

        @Override
        double forward(double years) {
            return rate;
        }

        @Override
        void addSensitivities(double years, double weight, double[] sensitivities, int offset) {
            double scale = line.zeroRates ? -years : years / node;
            line.line.addSensitivities(node, weight * scale, sensitivities, offset);
        }
    }

    /** The zero rate in a straight line from the node. */
    private static final class StraightZero extends CurveEnd {

        private final double rate;
        private final double slope;

        StraightZero(NodeLine line, double node) {
            super(line, node);
            this.rate = line.line.value(node);
            this.slope = line.line.slope(node);
        }

        @Override
        double logDiscountFactor(double years) {
            return -(rate + slope * (years - node)) * years;
        }

        @Override
        double forward(double years) {
            return rate + slope * (2.0 * years - node);
        }

        @Override
        void addSensitivities(double years, double weight, double[] sensitivities, int offset) {
            double scale = weight * -years;
            line.line.addSensitivities(node, scale, sensitivities, offset);
            line.line.addSlopeSensitivities(node, scale * (years - node), sensitivities, offset);
        }
    }

    /** The forward rate of the node, for ever after. */
    private static final class FlatForward extends CurveEnd {

        private final double log;
        private final double forward;

        FlatForward(NodeLine line, double node) {
            super(line, node);
            this.log = line.logDiscountFactor(node);
            this.forward = line.forward(node);
        }

        @Override
        double logDiscountFactor(double years) {
            return log - forward * (years - node);
        }

        @Override
        double forward(double years) {
            return forward;
        }

        @Override
        void addSensitivities(double years, double weight, double[] sensitivities, int offset) {
            line.addLogSensitivities(node, weight, sensitivities, offset);
            line.addForwardSensitivities(node, -weight * (years - node), sensitivities, offset);
        }
    }

    /** Nothing but the node itself, and the present. */
    private static final class Nothing extends CurveEnd {

        private final String message;

        Nothing(NodeLine line, double node, String message) {
            super(line, node);
            this.message = message;
        }

        @Override
        double logDiscountFactor(double years) {
            if (years == 0.0) {
                return 0.0;
            }
            requireNode(years);
            return line.logDiscountFactor(node);
        }

        @Override
        double forward(double years) {
            requireNode(years);
            return line.forward(node);
        }

        @Override
        void addSensitivities(double years, double weight, double[] sensitivities, int offset) {
            if (years != 0.0) { // the present owes nothing to anybody
                requireNode(years);
                line.addLogSensitivities(node, weight, sensitivities, offset);
            }
        }

        private void requireNode(double years) {
            if (!(Math.abs(years - node) <= SAME_TIME)) {
                throw new MissingData(message);
            }
        }
    }
}
