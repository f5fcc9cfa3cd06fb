package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.risk.regulatory.LcrRules.LiquidAsset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Laws of regulatory figures, on random books. */
final class RegulatoryLawsTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final SensitivitiesBasedMethod METHOD = SensitivitiesBasedMethod.of(FrtbRules.basel2023(), USD);

    private static List<SpreadSensitivity> book(long seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] tenors = {0.5, 1, 3, 5, 10};
        List<SpreadSensitivity> book = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            book.add(new SpreadSensitivity(
                    1 + random.nextInt(18),
                    "n" + random.nextInt(3),
                    "bond",
                    tenors[random.nextInt(5)],
                    false,
                    scale * random.nextDouble(-1e6, 1e6)));
        }
        return book;
    }

    @Property(tries = 100, seed = "21")
    void capitalScalesWithTheBookAndDoesNotKnowItsSign(
            @ForAll long seed, @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 10) double scale) {
        for (CorrelationScenario scenario : CorrelationScenario.values()) {
            double capital = METHOD.spreadDelta(book(seed, 1), scenario).value();
            assertThat(METHOD.spreadDelta(book(seed, scale), scenario).value())
                    .isCloseTo(scale * capital, within(1e-9 * (1 + scale * capital)));
            assertThat(METHOD.spreadDelta(book(seed, -1), scenario).value())
                    .isCloseTo(capital, within(1e-9 * (1 + capital)));
        }
    }

    @Property(tries = 100, seed = "22")
    void anOppositeBookLeavesNoCapital(@ForAll long seed) {
        List<SpreadSensitivity> both = new ArrayList<>(book(seed, 1));
        both.addAll(book(seed, -1));

        assertThat(METHOD.spreadDelta(both, CorrelationScenario.MEDIUM).value()).isCloseTo(0, within(1e-6));
    }

    @Property(tries = 200, seed = "23")
    void aLargerPdOrLgdNeverLowersExpectedPlusUnexpectedLoss(
            @ForAll @Scale(6) @DoubleRange(min = 0.0005, max = 0.9) double pd,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 0.9) double lgd) {
        IrbRules rules = IrbRules.basel2023();
        double weight = rules.riskWeight(IrbClass.RETAIL_MORTGAGE, pd, lgd, 2.5).value();

        assertThat(rules.riskWeight(IrbClass.RETAIL_MORTGAGE, pd, lgd + 0.05, 2.5)
                        .value())
                .isGreaterThanOrEqualTo(weight);
        assertThat(rules.riskWeight(IrbClass.RETAIL_MORTGAGE, pd + 0.05, lgd, 2.5)
                                        .value()
                                / 12.5
                        + (pd + 0.05) * lgd)
                .isGreaterThanOrEqualTo(weight / 12.5 + pd * lgd);
        assertThat(rules.riskWeight(IrbClass.CORPORATE, pd, lgd, 5).value())
                .isGreaterThanOrEqualTo(
                        rules.riskWeight(IrbClass.CORPORATE, pd, lgd, 1).value());
    }

    @Property(tries = 300, seed = "24")
    void theLiquidStockKeepsItsCapsAndNeverShrinksByMoreAssets(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 100) double one,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 100) double covered,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 100) double twoA,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 100) double twoB) {
        for (LcrRules rules : LcrRules.published().versions()) {
            LiquidityCoverage stock = rules.coverage()
                    .withAssets(LiquidAsset.LEVEL_1, one)
                    .withAssets(LiquidAsset.LEVEL_1_COVERED, covered)
                    .withAssets(LiquidAsset.LEVEL_2A, twoA)
                    .withAssets(LiquidAsset.LEVEL_2B_RMBS, twoB)
                    .withOutflow(100);
            double liquid = stock.ratio().line("HQLA");
            for (LiquidAsset asset : LiquidAsset.values()) {
                assertThat(stock.withAssets(asset, 10).ratio().line("HQLA")).isGreaterThanOrEqualTo(liquid - 1e-9);
            }
            assertThat(liquid).isLessThanOrEqualTo(stock.ratio().line("level 1") / 0.60 + 1e-9);
        }
    }
}
