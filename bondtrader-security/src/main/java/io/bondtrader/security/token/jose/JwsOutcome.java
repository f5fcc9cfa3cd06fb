package io.bondtrader.security.token.jose;

import java.util.Objects;

/** What came of checking a signed message. */
public sealed interface JwsOutcome {

    /**
     * It was signed.
     *
     * @param jws the message
     */
    record Verified(VerifiedJws jws) implements JwsOutcome {

        /** Checks that nothing is missing. */
        public Verified {
            Objects.requireNonNull(jws, "jws");
        }
    }

    /**
     * It was refused.
     *
     * @param why for the log, not for the client
     */
    record Refused(Refusal why) implements JwsOutcome {

        /** Checks that nothing is missing. */
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }
}
