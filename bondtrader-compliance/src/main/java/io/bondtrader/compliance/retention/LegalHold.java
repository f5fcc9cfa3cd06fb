package io.bondtrader.compliance.retention;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * An order to keep records whatever any clock says. Immutable.
 *
 * @param id its name, unique
 * @param matter the investigation or case
 * @param owner who answers for it
 * @param scope what it covers
 * @param placedBy the natural person who placed it
 * @param placedAt when
 */
public record LegalHold(String id, String matter, String owner, HoldScope scope, PersonId placedBy, Instant placedAt) {

    /**
     * Checks the names.
     *
     * @throws InvalidInput if one is blank
     */
    public LegalHold {
        InvalidInput.unless(!id.isBlank(), "id of a hold", id, "not blank");
        InvalidInput.unless(!matter.isBlank(), "matter", matter, "not blank");
        InvalidInput.unless(!owner.isBlank(), "owner", owner, "not blank");
        Objects.requireNonNull(placedBy, "placedBy");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(placedAt, "placedAt");
    }
}
