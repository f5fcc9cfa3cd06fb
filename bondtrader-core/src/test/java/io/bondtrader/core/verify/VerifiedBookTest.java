package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookMeasures;
import io.bondtrader.core.pricing.BookResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class VerifiedBookTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);
    private static final Parallelism HERE = Parallelism.callingThread();

    private static List<Bond> bonds(int size) {
        SplittableRandom random = new SplittableRandom(42);
        List<Bond> bonds = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            LocalDate maturity = SETTLEMENT.plusDays(3 + random.nextInt(11_000));
            LocalDate start = LocalDate.of(2025, 1 + random.nextInt(12), 15);
            double coupon = 0.0025 + random.nextInt(64) * 0.00125;
            bonds.add(
                    switch (k % 8) {
                        case 1 -> ZeroCouponBond.of(BondConventions.US_TREASURY, start, maturity);
                        case 3 -> FixedCouponBond.of(BondConventions.DE_BUND, coupon, start, maturity);
                        case 5 -> FixedCouponBond.of(BondConventions.UK_GILT, coupon, start, maturity);
                        case 7 -> FixedCouponBond.of(BondConventions.US_TREASURY_AUCTION, coupon, start, maturity);
                        default -> FixedCouponBond.of(BondConventions.US_TREASURY, coupon, start, maturity);
                    });
        }
        return bonds;
    }

    private static double[] prices(BondBook book) {
        BookResult result = book.newResult();
        double[] yields = new double[book.size()];
        for (int k = 0; k < yields.length; k++) {
            yields[k] = 0.002 + (k % 97) * 0.001;
        }
        book.cleanPricesFromYields(yields, result);
        double[] prices = new double[book.size()];
        result.copyTo(prices, Double.NaN);
        return prices;
    }

    @Test
    void bothPathsAgreeOnEveryBondAndTheNumbersAreThoseOfTheBook() {
        List<Bond> bonds = bonds(4_000);
        BondBook book = BondBook.of(bonds, SETTLEMENT);
        double[] prices = prices(book);
        BookMeasures plain = book.newMeasures();
        BookMeasures verified = book.newMeasures();
        book.measuresFromCleanPrices(prices, plain, HERE);

        VerifiedBook twice = VerifiedBook.of(book, bonds, Verifier.strict(), HERE);
        BookEvidence evidence = twice.measuresFromCleanPrices(prices, verified, HERE);

        assertThat(evidence.unconfirmed()).isEmpty();
        assertThat(evidence.refused()).isEmpty();
        assertThat(evidence.isAgreed()).isTrue();
        assertThat(evidence.checked())
                .isEqualTo(5L * (bonds.size() - verified.failures().size()));
        assertThat(verified.failures().keySet()).isEqualTo(plain.failures().keySet());
        for (int k = 0; k < bonds.size(); k++) {
            if (!plain.yieldToMaturity().hasFailed(k)) {
                assertThat(verified.yieldToMaturity().value(k))
                        .isEqualTo(plain.yieldToMaturity().value(k));
                assertThat(verified.dv01().value(k)).isEqualTo(plain.dv01().value(k));
            }
        }
        // The paths are not one path: somewhere their last digits differ.
        assertThat(evidence.largestShareOfTolerance(Measure.YIELD)).isPositive().isLessThan(1.0);
        assertThat(evidence.worstBond(Measure.CONVEXITY)).isBetween(0, bonds.size() - 1);
    }

    /** A book of other bonds than those that the second path lays out: a wrong coupon in one of them. */
    @Test
    void aBondWhoseFlowsDifferIsFlaggedOrRefused() {
        List<Bond> bonds = bonds(64);
        BondBook book = BondBook.of(bonds, SETTLEMENT);
        double[] prices = prices(book);
        List<Bond> others = new ArrayList<>(bonds);
        FixedCouponBond wrong = (FixedCouponBond) bonds.get(10);
        others.set(10, new FixedCouponBond(wrong.convention(), wrong.dates(), wrong.couponRate() + 1e-7, null));
        BookMeasures measures = book.newMeasures();

        VerifiedBook flagging = VerifiedBook.of(book, others, Verifier.flagging(), HERE);
        BookEvidence flagged = flagging.measuresFromCleanPrices(prices, measures, HERE);
        assertThat(flagged.unconfirmed()).containsOnlyKeys(10);
        assertThat(flagged.unconfirmed().get(10))
                .anyMatch(found -> found.measure().equals(Measure.YIELD));
        assertThat(flagged.worstBond(Measure.YIELD)).isEqualTo(10);
        assertThat(flagged.largestShareOfTolerance(Measure.YIELD)).isGreaterThan(1.0);
        assertThat(measures.failures()).isEmpty();

        VerifiedBook strict = VerifiedBook.of(book, others, Verifier.strict(), HERE);
        BookEvidence refused = strict.measuresFromCleanPrices(prices, measures, HERE);
        assertThat(refused.refused()).containsOnlyKeys(10);
        assertThat(measures.failures()).containsOnlyKeys(10);
        assertThatThrownBy(() -> measures.dv01().value(10)).isInstanceOf(DiscrepancyFound.class);
    }

    @Test
    void aSampleChecksSomeAndAlwaysTheSame() {
        List<Bond> bonds = bonds(2_000);
        BondBook book = BondBook.of(bonds, SETTLEMENT);
        double[] prices = prices(book);
        BookMeasures measures = book.newMeasures();
        VerifiedBook sampled = VerifiedBook.of(book, bonds, Verifier.sampling(20), HERE);

        long checked = sampled.measuresFromCleanPrices(prices, measures, HERE).checked();

        assertThat(checked / 5).isBetween(50L, 200L);
        Parallelism pool = Parallelism.on(ForkJoinPool.commonPool(), 2);
        assertThat(sampled.measuresFromCleanPrices(prices, measures, pool).checked())
                .isEqualTo(checked);
    }

    @Test
    void aBondThatFailsInTheBookIsNotCompared() {
        List<Bond> bonds = new ArrayList<>(bonds(10));
        bonds.set(4, FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2016-03-15", "2026-03-15"));
        BondBook book = BondBook.of(bonds, SETTLEMENT);
        BookMeasures measures = book.newMeasures();
        double[] prices = new double[10];
        Arrays.fill(prices, 100.0);
        prices[7] = Double.NaN;

        BookEvidence evidence =
                VerifiedBook.of(book, bonds, Verifier.strict(), HERE).measuresFromCleanPrices(prices, measures, HERE);

        assertThat(measures.failures()).containsOnlyKeys(4, 7);
        assertThat(evidence.checked()).isEqualTo(8 * 5);
        assertThat(evidence).hasToString("BookEvidence[40 numbers checked, 0 bonds not confirmed]");
    }

    @Test
    void bondsOfAnotherBookAreRefused() {
        BondBook book = BondBook.of(bonds(3), SETTLEMENT);
        assertThatThrownBy(() -> VerifiedBook.of(book, bonds(4), Verifier.flagging(), HERE))
                .isInstanceOf(InvalidInput.class);
    }
}
