package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;

/** What a curve implies today for the discount factors of a later day: P(d, t) = P(t)/P(d). */
final class ImpliedCurve extends DerivedCurve {

    private final LocalDate start;
    private final double delay;
    private final double logAtStart;
    private final List<CurveNode> nodes;

    ImpliedCurve(DiscountCurve base, LocalDate start) {
        super(base, base.name() + " from " + start);
        this.start = start;
        this.delay = base.years(start);
        this.logAtStart = base.logDiscountFactor(delay);
        this.nodes = base.nodes().stream()
                .map(node -> new CurveNode(node.label(), node.date(), Math.max(0.0, node.years() - delay)))
                .toList();
    }

    @Override
    public LocalDate referenceDate() {
        return start;
    }

    @Override
    public List<CurveNode> nodes() {
        return nodes;
    }

    @Override
    public double years(LocalDate date) {
        if (date.isBefore(start)) {
            throw new InvalidInput("date", date, "on or after the curve's reference date " + start);
        }
        // From the base's reference date, so that the day count of any span keeps the bond between both curves.
        return base.years(date) - delay;
    }

    @Override
    public double logDiscountFactor(double years) {
        requireTime(years);
        return base.logDiscountFactor(delay + years) - logAtStart;
    }

    @Override
    public double instantaneousForward(double years) {
        requireTime(years);
        return base.instantaneousForward(delay + years);
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        requireTime(years);
        base.addLogDiscountSensitivities(delay + years, weight, sensitivities, offset);
        base.addLogDiscountSensitivities(delay, -weight, sensitivities, offset);
    }

    private static void requireTime(double years) {
        if (!(years >= 0.0)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }
}
