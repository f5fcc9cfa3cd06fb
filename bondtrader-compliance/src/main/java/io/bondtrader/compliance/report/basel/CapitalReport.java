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

/** Figures of capital adequacy of the period against their minima, with the lines they were made of. Immutable. */
public final class CapitalReport implements ReportDefinition {

    /** Creates the definition. */
    public CapitalReport() {}

    @Override
    public String kind() {
        return "basel.capital";
    }

    @Override
    public String title() {
        return "Capital adequacy";
    }

    @Override
    public String rules() {
        return "capital/1, Basel Framework RBC20 and RBC30";
    }

    @Override
    public boolean isOfPeriodOnly() {
        return true;
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        List<List<ReportCell>> figures = new ArrayList<>();
        List<List<ReportCell>> lines = new ArrayList<>();
        EventIndices low = EventIndices.none();
        for (LatestFigures.Figure figure : LatestFigures.of(log, parameters, RiskJournal.CAPITAL, "name")) {
            double value = Double.parseDouble(figure.body().text("value"));
            double minimum = Double.parseDouble(figure.body().text("minimum"));
            boolean met = value >= minimum;
            low = met ? low : low.union(figure.event());
            figures.add(List.of(
                    ReportCell.of(figure.day(), figure.event()),
                    ReportCell.of(figure.entity(), figure.event()),
                    figure.cell("name"),
                    figure.cell("value"),
                    figure.cell("unit"),
                    figure.cell("minimum"),
                    ReportCell.of(minimum == 0.0 ? "none" : met ? "met" : "not met", figure.event()),
                    figure.cell("rules"),
                    ReportCell.of(figure.replaced().size(), figure.replaced())));
            for (String label : figure.body().object("lines").names()) {
                lines.add(List.of(
                        ReportCell.of(figure.day(), figure.event()),
                        ReportCell.of(figure.entity(), figure.event()),
                        figure.cell("name"),
                        ReportCell.of(label, figure.event()),
                        figure.line(label)));
            }
        }
        ReportTable table = ReportTable.of(
                        "Figures",
                        "Day",
                        "Entity",
                        "Figure",
                        "Value",
                        "Unit",
                        "Minimum",
                        "Result",
                        "Rules",
                        "Replaced figures")
                .withRows(figures);
        return Report.of(this, log, parameters)
                .summary("Figures", figures.size(), table.events())
                .summary("Below the minimum", low.size(), low)
                .table(table)
                .table(ReportTable.of("Lines", "Day", "Entity", "Figure", "Line", "Value")
                        .withRows(lines))
                .build();
    }

    @Override
    public String toString() {
        return kind();
    }
}
