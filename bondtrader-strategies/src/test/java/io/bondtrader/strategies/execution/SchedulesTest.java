package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class SchedulesTest {

    private static final Instant NINE = Instant.parse("2025-03-03T09:00:00Z");
    private static final Instant TEN = Instant.parse("2025-03-03T10:00:00Z");
    private static final BigDecimal LOT = new BigDecimal("1000");

    /** The numerical example of Almgren and Chriss (2000): a million shares in five days. */
    private static final AlmgrenChriss PUBLISHED = new AlmgrenChriss(0.95, 0.0625, 2.5e-7, 2.5e-6);

    @Test
    void theBestPlanOfAlmgrenAndChrissIsTheirs() {
        AlmgrenChriss.Trajectory plan = PUBLISHED.trajectory(1e6, 5, 5, 1e-6);

        assertThat(plan.urgency()).isCloseTo(0.6070762, within(5e-8));
        assertThat(plan.holdings())
                .containsExactly(new double[] {1_000_000, 541_956, 289_854, 147_897, 62_142, 0}, within(0.5));
        assertThat(plan.expectedCost()).isCloseTo(911_226.99, within(0.005));
        assertThat(plan.costDeviation()).isCloseTo(603_430.67, within(0.005));
        assertThat(plan.toString()).contains("541956");
    }

    @Test
    void withoutAversionToRiskThePaceIsEven() {
        AlmgrenChriss.Trajectory plan = PUBLISHED.trajectory(1e6, 5, 5, 0);

        assertThat(plan.urgency()).isZero();
        assertThat(plan.trades()).containsOnly(new double[] {200_000}, within(1e-6));
        assertThat(plan.expectedCost()).isCloseTo(662_500, within(1e-6));
        assertThat(plan.costDeviation()).isCloseTo(1_040_672.86, within(0.005));
    }

    /** The closed sums of the paper as second path to cost and variance. */
    @Property(tries = 200)
    void costAndDeviationFollowTheClosedSums(
            @ForAll @DoubleRange(min = -9, max = -5) double logLambda, @ForAll @IntRange(min = 2, max = 60) int n) {
        double lambda = Math.pow(10, logLambda);
        double x = 1e6;
        double total = 5;
        AlmgrenChriss.Trajectory plan = PUBLISHED.trajectory(x, total, n, lambda);
        double tau = total / n;
        double k = plan.urgency();
        double eta = 2.5e-6 - 0.5 * 2.5e-7 * tau;
        double squared = Math.pow(Math.sinh(k * total), 2);
        double cost = 0.5 * 2.5e-7 * x * x
                + 0.0625 * x
                + eta
                        * x
                        * x
                        * Math.tanh(0.5 * k * tau)
                        * (tau * Math.sinh(2 * k * total) + 2 * total * Math.sinh(k * tau))
                        / (2 * tau * tau * squared);
        double variance = 0.5
                * 0.95
                * 0.95
                * x
                * x
                * (tau * Math.sinh(k * total) * Math.cosh(k * (total - tau)) - total * Math.sinh(k * tau))
                / (squared * Math.sinh(k * tau));

        assertThat(plan.expectedCost()).isCloseTo(cost, within(1e-8 * cost));
        assertThat(plan.costDeviation()).isCloseTo(Math.sqrt(variance), within(1e-6 * Math.sqrt(variance)));
    }

    @Property(tries = 100)
    void noOtherPlanHasALowerSumOfCostAndRisk(
            @ForAll @LongRange(min = 1, max = 1000000) long seed,
            @ForAll @DoubleRange(min = 0, max = 10) double millionths) {
        double lambda = 1e-6 * millionths;
        AlmgrenChriss.Trajectory best = PUBLISHED.trajectory(1e6, 5, 6, lambda);
        double[] other = best.holdings();
        Random random = new Random(seed);
        for (int j = 1; j < other.length - 1; j++) {
            other[j] += 1e5 * random.nextGaussian();
        }
        double tau = 5 / 6.0;
        double eta = 2.5e-6 - 0.5 * 2.5e-7 * tau;
        double cost = 0.5 * 2.5e-7 * 1e12 + 0.0625 * 1e6;
        double variance = 0;
        for (int j = 1; j < other.length; j++) {
            cost += eta / tau * Math.pow(other[j - 1] - other[j], 2);
            variance += tau * 0.95 * 0.95 * other[j] * other[j];
        }

        assertThat(best.expectedCost() + lambda * Math.pow(best.costDeviation(), 2))
                .isLessThan(cost + lambda * variance);
    }

    @Test
    void alongTheFrontierLessRiskCostsMore() {
        List<AlmgrenChriss.Trajectory> frontier = PUBLISHED.frontier(1e6, 5, 10, 0, 1e-7, 1e-6, 1e-5, 1e-3, 1e6);

        for (int i = 1; i < frontier.size(); i++) {
            assertThat(frontier.get(i).expectedCost())
                    .isGreaterThan(frontier.get(i - 1).expectedCost());
            assertThat(frontier.get(i).costDeviation())
                    .isLessThan(frontier.get(i - 1).costDeviation());
        }
        // Whoever bears no risk at all sells everything at once.
        assertThat(frontier.get(5).trades()[0]).isCloseTo(1e6, within(1e-3));
    }

    @Test
    void anUrgentPlanInWholeLotsSellsMostFirst() {
        ExecutionSchedule schedule =
                PUBLISHED.trajectory(1e6, 5, 5, 1e-6).schedule(new BigDecimal("1000000"), LOT, NINE, TEN);

        assertThat(schedule.slices())
                .extracting(ExecutionSlice::face)
                .containsExactly(
                        new BigDecimal("458000"),
                        new BigDecimal("252000"),
                        new BigDecimal("142000"),
                        new BigDecimal("86000"),
                        new BigDecimal("62000"));
        assertThat(schedule.slices().get(1).at()).isEqualTo(NINE.plus(Duration.ofMinutes(12)));
    }

    @Property(tries = 300)
    void slicesAreAlwaysExactlyTheOrder(
            @ForAll @IntRange(min = 1, max = 5000) int lots,
            @ForAll @IntRange(min = 1, max = 200) int intervals,
            @ForAll @LongRange(min = 1, max = 1000000) long seed) {
        BigDecimal face = LOT.multiply(BigDecimal.valueOf(lots));
        ExecutionSchedule even = ExecutionSchedule.timeWeighted(face, LOT, NINE, TEN, intervals);
        double[] weights = new Random(seed).doubles(intervals).toArray();
        ExecutionSchedule weighted =
                ExecutionSchedule.byWeights(face, LOT, ExecutionSchedule.times(NINE, TEN, intervals), weights);

        for (ExecutionSchedule schedule : List.of(even, weighted)) {
            assertThat(schedule.unscheduled()).isEqualByComparingTo("0");
            assertThat(schedule.slices().stream().map(ExecutionSlice::face).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(face);
            assertThat(schedule.slices())
                    .allSatisfy(slice -> assertThat(slice.face().remainder(LOT)).isEqualByComparingTo("0"));
        }
        // No prefix is more than half a lot from its plan.
        double sum = Arrays.stream(weights).sum();
        double planned = 0;
        double done = 0;
        int next = 0;
        List<Instant> times = ExecutionSchedule.times(NINE, TEN, intervals);
        for (int i = 0; i < intervals; i++) {
            planned += weights[i] / sum * lots;
            if (next < weighted.slices().size()
                    && weighted.slices().get(next).at().equals(times.get(i))) {
                done += weighted.slices().get(next++).face().divide(LOT).doubleValue();
            }
            assertThat(done).isCloseTo(planned, within(0.5 + 1e-6));
        }
    }

    @Test
    void anEvenPaceIsEven() {
        ExecutionSchedule schedule = ExecutionSchedule.timeWeighted(new BigDecimal("10000"), LOT, NINE, TEN, 4);

        assertThat(schedule.slices())
                .extracting(slice -> slice.face().intValue())
                .containsExactly(3000, 2000, 3000, 2000);
        assertThat(schedule.slices())
                .extracting(ExecutionSlice::at)
                .containsExactly(NINE, NINE.plusSeconds(900), NINE.plusSeconds(1800), NINE.plusSeconds(2700));
        assertThat(schedule.toString()).contains("4 slices");
    }

    @Test
    void volumeIsFollowedAndTheCapIsKept() {
        VolumeCurve curve =
                VolumeCurve.of(ExecutionSchedule.times(NINE, TEN, 4), new double[] {40_000, 10_000, 10_000, 40_000});

        ExecutionSchedule free = ExecutionSchedule.volumeWeighted(new BigDecimal("10000"), LOT, curve, 0.2);
        assertThat(free.slices()).extracting(slice -> slice.face().intValue()).containsExactly(4000, 1000, 1000, 4000);
        ExecutionSchedule tight = ExecutionSchedule.volumeWeighted(new BigDecimal("30000"), LOT, curve, 0.25);
        assertThat(tight.slices())
                .extracting(slice -> slice.face().intValue())
                .containsExactly(10_000, 2000, 2000, 10_000);
        assertThat(tight.unscheduled()).isEqualByComparingTo("6000");
        assertThat(tight.toString()).contains("6000 unscheduled");
        assertThat(curve.total()).isEqualTo(100_000);
    }

    @Property(tries = 300)
    void noSliceExceedsItsShareOfVolume(
            @ForAll @LongRange(min = 1, max = 1000000) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1) double participation,
            @ForAll @IntRange(min = 1, max = 2000) int lots) {
        Random random = new Random(seed);
        double[] volumes = random.doubles(20, 0, 300_000).toArray();
        List<Instant> times = ExecutionSchedule.times(NINE, TEN, 20);
        BigDecimal face = LOT.multiply(BigDecimal.valueOf(lots));
        ExecutionSchedule schedule =
                ExecutionSchedule.volumeWeighted(face, LOT, VolumeCurve.of(times, volumes), participation);

        double room = 0;
        for (int i = 0; i < 20; i++) {
            room += 1000 * Math.floor(participation * volumes[i] / 1000);
        }
        for (ExecutionSlice slice : schedule.slices()) {
            assertThat(slice.face().doubleValue())
                    .isLessThanOrEqualTo(participation * volumes[times.indexOf(slice.at())]);
        }
        assertThat(schedule.unscheduled().doubleValue()).isEqualTo(Math.max(0, lots * 1000.0 - room));
    }

    @Test
    void impossibleSchedulesAreRefused() {
        BigDecimal face = new BigDecimal("10000");
        VolumeCurve curve = VolumeCurve.of(List.of(NINE), new double[] {1000});
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> ExecutionSchedule.timeWeighted(new BigDecimal("10500"), LOT, NINE, TEN, 4));
        refused.add(() -> ExecutionSchedule.timeWeighted(BigDecimal.ZERO, LOT, NINE, TEN, 4));
        refused.add(() -> ExecutionSchedule.timeWeighted(face, BigDecimal.ZERO, NINE, TEN, 4));
        refused.add(() -> ExecutionSchedule.timeWeighted(new BigDecimal("1e999999999"), LOT, NINE, TEN, 4));
        refused.add(() -> ExecutionSchedule.timeWeighted(face, LOT, TEN, NINE, 4));
        refused.add(() -> ExecutionSchedule.timeWeighted(face, LOT, NINE, TEN, 0));
        refused.add(() -> ExecutionSchedule.timeWeighted(face, LOT, NINE, NINE.plusNanos(3), 4));
        refused.add(() -> ExecutionSchedule.timeWeighted(face, LOT, Instant.MIN, Instant.MAX, 4));
        refused.add(() -> ExecutionSchedule.volumeWeighted(face, LOT, curve, 0));
        refused.add(() -> ExecutionSchedule.volumeWeighted(face, LOT, curve, Double.NaN));
        refused.add(() -> ExecutionSchedule.byWeights(face, LOT, List.of(NINE), new double[] {0}));
        refused.add(() -> ExecutionSchedule.byWeights(face, LOT, List.of(NINE), new double[] {1, 1}));
        refused.add(() -> ExecutionSchedule.byWeights(face, LOT, List.of(NINE, NINE), new double[] {1, 1}));
        refused.add(() -> VolumeCurve.of(List.of(NINE, NINE), new double[] {1, 1}));
        refused.add(() -> VolumeCurve.of(List.of(NINE), new double[] {-1}));
        refused.add(() -> VolumeCurve.of(List.of(NINE), new double[] {0}));
        refused.add(() -> new ExecutionSchedule(face, List.of(new ExecutionSlice(NINE, LOT)), BigDecimal.ZERO));
        refused.add(() -> new ExecutionSlice(NINE, BigDecimal.ZERO));
        refused.add(() -> new AlmgrenChriss(0, 0, 0, 1));
        refused.add(() -> new AlmgrenChriss(1, -1, 0, 1));
        refused.add(() -> new AlmgrenChriss(1, 0, Double.NaN, 1));
        refused.add(() -> new AlmgrenChriss(1, 0, 0, 0));
        refused.add(() -> PUBLISHED.trajectory(0, 5, 5, 1));
        refused.add(() -> PUBLISHED.trajectory(1, 0, 5, 1));
        refused.add(() -> PUBLISHED.trajectory(1, 5, 0, 1));
        refused.add(() -> PUBLISHED.trajectory(1, 5, 5, -1));
        refused.add(() -> PUBLISHED.trajectory(1, 5, 5, Double.POSITIVE_INFINITY));
        refused.add(
                () -> PUBLISHED.trajectory(1, 200, 5, 1)); // permanent impact of an interval above the temporary one

        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));
    }
}
