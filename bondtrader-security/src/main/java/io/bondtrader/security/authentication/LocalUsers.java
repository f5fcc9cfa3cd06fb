package io.bondtrader.security.authentication;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.guard.SingleUseStore;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Principal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An identity provider over the host's own users: for several applications with one login page, and for tests of what
 * others do. Codes are redeemed once, within a minute, by whoever knows the verifier. Groups are none.
 *
 * <p>Immutable; safe for use by many threads as far as the store is.
 */
public final class LocalUsers implements IdentityProvider {

    private static final Duration TO_REDEEM = Duration.ofMinutes(1);

    private final String issuer;
    private final URI loginPage;
    private final SingleUseStore<Grant> grants;
    private final InstantSource clock;
    private final SecureRandom random;

    private LocalUsers(
            String issuer, URI loginPage, SingleUseStore<Grant> grants, InstantSource clock, SecureRandom random) {
        this.issuer = issuer;
        this.loginPage = loginPage;
        this.grants = grants;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What a code stands for.
     *
     * @param account that signed in
     * @param nonce of the transaction
     * @param codeChallenge of the transaction
     * @param callback of the transaction
     */
    public record Grant(AccountId account, String nonce, String codeChallenge, String callback) {

        /** Checks that nothing is missing. */
        public Grant {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(codeChallenge, "codeChallenge");
            Objects.requireNonNull(callback, "callback");
        }
    }

    /**
     * Returns a provider.
     *
     * @param issuer it goes by
     * @param loginPage where users sign in, without a query
     * @param grants of codes
     * @param clock of this machine
     * @param random a secure source
     * @return the provider
     */
    public static LocalUsers of(
            String issuer, URI loginPage, SingleUseStore<Grant> grants, InstantSource clock, SecureRandom random) {
        InvalidInput.unless(loginPage.getRawQuery() == null, "login page", loginPage, "without a query");
        return new LocalUsers(
                Objects.requireNonNull(issuer),
                loginPage,
                Objects.requireNonNull(grants),
                Objects.requireNonNull(clock),
                Objects.requireNonNull(random));
    }

    @Override
    public String issuer() {
        return issuer;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public URI begin(FederatedTransaction transaction) {
        return URI.create(loginPage + "?response_type=code&state=" + encoded(transaction.state()) + "&nonce="
                + encoded(transaction.nonce()) + "&code_challenge_method=S256&code_challenge="
                + encoded(transaction.codeChallenge()) + "&redirect_uri=" + encoded(transaction.callback()));
    }

    /**
     * Answers for a user who is signed in at the login page.
     *
     * @param request the address that the browser came with; its callback must be one that this provider serves, which the
     *     login page checks
     * @param user signed in
     * @return where to send the browser
     * @throws InvalidInput if the request is not whole, or names another method than S256
     */
    public URI approve(URI request, Principal user) {
        Map<String, String> asked = parameters(request);
        for (String name : new String[] {"state", "nonce", "code_challenge", "redirect_uri"}) {
            InvalidInput.unless(!asked.getOrDefault(name, "").isEmpty(), "parameter " + name, "nothing", "there");
        }
        InvalidInput.unless(
                "S256".equals(asked.get("code_challenge_method")),
                "code challenge method",
                asked.get("code_challenge_method"),
                "S256");
        OpaqueToken code = OpaqueToken.generate(random);
        Instant now = clock.instant();
        String callback = asked.getOrDefault("redirect_uri", "");
        Grant grant = new Grant(
                user.account(), asked.getOrDefault("nonce", ""), asked.getOrDefault("code_challenge", ""), callback);
        grants.keep(code.digest(), grant, now.plus(TO_REDEEM), now);
        return URI.create(callback + "?code=" + code.reveal() + "&state=" + encoded(asked.getOrDefault("state", ""))
                + "&iss=" + encoded(issuer));
    }

    @Override
    public Answer complete(FederatedTransaction transaction, Map<String, String> callback) {
        Optional<Grant> grant = OpaqueToken.read(callback.getOrDefault("code", ""))
                .flatMap(code -> grants.takeOnce(code.digest(), clock.instant()));
        if (grant.isEmpty()) {
            return new Denied("no_such_code");
        }
        if (!grant.get().codeChallenge().equals(transaction.codeChallenge())) {
            return new Denied("code_verifier");
        }
        if (!grant.get().callback().equals(transaction.callback())) {
            return new Denied("callback");
        }
        String subject = grant.get().account().value();
        return new Stated(new VerifiedIdentity(issuer, subject, grant.get().nonce(), "", new Groups.Unknown()));
    }

    /** Reads the parameters of an address; one that stands twice is none. */
    static Map<String, String> parameters(URI address) {
        Map<String, String> found = new HashMap<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String one : query.split("&", -1)) {
            int equals = one.indexOf('=');
            String name = equals < 0 ? one : one.substring(0, equals);
            String value = equals < 0 ? "" : one.substring(equals + 1);
            if (found.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)) != null) {
                found.put(name, "");
            }
        }
        return found;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
