package io.bondtrader.compliance.monitor;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Objects;

/**
 * A bond or an issuer on a list of the house. Immutable.
 *
 * @param subject an ISIN, or the firm's name of an issuer
 * @param restricted whether trades are refused; if not, the entry is of the watch list, and trades are told to compliance
 *     alone
 * @param houseOnly whether it binds the firm's own account alone
 * @param from from when
 * @param until until when, exclusive; {@link Instant#MAX} while no end is known
 */
public record ListEntry(String subject, boolean restricted, boolean houseOnly, Instant from, Instant until) {

    /**
     * Checks subject and time.
     *
     * @throws InvalidInput if the subject is blank or the time ends before it begins
     */
    public ListEntry {
        Objects.requireNonNull(until, "until");
        InvalidInput.unless(!subject.isBlank(), "subject", subject, "not blank");
        InvalidInput.unless(from.isBefore(until), "end of the entry", until, "after " + from);
    }

    boolean binds(TradeParty party, Instant at) {
        return (!houseOnly || party.house()) && !at.isBefore(from) && at.isBefore(until);
    }
}
