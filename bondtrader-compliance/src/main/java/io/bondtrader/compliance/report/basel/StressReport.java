package io.bondtrader.compliance.report.basel;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import java.util.ArrayList;
import java.util.List;

/** Results of stress tests of the period, worst first named in the summary, and what each factor contributes. Immutable. */
public final class StressReport implements ReportDefinition {

    /** Creates the definition. */
    public StressReport() {}

    @Override
    public String kind() {
        return "basel.stress";
    }

    @Override
    public String title() {
        return "Stress tests";
    }

    @Override
    public String rules() {
        return "stress/1";
    }

    @Override
    public boolean isOfPeriodOnly() {
        return true;
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        List<List<ReportCell>> results = new ArrayList<>();
        List<List<ReportCell>> factors = new ArrayList<>();
        double worst = Double.POSITIVE_INFINITY;
        String named = "none";
        EventIndices where = EventIndices.none();
        for (LatestFigures.Figure figure : LatestFigures.of(log, parameters, RiskJournal.STRESS, "scenario")) {
            results.add(List.of(
                    ReportCell.of(figure.day(), figure.event()),
                    ReportCell.of(figure.entity(), figure.event()),
                    figure.cell("scenario"),
                    figure.cell("total"),
                    ReportCell.of(figure.replaced().size(), figure.replaced())));
            for (String factor : figure.body().object("factors").names()) {
                factors.add(List.of(
                        ReportCell.of(figure.day(), figure.event()),
                        figure.cell("scenario"),
                        ReportCell.of(factor, figure.event()),
                        ReportCell.of(figure.body().object("factors").text(factor), figure.event())));
            }
            double total = Double.parseDouble(figure.body().text("total"));
            if (total < worst) {
                worst = total;
                named = figure.body().text("total") + ", " + figure.body().text("scenario") + ", " + figure.day();
                where = figure.event();
            }
        }
        ReportTable table = ReportTable.of(
                        "Results", "Day", "Entity", "Scenario", "Change of value", "Replaced figures")
                .withRows(results);
        return Report.of(this, log, parameters)
                .summary("Results", results.size(), table.events())
                .summary("Worst", named, where)
                .table(table)
                .table(ReportTable.of("Factors", "Day", "Scenario", "Factor", "Change of value")
                        .withRows(factors))
                .build();
    }

    @Override
    public String toString() {
        return kind();
    }
}
