package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The execution quality of the orders that arrived in the period, as {@link ExecutionQuality} measures it: averages by venue,
 * class of clients, class of bonds and size, every execution, venues ranked by class of clients, and the first five of them.
 * Events of later than the period's end are not read, and an event of another form counts as an execution without measure.
 *
 * <p>Parameters, all optional, with what {@link ExecutionQualitySettings#standard} says without them: {@code oldestQuote}, a
 * duration in ISO 8601; {@code sizeBands}, rising nominals separated by commas; {@code outlierScore}; {@code outlierLeast}. Source:
 * Directive 2014/65/EU, Article 27; {@link ExecutionQuality} says which duties to publish are gone. Immutable.
 */
public final class ExecutionQualityReport implements ReportDefinition {

    private static final int LONGEST_NUMBER = 30;

    /** Creates the definition. */
    public ExecutionQualityReport() {}

    @Override
    public String kind() {
        return "execution.quality";
    }

    @Override
    public String title() {
        return "Execution quality";
    }

    @Override
    public String rules() {
        return "execution-quality/1, Directive 2014/65/EU, Article 27";
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        ExecutionQuality quality = ExecutionQuality.of(log, parameters, settings(parameters));
        List<List<ReportCell>> averages = new ArrayList<>();
        for (QualityCell cell : quality.cells()) {
            List<String> row = cell.row();
            averages.add(cells(cell.events(), row.subList(0, row.size() - 1).toArray()));
        }
        List<List<ReportCell>> fills = new ArrayList<>();
        quality.fills().forEach(fill -> fills.add(fill(fill)));
        List<List<ReportCell>> venues = new ArrayList<>();
        quality.policyReview().forEach(share -> venues.add(venue(share)));
        List<List<ReportCell>> top = new ArrayList<>();
        quality.topFiveVenues().forEach(share -> top.add(venue(share)));
        ReportTable executions = ReportTable.of(
                        "Executions",
                        "Execution",
                        "Order",
                        "Client class",
                        "Bond class",
                        "Venue",
                        "Nominal",
                        "Currency",
                        "Arrival slippage, bp",
                        "Effective spread, bp",
                        "Price improvement, bp",
                        "Milliseconds",
                        "Outlier")
                .withRows(fills);
        EventIndices far = EventIndices.of(quality.outliers().stream()
                .flatMapToLong(fill -> fill.events().stream())
                .toArray());
        return Report.of(this, log, parameters)
                .summary("Executions measured", fills.size(), executions.events())
                .summary(
                        "Executions that could not be measured",
                        quality.unmeasured().size(),
                        quality.unmeasured())
                .summary("Outliers", quality.outliers().size(), far)
                .table(ReportTable.of(
                                "Averages",
                                "By",
                                "Group",
                                "Currency",
                                "Executions",
                                "Nominal",
                                "Arrival slippage, bp",
                                "Effective spread, bp",
                                "Price improvement, bp",
                                "Seconds",
                                "Fill rate, %")
                        .withRows(averages))
                .table(venues("Venues by class").withRows(venues))
                .table(venues("First five venues by class").withRows(top))
                .table(executions)
                .build();
    }

    private static ReportTable venues(String title) {
        return ReportTable.of(
                title,
                "Client class",
                "Bond class",
                "Currency",
                "Rank",
                "Venue",
                "Volume, %",
                "Executions, %",
                "Effective spread, bp",
                "Above the cheapest, bp");
    }

    private static List<ReportCell> venue(VenueShare share) {
        return cells(
                share.events(),
                share.clientClass(),
                share.instrumentClass(),
                share.currency(),
                share.rank(),
                share.venue(),
                share.volumePct().toPlainString(),
                share.fillsPct().toPlainString(),
                share.effectiveSpreadBp().toPlainString(),
                share.aboveCheapestBp().toPlainString());
    }

    private static List<ReportCell> fill(FillQuality fill) {
        return cells(
                fill.events(),
                fill.execution(),
                fill.order().order(),
                fill.order().clientClass(),
                fill.order().instrumentClass(),
                fill.venue(),
                fill.nominal().toPlainString(),
                fill.order().currency(),
                plain(fill.arrivalBp()),
                plain(fill.effectiveSpreadBp()),
                plain(fill.improvementBp()),
                fill.millis(),
                fill.outlier() ? "yes" : "no");
    }

    /** Without zeros that say nothing: a price may be logged with some. */
    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<ReportCell> cells(EventIndices events, Object... values) {
        List<ReportCell> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(ReportCell.of(value, events));
        }
        return cells;
    }

    private static ExecutionQualitySettings settings(ReportParameters parameters) {
        ExecutionQualitySettings standard = ExecutionQualitySettings.standard();
        String bands = parameters.value("sizeBands", "");
        List<BigDecimal> sizes = new ArrayList<>(standard.sizeBands());
        if (!bands.isEmpty()) {
            sizes.clear();
            List.of(bands.split(",", -1)).forEach(band -> sizes.add(number("sizeBands", band)));
        }
        BigDecimal score =
                number("outlierScore", parameters.value("outlierScore", String.valueOf(standard.outlierScore())));
        BigDecimal least =
                number("outlierLeast", parameters.value("outlierLeast", String.valueOf(standard.outlierLeast())));
        InvalidInput.unless(
                least.scale() == 0 && least.precision() <= 9,
                "outlierLeast",
                least,
                "a whole number of at most 9 digits");
        return new ExecutionQualitySettings(
                duration(parameters.value("oldestQuote", standard.oldestQuote().toString())),
                sizes,
                score.doubleValue(),
                least.intValue());
    }

    private static BigDecimal number(String name, String text) {
        boolean plain =
                text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        try {
            if (plain) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException misplaced) {
            throw InvalidInput.unreadable(name, text, "a decimal number");
        }
        throw InvalidInput.unreadable(name, text, "a decimal number");
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable("oldestQuote", text, "a duration in ISO 8601");
        }
    }

    @Override
    public String toString() {
        return kind();
    }
}
