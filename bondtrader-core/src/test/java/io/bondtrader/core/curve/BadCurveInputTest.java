package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with what a curve is given or asked, it is refused with a code. */
final class BadCurveInputTest {

    private static final LocalDate TODAY = RandomCurves.REFERENCE;
    private static final List<LocalDate> DATES = List.of(TODAY.plusYears(1), TODAY.plusYears(2), TODAY.plusYears(5));
    private static final double[] RATES = {0.03, 0.035, 0.04};
    private static final List<Interpolators> WAYS = List.of(Interpolators.values());
    private static final NodeCurve CURVE = NodeCurve.ofZeroRates("good", TODAY, DATES, RATES, Interpolators.LINEAR);
    private static final ForwardCurve FORWARDS = ForwardCurve.of("TERM", Tenor.ofMonths(3), DayCounts.ACT_360, CURVE);
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final InflationCurve INFLATION =
            InflationCurve.of("CPI", Map.of(MONTH, 100.0), MONTH, new int[] {1, 5}, new double[] {0.02, 0.03});

    @FunctionalInterface
    private interface Attempt {
        Object on(SplittableRandom random);
    }

    private static final List<Attempt> ATTEMPTS = List.of(
            // lines through points
            random -> way(random).through(new double[0], new double[0]),
            random -> way(random).through(new double[] {1.0, 2.0}, new double[] {1.0}),
            random -> way(random).through(new double[] {1.0, 1.0}, new double[] {1.0, 2.0}),
            random -> way(random).through(new double[] {2.0, 1.0}, new double[] {1.0, 2.0}),
            random -> way(random).through(new double[] {1.0, notFinite(random)}, new double[] {1.0, 2.0}),
            random -> way(random).through(new double[] {1.0, 2.0}, new double[] {1.0, notFinite(random)}),
            random -> Interpolators.LOG_LINEAR.through(new double[] {1.0, 2.0}, new double[] {1.0, negative(random)}),
            random -> Interpolators.MONOTONE_CONVEX.through(new double[] {negative(random), 2e6}, new double[2]),
            random -> Interpolators.MONOTONE_CONVEX.through(new double[] {0.0}, new double[1]),
            random -> Interpolators.clampedCubic(notFinite(random), 0.0),
            random -> Interpolators.of("garbage " + random.nextInt()),
            random -> CurveInterpolation.of("garbage " + random.nextInt()),
            random -> Extrapolator.smithWilson(notFinite(random), 0.1),
            random -> Extrapolator.smithWilson(0.03, negative(random)),
            // nodes
            random -> new CurveNode(" ", null, 1.0),
            random -> new CurveNode("1Y", null, negative(random)),
            random -> new CurveNode("1Y", null, notFinite(random)),
            random -> builder().build(),
            random -> builder().dates(List.of()).zeroRates().build(),
            random -> builder().dates(DATES).zeroRates(0.01, 0.02).build(),
            random -> builder()
                    .dates(DATES)
                    .labels(List.of("1Y"))
                    .zeroRates(RATES)
                    .build(),
            random -> builder().dates(reversed()).zeroRates(RATES).build(),
            random ->
                    builder().dates(List.of(TODAY.minusDays(1))).zeroRates(0.01).build(),
            random -> builder()
                    .dates(DATES)
                    .zeroRates(0.01, notFinite(random), 0.01)
                    .build(),
            random -> builder().dates(DATES).zeroRates(0.01, 1_000.0, 0.01).build(),
            random -> builder().dates(DATES).zeroRates(Compounding.AT_COUPON_FREQUENCY, RATES),
            random -> builder()
                    .dates(DATES)
                    .zeroRates(Compounding.ANNUAL, 0.01, -1.5, 0.02)
                    .build(),
            random -> builder()
                    .dates(DATES)
                    .discountFactors(0.9, negative(random), 0.8)
                    .build(),
            random -> builder()
                    .dates(DATES)
                    .discountFactors(0.9, notFinite(random), 0.8)
                    .build(),
            random -> builder().dates(List.of(TODAY)).discountFactors(1.0).build(),
            random -> builder()
                    .dates(List.of(TODAY, TODAY.plusYears(1)))
                    .discountFactors(0.9, 0.8)
                    .build(),
            random -> builder()
                    .dates(DATES)
                    .forwardRates(0.01, notFinite(random), 0.02)
                    .build(),
            random ->
                    builder().dates(DATES).nodes(CURVE.nodes()).zeroRates(RATES).build(),
            random -> builder()
                    .dayCount(DayCounts.ACT_ACT_ICMA)
                    .dates(DATES)
                    .zeroRates(RATES)
                    .build(),
            random -> builder()
                    .interpolation(CurveInterpolation.LOG_LINEAR_ZERO)
                    .dates(DATES)
                    .zeroRates(0.01, negative(random) / 1e6, 0.01)
                    .build(),
            random -> builder()
                    .interpolation(CurveQuantity.LOG_DISCOUNT_FACTOR, Interpolators.MONOTONE_CONVEX)
                    .dates(DATES)
                    .zeroRates(RATES)
                    .build(),
            random -> builder()
                    .interpolation(CurveInterpolation.LOG_LINEAR_DISCOUNT)
                    .dates(List.of(TODAY))
                    .zeroRates(0.01)
                    .build(),
            random -> builder()
                    .extrapolation(Extrapolator.smithWilson(0.03, 0.1), Extrapolator.FLAT)
                    .dates(DATES)
                    .zeroRates(RATES)
                    .build(),
            random -> CURVE.withValues(new double[] {0.01}),
            random -> CURVE.withValues(new double[] {0.01, notFinite(random), 0.01}),
            // times and days
            random -> CURVE.discountFactor(badTime(random)),
            random -> CURVE.logDiscountFactor(badTime(random)),
            random -> CURVE.zeroRate(badTime(random)),
            random -> CURVE.instantaneousForward(badTime(random)),
            random -> CURVE.forwardRate(badTime(random), 2.0),
            random -> CURVE.forwardRate(1.0, badTime(random)),
            random -> CURVE.forwardRate(1.0, 1.0),
            random -> CURVE.discountFactor(TODAY.minusDays(1 + random.nextInt(1000))),
            random -> sensitivities(badTime(random)),
            random -> bulk(1.0, badTime(random), 3.0),
            random -> bulk(badTime(random), 1.5, 3.0),
            random -> bulk(1.0, 1.5, badTime(random)),
            random -> bulk(3.0, 2.0, 4.0),
            random -> CURVE.discountedSum(new double[] {1.0, badTime(random)}, new double[] {1.0, 1.0}, 0, 2),
            random -> CURVE.discountedSum(new double[] {1.0, 2.0}, new double[] {1.0, notFinite(random)}, 0, 2),
            random -> ending().discountFactor(5.1 + random.nextDouble()),
            random -> ending().instantaneousForward(5.1 + random.nextDouble()),
            random -> ending().discountFactor(0.5 * random.nextDouble() + 1e-9),
            random -> CURVE.shifted(-10.0).discountFactor(200.0),
            random -> CURVE.shifted(-10.0).discountedSum(new double[] {200.0}, new double[] {1.0}, 0, 1),
            // derived curves
            random -> CURVE.shifted(notFinite(random)),
            random -> CURVE.shifted(100.0),
            random -> CURVE.impliedFrom(TODAY.minusDays(1)),
            random -> CURVE.impliedFrom(TODAY.plusDays(9)).years(TODAY),
            random -> CURVE.impliedFrom(TODAY.plusDays(9)).discountFactor(badTime(random)),
            random -> CURVE.impliedFrom(TODAY.plusDays(9)).instantaneousForward(badTime(random)),
            random -> CURVE.plus(CURVE.impliedFrom(TODAY.plusDays(1))),
            random -> CURVE.plus(builder()
                    .dayCount(DayCounts.ACT_360)
                    .dates(DATES)
                    .zeroRates(RATES)
                    .build()),
            random -> CURVE.withJumps(List.of(new CurveJump("turn", TODAY, 0.999))),
            random -> CURVE.withJumps(List.of(jump(5), jump(4))),
            random -> new CurveJump("turn", TODAY, notFinite(random)),
            random -> new CurveJump("", TODAY, 0.9),
            random -> CurveJump.ofRate("turn", TODAY, TODAY, DayCounts.ACT_360, 0.01),
            random -> CurveJump.ofRate("turn", TODAY, TODAY.plusDays(3), DayCounts.ACT_360, notFinite(random)),
            random -> CurveCheck.negativeForwards(CURVE, badTime(random)),
            random -> CurveCheck.negativeForwards(ending()),
            // scenarios
            random -> CurveScenario.parallel(notFinite(random)),
            random -> CurveScenario.parallel(11.0),
            random -> CurveScenario.steepener(0.01, 10.0, 2.0),
            random -> CurveScenario.steepener(0.01, notFinite(random), 2.0),
            random -> CurveScenario.flattener(notFinite(random), 2.0, 10.0),
            random -> CurveScenario.butterfly(0.01, 2.0, 2.0, 10.0),
            random -> CurveScenario.keyRate(RATES, 3 + random.nextInt(9), 0.01),
            random -> CurveScenario.keyRate(new double[0], 0, 0.01),
            random -> CurveScenario.keyRate(new double[] {5.0, 2.0}, 0, 0.01),
            random -> CurveScenario.ofShifts(" ", RATES, RATES),
            random -> CurveScenario.ofShifts("short", RATES, new double[] {0.01}),
            random -> CurveScenario.ofShifts("before", new double[] {-1.0}, new double[] {0.01}),
            random -> CurveScenario.historical("", CURVE, CURVE),
            random -> CurveScenario.of(" ", years -> 0.0),
            random -> CurveScenario.of("odd", years -> notFinite(random)).zeroShift(1.0),
            random -> CurveScenario.of("odd", years -> notFinite(random))
                    .applyTo(CURVE)
                    .discountFactor(1.0),
            random -> CurveScenario.of("odd", years -> 0.01).forwardShift(badTime(random)),
            random -> CurveScenario.parallel(0.01).zeroShift(badTime(random)),
            random -> CurveScenario.parallel(0.01).forwardShift(badTime(random)),
            random -> CurveScenario.parallel(0.01).applyTo(CURVE).discountFactor(badTime(random)),
            random -> CurveScenario.parallel(0.01).times(notFinite(random)),
            random -> CurveScenario.parallel(0.01).named("\n"),
            random -> CurveScenario.sum("none", List.of()),
            random -> new ScenarioSet("none", List.of()),
            random -> new ScenarioSet("", ScenarioSet.parallelMoves().scenarios()),
            random -> ScenarioSet.twists(badTime(random)),
            random -> ScenarioSet.keyRates(new double[0], 0.01),
            random -> ScenarioSet.parallelMoves().get("garbage " + random.nextInt()),
            // indices
            random -> ForwardCurve.of("", Tenor.ofMonths(3), DayCounts.ACT_360, CURVE),
            random -> ForwardCurve.of("X", Tenor.ofMonths(-random.nextInt(9)), DayCounts.ACT_360, CURVE),
            random -> ForwardCurve.ofForwards(
                    "X",
                    Tenor.ofMonths(3),
                    DayCounts.ACT_360,
                    TODAY,
                    DATES,
                    new double[] {notFinite(random), 0.0, 0.0},
                    Interpolators.LINEAR),
            random -> ForwardCurve.ofForwards(
                    "X", Tenor.ofMonths(3), DayCounts.ACT_360, TODAY, DATES, RATES, Interpolators.MONOTONE_CONVEX),
            random -> FORWARDS.forwardRate(TODAY.minusDays(1)),
            random -> FORWARDS.forwardRate(TODAY, TODAY),
            random -> FORWARDS.forwardRate(TODAY, TODAY.plusDays(1), DayCounts.ACT_ACT_ICMA),
            random -> INFLATION.index(MONTH.minusMonths(1 + random.nextInt(99))),
            random -> INFLATION.index(MONTH.plusYears(1001)),
            random -> INFLATION.referenceIndex(MONTH.atDay(9), Indexation.US_TIPS),
            random -> INFLATION.breakEven(-random.nextInt(9)),
            random -> INFLATION.withBreakEvens(new double[] {0.02}),
            random -> INFLATION.withBreakEvens(new double[] {0.02, notFinite(random)}),
            random -> InflationCurve.of("CPI", Map.of(MONTH, 100.0), MONTH, new int[] {2, 1}, new double[2]),
            random -> InflationCurve.of("CPI", Map.of(MONTH, 100.0), MONTH, new int[0], new double[0]),
            random -> InflationCurve.of("CPI", Map.of(MONTH, notFinite(random)), MONTH, new int[] {1}, new double[1]),
            random -> InflationCurve.of("CPI", Map.of(), MONTH, new int[] {1}, new double[1]),
            random -> new Seasonality(Collections.nCopies(12, 1.0 + random.nextDouble(0.001, 0.5))),
            random -> new Seasonality(Collections.nCopies(12, notFinite(random))),
            random -> Seasonality.ofMonthlyGrowth(Collections.nCopies(11, 0.0)),
            random -> Seasonality.ofMonthlyGrowth(Collections.nCopies(12, notFinite(random))));

    @Test
    void everyBadInputIsRefusedWithACode() {
        SplittableRandom random = new SplittableRandom(20260317);
        List<String> failures = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            for (int attempt = 0; attempt < ATTEMPTS.size(); attempt++) {
                try {
                    failures.add("attempt " + attempt + " answered "
                            + ATTEMPTS.get(attempt).on(random));
                } catch (BondTraderException refused) {
                    assertThat(refused.code().id()).matches("BT-\\d{4}");
                } catch (RuntimeException wrong) {
                    failures.add("attempt " + attempt + ": " + wrong);
                }
            }
        }
        assertThat(failures.stream().distinct().limit(30)).isEmpty();
    }

    private static NodeCurveBuilder builder() {
        return NodeCurve.builder("bad", TODAY);
    }

    private static NodeCurve ending() {
        return builder()
                .dates(DATES)
                .zeroRates(RATES)
                .extrapolation(Extrapolator.NONE, Extrapolator.NONE)
                .build();
    }

    private static List<LocalDate> reversed() {
        List<LocalDate> dates = new ArrayList<>(DATES);
        Collections.reverse(dates);
        return dates;
    }

    private static CurveJump jump(int day) {
        return new CurveJump("jump " + day, TODAY.plusDays(day), 0.999);
    }

    private static Object sensitivities(double years) {
        double[] sensitivities = new double[3];
        CURVE.addLogDiscountSensitivities(years, 1.0, sensitivities, 0);
        return sensitivities;
    }

    private static Object bulk(double... years) {
        double[] logs = new double[years.length];
        CURVE.logDiscountFactors(years, 0, years.length, logs);
        return logs;
    }

    private static Interpolators way(SplittableRandom random) {
        return WAYS.get(random.nextInt(WAYS.size()));
    }

    private static double badTime(SplittableRandom random) {
        return random.nextBoolean() ? notFinite(random) : negative(random);
    }

    private static double negative(SplittableRandom random) {
        return -random.nextDouble(1e-9, 1e6);
    }

    private static double notFinite(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> Double.NEGATIVE_INFINITY;
        };
    }
}
