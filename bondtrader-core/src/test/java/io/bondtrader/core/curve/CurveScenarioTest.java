package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Curves that move. */
final class CurveScenarioTest {

    private static final double[] TENORS = {0.25, 1.0, 2.0, 5.0, 10.0, 30.0};

    @Property(tries = 300, seed = "20260317")
    void aParallelMoveIsTheSumOfItsKeyRates(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double amount = random.nextDouble(-0.03, 0.03);
        CurveScenario parallel = CurveScenario.parallel(amount);
        CurveScenario sum =
                CurveScenario.sum("all", ScenarioSet.keyRates(TENORS, amount).scenarios());
        NodeCurve curve = RandomCurves.pick(random);
        for (double time : RandomCurves.times(random, curve)) {
            assertThat(sum.zeroShift(time)).isCloseTo(parallel.zeroShift(time), within(1e-17));
            assertThat(sum.forwardShift(time)).isCloseTo(parallel.forwardShift(time), within(1e-15));
            double factor = parallel.applyTo(curve).discountFactor(time);
            assertThat(sum.applyTo(curve).discountFactor(time)).isCloseTo(factor, within(2e-14 * factor));
        }
    }

    @Property(tries = 300, seed = "20260317")
    void theOrderOfScenariosDoesNotMatter(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        CurveScenario first = anyScenario(random);
        CurveScenario second = anyScenario(random);
        for (double time : RandomCurves.times(random, curve)) {
            double together = first.plus(second).applyTo(curve).logDiscountFactor(time);
            assertThat(second.plus(first).applyTo(curve).logDiscountFactor(time))
                    .isEqualTo(together);
            double slack = 2e-15 * (1.0 + time + Math.abs(together));
            assertThat(second.applyTo(first.applyTo(curve)).logDiscountFactor(time))
                    .isCloseTo(together, within(slack));
            assertThat(first.applyTo(second.applyTo(curve)).logDiscountFactor(time))
                    .isCloseTo(together, within(slack));
        }
    }

    @Property(tries = 300, seed = "20260317")
    void nothingHappensInTheScenarioOfNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        CurveScenario any = anyScenario(random);
        List<CurveScenario> nothings = List.of(
                CurveScenario.parallel(0.0),
                CurveScenario.steepener(0.0, 2.0, 10.0),
                CurveScenario.of("nothing", years -> 0.0),
                any.plus(any.times(-1.0)),
                CurveScenario.historical("quiet day", curve, curve));
        for (double time : RandomCurves.times(random, curve)) {
            for (CurveScenario nothing : nothings) {
                assertThat(nothing.applyTo(curve).discountFactor(time)).isEqualTo(curve.discountFactor(time));
                assertThat(nothing.applyTo(curve).instantaneousForward(time))
                        .isEqualTo(curve.instantaneousForward(time));
            }
        }
    }

    @Property(tries = 500, seed = "20260317")
    void theForwardRateMovesWithTheZeroRate(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CurveScenario scenario = anyScenario(random);
        double time = random.nextDouble(0.0, 40.0);
        double h = 1e-6;
        double difference = ((time + h) * scenario.zeroShift(time + h) - time * scenario.zeroShift(time)) / h;
        assertThat(scenario.forwardShift(time)).isCloseTo(difference, within(1e-7));
    }

    @Property(tries = 200, seed = "20260317")
    void whatHappenedOnceTurnsTheOldCurveIntoTheNew(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve before = RandomCurves.pick(random);
        NodeCurve after = RandomCurves.pick(random);
        DiscountCurve replayed =
                CurveScenario.historical("a day", before, after).applyTo(before);
        for (double time : RandomCurves.times(random, before)) {
            assertThat(replayed.logDiscountFactor(time)).isCloseTo(after.logDiscountFactor(time), within(1e-13));
            assertThat(replayed.instantaneousForward(time)).isCloseTo(after.instantaneousForward(time), within(1e-13));
        }
        assertThat(replayed.nodes()).isEqualTo(before.nodes());
    }

    @Property(tries = 300, seed = "20260317")
    void manyTimesAtOnceGiveTheBitsOfOneAfterTheOther(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        DiscountCurve moved = anyScenario(random).applyTo(curve);
        double[] times = RandomCurves.times(random, curve);
        double[] logs = new double[times.length];
        moved.logDiscountFactors(times, 0, times.length, logs);
        double[] expected = new double[curve.nodes().size()];
        double[] sensitivities = new double[curve.nodes().size()];
        for (int k = 0; k < times.length; k++) {
            assertThat(logs[k]).isEqualTo(moved.logDiscountFactor(times[k]));
            curve.addLogDiscountSensitivities(times[k], 2.0, expected, 0);
            moved.addLogDiscountSensitivities(times[k], 2.0, sensitivities, 0);
        }
        assertThat(sensitivities).containsExactly(expected);
    }

    @Test
    void aSteepenerOfFiftyBasisPointsOpensTheEndsByFifty() {
        CurveScenario steepener = CurveScenario.steepener(0.0050, 2.0, 10.0);
        assertThat(steepener.zeroShift(0.0)).isEqualTo(-0.0025);
        assertThat(steepener.zeroShift(6.0)).isCloseTo(0.0, within(1e-18));
        assertThat(steepener.zeroShift(40.0)).isEqualTo(0.0025);
        CurveScenario flattener = CurveScenario.flattener(0.0050, 2.0, 10.0);
        assertThat(flattener.zeroShift(3.0)).isEqualTo(-steepener.zeroShift(3.0));
        CurveScenario butterfly = CurveScenario.butterfly(0.0050, 2.0, 5.0, 10.0);
        assertThat(butterfly.zeroShift(5.0)).isEqualTo(-0.0025);
        assertThat(butterfly.zeroShift(1.0)).isEqualTo(0.0025);
        assertThat(butterfly.zeroShift(20.0)).isEqualTo(0.0025);
    }

    @Test
    void yieldsOfTwoDaysMakeAScenario() {
        double[] tenors = {0.25, 2.0, 10.0};
        CurveScenario change = CurveScenario.ofChange(
                "a day", tenors, new double[] {0.05, 0.045, 0.04}, new double[] {0.0475, 0.045, 0.042});
        assertThat(change.zeroShift(0.1)).isCloseTo(-0.0025, within(1e-16));
        assertThat(change.zeroShift(6.0)).isCloseTo(0.0010, within(1e-16));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> CurveScenario.ofChange("a day", tenors, tenors, new double[2]));
    }

    @Test
    void setsKeepTheirOrderAndKnowTheirScenariosByName() {
        ScenarioSet moves = ScenarioSet.parallelMoves();
        assertThat(moves.scenarios().stream().map(CurveScenario::name))
                .startsWith("parallel -300 bp", "parallel -200 bp")
                .endsWith("parallel +200 bp", "parallel +300 bp")
                .hasSize(10);
        assertThat(moves.get("parallel +25 bp").zeroShift(7.0)).isEqualTo(0.0025);
        assertThat(moves.applyTo(DerivedCurvesTest.flat(0.03)).get(9).zeroRate(5.0))
                .isCloseTo(0.06, within(1e-16));
        assertThat(ScenarioSet.twists(0.0050).scenarios()).hasSize(8);
        assertThatExceptionOfType(MissingData.class).isThrownBy(() -> moves.get("parallel +1 bp"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        new ScenarioSet("twice", List.of(CurveScenario.parallel(0.01), CurveScenario.parallel(0.01))));
    }

    private static CurveScenario anyScenario(SplittableRandom random) {
        double amount = random.nextInt(-300, 301) * 1e-4;
        return switch (random.nextInt(6)) {
            case 0 -> CurveScenario.parallel(amount);
            case 1 -> CurveScenario.steepener(amount, random.nextDouble(0.0, 3.0), random.nextDouble(4.0, 30.0));
            case 2 -> CurveScenario.butterfly(amount, 2.0, 5.0, 10.0);
            case 3 -> CurveScenario.keyRate(TENORS, random.nextInt(TENORS.length), amount);
            case 4 -> CurveScenario.of("hyperbola", years -> amount / (1.0 + years));
            default -> {
                List<CurveScenario> parts = new ArrayList<>();
                parts.add(CurveScenario.flattener(amount, 1.0, 10.0).times(0.5));
                parts.add(CurveScenario.parallel(0.001));
                yield CurveScenario.sum("bear flattener", parts);
            }
        };
    }
}
