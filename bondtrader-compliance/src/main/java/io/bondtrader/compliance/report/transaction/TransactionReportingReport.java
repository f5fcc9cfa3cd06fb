package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.report.transaction.LoggedReporting.Standing;
import io.bondtrader.compliance.report.transaction.ReportDeadlines.State;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every transaction of the period against its deadline, with the state of its report as of the end of the period: what is late,
 * what was never sent, what the authority refused and why, what is to be corrected. It names no client.
 *
 * <p>Parameters, all optional: {@code calendar}, the authority's working days ({@code WEEKENDS}, or a name that {@link
 * HolidayCalendars#of} knows); {@code zone}, {@code UTC} if not said; {@code close}, {@code 23:59:59} if not said; {@code soon}, a
 * duration as ISO 8601 writes it, {@code PT4H} if not said. Source: Regulation (EU) No 600/2014, Article 26(1). Immutable.
 */
public final class TransactionReportingReport implements ReportDefinition {

    /** Creates the definition. */
    public TransactionReportingReport() {}

    @Override
    public String kind() {
        return "mifir.reporting";
    }

    @Override
    public String title() {
        return "Transaction reporting";
    }

    @Override
    public String rules() {
        return "transaction-reporting/1, Regulation (EU) No 600/2014, Article 26(1)";
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        ReportDeadlines deadlines = deadlines(parameters);
        Duration soon = soon(parameters);
        LoggedReporting reporting = new LoggedReporting();
        log.read(event -> {
            if (event.record().time().isBefore(parameters.until())) {
                reporting.add(event);
            }
        });
        Map<String, State> states = new HashMap<>();
        Map<String, Instant> by = new HashMap<>();
        reporting.due(deadlines, parameters.until(), soon).forEach(due -> {
            states.put(due.transaction(), due.state());
            by.put(due.transaction(), due.deadline());
        });
        Rows rows = new Rows();
        for (Standing standing : reporting.standings()) {
            if (parameters.covers(standing.traded())) {
                State state = states.get(standing.reference().text());
                Instant deadline = by.get(standing.reference().text());
                rows.add(
                        standing,
                        state == null ? "WITHDRAWN" : state.name(),
                        deadline == null ? "" : deadline.toString());
                reporting
                        .reporting()
                        .rules(standing.reference())
                        .forEach(rule -> rows.refused.add(List.of(
                                ReportCell.of(standing.reference(), standing.events()),
                                ReportCell.of(rule.id(), standing.events()),
                                ReportCell.of(rule.description(), standing.events()))));
            }
        }
        return rows.report(Report.of(this, log, parameters), reporting);
    }

    private static ReportDeadlines deadlines(ReportParameters parameters) {
        String calendar = parameters.value("calendar", "WEEKENDS");
        String zone = parameters.value("zone", "UTC");
        String close = parameters.value("close", "23:59:59");
        HolidayCalendar days = calendar.equals("WEEKENDS") ? HolidayCalendars.WEEKENDS : HolidayCalendars.of(calendar);
        try {
            return ReportDeadlines.of(days, ZoneId.of(zone), LocalTime.parse(close));
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable("zone and close", zone + ", " + close, "a time zone and a time of day");
        }
    }

    private static Duration soon(ReportParameters parameters) {
        String text = parameters.value("soon", "PT4H");
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable("soon", text, "a duration in ISO 8601");
        }
    }

    /** What stands in the report. */
    private static final class Rows {

        private final List<List<ReportCell>> all = new ArrayList<>();
        private final List<List<ReportCell>> missing = new ArrayList<>();
        private final List<List<ReportCell>> refused = new ArrayList<>();
        private final List<List<ReportCell>> corrections = new ArrayList<>();
        private long late;
        private long reportedLate;
        private EventIndices lateEvents = EventIndices.none();
        private EventIndices reportedLateEvents = EventIndices.none();

        void add(Standing standing, String state, String deadline) {
            EventIndices events = standing.events();
            all.add(cells(
                    events,
                    standing.reference(),
                    standing.traded(),
                    deadline,
                    standing.reported().map(Instant::toString).orElse(""),
                    state,
                    standing.state().map(Enum::name).orElse("NEVER SENT")));
            if (state.equals("LATE")) {
                late++;
                lateEvents = lateEvents.union(events);
                missing.add(cells(events, standing.reference(), deadline, why(standing)));
            } else if (state.equals("REPORTED_LATE")) {
                reportedLate++;
                reportedLateEvents = reportedLateEvents.union(events);
            }
            standing.correction().ifPresent(remedy -> corrections.add(cells(events, standing.reference(), remedy)));
            if (standing.changed() && standing.correction().isEmpty()) {
                corrections.add(cells(events, standing.reference(), "CHANGED SINCE IT WAS SENT"));
            }
        }

        private static String why(Standing standing) {
            return standing.state()
                    .map(state -> state == ReportingState.REJECTED
                            ? "the authority refused it and it was not sent again"
                            : "it was cancelled and not sent again")
                    .orElse("never sent");
        }

        private static List<ReportCell> cells(EventIndices events, Object... values) {
            List<ReportCell> cells = new ArrayList<>();
            for (Object value : values) {
                cells.add(ReportCell.of(value, events));
            }
            return cells;
        }

        Report report(Report.Builder report, LoggedReporting reporting) {
            List<List<ReportCell>> impossible = new ArrayList<>();
            reporting
                    .anomalies()
                    .forEach(anomaly -> impossible.add(cells(EventIndices.of(anomaly.event()), anomaly.reason())));
            reporting
                    .unfounded()
                    .forEach(reference -> impossible.add(cells(
                            reporting.reporting().events(reference),
                            reference + " was reported, and the log knows no such transaction")));
            ReportTable table = ReportTable.of(
                            "Transactions", "Reference", "Traded", "Deadline", "Reported", "Deadline is", "Report is")
                    .withRows(all);
            ReportTable open =
                    ReportTable.of("To be corrected", "Reference", "What").withRows(corrections);
            ReportTable wrong =
                    ReportTable.of("Events that cannot be", "Reason").withRows(impossible);
            return report.summary("Transactions", all.size(), table.events())
                    .summary("Not reported after the deadline", late, lateEvents)
                    .summary("Reported late", reportedLate, reportedLateEvents)
                    .summary("To be corrected", corrections.size(), open.events())
                    .summary("Events that cannot be", impossible.size(), wrong.events())
                    .table(table)
                    .table(ReportTable.of("Not reported after the deadline", "Reference", "Deadline", "Why")
                            .withRows(missing))
                    .table(ReportTable.of("Rules broken by the authority's word", "Reference", "Rule", "Description")
                            .withRows(refused))
                    .table(open)
                    .table(wrong)
                    .build();
        }
    }

    @Override
    public String toString() {
        return kind();
    }
}
