package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How much is expected to trade, interval by interval.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VolumeCurve {

    private final List<Instant> starts;
    private final double[] volumes;

    private VolumeCurve(List<Instant> starts, double[] volumes) {
        this.starts = starts;
        this.volumes = volumes;
    }

    /**
     * Returns a curve.
     *
     * @param starts start of each interval, ascending
     * @param volumes face that is expected to trade in each, 0 or more, one of them positive
     * @return the curve
     * @throws InvalidInput if starts do not ascend, a volume is out of range, counts differ or nothing trades
     */
    public static VolumeCurve of(List<Instant> starts, double[] volumes) {
        List<Instant> times = List.copyOf(starts);
        InvalidInput.unless(
                times.size() == volumes.length, "volumes", volumes.length, "one an interval, " + times.size());
        double sum = 0;
        for (int i = 0; i < volumes.length; i++) {
            InvalidInput.unless(
                    i == 0 || times.get(i).isAfter(times.get(i - 1)),
                    "start " + i,
                    times.get(i),
                    "after the one before");
            sum += Amounts.notNegative("volume " + i, volumes[i]);
        }
        InvalidInput.unless(sum > 0, "volumes", sum, "positive in sum");
        return new VolumeCurve(times, volumes.clone());
    }

    /** {@return the start of each interval} */
    public List<Instant> starts() {
        return starts;
    }

    /** {@return the face expected to trade in each interval} */
    public double[] volumes() {
        return volumes.clone();
    }

    /** {@return the face expected to trade in all intervals} */
    public double total() {
        return Arrays.stream(volumes).sum();
    }

    /** {@return how many intervals, and how much in all} */
    @Override
    public String toString() {
        return "VolumeCurve[" + starts.size() + " intervals, " + total() + "]";
    }
}
