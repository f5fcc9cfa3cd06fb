package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.LcrRules.LiquidAsset;
import io.bondtrader.risk.regulatory.LcrRules.Outflow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiquidityCoverageTest {

    private static final LcrRules BASEL = LcrRules.basel2015();
    private static final LcrRules EU = LcrRules.eu2015();

    /** Market values before haircuts (15 and 50 %), flows, and the published stock, cuts, net outflow and ratio in percent. */
    @ParameterizedTest
    @CsvSource({
        "100,60,40,250,120,166.6667,0,4.3333,130,128.21",
        "100,20,80,250,240,137.6471,19.3529,0,62.5,220.24",
        "40,60,30,120,100,66.6667,5.0,34.3333,30,222.22"
    })
    void ratiosAreThePublishedOnes(
            double one,
            double twoA,
            double twoB,
            double out,
            double in,
            double stock,
            double cut15,
            double cut40,
            double net,
            double ratioPct) {
        RegulatoryFigure ratio = BASEL.coverage()
                .withAssets(LiquidAsset.LEVEL_1, one)
                .withAssets(LiquidAsset.LEVEL_2A, twoA)
                .withAssets(LiquidAsset.LEVEL_2B_CORPORATE, twoB)
                .withOutflow(out)
                .withInflow(in)
                .ratio();

        assertThat(ratio.line("HQLA")).isCloseTo(stock, within(5e-5));
        assertThat(ratio.line("cut by the cap on level 2B")).isCloseTo(cut15, within(5e-5));
        assertThat(ratio.line("cut by the cap on level 2")).isCloseTo(cut40, within(5e-5));
        assertThat(ratio.line("net outflows")).isCloseTo(net, within(1e-12));
        assertThat(ratio.value() * 100).isCloseTo(ratioPct, within(5e-3));
    }

    /** Amounts after haircuts, and the stock; FINOS' cases are no oracle, these are the annex's formula by hand. */
    @ParameterizedTest
    @CsvSource({"60,30,10,100", "50,50,50,83.3333", "100,0,100,117.6471", "30,85,50,50", "100,42.5,25,166.6667"})
    void stocksAfterHaircutsAreThePublishedOnes(double one, double twoA, double twoB, double stock) {
        double[] cuts = LiquidityCoverage.cuts(BASEL, one, twoA, twoB);

        assertThat(one + twoA + twoB - cuts[0] - cuts[1]).isCloseTo(stock, within(5e-5));
    }

    /** HQLA of (100, 42.5, 25), outflows 150, inflows 140: 444.44 %. */
    @Test
    void inflowsCoverThreeQuartersOfOutflowsAtMost() {
        RegulatoryFigure ratio = BASEL.coverage()
                .withAssets(LiquidAsset.LEVEL_1, 100)
                .withAssets(LiquidAsset.LEVEL_2A, 50)
                .withAssets(LiquidAsset.LEVEL_2B_EQUITY, 50)
                .withOutflow(150)
                .withInflow(140)
                .ratio();

        assertThat(ratio.value()).isCloseTo(4.4444, within(5e-5));
    }

    /** The closed form on 20,000 random stocks: min(L1 + L2A + L2B, (L1 + L2A)/0.85, L1/0.60). */
    @Test
    void theFormulaEqualsItsClosedForm() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(42);
        for (int k = 0; k < 20_000; k++) {
            double one = random.nextDouble() * 100;
            double a = random.nextDouble() * 100;
            double b = random.nextDouble() * 100;
            double[] cuts = LiquidityCoverage.cuts(BASEL, one, a, b);
            double closed = Math.min(one + a + b, Math.min((one + a) / 0.85, one / 0.60));
            assertThat(one + a + b - cuts[0] - cuts[1]).isCloseTo(closed, within(1e-11));
        }
    }

    /** Article 17: level 1 without covered bonds is at least 30 % of the stock. */
    @Test
    void theUnionCapsCoveredBondsToo() {
        LiquidityCoverage stock = EU.coverage()
                .withAssets(LiquidAsset.LEVEL_1, 30)
                .withAssets(LiquidAsset.LEVEL_1_COVERED, 200)
                .withAssets(LiquidAsset.LEVEL_2A, 20)
                .withOutflow(50);
        RegulatoryFigure ratio = stock.ratio();

        assertThat(ratio.line("HQLA")).isCloseTo(100, within(1e-12));
        assertThat(ratio.line("of it covered bonds")).isCloseTo(186, within(1e-12));
        assertThat(ratio.line("cut by the cap on covered bonds")).isCloseTo(30 + 186 + 17 - 100, within(1e-12));
    }

    /** Annex 1 of d238: caps are measured after unwinding; a repo of level 1 against cash to be returned. */
    @Test
    void capsAreMeasuredAfterUnwinding() {
        LiquidityCoverage stock = BASEL.coverage()
                .withAssets(LiquidAsset.LEVEL_1, 100)
                .withAssets(LiquidAsset.LEVEL_2A, 60)
                .withOutflow(100);
        RegulatoryFigure unwound = stock.withUnwind(LiquidAsset.LEVEL_1, -40).ratio();

        assertThat(stock.ratio().line("HQLA")).isCloseTo(151, within(1e-12));
        assertThat(unwound.line("cut by the cap on level 2")).isCloseTo(51 - 2.0 / 3 * 60, within(1e-12));
        assertThat(unwound.line("HQLA")).isCloseTo(151 - 11, within(1e-12));
    }

    @Test
    void fundingRunsOffAtItsRate() {
        RegulatoryFigure ratio = BASEL.coverage()
                .withAssets(LiquidAsset.LEVEL_1, 45)
                .withFunding(Outflow.STABLE_RETAIL, 400)
                .withFunding(Outflow.OPERATIONAL, 100)
                .withFunding(Outflow.REPO_LEVEL_1, 1_000)
                .ratio();

        assertThat(ratio.line("outflows")).isCloseTo(45, within(1e-12));
        assertThat(ratio.value()).isCloseTo(1, within(1e-15));
        assertThat(LcrRules.published().versions()).hasSize(2);
    }

    @Test
    void badLiquidityInputsAreRefused() {
        LiquidityCoverage empty = BASEL.coverage();
        assertThatThrownBy(empty::ratio).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> empty.withAssets(LiquidAsset.LEVEL_1, -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> empty.withOutflow(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> empty.withInflow(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> empty.withFunding(Outflow.OPERATIONAL, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> empty.withUnwind(LiquidAsset.LEVEL_1, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LcrRules(BASEL.source(), Map.of(), Map.of(), 0.4, 0.15, 1, 0.75))
                .isInstanceOf(InvalidInput.class);
    }
}
