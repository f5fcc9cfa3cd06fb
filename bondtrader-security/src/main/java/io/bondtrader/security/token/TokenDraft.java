package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an access token shall say. What the issuer says itself (who, when, until when, which) cannot be said here.
 *
 * <p>Immutable.
 */
public final class TokenDraft {

    private static final Set<String> RESERVED = Set.of(
            "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "client_id", "scope", "cnf", "nonce", "at_hash", "events");
    private static final int LONGEST = 1024;

    private final String subject;
    private final String clientId;
    private final List<String> audience;
    private final Duration lifetime;
    private final Set<String> scopes;
    private final @Nullable String boundTo;
    private final Map<String, Object> more;

    private TokenDraft(
            String subject,
            String clientId,
            List<String> audience,
            Duration lifetime,
            Set<String> scopes,
            @Nullable String boundTo,
            Map<String, Object> more) {
        this.subject = subject;
        this.clientId = clientId;
        this.audience = audience;
        this.lifetime = lifetime;
        this.scopes = scopes;
        this.boundTo = boundTo;
        this.more = more;
    }

    /**
     * Returns a draft.
     *
     * @param subject whom the token speaks for, 1 to 1024 characters
     * @param clientId which client gets it, 1 to 1024 characters
     * @param audience for which service it is, 1 to 1024 characters
     * @param lifetime how long it is good, at least a second
     * @return the draft
     * @throws InvalidInput if a name is empty or too long, or the lifetime too short
     */
    public static TokenDraft of(String subject, String clientId, String audience, Duration lifetime) {
        checked("subject", subject);
        checked("client", clientId);
        checked("audience", audience);
        InvalidInput.unless(lifetime.toSeconds() >= 1, "lifetime", lifetime, "at least a second");
        return new TokenDraft(subject, clientId, List.of(audience), lifetime, Set.of(), null, Map.of());
    }

    private static void checked(String name, String value) {
        InvalidInput.unless(
                !value.isEmpty() && value.length() <= LONGEST,
                "length of " + name,
                value.length(),
                "from 1 to " + LONGEST);
        wellFormed(name, value);
    }

    /** Half a surrogate pair would be signed as something else. */
    private static void wellFormed(String name, String value) {
        InvalidInput.unless(
                StandardCharsets.UTF_8.newEncoder().canEncode(value), name, "another", "well-formed Unicode");
    }

    /**
     * Grants words.
     *
     * @param granted each of visible ASCII without quotation mark and backslash (RFC 6749, section 3.3)
     * @return a draft that grants them
     */
    public TokenDraft withScopes(Set<String> granted) {
        for (String scope : granted) {
            boolean fits = !scope.isEmpty()
                    && scope.length() <= LONGEST
                    && scope.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
            InvalidInput.unless(fits, "scope", scope, "visible ASCII without quotation mark and backslash");
        }
        return new TokenDraft(subject, clientId, audience, lifetime, Set.copyOf(granted), boundTo, more);
    }

    /**
     * Binds the token to a key.
     *
     * @param thumbprint the key's, as {@link DpopProof#thumbprint} gives it
     * @return a draft of a token that is worth nothing without the key
     */
    public TokenDraft boundTo(String thumbprint) {
        InvalidInput.unless(thumbprint.length() == 43, "length of the thumbprint", thumbprint.length(), "43");
        return new TokenDraft(subject, clientId, audience, lifetime, scopes, thumbprint, more);
    }

    /**
     * Says more.
     *
     * @param name of a claim that is not the issuer's own
     * @param value of the claim
     * @return a draft that says so
     * @throws InvalidInput if the name is the issuer's own
     */
    public TokenDraft with(String name, String value) {
        wellFormed("claim", value);
        return withClaim(name, value);
    }

    /**
     * Says more.
     *
     * @param name of a claim that is not the issuer's own
     * @param values of the claim
     * @return a draft that says so
     * @throws InvalidInput if the name is the issuer's own
     */
    public TokenDraft with(String name, List<String> values) {
        values.forEach(value -> wellFormed("claim", value));
        return withClaim(name, List.copyOf(values));
    }

    private TokenDraft withClaim(String name, Object value) {
        InvalidInput.unless(
                !name.isBlank() && !RESERVED.contains(name),
                "claim",
                name,
                "one that the issuer does not state itself");
        wellFormed("name of a claim", name);
        Map<String, Object> all = new TreeMap<>(more);
        all.put(name, value);
        return new TokenDraft(subject, clientId, audience, lifetime, scopes, boundTo, all);
    }

    String subject() {
        return subject;
    }

    String clientId() {
        return clientId;
    }

    List<String> audience() {
        return audience;
    }

    Duration lifetime() {
        return lifetime;
    }

    String scope() {
        return scopes.stream().sorted().collect(Collectors.joining(" "));
    }

    @Nullable
    String boundTo() {
        return boundTo;
    }

    Map<String, Object> more() {
        return more;
    }

    @Override
    public String toString() {
        return "TokenDraft[" + clientId + "]";
    }
}
