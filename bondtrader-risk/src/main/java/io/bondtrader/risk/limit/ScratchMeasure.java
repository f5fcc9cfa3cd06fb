package io.bondtrader.risk.limit;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Position;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.PnlVectors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures from a list of positions, all added up again each time: the second path of what the engine keeps up to date. It
 * shares with the engine the instruments' numbers and the definition of scopes, and no sum, group or selection.
 */
final class ScratchMeasure {

    private final LimitUniverse universe;
    private final Map<String, Double> supplied;

    ScratchMeasure(LimitUniverse universe, Map<String, Double> supplied) {
        this.universe = universe;
        this.supplied = supplied;
    }

    double value(LimitMeasure measure, Scope scope, List<Position> all) {
        List<Position> positions = all.stream()
                .filter(held -> scope.contains(by -> group(held, by)))
                .toList();
        if (measure instanceof LimitMeasure.Exposure exposure) {
            return sum(positions, exposure.netting(), risk -> risk.exposure(exposure.kind()));
        }
        if (measure instanceof LimitMeasure.KeyRateDv01 key) {
            return sum(positions, key.netting(), risk -> risk.keyRateDv01s().getOrDefault(key.tenor(), Double.NaN));
        }
        if (measure instanceof LimitMeasure.ValueAtRisk var) {
            return vectors(positions).risk(var.confidence(), var.convention()).valueAtRisk();
        }
        if (measure instanceof LimitMeasure.ExpectedShortfall shortfall) {
            return vectors(positions)
                    .risk(shortfall.confidence(), shortfall.convention())
                    .expectedShortfall();
        }
        if (measure instanceof LimitMeasure.StressLoss stress) {
            return 0.0 - stress(positions, stress.scenario());
        }
        if (measure instanceof LimitMeasure.WorstStressLoss) {
            return universe.scenarios().stream()
                    .mapToDouble(scenario -> 0.0 - stress(positions, scenario))
                    .max()
                    .orElse(0);
        }
        if (measure instanceof LimitMeasure.Concentration concentration) {
            ToDoubleFunction<InstrumentRisk> perUnit = risk -> risk.exposure(concentration.kind());
            double largest = largestGroup(positions, concentration.by(), perUnit);
            double gross = sum(positions, Netting.GROSS, perUnit);
            return concentration.share() ? (gross > 1e-6 ? largest / gross : 0) : largest;
        }
        if (measure instanceof LimitMeasure.DaysToLiquidate) {
            return largestGroup(positions, Dimension.SECURITY, risk -> 1 / risk.dailyCapacity());
        }
        if (measure instanceof LimitMeasure.MaximumMaturity) {
            return positions.stream()
                    .mapToDouble(held -> risk(held).maturityYears())
                    .max()
                    .orElse(0);
        }
        if (measure instanceof LimitMeasure.WeightedMaturity) {
            return mean(positions, held -> risk(held).maturityYears());
        }
        if (measure instanceof LimitMeasure.IlliquidShare illiquid) {
            return mean(
                    positions,
                    held -> Math.abs(held.face().doubleValue()) / risk(held).dailyCapacity() > illiquid.days() ? 1 : 0);
        }
        if (measure instanceof LimitMeasure.Leverage leverage) {
            double gross = sum(positions, Netting.GROSS, risk -> risk.exposure(ExposureKind.MARKET_VALUE));
            return gross / supplied(leverage.capital());
        }
        if (measure instanceof LimitMeasure.Drawdown drawdown) {
            return supplied(drawdown.provider());
        }
        throw new IllegalStateException("no measure " + measure);
    }

    private double supplied(String name) {
        Double value = supplied.get(name);
        if (value == null) {
            throw new MissingData("number of provider " + name);
        }
        return value;
    }

    private InstrumentRisk risk(Position held) {
        return universe.get(held.security().id()).risk;
    }

    private String group(Position held, Dimension by) {
        return by.groupOf(
                risk(held).security(),
                held.book(),
                held.trader(),
                universe.get(held.security().id()).tenorBucket);
    }

    private double sum(List<Position> positions, Netting netting, ToDoubleFunction<InstrumentRisk> perUnit) {
        BigDecimal exact = BigDecimal.ZERO;
        for (Position held : positions) {
            BigDecimal amount = held.face().multiply(new BigDecimal(perUnit.applyAsDouble(risk(held))));
            exact = exact.add(netting == Netting.GROSS ? amount.abs() : amount);
        }
        return exact.doubleValue();
    }

    private double stress(List<Position> positions, String scenario) {
        return sum(positions, Netting.NET, risk -> risk.stressPnl().getOrDefault(scenario, Double.NaN));
    }

    private double largestGroup(List<Position> positions, Dimension by, ToDoubleFunction<InstrumentRisk> perUnit) {
        Map<String, List<Position>> groups = new TreeMap<>();
        positions.forEach(held ->
                groups.computeIfAbsent(group(held, by), k -> new ArrayList<>()).add(held));
        return groups.values().stream()
                .mapToDouble(members -> Math.abs(sum(members, Netting.NET, perUnit)))
                .max()
                .orElse(0);
    }

    private double mean(List<Position> positions, ToDoubleFunction<Position> quantity) {
        double weighted = 0;
        double weights = 0;
        for (int i = positions.size() - 1; i >= 0; i--) {
            Position held = positions.get(i);
            double weight = Math.abs(held.face().doubleValue() * risk(held).exposure(ExposureKind.MARKET_VALUE));
            weighted += weight * quantity.applyAsDouble(held);
            weights += weight;
        }
        return weights > 1e-6 ? weighted / weights : 0;
    }

    private PnlVectors vectors(List<Position> positions) {
        int length = universe.historyLength();
        List<String> names = new ArrayList<>(List.of("nothing"));
        List<double[]> rows = new ArrayList<>(List.of(new double[length]));
        for (Position held : positions) {
            double[] history = risk(held).history();
            if (history == null) {
                throw new MissingData("P&L vector of " + held.security().id());
            }
            double face = held.face().doubleValue();
            names.add("position " + names.size());
            rows.add(IntStream.range(0, length)
                    .mapToDouble(k -> face * history[k])
                    .toArray());
        }
        List<String> scenarios =
                IntStream.range(0, length).mapToObj(k -> "scenario " + k).toList();
        return PnlVectors.of("from scratch", names, scenarios, rows.toArray(double[][]::new));
    }
}
