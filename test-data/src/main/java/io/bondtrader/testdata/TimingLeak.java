package io.bondtrader.testdata;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/**
 * Looks for a difference in time between two classes of input, as dudect does (Reparaz, Balasch and Verbauwhede 2017):
 * classes drawn at random, the slowest measurements cut, Welch's t of the rest. A comparison that stops at the first
 * difference gives a t in the tens or hundreds; noise of the machine stays below {@link #BAR} in one attempt of several.
 */
public final class TimingLeak {

    /** Above this a difference is taken for real. */
    public static final double BAR = 4.5;

    private TimingLeak() {}

    /**
     * Returns the smallest absolute t of some attempts: a leak shows in each of them, a neighbour's load does not.
     *
     * @param samples of each attempt
     * @param attempts at least one
     * @param first does the work on an input of the first class, and returns something that depends on it
     * @param second does the work on an input of the second class
     */
    public static double smallestT(
            int samples, int attempts, ToLongFunction<Integer> first, ToLongFunction<Integer> second) {
        double smallest = Double.MAX_VALUE;
        for (int attempt = 0; attempt < attempts && smallest >= BAR; attempt++) {
            smallest = Math.min(smallest, Math.abs(t(samples, 97 + attempt, first, second)));
        }
        return smallest;
    }

    /**
     * Returns the smallest absolute t of some attempts for one piece of work on two inputs. The input is copied to the same
     * place before each measurement, so that nothing but its content differs between the classes.
     *
     * @param samples of each attempt
     * @param attempts at least one
     * @param first input of one class
     * @param second input of the other, of the same length
     * @param work on the input; returns something that depends on it
     */
    public static double smallestT(
            int samples, int attempts, byte[] first, byte[] second, ToLongFunction<byte[]> work) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("inputs of two lengths");
        }
        double smallest = Double.MAX_VALUE;
        for (int attempt = 0; attempt < attempts && smallest >= BAR; attempt++) {
            SplittableRandom random = new SplittableRandom(97 + attempt);
            byte[] input = new byte[first.length];
            long[][] times = new long[2][samples];
            int[] count = new int[2];
            long sink = 0;
            for (int i = -samples / 2; i < samples; i++) {
                int kind = random.nextInt(2);
                byte[] from = kind == 0 ? first : second;
                System.arraycopy(from, 0, input, 0, input.length);
                long start = System.nanoTime();
                sink += work.applyAsLong(input);
                long took = System.nanoTime() - start;
                if (i >= 0) {
                    times[kind][count[kind]++] = took;
                }
            }
            consume(sink);
            smallest = Math.min(smallest, Math.abs(welch(times, count)));
        }
        return smallest;
    }

    private static void consume(long sink) {
        if (sink == 42) {
            Thread.onSpinWait();
        }
    }

    private static double t(int samples, long seed, ToLongFunction<Integer> first, ToLongFunction<Integer> second) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] times = new long[2][samples];
        int[] count = new int[2];
        long sink = 0;
        int warm = samples / 5;
        for (int i = -warm; i < samples; i++) {
            int kind = random.nextInt(2);
            ToLongFunction<Integer> work = kind == 0 ? first : second;
            long start = System.nanoTime();
            sink += work.applyAsLong(i & 1023);
            long took = System.nanoTime() - start;
            if (i >= 0) {
                times[kind][count[kind]++] = took;
            }
        }
        consume(sink);
        return welch(times, count);
    }

    private static double welch(long[][] times, int[] count) {
        long[] a = Arrays.copyOf(times[0], count[0]);
        long[] b = Arrays.copyOf(times[1], count[1]);
        long[] all = new long[a.length + b.length];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        long cut = all[(int) (0.9 * (all.length - 1))];
        return welch(a, b, cut);
    }

    private static double welch(long[] a, long[] b, long cut) {
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
