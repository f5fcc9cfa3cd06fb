package io.bondtrader.risk.limit;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.sensitivity.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Makes the trackers of limits' measures; limits on one measure of one scope share one. Guarded by the engine. */
final class Trackers {

    private record Key(LimitMeasure measure, Scope scope) {}

    private final LimitUniverse universe;
    private final Map<String, DoubleSupplier> providers;
    private final Map<Key, Tracker> trackers = new LinkedHashMap<>();
    private final Map<Scope, SumTracker> marketValues = new LinkedHashMap<>();
    private final Map<Scope, VectorSum> histories = new LinkedHashMap<>();
    private final Map<Scope, VectorSum> stresses = new LinkedHashMap<>();

    Trackers(LimitUniverse universe, Map<String, DoubleSupplier> providers) {
        this.universe = universe;
        this.providers = providers;
    }

    Tracker of(Limit limit) {
        Key key = new Key(limit.measure(), limit.scope());
        Tracker known = trackers.get(key);
        if (known != null) {
            return known;
        }
        Tracker made = tracker(limit.measure(), limit.scope());
        trackers.put(key, made);
        return made;
    }

    List<Tracker> all() {
        List<Tracker> all = new ArrayList<>(trackers.values());
        all.addAll(marketValues.values());
        return all;
    }

    List<VectorSum> vectors() {
        List<VectorSum> vectors = new ArrayList<>(histories.values());
        vectors.addAll(stresses.values());
        return vectors;
    }

    DoubleSupplier threshold(Limit limit) {
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
}
