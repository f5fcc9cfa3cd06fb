package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolator;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;

/** Everything about a curve but the values at its pillars. Immutable. */
record CurveShape(
        String name,
        LocalDate referenceDate,
        List<CurveNode> nodes,
        CurveQuantity quantity,
        Interpolator interpolator,
        List<TurnOfYear> turns) {

    CurveShape {
        nodes = List.copyOf(nodes);
        turns = List.copyOf(turns);
    }

    int size() {
        return nodes.size();
    }

    /** Whether a pillar leaves the curve before the pillar before it as it is. */
    boolean isLocal() {
        return interpolator == Interpolators.LINEAR;
    }

    /** The curve through given values at the first pillars. */
    PillarCurve draw(double[] values, int count) {
        return draw(values, count, interpolator);
    }

    /** The curve with straight lines instead, which needs no more than one pillar. */
    PillarCurve drawStraight(double[] values, int count) {
        return draw(values, count, Interpolators.LINEAR);
    }

    /** The curve for users: where the point at time 0 changes nothing, one whose bulk methods are faster. */
    DiscountCurve result(double[] values) {
        if (!isLocal() || !turns.isEmpty()) {
            return draw(values, values.length);
        }
        return NodeCurve.builder(name, referenceDate)
                .nodes(nodes)
                .interpolation(quantity, interpolator)
                .zeroRates(new double[values.length])
                .build()
                .withValues(values);
    }

    private PillarCurve draw(double[] values, int count, Interpolator method) {
        double[] x = new double[count + 1];
        double[] y = new double[count + 1];
        for (int k = 0; k < count; k++) {
            x[k + 1] = nodes.get(k).years();
            y[k + 1] = values[k];
        }
        y[0] = quantity == CurveQuantity.ZERO_RATE ? y[1] : 0.0;
        return new PillarCurve(this, nodes.subList(0, count), method.through(x, y));
    }

    /** The value of a node at which the zero rate, without turns, is a given one. */
    double valueFromZeroRate(int node, double zeroRate) {
        return quantity == CurveQuantity.ZERO_RATE
                ? zeroRate
                : -zeroRate * nodes.get(node).years();
    }

    double zeroRateFromValue(int node, double value) {
        return quantity == CurveQuantity.ZERO_RATE
                ? value
                : -value / nodes.get(node).years();
    }

    /** What the turns of years take off the logarithm of a discount factor. */
    double turns(double years) {
        double sum = 0.0;
        for (TurnOfYear turn : turns) {
            double from = years(turn.from());
            if (years > from) {
                sum += turn.spread() * (Math.min(years, years(turn.to())) - from);
            }
        }
        return sum;
    }

    /** What the turns of years add to the instantaneous forward rate. */
    double turnForward(double years) {
        double sum = 0.0;
        for (TurnOfYear turn : turns) {
            if (years >= years(turn.from()) && years < years(turn.to())) {
                sum += turn.spread();
            }
        }
        return sum;
    }

    private double years(LocalDate date) {
        return DayCounts.ACT_365F.yearFraction(referenceDate, date);
    }
}
