package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.risk.sensitivity.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** All positions under all limits, with every measure kept up to date. Guarded by the engine. */
final class Portfolio {

    /** Below this, what is left of a face is rounding. */
    private static final double NOTHING = 1e-6;

    private record TrackerKey(LimitMeasure measure, Scope scope) {}

    private final LimitUniverse universe;
    private final Map<String, DoubleSupplier> providers;
    final List<CompiledLimit> limits = new ArrayList<>();
    private final Map<TrackerKey, Tracker> trackers = new LinkedHashMap<>();
    private final Map<Scope, SumTracker> marketValues = new LinkedHashMap<>();
    private final Map<Scope, VectorSum> histories = new LinkedHashMap<>();
    private final Map<Scope, VectorSum> stresses = new LinkedHashMap<>();
    private final Map<Holding.Key, Holding> holdings = new HashMap<>();
    private final LimitSet set;
    private Instant activeFrom = Instant.MAX;
    private Instant activeTo = Instant.MIN;

    Portfolio(LimitSet set, LimitUniverse universe, Map<String, DoubleSupplier> providers) {
        this.set = set;
        this.universe = universe;
        this.providers = providers;
        List<Limit> ordered = new ArrayList<>(set.limits());
        ordered.sort(
                (a, b) -> a.id().equals(b.id()) ? Integer.compare(a.version(), b.version()) : a.id().compareTo(b.id()));
        for (Limit limit : ordered) {
            Tracker tracker = trackers.computeIfAbsent(
                    new TrackerKey(limit.measure(), limit.scope()), key -> tracker(limit.measure(), limit.scope()));
            limits.add(new CompiledLimit(limit, tracker, threshold(limit)));
        }
    }

    private DoubleSupplier threshold(Limit limit) {
        if (limit.threshold() instanceof Threshold.Absolute absolute) {
            return absolute::value;
        }
        if (limit.threshold() instanceof Threshold.Dynamic dynamic) {
            return provider(dynamic.provider());
        }
        Threshold.Relative relative = (Threshold.Relative) limit.threshold();
        if (relative.base().equals(Threshold.SCOPE_MARKET_VALUE)) {
            SumTracker value = marketValues.computeIfAbsent(limit.scope(), SumTracker::ofMarketValue);
            return () -> relative.fraction() * value.value(Look.FILLED);
        }
        DoubleSupplier base = provider(relative.base());
        return () -> relative.fraction() * base.getAsDouble();
    }

    private DoubleSupplier provider(String name) {
        DoubleSupplier provider = providers.get(name);
        if (provider == null) {
            throw new MissingData("provider " + name + " that a limit refers to");
        }
        return () -> {
            try {
                return provider.getAsDouble();
            } catch (RuntimeException unavailable) {
                return Double.NaN; // nothing passes: what nobody knows is not a high number
            }
        };
    }

    private Tracker tracker(LimitMeasure measure, Scope scope) {
        if (measure instanceof LimitMeasure.Exposure exposure) {
            int kind = exposure.kind().place();
            return new SumTracker(scope, kind(exposure.netting()), instrument -> instrument.exposures[kind]);
        }
        if (measure instanceof LimitMeasure.KeyRateDv01 keyRate) {
            int key = universe.keyTenors().indexOf(keyRate.tenor());
            if (key < 0) {
                throw new MissingData("key rate " + keyRate.tenor() + " in the universe of limits");
            }
            return new SumTracker(
                    scope, kind(keyRate.netting()), instrument -> SumTracker.entry(instrument.keyRates, key));
        }
        if (measure instanceof LimitMeasure.ValueAtRisk var) {
            VectorSum history = history(scope);
            return new TailTracker(
                    history, TailReader.valueAtRisk(history.scratch.length, var.confidence(), var.convention()));
        }
        if (measure instanceof LimitMeasure.ExpectedShortfall shortfall) {
            VectorSum history = history(scope);
            return new TailTracker(
                    history,
                    TailReader.expectedShortfall(
                            history.scratch.length, shortfall.confidence(), shortfall.convention()));
        }
        if (measure instanceof LimitMeasure.StressLoss stress) {
            int place = universe.scenarios().indexOf(stress.scenario());
            if (place < 0) {
                throw new MissingData("stress scenario " + stress.scenario() + " in the universe of limits");
            }
            return new SumTracker(
                    scope, SumTracker.Kind.LOSS, instrument -> SumTracker.entry(instrument.stress, place));
        }
        if (measure instanceof LimitMeasure.WorstStressLoss) {
            if (universe.scenarios().isEmpty()) {
                throw new MissingData("stress scenarios in the universe of limits");
            }
            VectorSum sums = stresses.computeIfAbsent(
                    scope,
                    key -> new VectorSum(
                            key,
                            instrument -> instrument.stress,
                            universe.scenarios().size()));
            return new TailTracker(sums, TailReader.worst());
        }
        return positionTracker(measure, scope);
    }

    private Tracker positionTracker(LimitMeasure measure, Scope scope) {
        if (measure instanceof LimitMeasure.Concentration concentration) {
            int kind = concentration.kind().place();
            return new GroupTracker(
                    scope, concentration.by(), instrument -> instrument.exposures[kind], concentration.share());
        }
        if (measure instanceof LimitMeasure.DaysToLiquidate) {
            return new GroupTracker(
                    scope,
                    Dimension.SECURITY,
                    instrument -> instrument.dailyCapacity > 0 ? 1 / instrument.dailyCapacity : Double.NaN,
                    false);
        }
        if (measure instanceof LimitMeasure.IlliquidShare illiquid) {
            return new RatioTracker.Illiquid(scope, illiquid.days());
        }
        if (measure instanceof LimitMeasure.WeightedMaturity) {
            return new RatioTracker.Maturity(scope);
        }
        if (measure instanceof LimitMeasure.MaximumMaturity) {
            return new LongestTracker(scope);
        }
        if (measure instanceof LimitMeasure.Leverage leverage) {
            return new LeverageTracker(scope, provider(leverage.capital()));
        }
        if (measure instanceof LimitMeasure.Drawdown drawdown) {
            return new SuppliedTracker(scope, provider(drawdown.provider()));
        }
        throw new IllegalStateException("no tracker of " + measure);
    }

    private static SumTracker.Kind kind(Netting netting) {
        return netting == Netting.NET ? SumTracker.Kind.NET : SumTracker.Kind.GROSS;
    }

    private VectorSum history(Scope scope) {
        int length = universe.historyLength();
        if (length < 2) {
            throw new MissingData("P&L vectors in the universe of limits");
        }
        return histories.computeIfAbsent(scope, key -> new VectorSum(key, instrument -> instrument.history, length));
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
        List<Tracker> all = new ArrayList<>(trackers.values());
        all.addAll(marketValues.values());
        for (Tracker tracker : all) {
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
        List<VectorSum> vectors = new ArrayList<>(histories.values());
        vectors.addAll(stresses.values());
        holding.vectors = vectors.stream()
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
