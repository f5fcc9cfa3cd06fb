package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The samples of docs/signals.md. */
final class SignalsPageSampleTest {

    private final double[] prices =
            DoubleStream.iterate(100, p -> 0.98 * p + 2.1).limit(300).toArray();

    @Test
    void anAverageIsProvisionalUntilItIsReady() {
        Indicator fast = SimpleMovingAverage.of(50);
        fast.update(101.25); // the average of what there is: provisional
        boolean ready = fast.isReady(); // false until 50 prices were seen
        double[] averages = fast.batch(prices); // the same bits as one by one; fast itself is not touched

        assertThat(ready).isFalse();
        assertThat(averages).hasSize(300);
        assertThat(fast.value()).isEqualTo(101.25);
    }

    @Test
    void warmUpsAddUp() {
        Indicator volatility = Change.logReturn(1).then(RollingVolatility.of(20));
        int needed = volatility.warmUp(); // 2 + 20 - 1 = 21 prices

        assertThat(needed).isEqualTo(21);
    }

    @Test
    void barsPairsAndCrossSectionsHaveTheirOwn() {
        RangeVolatility range = RangeVolatility.yangZhang(20);
        range.update(99.5, 100.2, 99.1, 100.0); // open, high, low, close

        KalmanHedgeRatio hedge = KalmanHedgeRatio.of(1e-5, 0.01, 1);
        hedge.update(98.40, 101.25); // the hedge, then what is hedged
        double surprise = hedge.error() / hedge.errorDeviation(); // of a forecast made before the pair was seen

        double[] ranks = CrossSection.ranks(new double[] {0.031, 0.012, 0.024}); // 1, -1, 0

        assertThat(surprise).isPositive();
        assertThat(ranks).containsExactly(1, -1, 0);
        assertThat(range.isReady()).isFalse();
    }

    @Test
    void aSpreadThatComesBackPassesBothTests() {
        Random random = new Random(5);
        double[] changes = random.doubles(500, -0.1, 0.1).toArray();
        double[] spread = changes.clone();
        for (int t = 1; t < spread.length; t++) {
            spread[t] += 0.8 * spread[t - 1];
        }
        Arrays.setAll(changes, t -> t < 250 ? changes[t] : 4 * changes[t]);

        UnitRootTest unitRoot = UnitRootTest.aboutMean(spread, 4); // hypothesis: it wanders
        StationarityTest stationary = StationarityTest.aboutMean(spread, 10); // hypothesis: it comes back
        boolean comesBack = unitRoot.pValue() < 0.01 && stationary.pValue() >= 0.05;
        OptionalDouble halfLife = MeanReversion.fit(spread).halfLife(); // in observations

        MarketRegimes regimes = MarketRegimes.fit(changes);
        double[] turbulence = regimes.turbulence(changes); // each from the changes until then, by the fitted model

        assertThat(comesBack).isTrue();
        assertThat(halfLife.orElseThrow()).isBetween(2.0, 4.5);
        assertThat(turbulence[200]).isLessThan(0.1);
        assertThat(turbulence[450]).isGreaterThan(0.5);
    }

    @Test
    void carryIsWhatABondEarnsWhileNothingMoves() {
        LocalDate today = LocalDate.of(2025, 7, 15);
        LocalDate inThreeMonths = LocalDate.of(2025, 10, 15);
        var bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04125, "2025-05-15", "2035-05-15");
        DiscountCurve curve = NodeCurve.ofZeroRates(
                "zeros",
                today,
                List.of(LocalDate.of(2027, 7, 15), LocalDate.of(2035, 7, 15)),
                new double[] {0.036, 0.043},
                Interpolators.LINEAR);

        CarryAndRoll score = CarryAndRoll.of(bond, today, inThreeMonths, 98.75, curve, 0.0430); // repo at 4.30 %
        double cushion = score.breakEvenBp(); // basis points that its yield may rise before the gain is gone
        double reward = score.perVolatility(0.0095); // a year, if yields move by 95 basis points in one
        double cheap = BondValue.cheapnessBp(bond, today, 98.75, curve); // its yield beyond the curve's

        // A volatility of 95 basis points a year; the horizon is 92 days.
        assertThat(reward).isCloseTo(cushion / 95 * 365 / 92, within(1e-9));
        assertThat(cheap).isBetween(-20.0, 20.0);
    }

    @Test
    void aStatisticIsCalculatedByTwoMethods() {
        double[] spread = new Random(3).doubles(250).toArray();

        VerifiedStatistics checked = VerifiedStatistics.of(Verifier.strict()); // throws where two methods disagree
        Verified statistic = checked.unitRootAboutMean(spread, 4); // reflections, and projections

        assertThat(statistic.isAgreed()).isTrue();
    }
}
