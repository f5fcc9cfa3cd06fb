package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** Two curves whose discount factors are multiplied, which adds up their zero rates: a base and the spread over it. */
final class ComposedCurve extends DerivedCurve {

    private final DiscountCurve spread;
    private final int spreadOffset;
    private final List<CurveNode> nodes;

    ComposedCurve(DiscountCurve base, DiscountCurve spread) {
        super(base, base.name() + " + " + spread.name());
        InvalidInput.unless(
                spread.referenceDate().equals(base.referenceDate()),
                "referenceDate of " + spread.name(),
                spread.referenceDate(),
                "that of " + base.name() + ", " + base.referenceDate());
        InvalidInput.unless(
                spread.dayCount().equals(base.dayCount()),
                "dayCount of " + spread.name(),
                spread.dayCount().officialName(),
                "that of " + base.name() + ", " + base.dayCount().officialName());
        this.spread = spread;
        this.spreadOffset = base.nodes().size();
        List<CurveNode> all = new ArrayList<>(base.nodes());
        for (CurveNode node : spread.nodes()) {
            all.add(new CurveNode(spread.name() + " " + node.label(), node.date(), node.years()));
        }
        this.nodes = List.copyOf(all);
    }

    @Override
    public List<CurveNode> nodes() {
        return nodes;
    }

    @Override
    public double logDiscountFactor(double years) {
        return base.logDiscountFactor(years) + spread.logDiscountFactor(years);
    }

    @Override
    public double instantaneousForward(double years) {
        return base.instantaneousForward(years) + spread.instantaneousForward(years);
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        base.addLogDiscountSensitivities(years, weight, sensitivities, offset);
        spread.addLogDiscountSensitivities(years, weight, sensitivities, offset + spreadOffset);
    }
}
