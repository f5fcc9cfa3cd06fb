package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is odd about a curve.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class CurveCheck {

    /** Looks between two nodes: more than enough for polynomials of third degree, which bend twice. */
    private static final int LOOKS = 24;

    private static final int HALVINGS = 60;
    private static final double GOLDEN = 0.6180339887498949;

    private CurveCheck() {}

    /**
     * Returns where a curve's instantaneous forward rates are negative, up to its last node.
     *
     * @param curve a curve with nodes
     * @return the spans, ascending; empty if there are none
     * @throws InvalidInput if the curve has no node after time 0
     * @throws MissingData if the curve is not defined up to there
     */
    public static List<NegativeForward> negativeForwards(DiscountCurve curve) {
        double last = 0.0;
        for (CurveNode node : curve.nodes()) {
            last = Math.max(last, node.years());
        }
        return negativeForwards(curve, last);
    }

    /**
     * Returns where a curve's instantaneous forward rates are negative. They are looked at in 24 steps between two nodes
     * and wherever they turn; jumps of discount factors are not looked at.
     *
     * @param curve the curve
     * @param until where to stop, in years from the curve's reference date, positive, up to 1,000
     * @return the spans, ascending; empty if there are none
     * @throws InvalidInput if {@code until} is out of range
     * @throws MissingData if the curve is not defined up to there
     */
    public static List<NegativeForward> negativeForwards(DiscountCurve curve, double until) {
        InvalidInput.unless(until > 0.0 && until <= 1_000.0, "until", until, "above 0, up to 1,000");
        double[] times = looks(curve, until);
        List<NegativeForward> found = new ArrayList<>();
        @Nullable NegativeForward open = null;
        for (int k = 0; k < times.length; k++) {
            double time = times[k];
            double rate = curve.instantaneousForward(time);
            boolean wasNegative = open != null;
            if (rate < 0.0 != wasNegative) {
                double edge = k == 0 ? time : crossing(curve, times[k - 1], time, wasNegative);
                if (open == null) {
                    open = new NegativeForward(edge, edge, rate, time);
                } else {
                    found.add(new NegativeForward(open.from(), edge, open.lowest(), open.lowestAt()));
                    open = null;
                }
            }
            if (open != null) {
                boolean lower = rate < open.lowest();
                open = new NegativeForward(
                        open.from(), time, lower ? rate : open.lowest(), lower ? time : open.lowestAt());
            }
        }
        if (open != null) {
            found.add(open);
        }
        return List.copyOf(found);
    }

    /** Equal steps between nodes, the last moment before each node, and the turning points that these show. */
    private static double[] looks(DiscountCurve curve, double until) {
        List<Double> stops = new ArrayList<>();
        stops.add(0.0);
        curve.nodes().stream()
                .map(CurveNode::years)
                .filter(years -> years > 0.0 && years < until)
                .sorted()
                .distinct()
                .forEach(stops::add);
        stops.add(until);
        List<Double> looks = new ArrayList<>();
        for (int k = 0; k + 1 < stops.size(); k++) {
            double from = stops.get(k);
            double end = Math.max(from, stops.get(k + 1) - CurveEnd.SAME_TIME);
            double[] times = new double[LOOKS + 1];
            double[] rates = new double[LOOKS + 1];
            for (int i = 0; i <= LOOKS; i++) {
                times[i] = i == LOOKS ? end : from + i * ((end - from) / LOOKS);
                rates[i] = curve.instantaneousForward(times[i]);
                looks.add(times[i]);
            }
            for (int i = 0; i <= LOOKS; i++) {
                int before = Math.max(0, i - 1);
                int after = Math.min(LOOKS, i + 1);
                if (rates[i] <= rates[before] && rates[i] <= rates[after]) {
                    looks.add(turn(curve, times[before], times[after], 1.0));
                }
                if (rates[i] >= rates[before] && rates[i] >= rates[after]) {
                    looks.add(turn(curve, times[before], times[after], -1.0));
                }
            }
        }
        looks.add(until);
        return looks.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Golden section for the lowest rate, or with a sign of -1 for the highest. */
    private static double turn(DiscountCurve curve, double from, double to, double sign) {
        double low = from;
        double high = to;
        for (int k = 0; k < HALVINGS; k++) {
            double width = GOLDEN * (high - low);
            double left = high - width;
            double right = low + width;
            if (sign * curve.instantaneousForward(left) <= sign * curve.instantaneousForward(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return low;
    }

    private static double crossing(DiscountCurve curve, double from, double to, boolean negativeFirst) {
        double low = from;
        double high = to;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (low + high);
            if (curve.instantaneousForward(middle) < 0.0 == negativeFirst) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
