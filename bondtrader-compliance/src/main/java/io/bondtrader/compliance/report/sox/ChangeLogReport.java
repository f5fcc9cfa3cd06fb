package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every change that took a step in the period: proposed by whom, approved by whom, what was there before and after, when it
 * was made; and what is wrong with it. It trusts no flow: it looks at the events alone. Immutable.
 */
public final class ChangeLogReport implements ReportDefinition {

    private static final List<String> OTHERS = List.of(
            "configuration",
            "rule",
            "limit.changed",
            "security.authz_change",
            "security.authz_admin",
            "security.authz_exception",
            "security.privilege",
            "security.crypt_key_change",
            "security.user_");

    /** Creates the definition. */
    public ChangeLogReport() {}

    @Override
    public String kind() {
        return "sox.change_log";
    }

    @Override
    public String title() {
        return "Change log";
    }

    @Override
    public String rules() {
        return "change-log/1";
    }

    /** A change as its events tell it. */
    private static final class Told {

        private String subject = "";
        private String before = "";
        private String after = "";
        private ReportCell proposed = ReportCell.of("");
        private ReportCell approved = ReportCell.of("");
        private ReportCell made = ReportCell.of("");
        private String proposer = "";
        private String approver = "";
        private String state = "NEVER_PROPOSED";
        private EventIndices described = EventIndices.none();
        private EventIndices all = EventIndices.none();
        private final List<String> findings = new ArrayList<>();
        private boolean inPeriod;

        void finding(String what) {
            findings.add(what);
        }
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        Map<String, Told> changes = new LinkedHashMap<>();
        List<List<ReportCell>> others = new ArrayList<>();
        AccessState access = new AccessState();
        log.read(event -> {
            if (!event.record().time().isBefore(parameters.until())) {
                return;
            }
            access.take(event);
            boolean covered = parameters.covers(event.record().time());
            String action = event.record().action();
            if (action.startsWith("change.")) {
                Told told = changes.computeIfAbsent(event.record().resource(), fresh -> new Told());
                told.inPeriod |= covered;
                take(told, event, access.personOf(event.record().actor()));
            } else if (covered && OTHERS.stream().anyMatch(action::startsWith)) {
                others.add(other(event));
            }
        });
        List<List<ReportCell>> rows = new ArrayList<>();
        EventIndices wrong = EventIndices.none();
        int found = 0;
        for (Map.Entry<String, Told> change : changes.entrySet()) {
            Told told = change.getValue();
            if (told.inPeriod) {
                rows.add(row(change.getKey(), told));
                found += told.findings.isEmpty() ? 0 : 1;
                wrong = told.findings.isEmpty() ? wrong : wrong.union(told.all);
            }
        }
        ReportTable table = ReportTable.of(
                        "Changes",
                        "Change",
                        "Subject",
                        "Before",
                        "After",
                        "Proposed",
                        "Approved",
                        "Made",
                        "State",
                        "Findings")
                .withRows(rows);
        ReportTable reported = ReportTable.of("Changes reported by other modules", "Time", "By", "Action", "To", "What")
                .withRows(others);
        return Report.of(this, log, parameters)
                .summary("Changes", rows.size(), table.events())
                .summary("Changes with findings", found, wrong)
                .summary("Changes reported by other modules", others.size(), reported.events())
                .table(table)
                .table(reported)
                .build();
    }

    private static void take(Told told, LoggedEvent event, String person) {
        EventIndices here = EventIndices.of(event.index());
        told.all = told.all.union(here);
        String who = person + ", " + event.record().time();
        if (event.record().outcome() == Outcome.DENIED) {
            told.finding("refused to " + person + ": " + EventBody.of(event).text("refused"));
            return;
        }
        switch (event.record().action()) {
            case ChangeManagement.PROPOSED -> {
                EventBody body = EventBody.of(event);
                if (!told.state.equals("NEVER_PROPOSED")) {
                    told.finding("proposed twice");
                }
                told.subject = body.text("subject");
                told.before = body.text("before");
                told.after = body.text("after");
                told.described = here;
                told.proposer = person;
                told.proposed = ReportCell.of(who, here);
                told.state = "PROPOSED";
            }
            case ChangeManagement.APPROVED -> {
                if (person.equals(told.proposer)) {
                    told.finding("approved by its proposer");
                }
                told.approver = person;
                told.approved = ReportCell.of(who, here);
                told.state = "APPROVED";
            }
            case ChangeManagement.APPLIED -> {
                EventBody body = EventBody.of(event);
                if (told.approver.isEmpty()) {
                    told.finding("made without approval");
                }
                if (!body.text("after").equals(told.after)
                        || !body.text("before").equals(told.before)) {
                    told.finding("made otherwise than proposed");
                }
                told.made = ReportCell.of(who, here);
                told.state = "APPLIED";
            }
            case ChangeManagement.REJECTED -> told.state = "REJECTED";
            case ChangeManagement.FAILED -> told.state = "FAILED";
            default -> told.finding("an unknown step, " + event.record().action());
        }
    }

    private static List<ReportCell> row(String id, Told told) {
        return List.of(
                ReportCell.of(id, told.all),
                ReportCell.of(told.subject, told.described),
                ReportCell.of(told.before, told.described),
                ReportCell.of(told.after, told.described),
                told.proposed,
                told.approved,
                told.made,
                ReportCell.of(told.state, told.all),
                ReportCell.of(
                        String.join("; ", told.findings), told.findings.isEmpty() ? EventIndices.none() : told.all));
    }

    private static List<ReportCell> other(LoggedEvent event) {
        String what = Events.result(event, "change");
        return List.of(Events.cells(
                EventIndices.of(event.index()),
                event.record().time(),
                event.record().actor(),
                event.record().action() + (event.record().outcome() == Outcome.DENIED ? " (refused)" : ""),
                event.record().resource(),
                what.isEmpty() ? event.record().body().text() : what));
    }

    @Override
    public String toString() {
        return kind();
    }
}
