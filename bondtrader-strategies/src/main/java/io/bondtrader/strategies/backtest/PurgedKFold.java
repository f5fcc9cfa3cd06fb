package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;

/**
 * Cross-validation of outcomes that overlap in time: each fold is tested on once, and learned from never where its outcomes
 * reach.
 *
 * <p>Observations whose span meets that of a test observation are purged from what is learned from; those within the embargo
 * after it are left out too, for what lingers beyond the outcome itself. Source: López de Prado, <i>Advances in Financial
 * Machine Learning</i> (2018), chapter 7.
 */
public final class PurgedKFold {

    private PurgedKFold() {}

    /**
     * Returns the splits for outcomes of one horizon.
     *
     * @param observations how many there are
     * @param folds how many folds, 2 or more
     * @param horizon how many observations later an outcome is known, 0 or more
     * @param embargo further observations to leave out after a test range, 0 or more
     * @return a split a fold
     * @throws InvalidInput if a number is out of range
     */
    public static List<Split> splits(int observations, int folds, int horizon, int embargo) {
        return splits(LabelSpans.ofHorizon(observations, horizon), folds, embargo);
    }

    /**
     * Returns the splits for outcomes with spans of their own.
     *
     * @param spans when each outcome is known
     * @param folds how many folds, 2 or more
     * @param embargo further observations to leave out after a test range, 0 or more
     * @return a split a fold
     * @throws InvalidInput if a number is out of range
     */
    public static List<Split> splits(LabelSpans spans, int folds, int embargo) {
        LabelSpans.requireEmbargo(embargo);
        return LabelSpans.groups(spans.size(), folds).stream()
                .map(fold -> spans.split(List.of(fold), embargo))
                .toList();
    }
}
