package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** All positions under all limits, with every measure kept up to date. Guarded by the engine. */
final class Portfolio {

    /** Below this, what is left of a face is rounding. */
    private static final double NOTHING = 1e-6;

    private final LimitUniverse universe;
    final List<CompiledLimit> limits = new ArrayList<>();
    private final Trackers trackers;
    private final Map<Holding.Key, Holding> holdings = new HashMap<>();
    private final LimitSet set;
    private Instant activeFrom = Instant.MAX;
    private Instant activeTo = Instant.MIN;

    Portfolio(LimitSet set, LimitUniverse universe, Map<String, DoubleSupplier> providers) {
        this.set = set;
        this.universe = universe;
        this.trackers = new Trackers(universe, providers);
        List<Limit> ordered = new ArrayList<>(set.limits());
        ordered.sort(
                (a, b) -> a.id().equals(b.id()) ? Integer.compare(a.version(), b.version()) : a.id().compareTo(b.id()));
        for (Limit limit : ordered) {
            limits.add(new CompiledLimit(limit, trackers.of(limit), trackers.threshold(limit)));
        }
    }

    /** Marks the versions that hold at a time. */
    void activate(Instant now) {
        if (!now.isBefore(activeFrom) && now.isBefore(activeTo)) {
            return;
        }
        List<Limit> valid = set.validAt(now);
        Instant from = Instant.MIN;
        Instant to = Instant.MAX;
        for (CompiledLimit limit : limits) {
            limit.active = valid.contains(limit.limit);
            for (Instant bound : Arrays.asList(limit.limit.validFrom(), limit.limit.validTo())) {
                if (bound != null && bound.isAfter(now)) {
                    to = bound.isBefore(to) ? bound : to;
                } else if (bound != null) {
                    from = bound.isAfter(from) ? bound : from;
                }
            }
        }
        activeFrom = from;
        activeTo = to;
    }

    @Nullable
    Instrument instrument(String security) {
        return universe.find(security);
    }

    /** The holding that an order is for; one that nobody has yet is made, and kept only by {@link #keep}. */
    Holding holding(Order order, Instrument instrument) {
        Holding.Key key = new Holding.Key(order.security().id(), order.book(), order.trader());
        Holding known = holdings.get(key);
        return known == null ? route(new Holding(key, instrument)) : known;
    }

    void keep(Holding holding) {
        holdings.putIfAbsent(holding.key, holding);
    }

    Collection<Holding> holdings() {
        return holdings.values();
    }

    private Holding route(Holding holding) {
        List<Tracker> touched = new ArrayList<>();
        Map<Tracker, Integer> groups = new HashMap<>();
        Map<Scope, Boolean> inside = new HashMap<>();
        for (Tracker tracker : trackers.all()) {
            if (inside.computeIfAbsent(tracker.scope, scope -> scope.contains(holding::groupOf))) {
                touched.add(tracker);
                groups.put(tracker, tracker.group(holding));
            }
        }
        holding.trackers = touched.toArray(Tracker[]::new);
        holding.groups = touched.stream()
                .mapToInt(tracker -> groups.getOrDefault(tracker, -1))
                .toArray();
        holding.limits = limits.stream()
                .filter(limit -> groups.containsKey(limit.tracker))
                .toArray(CompiledLimit[]::new);
        holding.limitGroups = Arrays.stream(holding.limits)
                .mapToInt(limit -> groups.getOrDefault(limit.tracker, -1))
                .toArray();
        holding.vectors = trackers.vectors().stream()
                .filter(vector -> inside.computeIfAbsent(vector.scope, scope -> scope.contains(holding::groupOf)))
                .toArray(VectorSum[]::new);
        return holding;
    }

    /** Books a position as filled, without any question. */
    void book(Position position) {
        Instrument instrument = universe.get(position.security().id());
        Holding.Key key = new Holding.Key(position.security().id(), position.book(), position.trader());
        Holding known = holdings.get(key);
        Holding holding = known == null ? route(new Holding(key, instrument)) : known;
        keep(holding);
        for (CompiledLimit limit : holding.limits) {
            if (!limit.tracker.supports(instrument)) {
                throw new MissingData("data of " + position.security().id() + " that limit "
                        + limit.limit.id() + " asks for: "
                        + limit.limit.measure().code().summary());
            }
        }
        double face = position.face().doubleValue();
        InvalidInput.unless(Double.isFinite(face), "face", position.face(), "one a double can hold");
        holding.filled = holding.filled.add(position.face());
        for (int look = 0; look < Look.COUNT; look++) {
            change(look, holding, face);
        }
    }

    /** Changes the face of a holding in one look. */
    void change(int look, Holding holding, double by) {
        double from = holding.faces[look];
        double sum = from + by;
        double to = Math.abs(sum) < NOTHING ? 0 : sum;
        for (int k = 0; k < holding.trackers.length; k++) {
            holding.trackers[k].apply(look, holding, holding.groups[k], from, to);
        }
        for (VectorSum vector : holding.vectors) {
            vector.apply(look, holding.instrument, to - from);
        }
        holding.faces[look] = to;
    }

    /** What is filled, position by position. */
    List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        for (Holding holding : holdings.values()) {
            if (holding.filled.signum() != 0) {
                positions.add(new Position(
                        holding.instrument.risk.security(), holding.key.book(), holding.key.trader(), holding.filled));
            }
        }
        positions.sort((a, b) -> {
            int byBook = a.book().toString().compareTo(b.book().toString());
            int bySecurity = byBook != 0
                    ? byBook
                    : a.security().id().compareTo(b.security().id());
            return bySecurity != 0 ? bySecurity : a.trader().compareTo(b.trader());
        });
        return List.copyOf(positions);
    }

    /** Takes over positions, working orders and overrides from a portfolio under other limits or another market. */
    void takeOver(Portfolio other, Collection<Reservation> reservations) {
        for (Position position : other.positions()) {
            book(position);
        }
        for (Reservation reservation : reservations) {
            Order order = reservation.order;
            Holding holding = holding(order, universe.get(order.security().id()));
            keep(holding);
            reservation.holding = holding;
            reservation.reserve(this, reservation.open.doubleValue());
        }
        Map<String, List<TemporaryOverride>> overrides = new HashMap<>();
        other.limits.forEach(limit -> overrides.put(limit.limit.id(), limit.overrides));
        Map<Limit, Boolean> exceeded = new HashMap<>();
        other.limits.forEach(limit -> exceeded.put(limit.limit, limit.exceeded));
        for (CompiledLimit limit : limits) {
            limit.overrides.addAll(overrides.getOrDefault(limit.limit.id(), List.of()));
            limit.exceeded = exceeded.getOrDefault(limit.limit, false);
        }
    }
}
