package io.bondtrader.core.verify;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.KeyRateKind;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.function.DoubleUnaryOperator;

/**
 * A bond off a curve by a second path: flows that were walked, discount factors from integrated forward rates, added up from
 * the last one to the first. Derivatives are differences of values at moved curves.
 */
final class WalkedValue {

    private static final int WIDENINGS = 60;

    private final DiscountCurve curve;
    private final WalkedFlows flows;
    private final String method;
    private final double origin; // settlement as the curve measures it
    private final double originLog;
    private final double[] times;
    private final double[] logs;
    private final double[] spreadYears;

    WalkedValue(BondPricing pricing, DiscountCurve curve) {
        this.curve = curve;
        this.flows = WalkedFlows.flows(pricing);
        CurveWalk walk = new CurveWalk(curve);
        this.method = "walked flows, " + walk.method();
        LocalDate settlement = pricing.settlement();
        this.origin = curve.years(settlement);
        this.originLog = walk.logDiscountFactor(origin);
        this.times = new double[flows.count()];
        this.logs = new double[times.length];
        this.spreadYears = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            LocalDate day = flows.paymentDate(k);
            times[k] = curve.years(day);
            logs[k] = walk.logDiscountFactor(times[k]);
            spreadYears[k] = DayByDay.yearFraction(DayCounts.ACT_365F, settlement, day, null);
        }
    }

    String method() {
        return method;
    }

    double accrued() {
        return flows.accrued();
    }

    double dirtyPrice() {
        return atSpread(0.0);
    }

    /** The dirty price off the curve with a spread put on its continuously compounded zero rates. */
    double atSpread(double spread) {
        return value(k -> spread * spreadYears[k]);
    }

    /** What −ln P(t)/P(t₀) of a flow gains. */
    @FunctionalInterface
    private interface Move {
        double of(int flow);
    }

    private double value(Move move) {
        double sum = 0.0;
        for (int k = times.length - 1; k >= 0; k--) {
            sum += flows.amount(k) * StrictMath.exp(logs[k] - originLog - move.of(k));
        }
        return sum;
    }

    /** The Z-spread by bracketing about a proposal, and by halving from afar where the proposal is wrong. */
    double zSpread(double dirtyPrice, double proposal) {
        double narrow = 1e-8;
        double above = atSpread(proposal - narrow) - dirtyPrice;
        double below = atSpread(proposal + narrow) - dirtyPrice;
        if (above >= 0.0 && below <= 0.0 && above > below) {
            return proposal - narrow + 2.0 * narrow * (above / (above - below));
        }
        double width = 1e-6;
        for (int step = 0; step < WIDENINGS; step++) {
            if (atSpread(-width) >= dirtyPrice && atSpread(width) <= dirtyPrice) {
                return halved(-width, width, spread -> atSpread(spread) - dirtyPrice);
            }
            width *= 2.0;
        }
        throw new NotConverged("no bracket for the Z-spread of " + dirtyPrice, WIDENINGS, 0.0, dirtyPrice);
    }

    static double halved(double lowest, double highest, DoubleUnaryOperator falling) {
        double low = lowest;
        double high = highest;
        for (double middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high)) {
            if (falling.applyAsDouble(middle) >= 0.0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    double effectiveDuration() {
        return difference(h -> value(k -> h * (times[k] - origin)));
    }

    /** The duration for a move of the rates about one key, by revaluing at moved curves. */
    double keyRateDuration(KeyRateKind kind, KeyTenors tenors, int key) {
        return switch (kind) {
            case ZERO ->
                difference(h -> {
                    double start = h * hat(tenors, key, origin) * origin;
                    return value(k -> h * hat(tenors, key, times[k]) * times[k] - start);
                });
            case FORWARD ->
                difference(h -> {
                    double start = h * hatArea(tenors, key, origin);
                    return value(k -> h * hatArea(tenors, key, times[k]) - start);
                });
            case PAR ->
                difference(h -> {
                    MovedParCurve moved =
                            new MovedParCurve(curve, times[times.length - 1], years -> h * hat(tenors, key, years));
                    double start = moved.exponent(origin);
                    return value(k -> moved.exponent(times[k]) - start);
                });
        };
    }

    /** −(∂V/∂h)/V from central differences at three steps, without their errors of second and fourth order. */
    private double difference(DoubleUnaryOperator valueAt) {
        double longest = Math.max(times[times.length - 1], 0.1);
        double step = 0.01 / longest;
        double whole = slope(valueAt, step);
        double half = slope(valueAt, 0.5 * step);
        double quarter = slope(valueAt, 0.25 * step);
        double coarse = (4.0 * half - whole) / 3.0;
        double fine = (4.0 * quarter - half) / 3.0;
        return -((16.0 * fine - coarse) / 15.0) / valueAt.applyAsDouble(0.0);
    }

    private static double slope(DoubleUnaryOperator valueAt, double step) {
        return (valueAt.applyAsDouble(step) - valueAt.applyAsDouble(-step)) / (2.0 * step);
    }

    /** The triangle over a key, as the lower of its two sides. */
    static double hat(KeyTenors tenors, int key, double time) {
        double peak = tenors.years(key);
        double rising = key == 0 ? 1.0 : 1.0 - (peak - time) / (peak - tenors.years(key - 1));
        double falling = key == tenors.count() - 1 ? 1.0 : 1.0 - (time - peak) / (tenors.years(key + 1) - peak);
        return Math.max(0.0, Math.min(1.0, Math.min(rising, falling)));
    }

    /** The area under it, by trapezoids between its corners. */
    private static double hatArea(KeyTenors tenors, int key, double time) {
        double area = 0.0;
        double from = 0.0;
        for (int corner = 0; corner <= tenors.count() && from < time; corner++) {
            double to = corner < tenors.count() ? Math.min(time, tenors.years(corner)) : time;
            area += 0.5 * (to - from) * (hat(tenors, key, from) + hat(tenors, key, to));
            from = to;
        }
        return area;
    }
}
