package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Frequency;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BondBookTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2025, 7, 17);

    /** Level coupons, one flow left, ex-coupon, variable coupons, no coupons, no end. */
    private static List<BondPricing> book() {
        List<BondPricing> book = new ArrayList<>();
        for (BondConvention convention : List.of(
                BondConventions.US_TREASURY,
                BondConventions.US_TREASURY_AUCTION,
                BondConventions.UK_GILT,
                BondConventions.DE_BUND,
                BondConventions.IT_BTP,
                BondConventions.JP_JGB,
                BondConventions.US_CORPORATE,
                BondConventions.EUROBOND)) {
            for (String maturity : List.of("2025-07-24", "2025-12-31", "2031-07-22", "2054-11-15")) {
                book.add(BondPricing.of(FixedCouponBond.of(convention, 0.04375, "2024-11-15", maturity), SETTLEMENT));
            }
        }
        LocalDate start = LocalDate.of(2024, 7, 15);
        book.add(BondPricing.of(
                StepUpBond.of(
                        BondConventions.EUROBOND,
                        CouponDates.of(start, LocalDate.of(2027, 7, 15), Frequency.ANNUAL, true),
                        List.of(0.02, 0.03, 0.04)),
                SETTLEMENT));
        book.add(BondPricing.of(
                ZeroCouponBond.of(BondConventions.US_TREASURY, start, LocalDate.of(2044, 8, 15)), SETTLEMENT));
        book.add(BondPricing.of(
                PerpetualBond.of(BondConventions.UK_GILT, start, LocalDate.of(2025, 1, 15), 0.035), SETTLEMENT));
        return book;
    }

    @Test
    void everyNumberIsThatOfTheBondAloneToTheLastBit() {
        List<BondPricing> pricings = book();
        BondBook book = BondBook.ofPricings(pricings);
        BookResult result = book.newResult();
        BookMeasures measures = book.newMeasures();
        for (double level : new double[] {0.0041, 0.0387, 0.11}) {
            double[] yields = new double[book.size()];
            double[] prices = new double[book.size()];
            for (int k = 0; k < yields.length; k++) {
                yields[k] = level + k * 1.37e-5;
                prices[k] = 103.0 - 100.0 * yields[k];
            }

            book.dirtyPricesFromYields(yields, result);
            for (int k = 0; k < yields.length; k++) {
                assertThat(result.value(k)).isEqualTo(pricings.get(k).dirtyPriceFromYield(yields[k]));
            }
            book.cleanPricesFromYields(yields, result);
            for (int k = 0; k < yields.length; k++) {
                assertThat(result.value(k)).isEqualTo(pricings.get(k).cleanPriceFromYield(yields[k]));
            }
            book.yieldsFromDirtyPrices(prices, result);
            for (int k = 0; k < yields.length; k++) {
                assertThat(result.value(k)).isEqualTo(pricings.get(k).yieldFromDirtyPrice(prices[k]));
            }
            book.yieldsFromCleanPrices(prices, result);
            for (int k = 0; k < yields.length; k++) {
                assertThat(result.value(k)).isEqualTo(pricings.get(k).yieldFromCleanPrice(prices[k]));
            }
            book.measuresFromYields(yields, measures, Parallelism.callingThread());
            for (int k = 0; k < yields.length; k++) {
                assertMeasures(measures, k, pricings.get(k), yields[k]);
            }
            book.measuresFromCleanPrices(prices, measures, Parallelism.callingThread());
            for (int k = 0; k < yields.length; k++) {
                assertMeasures(measures, k, pricings.get(k), pricings.get(k).yieldFromCleanPrice(prices[k]));
            }
        }
    }

    private static void assertMeasures(BookMeasures measures, int k, BondPricing alone, double yield) {
        Sensitivities expected = alone.sensitivities(yield);
        assertThat(measures.dirtyPrice().value(k)).isEqualTo(expected.dirtyPrice());
        assertThat(measures.yieldToMaturity().value(k)).isEqualTo(yield);
        assertThat(measures.modifiedDuration().value(k)).isEqualTo(expected.modifiedDuration());
        assertThat(measures.convexity().value(k)).isEqualTo(expected.convexity());
        assertThat(measures.dv01().value(k)).isEqualTo(expected.dv01());
    }

    @Test
    void aBondThatFailsStandsInItsPlaceAndTheOthersAreServed() {
        List<BondPricing> pricings = book();
        BondBook book = BondBook.ofPricings(pricings);
        BookResult result = book.newResult();
        double[] prices = new double[book.size()];
        Arrays.fill(prices, 99.0);
        prices[3] = Double.NaN;
        prices[7] = -1.0;

        book.yieldsFromDirtyPrices(prices, result);

        assertThat(result.failures()).containsOnlyKeys(3, 7);
        assertThat(result.hasFailed(3)).isTrue();
        assertThat(result.hasFailed(4)).isFalse();
        assertThat(result.value(4)).isEqualTo(pricings.get(4).yieldFromDirtyPrice(99.0));
        assertThatThrownBy(() -> result.value(3))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("NaN");
        double[] copied = new double[book.size()];
        result.copyTo(copied, -9.0);
        assertThat(copied[3]).isEqualTo(-9.0);
        assertThat(copied[4]).isEqualTo(result.value(4));
        assertThat(result).hasToString("BookResult[35 bonds, 2 failed]");
    }

    @Test
    void aResultForgetsItsFailuresWhenItIsUsedAgain() {
        BondBook book = BondBook.ofPricings(book());
        BookResult result = book.newResult();
        double[] yields = new double[book.size()];
        Arrays.fill(yields, Double.NaN);
        book.dirtyPricesFromYields(yields, result);
        assertThat(result.failures()).hasSize(book.size());

        Arrays.fill(yields, 0.04);
        book.dirtyPricesFromYields(yields, result);

        assertThat(result.failures()).isEmpty();
        assertThat(result.value(0)).isPositive();
    }

    @Test
    void anArrayOrResultOfAnotherLengthIsRefused() {
        BondBook book = BondBook.ofPricings(book());
        BondBook smaller = BondBook.ofPricings(book().subList(0, 3));
        double[] fits = new double[book.size()];

        assertThatThrownBy(() -> book.yieldsFromCleanPrices(new double[2], book.newResult()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.dirtyPricesFromYields(new double[book.size() + 1], book.newResult()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.dirtyPricesFromYields(fits, smaller.newResult()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.measuresFromYields(fits, smaller.newMeasures(), Parallelism.callingThread()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.newResult().copyTo(new double[1], 0.0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anEmptyBookHasNoNumbersAndNoFailures() {
        BondBook book = BondBook.of(List.of(), SETTLEMENT);
        BookResult result = book.newResult();

        book.yieldsFromCleanPrices(new double[0], result);

        assertThat(result.size()).isZero();
        assertThat(result.failures()).isEmpty();
    }

    /** Counted by the JVM for this thread, over a hundred passes of a thousand bonds. */
    @Test
    void pricesAndYieldsAllocateNothingPerBond() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        BondBook book = BondBook.ofPricings(Collections.nCopies(1_000, book().get(3)));
        BookResult result = book.newResult();
        double[] yields = new double[book.size()];
        double[] prices = new double[book.size()];
        for (int k = 0; k < yields.length; k++) {
            yields[k] = 0.02 + k * 1e-5;
            prices[k] = 80.0 + k * 0.04;
        }
        passes(book, yields, prices, result);

        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        passes(book, yields, prices, result);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        // Two hundred thousand numbers: were there one object of the least size each, it would be millions of bytes.
        assertThat(allocated).isLessThan(100_000);
    }

    private static void passes(BondBook book, double[] yields, double[] prices, BookResult result) {
        for (int pass = 0; pass < 100; pass++) {
            book.cleanPricesFromYields(yields, result);
            book.yieldsFromCleanPrices(prices, result);
        }
    }

    /** A twelfth is no binary fraction: dividing by twelve and multiplying by a twelfth differ in the last bit. */
    @Test
    void aBookOfMonthlyBondsIsPricedToTheLastBitToo() {
        BondConvention monthly =
                BondConvention.builder("MONTHLY").frequency(Frequency.MONTHLY).build();
        BondPricing pricing =
                BondPricing.of(FixedCouponBond.of(monthly, 0.043, "2025-01-15", "2035-01-15"), SETTLEMENT);
        BondBook book = BondBook.ofPricings(Collections.nCopies(200, pricing));
        BookResult result = book.newResult();
        double[] yields = new double[book.size()];
        for (int k = 0; k < yields.length; k++) {
            yields[k] = 0.031 + k * 1.3e-5;
        }

        book.dirtyPricesFromYields(yields, result);

        for (int k = 0; k < yields.length; k++) {
            assertThat(result.value(k)).isEqualTo(pricing.dirtyPriceFromYield(yields[k]));
        }
    }
}
