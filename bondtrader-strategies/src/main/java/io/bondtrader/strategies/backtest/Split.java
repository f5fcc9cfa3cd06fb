package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What may be learned from, and what is tested on. The two never share an observation.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param train ranges to learn from, ascending; may be empty if purging left nothing
 * @param test ranges to test on, ascending
 */
public record Split(List<IndexRange> train, List<IndexRange> test) {

    /**
     * Copies the ranges.
     *
     * @throws InvalidInput if there is nothing to test on, ranges do not ascend, or two of them overlap
     */
    public Split {
        train = List.copyOf(train);
        test = List.copyOf(test);
        InvalidInput.unless(!test.isEmpty(), "test ranges", 0, "at least one");
        requireAscending("train", train);
        requireAscending("test", test);
        List<IndexRange> all = new ArrayList<>(train);
        all.addAll(test);
        all.sort(Comparator.comparingInt(IndexRange::start));
        requireAscending("train and test", all);
    }

    private static void requireAscending(String name, List<IndexRange> ranges) {
        for (int i = 1; i < ranges.size(); i++) {
            InvalidInput.unless(
                    ranges.get(i).start() >= ranges.get(i - 1).end(),
                    name + " range " + i,
                    ranges.get(i),
                    "after the one before, " + ranges.get(i - 1));
        }
    }

    /** {@return the indices of all observations to learn from} */
    public int[] trainIndices() {
        return indices(train);
    }

    /** {@return the indices of all observations to test on} */
    public int[] testIndices() {
        return indices(test);
    }

    private static int[] indices(List<IndexRange> ranges) {
        return ranges.stream()
                .flatMapToInt(range -> IntStream.range(range.start(), range.end()))
                .toArray();
    }
}
