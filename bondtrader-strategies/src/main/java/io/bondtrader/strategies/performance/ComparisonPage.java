package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.var.SharpeInference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Several records side by side, as a page and as a table for a console. The best of several records is better than it is: the
 * comparison counts its records as trials and says what is left of the best Sharpe ratio.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ComparisonPage {

    private static final List<String> COLUMNS = List.of(
            "Record",
            "Return",
            "Volatility",
            "Sharpe ± error",
            "Sortino",
            "Drawdown",
            "Calmar",
            "Days under",
            "Trades",
            "Hit rate",
            "Turnover",
            "Costs",
            "Profit");

    private final String title;
    private final List<PerformanceStatistics> records;

    private ComparisonPage(String title, List<PerformanceStatistics> records) {
        this.title = title;
        this.records = records;
    }

    /**
     * Returns a comparison.
     *
     * @param title the title of the page
     * @param records the figures of each record, in the order in which they are to stand
     * @return the comparison
     * @throws InvalidInput if the title is blank or there is no record
     */
    public static ComparisonPage of(String title, List<PerformanceStatistics> records) {
        InvalidInput.unless(!title.isBlank(), "title", title, "not blank");
        InvalidInput.unless(!records.isEmpty(), "records", 0, "at least one");
        return new ComparisonPage(title, List.copyOf(records));
    }

    /** {@return the title} */
    public String title() {
        return title;
    }

    /** {@return the figures of each record} */
    public List<PerformanceStatistics> records() {
        return records;
    }

    /**
     * Returns the judgement of the record with the best Sharpe ratio, all others being trials that were made beside it.
     *
     * @return the judgement, absent unless two records or more have a ratio
     */
    public Optional<OverfittingReport> best() {
        List<SharpeInference> judged =
                records.stream().flatMap(one -> one.sharpeInference().stream()).toList();
        if (judged.size() < 2) {
            return Optional.empty();
        }
        double mean =
                judged.stream().mapToDouble(SharpeInference::sharpe).average().orElseThrow();
        double variance = judged.stream()
                        .mapToDouble(one -> (one.sharpe() - mean) * (one.sharpe() - mean))
                        .sum()
                / (judged.size() - 1);
        SharpeInference best = judged.stream()
                .reduce((a, b) -> b.sharpe() > a.sharpe() ? b : a)
                .orElseThrow();
        return Optional.of(OverfittingReport.of(best, judged.size(), variance));
    }

    private static List<String> row(PerformanceStatistics one) {
        TradeStatistics trades = one.trades();
        return List.of(
                one.record().name() + (one.record().ruin().isPresent() ? " (ruined)" : ""),
                Page.percent(one.annualReturn()),
                Page.percent(one.volatility()),
                one.sharpe().isPresent()
                        ? Page.ratio(one.sharpe()) + " ± " + Page.ratio(one.sharpeStandardError())
                        : "none",
                Page.ratio(one.sortino()),
                Page.percent(-one.drawdowns().maximum()),
                Page.ratio(one.calmar()),
                String.format(
                        Locale.ROOT,
                        "%,d",
                        one.drawdowns().longest().map(Drawdown::length).orElse(0L)),
                String.format(Locale.ROOT, "%,d", trades.count()),
                Page.percent(trades.hitRate()),
                Page.ratio(one.exposure().turnoverPerYear()),
                Page.money(one.exposure().costs()),
                Page.money(one.record().profit()));
    }

    private String judgement() {
        return best().map(luck -> String.format(
                        Locale.ROOT,
                        "The best of these %d has a true Sharpe ratio above 0 with probability %s alone, and %s after being chosen"
                                + " among them; less still if more was tried.",
                        luck.trials().orElseThrow(),
                        Page.probability(luck.probabilisticSharpe()),
                        Page.probability(luck.deflatedSharpe())))
                .orElse("");
    }

    /** {@return the comparison as one page that needs nothing else} */
    public String toHtml() {
        LocalDate first = records.stream()
                .map(one -> one.record().start())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = records.stream()
                .map(one -> one.record().end())
                .max(LocalDate::compareTo)
                .orElseThrow();
        StringBuilder page = Page.open(title, records.size() + " records, " + first + " to " + last);
        Page.heading(page, "Growth of one unit", "");
        DateChart growth = new DateChart("growth of one unit", 330, Page::tick);
        DateChart below = new DateChart("drawdown", 240, value -> Page.tick(100 * value) + "%").withZero();
        for (PerformanceStatistics one : records) {
            LocalDate[] days = TearSheetPage.days(one.record());
            growth.line(one.record().name(), days, one.record().growth());
            below.line(one.record().name(), days, one.drawdowns().underwater());
        }
        page.append(growth.draw());
        Page.heading(page, "Drawdown", "");
        page.append(below.draw());
        Page.heading(
                page,
                "Figures",
                "Rates and ratios a year, after costs. Days under: calendar days of the longest drawdown. Turnover over mean equity;"
                        + " costs and profit in money.");
        Page.table(page, COLUMNS, records.stream().map(ComparisonPage::row).toList());
        if (!judgement().isEmpty()) {
            page.append("<p class=\"box loud\">")
                    .append(Page.escape(judgement()))
                    .append("</p>\n");
        }
        return Page.close(page);
    }

    /** {@return the comparison as JSON: members in a settled order, numbers in full, {@code null} for figures there are not} */
    public String toJson() {
        return TearSheetTree.text(TearSheetTree.of(this));
    }

    /** {@return the comparison as lines of text, columns aligned} */
    public String toText() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        records.forEach(one -> rows.add(row(one)));
        int[] widths = new int[COLUMNS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], printable(row.get(i)).length());
            }
        }
        StringBuilder text = new StringBuilder(printable(title)).append('\n');
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = printable(row.get(i));
                String room = " ".repeat(widths[i] - cell.length());
                line.append(i == 0 ? cell + room : "  " + room + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append(judgement().isEmpty() ? "" : judgement() + "\n").toString();
    }

    /** A name must not forge lines. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** {@return the table for a console} */
    @Override
    public String toString() {
        return toText();
    }
}
