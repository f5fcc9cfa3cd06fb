package io.bondtrader.security.access.grant;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Leave for one person to break one duty for a short while. Two others approve it, every use is reported, and all uses are
 * listed for review.
 *
 * <p>Immutable.
 *
 * @param id lower-case words joined by dashes
 * @param person who may
 * @param duty the duty's id
 * @param from the beginning, included
 * @param until the end, not included, at most 24 hours later
 * @param reason why, for the reviewer: 10 to 500 characters
 */
public record DutyException(String id, PersonId person, String duty, Instant from, Instant until, String reason) {

    /** The longest an exception may last. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Checks the form.
     *
     * @throws InvalidInput if it lasts longer than 24 hours or not at all, or the reason is none
     */
    public DutyException {
        Names.checked("exception", id);
        Objects.requireNonNull(person, "person");
        Names.checked("duty", duty);
        InvalidInput.unless(
                from.isBefore(until) && !until.isAfter(from.plus(LONGEST)),
                "end of the exception",
                until,
                "after its beginning, by at most 24 hours");
        String words = reason.strip();
        InvalidInput.unless(
                words.length() >= 10 && words.length() <= 500 && reason.chars().noneMatch(Character::isISOControl),
                "reason",
                reason,
                "10 to 500 characters without line breaks");
    }

    /**
     * Says whether it is open.
     *
     * @param now the time
     * @return whether it is
     */
    public boolean openAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
