package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import java.util.ArrayList;
import java.util.List;

/** A curve whose discount factors step on given days; each step is a parameter of its own. */
final class JumpCurve extends DerivedCurve {

    private final double[] times;
    private final double[] cumulative; // logarithm of all steps up to and with this one
    private final int jumpOffset;
    private final List<CurveNode> nodes;

    JumpCurve(DiscountCurve base, List<CurveJump> jumps) {
        super(base, base.name() + " with " + jumps.size() + (jumps.size() == 1 ? " jump" : " jumps"));
        this.times = new double[jumps.size()];
        this.cumulative = new double[jumps.size()];
        this.jumpOffset = base.nodes().size();
        List<CurveNode> all = new ArrayList<>(base.nodes());
        double sum = 0.0;
        for (int k = 0; k < times.length; k++) {
            CurveJump jump = jumps.get(k);
            InvalidInput.unless(
                    jump.date()
                            .isAfter(
                                    k == 0
                                            ? base.referenceDate()
                                            : jumps.get(k - 1).date()),
                    "date of jump " + jump.label(),
                    jump.date(),
                    "after the reference date and the jump before");
            times[k] = base.years(jump.date());
            sum += Exponential.log(jump.factor());
            cumulative[k] = sum;
            all.add(new CurveNode(jump.label(), jump.date(), times[k]));
        }
        this.nodes = List.copyOf(all);
    }

    @Override
    public List<CurveNode> nodes() {
        return nodes;
    }

    @Override
    public double logDiscountFactor(double years) {
        int reached = reached(years);
        double log = base.logDiscountFactor(years);
        return reached == 0 ? log : log + cumulative[reached - 1];
    }

    /** Between the jumps: at a jump itself the forward rate is not a number, and that of the base is given. */
    @Override
    public double instantaneousForward(double years) {
        return base.instantaneousForward(years);
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        base.addLogDiscountSensitivities(years, weight, sensitivities, offset);
        int reached = reached(years);
        for (int k = 0; k < reached; k++) {
            sensitivities[offset + jumpOffset + k] += weight;
        }
    }

    private int reached(double years) {
        int k = 0;
        while (k < times.length && years >= times[k] - CurveEnd.SAME_TIME) {
            k++;
        }
        return k;
    }
}
