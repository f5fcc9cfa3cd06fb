package io.bondtrader.strategies.performance;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Second paths to the figures of a record. They start from its days again, go from the last to the first, and share neither
 * returns nor sums with the first paths.
 */
final class PerformanceChecks {

    private PerformanceChecks() {}

    /** Simple returns from the days: the last one first, -1 where all was lost. */
    static double[] backwards(TrackRecord record) {
        List<TrackDay> days = record.days();
        int n = 1;
        while (n < days.size() && worth(record, n) > 0) {
            n++;
        }
        int count = Math.min(n, days.size() - 1);
        double[] returns = new double[count];
        for (int k = 0; k < count; k++) {
            int day = count - k;
            double gain = worth(record, day) - base(record, day);
            returns[k] = worth(record, day) > 0 ? gain / base(record, day) : -1;
        }
        return returns;
    }

    private static double worth(TrackRecord record, int day) {
        TrackDay one = record.days().get(day);
        return record.timing() == FlowTiming.END_OF_DAY ? one.equity() - one.flow() : one.equity();
    }

    private static double base(TrackRecord record, int day) {
        double before = record.days().get(day - 1).equity();
        return record.timing() == FlowTiming.END_OF_DAY
                ? before
                : before + record.days().get(day).flow();
    }

    /** By the sum of logarithms of growth. */
    static double totalReturn(TrackRecord record) {
        double sum = 0;
        for (int day = record.days().size() - 1; day >= 1; day--) {
            if (record.ruin().isPresent() && record.days().get(day).date().isAfter(record.end())) {
                continue;
            }
            if (worth(record, day) <= 0) {
                return -1;
            }
            sum += StrictMath.log(worth(record, day)) - StrictMath.log(base(record, day));
        }
        return StrictMath.expm1(sum);
    }

    /** What the first value and all flows grow to at a yearly rate, step by step: the last value, if the rate is right. */
    static double balance(TrackRecord record, double rate) {
        List<TrackDay> days = record.days();
        double balance = days.get(0).equity();
        for (int i = 1; i < days.size(); i++) {
            double years =
                    ChronoUnit.DAYS.between(days.get(i - 1).date(), days.get(i).date()) / 365.25;
            double growth = StrictMath.pow(1 + rate, years);
            double flow = days.get(i).flow();
            balance = record.timing() == FlowTiming.START_OF_DAY ? (balance + flow) * growth : balance * growth + flow;
        }
        return balance;
    }

    /** Mean and deviation by one pass of updates (Welford). */
    static double[] moments(double[] values) {
        double mean = 0;
        double scatter = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean;
            mean += off / (i + 1);
            scatter += off * (values[i] - mean);
        }
        return new double[] {mean, Math.sqrt(scatter / (values.length - 1))};
    }

    /** Shortfalls from a target of sorted returns, over all of them. */
    static double downside(double[] returns, double target) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < sorted.length && sorted[i] < target; i++) {
            sum += (target - sorted[i]) * (target - sorted[i]) / sorted.length;
        }
        return Math.sqrt(sum);
    }

    /** The deepest fall from any day to the lowest after it, from the end of the record to its start. */
    static double maximumDrawdown(TrackRecord record) {
        double[] backwards = backwards(record);
        double deepest = 0;
        double after = 1; // what a unit of now becomes at its lowest, now or later
        for (double made : backwards) {
            after = Math.min(1, (1 + made) * after);
            deepest = Math.max(deepest, 1 - after);
        }
        return deepest;
    }
}
