package io.bondtrader.compliance.report.basel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.report.Recomputation;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.regulatory.CapitalPosition;
import io.bondtrader.risk.regulatory.CapitalRules;
import io.bondtrader.risk.regulatory.LcrRules;
import io.bondtrader.risk.regulatory.LcrRules.LiquidAsset;
import io.bondtrader.risk.regulatory.LiquidityCoverage;
import io.bondtrader.risk.regulatory.RegulatoryFigure;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.stress.StressResult;
import io.bondtrader.risk.stress.StressScenario;
import io.bondtrader.risk.stress.StressTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of the risk module on their way through the log to a supervisor. */
final class BaselReportsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final ReportLog log = new ReportLog();
    private final RiskJournal journal = RiskJournal.of(log.journal);

    /** Published conditions of BCBS d238, annex 1, worked out by hand: stocks after haircuts. */
    @ParameterizedTest
    @CsvSource({
        "60, 30, 10, 100",
        "50, 50, 50, 83.3333",
        "100, 0, 100, 117.6471",
        "30, 85, 50, 50",
        "100, 42.5, 25, 166.6667"
    })
    void theStockOfLiquidAssets(double level1, double level2A, double level2B, double expected) {
        LiquidityRatio ratio = new LiquidityRatio(level1, level2A, level2B, 150, 140);

        assertThat(ratio.liquidAssets()).isCloseTo(expected, within(5e-5));
        assertThat(ratio.liquidAssetsInClosedForm()).isCloseTo(expected, within(5e-5));
    }

    /** Stock 166.6667, outflows 150, inflows 140: 444.44 %. */
    @Test
    void inflowsCoverThreeQuartersAtMost() {
        LiquidityRatio ratio = new LiquidityRatio(100, 42.5, 25, 150, 140);

        assertThat(ratio.netOutflows()).isEqualTo(37.5);
        assertThat(ratio.ratio()).isCloseTo(4.4444, within(5e-5));
        assertThat(ratio.ratioInClosedForm()).isCloseTo(4.4444, within(5e-5));
        assertThat(new LiquidityRatio(1, 0, 0, 10, 2).netOutflows()).isEqualTo(8);
    }

    @Test
    void theFormulaEqualsItsClosedFormInAHundredThousandCases() {
        long seed = Long.getLong("bondtrader.test.seed", 20261122L);
        SplittableRandom random = new SplittableRandom(seed);
        double largest = 0;
        for (int i = 0; i < 100_000; i++) {
            LiquidityRatio ratio = new LiquidityRatio(
                    random.nextDouble() * 100,
                    random.nextDouble() * 100,
                    random.nextDouble() * 100,
                    1 + random.nextDouble() * 100,
                    random.nextDouble() * 200);
            largest = Math.max(largest, Math.abs(ratio.liquidAssets() - ratio.liquidAssetsInClosedForm()));
        }
        assertThat(largest).as("largest difference, seed %d", seed).isLessThan(1e-12 * 300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void badAmountsAreRefused(double bad) {
        assertThatThrownBy(() -> new LiquidityRatio(bad, 0, 0, 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LiquidityRatio(0, bad, 0, 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LiquidityRatio(0, 0, bad, 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LiquidityRatio(0, 0, 0, bad, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LiquidityRatio(0, 0, 0, 1, bad)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LiquidityRatio(1, 0, 0, 0, 0)).isInstanceOf(InvalidInput.class);
    }

    private static LiquidityCoverage stock(double level1) {
        return LcrRules.basel2015()
                .coverage()
                .withAssets(LiquidAsset.LEVEL_1, level1)
                .withAssets(LiquidAsset.LEVEL_2A, 50)
                .withAssets(LiquidAsset.LEVEL_2B_EQUITY, 50)
                .withOutflow(150)
                .withInflow(140);
    }

    private Report lcr() {
        return new LiquidityReport().compute(log.verified(), ReportLog.year());
    }

    @Test
    void theMinimumIsThatOfTheDayAndTheRegime() {
        // 80 % of net outflows: enough in 2017 under both, in 2018 under Basel no more, in the Union neither.
        TreeMap<String, Object> lines = new TreeMap<>(
                Map.of("level 1", 80, "level 2A", 0, "level 2B", 0, "HQLA", 80, "outflows", 100, "inflows", 0));
        lines.put("cut by the cap on covered bonds", 0);
        for (String day : List.of("2017-12-31", "2018-01-01", "2019-01-01")) {
            log.sample.append(
                    "risk",
                    "risk.lcr",
                    "bank-" + day,
                    Map.of("day", day, "value", "0.8", "rules", "Basel", "unwound", false, "lines", lines));
        }
        Report basel = lcr();
        Report european =
                new LiquidityReport().compute(log.verified(), ReportLog.year().with("minimum", "EU"));

        assertThat(column(basel, "Ratios", "Minimum")).containsExactly("0.8", "0.9", "1");
        assertThat(column(basel, "Ratios", "Minimum is")).containsExactly("met", "not met", "not met");
        assertThat(column(european, "Ratios", "Minimum")).containsExactly("0.8", "1", "1");
        assertThat(column(european, "Ratios", "By").get(0))
                .contains("Article 460(2)")
                .endsWith("(to be compared)");
        assertThatThrownBy(() -> new LiquidityReport()
                        .compute(log.verified(), ReportLog.year().with("minimum", "FED")))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01-01, 0.6, ", "2015-10-01, 0.6, 0.6", "2016-01-01, 0.7, 0.7", "2016-12-31, 0.7, 0.7",
        "2017-01-01, 0.8, 0.8", "2018-01-01, 0.9, 1.0", "2018-12-31, 0.9, 1.0", "2019-01-01, 1.0, 1.0"
    })
    void theMinimumWasPhasedIn(LocalDate day, double basel, @org.jspecify.annotations.Nullable Double european) {
        assertThat(LiquidityMinimum.basel().on(day).content()).isEqualTo(basel);
        if (european == null) {
            assertThatThrownBy(() -> LiquidityMinimum.european().on(day)).isInstanceOf(NoRuleInForce.class);
        } else {
            assertThat(LiquidityMinimum.european().on(day).content()).isEqualTo(european);
        }
    }

    private static List<String> column(Report report, String table, String column) {
        int at = report.table(table).columns().indexOf(column);
        return report.table(table).rows().stream()
                .map(row -> row.get(at).value())
                .toList();
    }

    @Test
    void aRatioIsCalculatedAnewTwiceFromWhatWasLogged() {
        log.sample.filled(2);
        journal.lcr("bank", DAY, stock(10).ratio(), false);
        long place = journal.lcr("bank", DAY, stock(100).ratio(), false); // corrects the one before
        journal.lcr("bank", DAY.plusDays(1), stock(5).ratio(), false);
        Report report = lcr();

        assertThat(column(report, "Ratios", "Minimum is")).containsExactly("met", "not met");
        assertThat(Double.parseDouble(column(report, "Ratios", "LCR").get(0))).isCloseTo(4.4444, within(5e-5));
        assertThat(report.table("Ratios").rows().get(0).get(2)).isEqualTo(ReportCell.of("100", EventIndices.of(place)));
        assertThat(column(report, "Calculated anew", "Result")).containsExactly("agree", "agree");
        assertThat(report.table("Calculated anew").rows().get(0).get(7))
                .isEqualTo(ReportCell.of(1, EventIndices.of(place - 1)));
    }

    /** A ratio that somebody wrote into the log without calculating it. */
    @Test
    void aRatioThatItsAmountsDoNotGiveIsFound() {
        Map<String, Object> lines = new TreeMap<>(Map.of(
                "level 1",
                "100",
                "level 2A",
                "42.5",
                "level 2B",
                "25",
                "HQLA",
                "167.5",
                "outflows",
                "150",
                "inflows",
                "140",
                "net outflows",
                "37.5",
                "inflows counted",
                "112.5",
                "cut by the cap on covered bonds",
                "0"));
        lines.put("cut by the cap on level 2", "0");
        lines.put("cut by the cap on level 2B", "0");
        log.sample.append(
                "risk",
                "risk.lcr",
                "bank",
                Map.of("day", "2026-03-02", "value", "4.4666666", "rules", "Basel", "unwound", false, "lines", lines));

        assertThat(column(lcr(), "Calculated anew", "Result")).containsExactly("DIFFER");
        assertThat(lcr().summary().rows().get(2).get(1)).isEqualTo(ReportCell.of(1, EventIndices.of(0)));
    }

    /** Unwinding moves the caps; the closed form does not hold then, and the logged cuts are added up instead. */
    @Test
    void unwoundStocksAreAddedUpFromTheirCuts() {
        LiquidityCoverage unwound = LcrRules.basel2015()
                .coverage()
                .withAssets(LiquidAsset.LEVEL_1, 100)
                .withAssets(LiquidAsset.LEVEL_2A, 60)
                .withUnwind(LiquidAsset.LEVEL_1, -40)
                .withOutflow(100);
        journal.lcr("bank", DAY, unwound.ratio(), true);

        assertThat(column(lcr(), "Calculated anew", "Result")).containsExactly("agree");
        assertThat(column(lcr(), "Calculated anew", "From")).containsExactly("the logged cuts");
        assertThat(column(lcr(), "Calculated anew", "Formula")).containsExactly("1.4");
    }

    @Test
    void capitalIsHeldAgainstItsMinimum() {
        CapitalPosition position = new CapitalPosition(DAY, 50, 10, 10, 1_000, 1_200, 2_000, 0, 0);
        CapitalRules rules = CapitalRules.basel2023();
        journal.capital("bank", DAY, position.commonEquityRatio(rules), 0.045);
        journal.capital("bank", DAY, position.totalRatio(rules), 0.08);
        journal.capital("bank", DAY, position.riskWeightedAssets(rules), 0);
        Report report = new CapitalReport().compute(log.verified(), ReportLog.year());

        assertThat(column(report, "Figures", "Result")).containsExactlyInAnyOrder("met", "not met", "none");
        assertThat(report.table("Lines").rows()).isNotEmpty();
        assertThat(report.summary().rows().get(1).get(1).value()).isEqualTo("1");
    }

    private static StressResult stressed(String name, double move) {
        LocalDate settlement = LocalDate.of(2025, 7, 14);
        NodeCurve curve = NodeCurve.ofZeroRates(
                "USD",
                settlement,
                List.of(settlement.plusDays(365), settlement.plusDays(3_650)),
                new double[] {0.03, 0.04},
                Interpolators.LINEAR);
        RiskMarket market = RiskMarket.builder(settlement, "USD")
                .curve("USD", curve)
                .cleanPrice("T", 99)
                .build();
        FixedCouponBond bond = FixedCouponBond.of(
                BondConventions.US_TREASURY, 0.04, LocalDate.of(2025, 5, 15), LocalDate.of(2030, 5, 15));
        Position position = new Position(
                Security.of("T", bond, "USD").issuedBy("US", "US", "government").rated("AA+"),
                new TradingBook("firm", "desk", "book"),
                "trader",
                new BigDecimal("1000000"));
        return StressTest.of(ValuedBook.of(List.of(position), market))
                .run(StressScenario.builder(name)
                        .rates("USD", CurveScenario.parallel(move))
                        .build());
    }

    @Test
    void theWorstStressIsNamed() {
        journal.stress("bank", DAY, stressed("up 100", 0.01));
        long worst = journal.stress("bank", DAY, stressed("up 200", 0.02));
        journal.stress("bank", DAY, stressed("down 100", -0.01));
        Report report = new StressReport().compute(log.verified(), ReportLog.year());

        ReportCell named = report.summary().rows().get(1).get(1);
        assertThat(named.value()).endsWith(", up 200, 2026-03-02").startsWith("-");
        assertThat(named.events()).isEqualTo(EventIndices.of(worst));
        assertThat(column(report, "Results", "Scenario")).containsExactly("down 100", "up 100", "up 200");
        assertThat(column(report, "Factors", "Factor")).contains("RATES");
    }

    @Test
    void everyReportIsComputedAgainToTheByte() {
        journal.lcr("bank", DAY, stock(100).ratio(), false);
        journal.stress("bank", DAY, stressed("up 100", 0.01));
        List<ReportDefinition> all = List.of(new LiquidityReport(), new CapitalReport(), new StressReport());
        for (ReportDefinition definition : all) {
            String json = definition
                    .compute(log.verified(), ReportLog.year())
                    .toJson()
                    .text();
            assertThat(Recomputation.from(log.sample.log, log.keys(), all).compare(json))
                    .isEmpty();
        }
    }

    @Test
    void badFiguresAreRefused() {
        RegulatoryFigure ratio = stock(100).ratio();
        assertThatThrownBy(() -> journal.lcr(" ", DAY, ratio, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> journal.capital("bank", DAY, ratio, -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> journal.capital("bank", DAY, ratio, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        RegulatoryFigure other =
                new CapitalPosition(DAY, 50, 10, 10, 1_000, 1_200, 2_000, 0, 0).totalRatio(CapitalRules.basel2023());
        assertThatThrownBy(() -> journal.lcr("bank", DAY, other, false)).isInstanceOf(InvalidInput.class);
    }
}
