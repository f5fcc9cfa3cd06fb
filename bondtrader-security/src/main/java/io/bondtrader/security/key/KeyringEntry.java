package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of a keyring's journal: what was done to which version, when, by whom and why. Immutable.
 *
 * @param sequence index in the journal, from 0
 * @param kind what was done
 * @param version to which version
 * @param at when; never before the entry ahead, also when a clock falls back
 * @param by which account, that of a job included
 * @param reason why, up to 200 characters; for a notice, how long ahead
 */
public record KeyringEntry(int sequence, Kind kind, int version, Instant at, AccountId by, String reason) {

    private static final int LONGEST_REASON = 200;

    /** What can be done. */
    public enum Kind {
        /** A version was made. */
        PUBLISH,
        /** A version became primary. */
        PROMOTE,
        /** The version before became primary again. */
        ROLL_BACK,
        /** A version was taken out of use. */
        DISABLE,
        /** A version was taken back into use, to open old work. */
        ENABLE,
        /** A version's key was destroyed. */
        DESTROY,
        /** Notice of a coming change was given. */
        NOTICE
    }

    /**
     * Checks the reason.
     *
     * @throws InvalidInput if it is blank, too long, or has control characters
     */
    public KeyringEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        boolean fits = !reason.isBlank()
                && reason.length() <= LONGEST_REASON
                && reason.chars().noneMatch(Character::isISOControl);
        InvalidInput.unless(fits, "reason", reason, "1 to 200 characters on one line");
    }
}
