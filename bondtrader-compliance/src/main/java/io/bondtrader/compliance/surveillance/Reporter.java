package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;

/**
 * Who submits a report. Immutable.
 *
 * @param firm its name
 * @param lei its identifier
 * @param person who answers questions
 * @param position that person's position
 * @param contact how to reach that person
 * @param capacity in which the firm acted: as principal, for a client, as venue
 */
public record Reporter(String firm, Lei lei, String person, String position, String contact, String capacity) {

    /**
     * Checks that nothing is left out.
     *
     * @throws InvalidInput if a text is blank
     */
    public Reporter {
        InvalidInput.unless(!firm.isBlank(), "firm", firm, "not blank");
        InvalidInput.unless(!person.isBlank(), "person", person, "not blank");
        InvalidInput.unless(!position.isBlank(), "position", position, "not blank");
        InvalidInput.unless(!contact.isBlank(), "contact", contact, "not blank");
        InvalidInput.unless(!capacity.isBlank(), "capacity", capacity, "not blank");
    }
}
