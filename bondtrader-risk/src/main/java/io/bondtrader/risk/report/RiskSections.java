package io.bondtrader.risk.report;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.risk.limit.Utilisation;
import io.bondtrader.risk.regulatory.RegulatoryFigure;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.RiskTotals;
import io.bondtrader.risk.stress.StressResult;
import io.bondtrader.risk.var.BackTest;
import io.bondtrader.risk.var.TailContributions;
import io.bondtrader.risk.var.TailRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Sections of a report from the library's results.
 *
 * <p>Without state, safe for use by many threads.
 */
public final class RiskSections {

    private static final int MOST_BARS = 20;

    private RiskSections() {}

    /**
     * Returns value at risk and expected shortfall, a row a model.
     *
     * @param figures the figures by the name of their model, in the order of rows
     * @param unit currency of the figures
     * @return a table
     * @throws InvalidInput if there is no figure
     */
    public static ReportSection valueAtRisk(Map<String, TailRisk> figures, String unit) {
        InvalidInput.unless(!figures.isEmpty(), "figures", 0, "at least one");
        List<List<Object>> rows = new ArrayList<>();
        figures.forEach((name, risk) -> rows.add(List.of(
                name,
                String.format(Locale.ROOT, "%.4g%%", 100 * risk.confidence()),
                risk.valueAtRisk(),
                band(risk.valueAtRiskBand().lower(), risk.valueAtRiskBand().upper()),
                risk.expectedShortfall(),
                band(
                        risk.expectedShortfallBand().lower(),
                        risk.expectedShortfallBand().upper()),
                risk.convention().map(Object::toString).orElse("distribution"),
                risk.method())));
        return new ReportSection.Table(
                "Value at risk and expected shortfall",
                "In " + unit + "; losses are positive, bands hold the true figure with 95 %.",
                List.of("model", "confidence", "VaR", "VaR band", "ES", "ES band", "quantile", "how"),
                rows);
    }

    private static String band(double lower, double upper) {
        return HtmlPage.number(lower) + " to " + HtmlPage.number(upper);
    }

    /**
     * Returns the parts of expected shortfall, largest first.
     *
     * @param contributions of positions or groups
     * @param unit currency of the figures
     * @return bars that add up to expected shortfall
     */
    public static ReportSection contributions(TailContributions contributions, String unit) {
        List<ReportSection.Item> parts = contributions.parts().stream()
                .map(part -> new ReportSection.Item(part.position(), part.componentExpectedShortfall()))
                .toList();
        return new ReportSection.Bars(
                "What makes up the expected shortfall",
                "In " + unit + "; parts add up to "
                        + HtmlPage.number(contributions.risk().expectedShortfall()) + ", negative ones hedge the rest.",
                unit,
                SvgChart.largest(parts, MOST_BARS));
    }

    /**
     * Returns P&amp;L against what was promised, day by day.
     *
     * @param test the back-test
     * @param unit currency of the figures
     * @return a chart with the exceptions marked
     */
    public static ReportSection backTest(BackTest test, String unit) {
        List<Double> promised = new ArrayList<>();
        List<Double> shortfall = new ArrayList<>();
        List<Double> pnl = new ArrayList<>();
        List<Boolean> exceptions = new ArrayList<>();
        boolean[] beyond = test.exceptions();
        double[] earned = test.pnl();
        double[] losses = test.valueAtRisk();
        double[] tails = test.expectedShortfall();
        for (int t = 0; t < beyond.length; t++) {
            promised.add(-losses[t]);
            shortfall.add(-tails[t]);
            pnl.add(earned[t]);
            exceptions.add(beyond[t]);
        }
        String verdict = test.days().size() >= 250 ? " Last 250 days: " + test.trafficLight(250) + "." : "";
        return new ReportSection.Series(
                "Value at risk against what happened",
                test.coverage() + ". " + test.shortfall() + "." + verdict,
                unit,
                test.days(),
                List.of(
                        new ReportSection.Line("value at risk", promised),
                        new ReportSection.Line("shortfall", shortfall)),
                pnl,
                exceptions);
    }

    /**
     * Returns DV01 by key.
     *
     * @param totals of a book or a group
     * @param tenors the keys of its key-rate DV01s
     * @param unit currency of the figures
     * @return a bar a key
     * @throws InvalidInput if there are more or fewer keys than DV01s
     */
    public static ReportSection keyRates(RiskTotals totals, KeyTenors tenors, String unit) {
        InvalidInput.unless(
                tenors.count() == totals.keyRateDv01s().size(), "keys", tenors.count(), "one a key-rate DV01");
        List<ReportSection.Item> bars = new ArrayList<>();
        for (int key = 0; key < tenors.count(); key++) {
            bars.add(new ReportSection.Item(
                    tenors.label(key), totals.keyRateDv01s().get(key)));
        }
        return new ReportSection.Bars(
                "Key-rate DV01",
                "In " + unit + " per basis point; keys add up to " + HtmlPage.number(totals.dv01()) + ".",
                unit,
                bars);
    }

    /**
     * Returns the strongest directions of a curve's moves.
     *
     * @param components of the covariance of its factors
     * @param count how many, 1 or more
     * @return a table with loadings and explained shares
     * @throws InvalidInput if there are not so many
     */
    public static ReportSection components(PrincipalComponents components, int count) {
        InvalidInput.unless(
                count >= 1 && count <= components.count(), "components", count, "1 to " + components.count());
        List<String> columns = new ArrayList<>(List.of("component", "explains %"));
        columns.addAll(components.covariance().names());
        List<List<Object>> rows = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            List<Object> row = new ArrayList<>();
            row.add(components.shape(c));
            row.add(100 * (components.explained(c + 1) - components.explained(c)));
            for (double loading : components.loadings(c)) {
                row.add(loading);
            }
            rows.add(row);
        }
        return new ReportSection.Table(
                "What moves the curve", "Loadings of principal components, each of length one.", columns, rows);
    }

    /**
     * Returns what each stress scenario would earn or lose.
     *
     * @param results one a scenario, in the order of bars
     * @param unit currency of the figures
     * @return a bar a scenario
     */
    public static ReportSection stress(List<StressResult> results, String unit) {
        List<ReportSection.Item> bars = results.stream()
                .map(result -> new ReportSection.Item(result.scenario().name(), result.total()))
                .toList();
        return new ReportSection.Bars(
                "Stress tests", "In " + unit + "; instantaneous moves, every bond valued anew.", unit, bars);
    }

    /**
     * Returns where the loss of one stress scenario comes from.
     *
     * @param result of the scenario
     * @param dimension by what it is split, such as tenor buckets
     * @param unit currency of the figures
     * @return a waterfall that ends at the scenario's P&amp;L
     */
    public static ReportSection stressBy(StressResult result, Dimension dimension, String unit) {
        return waterfall(
                "Where it hurts: " + result.scenario().name(),
                "In " + unit + ", by "
                        + dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".",
                dimension == Dimension.TENOR ? shortestFirst(result.by(dimension)) : result.by(dimension),
                unit);
    }

    private static Map<String, Double> shortestFirst(Map<String, Double> byTenor) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        byTenor.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> firstNumber(entry.getKey())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** Where a bucket such as {@code 10Y-20Y} starts. */
    private static int firstNumber(String bucket) {
        String digits = bucket.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /**
     * Returns losses or gains by name, such as those of stress scenarios.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param values P&amp;L by name, in the order of bars
     * @param unit currency of the figures
     * @return a bar a name
     */
    public static ReportSection pnlByName(String title, String note, Map<String, Double> values, String unit) {
        return new ReportSection.Bars(title, note, unit, items(values));
    }

    /**
     * Returns how steps make a total, such as the parts of a stress loss or of a day's P&amp;L.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param steps the steps by name, in order
     * @param unit currency of the figures
     * @return a waterfall
     */
    public static ReportSection waterfall(String title, String note, Map<String, Double> steps, String unit) {
        return new ReportSection.Waterfall(title, note, unit, items(steps));
    }

    private static List<ReportSection.Item> items(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> new ReportSection.Item(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Returns how much of each limit is used.
     *
     * @param utilisations one a limit
     * @return gauges; a limit whose use is no share of anything is left out
     */
    public static ReportSection limits(List<Utilisation> utilisations) {
        List<ReportSection.Gauge> gauges = new ArrayList<>();
        for (Utilisation use : utilisations) {
            if (Double.isFinite(use.utilisation())) {
                gauges.add(new ReportSection.Gauge(
                        use.group() == null ? use.limit().id() : use.limit().id() + " in " + use.group(),
                        use.value(),
                        use.threshold(),
                        use.utilisation(),
                        OptionalDouble.empty()));
            }
        }
        return new ReportSection.Utilisation("Limits", "Use of each limit; beyond 100 % is a breach.", gauges);
    }

    /**
     * Returns a supervisor's figure with its inputs.
     *
     * @param figure the figure
     * @return a table, the figure in its last row
     */
    public static ReportSection regulatory(RegulatoryFigure figure) {
        List<List<Object>> rows = new ArrayList<>();
        for (RegulatoryFigure.Line line : figure.lines()) {
            rows.add(List.of(line.label(), line.value(), line.unit()));
        }
        rows.add(List.of(figure.name(), figure.value(), figure.unit()));
        return new ReportSection.Table(
                figure.name(), figure.source().toString(), List.of("line", "value", "unit"), rows);
    }
}
