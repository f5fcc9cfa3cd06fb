package io.bondtrader.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is timed who gets the numbers wrong. The values are those on which Strata and QuantLib 1.29 agree. */
final class BenchmarkBondsTest {

    private static final Offset<Double> TOLERANCE = within(5e-10);

    @ParameterizedTest
    @CsvSource({
        "TEN_YEARS, 100.256817209181, 1.432320441989, 7.729734333261, 71.901131621176",
        "THIRTY_YEARS, 98.799609894583, 1.558701657459, 15.605395441351, 358.730177152777"
    })
    void bothSidesGiveTheKnownValues(
            BenchmarkBonds bond, double dirtyPrice, double accrued, double modifiedDuration, double convexity) {
        double yield = bond.yieldToMaturity();
        StrataBond strata = bond.inStrata();
        assertThat(strata.dirtyPrice(yield)).isEqualTo(dirtyPrice, TOLERANCE);
        assertThat(strata.yieldFromDirtyPrice(dirtyPrice)).isEqualTo(yield, TOLERANCE);
        assertThat(strata.accrued()).isEqualTo(accrued, TOLERANCE);
        assertThat(strata.modifiedDuration(yield)).isEqualTo(modifiedDuration, TOLERANCE);
        assertThat(strata.convexity(yield)).isEqualTo(convexity, TOLERANCE);

        BondPricing bondTrader = bond.inBondTrader();
        assertThat(bondTrader.dirtyPriceFromYield(yield)).isEqualTo(dirtyPrice, TOLERANCE);
        assertThat(bondTrader.yieldFromDirtyPrice(dirtyPrice)).isEqualTo(yield, TOLERANCE);
        assertThat(bondTrader.accruedInterest()).isEqualTo(accrued, TOLERANCE);
        assertThat(bondTrader.modifiedDuration(yield)).isEqualTo(modifiedDuration, TOLERANCE);
        assertThat(bondTrader.convexity(yield)).isEqualTo(convexity, TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "TEN_YEARS, 100.256817209181, 101.846069777715, 0.001989795228, -805.883670",
        "THIRTY_YEARS, 98.799609894583, 102.278045060821, 0.002182822622, -1633.781781"
    })
    void bothSidesGiveTheKnownValuesOffTheCurve(
            BenchmarkBonds bond, double dirtyPrice, double presentValue, double zSpread, double sensitivity) {
        LegalEntityDiscountingProvider theirs =
                StrataBond.curve(BenchmarkBonds.SETTLEMENT, BenchmarkCurves.NODE_DAYS, BenchmarkCurves.zeroRates(0));
        StrataBond strata = bond.inStrata();
        assertThat(strata.dirtyPrice(theirs)).isEqualTo(presentValue, TOLERANCE);
        assertThat(strata.zSpread(theirs, dirtyPrice)).isEqualTo(zSpread, TOLERANCE);
        double[] theirNodes = strata.nodeSensitivities(theirs)
                .getSensitivities()
                .get(0)
                .getSensitivity()
                .toArray();
        assertThat(Arrays.stream(theirNodes).sum()).isEqualTo(sensitivity, within(1e-6));

        NodeCurve ours = BenchmarkCurves.curve(0);
        CurvePricing bondTrader = bond.offCurves();
        assertThat(bondTrader.dirtyPrice(ours)).isEqualTo(presentValue, TOLERANCE);
        assertThat(bondTrader.zSpread(ours, dirtyPrice)).isEqualTo(zSpread, TOLERANCE);
        double[] nodes = new double[theirNodes.length];
        bondTrader.addNodeSensitivities(ours, nodes);
        assertThat(nodes).containsExactly(theirNodes, within(1e-6));
    }

    @Test
    void theBookGivesTheKnownValues() {
        BookBenchmark book = new BookBenchmark();
        book.prepare();

        assertThat(book.dirtyPriceSum()).isEqualTo(10108594.467655, within(5e-7));
        assertThat(book.dirtyPrice(0)).isEqualTo(99.6726225454, TOLERANCE);
        assertThat(book.dirtyPrice(BookBenchmark.BONDS - 1)).isEqualTo(98.4321476165, TOLERANCE);
    }
}
