package io.bondtrader.security.authentication;

import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.session.OpenSession;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of a sign-in, or of a step of it. Immutable. Nothing in it prints a secret. */
public sealed interface SignInResult {

    /** All that a client is told of a refusal: unknown, locked, disabled and wrong are one. */
    String PUBLIC_REFUSAL = "The sign-in was refused.";

    /**
     * The user is signed in.
     *
     * @param session with its token for the cookie; the principal stands in it
     * @param device a secret for a long-lived cookie of this browser, if it has none that is known; it spares the user
     *     the delays that others cause, and opens nothing
     */
    record SignedIn(OpenSession session, Optional<OpaqueToken> device) implements SignInResult {

        /** Checks that nothing is missing. */
        public SignedIn {
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(device, "device");
        }
    }

    /**
     * The password is right and one more factor is asked for.
     *
     * @param ticket for {@link AuthenticationService#finish}, good for five minutes
     * @param offers the factors that will do
     */
    record FactorRequired(OpaqueToken ticket, List<Offer> offers) implements SignInResult {

        /** Copies the list. */
        public FactorRequired {
            Objects.requireNonNull(ticket, "ticket");
            offers = List.copyOf(offers);
        }
    }

    /**
     * A factor that will do.
     *
     * @param factor its identifier
     * @param kind of factor
     * @param label how the user calls it
     */
    record Offer(String factor, Factor kind, String label) {}

    /** No. Why is in the event and nowhere else; {@link SignInResult#PUBLIC_REFUSAL} is for the client. */
    record Refused() implements SignInResult {}

    /**
     * Nothing was looked at: too many failures, or too much work.
     *
     * @param retryAfter how long to wait; HTTP 429 and {@code Retry-After}
     */
    record Busy(Duration retryAfter) implements SignInResult {}
}
