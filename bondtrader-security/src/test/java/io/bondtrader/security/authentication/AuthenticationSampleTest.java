package io.bondtrader.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.security.authentication.FederatedSignIn.Completed;
import io.bondtrader.security.authentication.FederatedSignIn.Redirect;
import io.bondtrader.security.authentication.SignInResult.Busy;
import io.bondtrader.security.authentication.SignInResult.FactorRequired;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.guard.InMemorySingleUse;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.mfa.FactorCheck;
import io.bondtrader.security.mfa.InMemoryFactors;
import io.bondtrader.security.mfa.InMemorySteps;
import io.bondtrader.security.mfa.SecretProtector;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.password.PasswordHashing;
import io.bondtrader.security.password.PasswordPolicy;
import io.bondtrader.security.session.InMemorySessions;
import io.bondtrader.security.session.Sessions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The code of docs/authentication.md. */
final class AuthenticationSampleTest {

    private final InstantSource clock = () -> Instant.parse("2026-03-02T09:30:00Z");
    private final SecureRandom random = new SecureRandom();
    private final SecretProtector protector =
            SecretProtector.under(KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom()));
    private final UserNotifier mail = UserNotifier.none();
    private final SecurityEventSink events = SecurityEventSink.to(new InMemoryAuditSink());
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryCredentials credentials = new InMemoryCredentials();

    private SignInParts parts() {
        var attempts = new InMemoryAttempts();
        var hashing = PasswordHashing.standard();
        var protection = LoginProtection.of(attempts, new InMemoryPlaces(), ProtectionRules.standard(), clock);
        var factors = FactorCheck.of(new InMemoryFactors(), protector, new InMemorySteps(), attempts, clock, events);
        var sessions = Sessions.of(new InMemorySessions(), clock, random, events);
        return new SignInParts(
                        accounts,
                        credentials,
                        hashing,
                        protection,
                        factors,
                        sessions,
                        new InMemorySingleUse<>(),
                        clock,
                        random,
                        events)
                .notifier(mail);
    }

    @Test
    void aUserSignsIn() {
        accounts.put("mia", new Account(AccountId.of("a-17"), PersonId.of("p-17"), true, 0));
        credentials.replace(
                AccountId.of("a-17"), null, PasswordHashing.standard().hash("seven grey herons".toCharArray()));
        var service = AuthenticationService.of(parts(), PasswordPolicy.besideSecondFactor());
        assertThat(answer(service, "mia", "seven grey herons".toCharArray())).startsWith("in ");
        assertThat(answer(service, "mia", "eight grey herons".toCharArray())).isEqualTo("The sign-in was refused.");
        assertThat(answer(service, "max", "eight grey herons".toCharArray())).isEqualTo("The sign-in was refused.");
    }

    private static String answer(AuthenticationService service, String name, char[] typed) {
        SignInSource source = SignInSource.of(IpAddress.parse("203.0.113.7")).withDevice("from the device cookie");
        SignInResult result = service.begin(name, typed, source); // typed is wiped now
        if (result instanceof SignedIn in) {
            return "in " + in.session().token().reveal().length(); // the session cookie, and in.device() for a year
        } else if (result instanceof FactorRequired required) {
            return "factor "
                    + required.offers(); // then service.finish(ticket, new FactorProof.OneTimeCode(...), source)
        } else if (result instanceof Busy busy) {
            return "later " + busy.retryAfter().toSeconds(); // 429 with Retry-After
        }
        return SignInResult.PUBLIC_REFUSAL; // unknown, wrong, disabled or closed: the event says which
    }

    @Test
    void aUserSignsInElsewhere() {
        accounts.put("mia", new Account(AccountId.of("a-17"), PersonId.of("p-17"), true, 0));
        accounts.link("https://id.example", "4711", AccountId.of("a-17"));
        var provider = LocalUsers.of(
                "https://id.example", URI.create("https://id.example/login"), new InMemorySingleUse<>(), clock, random);
        SignInSource source = SignInSource.of(IpAddress.parse("203.0.113.7"));
        var federated = FederatedSignIn.of(
                parts(),
                new InMemorySingleUse<>(),
                List.of(provider),
                URI.create("https://desk.example/back"),
                Set.of("/blotter"));
        Redirect redirect = (Redirect) federated.begin("https://id.example", "/blotter", source);
        // Send the browser to redirect.location() with redirect.browser() in a cookie; it comes back with parameters.
        Map<String, String> parameters = signedInThere(provider, redirect.location());
        Completed completed = federated.complete(parameters, redirect.browser().reveal(), source);

        assertThat(completed.result()).isInstanceOf(SignedIn.class);
        assertThat(completed.returnTo()).isEqualTo("/blotter");
    }

    private static Map<String, String> signedInThere(LocalUsers provider, URI location) {
        return LocalUsers.parameters(
                provider.approve(location, Principal.of(AccountId.of("4711"), PersonId.of("p-17"))));
    }
}
