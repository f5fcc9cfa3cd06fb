package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import java.util.Collection;
import java.util.List;

/** How one rating is made of several agencies'. */
public enum CompositeRule {
    /**
     * One rating stands; of two the worse; of three or more the worse of the two best. Source: Basel Framework CRE21.10 to
     * 21.12, which compares risk weights: equal weights give equal capital, so comparing notches comes to the same.
     */
    BASEL {
        @Override
        int index(int count) {
            return count == 1 ? 0 : 1;
        }
    },
    /** The worst. */
    LOWEST {
        @Override
        int index(int count) {
            return count - 1;
        }
    },
    /** The best. */
    HIGHEST {
        @Override
        int index(int count) {
            return 0;
        }
    },
    /** The middle one; of an even number the worse of the two in the middle, as bond indices have it. */
    MEDIAN {
        @Override
        int index(int count) {
            return count / 2;
        }
    };

    /** Which of so many ratings it is, counted from the best. */
    abstract int index(int count);

    /**
     * Makes one rating of several.
     *
     * @param ratings one or more, in any order
     * @return the composite
     * @throws InvalidInput if there is none
     */
    public Rating of(Collection<Rating> ratings) {
        InvalidInput.unless(!ratings.isEmpty(), "ratings", ratings, "at least one");
        List<Rating> bestFirst = ratings.stream().sorted().toList();
        return bestFirst.get(index(bestFirst.size()));
    }
}
