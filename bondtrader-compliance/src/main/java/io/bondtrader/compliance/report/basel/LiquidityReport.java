package io.bondtrader.compliance.report.basel;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.core.audit.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Liquidity coverage ratios of the period, each calculated anew here by the formula of the standard and in closed form from
 * the amounts that were logged, and compared with the ratio that was logged. Where secured transactions were unwound, or the
 * Union's cap on covered bonds took something, only the last step, stock over net outflows, is calculated anew.
 *
 * <p>Source: {@link LiquidityRatio}; the minimum of the day is that of {@link LiquidityMinimum}, by the parameter
 * {@code minimum}: {@code BASEL}, or {@code EU}. Immutable.
 */
public final class LiquidityReport implements ReportDefinition {

    /** Figures differ by rounding only up to here, relative. */
    private static final double TOLERANCE = 1e-9;

    /** Creates the definition. */
    public LiquidityReport() {}

    @Override
    public String kind() {
        return "basel.lcr";
    }

    @Override
    public String title() {
        return "Liquidity coverage ratio";
    }

    @Override
    public String rules() {
        return "lcr/2, Basel Framework LCR20, LCR30 and LCR40";
    }

    @Override
    public boolean isOfPeriodOnly() {
        return true;
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        DatedRules<Double> minimum = LiquidityMinimum.of(parameters.value("minimum", "BASEL"));
        List<List<ReportCell>> ratios = new ArrayList<>();
        List<List<ReportCell>> checks = new ArrayList<>();
        EventIndices low = EventIndices.none();
        EventIndices wrong = EventIndices.none();
        for (LatestFigures.Figure figure : LatestFigures.of(log, parameters, RiskJournal.LCR, "rules")) {
            double logged = Double.parseDouble(figure.body().text("value"));
            DatedRule<Double> least = minimum.on(LocalDate.parse(figure.day()));
            boolean met = logged >= least.content();
            ratios.add(List.of(
                    ReportCell.of(figure.day(), figure.event()),
                    ReportCell.of(figure.entity(), figure.event()),
                    figure.line("level 1"),
                    figure.line("level 2A"),
                    figure.line("level 2B"),
                    figure.line("HQLA"),
                    figure.line("outflows"),
                    figure.line("inflows counted"),
                    figure.line("net outflows"),
                    figure.cell("value"),
                    ReportCell.of(CanonicalJson.number(least.content()), figure.event()),
                    ReportCell.of(met ? "met" : "not met", figure.event()),
                    ReportCell.of(least.citation(), figure.event()),
                    figure.cell("rules")));
            low = met ? low : low.union(figure.event());
            Paths paths = Paths.of(figure);
            boolean agrees = close(logged, paths.formula) && close(logged, paths.closed);
            checks.add(List.of(
                    ReportCell.of(figure.day(), figure.event()),
                    ReportCell.of(figure.entity(), figure.event()),
                    figure.cell("value"),
                    ReportCell.of(CanonicalJson.number(paths.formula), figure.event()),
                    ReportCell.of(CanonicalJson.number(paths.closed), figure.event()),
                    ReportCell.of(paths.how, figure.event()),
                    ReportCell.of(agrees ? "agree" : "DIFFER", figure.event()),
                    ReportCell.of(figure.replaced().size(), figure.replaced())));
            wrong = agrees ? wrong : wrong.union(figure.event());
        }
        ReportTable table = ReportTable.of(
                        "Ratios",
                        "Day",
                        "Entity",
                        "Level 1",
                        "Level 2A",
                        "Level 2B",
                        "HQLA",
                        "Outflows",
                        "Inflows counted",
                        "Net outflows",
                        "LCR",
                        "Minimum",
                        "Minimum is",
                        "By",
                        "Rules")
                .withRows(ratios);
        return Report.of(this, log, parameters)
                .summary("Ratios", ratios.size(), table.events())
                .summary("Below the minimum", low.size(), low)
                .summary("Calculations that differ", wrong.size(), wrong)
                .table(table)
                .table(ReportTable.of(
                                "Calculated anew",
                                "Day",
                                "Entity",
                                "Logged",
                                "Formula",
                                "Closed form",
                                "From",
                                "Result",
                                "Replaced figures")
                        .withRows(checks))
                .build();
    }

    /** Both ways from the logged amounts to the ratio. */
    private record Paths(double formula, double closed, String how) {

        static Paths of(LatestFigures.Figure figure) {
            double outflows = figure.number("outflows");
            double inflows = figure.number("inflows");
            boolean capsElsewhere = figure.body().text("unwound").equals("true")
                    || figure.number("cut by the cap on covered bonds") != 0.0;
            if (capsElsewhere) {
                LiquidityRatio flows = new LiquidityRatio(0, 0, 0, outflows, inflows);
                double stock = figure.number("level 1")
                        + figure.number("level 2A")
                        + figure.number("level 2B")
                        - figure.number("cut by the cap on level 2B")
                        - figure.number("cut by the cap on level 2")
                        - figure.number("cut by the cap on covered bonds");
                double summed = Math.max(0.0, stock) / flows.netOutflows();
                return new Paths(summed, figure.number("HQLA") / flows.netOutflows(), "the logged cuts");
            }
            LiquidityRatio ratio = new LiquidityRatio(
                    figure.number("level 1"), figure.number("level 2A"), figure.number("level 2B"), outflows, inflows);
            return new Paths(ratio.ratio(), ratio.ratioInClosedForm(), "the levels");
        }
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(1.0, Math.max(Math.abs(one), Math.abs(other)));
    }

    @Override
    public String toString() {
        return kind();
    }
}
