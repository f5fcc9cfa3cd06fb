package io.bondtrader.security.authentication;

import java.net.URI;
import java.util.Map;

/**
 * Signs users in elsewhere: OpenID Connect in an adapter, or {@link LocalUsers}. State, browser binding, issuer, nonce and
 * who may sign in are checked by {@link FederatedSignIn}; the provider speaks the protocol. Safe for use by many threads.
 */
public interface IdentityProvider {

    /** {@return the issuer, exactly as in its statements} */
    String issuer();

    /** {@return whether every callback carries {@code iss} (RFC 9207); one without it is refused then} */
    boolean namesItself();

    /**
     * Returns where to send the browser.
     *
     * @param transaction whose state, nonce, callback and {@linkplain FederatedTransaction#codeChallenge code challenge} go
     *     into the address, and whose verifier does not
     * @return the address
     */
    URI begin(FederatedTransaction transaction);

    /**
     * Redeems what the browser brought back. Called once a transaction, after its state was checked.
     *
     * @param transaction the same
     * @param callback parameters of the address, whatever they hold
     * @return a statement, verified by the protocol's rules, or that there is none; an exception means that the provider
     *     cannot be reached
     */
    Answer complete(FederatedTransaction transaction, Map<String, String> callback);

    /** What a provider answers. */
    sealed interface Answer permits Stated, Denied {}

    /**
     * The provider stated who it is.
     *
     * @param identity verified
     */
    record Stated(VerifiedIdentity identity) implements Answer {}

    /**
     * The provider stated nothing that can be relied on.
     *
     * @param reason a word for the event, without anything of the callback
     */
    record Denied(String reason) implements Answer {}
}
