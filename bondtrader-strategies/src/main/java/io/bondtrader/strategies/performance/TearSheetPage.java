package io.bondtrader.strategies.performance;

import io.bondtrader.core.trade.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A tear sheet as a page. */
final class TearSheetPage {

    private static final int DEEPEST = 8;

    private final TearSheet sheet;
    private final PerformanceStatistics figures;
    private final TrackRecord record;
    private final LocalDate[] days;
    private final StringBuilder page;

    private TearSheetPage(TearSheet sheet) {
        this.sheet = sheet;
        this.figures = sheet.statistics;
        this.record = figures.record();
        this.days = days(record);
        this.page = Page.open(sheet.title, subtitle());
    }

    static String render(TearSheet sheet) {
        return new TearSheetPage(sheet).render();
    }

    static LocalDate[] days(TrackRecord record) {
        return record.days().subList(0, record.size() + 1).stream()
                .map(TrackDay::date)
                .toArray(LocalDate[]::new);
    }

    private String subtitle() {
        return String.format(
                Locale.ROOT,
                "%s to %s · %,d returns · %s%s",
                record.start(),
                record.end(),
                record.size(),
                figures.basis(),
                sheet.currency.isBlank() ? "" : " · money in " + sheet.currency);
    }

    private String render() {
        record.ruin()
                .ifPresent(day -> page.append("<p class=\"box loud\"><b>RUINED on ")
                        .append(day)
                        .append("</b>: all there was is lost; figures are those up to that day.</p>\n"));
        tiles();
        growth();
        drawdowns();
        rolling();
        exposure();
        figureTables();
        Page.heading(page, "Returns by month, %", "The first and the last month may be parts.");
        months();
        luck();
        attribution();
        trades();
        if (!sheet.notes.isEmpty()) {
            Page.heading(page, "Notes", "");
            sheet.notes.forEach(
                    note -> page.append("<p>").append(Page.escape(note)).append("</p>\n"));
        }
        return Page.close(page);
    }

    private void tiles() {
        page.append("<div class=\"tiles\">\n");
        tile(Page.percent(figures.annualReturn()), record.years() < 0.95 ? "return, not annualised" : "return a year");
        tile(Page.percent(figures.volatility()), "volatility a year");
        tile(Page.ratio(figures.sharpe()), "Sharpe ratio");
        tile(Page.ratio(figures.sortino()), "Sortino ratio");
        tile(Page.percent(-figures.drawdowns().maximum()), "largest drawdown");
        sheet.overfitting.ifPresent(luck -> tile(
                Page.probability(luck.deflatedSharpe()),
                luck.isOneTrialAssumed() ? "Sharpe above 0, one trial assumed" : "Sharpe above 0, deflated"));
        page.append("</div>\n");
    }

    private void tile(String value, String name) {
        page.append("<div class=\"tile\"><b>")
                .append(Page.escape(value.replace('-', '\u2212')))
                .append("</b><span>")
                .append(Page.escape(name))
                .append("</span></div>\n");
    }

    private void growth() {
        Page.heading(page, "Growth of one unit", sheet.logarithmic ? "Logarithmic: equal slopes are equal rates." : "");
        DateChart chart = new DateChart("growth of one unit", 270, Page::tick)
                .logarithmic(sheet.logarithmic)
                .line(record.name(), days, record.growth());
        sheet.benchmark.ifPresent(other -> {
            double[] growth = other.growthOn(record);
            chart.line(
                    other.name(),
                    days,
                    Arrays.stream(growth).map(value -> value / growth[0]).toArray());
        });
        page.append(chart.draw());
    }

    private void drawdowns() {
        Page.heading(page, "Drawdown", "");
        page.append(new DateChart("drawdown", 180, TearSheetPage::axisPercent)
                .area("drawdown", days, figures.drawdowns().underwater(), "under")
                .draw());
        List<Drawdown> deepest = figures.drawdowns().deepestFirst();
        if (deepest.isEmpty()) {
            page.append("<p class=\"quiet\">There was none.</p>\n");
            return;
        }
        Page.table(
                page,
                List.of("Depth", " Peak", " Trough", " Recovery", "Days in all", "Days to recover"),
                deepest.stream().limit(DEEPEST).map(TearSheetPage::row).toList());
        if (deepest.size() > DEEPEST) {
            page.append(String.format(
                    Locale.ROOT, "<p class=\"quiet\">and %,d less deep.</p>\n", deepest.size() - DEEPEST));
        }
    }

    private static List<String> row(Drawdown drawdown) {
        return List.of(
                Page.percent(-drawdown.depth()).replace('-', '\u2212'),
                drawdown.peak().toString(),
                drawdown.trough().toString(),
                drawdown.recovery().map(LocalDate::toString).orElse("not yet"),
                String.format(Locale.ROOT, "%,d", drawdown.length()),
                drawdown.daysToRecover().isPresent()
                        ? String.format(
                                Locale.ROOT, "%,d", drawdown.daysToRecover().getAsLong())
                        : "");
    }

    private static String axisPercent(double value) {
        return Page.tick(100 * value) + "%";
    }

    private void rolling() {
        sheet.rolling.ifPresent(rolling -> {
            List<RollingStatistics.Point> points = rolling.points().stream()
                    .filter(p -> p.sharpe().isPresent())
                    .toList();
            if (points.size() > 1) {
                Page.heading(page, "Sharpe ratio of the last " + rolling.window() + " returns", "");
                page.append(new DateChart("rolling Sharpe ratio", 170, Page::tick)
                        .withZero()
                        .line(
                                "Sharpe",
                                points.stream()
                                        .map(RollingStatistics.Point::date)
                                        .toArray(LocalDate[]::new),
                                points.stream()
                                        .mapToDouble(p -> p.sharpe().orElseThrow())
                                        .toArray())
                        .draw());
            }
        });
    }

    private void exposure() {
        double[] dv01 = record.days().subList(0, days.length).stream()
                .mapToDouble(TrackDay::dv01)
                .toArray();
        if (Arrays.stream(dv01).anyMatch(value -> value != 0)) {
            Page.heading(page, "Exposure: DV01, money a basis point", "");
            page.append(new DateChart("DV01", 180, Page::tick)
                    .area("DV01", days, dv01, "held")
                    .draw());
        }
    }

    private void figureTables() {
        Page.heading(page, "Figures", "Ratios and rates a year unless they say otherwise.");
        page.append("<div class=\"columns\">\n");
        TearSheetFigures.groups(figures, sheet.comparison).forEach((group, rows) -> {
            List<List<String>> shown = new ArrayList<>();
            rows.forEach(row -> shown.add(List.of(row.name(), row.text())));
            page.append("<div>");
            Page.table(page, List.of(group, ""), shown);
            page.append("</div>\n");
        });
        page.append("</div>\n");
    }

    private void months() {
        double largest = figures.monthly().months().stream()
                .mapToDouble(month -> Math.abs(month.value()))
                .max()
                .orElse(1);
        page.append("<div class=\"scroll\"><table class=\"months\">\n<tr><th></th>");
        for (String month : "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Year".split(" ", -1)) {
            page.append("<th>").append(month).append("</th>");
        }
        page.append("</tr>\n");
        for (MonthlyTable.Year year : figures.monthly().years()) {
            page.append("<tr><td>").append(year.year()).append("</td>");
            for (OptionalDouble month : year.months()) {
                page.append(month.isPresent() ? month(month.getAsDouble(), largest) : "<td></td>");
            }
            page.append("<td class=\"year\">").append(hundredths(year.total())).append("</td></tr>\n");
        }
        page.append("</table></div>\n");
    }

    private static String month(double value, double largest) {
        double strength = largest > 0 ? 0.06 + 0.44 * Math.abs(value) / largest : 0;
        return String.format(
                Locale.ROOT,
                "<td style=\"background: rgba(var(--%s-rgb), %.2f)\">%s</td>",
                value < 0 ? "loss" : "gain",
                value == 0 ? 0 : strength,
                hundredths(value));
    }

    private static String hundredths(double value) {
        String percent = Page.percent(value);
        return percent.substring(0, percent.length() - 1).replace('-', '\u2212');
    }

    private void luck() {
        Page.heading(page, "Luck or skill?", "");
        if (sheet.overfitting.isEmpty()) {
            page.append("<p class=\"quiet\">The record never moved; there is nothing to judge.</p>\n");
            return;
        }
        OverfittingReport luck = sheet.overfitting.get();
        page.append("<div class=\"box")
                .append(luck.isOneTrialAssumed() ? " loud" : "")
                .append("\">\n<p>");
        String assumption = luck.assumption();
        int colon = luck.isOneTrialAssumed() ? assumption.indexOf(':') : 0;
        page.append("<b>").append(Page.escape(assumption.substring(0, colon))).append("</b>");
        page.append(Page.escape(assumption.substring(colon))).append("</p>\n");
        List<List<String>> rows = new ArrayList<>();
        TearSheetFigures.luck(luck).forEach(row -> rows.add(List.of(row.name(), row.text())));
        Page.table(page, List.of("", ""), rows);
        page.append("</div>\n");
    }

    private void attribution() {
        if (sheet.attribution.isEmpty()) {
            return;
        }
        Page.heading(page, "Where the profit came from", "");
        List<List<String>> rows = new ArrayList<>();
        double sum = 0;
        for (var part : sheet.attribution.entrySet()) {
            rows.add(List.of(part.getKey(), Page.money(part.getValue())));
            sum += part.getValue();
        }
        rows.add(List.of("sum", Page.money(sum)));
        rows.add(List.of("profit of the record", Page.money(record.profit())));
        Page.table(page, List.of("Part", "Money"), rows);
    }

    private void trades() {
        List<ClosedTrade> trades = figures.closedTrades();
        if (trades.isEmpty()) {
            return;
        }
        int shown = Math.min(sheet.mostTrades, trades.size());
        String more = shown < trades.size()
                ? String.format(
                        Locale.ROOT,
                        "The last %,d of %,d; %,d more before them.",
                        shown,
                        trades.size(),
                        trades.size() - shown)
                : "";
        Page.heading(page, "Closed trades", more);
        Page.table(
                page,
                List.of(
                        "Instrument",
                        " Side",
                        " Opened",
                        " Closed",
                        "Face",
                        "In at",
                        "Out at",
                        "Profit",
                        "Costs",
                        " Why closed"),
                trades.subList(trades.size() - shown, trades.size()).stream()
                        .map(TearSheetPage::row)
                        .toList());
    }

    private static List<String> row(ClosedTrade trade) {
        return List.of(
                trade.instrument(),
                trade.side().name().toLowerCase(Locale.ROOT),
                trade.entry().toString(),
                trade.exit().toString(),
                String.format(Locale.ROOT, "%,.0f", trade.face().doubleValue()),
                String.format(Locale.ROOT, "%.4f", trade.entryPrice().doubleValue()),
                String.format(Locale.ROOT, "%.4f", trade.exitPrice().doubleValue()),
                cents(trade.profit()),
                cents(trade.costs()),
                trade.reason());
    }

    private static String cents(Money money) {
        return String.format(Locale.ROOT, "%,.2f", money.amount());
    }
}
