package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which controls ran in the period, when, and with which outcome. The parameter {@code controls} names those that must have
 * run, separated by commas: one that has no event is shown with none. Immutable.
 */
public final class ControlEvidenceReport implements ReportDefinition {

    /** Creates the definition. */
    public ControlEvidenceReport() {}

    @Override
    public String kind() {
        return "sox.control_evidence";
    }

    @Override
    public String title() {
        return "Control evidence";
    }

    @Override
    public String rules() {
        return "control-evidence/1";
    }

    private static final class Tally {

        private final List<EventIndices> passed = new ArrayList<>();
        private final List<EventIndices> failed = new ArrayList<>();
        private ReportCell last = ReportCell.of("never");
    }

    @Override
    public boolean isOfPeriodOnly() {
        return true;
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (String name : parameters.value("controls", "").split(",", -1)) {
            if (!name.isBlank()) {
                tallies.put(name.strip(), new Tally());
            }
        }
        List<List<ReportCell>> runs = new ArrayList<>();
        log.read(event -> {
            if (!event.record().action().equals(ControlJournal.RAN)
                    || !parameters.covers(event.record().time())) {
                return;
            }
            EventIndices here = EventIndices.of(event.index());
            Tally tally = tallies.computeIfAbsent(event.record().resource(), fresh -> new Tally());
            boolean passed = event.record().outcome() == Outcome.SUCCESS;
            if (passed) {
                tally.passed.add(here);
            } else {
                tally.failed.add(here);
            }
            tally.last = ReportCell.of(event.record().time(), here);
            EventBody body = EventBody.of(event);
            runs.add(List.of(
                    ReportCell.of(event.record().resource(), here),
                    ReportCell.of(event.record().time(), here),
                    ReportCell.of(event.record().actor(), here),
                    ReportCell.of(passed ? "passed" : "failed", here),
                    ReportCell.of(body.text("finding"), here.union(EventIndices.parse(body.text("evidence"))))));
        });
        List<List<ReportCell>> controls = new ArrayList<>();
        EventIndices passed = EventIndices.none();
        EventIndices failed = EventIndices.none();
        int silent = 0;
        for (Map.Entry<String, Tally> each : tallies.entrySet()) {
            Tally tally = each.getValue();
            EventIndices good = Events.union(tally.passed);
            EventIndices bad = Events.union(tally.failed);
            EventIndices all = good.union(bad);
            silent += all.isEmpty() ? 1 : 0;
            passed = passed.union(good);
            failed = failed.union(bad);
            controls.add(List.of(
                    ReportCell.of(each.getKey(), all),
                    ReportCell.of(all.size(), all),
                    ReportCell.of(good.size(), good),
                    ReportCell.of(bad.size(), bad),
                    tally.last));
        }
        return Report.of(this, log, parameters)
                .summary("Controls", controls.size(), passed.union(failed))
                .summary("Runs that passed", passed.size(), passed)
                .summary("Runs that failed", failed.size(), failed)
                .summary("Controls that never ran", silent, EventIndices.none())
                .table(ReportTable.of("Controls", "Control", "Runs", "Passed", "Failed", "Last run")
                        .withRows(controls))
                .table(ReportTable.of("Runs", "Control", "Time", "By", "Outcome", "Finding")
                        .withRows(runs))
                .build();
    }

    @Override
    public String toString() {
        return kind();
    }
}
