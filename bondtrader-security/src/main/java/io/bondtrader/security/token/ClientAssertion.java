package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.VerifiedJws;

/**
 * A client's word, signed with its own key, that it is itself.
 *
 * <p>Immutable. Source: RFC 7523, section 3.
 */
public final class ClientAssertion extends VerifiedToken {

    private final String clientId;

    ClientAssertion(VerifiedJws jws, String clientId) {
        super(jws);
        this.clientId = clientId;
    }

    /** {@return which client it is} */
    public String clientId() {
        return clientId;
    }
}
