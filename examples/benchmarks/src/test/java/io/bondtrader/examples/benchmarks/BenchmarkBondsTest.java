package io.bondtrader.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.pricing.BondPricing;
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

    @Test
    void theBookGivesTheKnownValues() {
        BookBenchmark book = new BookBenchmark();
        book.prepare();

        assertThat(book.dirtyPriceSum()).isEqualTo(10108594.467655, within(5e-7));
        assertThat(book.dirtyPrice(0)).isEqualTo(99.6726225454, TOLERANCE);
        assertThat(book.dirtyPrice(BookBenchmark.BONDS - 1)).isEqualTo(98.4321476165, TOLERANCE);
    }
}
