package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Forward rates of an index. */
final class ForwardCurveTest {

    private static final LocalDate REFERENCE = RandomCurves.REFERENCE;

    @Test
    void lendingAtForwardRatesCompoundsToTheDiscountFactor() {
        NodeCurve curve = RandomCurves.pick(new SplittableRandom(4), CurveInterpolation.LINEAR_ZERO);
        ForwardCurve index = ForwardCurve.of("TERM", Tenor.ofMonths(3), DayCounts.ACT_360, curve);
        LocalDate day = REFERENCE;
        double grown = 1.0;
        for (int k = 0; k < 40; k++) {
            LocalDate end = day.plusMonths(3);
            grown *= 1.0 + index.forwardRate(day) * DayCounts.ACT_360.yearFraction(day, end);
            day = end;
        }
        assertThat(1.0 / grown).isCloseTo(curve.discountFactor(day), within(1e-14));
    }

    @Test
    void givenForwardRatesAreReadAsTheyStand() {
        ForwardCurve index = ForwardCurve.ofForwards(
                "EURIBOR",
                Tenor.ofMonths(6),
                DayCounts.ACT_360,
                REFERENCE,
                List.of(REFERENCE, REFERENCE.plusDays(100), REFERENCE.plusDays(300)),
                new double[] {0.02, 0.03, 0.01},
                Interpolators.LINEAR);
        assertThat(index.forwardRate(REFERENCE)).isEqualTo(0.02);
        assertThat(index.forwardRate(REFERENCE.plusDays(50))).isCloseTo(0.025, within(1e-15));
        assertThat(index.forwardRate(REFERENCE.plusDays(900))).isCloseTo(0.01, within(1e-15));
        LocalDate start = REFERENCE.plusDays(200);
        assertThat(index.forwardRate(start, start.plusDays(90), DayCounts.ACT_365F))
                .isCloseTo(0.02 * 365.0 / 360.0, within(1e-15));
        double[] sensitivities = new double[3];
        index.addForwardRateSensitivities(REFERENCE.plusDays(50), REFERENCE.plusDays(230), 1.0, sensitivities, 0);
        assertThat(sensitivities).containsExactly(new double[] {0.5, 0.5, 0.0}, within(1e-14));
        index.addForwardRateSensitivities(REFERENCE, REFERENCE.plusDays(180), 2.0, sensitivities, 0);
        assertThat(sensitivities[0]).isCloseTo(2.5, within(1e-14));
    }

    @Property(tries = 300, seed = "20260317")
    void forwardRatesKnowWhatTheyOweToTheNodes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NodeCurve curve = RandomCurves.pick(random, CurveInterpolation.LINEAR_ZERO);
        LocalDate start = REFERENCE.plusDays(random.nextInt(4000));
        LocalDate end = start.plusDays(random.nextInt(1, 400));
        double[] sensitivities = new double[curve.nodes().size()];
        forwards(curve).addForwardRateSensitivities(start, end, 1.0, sensitivities, 0);
        double[] values = curve.values();
        for (int i = 0; i < values.length; i++) {
            double h = 1e-6;
            values[i] += h;
            double up = forwards(curve.withValues(values)).forwardRate(start, end);
            values[i] -= 2.0 * h;
            double down = forwards(curve.withValues(values)).forwardRate(start, end);
            values[i] += h;
            assertThat(sensitivities[i]).isCloseTo((up - down) / (2.0 * h), within(1e-6 * (1.0 + 10.0)));
        }
    }

    private static ForwardCurve forwards(NodeCurve curve) {
        return ForwardCurve.of("TERM", Tenor.ofMonths(3), DayCounts.ACT_360, curve);
    }
}
