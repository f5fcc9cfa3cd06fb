package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.HoldingPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What bonds earn while nothing moves. */
final class CarryAndRollTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 15);

    /** Continuously compounded zero rates at 1, 2, 4, 5, 10 and 30 years. */
    private static final DiscountCurve CURVE = curve(0.034, 0.036, 0.038, 0.040, 0.043, 0.045);

    private static DiscountCurve curve(double... zeros) {
        double[] years = {1, 2, 4, 5, 10, 30};
        return NodeCurve.builder("zeros", TODAY)
                .nodes(Arrays.stream(years)
                        .mapToObj(time -> new CurveNode(time + "Y", null, time))
                        .toList())
                .zeroRates(zeros)
                .build();
    }

    /** Five-year zero at 4 %, four-year at 3.8 %, one year: exp(0.048) − 1, which is the forward rate of the fifth year. */
    @Test
    void aZeroOnAnUnchangedCurveEarnsTheForwardRate() {
        CarryAndRoll score = CarryAndRoll.ofZero(CURVE, 5, 1, 0.035);

        assertThat(score.unfundedReturn()).isCloseTo(Math.exp(0.048) - 1, within(1e-14));
        assertThat(100 * score.unfundedReturn()).isCloseTo(4.9170655, within(5e-8));
        assertThat(Math.log1p(score.unfundedReturn())).isCloseTo(CURVE.forwardRate(4, 5), within(1e-14));
        assertThat(score.income()).isCloseTo(100 * (Math.exp(-0.16) - Math.exp(-0.20)), within(1e-12));
        assertThat(score.rollDown()).isCloseTo(100 * (Math.exp(-0.152) - Math.exp(-0.16)), within(1e-12));
        assertThat(score.funding()).isCloseTo(100 * Math.exp(-0.2) * (Math.exp(0.035) - 1), within(1e-12));
        assertThat(score.dv01()).isCloseTo(100 * Math.exp(-0.152) * 4e-4, within(1e-14));
        // To first order the forward rate lies 130 basis points above the funding, over a life of four years.
        assertThat(score.breakEvenBp()).isCloseTo(130 / 4.0, within(0.5));
        assertThat(score.perVolatility(0.01)).isCloseTo(score.gain() / (score.dv01() * 100), within(1e-12));
        assertThat(score.toString()).contains("breaks even at +32");
    }

    @Test
    void aBondEarnsWhatItsHoldingPeriodSays() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04125, "2025-05-15", "2035-05-15");
        LocalDate end = LocalDate.of(2025, 10, 15);
        CarryAndRoll score = CarryAndRoll.of(bond, TODAY, end, 98.75, CURVE, 0.0430);
        HoldingPeriod period = HoldingPeriod.of(bond, TODAY, end);

        // Carry at an unchanged yield is carry at an unchanged price and the pull to par.
        double yield = period.start().yieldFromCleanPrice(98.75);
        double pull = period.end().cleanPriceFromYield(yield) - 98.75;
        assertThat(score.carry()).isCloseTo(period.carry(98.75, 0.0430) + pull, within(1e-9));
        assertThat(score.rollDown()).isCloseTo(period.rollDown(98.75, CURVE), within(1e-12));
        assertThat(score.horizon()).isCloseTo(92 / 365.0, within(1e-15));
        // At a break-even rise of the yield there, the forward price is met.
        double there = period.end().yieldFromCleanPrice(period.end().cleanPriceFromYield(yield) + score.rollDown());
        assertThat(there + score.breakEvenBp() * 1e-4).isCloseTo(period.breakEvenYield(98.75, 0.0430), within(5e-6));
    }

    @Test
    void parYieldsAloneComeCloseToTheBond() {
        double[] years = {1, 2, 3, 5, 7, 10, 30};
        double[] yields = {0.035, 0.037, 0.0385, 0.0405, 0.042, 0.044, 0.047};
        CarryAndRoll score = CarryAndRoll.ofParYields(years, yields, 10, 0.25, 0.043);

        double then = 0.044 - 0.25 * (0.044 - 0.042) / 3;
        double annuity = (1 - Math.exp(-then * 9.75)) / then;
        assertThat(score.rollDown()).isCloseTo(100 * (0.044 - then) * annuity, within(1e-12));
        assertThat(score.carry()).isCloseTo(100 * (Math.exp(0.011) - Math.exp(0.01075)), within(1e-12));
        // At par the modified duration is the annuity.
        assertThat(score.dv01()).isCloseTo(annuity / 100, within(2e-4));
        assertThat(CarryAndRoll.ofParYields(years, yields, 1, 0.25, 0.043).rollDown())
                .isZero();
    }

    @Property(tries = 200)
    void onAFlatCurveFundedAtItsRateNothingIsEarned(
            @ForAll @DoubleRange(min = -0.02, max = 0.15) double rate,
            @ForAll @DoubleRange(min = 0.5, max = 29) double maturity,
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double horizon) {
        CarryAndRoll zero = CarryAndRoll.ofZero(curve(rate, rate, rate, rate, rate, rate), maturity, horizon, rate);
        CarryAndRoll par =
                CarryAndRoll.ofParYields(new double[] {1, 30}, new double[] {rate, rate}, maturity, horizon, rate);

        assertThat(zero.gain()).isCloseTo(0, within(1e-11));
        assertThat(par.gain()).isCloseTo(0, within(1e-11));
        assertThat(par.dv01()).isPositive();
    }

    @Property(tries = 200)
    void aDearerFundingLowersTheGainAndNothingElse(
            @ForAll @DoubleRange(min = -0.02, max = 0.10) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.05) double more) {
        CarryAndRoll cheap = CarryAndRoll.ofZero(CURVE, 5, 0.5, rate);
        CarryAndRoll dear = CarryAndRoll.ofZero(CURVE, 5, 0.5, rate + more);

        assertThat(dear.gain()).isLessThan(cheap.gain());
        assertThat(dear.breakEvenBp()).isLessThan(cheap.breakEvenBp());
        assertThat(dear.rollDown()).isEqualTo(cheap.rollDown());
    }

    @Test
    void aBondBelowItsFairPriceIsCheapByTheYieldItGives() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2030-05-15");
        double fair = CurvePricing.of(bond, TODAY).cleanPrice(CURVE);

        assertThat(BondValue.cheapnessBp(bond, TODAY, fair, CURVE)).isCloseTo(0, within(1e-8));
        assertThat(BondValue.cheapnessBp(bond, TODAY, fair - 0.1, CURVE)).isBetween(2.0, 2.5);
        assertThat(BondValue.cheapnessBp(bond, TODAY, fair + 0.1, CURVE)).isNegative();
    }

    @Test
    void theNewestIsMeasuredByThoseBeforeIt() {
        // Mean 2 and standard deviation 1 of 1, 2, 3.
        assertThat(BondValue.standing(1, 2, 3, 5)).isEqualTo(3);
        assertThat(BondValue.standing(1, 2, 3, 2)).isZero();
    }

    @Test
    void badInputIsRefused() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2030-05-15");
        double[] years = {1, 2};
        double[] yields = {0.03, 0.04};
        List<ThrowingCallable> bad = List.of(
                () -> CarryAndRoll.ofZero(CURVE, 1, 1, 0),
                () -> CarryAndRoll.ofZero(CURVE, 5, 0, 0),
                () -> CarryAndRoll.ofZero(CURVE, 5, Double.NaN, 0),
                () -> CarryAndRoll.ofZero(CURVE, Double.NaN, 1, 0),
                () -> CarryAndRoll.ofZero(CURVE, 5, 1, Double.NaN),
                () -> CarryAndRoll.ofZero(CURVE, 5, 1, 11),
                () -> CarryAndRoll.of(bond, TODAY, TODAY, 100, CURVE, 0.04),
                () -> CarryAndRoll.of(bond, TODAY, TODAY.plusYears(9), 100, CURVE, 0.04),
                () -> CarryAndRoll.of(bond, TODAY, TODAY.plusDays(9), Double.NaN, CURVE, 0.04),
                () -> CarryAndRoll.of(bond, TODAY, TODAY.plusDays(9), 100, CURVE, Double.POSITIVE_INFINITY),
                () -> CarryAndRoll.ofParYields(years, new double[1], 2, 0.5, 0),
                () -> CarryAndRoll.ofParYields(years, yields, 3, 0.5, 0),
                () -> CarryAndRoll.ofParYields(years, yields, 0.5, 0.5, 0),
                () -> CarryAndRoll.ofParYields(new double[0], new double[0], 0.5, 0.25, 0),
                () -> CarryAndRoll.ofParYields(new double[] {2, 1}, yields, 1, 0.25, 0),
                () -> CarryAndRoll.ofParYields(years, new double[] {0.03, Double.NaN}, 2, 0.5, 0),
                () -> CarryAndRoll.ofZero(CURVE, 5, 1, 0).perVolatility(0),
                () -> CarryAndRoll.ofZero(CURVE, 5, 1, 0).perVolatility(Double.NaN),
                () -> new CarryAndRoll(1, 0, 0, 0, 0, 1),
                () -> new CarryAndRoll(1, 100, Double.NaN, 0, 0, 1),
                () -> new CarryAndRoll(1, 100, 0, 0, 0, 0),
                () -> BondValue.cheapnessBp(bond, TODAY, Double.NaN, CURVE),
                () -> BondValue.cheapnessBp(bond, TODAY.minusDays(1), 100, CURVE),
                () -> BondValue.standing(1, 2),
                () -> BondValue.standing(1, 1, 1, 2),
                () -> BondValue.standing(1, 2, Double.NaN, 2));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }
}
