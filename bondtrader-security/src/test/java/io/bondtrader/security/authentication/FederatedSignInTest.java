package io.bondtrader.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.authentication.FederatedSignIn.Completed;
import io.bondtrader.security.authentication.FederatedSignIn.NotStarted;
import io.bondtrader.security.authentication.FederatedSignIn.Redirect;
import io.bondtrader.security.authentication.SignInResult.FactorRequired;
import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.InMemorySingleUse;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.mfa.OneTimeSecret;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Asvs({"6.8.1", "10.1.2", "10.2.1", "10.2.2", "10.3.3"})
final class FederatedSignInTest {

    private static final String ISSUER = "https://id.example";
    private static final String HOME = "https://desk.example/blotter";
    private static final Principal USER = Principal.of(AccountId.of("4711"), PersonId.of("p-9"));
    private static final Refused REFUSED = new Refused();

    private final Desk desk = new Desk();
    private final LocalUsers provider = LocalUsers.of(
            ISSUER, URI.create(ISSUER + "/login"), new InMemorySingleUse<>(), () -> desk.now, desk.random);
    private final InMemorySingleUse<FederatedTransaction> transactions = new InMemorySingleUse<>();
    private UnaryOperator<VerifiedIdentity> twist = identity -> identity;
    private FederatedSignIn signIn = with(List.of(twisted()));

    @BeforeEach
    void miaIsLinked() {
        desk.directory.link(ISSUER, "4711", Desk.MIA);
    }

    @Test
    void aLinkedUserIsSignedIn() {
        Redirect redirect = begin();
        Completed completed = complete(redirect, provider.approve(redirect.location(), USER));

        assertThat(completed.returnTo()).isEqualTo(HOME);
        SignedIn in = (SignedIn) completed.result();
        assertThat(in.session().session().principal().account()).isEqualTo(Desk.MIA);
        assertThat(in.session().session().principal().lastProved(Factor.FEDERATED))
                .isPresent();
        assertThat(redirect.toString()).doesNotContain(redirect.browser().reveal());
    }

    @Test
    void aSecondFactorEnrolledHereIsAskedForAllTheSame() {
        OneTimeSecret app = desk.enrolApp();
        Redirect redirect = begin();
        FactorRequired required = (FactorRequired)
                complete(redirect, provider.approve(redirect.location(), USER)).result();
        assertThat(desk.service.finish(required.ticket().reveal(), desk.code(app), Desk.OFFICE))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    @Attack("A19")
    void a19TheStateIsUsedOnceByItsBrowserInTime() {
        Redirect redirect = begin();
        URI back = provider.approve(redirect.location(), USER);
        Map<String, String> parameters = LocalUsers.parameters(back);
        assertThat(signIn.complete(parameters, OpaqueToken.generate(desk.random).reveal(), Desk.OFFICE)
                        .result())
                .as("the address was sent to somebody else's browser")
                .isEqualTo(REFUSED);
        assertThat(desk.last().details()).containsEntry("reason", "browser");
        assertThat(complete(redirect, back).result()).as("and is spent").isEqualTo(REFUSED);

        Redirect second = begin();
        URI used = provider.approve(second.location(), USER);
        assertThat(complete(second, used).result()).isInstanceOf(SignedIn.class);
        assertThat(complete(second, used).result()).isEqualTo(REFUSED);

        for (String state :
                new String[] {"", "x", OpaqueToken.generate(desk.random).reveal()}) {
            Redirect third = begin();
            Map<String, String> changed =
                    new HashMap<>(LocalUsers.parameters(provider.approve(third.location(), USER)));
            changed.put("state", state);
            assertThat(signIn.complete(changed, third.browser().reveal(), Desk.OFFICE)
                            .result())
                    .isEqualTo(REFUSED);
        }
        assertThat(signIn.complete(Map.of(), "", Desk.OFFICE).result()).isEqualTo(REFUSED);
        Redirect late = begin();
        URI lateBack = provider.approve(late.location(), USER);
        desk.now = desk.now.plus(Duration.ofMinutes(10));
        assertThat(complete(late, lateBack).result()).isEqualTo(REFUSED);
    }

    @Test
    @Attack("A19")
    void a19AnInjectedCodeIsRefused() {
        Redirect victims = begin();
        Redirect attackers = begin();
        Map<String, String> attacker = LocalUsers.parameters(provider.approve(attackers.location(), USER));
        Map<String, String> victim = new HashMap<>(LocalUsers.parameters(provider.approve(victims.location(), USER)));
        victim.put("code", attacker.getOrDefault("code", ""));

        assertThat(signIn.complete(victim, victims.browser().reveal(), Desk.OFFICE)
                        .result())
                .isEqualTo(REFUSED);
        assertThat(desk.last().details()).containsEntry("reason", "code_verifier");
    }

    @Test
    @Attack("A19")
    void a19AnotherNonceIssuerOrErrorIsRefused() {
        twist = identity -> new VerifiedIdentity(
                identity.issuer(), identity.subject(), "another", identity.mail(), identity.groups());
        refused("nonce");
        twist = identity -> new VerifiedIdentity(
                ISSUER + "/", identity.subject(), identity.nonce(), identity.mail(), identity.groups());
        refused("issuer");
        twist = identity -> identity;
        for (String iss : new String[] {"https://evil.example", ISSUER + "/", ""}) {
            Redirect redirect = begin();
            Map<String, String> mixed =
                    new HashMap<>(LocalUsers.parameters(provider.approve(redirect.location(), USER)));
            if (iss.isEmpty()) {
                mixed.remove("iss"); // this provider always names itself
            } else {
                mixed.put("iss", iss);
            }
            assertThat(signIn.complete(mixed, redirect.browser().reveal(), Desk.OFFICE)
                            .result())
                    .isEqualTo(REFUSED);
            assertThat(desk.last().details()).containsEntry("reason", "issuer_mixed_up");
        }
        Redirect redirect = begin();
        Map<String, String> failed = new HashMap<>(LocalUsers.parameters(provider.approve(redirect.location(), USER)));
        failed.put("error", "access_denied");
        assertThat(signIn.complete(failed, redirect.browser().reveal(), Desk.OFFICE)
                        .result())
                .isEqualTo(REFUSED);
    }

    @Test
    @Attack("A19")
    void a19ThePkceMethodIsS256AsInRfc7636AppendixB() {
        assertThat(FederatedTransaction.codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(begin().location().toString())
                .contains("code_challenge_method=S256")
                .doesNotContain("plain");
    }

    @Test
    @Attack("A19")
    void a19OfManyReturnsOfOneStateOneSignsIn() {
        Race.rounds(
                16,
                100,
                round -> {
                    Redirect redirect = begin();
                    URI back = provider.approve(redirect.location(), USER);
                    return thread -> complete(redirect, back).result() instanceof SignedIn;
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    @Attack("A20")
    void a20OnlyRegisteredAddressesAreReturnedToExactly() {
        for (String target : List.of(
                "//evil.example",
                "https://evil.example",
                "https://desk.example@evil.example/blotter",
                "https://desk.example\\@evil.example",
                "https:/\\evil.example",
                "/\\evil.example",
                "https://desk.example/blotter/",
                "https://desk.example/blotter?next=//evil.example",
                "https://desk.example/blotter#x",
                "https://DESK.example/blotter",
                "https://desk.example:443/blotter",
                "https://desk.example/%62lotter",
                "https://desk.example/x/../blotter",
                "https://desk\u3002example/blotter",
                "https://d\u0435sk.example/blotter",
                " https://desk.example/blotter",
                "https://desk.example/blotter\r\n",
                "javascript:alert(1)",
                "")) {
            desk.events.clear();
            assertThat(signIn.begin(ISSUER, target, Desk.OFFICE)).isEqualTo(new NotStarted());
            assertThat(desk.types()).containsExactly(SecurityEventType.MALICIOUS_EXTRANEOUS);
        }
        assertThat(signIn.begin("https://unknown.example", HOME, Desk.OFFICE)).isEqualTo(new NotStarted());
    }

    @Test
    @Attack("A23")
    void a23GroupsThatAreNotStatedAreUnknownAndPermitNothing() {
        signIn = with(List.of(twisted())).requiringGroup("traders");
        twist = grouped(new Groups.Stated(Set.of("traders", "staff")));
        Redirect redirect = begin();
        assertThat(complete(redirect, provider.approve(redirect.location(), USER))
                        .result())
                .isInstanceOf(SignedIn.class);
        twist = grouped(new Groups.Unknown());
        refused("groups_unknown");
        for (Set<String> others : List.of(Set.<String>of(), Set.of("Traders"), Set.of("traders "))) {
            twist = grouped(new Groups.Stated(others));
            refused("not_in_group");
        }
    }

    @Test
    @Attack("A24")
    void a24AMailAddressFindsNoAccount() {
        desk.directory.put("mia@desk.example", new Account(AccountId.of("a-7"), PersonId.of("p-7"), true, 0));
        twist = identity -> new VerifiedIdentity(
                identity.issuer(), "stranger", identity.nonce(), "mia@desk.example", identity.groups());
        refused("no_such_account");
        twist = identity -> new VerifiedIdentity(
                identity.issuer(), "mia@desk.example", identity.nonce(), "mia@desk.example", identity.groups());
        refused("no_such_account");
        twist = identity -> identity;
        IdentityProvider other = LocalUsers.of(
                "https://other.example",
                URI.create("https://other.example/login"),
                new InMemorySingleUse<>(),
                () -> desk.now,
                desk.random);
        FederatedSignIn both = with(List.of(other));
        Redirect redirect = (Redirect) both.begin("https://other.example", HOME, Desk.OFFICE);
        URI back = ((LocalUsers) other).approve(redirect.location(), USER);
        assertThat(both.complete(LocalUsers.parameters(back), redirect.browser().reveal(), Desk.OFFICE)
                        .result())
                .as("the same subject at another issuer is somebody else")
                .isEqualTo(REFUSED);
    }

    @Test
    void disabledAccountsAndImpossibleSetsAreRefused() {
        desk.directory.put("mia", new Account(Desk.MIA, PersonId.of("p-1"), false, 0));
        refused("no_such_account");
        assertThatThrownBy(() -> with(List.of(provider, provider))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FederatedSignIn.of(desk.parts, transactions, List.of(), URI.create("/back"), Set.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VerifiedIdentity("i", " ", "n", "", new Groups.Unknown()))
                .isInstanceOf(InvalidInput.class);
    }

    private static UnaryOperator<VerifiedIdentity> grouped(Groups groups) {
        return identity ->
                new VerifiedIdentity(identity.issuer(), identity.subject(), identity.nonce(), identity.mail(), groups);
    }

    private void refused(String reason) {
        desk.events.clear();
        Redirect redirect = begin();
        assertThat(complete(redirect, provider.approve(redirect.location(), USER))
                        .result())
                .isEqualTo(REFUSED);
        assertThat(desk.types()).containsExactly(SecurityEventType.AUTHN_LOGIN_FAIL);
        assertThat(desk.last().details()).containsEntry("reason", reason);
    }

    private Redirect begin() {
        return (Redirect) signIn.begin(ISSUER, HOME, Desk.OFFICE);
    }

    private Completed complete(Redirect redirect, URI back) {
        return signIn.complete(LocalUsers.parameters(back), redirect.browser().reveal(), Desk.OFFICE);
    }

    private FederatedSignIn with(List<IdentityProvider> providers) {
        return FederatedSignIn.of(
                desk.parts, transactions, providers, URI.create("https://desk.example/back"), Set.of(HOME, "/"));
    }

    private IdentityProvider twisted() {
        return new IdentityProvider() {
            @Override
            public String issuer() {
                return provider.issuer();
            }

            @Override
            public boolean namesItself() {
                return true;
            }

            @Override
            public URI begin(FederatedTransaction transaction) {
                return provider.begin(transaction);
            }

            @Override
            public Answer complete(FederatedTransaction transaction, Map<String, String> callback) {
                return provider.complete(transaction, callback) instanceof Stated stated
                        ? new Stated(twist.apply(stated.identity()))
                        : new Denied("code_verifier");
            }
        };
    }
}
