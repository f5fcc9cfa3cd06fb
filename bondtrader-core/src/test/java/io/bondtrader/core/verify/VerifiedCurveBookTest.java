package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VerifiedCurveBookTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);
    private static final Parallelism HERE = Parallelism.callingThread();
    private static final List<Bond> BONDS = bonds(1_500);

    private static List<Bond> bonds(int size) {
        SplittableRandom random = new SplittableRandom(99);
        List<Bond> bonds = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            LocalDate maturity = SETTLEMENT.plusDays(1 + random.nextInt(11_000));
            LocalDate start = LocalDate.of(2025, 1 + random.nextInt(12), 15);
            double coupon = random.nextInt(64) * 0.00125;
            bonds.add(
                    switch (k % 8) {
                        case 1 -> ZeroCouponBond.of(BondConventions.US_TREASURY, start, maturity);
                        case 3 -> FixedCouponBond.of(BondConventions.DE_BUND, coupon, start, maturity);
                        case 5 -> FixedCouponBond.of(BondConventions.UK_GILT, coupon, start, maturity);
                        default -> FixedCouponBond.of(BondConventions.US_TREASURY, coupon, start, maturity);
                    });
        }
        bonds.set(
                6,
                StepUpBond.of(
                        BondConventions.EUROBOND,
                        CouponDates.of(LocalDate.of(2024, 7, 15), LocalDate.of(2029, 7, 15), Frequency.ANNUAL, true),
                        List.of(0.02, 0.025, 0.03, 0.035, 0.04)));
        return bonds;
    }

    private static NodeCurve curve(LocalDate reference) {
        return NodeCurve.ofZeroRates(
                "zero",
                reference,
                List.of(
                        reference.plusYears(1),
                        reference.plusYears(5),
                        reference.plusYears(12),
                        reference.plusYears(31)),
                new double[] {0.041, 0.038, 0.043, 0.046},
                Interpolators.NATURAL_CUBIC);
    }

    private static double[] prices() {
        double[] prices = new double[BONDS.size()];
        for (int k = 0; k < prices.length; k++) {
            prices[k] = 60.0 + (k * 7) % 80;
        }
        return prices;
    }

    @Test
    void pricesAndSpreadsAgreeAndAreThoseOfTheBook() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        VerifiedCurveBook twice = VerifiedCurveBook.of(book, BONDS, Verifier.strict(), HERE);
        BookResult verified = book.newResult();
        BookResult plain = book.newResult();
        for (NodeCurve curve : List.of(curve(SETTLEMENT), curve(SETTLEMENT.minusDays(11)))) {
            BookEvidence prices = twice.dirtyPrices(curve, verified, HERE);
            book.dirtyPrices(curve, plain, HERE);
            assertThat(prices.unconfirmed()).isEmpty();
            assertThat(prices.refused()).isEmpty();
            assertThat(prices.checked()).isEqualTo(BONDS.size());
            assertThat(prices.largestShareOfTolerance(Measure.DIRTY_PRICE))
                    .isPositive()
                    .isLessThan(1.0);
            assertThat(copy(verified)).isEqualTo(copy(plain));

            BookEvidence spreads = twice.zSpreads(curve, prices(), verified, HERE);
            book.zSpreads(curve, prices(), plain, HERE);
            assertThat(spreads.refused()).isEmpty();
            assertThat(spreads.isAgreed()).isTrue();
            assertThat(spreads.checked()).isEqualTo(BONDS.size());
            assertThat(copy(verified)).isEqualTo(copy(plain));
        }
    }

    /** The second path lays out a bond whose coupon is wrong in the ninth decimal. */
    @Test
    void aBondWhoseFlowsDifferIsFlaggedOrRefused() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        List<Bond> others = new ArrayList<>(BONDS);
        FixedCouponBond wrong = (FixedCouponBond) BONDS.get(20);
        others.set(20, new FixedCouponBond(wrong.convention(), wrong.dates(), wrong.couponRate() + 1e-9, null));
        BookResult result = book.newResult();

        BookEvidence flagged = VerifiedCurveBook.of(book, others, Verifier.flagging(), HERE)
                .dirtyPrices(curve(SETTLEMENT), result, HERE);
        assertThat(flagged.unconfirmed()).containsOnlyKeys(20);
        assertThat(flagged.worstBond(Measure.DIRTY_PRICE)).isEqualTo(20);
        assertThat(result.failures()).isEmpty();

        BookEvidence refused = VerifiedCurveBook.of(book, others, Verifier.strict(), HERE)
                .zSpreads(curve(SETTLEMENT), prices(), result, HERE);
        assertThat(refused.refused()).containsOnlyKeys(20);
        assertThatThrownBy(() -> result.value(20)).isInstanceOf(DiscrepancyFound.class);
    }

    @Test
    void bondsOfAnotherBookAreRefused() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        assertThatThrownBy(() -> VerifiedCurveBook.of(book, BONDS.subList(0, 3), Verifier.flagging(), HERE))
                .isInstanceOf(InvalidInput.class);
    }

    private static double[] copy(BookResult result) {
        double[] copy = new double[result.size()];
        result.copyTo(copy, -9.0);
        return copy;
    }
}
