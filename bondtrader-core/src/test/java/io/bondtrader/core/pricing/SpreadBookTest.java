package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadBookTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    private static final Parallelism HERE = Parallelism.callingThread();

    /** It starts a week before settlement, so that discounting to settlement is seen. */
    private static final NodeCurve CURVE = NodeCurve.ofZeroRates(
            "three nodes",
            SETTLEMENT.minusDays(7),
            List.of(SETTLEMENT.plusYears(1), SETTLEMENT.plusYears(5), SETTLEMENT.plusYears(30)),
            new double[] {0.031, 0.035, 0.042},
            Interpolators.LINEAR);

    private static final LocalDate START = LocalDate.of(2024, 5, 15);

    /** The last one never ends: no curve discounts it. */
    private static final List<Bond> BONDS = List.of(
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.045, START, LocalDate.of(2034, 5, 15)),
            FixedCouponBond.of(BondConventions.US_CORPORATE, 0.0625, START, LocalDate.of(2029, 5, 15)),
            ZeroCouponBond.of(BondConventions.US_TREASURY, START, LocalDate.of(2044, 5, 15)),
            PerpetualBond.of(BondConventions.UK_GILT, LocalDate.of(2024, 7, 15), LocalDate.of(2025, 1, 15), 0.035));

    private static final double[] SPREADS = {0.0, 0.0185, -0.004, Double.NaN};

    private static final double[] FACES = {1e6, -2e6, 5e5, 1e6};

    private final SpreadBook book = BondBook.of(BONDS, SETTLEMENT).atSpreads(SPREADS);

    @Test
    void pricesAreThoseOfEachBondAtItsSpread() {
        BookResult prices = book.book().newResult();
        book.dirtyPrices(CURVE, prices, HERE);

        for (int k = 0; k < 3; k++) {
            double alone = CurvePricing.of(BONDS.get(k), SETTLEMENT).dirtyPriceFromZSpread(CURVE, SPREADS[k]);
            assertThat(prices.value(k)).isCloseTo(alone, within(1e-11));
        }
        assertThat(prices.failures()).containsOnlyKeys(3);
    }

    @Test
    void atTheZSpreadsOfMarketPricesTheBookIsWorthTheMarket() {
        BondBook plain = BondBook.of(BONDS.subList(0, 3), SETTLEMENT);
        double[] market = {97.5, 104.25, 41.125};
        BookResult spreads = plain.newResult();
        plain.zSpreads(CURVE, market, spreads, HERE);
        BookResult prices = plain.newResult();
        double[] solved = {spreads.value(0), spreads.value(1), spreads.value(2)};
        plain.atSpreads(solved).dirtyPrices(CURVE, prices, HERE);

        for (int k = 0; k < 3; k++) {
            assertThat(prices.value(k) - plain.accruedInterest(k)).isCloseTo(market[k], within(1e-10));
        }
    }

    @Test
    void scenariosKeepTheSpreads() {
        NodeCurve up = CURVE.withValues(new double[] {0.041, 0.045, 0.052});
        ScenarioValues values = book.revalue(List.of(CURVE, up), HERE);
        double[] totals = book.totals(List.of(CURVE, up), FACES, HERE);

        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double alone = CurvePricing.of(BONDS.get(k), SETTLEMENT).dirtyPriceFromZSpread(up, SPREADS[k]);
            assertThat(values.dirtyPrice(k, 1)).isCloseTo(alone, within(1e-11));
            sum += FACES[k] * alone / 100;
        }
        assertThat(totals[1]).isCloseTo(sum, within(1e-6));
    }

    @Test
    void spreadDv01IsTheDifferenceOverTwoBasisPoints() {
        BookResult spreadDv01s = book.book().newResult();
        book.spreadDv01s(CURVE, spreadDv01s, HERE);

        for (int k = 0; k < 3; k++) {
            CurvePricing alone = CurvePricing.of(BONDS.get(k), SETTLEMENT);
            double difference = alone.dirtyPriceFromZSpread(CURVE, SPREADS[k] - 1e-5)
                    - alone.dirtyPriceFromZSpread(CURVE, SPREADS[k] + 1e-5);
            assertThat(spreadDv01s.value(k)).isCloseTo(5 * difference, within(1e-8));
        }
    }

    @Test
    void nodesAndKeysSeeTheSpreads() {
        double bump = 1e-6;
        double[] nodes = book.nodeSensitivities(CURVE, FACES, HERE);
        double[] totals = book.totals(
                List.of(
                        CURVE.withValues(new double[] {0.031, 0.035 + bump, 0.042}),
                        CURVE.withValues(new double[] {0.031, 0.035 - bump, 0.042})),
                FACES,
                HERE);
        BookKeyRates keys = book.keyRates(CURVE, KeyTenors.ofYears(2, 5, 10, 30), HERE);
        double moved = book.totals(List.of(CurveScenario.parallel(1e-6).applyTo(CURVE)), FACES, HERE)[0];
        double still = book.totals(List.of(CURVE), FACES, HERE)[0];
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            for (int key = 0; key < 4; key++) {
                sum += keys.dv01(k, key) * FACES[k] / 100;
            }
        }

        assertThat(nodes[1]).isCloseTo((totals[0] - totals[1]) / (2 * bump), within(1.0));
        assertThat(sum).isCloseTo((still - moved) * 100, within(0.01));
    }

    @Test
    void cashFlowsDiscountedOffTheCurveMakeThePrices() {
        BookCashFlows flows = book.cashFlows();
        BookResult prices = book.book().newResult();
        book.dirtyPrices(CURVE, prices, HERE);
        int[] days = flows.daysFromSettlement();
        double start = CURVE.discountFactor(SETTLEMENT);

        assertThat(flows.bonds()).isEqualTo(4);
        assertThat(flows.failures()).containsOnlyKeys(3);
        assertThat(flows.count(3)).isZero();
        for (int k = 0; k < 3; k++) {
            int[] places = new int[flows.count(k) + 1];
            double[] amounts = new double[flows.count(k) + 1];
            flows.copyTo(k, places, amounts, 1);
            double sum = 0;
            for (int j = 1; j < places.length; j++) {
                sum += amounts[j] * CURVE.discountFactor(SETTLEMENT.plusDays(days[places[j]])) / start;
            }
            assertThat(sum).isCloseTo(prices.value(k), within(1e-10));
        }
        assertThatThrownBy(() -> flows.count(9)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> flows.copyTo(0, new int[2], new double[2], 0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theSpreadsMustBeNumbersAndOneABond() {
        BondBook plain = BondBook.of(BONDS, SETTLEMENT);
        assertThatThrownBy(() -> plain.atSpreads(new double[] {0, Double.NaN, 0, 0}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("spread of bond 1");
        assertThatThrownBy(() -> plain.atSpreads(new double[2])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.totals(List.of(CURVE), new double[1], HERE))
                .isInstanceOf(InvalidInput.class);
        assertThat(book).hasToString("SpreadBook[4 bonds, settlement 2026-03-17]");
        assertThat(book.spreads()).containsExactly(SPREADS);
    }
}
