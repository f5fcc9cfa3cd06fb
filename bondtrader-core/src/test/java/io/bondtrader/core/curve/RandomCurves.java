package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Valid curves of every kind, by the seed. */
final class RandomCurves {

    static final LocalDate REFERENCE = LocalDate.of(2026, 3, 17);

    private static final List<Extrapolator> BEFORE =
            List.of(Extrapolator.FLAT, Extrapolator.LINEAR, Extrapolator.FLAT_FORWARD);

    private static final List<Extrapolator> AFTER = List.of(
            Extrapolator.FLAT, Extrapolator.LINEAR, Extrapolator.FLAT_FORWARD, Extrapolator.smithWilson(0.033, 0.12));

    private RandomCurves() {}

    /** A curve of any kind, with positive rates where its kind needs them. */
    static NodeCurve pick(SplittableRandom random) {
        CurveInterpolation[] schemes = CurveInterpolation.values();
        return pick(random, schemes[random.nextInt(schemes.length)]);
    }

    static NodeCurve pick(SplittableRandom random, CurveInterpolation scheme) {
        double lowest = scheme == CurveInterpolation.LOG_LINEAR_ZERO || random.nextBoolean() ? 0.005 : -0.01;
        return pick(random, scheme, lowest);
    }

    static NodeCurve pick(SplittableRandom random, CurveInterpolation scheme, double lowest) {
        int count = 1 + random.nextInt(12);
        List<LocalDate> dates = new ArrayList<>(count);
        double[] rates = new double[count];
        LocalDate date = random.nextInt(3) == 0 && count > 1 ? REFERENCE : REFERENCE.plusDays(1 + random.nextInt(400));
        double rate = lowest + 0.03 * random.nextDouble();
        for (int k = 0; k < count; k++) {
            dates.add(date);
            rates[k] = rate;
            date = date.plusDays(20 + random.nextInt(random.nextBoolean() ? 200 : 1500));
            rate = lowest + Math.abs(rate - lowest + random.nextDouble(-0.006, 0.007));
        }
        NodeCurveBuilder builder = NodeCurve.builder("random " + scheme, REFERENCE)
                .interpolation(scheme)
                .dates(dates)
                .zeroRates(rates);
        Extrapolator before = BEFORE.get(random.nextInt(BEFORE.size()));
        Extrapolator after = AFTER.get(random.nextInt(AFTER.size()));
        try {
            return builder.extrapolation(before, after).build();
        } catch (
                InvalidInput
                        wild) { // Smith-Wilson turns discount factors negative where the last forward rates are wild
            return builder.extrapolation(before, Extrapolator.FLAT).build();
        }
    }

    /** Ascending times from today to beyond the last node, some of them at nodes. */
    static double[] times(SplittableRandom random, DiscountCurve curve) {
        List<CurveNode> nodes = curve.nodes();
        double end = 1.0 + 1.2 * nodes.get(nodes.size() - 1).years();
        double[] times = new double[random.nextInt(1, 40)];
        for (int k = 0; k < times.length; k++) {
            times[k] = switch (random.nextInt(8)) {
                case 0 -> nodes.get(random.nextInt(nodes.size())).years();
                case 1 -> 0.0;
                default -> random.nextDouble(end);
            };
        }
        Arrays.sort(times);
        return times;
    }
}
