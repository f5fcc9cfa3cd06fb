package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;

/**
 * Takes risk off all strategies while they lose their diversity: when the average correlation between their daily profits
 * rises above one level, until it has fallen below another.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param trips average correlation above which it trips, from -1 to 1
 * @param releases average correlation below which it releases, not above that at which it trips
 * @param scale by which all shares are multiplied while it is tripped, from 0 to below 1
 */
public record CorrelationBreaker(double trips, double releases, double scale) {

    /**
     * Checks the levels.
     *
     * @throws InvalidInput if one is out of its range
     */
    public CorrelationBreaker {
        InvalidInput.unless(trips >= -1.0 && trips <= 1.0, "trips", trips, "from -1 to 1");
        if (!(releases <= trips && releases >= -1.0)) {
            throw new InvalidInput("releases", releases, "from -1 to " + trips);
        }
        InvalidInput.unless(scale >= 0.0 && scale < 1.0, "scale", scale, "from 0 to below 1");
    }

    /** Whether it is tripped after these tracks, if it was or was not before. */
    boolean tripped(boolean before, List<StrategyTrack> tracks) {
        double average = averageCorrelation(tracks);
        return before ? average >= releases : average > trips;
    }

    /**
     * Returns the average correlation between the profits of strategies.
     *
     * @param tracks of the same days
     * @return the mean over all pairs of those that moved; 0 if there is no pair
     */
    public static double averageCorrelation(List<StrategyTrack> tracks) {
        double sum = 0.0;
        int pairs = 0;
        for (int i = 0; i < tracks.size(); i++) {
            for (int j = 0; j < i; j++) {
                double scales = tracks.get(i).deviation() * tracks.get(j).deviation();
                if (scales > 0.0) {
                    sum += covariance(tracks.get(i), tracks.get(j)) / scales;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0.0 : sum / pairs;
    }

    private static double covariance(StrategyTrack one, StrategyTrack other) {
        double sum = 0.0;
        for (int day = 0; day < one.days(); day++) {
            sum += (one.profit(day) - one.mean()) * (other.profit(day) - other.mean());
        }
        return sum / (one.days() - 1);
    }
}
