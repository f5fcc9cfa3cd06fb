package io.bondtrader.risk.limit;

import io.bondtrader.core.trade.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One order under the limits that it touches: each measure as it would be with the order, in every look that counts.
 * Guarded by the engine.
 */
final class OrderCheck {

    private final Order order;
    private final Holding holding;
    private final Instant now;
    private final int ownLook;
    private final boolean bothLooks; // whether working orders of the other side make WITH_ALL another portfolio
    private final double lot;
    private final TradingState state;

    OrderCheck(Order order, Holding holding, Instant now, boolean oppositeWorking, TradingState state) {
        this.order = order;
        this.holding = holding;
        this.now = now;
        this.ownLook = Reservation.ownLook(order.side());
        this.bothLooks = oppositeWorking;
        this.lot = holding.instrument.lot.doubleValue();
        this.state = state;
    }

    Decision decide(long lots) {
        List<LimitImpact> impacts = new ArrayList<>(holding.limits.length);
        int[] places = new int[holding.limits.length]; // of the impacts' limits
        boolean failed = false;
        List<Denial> warnings = new ArrayList<>(0);
        for (int k = 0; k < holding.limits.length; k++) {
            CompiledLimit limit = holding.limits[k];
            if (!limit.tracker.supports(holding.instrument)) { // by a limit of another time, too: it keeps sums as well
                return rejected(
                        impacts,
                        unavailable(
                                DenialCode.DATA_MISSING, limit, order.security().id()));
            }
            if (!limit.active) {
                continue;
            }
            double limitAt = limit.threshold(now);
            if (Double.isNaN(limitAt)) {
                return rejected(impacts, unavailable(DenialCode.THRESHOLD_UNAVAILABLE, limit, "threshold"));
            }
            LimitImpact impact = impact(limit, holding.limitGroups[k], limitAt, lots);
            if (Double.isNaN(impact.after()) || Double.isNaN(impact.before())) {
                return rejected(impacts, unavailable(DenialCode.THRESHOLD_UNAVAILABLE, limit, "measure"));
            }
            places[impacts.size()] = k;
            impacts.add(impact);
            if (!impact.passes() && limit.warnsOnly()) {
                warnings.add(denial(impact, "exceeds"));
            } else if (!impact.passes()) {
                failed = true;
            } else if (impact.isExceededAlready()) {
                warnings.add(denial(impact, "is exceeded already and the order takes it no further:"));
            }
        }
        boolean stateStops = state == TradingState.REDUCING && !reducesAt(lots);
        if (!failed && !stateStops) {
            return warnings.isEmpty()
                    ? new Decision.Accepted(order, List.copyOf(impacts))
                    : new Decision.AcceptedWithWarnings(order, List.copyOf(impacts), List.copyOf(warnings));
        }
        return refuse(lots, impacts, places, stateStops);
    }

    private Decision refuse(long lots, List<LimitImpact> impacts, int[] places, boolean stateStops) {
        List<Denial> reasons = new ArrayList<>();
        long largest = lots;
        if (stateStops) {
            largest = largestReducing(lots);
            reasons.add(new Denial(
                    DenialCode.STATE_REDUCING, null, "only orders that make a position smaller pass at present"));
        }
        boolean reduces = !stateStops;
        for (int k = 0; k < impacts.size(); k++) {
            LimitImpact impact = impacts.get(k);
            CompiledLimit limit = holding.limits[places[k]];
            if (impact.passes() || limit.warnsOnly()) {
                continue;
            }
            long own = largest(places[k], impact.threshold(), lots);
            largest = Math.min(largest, own);
            reduces &= limit.limit.action() == LimitAction.REDUCE;
            LimitImpact cut = new LimitImpact(
                    impact.limit(),
                    impact.before(),
                    impact.after(),
                    impact.threshold(),
                    impact.utilisation(),
                    false,
                    face(own));
            impacts.set(k, cut);
            reasons.add(denial(cut, "stops the order:"));
        }
        largest = settle(impacts, places, largest);
        if (reduces && largest > 0) {
            Order reduced = order.withFace(face(largest));
            reasons.addAll(decide(largest).reasons()); // what the smaller order is warned of
            return new Decision.Reduced(order, List.copyOf(impacts), List.copyOf(reasons), reduced);
        }
        return new Decision.Rejected(order, List.copyOf(impacts), List.copyOf(reasons), face(largest));
    }

    /** A measure that is not convex may stop a smaller size though it lets a larger one pass: go on until none does. */
    private long settle(List<LimitImpact> impacts, int[] places, long start) {
        long largest = start;
        boolean changed = true;
        while (changed && largest > 0) {
            changed = false;
            for (int k = 0; k < impacts.size(); k++) {
                double limitAt = impacts.get(k).threshold();
                if (!holding.limits[places[k]].warnsOnly() && !passesAt(places[k], limitAt, largest)) {
                    largest = largest(places[k], limitAt, largest);
                    changed = true;
                }
            }
        }
        return largest;
    }

    /** The largest size that passes all limits, and the state, up to some number of lots. */
    long largestPassing(long most) {
        long largest = state == TradingState.REDUCING ? largestReducing(most) : most;
        boolean changed = true;
        while (changed && largest > 0) {
            changed = false;
            for (int k = 0; k < holding.limits.length; k++) {
                CompiledLimit limit = holding.limits[k];
                if (!limit.tracker.supports(holding.instrument)) {
                    return 0;
                }
                if (!limit.active || limit.warnsOnly()) {
                    continue;
                }
                double limitAt = limit.threshold(now);
                if (Double.isNaN(limitAt)) {
                    return 0;
                }
                if (!passesAt(k, limitAt, largest)) {
                    largest = largest(k, limitAt, largest);
                    changed = true;
                }
            }
        }
        return largest;
    }

    /** Bisection over whole lots: exact where all sizes up to some size pass and none beyond it. */
    private long largest(int place, double limitAt, long failing) {
        long passing = 0;
        long failed = failing;
        while (failed - passing > 1) {
            long middle = passing + (failed - passing) / 2;
            if (passesAt(place, limitAt, middle)) {
                passing = middle;
            } else {
                failed = middle;
            }
        }
        return passing;
    }

    private boolean passesAt(int place, double limitAt, long lots) {
        CompiledLimit limit = holding.limits[place];
        int group = holding.limitGroups[place];
        return passesIn(limit, group, limitAt, lots, ownLook)
                && (!bothLooks || passesIn(limit, group, limitAt, lots, Look.WITH_ALL));
    }

    private boolean passesIn(CompiledLimit limit, int group, double limitAt, long lots, int look) {
        double from = holding.faces[look];
        double to = face(look, lots);
        double before = limit.tracker.before(look, holding, group);
        double after = limit.tracker.after(look, holding, group, from, to);
        return limit.passes(limitAt, before, after, from, to);
    }

    /** The worse of both looks. */
    private LimitImpact impact(CompiledLimit limit, int group, double limitAt, long lots) {
        LimitImpact own = impactIn(limit, group, limitAt, lots, ownLook);
        if (!bothLooks) {
            return own;
        }
        LimitImpact all = impactIn(limit, group, limitAt, lots, Look.WITH_ALL);
        if (own.passes() != all.passes()) {
            return own.passes() ? all : own;
        }
        return all.utilisation() > own.utilisation() ? all : own;
    }

    private LimitImpact impactIn(CompiledLimit limit, int group, double limitAt, long lots, int look) {
        double from = holding.faces[look];
        double to = face(look, lots);
        double before = limit.tracker.before(look, holding, group);
        double after = limit.tracker.after(look, holding, group, from, to);
        boolean passes = limit.passes(limitAt, before, after, from, to);
        double used = CompiledLimit.utilisation(limit.limit, after, limitAt);
        return new LimitImpact(limit.limit, before, after, limitAt, used, passes, null);
    }

    private double face(int look, long lots) {
        double to = holding.faces[look] + order.side().sign() * (lots * lot);
        return Math.abs(to) < 1e-6 ? 0 : to;
    }

    private boolean reducesAt(long lots) {
        return Tracker.reduces(holding.faces[ownLook], face(ownLook, lots));
    }

    private long largestReducing(long most) {
        double held = holding.faces[ownLook] * order.side().sign();
        return held < 0 ? Math.min(most, (long) Math.floor(-held / lot + 1e-9)) : 0;
    }

    private BigDecimal face(long lots) {
        return holding.instrument.lot.multiply(BigDecimal.valueOf(lots));
    }

    private Decision rejected(List<LimitImpact> impacts, Denial reason) {
        return new Decision.Rejected(order, List.copyOf(impacts), List.of(reason), BigDecimal.ZERO);
    }

    private static Denial unavailable(DenialCode code, CompiledLimit limit, String what) {
        return new Denial(code, limit.limit.id(), "limit " + limit.limit.id() + " lacks data: " + what);
    }

    private static Denial denial(LimitImpact impact, String verb) {
        Limit limit = impact.limit();
        @Nullable BigDecimal largest = impact.largestFace();
        return new Denial(
                limit.measure().code(),
                limit.id(),
                String.format(
                        Locale.ROOT,
                        "limit %s %s %s of %s from %,.2f to %,.2f, %s %,.2f%s",
                        limit.id(),
                        verb,
                        limit.measure().code().summary(),
                        limit.scope(),
                        impact.before(),
                        impact.after(),
                        limit.bound() == LimitBound.MAXIMUM ? "at most" : "at least",
                        impact.threshold(),
                        largest == null ? "" : "; largest face " + largest.toPlainString()));
    }
}
