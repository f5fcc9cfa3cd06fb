package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.credit.RatingCategory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Bonds that trade at the same costs, by sector and rating, in buckets of remaining life.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what the group is called
 * @param sectors sectors of the house's classification that belong to it; all if empty
 * @param ratings letters of ratings that belong to it; all if empty, also bonds without a rating
 * @param buckets by remaining life, ascending; longer bonds than the last are in the last
 */
public record CostGroup(String name, Set<String> sectors, Set<RatingCategory> ratings, List<CostBucket> buckets) {

    /**
     * Copies everything.
     *
     * @throws InvalidInput if the name is blank, there is no bucket, or their lives do not ascend
     */
    public CostGroup {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        sectors = Collections.unmodifiableSortedSet(new TreeSet<>(sectors));
        ratings = ratings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(ratings));
        buckets = List.copyOf(buckets);
        InvalidInput.unless(!buckets.isEmpty(), "buckets of " + name, 0, "at least one");
        for (int i = 1; i < buckets.size(); i++) {
            InvalidInput.unless(
                    buckets.get(i).upToYears() > buckets.get(i - 1).upToYears(),
                    "upToYears of bucket " + i + " of " + name,
                    buckets.get(i).upToYears(),
                    "above the one before, " + buckets.get(i - 1).upToYears());
        }
    }

    /** Whether a security belongs to the group. */
    boolean contains(Security security) {
        return (sectors.isEmpty() || sectors.contains(security.sector()))
                && (ratings.isEmpty() || hasRating(security.rating()));
    }

    private boolean hasRating(String letters) {
        return !letters.equals(Security.UNCLASSIFIED)
                && ratings.contains(Rating.parse(letters).category());
    }

    /** The bucket of a remaining life. */
    CostBucket bucket(double years) {
        for (CostBucket bucket : buckets) {
            if (years <= bucket.upToYears()) {
                return bucket;
            }
        }
        return buckets.get(buckets.size() - 1);
    }
}
