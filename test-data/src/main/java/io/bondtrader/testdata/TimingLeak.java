package io.bondtrader.testdata;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Looks for a difference in time between two classes of input, as dudect does (Reparaz, Balasch and Verbauwhede 2017):
 * classes drawn at random, the slowest measurements cut, Welch's t of the rest. A comparison that stops at the first
 * difference gives a t in the tens or hundreds whatever the secret is. What the machine does gives one too, but only now
 * and then, and what a single value does (two digests of one hash bucket) only for that value: so each attempt has a secret
 * of its own, and a leak is what shows in all of them.
 */
public final class TimingLeak {

    /** Above this a difference is taken for real. */
    public static final double BAR = 4.5;

    private TimingLeak() {}

    /** Two inputs of one length and the work on either. */
    public static final class Pair {

        private final byte[] first;
        private final byte[] second;
        private final ToLongFunction<byte[]> work;

        private Pair(byte[] first, byte[] second, ToLongFunction<byte[]> work) {
            this.first = first;
            this.second = second;
            this.work = work;
        }

        /**
         * Returns a pair.
         *
         * @param first input of one class
         * @param second input of the other, of the same length
         * @param work on the input; returns something that depends on it
         * @return the pair
         */
        public static Pair of(byte[] first, byte[] second, ToLongFunction<byte[]> work) {
            if (first.length != second.length) {
                throw new IllegalArgumentException("inputs of two lengths");
            }
            return new Pair(first.clone(), second.clone(), work);
        }
    }

    /**
     * Returns the smallest absolute t of some attempts; no more of them are made than it takes to stay below {@link #BAR}.
     *
     * @param samples of each attempt
     * @param attempts at least one
     * @param pairs gives the pair of each attempt, best with a new secret
     * @return the smallest absolute t
     */
    public static double smallestT(int samples, int attempts, IntFunction<Pair> pairs) {
        double smallest = Double.MAX_VALUE;
        for (int attempt = 0; attempt < attempts && smallest >= BAR; attempt++) {
            long[][] times = measure(samples, attempt, pairs.apply(attempt));
            smallest = Math.min(smallest, Math.abs(welch(times[0], times[1])));
        }
        return smallest;
    }

    /**
     * Returns the median time of the first class over that of the second, of the attempt in which they are closest: for
     * work that may differ by a little, but of which nothing may be left out.
     *
     * @param samples of each attempt
     * @param attempts at least one
     * @param pairs gives the pair of each attempt
     * @return the ratio
     */
    public static double closestRatio(int samples, int attempts, IntFunction<Pair> pairs) {
        double closest = Double.MAX_VALUE;
        for (int attempt = 0; attempt < attempts; attempt++) {
            long[][] times = measure(samples, attempt, pairs.apply(attempt));
            double ratio = (double) median(times[0]) / Math.max(1, median(times[1]));
            closest = Math.abs(Math.log(ratio)) < Math.abs(Math.log(closest)) ? ratio : closest;
        }
        return closest;
    }

    /** The input is copied to one place before each measurement, so that nothing but its content differs. */
    private static long[][] measure(int samples, int attempt, Pair pair) {
        SplittableRandom random = new SplittableRandom(97 + attempt);
        byte[] input = new byte[pair.first.length];
        long[][] times = new long[2][samples];
        int[] count = new int[2];
        long sink = 0;
        for (int i = -samples / 2; i < samples; i++) {
            int kind = random.nextInt(2);
            byte[] from = kind == 0 ? pair.first : pair.second;
            System.arraycopy(from, 0, input, 0, input.length);
            long start = System.nanoTime();
            sink += pair.work.applyAsLong(input);
            long took = System.nanoTime() - start;
            if (i >= 0) {
                times[kind][count[kind]++] = took;
            }
        }
        if (sink == 42) {
            Thread.onSpinWait();
        }
        return new long[][] {Arrays.copyOf(times[0], count[0]), Arrays.copyOf(times[1], count[1])};
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double welch(long[] a, long[] b) {
        long[] all = new long[a.length + b.length];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        long cut = all[(int) (0.9 * (all.length - 1))];
        double[] first = moments(a, cut);
        double[] second = moments(b, cut);
        double error = Math.sqrt(first[1] / first[2] + second[1] / second[2]);
        return error > 0 ? (first[0] - second[0]) / error : 0;
    }

    private static double[] moments(long[] values, long cut) {
        double mean = 0;
        double squares = 0;
        int n = 0;
        for (long value : values) {
            if (value <= cut) {
                n++;
                double delta = value - mean;
                mean += delta / n;
                squares += delta * (value - mean);
            }
        }
        return new double[] {mean, n > 1 ? squares / (n - 1) : 0, Math.max(n, 1)};
    }
}
