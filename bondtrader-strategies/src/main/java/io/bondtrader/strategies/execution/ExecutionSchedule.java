package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An order cut into slices of whole lots. Slices and what could not be scheduled are exactly the order.
 *
 * <p>Whole lots are cut from the running total, so that no prefix of the schedule is a lot away from its plan; slices without a
 * lot are left out. Immutable and safe for use by many threads.
 *
 * @param total face of the order
 * @param slices the slices, in order of time
 * @param unscheduled what a cap on participation left over, 0 or more
 */
public record ExecutionSchedule(BigDecimal total, List<ExecutionSlice> slices, BigDecimal unscheduled) {

    private static final int MOST_SLICES = 1_000_000;

    /**
     * Checks that everything adds up.
     *
     * @throws InvalidInput if slices and the rest are not the total, the rest is negative or times do not ascend
     */
    public ExecutionSchedule {
        slices = List.copyOf(slices);
        InvalidInput.unless(unscheduled.signum() >= 0, "unscheduled", unscheduled, "zero or more");
        BigDecimal sum = unscheduled;
        for (int i = 0; i < slices.size(); i++) {
            InvalidInput.unless(
                    i == 0 || slices.get(i).at().isAfter(slices.get(i - 1).at()),
                    "time of slice " + i,
                    slices.get(i).at(),
                    "after the one before");
            sum = sum.add(slices.get(i).face());
        }
        InvalidInput.unless(sum.compareTo(total) == 0, "sum of the slices", sum, "the total, " + total);
    }

    /**
     * Returns a schedule at an even pace (TWAP): the period is cut into intervals of one length, and a slice is sent at the start
     * of each.
     *
     * @param face of the order, a multiple of the lot
     * @param lot the smallest piece that can be traded
     * @param start of the first interval
     * @param end of the last interval, after the start
     * @param intervals how many, 1 to 1,000,000
     * @return the schedule
     * @throws InvalidInput if a number is out of range, or the period too short for so many intervals
     */
    public static ExecutionSchedule timeWeighted(
            BigDecimal face, BigDecimal lot, Instant start, Instant end, int intervals) {
        double[] weights = new double[requireCount(intervals)];
        Arrays.fill(weights, 1);
        return byWeights(face, lot, times(start, end, intervals), weights);
    }

    /**
     * Returns a schedule in step with expected volume (VWAP), no slice being more than a share of it. What the cap keeps from
     * one interval goes to the others in proportion to their volume; what no interval can take is left unscheduled.
     *
     * @param face of the order, a multiple of the lot
     * @param lot the smallest piece that can be traded
     * @param expected volume of each interval
     * @param participation largest share of an interval's volume, above 0 and at most 1
     * @return the schedule
     * @throws InvalidInput if a number is out of range
     */
    public static ExecutionSchedule volumeWeighted(
            BigDecimal face, BigDecimal lot, VolumeCurve expected, double participation) {
        long lots = Amounts.lots(face, lot);
        InvalidInput.unless(
                participation > 0 && participation <= 1, "participation", participation, "above 0 and at most 1");
        double[] volumes = expected.volumes();
        requireCount(volumes.length);
        long[] most = new long[volumes.length];
        for (int i = 0; i < most.length; i++) {
            most[i] = (long) Math.floor(Math.min(1e15, participation * volumes[i] / lot.doubleValue()));
        }
        return build(face, lot, expected.starts(), LotSplit.capped(lots, volumes, most));
    }

    /**
     * Returns a schedule that follows a plan of what is still to be done, such as {@link AlmgrenChriss.Trajectory#schedule}.
     *
     * @param face of the order, a multiple of the lot
     * @param lot the smallest piece that can be traded
     * @param times when each slice is sent, ascending
     * @param weights how much of the order each slice is, 0 or more; they need not sum to one
     * @return the schedule
     * @throws InvalidInput if a number is out of range, counts differ or all weights are zero
     */
    public static ExecutionSchedule byWeights(BigDecimal face, BigDecimal lot, List<Instant> times, double[] weights) {
        long lots = Amounts.lots(face, lot);
        requireCount(weights.length);
        InvalidInput.unless(times.size() == weights.length, "times", times.size(), "one a weight, " + weights.length);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Amounts.notNegative("weight " + i, weights[i]);
        }
        InvalidInput.unless(sum > 0, "weights", sum, "positive in sum");
        long[] most = new long[weights.length];
        Arrays.fill(most, lots);
        return build(face, lot, times, LotSplit.capped(lots, weights, most));
    }

    /** The start of each interval. */
    static List<Instant> times(Instant start, Instant end, int intervals) {
        requireCount(intervals);
        InvalidInput.unless(end.isAfter(start), "end", end, "after the start, " + start);
        long nanos;
        try {
            nanos = Duration.between(start, end).toNanos();
        } catch (ArithmeticException tooLong) {
            throw new InvalidInput("end", end, "within 292 years of the start, " + start);
        }
        InvalidInput.unless(nanos >= intervals, "period in nanoseconds", nanos, "one an interval or more");
        List<Instant> times = new ArrayList<>(intervals);
        for (int i = 0; i < intervals; i++) {
            times.add(start.plusNanos(nanos / intervals * i + nanos % intervals * i / intervals));
        }
        return times;
    }

    private static int requireCount(int intervals) {
        InvalidInput.unless(intervals >= 1 && intervals <= MOST_SLICES, "intervals", intervals, "1 to 1,000,000");
        return intervals;
    }

    private static ExecutionSchedule build(BigDecimal face, BigDecimal lot, List<Instant> times, long[] lots) {
        List<ExecutionSlice> slices = new ArrayList<>();
        BigDecimal left = face;
        for (int i = 0; i < lots.length; i++) {
            if (lots[i] > 0) {
                BigDecimal slice = lot.multiply(BigDecimal.valueOf(lots[i]));
                slices.add(new ExecutionSlice(Objects.requireNonNull(times.get(i)), slice));
                left = left.subtract(slice);
            }
        }
        return new ExecutionSchedule(face, slices, left);
    }

    /** {@return how many slices, of how much} */
    @Override
    public String toString() {
        String rest = unscheduled.signum() == 0 ? "" : ", " + unscheduled.toPlainString() + " unscheduled";
        return slices.isEmpty()
                ? "ExecutionSchedule[nothing of " + total.toPlainString() + "]"
                : "ExecutionSchedule[" + total.toPlainString() + " in " + slices.size() + " slices from "
                        + slices.get(0).at() + " to "
                        + slices.get(slices.size() - 1).at() + rest + "]";
    }
}
