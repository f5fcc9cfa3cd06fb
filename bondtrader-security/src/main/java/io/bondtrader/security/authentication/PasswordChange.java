package io.bondtrader.security.authentication;

import io.bondtrader.security.password.PasswordReview;
import io.bondtrader.security.session.OpenSession;
import java.time.Duration;
import java.util.Objects;

/** What became of the wish for another password. Immutable. */
public sealed interface PasswordChange {

    /**
     * The password is changed, all other sessions are ended, and this one has a new token.
     *
     * @param session with its new token
     */
    record Changed(OpenSession session) implements PasswordChange {

        /** Checks that nothing is missing. */
        public Changed {
            Objects.requireNonNull(session, "session");
        }
    }

    /**
     * The new password is too weak.
     *
     * @param review what speaks against it
     */
    record Weak(PasswordReview review) implements PasswordChange {}

    /** There is no such session, the old password is wrong, or a second factor was not proved of late. */
    record Refused() implements PasswordChange {}

    /**
     * Nothing was looked at.
     *
     * @param retryAfter how long to wait
     */
    record Busy(Duration retryAfter) implements PasswordChange {}
}
