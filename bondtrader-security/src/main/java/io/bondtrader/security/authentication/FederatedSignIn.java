package io.bondtrader.security.authentication;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.authentication.IdentityProvider.Answer;
import io.bondtrader.security.authentication.IdentityProvider.Denied;
import io.bondtrader.security.authentication.IdentityProvider.Stated;
import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.guard.SingleUseStore;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs users in by the word of an identity provider. One transaction holds state, nonce and code verifier, belongs to one
 * browser and one provider, and is used once; only registered addresses are returned to; issuer and subject find the
 * account, a mail address never does. A second factor that is enrolled here is asked for all the same.
 *
 * <p>Sources: RFC 6749, RFC 7636, RFC 9207, RFC 9700. Immutable; safe for use by many threads as far as the stores are.
 */
public final class FederatedSignIn {

    private static final Duration TO_RETURN = Duration.ofMinutes(10);

    private final SignInParts parts;
    private final SessionStep steps;
    private final SingleUseStore<FederatedTransaction> transactions;
    private final Map<String, IdentityProvider> providers;
    private final URI callback;
    private final Set<String> returns;
    private final @Nullable String group;

    private FederatedSignIn(
            SignInParts parts,
            SingleUseStore<FederatedTransaction> transactions,
            Map<String, IdentityProvider> providers,
            URI callback,
            Set<String> returns,
            @Nullable String group) {
        this.parts = parts;
        this.steps = new SessionStep(parts);
        this.transactions = transactions;
        this.providers = providers;
        this.callback = callback;
        this.returns = returns;
        this.group = group;
    }

    /**
     * Returns a sign-in.
     *
     * @param parts that it is made of
     * @param transactions under way
     * @param providers that are trusted, each with an issuer of its own
     * @param callback address at which browsers come back; absolute
     * @param returns addresses that may be gone to in the end, compared exactly
     * @return the sign-in
     * @throws InvalidInput if two providers have one issuer, or the callback is not absolute
     */
    public static FederatedSignIn of(
            SignInParts parts,
            SingleUseStore<FederatedTransaction> transactions,
            Collection<IdentityProvider> providers,
            URI callback,
            Set<String> returns) {
        Map<String, IdentityProvider> byIssuer = new HashMap<>();
        for (IdentityProvider provider : providers) {
            InvalidInput.unless(
                    byIssuer.put(provider.issuer(), provider) == null, "issuer", provider.issuer(), "of one provider");
        }
        InvalidInput.unless(callback.isAbsolute(), "callback", callback, "absolute");
        return new FederatedSignIn(
                parts, Objects.requireNonNull(transactions), byIssuer, callback, Set.copyOf(returns), null);
    }

    /**
     * Returns this sign-in for members of a group alone. Whose groups are not stated is not known to be one.
     *
     * @param name of the group, exactly
     * @return the sign-in
     */
    public FederatedSignIn requiringGroup(String name) {
        return new FederatedSignIn(parts, transactions, providers, callback, returns, Objects.requireNonNull(name));
    }

    /** What became of the wish to sign in elsewhere. */
    public sealed interface Start permits Redirect, NotStarted {}

    /**
     * The browser goes to the provider.
     *
     * @param location where to
     * @param browser a secret for a cookie of this browser, Secure, HttpOnly and SameSite=Lax, until it comes back
     */
    public record Redirect(URI location, OpaqueToken browser) implements Start {}

    /** There is no such provider, or the address to return to is not registered. */
    public record NotStarted() implements Start {}

    /**
     * What became of a sign-in elsewhere.
     *
     * @param result as of any sign-in
     * @param returnTo registered address to go to; empty if the sign-in is unknown
     */
    public record Completed(SignInResult result, String returnTo) {}

    /**
     * Begins a sign-in.
     *
     * @param issuer of the provider
     * @param returnTo where to go in the end
     * @param source where the user is
     * @return where to send the browser
     */
    public Start begin(String issuer, String returnTo, SignInSource source) {
        IdentityProvider provider = providers.get(issuer);
        if (provider == null || !returns.contains(returnTo)) {
            String reason = provider == null ? "no_such_provider" : "return_not_registered";
            parts.events.report(
                    event(SecurityEventType.MALICIOUS_EXTRANEOUS, source).with("reason", reason));
            return new NotStarted();
        }
        Instant now = parts.clock.instant();
        OpaqueToken state = OpaqueToken.generate(parts.random);
        OpaqueToken browser = OpaqueToken.generate(parts.random);
        FederatedTransaction transaction = new FederatedTransaction(
                issuer,
                state.reveal(),
                OpaqueToken.generate(parts.random).reveal(),
                OpaqueToken.generate(parts.random).reveal(),
                callback.toString(),
                browser.digest(),
                returnTo,
                now.plus(TO_RETURN));
        URI location = provider.begin(transaction);
        transactions.keep(state.digest(), transaction, transaction.until(), now);
        return new Redirect(location, browser);
    }

    /**
     * Completes a sign-in. Whatever becomes of it, its state is used up.
     *
     * @param parameters of the address at which the browser came back, each once
     * @param browser secret from the browser's cookie, whatever it holds
     * @param source where the user is
     * @return what became of it
     */
    public Completed complete(Map<String, String> parameters, String browser, SignInSource source) {
        Optional<FederatedTransaction> found = OpaqueToken.read(parameters.getOrDefault("state", ""))
                .flatMap(state -> transactions.takeOnce(state.digest(), parts.clock.instant()));
        if (found.isEmpty()) {
            return new Completed(refused(source, "", "state"), "");
        }
        FederatedTransaction transaction = found.get();
        String returnTo = transaction.returnTo();
        boolean sameBrowser = OpaqueToken.read(browser)
                .filter(secret -> OpaqueToken.sameDigest(secret.digest(), transaction.browser()))
                .isPresent();
        if (!sameBrowser) {
            return new Completed(refused(source, transaction.issuer(), "browser"), "");
        }
        IdentityProvider provider = Objects.requireNonNull(providers.get(transaction.issuer()));
        // RFC 9207: the provider that answers must be the one that was asked.
        String absent = provider.namesItself() ? "" : transaction.issuer();
        if (!parameters.getOrDefault("iss", absent).equals(transaction.issuer())) {
            return new Completed(refused(source, transaction.issuer(), "issuer_mixed_up"), returnTo);
        }
        if (parameters.containsKey("error")) {
            return new Completed(refused(source, transaction.issuer(), "provider_error"), returnTo);
        }
        Answer answer = provider.complete(transaction, Map.copyOf(parameters));
        if (answer instanceof Denied denied) {
            return new Completed(refused(source, transaction.issuer(), denied.reason()), returnTo);
        }
        VerifiedIdentity identity = ((Stated) answer).identity();
        return new Completed(signedIn(transaction, identity, source), returnTo);
    }

    private SignInResult signedIn(FederatedTransaction transaction, VerifiedIdentity identity, SignInSource source) {
        if (!identity.issuer().equals(transaction.issuer())) {
            return refused(source, transaction.issuer(), "issuer");
        }
        if (!OpaqueToken.sameDigest(OpaqueToken.digest(identity.nonce()), OpaqueToken.digest(transaction.nonce()))) {
            return refused(source, transaction.issuer(), "nonce");
        }
        if (group != null && !identity.groups().knownToContain(group)) {
            String reason = identity.groups() instanceof Groups.Unknown ? "groups_unknown" : "not_in_group";
            return refused(source, transaction.issuer(), reason);
        }
        Optional<Account> account = parts.directory
                .byFederatedIdentity(identity.issuer(), identity.subject())
                .filter(Account::enabled);
        if (account.isEmpty()) {
            return refused(source, transaction.issuer(), "no_such_account");
        }
        FactorEvidence word = new FactorEvidence(Factor.FEDERATED, parts.clock.instant());
        return steps.afterFirst(account.get(), word, steps.stored(account.get()), source, 0);
    }

    private Refused refused(SignInSource source, String issuer, String reason) {
        SecurityEvent event = event(SecurityEventType.AUTHN_LOGIN_FAIL, source).with("reason", reason);
        parts.events.report(issuer.isEmpty() ? event : event.with("issuer", issuer));
        return new Refused();
    }

    private SecurityEvent event(SecurityEventType type, SignInSource source) {
        return SecurityEvent.of(type, parts.clock.instant())
                .from(source.address())
                .within(source.correlationId())
                .about("federated sign-in");
    }
}
