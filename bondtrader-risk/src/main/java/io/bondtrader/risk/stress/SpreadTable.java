package io.bondtrader.risk.stress;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.credit.Rating;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The spreads at which bonds of each rating trade: a downgrade moves a bond by the difference of two of them.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param spreads by rating, as decimals; between two ratings that are given, the notches share the difference alike
 */
public record SpreadTable(SortedMap<Rating, Double> spreads) {

    /**
     * Checks that spreads do not fall with the rating.
     *
     * @throws InvalidInput if there are fewer than two ratings, a spread is not finite, or a worse rating has a smaller one
     */
    public SpreadTable {
        spreads = Collections.unmodifiableSortedMap(new TreeMap<>(spreads));
        InvalidInput.unless(spreads.size() >= 2, "spreads", spreads, "of two ratings at least");
        double before = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Rating, Double> entry : spreads.entrySet()) {
            double spread = entry.getValue();
            InvalidInput.unless(
                    spread >= before && spread <= 10, "spread of " + entry.getKey(), spread, "not below " + before);
            before = spread;
        }
    }

    /**
     * Returns a table.
     *
     * @param spreads by rating, as decimals
     * @return the table
     * @throws InvalidInput as the constructor does
     */
    public static SpreadTable of(Map<Rating, Double> spreads) {
        return new SpreadTable(new TreeMap<>(spreads));
    }

    /**
     * Returns the spread of a rating.
     *
     * @param rating the rating
     * @return as a decimal
     * @throws MissingData if the rating lies outside those that are given
     */
    public double spread(Rating rating) {
        SortedMap<Rating, Double> upTo = spreads.headMap(rating);
        SortedMap<Rating, Double> from = spreads.tailMap(rating);
        if (from.isEmpty() || (upTo.isEmpty() && from.firstKey() != rating)) {
            throw new MissingData("spread of rating " + rating);
        }
        Rating worse = from.firstKey();
        double worseSpread = from.getOrDefault(worse, 0.0);
        if (worse == rating) {
            return worseSpread;
        }
        Rating better = upTo.lastKey();
        double betterSpread = upTo.getOrDefault(better, 0.0);
        double share = (double) (rating.notch() - better.notch()) / (worse.notch() - better.notch());
        return betterSpread + share * (worseSpread - betterSpread);
    }

    /**
     * Returns by how much the spread moves when a bond is downgraded.
     *
     * @param rating its rating
     * @param notches by how many, negative for an upgrade
     * @return the change as a decimal
     * @throws InvalidInput if that many notches from the rating there is none
     * @throws MissingData if one of both ratings lies outside those that are given
     */
    public double change(Rating rating, int notches) {
        return spread(Rating.ofNotch(rating.notch() + notches)) - spread(rating);
    }
}
