package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.internal.Exponential;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every curve through nodes, however it is interpolated and extrapolated. */
final class CurveLawsTest {

    private static final List<Interpolators> ALL = List.of(Interpolators.values());

    @Property(tries = 2000, seed = "20260317")
    void aCurveIsOneTodayAndPositiveEverAfter(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        assertThat(curve.discountFactor(0.0)).isEqualTo(1.0);
        for (double time : RandomCurves.times(random, curve)) {
            assertThat(curve.discountFactor(time)).isPositive();
        }
    }

    @Property(tries = 2000, seed = "20260317")
    void aCurveMeetsItsNodes(@ForAll long seed) {
        NodeCurve curve = RandomCurves.pick(new SplittableRandom(seed));
        double[] values = curve.values();
        for (int k = 0; k < values.length; k++) {
            double years = curve.nodes().get(k).years();
            if (years > 0.0) {
                double held = curve.quantity() == CurveQuantity.ZERO_RATE
                        ? curve.zeroRate(years)
                        : curve.logDiscountFactor(years);
                assertThat(held).isCloseTo(values[k], within(1e-14));
            }
        }
    }

    @Property(tries = 1000, seed = "20260317")
    void discountFactorsFallWhereForwardRatesArePositive(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        if (curve.interpolator() == Interpolators.FLAT) {
            return; // zero rates in steps have no forward rate at a step
        }
        double[] times = RandomCurves.times(random, curve);
        for (int k = 0; k + 1 < times.length; k++) {
            double gap = (times[k + 1] - times[k]) / 64.0;
            boolean positive = gap > 0.0;
            for (int i = 0; i <= 64; i++) {
                positive &= curve.instantaneousForward(Math.min(times[k] + i * gap, times[k + 1])) > 1e-4;
            }
            if (positive) {
                assertThat(curve.discountFactor(times[k + 1])).isLessThan(curve.discountFactor(times[k]));
            }
        }
    }

    @Property(tries = 2000, seed = "20260317")
    void theForwardRateIsTheSlopeOfTheLogarithm(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        for (double time : RandomCurves.times(random, curve)) {
            double h = 1e-5;
            if (curve.nodes().stream().anyMatch(node -> node.years() > time && node.years() <= time + h)) {
                continue; // zero rates in steps jump there
            }
            double mean = (curve.logDiscountFactor(time) - curve.logDiscountFactor(time + h)) / h;
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= 16; k++) {
                double forward = curve.instantaneousForward(time + k * (h / 16.0));
                lowest = Math.min(lowest, forward);
                highest = Math.max(highest, forward);
            }
            double slack = 1e-9 * (1.0 + Math.abs(mean) + Math.abs(curve.logDiscountFactor(time)));
            assertThat(mean).as("%s at %s", curve, time).isBetween(lowest - slack, highest + slack);
        }
    }

    @Property(tries = 1500, seed = "20260317")
    void nodeSensitivitiesAreTheSlopesByTheNodes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        double[] values = curve.values();
        for (double time : RandomCurves.times(random, curve)) {
            double[] sensitivities = new double[values.length + 3];
            curve.addLogDiscountSensitivities(time, -1.5, sensitivities, 2);
            assertThat(sensitivities[0]).isZero();
            assertThat(sensitivities[1]).isZero();
            assertThat(sensitivities[values.length + 2]).isZero();
            double here = curve.logDiscountFactor(time);
            for (int i = 0; i < values.length; i++) {
                boolean fixed = curve.quantity() == CurveQuantity.LOG_DISCOUNT_FACTOR
                        && curve.nodes().get(i).years() == 0.0;
                if (fixed) {
                    continue;
                }
                double analytic = sensitivities[2 + i] / -1.5;
                // Beside a corner of a slope filter a step may reach across it; a shorter one does not.
                double h = 1e-7;
                double up = (bumped(curve, i, h).logDiscountFactor(time) - here) / h;
                double down = (here - bumped(curve, i, -h).logDiscountFactor(time)) / h;
                double tolerance = 3e-6 * (1.0 + time);
                if (!isBetween(analytic, up, down, tolerance)) {
                    h = 1e-9;
                    up = (bumped(curve, i, h).logDiscountFactor(time) - here) / h;
                    down = (here - bumped(curve, i, -h).logDiscountFactor(time)) / h;
                }
                assertBetween(curve + " by node " + i + " at " + time, analytic, up, down, tolerance);
            }
        }
    }

    @Property(tries = 1500, seed = "20260317")
    void theSlopesOfLinesHaveTheirOwnSensitivities(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 9);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = (k == 0 ? random.nextInt(2) : x[k - 1]) + 0.1 + random.nextDouble();
            y[k] = random.nextDouble(0.01, 0.05);
        }
        Interpolator way =
                random.nextInt(8) == 0 ? Interpolators.clampedCubic(0.01, -0.02) : ALL.get(random.nextInt(ALL.size()));
        Interpolation line = way.through(x, y);
        double at = random.nextInt(4) == 0 ? x[random.nextInt(n)] : random.nextDouble(x[0], x[n - 1] + 1e-9);
        at = Math.min(at, x[n - 1]);
        double[] sensitivities = new double[n];
        line.addSlopeSensitivities(at, 2.0, sensitivities, 0);
        for (int i = 0; i < n; i++) {
            double h = 1e-7;
            double up = (bumped(way, x, y, i, h).slope(at) - line.slope(at)) / h;
            double down = (line.slope(at) - bumped(way, x, y, i, -h).slope(at)) / h;
            double analytic = sensitivities[i] / 2.0;
            assertBetween(way.officialName() + " by point " + i + " at " + at, analytic, up, down, 2e-5);
        }
    }

    @Property(tries = 3000, seed = "20260317")
    void manyTimesAtOnceGiveTheBitsOfOneAfterTheOther(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = random.nextBoolean()
                ? RandomCurves.pick(random, CurveInterpolation.LINEAR_ZERO)
                : RandomCurves.pick(random, CurveInterpolation.LOG_LINEAR_DISCOUNT);
        double[] times = RandomCurves.times(random, curve);
        int from = random.nextInt(times.length);
        int to = random.nextInt(from, times.length + 1);
        double[] amounts = random.doubles(times.length, -5.0, 105.0).toArray();
        double[] logs = new double[times.length];
        curve.logDiscountFactors(times, from, to, logs);
        double sum = 0.0;
        double[] expected = random.doubles(curve.nodes().size() + 2).toArray();
        double[] sensitivities = expected.clone();
        curve.addDiscountedSumSensitivities(times, amounts, from, to, -0.75, sensitivities, 1);
        for (int k = from; k < to; k++) {
            assertThat(logs[k]).isEqualTo(curve.logDiscountFactor(times[k]));
            double value = amounts[k] * Exponential.exp(logs[k]);
            sum += value;
            curve.addLogDiscountSensitivities(times[k], -0.75 * value, expected, 1);
        }
        assertThat(curve.discountedSum(times, amounts, from, to)).isEqualTo(sum);
        // Sensitivities add up by segment, so that the last digits depend on the order.
        assertThat(sensitivities).containsExactly(expected, within(1e-10));
    }

    @Property(tries = 500, seed = "20260317")
    void theFilterOfHymanOnDiscountFactorsKeepsForwardRatesFromTurningNegative(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(3, 12);
        double[] forwards = random.doubles(count, 0.0, 0.08).toArray();
        LocalDate[] dates = new LocalDate[count];
        for (int k = 0; k < count; k++) {
            dates[k] = (k == 0 ? RandomCurves.REFERENCE : dates[k - 1]).plusDays(random.nextInt(10, 1000));
        }
        NodeCurve curve = NodeCurve.builder("falling", RandomCurves.REFERENCE)
                .interpolation(CurveInterpolation.HYMAN_LOG_DISCOUNT)
                .dates(List.of(dates))
                .forwardRates(forwards)
                .build();
        for (double time : RandomCurves.times(random, curve)) {
            assertThat(curve.instantaneousForward(time)).isGreaterThanOrEqualTo(-1e-15);
        }
    }

    @Property(tries = 500, seed = "20260317")
    void thePositiveMonotoneConvexCurveHasNoNegativeForwardRates(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 12);
        LocalDate[] dates = new LocalDate[count];
        for (int k = 0; k < count; k++) {
            dates[k] = (k == 0 ? RandomCurves.REFERENCE : dates[k - 1]).plusDays(random.nextInt(10, 1000));
        }
        NodeCurve curve = NodeCurve.builder("positive", RandomCurves.REFERENCE)
                .interpolation(CurveInterpolation.MONOTONE_CONVEX_POSITIVE)
                .dates(List.of(dates))
                .forwardRates(random.doubles(count, 0.0, 0.08).toArray())
                .build();
        double last = curve.nodes().get(count - 1).years();
        for (double time : random.doubles(20, 0.0, last).toArray()) {
            assertThat(curve.instantaneousForward(time)).isGreaterThanOrEqualTo(-1e-15);
        }
    }

    /** Between the differences on both sides: that leaves room for corners, and for what bends in between. */
    private static void assertBetween(String what, double derivative, double up, double down, double tolerance) {
        double slack = tolerance * (1.0 + Math.abs(derivative));
        assertThat(derivative)
                .as("%s: differences %s %s", what, up, down)
                .isBetween(Math.min(up, down) - slack, Math.max(up, down) + slack);
    }

    private static boolean isBetween(double derivative, double up, double down, double tolerance) {
        double slack = tolerance * (1.0 + Math.abs(derivative));
        return derivative >= Math.min(up, down) - slack && derivative <= Math.max(up, down) + slack;
    }

    private static NodeCurve bumped(NodeCurve curve, int node, double by) {
        double[] values = curve.values();
        values[node] += by;
        return curve.withValues(values);
    }

    private static Interpolation bumped(Interpolator way, double[] x, double[] y, int point, double by) {
        double[] values = y.clone();
        values[point] += by;
        return way.through(x, values);
    }
}
