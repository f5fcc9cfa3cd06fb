package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.token.jose.JwsVerifier;
import io.bondtrader.security.token.jose.Refusal;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Checks the assertions of one client. Each is taken once, and must be for us alone.
 *
 * <p>Safe for use by many threads. Source: RFC 7523, section 3; OpenID Connect Core 1.0, section 9 (private_key_jwt).
 */
public final class ClientAssertionVerifier {

    private final TokenGate gate;
    private final String clientId;
    private final OneTimeUse once;

    private ClientAssertionVerifier(TokenGate gate, String clientId, OneTimeUse once) {
        this.gate = gate;
        this.clientId = clientId;
        this.once = once;
    }

    /**
     * Returns a verifier.
     *
     * @param clientKeys checks signatures with the client's own keys
     * @param expected what assertions must say: the issuer is the client's identifier, the audience is us
     * @param replays remembers assertions that were taken
     * @param clock tells the time
     * @param events gets one event for each refusal
     * @return the verifier
     * @throws InvalidInput if issuer or audience is ignored
     */
    public static ClientAssertionVerifier of(
            JwsVerifier clientKeys,
            TokenExpectations expected,
            ReplayStore replays,
            InstantSource clock,
            SecurityEventSink events) {
        String issuer = expected.issuer();
        if (issuer == null || expected.audience() == null) {
            throw new InvalidInput("issuer and audience of client assertions", "ignored", "expected");
        }
        return new ClientAssertionVerifier(
                new TokenGate("client assertion", clientKeys, expected, clock, events),
                issuer,
                new OneTimeUse(Objects.requireNonNull(replays, "replays")));
    }

    /**
     * Checks an assertion, and uses it up.
     *
     * @param assertion as it came
     * @param context for the event
     * @return the assertion, or why it was refused
     */
    public TokenVerdict<ClientAssertion> verify(String assertion, TokenContext context) {
        return gate.verify(assertion, context, passed -> {
            ClientAssertion client = new ClientAssertion(passed.jws(), clientId);
            if (!client.subject().filter(clientId::equals).isPresent()) {
                throw new RefusedClaim("sub");
            }
            if (client.audience().size() != 1) {
                throw new RefusedClaim(Refusal.AUDIENCE);
            }
            String id = client.tokenId().orElseThrow(() -> new RefusedClaim("jti"));
            once.require("client", clientId, id, passed.goodUntil());
            return new TokenVerdict.Accepted<>(client, false);
        });
    }
}
