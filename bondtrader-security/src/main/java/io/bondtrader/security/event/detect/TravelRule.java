package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.network.CidrRange;
import java.time.Duration;
import java.util.Set;

/**
 * What travel is impossible.
 *
 * <p>Immutable.
 *
 * @param kilometresPerHour faster than anybody travels, from 100 to 100,000
 * @param minimumKilometres below which databases of places are too coarse to say anything, from 0 to 20,000
 * @param trusted networks that say nothing about where a user is: gateways of the firm, its remote access
 * @param oldestDatabase the age from which the database of places is reported
 */
public record TravelRule(
        double kilometresPerHour, double minimumKilometres, Set<CidrRange> trusted, Duration oldestDatabase) {

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput if a number is outside its range or the age is not positive
     */
    public TravelRule {
        InvalidInput.unless(
                kilometresPerHour >= 100 && kilometresPerHour <= 100_000,
                "kilometresPerHour",
                kilometresPerHour,
                "from 100 to 100000");
        InvalidInput.unless(
                minimumKilometres >= 0 && minimumKilometres <= 20_000,
                "minimumKilometres",
                minimumKilometres,
                "from 0 to 20000");
        InvalidInput.unless(
                !oldestDatabase.isNegative() && !oldestDatabase.isZero(), "oldestDatabase", oldestDatabase, "above 0");
        trusted = Set.copyOf(trusted);
    }

    /** {@return 900 km/h, the speed of an airliner, over 500 km and more; a database of up to 30 days; no trusted network} */
    public static TravelRule standard() {
        return new TravelRule(900, 500, Set.of(), Duration.ofDays(30));
    }

    /**
     * Returns this rule with trusted networks.
     *
     * @param networks that say nothing about where a user is
     * @return the rule
     */
    public TravelRule trusting(Set<CidrRange> networks) {
        return new TravelRule(kilometresPerHour, minimumKilometres, networks, oldestDatabase);
    }
}
