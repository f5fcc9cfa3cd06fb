package io.bondtrader.risk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.risk.regulatory.RegulatoryFigure;
import io.bondtrader.risk.regulatory.RuleSource;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.RiskTotals;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.stress.StressResult;
import io.bondtrader.risk.stress.StressScenario;
import io.bondtrader.risk.stress.StressTest;
import io.bondtrader.risk.var.BackTest;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class RiskReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

    private static PnlVectors vectors() {
        Random random = new Random(2);
        double[][] pnl = new double[30][300];
        for (double[] row : pnl) {
            Arrays.setAll(row, s -> 1000 * random.nextGaussian());
        }
        return PnlVectors.of(
                "drawn",
                IntStream.range(0, 30).mapToObj(i -> "bond <" + i + ">").toList(),
                IntStream.range(0, 300).mapToObj(i -> "s" + i).toList(),
                pnl);
    }

    private static BackTest backTest() {
        Random random = new Random(5);
        List<LocalDate> days = new ArrayList<>();
        double[] pnl = new double[900];
        for (int t = 0; t < 900; t++) {
            days.add(DAY.minusDays(900 - t));
            pnl[t] = 100 * random.nextGaussian();
        }
        double[] promised = new double[900];
        Arrays.fill(promised, 232);
        double[] shortfall = new double[900];
        Arrays.fill(shortfall, 266);
        return BackTest.of(0.99, days, pnl, promised, shortfall);
    }

    private static RiskReport report() {
        PnlVectors vectors = vectors();
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put("carry", 12.5);
        steps.put("rates & spread", -30.0);
        RiskTotals totals = new RiskTotals(3, 1e6, 1e6, 100, 820, 820, 1, List.of(100.0, 300.0, 420.0));
        return RiskReport.builder("Desk <Rates>", DAY)
                .subtitle("book \"A\" & B, USD")
                .add(RiskSections.valueAtRisk(
                        Map.of("historical", vectors.risk(0.99, QuantileConvention.LINEAR)), "USD"))
                .add(RiskSections.contributions(vectors.contributions(0.975, QuantileConvention.COHERENT), "USD"))
                .add(RiskSections.backTest(backTest(), "USD"))
                .add(RiskSections.keyRates(totals, KeyTenors.ofYears(2, 5, 10), "USD"))
                .add(RiskSections.components(
                        PrincipalComponents.of(Covariance.of(
                                List.of("2Y", "10Y"), new double[][] {{1, 0.8}, {0.8, 1}})),
                        2))
                .add(RiskSections.pnlByName("Stress", "instantaneous", steps, "USD"))
                .add(RiskSections.waterfall("P&L of the day", "", steps, "USD"))
                .add(new ReportSection.Utilisation(
                        "Limits",
                        "",
                        List.of(
                                new ReportSection.Gauge("DV01", 800, 1000, 0.8, OptionalDouble.of(0.75)),
                                ReportSection.Gauge.of("notional", 12, 10))))
                .build();
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        String html = report().toHtml();

        assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("http", "src=", "<script", "@import", "url(");
        assertThat(html).contains("Desk &lt;Rates&gt;", "book &quot;A&quot; &amp; B", "rates &amp; spread");
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + 7);
        Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)));
        assertThat(parsed.getElementsByTagName("section").getLength()).isEqualTo(8);
        assertThat(parsed.getElementsByTagName("svg").getLength()).isEqualTo(6);
    }

    @Test
    void anExceptionIsMarkedOnTheChart() {
        String html = report().toHtml();
        int exceptions = backTest().exceptionCount();

        assertThat(exceptions).isPositive();
        assertThat(html.split("class=\"marked\"", -1)).hasSize(exceptions + 1);
    }

    @Test
    void theJsonHoldsTheSameFigures() throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(report().toJson());

        assertThat(root.get("title").asText()).isEqualTo("Desk <Rates>");
        assertThat(root.get("asOf").asText()).isEqualTo("2026-03-17");
        assertThat(root.get("sections")).hasSize(8);
        assertThat(root.at("/sections/0/rows/0/2").asDouble())
                .isEqualTo(vectors().risk(0.99, QuantileConvention.LINEAR).valueAtRisk());
        assertThat(root.at("/sections/6/total").asDouble()).isEqualTo(-17.5);
        assertThat(root.at("/sections/7/limits/1/utilisation").asDouble()).isEqualTo(1.2);
        assertThat(root.at("/sections/2/lines/value at risk/0").asDouble()).isEqualTo(-232);
    }

    @Test
    void barsOfManyPositionsKeepTheSum() {
        ReportSection.Bars bars = (ReportSection.Bars) report().sections().get(1);

        assertThat(bars.bars()).hasSize(21);
        assertThat(bars.bars().get(20).name()).isEqualTo("all 10 others");
        assertThat(bars.bars().stream().mapToDouble(ReportSection.Item::value).sum())
                .isCloseTo(vectors().risk(0.975, QuantileConvention.COHERENT).expectedShortfall(), within(1e-6));
    }

    @Test
    void theSameReportHasTheSameBytes() {
        assertThat(report().toHtml()).isEqualTo(report().toHtml());
        assertThat(report().toJson()).isEqualTo(report().toJson());
        assertThat(report())
                .hasToString(
                        "RiskReport[Desk <Rates> as of 2026-03-17: Value at risk and expected shortfall, What makes up the "
                                + "expected shortfall, Value at risk against what happened, Key-rate DV01, What moves the curve, "
                                + "Stress, P&L of the day, Limits]");
    }

    @Test
    void stressResultsAreBarsAndAWaterfallFromTheShortEnd() {
        NodeCurve curve = NodeCurve.ofZeroRates(
                "flat",
                DAY,
                List.of(DAY.plusYears(1), DAY.plusYears(30)),
                new double[] {0.04, 0.04},
                Interpolators.LINEAR);
        List<Position> positions = new ArrayList<>();
        for (int years : new int[] {2, 8, 15, 25}) {
            positions.add(new Position(
                    Security.of(
                            "B" + years,
                            FixedCouponBond.of(
                                    BondConventions.US_TREASURY,
                                    0.04,
                                    LocalDate.of(2026, 2, 15),
                                    LocalDate.of(2026, 2, 15).plusYears(years)),
                            "USD"),
                    new TradingBook("House", "Rates", "Govies"),
                    "alice",
                    BigDecimal.valueOf(1_000_000)));
        }
        StressTest test = StressTest.of(ValuedBook.of(positions, RiskMarket.of(DAY, "USD", curve)));
        StressResult up = test.run(StressScenario.of(CurveScenario.parallel(0.01)));
        ReportSection.Waterfall split = (ReportSection.Waterfall) RiskSections.stressBy(up, Dimension.TENOR, "USD");
        ReportSection.Bars bars = (ReportSection.Bars) RiskSections.stress(List.of(up), "USD");

        assertThat(split.steps().stream().map(ReportSection.Item::name))
                .containsExactly("1Y-3Y", "7Y-10Y", "10Y-20Y", "20Y+");
        assertThat(split.total()).isCloseTo(up.total(), within(1e-6));
        assertThat(bars.bars().get(0).value()).isEqualTo(up.total()).isNegative();
    }

    @Test
    void limitsAndSupervisorsFiguresHaveTheirSections() {
        RegulatoryFigure figure = new RegulatoryFigure(
                "leverage ratio",
                0.05,
                RegulatoryFigure.DECIMAL,
                new RuleSource(RuleSource.BASEL, DAY, "LEV20"),
                List.of(new RegulatoryFigure.Line("tier 1", 5, RegulatoryFigure.CURRENCY)));
        ReportSection.Table table = (ReportSection.Table) RiskSections.regulatory(figure);

        assertThat(table.rows())
                .containsExactly(List.of("tier 1", 5.0, "currency"), List.of("leverage ratio", 0.05, "decimal"));
        assertThat(((ReportSection.Utilisation) RiskSections.limits(List.of())).gauges())
                .isEmpty();
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> RiskReport.builder("x", DAY).build()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ReportSection.Item("x", Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ReportSection.Gauge.of("x", 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ReportSection.Table("x", "", List.of("a"), List.of(List.of(1, 2))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ReportSection.Bars(" ", "", "", List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ReportSection.Series("x", "", "", List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RiskSections.valueAtRisk(Map.of(), "USD")).isInstanceOf(InvalidInput.class);
    }
}
