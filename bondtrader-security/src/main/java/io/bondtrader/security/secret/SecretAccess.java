package io.bondtrader.security.secret;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a secret, why, and from where: all of it is recorded. Immutable.
 *
 * @param reader who reads
 * @param reason why, up to 200 characters on one line
 * @param source from which address; null from inside this machine
 */
public record SecretAccess(
        Principal reader, String reason, @Nullable IpAddress source) {

    private static final int LONGEST = 200;

    /**
     * Checks the reason.
     *
     * @throws InvalidInput if it is blank, too long, or has control characters
     */
    public SecretAccess {
        Objects.requireNonNull(reader, "reader");
        boolean fits = !reason.isBlank()
                && reason.length() <= LONGEST
                && reason.chars().noneMatch(Character::isISOControl);
        InvalidInput.unless(fits, "reason", reason, "1 to 200 characters on one line");
    }

    /**
     * Returns an access from inside this machine.
     *
     * @param reader who reads
     * @param reason why
     * @return the access
     */
    public static SecretAccess inside(Principal reader, String reason) {
        return new SecretAccess(reader, reason, null);
    }
}
