package io.bondtrader.strategies.performance;

import io.bondtrader.risk.var.TailRisk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures of a sheet with their names, once for the page and for the JSON. */
final class TearSheetFigures {

    private TearSheetFigures() {}

    /**
     * A figure.
     *
     * @param key its name in JSON
     * @param name its name on the page
     * @param value a number, a text, or empty if there is none
     * @param text the value as the page shows it
     */
    record Row(String key, String name, Optional<Object> value, String text) {

        static Row percent(String key, String name, double value) {
            return new Row(key, name, Optional.of(value), Page.percent(value));
        }

        static Row percent(String key, String name, OptionalDouble value) {
            return new Row(key, name, boxed(value), Page.percent(value));
        }

        static Row probability(String key, String name, double value) {
            return new Row(key, name, Optional.of(value), Page.probability(value));
        }

        static Row ratio(String key, String name, OptionalDouble value) {
            return new Row(key, name, boxed(value), Page.ratio(value));
        }

        static Row ratio(String key, String name, double value) {
            return ratio(key, name, OptionalDouble.of(value));
        }

        static Row money(String key, String name, double value) {
            return new Row(key, name, Optional.of(value), Page.money(value));
        }

        static Row money(String key, String name, OptionalDouble value) {
            return new Row(key, name, boxed(value), Page.money(value));
        }

        static Row count(String key, String name, long value) {
            return new Row(key, name, Optional.of(value), String.format(Locale.ROOT, "%,d", value));
        }

        static Row dated(String key, String name, DatedReturn value) {
            return new Row(
                    key, name, Optional.of(value.value()), Page.percent(value.value()) + " (" + value.date() + ")");
        }

        private static Optional<Object> boxed(OptionalDouble value) {
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }
    }

    static Map<String, List<Row>> groups(PerformanceStatistics figures, Optional<BenchmarkStatistics> comparison) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups.put("Return", returns(figures));
        groups.put("Risk", risk(figures));
        groups.put("Ratios", ratios(figures));
        groups.put("Exposure and costs", exposure(figures.exposure()));
        groups.put("Closed trades", trades(figures.trades()));
        comparison.ifPresent(other -> groups.put("Against " + other.benchmark(), comparison(other)));
        return groups;
    }

    private static List<Row> returns(PerformanceStatistics figures) {
        TrackRecord record = figures.record();
        return List.of(
                Row.percent("totalReturn", "total, time-weighted", figures.totalReturn()),
                Row.percent(
                        "annualReturn", record.years() < 0.95 ? "not annualised" : "a year", figures.annualReturn()),
                Row.percent(
                        "moneyWeightedReturn",
                        "a year, money-weighted",
                        record.moneyWeightedReturn().rate()),
                Row.money("profit", "profit, money", record.profit()),
                Row.dated("bestDay", "best day", figures.bestDay()),
                Row.dated("worstDay", "worst day", figures.worstDay()),
                Row.percent("bestMonth", "best month", figures.bestMonth().value()),
                Row.percent("worstMonth", "worst month", figures.worstMonth().value()));
    }

    private static List<Row> risk(PerformanceStatistics figures) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.percent("volatility", "volatility", figures.volatility()));
        rows.add(Row.percent("downsideDeviation", "downside deviation", figures.downsideDeviation()));
        rows.add(Row.percent(
                "maximumDrawdown", "largest drawdown", figures.drawdowns().maximum()));
        rows.add(Row.count(
                "longestDrawdownDays",
                "longest drawdown, days",
                figures.drawdowns().longest().map(Drawdown::length).orElse(0L)));
        rows.add(Row.percent("ulcerIndex", "ulcer index", figures.drawdowns().ulcerIndex()));
        String level = Page.tick(100 * figures.basis().tailConfidence()) + "%";
        TailRisk tail = figures.tail();
        rows.add(Row.percent("valueAtRisk", "value at risk of a return, " + level, tail.valueAtRisk()));
        rows.add(Row.percent("expectedShortfall", "expected shortfall, " + level, tail.expectedShortfall()));
        rows.add(Row.ratio("skewness", "skewness", figures.skewness()));
        rows.add(Row.ratio("excessKurtosis", "kurtosis less 3", figures.excessKurtosis()));
        return rows;
    }

    private static List<Row> ratios(PerformanceStatistics figures) {
        return List.of(
                Row.ratio("sharpe", "Sharpe", figures.sharpe()),
                Row.ratio("sharpeStandardError", "its standard error", figures.sharpeStandardError()),
                Row.ratio("sharpeForAutocorrelation", "Sharpe for autocorrelation", figures.sharpeForAutocorrelation()),
                Row.ratio("autocorrelation", "first autocorrelation", figures.autocorrelation()),
                Row.ratio("sortino", "Sortino", figures.sortino()),
                Row.ratio("calmar", "Calmar", figures.calmar()));
    }

    private static List<Row> exposure(ExposureStatistics exposure) {
        return List.of(
                Row.money("meanDv01", "mean DV01", exposure.meanDv01()),
                Row.money("meanSizeDv01", "mean size of DV01", exposure.meanSizeDv01()),
                Row.money("peakDv01", "peak DV01", exposure.peakDv01()),
                Row.ratio("meanGross", "gross value over equity", exposure.meanGross()),
                Row.percent("invested", "days with a position", exposure.invested()),
                Row.ratio("turnoverPerYear", "turnover over equity", exposure.turnoverPerYear()),
                Row.money("costs", "costs, money", exposure.costs()),
                Row.percent("costsPerYear", "costs over equity", exposure.costsPerYear()));
    }

    private static List<Row> trades(TradeStatistics trades) {
        return List.of(
                Row.count("trades", "closed trades", trades.count()),
                Row.percent("hitRate", "hit rate", trades.hitRate()),
                Row.ratio("profitFactor", "profit factor", trades.profitFactor()),
                Row.money("averageWin", "average win", trades.averageWin()),
                Row.money("averageLoss", "average loss", trades.averageLoss()),
                Row.money("expectancy", "mean of a trade", trades.expectancy()),
                Row.count("longestLosingRun", "most losses in a row", trades.longestLosingRun()),
                Row.ratio("meanDaysHeld", "mean days held", trades.meanDaysHeld()));
    }

    private static List<Row> comparison(BenchmarkStatistics other) {
        return List.of(
                Row.ratio("beta", "beta", other.beta()),
                Row.percent("alpha", "alpha", other.alpha()),
                Row.ratio("correlation", "correlation", other.correlation()),
                Row.percent("activeReturn", "active return", other.activeReturn()),
                Row.percent("trackingError", "tracking error", other.trackingError()),
                Row.ratio("informationRatio", "information ratio", other.informationRatio()),
                Row.percent("benchmarkReturn", "total return of the benchmark", other.benchmarkReturn()));
    }

    static List<Row> luck(OverfittingReport luck) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.probability(
                "probabilisticSharpe",
                "probability that the true Sharpe ratio is above 0, alone",
                luck.probabilisticSharpe()));
        rows.add(Row.probability("deflatedSharpe", "the same after the trials (deflated)", luck.deflatedSharpe()));
        OptionalDouble length = luck.minimumTrackRecordLength();
        rows.add(new Row(
                "minimumTrackRecordLength",
                "returns needed for 95 % confidence",
                length.isPresent() ? Optional.of(length.getAsDouble()) : Optional.empty(),
                length.isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%,.0f of %,d",
                                Math.ceil(length.getAsDouble()),
                                luck.inference().observations())
                        : "none suffice"));
        luck.backtestOverfitting().ifPresent(measured -> {
            rows.add(
                    Row.percent("backtestOverfitting", "probability of back-test overfitting", measured.probability()));
            rows.add(Row.ratio(
                    "degradationSlope", "slope of tested on learned Sharpe ratios", measured.degradationSlope()));
            rows.add(Row.percent(
                    "probabilityOfLoss", "probability of loss of the best trial", measured.probabilityOfLoss()));
        });
        return rows;
    }
}
