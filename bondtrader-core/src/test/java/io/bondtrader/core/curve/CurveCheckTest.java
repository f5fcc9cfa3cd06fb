package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Negative forward rates are reported, not hidden. */
final class CurveCheckTest {

    @Test
    void fallingZeroRatesTurnTheForwardRateNegativeAtTheirEnd() {
        // z = 4% at 1 year and 2% at 3 years, in a straight line: f(t) = 5% − 2%·t, below 0 from 2.5 years on.
        NodeCurve curve = NodeCurve.builder("falling", RandomCurves.REFERENCE)
                .nodes(List.of(new CurveNode("1Y", null, 1.0), new CurveNode("3Y", null, 3.0)))
                .zeroRates(0.04, 0.02)
                .extrapolation(Extrapolator.FLAT, Extrapolator.FLAT_FORWARD)
                .build();
        List<NegativeForward> found = CurveCheck.negativeForwards(curve);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).from()).isCloseTo(2.5, within(1e-12));
        assertThat(found.get(0).to()).isEqualTo(3.0);
        assertThat(found.get(0).lowest()).isCloseTo(-0.01, within(1e-15));
        assertThat(CurveCheck.negativeForwards(curve, 2.4)).isEmpty();
    }

    @Property(tries = 300, seed = "20260317")
    void periodsOfNegativeForwardRatesAreFoundToTheirEnds(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(2, 15);
        double[] forwards = random.doubles(count, -0.01, 0.02).toArray();
        List<LocalDate> dates = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            dates.add((k == 0 ? RandomCurves.REFERENCE : dates.get(k - 1)).plusDays(random.nextInt(30, 900)));
        }
        NodeCurve curve = NodeCurve.builder("steps", RandomCurves.REFERENCE)
                .interpolation(CurveInterpolation.LOG_LINEAR_DISCOUNT)
                .dates(dates)
                .forwardRates(forwards)
                .build();
        double negative = 0.0;
        double lowest = 0.0;
        double start = 0.0;
        for (int k = 0; k < count; k++) {
            double end = curve.nodes().get(k).years();
            negative += forwards[k] < 0.0 ? end - start : 0.0;
            lowest = Math.min(lowest, forwards[k]);
            start = end;
        }
        List<NegativeForward> found = CurveCheck.negativeForwards(curve, start - 1e-9);
        assertThat(found.stream().mapToDouble(span -> span.to() - span.from()).sum())
                .isCloseTo(negative, within(1e-8));
        assertThat(found.stream().mapToDouble(NegativeForward::lowest).min().orElse(0.0))
                .isCloseTo(lowest, within(1e-12));
    }

    @Property(tries = 1000, seed = "20260317")
    void noCurveHasANegativeForwardRateThatIsNotReported(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random);
        double last = curve.nodes().get(curve.nodes().size() - 1).years();
        if (last == 0.0) {
            return;
        }
        List<NegativeForward> found = CurveCheck.negativeForwards(curve);
        for (double time : random.doubles(200, 0.0, last).toArray()) {
            double rate = curve.instantaneousForward(time);
            boolean reported = found.stream().anyMatch(span -> span.from() <= time && time <= span.to());
            if (rate < -1e-9) {
                assertThat(reported).as("%s at %s: %s", curve, time, rate).isTrue();
            } else if (rate > 1e-9) {
                assertThat(reported).as("%s at %s: %s", curve, time, rate).isFalse();
            }
        }
    }
}
