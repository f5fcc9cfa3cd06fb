package io.bondtrader.strategies.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Pages as maps and lists in a settled order; what there is not is null. */
final class TearSheetTree {

    private TearSheetTree() {}

    static Map<String, @Nullable Object> of(TearSheet sheet) {
        PerformanceStatistics figures = sheet.statistics;
        TrackRecord record = figures.record();
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("title", sheet.title);
        root.put("record", record.name());
        root.put("currency", sheet.currency);
        root.put("start", record.start().toString());
        root.put("end", record.end().toString());
        root.put("ruin", record.ruin().map(Object::toString).orElse(null));
        root.put("returns", record.size());
        root.put("basis", figures.basis().toString());
        root.put("figures", figures(figures, sheet.comparison));
        root.put("overfitting", sheet.overfitting.map(TearSheetTree::luck).orElse(null));
        root.put("attribution", sheet.attribution);
        root.put(
                "drawdowns",
                figures.drawdowns().deepestFirst().stream()
                        .map(TearSheetTree::drawdown)
                        .toList());
        root.put(
                "months",
                figures.monthly().years().stream().map(TearSheetTree::year).toList());
        root.put("series", series(sheet));
        root.put(
                "closedTrades",
                figures.closedTrades().stream().map(TearSheetTree::trade).toList());
        root.put("notes", sheet.notes);
        return root;
    }

    private static Map<String, @Nullable Object> figures(
            PerformanceStatistics figures, Optional<BenchmarkStatistics> comparison) {
        Map<String, @Nullable Object> groups = new LinkedHashMap<>();
        TearSheetFigures.groups(figures, comparison).forEach((name, rows) -> groups.put(key(name), rows(rows)));
        return groups;
    }

    /** Several records side by side. */
    static Map<String, @Nullable Object> of(ComparisonPage page) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("title", page.title());
        List<Object> records = new ArrayList<>();
        for (PerformanceStatistics figures : page.records()) {
            Map<String, @Nullable Object> node = new LinkedHashMap<>();
            node.put("record", figures.record().name());
            node.put("start", figures.record().start().toString());
            node.put("end", figures.record().end().toString());
            node.put("ruin", figures.record().ruin().map(Object::toString).orElse(null));
            node.put("returns", figures.record().size());
            node.put("basis", figures.basis().toString());
            node.put("figures", figures(figures, Optional.empty()));
            records.add(node);
        }
        root.put("records", records);
        root.put("best", page.best().map(TearSheetTree::luck).orElse(null));
        return root;
    }

    static String text(Map<String, @Nullable Object> tree) {
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers cannot be written", impossible);
        }
    }

    private static String key(String group) {
        return group.startsWith("Against ")
                ? "benchmark"
                : group.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static Map<String, @Nullable Object> rows(List<TearSheetFigures.Row> rows) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        rows.forEach(row -> node.put(row.key(), row.value().orElse(null)));
        return node;
    }

    private static Map<String, @Nullable Object> luck(OverfittingReport luck) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("assumption", luck.assumption());
        node.put("oneTrialAssumed", luck.isOneTrialAssumed());
        node.put("trials", luck.trials().orElse(null));
        node.putAll(rows(TearSheetFigures.luck(luck)));
        return node;
    }

    private static Map<String, @Nullable Object> drawdown(Drawdown drawdown) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("depth", drawdown.depth());
        node.put("peak", drawdown.peak().toString());
        node.put("trough", drawdown.trough().toString());
        node.put("recovery", drawdown.recovery().map(Object::toString).orElse(null));
        node.put("days", drawdown.length());
        return node;
    }

    private static Map<String, @Nullable Object> year(MonthlyTable.Year year) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("year", year.year());
        List<@Nullable Double> months = new ArrayList<>();
        for (OptionalDouble month : year.months()) {
            months.add(month.isPresent() ? (Double) month.getAsDouble() : null);
        }
        node.put("months", months);
        node.put("total", year.total());
        return node;
    }

    private static Map<String, @Nullable Object> series(TearSheet sheet) {
        TrackRecord record = sheet.statistics.record();
        List<TrackDay> days = record.days().subList(0, record.size() + 1);
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("dates", days.stream().map(day -> day.date().toString()).toList());
        node.put("equity", days.stream().map(TrackDay::equity).toList());
        node.put("flow", days.stream().map(TrackDay::flow).toList());
        node.put("growth", record.growth());
        sheet.benchmark.ifPresent(other -> {
            double[] growth = other.growthOn(record);
            node.put(
                    "benchmarkGrowth",
                    Arrays.stream(growth).map(value -> value / growth[0]).toArray());
        });
        node.put("drawdown", sheet.statistics.drawdowns().underwater());
        node.put("dv01", days.stream().map(TrackDay::dv01).toList());
        node.put("turnover", days.stream().map(TrackDay::turnover).toList());
        node.put("costs", days.stream().map(TrackDay::costs).toList());
        return node;
    }

    private static Map<String, @Nullable Object> trade(ClosedTrade trade) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("instrument", trade.instrument());
        node.put("side", trade.side().name().toLowerCase(Locale.ROOT));
        node.put("entry", trade.entry().toString());
        node.put("exit", trade.exit().toString());
        node.put("face", trade.face());
        node.put("entryPrice", trade.entryPrice());
        node.put("exitPrice", trade.exitPrice());
        node.put("profit", trade.profit().amount());
        node.put("costs", trade.costs().amount());
        node.put("currency", trade.profit().currency().getCurrencyCode());
        node.put("reason", trade.reason());
        return node;
    }
}
