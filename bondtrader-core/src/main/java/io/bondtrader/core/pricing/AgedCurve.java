package io.bondtrader.core.pricing;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.List;

/**
 * A curve whose rates by time stay what they are while its reference date moves on.
 *
 * @param base the curve as it is today
 * @param referenceDate the later day on which it looks the same
 */
record AgedCurve(DiscountCurve base, LocalDate referenceDate) implements DiscountCurve {

    @Override
    public String name() {
        return base.name() + " on " + referenceDate;
    }

    @Override
    public DayCount dayCount() {
        return base.dayCount();
    }

    /** The nodes keep their times and lose their days, which belong to the curve as it was. */
    @Override
    public List<CurveNode> nodes() {
        return base.nodes().stream()
                .map(node -> new CurveNode(node.label(), null, node.years()))
                .toList();
    }

    @Override
    public double logDiscountFactor(double years) {
        return base.logDiscountFactor(years);
    }

    @Override
    public double instantaneousForward(double years) {
        return base.instantaneousForward(years);
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        base.addLogDiscountSensitivities(years, weight, sensitivities, offset);
    }
}
