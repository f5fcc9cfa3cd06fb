package io.bondtrader.security.token.refresh;

import java.time.Instant;
import java.util.Objects;

/** What came of showing a refresh token. */
public sealed interface RefreshOutcome {

    /** Why one was refused. For the log alone: a client learns {@code invalid_grant}. */
    enum Reason {
        /** It is none of ours. */
        MALFORMED,
        /** Its family is unknown, or has been forgotten. */
        UNKNOWN,
        /** It was given to another client. */
        CLIENT,
        /** Its key was not proved. */
        PROOF_KEY,
        /** It was not used in time, or the family has ended. */
        EXPIRED,
        /** The family, its subject or its client was revoked. */
        REVOKED,
        /** Whether it was revoked cannot be told. */
        REVOCATION_UNKNOWN,
        /** It was followed before: there is a copy. The family is revoked. */
        REUSED
    }

    /**
     * It was renewed.
     *
     * @param token the successor, for the client alone
     * @param family as it is now
     */
    record Renewed(RefreshToken token, RefreshFamily family) implements RefreshOutcome {

        /** Checks that nothing is missing. */
        public Renewed {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(family, "family");
        }
    }

    /**
     * It was refused.
     *
     * @param why for the log alone
     */
    record Refused(Reason why) implements RefreshOutcome {

        /** Checks that nothing is missing. */
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A refresh token. It prints without its text.
     *
     * @param text for the client alone
     * @param goodUntil when it ends if it is not used
     */
    record RefreshToken(String text, Instant goodUntil) {

        /** Checks that nothing is missing. */
        public RefreshToken {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(goodUntil, "goodUntil");
        }

        @Override
        public String toString() {
            return "RefreshToken[until " + goodUntil + "]";
        }
    }
}
