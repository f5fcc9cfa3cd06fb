package io.bondtrader.compliance.monitor;

import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose order it is. Immutable.
 *
 * @param client the firm's name of the client; empty for the firm's own account
 * @param name the full name, for the screening
 * @param lei its identifier; {@code null} without one
 * @param country where it is, by the two letters of ISO 3166
 * @param statuses what it is besides
 */
public record TradeParty(
        String client, String name, @Nullable Lei lei, String country, Set<PartyStatus> statuses) {

    /**
     * Checks name and country.
     *
     * @throws InvalidInput if the name is blank or the country has not two capital letters
     */
    public TradeParty {
        if (name.isBlank()) {
            throw new InvalidInput("name", name, "not blank");
        }
        requireCountry(country);
        statuses = Set.copyOf(statuses);
    }

    /** {@return whether the firm trades for itself} */
    public boolean house() {
        return client.isEmpty();
    }

    static void requireCountry(String country) {
        boolean letters = country.length() == 2
                && country.charAt(0) >= 'A'
                && country.charAt(0) <= 'Z'
                && country.charAt(1) >= 'A'
                && country.charAt(1) <= 'Z';
        if (!letters) {
            throw InvalidInput.unreadable("country", country, "two capital letters");
        }
    }
}
