package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * Learning from the past and testing on what comes next, again and again. Test ranges follow each other without gap or overlap,
 * so that their results join to one record.
 *
 * <p>Source: Pardo, <i>Design, Testing, and Optimization of Trading Systems</i> (1992). Immutable and safe for use by many
 * threads.
 *
 * @param trainLength observations to learn from; the first window of an anchored walk
 * @param testLength observations to test on, the last range may have fewer
 * @param anchored whether everything since the first observation is learned from, or the last window only
 * @param horizon how many observations later an outcome is known: so many before a test range are not learned from
 */
public record WalkForward(int trainLength, int testLength, boolean anchored, int horizon) {

    /**
     * Checks the lengths.
     *
     * @throws InvalidInput if a length is below 1, or the horizon negative or not shorter than what is learned from
     */
    public WalkForward {
        InvalidInput.unless(trainLength >= 1, "trainLength", trainLength, "1 or more");
        InvalidInput.unless(testLength >= 1, "testLength", testLength, "1 or more");
        InvalidInput.unless(
                horizon >= 0 && horizon < trainLength, "horizon", horizon, "0 or more, and below the train length");
    }

    /**
     * Returns a walk with a window of one length that moves along.
     *
     * @param trainLength observations to learn from
     * @param testLength observations to test on
     * @return the walk
     * @throws InvalidInput if a length is below 1
     */
    public static WalkForward rolling(int trainLength, int testLength) {
        return new WalkForward(trainLength, testLength, false, 0);
    }

    /**
     * Returns a walk with a window that grows from the first observation.
     *
     * @param trainLength observations to learn from at first
     * @param testLength observations to test on
     * @return the walk
     * @throws InvalidInput if a length is below 1
     */
    public static WalkForward anchored(int trainLength, int testLength) {
        return new WalkForward(trainLength, testLength, true, 0);
    }

    /**
     * Returns this walk for outcomes that are known later.
     *
     * @param observations how many observations later, 0 or more and below the train length
     * @return the altered walk
     * @throws InvalidInput if the number is out of range
     */
    public WalkForward withHorizon(int observations) {
        return new WalkForward(trainLength, testLength, anchored, observations);
    }

    /**
     * Returns the splits.
     *
     * @param observations how many there are
     * @return the splits in order of time; the last test range ends with the last observation
     * @throws InsufficientHistory if there is nothing left to test on
     */
    public List<Split> splits(int observations) {
        if (observations <= trainLength) {
            throw new InsufficientHistory("a walk forward", observations, trainLength + 1);
        }
        List<Split> splits = new ArrayList<>();
        for (long at = trainLength; at < observations; at += testLength) {
            int start = (int) at;
            int end = (int) Math.min(observations, at + testLength);
            splits.add(new Split(
                    List.of(new IndexRange(anchored ? 0 : start - trainLength, start - horizon)),
                    List.of(new IndexRange(start, end))));
        }
        return List.copyOf(splits);
    }
}
