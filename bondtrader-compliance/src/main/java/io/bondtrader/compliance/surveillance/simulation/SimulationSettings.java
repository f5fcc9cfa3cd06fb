package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * How large a market to simulate. Immutable.
 *
 * @param bonds how many bonds; a future is added
 * @param days how many days
 * @param start the first day
 * @param activity how busy: 1 is about 500 events in each bond a day
 * @param episodes how many of each kind of abuse to plant; 0 for a clean market
 */
public record SimulationSettings(int bonds, int days, LocalDate start, double activity, int episodes) {

    /** Days before anything is planted, so that detectors have their histories. */
    static final int HISTORY = 26;

    /**
     * Checks the settings.
     *
     * @throws InvalidInput if there is no bond, no day after the first weeks of history to plant something on, or activity
     *     is not positive
     */
    public SimulationSettings {
        InvalidInput.unless(bonds > 0 && bonds <= 1000, "bonds", bonds, "from 1 to 1000");
        InvalidInput.unless(days >= 1 && days <= 1000, "days", days, "from 1 to 1000");
        InvalidInput.unless(activity > 0 && activity <= 1000, "activity", activity, "positive, at most 1000");
        InvalidInput.unless(episodes >= 0 && episodes <= 1000, "episodes", episodes, "from 0 to 1000");
        InvalidInput.unless(
                episodes == 0 || days >= HISTORY + 4, "days", days, "at least 30 if abuse is to be planted");
    }

    /** {@return 6 bonds over 45 days from 5 January 2026, with two episodes of each kind: about 150,000 events} */
    public static SimulationSettings standard() {
        return new SimulationSettings(6, 45, LocalDate.of(2026, 1, 5), 1, 2);
    }

    /**
     * Returns settings with another number of planted episodes.
     *
     * @param number of each kind
     * @return the settings
     */
    public SimulationSettings withEpisodes(int number) {
        return new SimulationSettings(bonds, days, start, activity, number);
    }
}
