package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * How far into the future the outcome of each observation reaches: that of observation i is known only at {@code end(i)}. Two
 * observations whose spans meet know of each other, and must not be on both sides of a split.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LabelSpans {

    private static final int MOST = 100_000_000;

    private final int[] ends;

    private LabelSpans(int[] ends) {
        this.ends = ends;
    }

    /**
     * Returns spans of one length: the outcome of observation i is known at i + horizon, or at the last observation.
     *
     * @param observations how many there are, 1 or more
     * @param horizon 0 or more; 0 if every outcome is known at once
     * @return the spans
     * @throws InvalidInput if a number is out of range
     */
    public static LabelSpans ofHorizon(int observations, int horizon) {
        InvalidInput.unless(
                observations >= 1 && observations <= MOST, "observations", observations, "1 to 100,000,000");
        InvalidInput.unless(horizon >= 0, "horizon", horizon, "0 or more");
        int[] ends = new int[observations];
        for (int i = 0; i < observations; i++) {
            ends[i] = (int) Math.min(observations - 1L, (long) i + horizon);
        }
        return new LabelSpans(ends);
    }

    /**
     * Returns spans of their own lengths.
     *
     * @param ends when the outcome of each observation is known: the index of an observation, its own or a later one
     * @return the spans
     * @throws InvalidInput if there is none, or an end lies before its observation or after the last one
     */
    public static LabelSpans of(int[] ends) {
        InvalidInput.unless(ends.length >= 1 && ends.length <= MOST, "observations", ends.length, "1 to 100,000,000");
        for (int i = 0; i < ends.length; i++) {
            InvalidInput.unless(
                    ends[i] >= i && ends[i] < ends.length,
                    "end " + i,
                    ends[i],
                    "from " + i + " to the last observation");
        }
        return new LabelSpans(ends.clone());
    }

    /** {@return how many observations there are} */
    public int size() {
        return ends.length;
    }

    /**
     * Returns when the outcome of an observation is known.
     *
     * @param observation its index
     * @return the index of the observation at which it is
     */
    public int end(int observation) {
        return ends[observation];
    }

    /**
     * Splits off test ranges. What remains to learn from are the observations outside of them, less those whose span meets the
     * span of a test observation (purged), less those within the embargo after it.
     */
    Split split(List<IndexRange> test, int embargo) {
        boolean[] out = new boolean[ends.length];
        for (IndexRange range : test) {
            int known = range.end() - 1;
            for (int i = range.start(); i < range.end(); i++) {
                known = Math.max(known, ends[i]);
            }
            long last = (long) known + embargo;
            for (int i = range.start(); i < ends.length && i <= last; i++) {
                out[i] = true;
            }
            for (int i = 0; i < range.start(); i++) {
                out[i] |= ends[i] >= range.start();
            }
        }
        List<IndexRange> train = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= ends.length; i++) {
            boolean in = i < ends.length && !out[i];
            if (in && start < 0) {
                start = i;
            } else if (!in && start >= 0) {
                train.add(new IndexRange(start, i));
                start = -1;
            }
        }
        return new Split(train, test);
    }

    /** Observations cut into groups next to each other, the first ones longer by one if they do not divide evenly. */
    static List<IndexRange> groups(int observations, int count) {
        InvalidInput.unless(
                count >= 2 && count <= observations,
                "groups",
                count,
                "2 to the number of observations, " + observations);
        List<IndexRange> groups = new ArrayList<>(count);
        int start = 0;
        for (int g = 0; g < count; g++) {
            int end = start + observations / count + (g < observations % count ? 1 : 0);
            groups.add(new IndexRange(start, end));
            start = end;
        }
        return groups;
    }

    static void requireEmbargo(int embargo) {
        InvalidInput.unless(embargo >= 0, "embargo", embargo, "0 or more");
    }

    @Override
    public String toString() {
        return "LabelSpans[" + ends.length + " observations]";
    }
}
