package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the provider, and so what its ID token must answer. The nonce is expected or ignored in so many words.
 *
 * <p>Immutable. Does not print the nonce.
 */
public final class IdTokenRequest {

    private final @Nullable String nonce;
    private final @Nullable String accessToken;
    private final @Nullable Duration maxAge;
    private final Set<String> contexts;

    private IdTokenRequest(
            @Nullable String nonce, @Nullable String accessToken, @Nullable Duration maxAge, Set<String> contexts) {
        this.nonce = nonce;
        this.accessToken = accessToken;
        this.maxAge = maxAge;
        this.contexts = Set.copyOf(contexts);
    }

    /**
     * Returns a request that sent a nonce.
     *
     * @param sent the nonce, at least 16 characters; used for this request alone
     * @return the request
     */
    public static IdTokenRequest withNonce(String sent) {
        InvalidInput.unless(sent.length() >= 16, "length of the nonce", sent.length(), "at least 16 characters");
        return new IdTokenRequest(sent, null, null, Set.of());
    }

    /** {@return a request without a nonce: what it gets may have been meant for another} */
    public static IdTokenRequest ignoringNonce() {
        return new IdTokenRequest(null, null, null, Set.of());
    }

    /**
     * Binds the answer to an access token that came with it, by {@code at_hash}.
     *
     * @param came the access token
     * @return the request
     */
    public IdTokenRequest withAccessToken(String came) {
        return new IdTokenRequest(nonce, came, maxAge, contexts);
    }

    /**
     * Asks that the user proved who he is a short while ago.
     *
     * @param atMost how long ago
     * @return the request
     */
    public IdTokenRequest within(Duration atMost) {
        InvalidInput.unless(!atMost.isNegative(), "longest time since authentication", atMost, "not negative");
        return new IdTokenRequest(nonce, accessToken, atMost, contexts);
    }

    /**
     * Asks for one of some contexts.
     *
     * @param accepted values of {@code acr}, at least one
     * @return the request
     */
    public IdTokenRequest inContext(Set<String> accepted) {
        InvalidInput.unless(!accepted.isEmpty(), "contexts", accepted, "at least one");
        return new IdTokenRequest(nonce, accessToken, maxAge, accepted);
    }

    Optional<String> nonce() {
        return Optional.ofNullable(nonce);
    }

    Optional<String> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    Set<String> contexts() {
        return contexts;
    }
}
