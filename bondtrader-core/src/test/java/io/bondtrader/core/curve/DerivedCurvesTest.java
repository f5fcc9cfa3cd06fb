package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Curves that follow from other curves. */
final class DerivedCurvesTest {

    private static final LocalDate REFERENCE = RandomCurves.REFERENCE;

    @Property(tries = 500, seed = "20260317")
    void aForwardStartingCurveDiscountsToItsOwnFirstDay(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve base = RandomCurves.pick(random);
        LocalDate start = REFERENCE.plusDays(random.nextInt(3000));
        LocalDate later = start.plusDays(random.nextInt(3000));
        DiscountCurve implied = base.impliedFrom(start);
        assertThat(implied.referenceDate()).isEqualTo(start);
        assertThat(implied.discountFactor(start)).isEqualTo(1.0);
        double expected = base.discountFactor(later) / base.discountFactor(start);
        assertThat(implied.discountFactor(later)).isCloseTo(expected, within(1e-13 * expected));
        assertSensitivities(base, curve -> curve.impliedFrom(start), implied.years(later));
    }

    @Property(tries = 300, seed = "20260317")
    void aSpreadAddsToTheZeroRateAndTheForwardRate(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve base = RandomCurves.pick(random);
        NodeCurve spread = RandomCurves.pick(random);
        DiscountCurve sum = base.plus(spread);
        assertThat(sum.nodes()).hasSize(base.nodes().size() + spread.nodes().size());
        for (double time : RandomCurves.times(random, base)) {
            double product = base.discountFactor(time) * spread.discountFactor(time);
            assertThat(sum.discountFactor(time)).isCloseTo(product, within(2e-14 * product));
            assertThat(sum.instantaneousForward(time))
                    .isEqualTo(base.instantaneousForward(time) + spread.instantaneousForward(time));
            assertSensitivities(base, curve -> curve.plus(spread), time);
            double[] all = new double[sum.nodes().size()];
            sum.addLogDiscountSensitivities(time, 1.0, all, 0);
            double[] own = new double[spread.nodes().size()];
            spread.addLogDiscountSensitivities(time, 1.0, own, 0);
            assertThat(Arrays.copyOfRange(all, base.nodes().size(), all.length)).containsExactly(own);
        }
    }

    @Property(tries = 300, seed = "20260317")
    void aParallelShiftMovesEveryZeroRateAlike(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve base = RandomCurves.pick(random);
        double shift = random.nextDouble(-0.03, 0.03);
        DiscountCurve shifted = base.shifted(shift);
        double[] times = RandomCurves.times(random, base);
        double[] logs = new double[times.length];
        shifted.logDiscountFactors(times, 0, times.length, logs);
        for (int k = 0; k < times.length; k++) {
            double expected = base.zeroRate(times[k]) + shift;
            assertThat(shifted.zeroRate(times[k])).isCloseTo(expected, within(1e-14 * (1.0 + Math.abs(expected))));
            assertThat(logs[k]).isEqualTo(shifted.logDiscountFactor(times[k]));
        }
        assertThat(shifted.nodes()).isEqualTo(base.nodes());
    }

    @Test
    void moneyOverTheTurnOfTheYearCostsExtra() {
        NodeCurve base = flat(0.03);
        CurveJump turn = CurveJump.ofRate(
                "turn 2026", LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4), DayCounts.ACT_360, 0.0125);
        DiscountCurve curve = base.withJumps(List.of(turn));
        LocalDate before = LocalDate.of(2027, 1, 3);
        LocalDate after = LocalDate.of(2027, 1, 4);
        assertThat(curve.discountFactor(before)).isEqualTo(base.discountFactor(before));
        assertThat(curve.discountFactor(after))
                .isCloseTo(base.discountFactor(after) / (1.0 + 0.0125 * 4.0 / 360.0), within(1e-15));
        assertThat(curve.nodes().get(2).label()).isEqualTo("turn 2026");
        double[] sensitivities = new double[3];
        curve.addLogDiscountSensitivities(curve.years(after), 2.0, sensitivities, 0);
        assertThat(sensitivities[2]).isEqualTo(2.0);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> base.withJumps(List.of(turn, turn)));
    }

    @Test
    void anImpliedCurveSeesEveryJumpAndTheVeryLastDayOfItsBase() {
        for (int day = 1; day < 2500; day++) {
            LocalDate last = REFERENCE.plusDays(2500);
            LocalDate start = REFERENCE.plusDays(day);
            NodeCurve ending = NodeCurve.builder("ending", REFERENCE)
                    .dates(List.of(REFERENCE.plusYears(1), last))
                    .zeroRates(0.03, 0.04)
                    .extrapolation(Extrapolator.FLAT, Extrapolator.NONE)
                    .build();
            DiscountCurve jumping = ending.withJumps(List.of(new CurveJump("jump", last, 0.9)));
            double expected = jumping.discountFactor(last) / jumping.discountFactor(start);
            assertThat(jumping.impliedFrom(start).discountFactor(last)).isCloseTo(expected, within(1e-8));
            double[] sensitivities = new double[3];
            DiscountCurve implied = jumping.impliedFrom(start);
            implied.addLogDiscountSensitivities(implied.years(last), 1.0, sensitivities, 0);
            assertThat(sensitivities[2]).isEqualTo(1.0);
        }
    }

    @Test
    void zeroRatesAreSaidInAnyCompounding() {
        NodeCurve curve = NodeCurve.builder("annual", REFERENCE)
                .dates(List.of(REFERENCE.plusYears(2), REFERENCE.plusYears(5)))
                .zeroRates(Compounding.SEMIANNUAL, 0.04, 0.05)
                .build();
        double years = curve.nodes().get(1).years();
        assertThat(curve.zeroRate(years, Compounding.SEMIANNUAL)).isCloseTo(0.05, within(1e-15));
        assertThat(curve.zeroRate(years, Compounding.ANNUAL)).isCloseTo(1.025 * 1.025 - 1.0, within(1e-15));
        assertThat(1.0 / (1.0 + curve.zeroRate(years, Compounding.SIMPLE) * years))
                .isCloseTo(curve.discountFactor(years), within(1e-15));
        assertThat(curve.zeroRate(0.0, Compounding.SIMPLE)).isEqualTo(curve.zeroRate(0.0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> curve.zeroRate(1.0, Compounding.AT_COUPON_FREQUENCY));
    }

    @Test
    void curvesOfDifferentDaysAreNotComposed() {
        NodeCurve base = flat(0.03);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> base.plus(base.impliedFrom(REFERENCE.plusDays(1))))
                .withMessageContaining("referenceDate");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> base.impliedFrom(REFERENCE.minusDays(1)));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> base.shifted(Double.NaN));
    }

    static NodeCurve flat(double rate) {
        return NodeCurve.builder("flat", REFERENCE)
                .dates(List.of(REFERENCE.plusYears(1), REFERENCE.plusYears(10)))
                .labels(List.of("1Y", "10Y"))
                .zeroRates(rate, rate)
                .build();
    }

    /** By the nodes of the base: analytic against differences on both sides. */
    private static void assertSensitivities(
            NodeCurve base, Function<DiscountCurve, DiscountCurve> derivation, double time) {
        DiscountCurve derived = derivation.apply(base);
        double[] sensitivities = new double[derived.nodes().size()];
        derived.addLogDiscountSensitivities(time, 1.0, sensitivities, 0);
        double[] values = base.values();
        for (int i = 0; i < values.length; i++) {
            if (base.quantity() == CurveQuantity.LOG_DISCOUNT_FACTOR
                    && base.nodes().get(i).years() == 0.0) {
                continue;
            }
            double h = 1e-7;
            double here = derived.logDiscountFactor(time);
            double up = (derivation.apply(bumped(base, i, h)).logDiscountFactor(time) - here) / h;
            double down = (here - derivation.apply(bumped(base, i, -h)).logDiscountFactor(time)) / h;
            double slack = 1e-5 * (1.0 + time) * (1.0 + Math.abs(sensitivities[i]));
            assertThat(sensitivities[i]).isBetween(Math.min(up, down) - slack, Math.max(up, down) + slack);
        }
    }

    private static NodeCurve bumped(NodeCurve curve, int node, double by) {
        double[] values = curve.values();
        values[node] += by;
        return curve.withValues(values);
    }
}
