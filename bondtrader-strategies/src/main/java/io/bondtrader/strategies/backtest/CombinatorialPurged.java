package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cross-validation that tests on every choice of k groups out of n, so that there are many test histories instead of one.
 *
 * <p>There are C(n, k) splits. Each group is tested on in C(n - 1, k - 1) of them, and so many paths can be put together in
 * which every observation is tested exactly once: path p takes each group from the p-th split that tests on it. Purging and
 * embargo as in {@link PurgedKFold}. Source: López de Prado, <i>Advances in Financial Machine Learning</i> (2018), chapter 12.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CombinatorialPurged {

    private static final int MOST_SPLITS = 200_000;

    private final List<IndexRange> groups;
    private final List<int[]> choices;
    private final List<Split> splits;

    private CombinatorialPurged(List<IndexRange> groups, List<int[]> choices, List<Split> splits) {
        this.groups = groups;
        this.choices = choices;
        this.splits = splits;
    }

    /**
     * Returns the splits for outcomes of one horizon.
     *
     * @param observations how many there are
     * @param groups n, 2 or more
     * @param testGroups k, at least 1 and below n
     * @param horizon how many observations later an outcome is known, 0 or more
     * @param embargo further observations to leave out after a test range, 0 or more
     * @return the splits and paths
     * @throws InvalidInput if a number is out of range, or there are more than 200,000 splits
     */
    public static CombinatorialPurged of(int observations, int groups, int testGroups, int horizon, int embargo) {
        return of(LabelSpans.ofHorizon(observations, horizon), groups, testGroups, embargo);
    }

    /**
     * Returns the splits for outcomes with spans of their own.
     *
     * @param spans when each outcome is known
     * @param groups n, 2 or more
     * @param testGroups k, at least 1 and below n
     * @param embargo further observations to leave out after a test range, 0 or more
     * @return the splits and paths
     * @throws InvalidInput if a number is out of range, or there are more than 200,000 splits
     */
    public static CombinatorialPurged of(LabelSpans spans, int groups, int testGroups, int embargo) {
        LabelSpans.requireEmbargo(embargo);
        List<IndexRange> ranges = LabelSpans.groups(spans.size(), groups);
        InvalidInput.unless(
                testGroups >= 1 && testGroups < groups, "testGroups", testGroups, "1 to one below the groups");
        double count = 1;
        for (int i = 1; i <= testGroups; i++) {
            count = count * (groups - testGroups + i) / i;
        }
        InvalidInput.unless(count <= MOST_SPLITS, "splits", count, "at most 200,000");
        List<int[]> choices = new ArrayList<>();
        int[] choice = new int[testGroups];
        Arrays.setAll(choice, i -> i);
        while (choice.length > 0) {
            choices.add(choice);
            choice = next(choice, groups);
        }
        List<Split> splits = choices.stream()
                .map(chosen ->
                        spans.split(Arrays.stream(chosen).mapToObj(ranges::get).toList(), embargo))
                .toList();
        return new CombinatorialPurged(ranges, List.copyOf(choices), splits);
    }

    /** The next choice in lexicographic order, empty after the last. */
    private static int[] next(int[] choice, int groups) {
        int k = choice.length;
        int move = k - 1;
        while (move >= 0 && choice[move] == groups - k + move) {
            move--;
        }
        if (move < 0) {
            return new int[0];
        }
        int[] next = choice.clone();
        next[move]++;
        for (int i = move + 1; i < k; i++) {
            next[i] = next[i - 1] + 1;
        }
        return next;
    }

    /** {@return the splits, by the numbers of their test groups in lexicographic order} */
    public List<Split> splits() {
        return splits;
    }

    /** {@return the groups in order of time} */
    public List<IndexRange> groups() {
        return groups;
    }

    /** {@return how many test histories can be put together, k/n C(n, k)} */
    public int pathCount() {
        return (int) ((long) splits.size() * choices.get(0).length / groups.size());
    }

    /**
     * Returns where a test history comes from.
     *
     * @param path number of the history, from 0
     * @return for each group, the number of the split whose test on it is taken
     * @throws InvalidInput if there is no such path
     */
    public int[] splitsOfPath(int path) {
        InvalidInput.unless(path >= 0 && path < pathCount(), "path", path, "0 to " + (pathCount() - 1));
        int[] seen = new int[groups.size()];
        int[] taken = new int[groups.size()];
        for (int s = 0; s < choices.size(); s++) {
            for (int group : choices.get(s)) {
                if (seen[group]++ == path) {
                    taken[group] = s;
                }
            }
        }
        return taken;
    }

    /**
     * Puts the test histories together.
     *
     * @param results what each split's test gave: a value for each of its test observations, in order of time
     * @return a row a path, with a value for each observation
     * @throws InvalidInput if there is not one array a split, with one value a test observation
     */
    public double[][] paths(double[][] results) {
        InvalidInput.unless(
                results.length == splits.size(), "results", results.length, "one a split, " + splits.size());
        int[][] offset = new int[splits.size()][groups.size()];
        for (int s = 0; s < splits.size(); s++) {
            int tested = 0;
            for (int group : choices.get(s)) {
                offset[s][group] = tested;
                tested += groups.get(group).length();
            }
            InvalidInput.unless(
                    results[s].length == tested,
                    "results of split " + s,
                    results[s].length,
                    "one a test observation, " + tested);
        }
        double[][] paths = new double[pathCount()][groups.get(groups.size() - 1).end()];
        for (int p = 0; p < paths.length; p++) {
            int[] taken = splitsOfPath(p);
            for (int g = 0; g < taken.length; g++) {
                IndexRange group = groups.get(g);
                System.arraycopy(results[taken[g]], offset[taken[g]][g], paths[p], group.start(), group.length());
            }
        }
        return paths;
    }

    /** {@return how many groups, splits and paths} */
    @Override
    public String toString() {
        return "CombinatorialPurged[" + groups.size() + " groups, " + splits.size() + " splits, " + pathCount()
                + " paths]";
    }
}
