package io.bondtrader.security.token.revocation;

import java.time.Instant;

/**
 * Remembers what was revoked. Asked once for every token that is in order otherwise; must be safe for use by many threads
 * and machines. A write must be visible to every machine within the bound that the store states, and a store that cannot
 * tell throws: it never answers "not revoked" because it does not know.
 */
public interface RevocationStore {

    /**
     * Revokes one token.
     *
     * @param issuer who issued it
     * @param tokenId its identifier
     * @param until when it would have expired; it need not be remembered for longer
     */
    void denyToken(String issuer, String tokenId, Instant until);

    /**
     * Revokes all that a subject got until a moment. A later moment stays: it is never moved back.
     *
     * @param issuer of the tokens
     * @param subject whose they are
     * @param epoch the moment
     */
    void denySubject(String issuer, String subject, Instant epoch);

    /**
     * Revokes all that a client got until a moment. A later moment stays: it is never moved back.
     *
     * @param issuer of the tokens
     * @param clientId which client's
     * @param epoch the moment
     */
    void denyClient(String issuer, String clientId, Instant epoch);

    /**
     * Says whether a token was revoked: by its identifier, or because it was issued at or before its subject's or its
     * client's moment. Times of tokens are whole seconds: one issued within the second of the moment counts as revoked.
     *
     * @param token what it says
     * @return whether it was
     */
    boolean isRevoked(TokenReference token);
}
