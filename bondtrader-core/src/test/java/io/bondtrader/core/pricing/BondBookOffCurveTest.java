package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BondBookOffCurveTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    private static final NodeCurve CURVE = NodeCurve.ofZeroRates(
            "six nodes",
            SETTLEMENT,
            List.of(91, 365, 1095, 1825, 3650, 10950).stream()
                    .map(SETTLEMENT::plusDays)
                    .toList(),
            new double[] {0.0430, 0.0400, 0.0380, 0.0390, 0.0420, 0.0465},
            Interpolators.LINEAR);

    /** A curve that starts the week before. */
    private static final NodeCurve EARLIER = NodeCurve.ofZeroRates(
            "earlier",
            SETTLEMENT.minusDays(7),
            List.of(SETTLEMENT.plusDays(30), SETTLEMENT.plusYears(4), SETTLEMENT.plusYears(30)),
            new double[] {0.031, 0.035, 0.042},
            Interpolators.LINEAR);

    private static final List<Bond> BONDS = bonds(5_000);

    /** Treasuries and others of many maturities, some without level coupons, one without end, one that has matured. */
    private static List<Bond> bonds(int size) {
        SplittableRandom random = new SplittableRandom(20260317);
        List<Bond> bonds = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            LocalDate maturity = SETTLEMENT.plusDays(1 + random.nextInt(11_000));
            LocalDate start = LocalDate.of(2024, 1 + random.nextInt(12), 15);
            double coupon = random.nextInt(64) * 0.00125;
            bonds.add(
                    switch (k % 10) {
                        case 3 -> ZeroCouponBond.of(BondConventions.US_TREASURY, start, maturity);
                        case 5 -> FixedCouponBond.of(BondConventions.DE_BUND, coupon, start, maturity);
                        case 7 -> FixedCouponBond.of(BondConventions.UK_GILT, coupon, start, maturity);
                        default -> FixedCouponBond.of(BondConventions.US_TREASURY, coupon, start, maturity);
                    });
        }
        bonds.set(
                11,
                StepUpBond.of(
                        BondConventions.EUROBOND,
                        CouponDates.of(LocalDate.of(2024, 7, 15), LocalDate.of(2027, 7, 15), Frequency.ANNUAL, true),
                        List.of(0.02, 0.03, 0.04)));
        bonds.set(
                12,
                PerpetualBond.of(BondConventions.UK_GILT, LocalDate.of(2024, 7, 15), LocalDate.of(2025, 1, 15), 0.035));
        bonds.set(13, FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, LocalDate.of(2016, 1, 15), SETTLEMENT));
        return bonds;
    }

    private static boolean isOffCurve(int k) {
        return k != 12 && k != 13;
    }

    @Test
    void pricesOffTheCurveAreThoseOfTheBondAloneToTheLastBit() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        BookResult result = book.newResult();
        for (NodeCurve curve : List.of(CURVE, EARLIER)) {
            book.dirtyPrices(curve, result, Parallelism.callingThread());
            assertThat(result.failures()).containsOnlyKeys(12, 13);
            for (int k = 0; k < book.size(); k++) {
                if (isOffCurve(k)) {
                    double alone = CurvePricing.of(BONDS.get(k), SETTLEMENT).dirtyPrice(curve);
                    assertThat(result.value(k)).isEqualTo(alone);
                }
            }
        }
    }

    @Test
    void zSpreadsAreThoseOfTheBondAloneToTheLastBit() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        BookResult result = book.newResult();
        double[] prices = new double[book.size()];
        for (int k = 0; k < prices.length; k++) {
            prices[k] = 70.0 + k % 50;
        }
        for (NodeCurve curve : List.of(CURVE, EARLIER)) {
            book.zSpreads(curve, prices, result, Parallelism.callingThread());
            for (int k = 0; k < book.size(); k++) {
                if (isOffCurve(k)) {
                    CurvePricing alone = CurvePricing.of(BONDS.get(k), SETTLEMENT);
                    double dirty = prices[k] + alone.yieldPricing().accruedInterest();
                    assertThat(result.value(k)).isEqualTo(alone.zSpread(curve, dirty));
                    assertThat(alone.dirtyPriceFromZSpread(curve, result.value(k)))
                            .isCloseTo(dirty, within(1e-11));
                }
            }
        }
    }

    @Test
    void oneSweepBackGivesTheSumOfTheBondsOwnSensitivities() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        double[] faces = new double[book.size()];
        for (int k = 0; k < faces.length; k++) {
            faces[k] = (k % 7 - 3) * 1_000_000.0;
        }
        for (NodeCurve curve : List.of(CURVE, EARLIER)) {
            double[] expected = new double[curve.nodes().size()];
            for (int k = 0; k < book.size(); k++) {
                if (isOffCurve(k)) {
                    double[] alone = new double[expected.length];
                    CurvePricing.of(BONDS.get(k), SETTLEMENT).addNodeSensitivities(curve, alone);
                    for (int i = 0; i < alone.length; i++) {
                        expected[i] += faces[k] / 100.0 * alone[i];
                    }
                }
            }

            double[] swept = book.nodeSensitivities(curve, faces, Parallelism.callingThread());

            for (int i = 0; i < expected.length; i++) {
                assertThat(swept[i]).isCloseTo(expected[i], within(1e-9 * Math.max(1e6, Math.abs(expected[i]))));
            }
        }
    }

    @Test
    void keyRatesAreThoseOfTheBondAloneAndAddUp() {
        BondBook book = BondBook.of(BONDS.subList(0, 500), SETTLEMENT);
        double[] faces = new double[book.size()];
        for (int k = 0; k < faces.length; k++) {
            faces[k] = (k % 5 - 1) * 2_000_000.0;
        }
        for (KeyTenors tenors : List.of(KeyTenors.standard(), KeyTenors.ofYears(5.0), KeyTenors.ofYears(2.0, 9.5))) {
            for (NodeCurve curve : List.of(CURVE, EARLIER)) {
                BookKeyRates rows = book.keyRates(curve, tenors, Parallelism.callingThread());
                double[] swept = book.keyRateDv01s(curve, tenors, faces, Parallelism.callingThread());
                double[] sums = new double[tenors.count()];
                assertThat(rows.failures()).containsOnlyKeys(12, 13);
                for (int k = 0; k < book.size(); k++) {
                    if (isOffCurve(k)) {
                        CurveRisk alone = CurveRisk.of(CurvePricing.of(BONDS.get(k), SETTLEMENT), curve);
                        List<KeyRates.KeyRate> keys = alone.keyRates(tenors).keys();
                        double total = 0.0;
                        for (int i = 0; i < sums.length; i++) {
                            assertThat(rows.dv01(k, i)).isCloseTo(keys.get(i).dv01(), within(1e-13));
                            total += rows.dv01(k, i);
                            sums[i] += faces[k] / 100.0 * rows.dv01(k, i);
                        }
                        assertThat(total).isCloseTo(alone.dv01(), within(1e-12));
                    }
                }
                assertThat(swept).containsExactly(sums, within(1e-5));
            }
        }
    }

    @Test
    void scenariosGiveThePricesOfTheirCurvesToTheLastBit() {
        BondBook book = BondBook.of(BONDS.subList(0, 300), SETTLEMENT);
        List<NodeCurve> curves = curves(300);
        BookResult alone = book.newResult();
        double[] faces = new double[book.size()];
        java.util.Arrays.fill(faces, 250_000.0);

        ScenarioValues values = book.revalue(curves, Parallelism.callingThread());
        double[] totals = book.totals(curves, faces, Parallelism.callingThread());

        assertThat(values.failures()).containsOnlyKeys(12, 13);
        for (int s = 0; s < curves.size(); s++) {
            book.dirtyPrices(curves.get(s), alone, Parallelism.callingThread());
            double sum = 0.0;
            for (int k = 0; k < book.size(); k++) {
                if (isOffCurve(k)) {
                    assertThat(values.dirtyPrice(k, s)).isEqualTo(alone.value(k));
                    sum += faces[k] / 100.0 * alone.value(k);
                }
            }
            assertThat(totals[s]).isCloseTo(sum, within(1e-12 * sum));
        }
        assertThatThrownBy(() -> values.dirtyPrice(13, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> values.dirtyPrice(0, 300)).isInstanceOf(InvalidInput.class);
        double[] row = new double[300];
        values.copyTo(5, row);
        assertThat(row[7]).isEqualTo(values.dirtyPrice(5, 7));
    }

    private static List<NodeCurve> curves(int count) {
        List<NodeCurve> curves = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            double[] moved = CURVE.values();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += (s - count / 2) * 1e-5 * (1 + i);
            }
            curves.add(CURVE.withValues(moved));
        }
        return curves;
    }

    @Test
    void threadsChangeNoBit() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Parallelism three = Parallelism.on(threads, 3);
            BondBook one = BondBook.of(BONDS, SETTLEMENT);
            BondBook other = BondBook.of(BONDS, SETTLEMENT, three);
            double[] prices = new double[one.size()];
            java.util.Arrays.fill(prices, 97.25);
            double[] faces = new double[one.size()];
            java.util.Arrays.fill(faces, 3e5 / 7.0);
            BookMeasures alone = one.newMeasures();
            BookMeasures together = other.newMeasures();

            one.measuresFromCleanPrices(prices, alone, Parallelism.callingThread());
            other.measuresFromCleanPrices(prices, together, three);

            assertThat(together.yieldToMaturity().values())
                    .isEqualTo(alone.yieldToMaturity().values());
            assertThat(together.convexity().values())
                    .isEqualTo(alone.convexity().values());
            assertThat(together.failures().keySet()).isEqualTo(alone.failures().keySet());
            assertThat(other.nodeSensitivities(CURVE, faces, three))
                    .isEqualTo(one.nodeSensitivities(CURVE, faces, Parallelism.callingThread()));
            assertThat(other.revalue(curves(3), three).values())
                    .isEqualTo(
                            one.revalue(curves(3), Parallelism.callingThread()).values());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBondThatCannotBePricedFailsInItsRowAlone() {
        BondBook book = BondBook.of(BONDS, SETTLEMENT);
        assertThat(book.failures()).containsOnlyKeys(13);
        assertThatThrownBy(() -> book.accruedInterest(13)).isInstanceOf(InvalidInput.class);
        BookResult result = book.newResult();
        double[] prices = new double[book.size()];
        java.util.Arrays.fill(prices, 100.0);
        prices[20] = -200.0;
        prices[21] = Double.NaN;

        book.yieldsFromCleanPrices(prices, result);
        assertThat(result.failures()).containsOnlyKeys(13, 20, 21);
        book.zSpreads(CURVE, prices, result, Parallelism.callingThread());
        assertThat(result.failures()).containsOnlyKeys(12, 13, 20, 21);
        assertThatThrownBy(() -> result.value(21)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void workIsReportedAndCanBeCalledOff() {
        AtomicLong reported = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        BondBook book =
                BondBook.of(BONDS, SETTLEMENT, Parallelism.callingThread().reportingTo((done, total) -> {
                    assertThat(total).isEqualTo(BONDS.size());
                    assertThat(done).isGreaterThan(reported.getAndSet(done));
                }));
        assertThat(reported).hasValue(BONDS.size());
        Parallelism impatient = Parallelism.callingThread().cancelledBy(() -> asked.incrementAndGet() > 1);

        assertThatThrownBy(() -> book.dirtyPrices(CURVE, book.newResult(), impatient))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> BondBook.of(BONDS, SETTLEMENT, impatient)).isInstanceOf(CancellationException.class);
    }

    @Test
    void badInputIsRefused() {
        BondBook book = BondBook.of(BONDS.subList(0, 3), SETTLEMENT);
        Parallelism here = Parallelism.callingThread();
        NodeCurve late = NodeCurve.ofZeroRates(
                "late",
                SETTLEMENT.plusDays(1),
                List.of(SETTLEMENT.plusYears(1)),
                new double[] {0.04},
                Interpolators.LINEAR);
        assertThatThrownBy(() -> book.dirtyPrices(late, book.newResult(), here)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.nodeSensitivities(CURVE, new double[2], here))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.nodeSensitivities(CURVE, new double[] {1, Double.NaN, 1}, here))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.zSpreads(CURVE, new double[4], book.newResult(), here))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BondBook.ofPricings(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Parallelism.on(Runnable::run, 0)).isInstanceOf(InvalidInput.class);
    }
}
