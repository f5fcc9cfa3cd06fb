package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.RepoTrade.Movement;
import io.bondtrader.core.pricing.RepoTrade.Reason;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Holding a bond until a horizon: what it earns and what for, and what financing it pays. */
final class HorizonTest {

    private static final LocalDate FROM = LocalDate.parse("2026-03-17");
    private static final FixedCouponBond BOND =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");

    private static NodeCurve curve(double shortRate, double longRate) {
        return NodeCurve.ofZeroRates(
                "USD",
                FROM,
                List.of(FROM.plusYears(1), FROM.plusYears(20)),
                new double[] {shortRate, longRate},
                Interpolators.LINEAR);
    }

    private static HoldingPeriod holding(int days) {
        return HoldingPeriod.of(BOND, FROM, FROM.plusDays(days));
    }

    @Property(tries = 200)
    void thePartsOfAHorizonReturnAddUpToIt(
            @ForAll @IntRange(min = 1, max = 3_000) int days,
            @ForAll @DoubleRange(min = 60.0, max = 150.0) double price,
            @ForAll @DoubleRange(min = -0.02, max = 0.05) double move,
            @ForAll @DoubleRange(min = -0.02, max = 0.05) double spread) {
        HoldingPeriod holding = holding(days);
        HorizonReturn result = holding.horizonReturn(
                price, curve(0.04, 0.045), holding.aged(curve(0.04 + move, 0.045 + move)), spread, 0.04);
        double paid = price + holding.start().accruedInterest();
        double reinvested = 0.0;
        for (var flow : holding.received()) {
            double late = FROM.plusDays(days).toEpochDay() - flow.dueDate().toEpochDay();
            reinvested += flow.amount() * (1.0 + 0.04 * late / 360.0);
        }
        double worth = result.cleanPriceAtHorizon() + holding.end().accruedInterest() + reinvested;
        assertThat(result.gain()).isCloseTo(worth - paid, within(1e-10));
        assertThat(result.totalReturn()).isCloseTo(worth / paid - 1.0, within(1e-12));
        // The same return as by the yield that the bond has in the end.
        double yieldThen = holding.end().yieldFromCleanPrice(result.cleanPriceAtHorizon());
        assertThat(result.totalReturn()).isCloseTo(holding.totalReturn(price, yieldThen, 0.04), within(1e-11));
    }

    @Test
    void onAFlatCurveNothingRollsDownAndOnASteepOneTheBondGains() {
        HoldingPeriod holding = holding(180);
        double flatPrice = CurvePricing.of(holding.start()).cleanPrice(curve(0.04, 0.04));
        double steepPrice = CurvePricing.of(holding.start()).cleanPrice(curve(0.02, 0.06));
        assertThat(holding.rollDown(flatPrice, curve(0.04, 0.04))).isCloseTo(0.0, within(1e-2)); // weekends differ
        assertThat(holding.rollDown(steepPrice, curve(0.02, 0.06))).isGreaterThan(0.3);
    }

    /** Off the curve without a spread, a curve that is unchanged in time gives what its own pricing gives. */
    @Test
    void anUnchangedScenarioHasNoPartForCurveOrSpread() {
        HoldingPeriod holding = holding(90);
        NodeCurve curve = curve(0.03, 0.05);
        double price = CurvePricing.of(holding.start()).cleanPrice(curve);
        HorizonReturn result = holding.horizonReturn(price, curve, holding.aged(curve), 0.0, 0.0);
        assertThat(result.zSpread()).isCloseTo(0.0, within(1e-13));
        assertThat(result.curveChange()).isZero();
        assertThat(result.spreadChange()).isZero();
        assertThat(result.cleanPriceAtHorizon())
                .isCloseTo(CurvePricing.of(holding.end()).cleanPrice(holding.aged(curve)), within(1e-11));
        assertThat(holding.aged(curve).referenceDate()).isEqualTo(FROM.plusDays(90));
        assertThat(holding.aged(curve).zeroRate(7.0)).isEqualTo(curve.zeroRate(7.0));
        assertThat(holding.aged(curve).nodes()).hasSize(2).allMatch(node -> node.date() == null);
        assertThat(result.toString()).startsWith("income ").contains("roll-down");
    }

    /** With carry above zero the yield may rise before the position loses. */
    @Test
    void theBreakEvenMoveIsWhatTheForwardPriceYieldsOverTheYieldNow() {
        HoldingPeriod holding = holding(90);
        double move = holding.breakEvenYieldMove(99.0, 0.01);
        assertThat(move).isPositive();
        double then = holding.start().yieldFromCleanPrice(99.0) + move;
        assertThat(holding.end().cleanPriceFromYield(then))
                .isCloseTo(holding.forwardCleanPrice(99.0, 0.01), within(1e-11));
    }

    /** Choudhry's relation: a buy/sell-back's end price is the repo's repayment less the coupons with their interest. */
    @Test
    void aRepoAndABuySellBackPayTheLenderTheSameInTheEnd() {
        HoldingPeriod overCoupon = holding(90); // a coupon on 15 May, 31 days before the end
        RepoTrade trade = RepoTrade.of(overCoupon, 99.0, 0.043);
        assertThat(trade.purchasePrice()).isEqualTo(99.0 + overCoupon.start().accruedInterest());
        assertThat(trade.interest()).isCloseTo(trade.purchasePrice() * 0.043 * 90 / 360, within(1e-13));
        List<Movement> repo = trade.repoMovements();
        assertThat(repo)
                .extracting(Movement::reason)
                .containsExactly(Reason.PURCHASE, Reason.COUPON, Reason.COUPON_PASSED_ON, Reason.REPURCHASE);
        assertThat(repo.stream().mapToDouble(Movement::amount).sum()).isCloseTo(trade.interest(), within(1e-12));
        List<Movement> back = trade.buySellBackMovements();
        assertThat(back)
                .extracting(Movement::reason)
                .containsExactly(Reason.PURCHASE, Reason.COUPON, Reason.REPURCHASE);
        double coupon = 4.25 / 2.0;
        assertThat(back.get(1).amount()).isCloseTo(coupon, within(1e-14));
        double daysToEnd =
                FROM.plusDays(90).toEpochDay() - LocalDate.parse("2026-05-15").toEpochDay();
        assertThat(back.get(2).amount())
                .isCloseTo(trade.repurchasePrice() - coupon * (1.0 + 0.043 * daysToEnd / 360.0), within(1e-12));
    }

    @Test
    void aHaircutLendsLess() {
        RepoTrade trade = RepoTrade.of(holding(30), 99.0, 0.043).withHaircut(0.02);
        assertThat(trade.purchasePrice() * 1.02)
                .isCloseTo(99.0 + holding(30).start().accruedInterest(), within(1e-12));
        assertThatThrownBy(trade::sellBackCleanPrice).isInstanceOf(InvalidInput.class);
    }

    @Test
    void badInputIsRefused() {
        HoldingPeriod holding = holding(30);
        NodeCurve curve = curve(0.04, 0.04);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e9}) {
            assertThatThrownBy(() -> RepoTrade.of(holding, bad, 0.04)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RepoTrade.of(holding, 99.0, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RepoTrade.of(holding, 99.0, 0.04).withHaircut(bad))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> holding.rollDown(bad, curve)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> holding.breakEvenYieldMove(bad, 0.04)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> holding.horizonReturn(99.0, curve, holding.aged(curve), bad, 0.04))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> holding.horizonReturn(99.0, curve, holding.aged(curve), 0.0, Double.NaN))
                .isInstanceOf(InvalidInput.class);
    }
}
