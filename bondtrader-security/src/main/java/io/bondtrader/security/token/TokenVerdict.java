package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.Refusal;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a token.
 *
 * @param <T> the kind of token
 */
public sealed interface TokenVerdict<T extends VerifiedToken> {

    /** {@return the token, if it was accepted} */
    Optional<T> token();

    /**
     * It was accepted.
     *
     * @param accepted the token
     * @param degraded whether it was accepted although nobody could tell if it was revoked
     * @param <T> the kind of token
     */
    record Accepted<T extends VerifiedToken>(T accepted, boolean degraded) implements TokenVerdict<T> {

        /** Checks that nothing is missing. */
        public Accepted {
            Objects.requireNonNull(accepted, "accepted");
        }

        @Override
        public Optional<T> token() {
            return Optional.of(accepted);
        }
    }

    /**
     * It was refused. The client learns {@link Refusal#PUBLIC_MESSAGE}.
     *
     * @param why for the log alone
     * @param <T> the kind of token
     */
    record Refused<T extends VerifiedToken>(Refusal why) implements TokenVerdict<T> {

        /** Checks that nothing is missing. */
        public Refused {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public Optional<T> token() {
            return Optional.empty();
        }
    }
}
