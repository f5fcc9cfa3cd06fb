package io.bondtrader.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.authentication.SignInResult.Busy;
import io.bondtrader.security.authentication.SignInResult.FactorRequired;
import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.mfa.FactorActor;
import io.bondtrader.security.mfa.HardwareChallenge;
import io.bondtrader.security.mfa.HardwareTokens;
import io.bondtrader.security.mfa.OneTimeSecret;
import io.bondtrader.security.mfa.SoftwareToken;
import io.bondtrader.security.mfa.TestAuthenticator;
import io.bondtrader.security.password.PasswordHashing;
import io.bondtrader.security.password.PasswordScheme;
import io.bondtrader.security.session.Session;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@Asvs("16.3.1")
final class AuthenticationServiceTest {

    private static final Refused REFUSED = new Refused();

    private final Desk desk = new Desk();
    private final AuthenticationService service = desk.service;

    @Test
    void aPasswordOpensASessionWhereThereIsNoSecondFactor() {
        char[] typed = Desk.PASSWORD.toCharArray();
        SignedIn in = (SignedIn) service.begin("mia", typed, Desk.OFFICE);

        assertThat(typed).containsOnly('\0');
        Session session = check(in).orElseThrow();
        assertThat(session.principal().account()).isEqualTo(Desk.MIA);
        assertThat(session.principal().person()).isEqualTo(PersonId.of("p-1"));
        assertThat(session.principal().lastProved(Factor.PASSWORD)).contains(Desk.NOON);
        assertThat(in.device()).isPresent();
        assertThat(desk.types())
                .containsExactly(SecurityEventType.AUTHN_LOGIN_SUCCESS, SecurityEventType.SESSION_CREATED);
        assertThat(desk.told).as("of the new device").hasSize(1);
        assertThat(in.toString()).doesNotContain(in.session().token().reveal());
        service.logout(in.session().token().reveal(), Desk.OFFICE);
        assertThat(check(in)).isEmpty();
    }

    @Test
    @Asvs({"6.3.5"})
    void aKnownDeviceGetsNoOtherSecretAndNoMail() {
        SignedIn first = (SignedIn) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        String device = first.device().orElseThrow().reveal();
        SignedIn second = (SignedIn) desk.begin(Desk.PASSWORD, Desk.OFFICE.withDevice(device));

        assertThat(second.device()).isEmpty();
        assertThat(desk.told).hasSize(1);
        assertThat(Desk.OFFICE.withDevice(device).toString()).doesNotContain(device);
    }

    @Test
    void aSecondFactorIsAskedForWhereThereIsOne() {
        OneTimeSecret app = desk.enrolApp();
        FactorRequired required = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);

        assertThat(required.offers()).extracting(SignInResult.Offer::kind).containsExactly(Factor.TIME_CODE);
        assertThat(required.toString()).doesNotContain(required.ticket().reveal());
        assertThat(service.sessions().check(required.ticket().reveal(), null))
                .as("a ticket is no session")
                .isEmpty();
        SignedIn in = (SignedIn) finish(required, desk.code(app));

        assertThat(check(in).orElseThrow().principal().evidence())
                .containsExactly(
                        new FactorEvidence(Factor.PASSWORD, desk.now), new FactorEvidence(Factor.TIME_CODE, desk.now));
        assertThat(finish(required, desk.code(app))).as("used").isEqualTo(REFUSED);
    }

    @Test
    void aTicketBearsSeveralTriesIsGoodForFiveMinutesAndDiesWithTheAccount() {
        OneTimeSecret app = desk.enrolApp();
        FactorRequired required = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        String factor = required.offers().get(0).factor();
        String wrong = TestAuthenticator.wrong(app, desk.now);
        assertThat(finish(required, new FactorProof.OneTimeCode(factor, wrong))).isEqualTo(REFUSED);
        assertThat(service.finish("guess", desk.code(app), Desk.OFFICE)).isEqualTo(REFUSED);
        assertThat(service.finish(OpaqueToken.generate(desk.random).reveal(), desk.code(app), Desk.OFFICE))
                .isEqualTo(REFUSED);
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        assertThat(finish(required, desk.code(app))).isEqualTo(REFUSED);

        FactorRequired second = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        desk.directory.put("mia", new Account(Desk.MIA, PersonId.of("p-1"), true, 1));
        assertThat(finish(second, desk.code(app))).as("rights were taken away").isEqualTo(REFUSED);
        FactorRequired third = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        desk.directory.put("mia", new Account(Desk.MIA, PersonId.of("p-1"), false, 1));
        assertThat(finish(third, desk.code(app))).as("disabled").isEqualTo(REFUSED);
        desk.directory.put("mia", new Account(Desk.MIA, PersonId.of("p-1"), true, 1));
        FactorRequired fourth = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        String old = desk.credentials.find(Desk.MIA).orElseThrow();
        desk.credentials.replace(Desk.MIA, old, desk.hashing.hash(Desk.NEXT.toCharArray()));
        assertThat(finish(fourth, desk.code(app))).as("the password is another").isEqualTo(REFUSED);
    }

    @Test
    @Attack("A26")
    void a26OneCodeAndOneTicketGiveOneSession() {
        OneTimeSecret app = desk.enrolApp();
        Race.rounds(
                16,
                5,
                round -> {
                    desk.now = desk.now.plusSeconds(60);
                    FactorRequired required = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
                    FactorProof proof = desk.code(app);
                    return thread -> finish(required, proof) instanceof SignedIn;
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    @Attack("A31")
    void a31PaperStandsInForTheAppOnce() {
        OneTimeSecret app = desk.enrolApp();
        String paper =
                new String(desk.backupCodes.regenerate(Desk.MIA.value(), 2).get(0));
        FactorRequired required = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        assertThat(required.offers()).hasSize(2);
        assertThat(finish(required, new FactorProof.BackupCode(paper.toCharArray())))
                .isInstanceOf(SignedIn.class);
        FactorRequired again = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        FactorProof.BackupCode used = new FactorProof.BackupCode(paper.toCharArray());
        assertThat(used.toString()).doesNotContain(paper);
        assertThat(finish(again, used)).isEqualTo(REFUSED);
        assertThat(finish(again, desk.code(app))).isInstanceOf(SignedIn.class);
    }

    @Test
    @Attack("A32")
    void a32AHardwareTokenSignsInAndAgreesToATransactionInItsOwnSession() {
        SignedIn first = (SignedIn) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        SoftwareToken token = new SoftwareToken();
        Session session = check(first).orElseThrow();
        FactorActor actor = new FactorActor(session.principal(), session.reference(), null);
        HardwareChallenge enrolment = ((HardwareTokens.Asked) desk.tokens.beginRegistration(actor)).challenge();
        desk.tokens.finishRegistration(actor, enrolment.id(), token.register(enrolment), "key");

        FactorRequired required = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        HardwareChallenge challenge =
                service.challenge(required.ticket().reveal()).orElseThrow();
        FactorProof answer = new FactorProof.TokenAnswer(challenge.id(), "", token.sign(challenge));
        assertThat(answer.toString()).doesNotContain(challenge.id());
        FactorRequired other = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        HardwareChallenge stolen = service.challenge(other.ticket().reveal()).orElseThrow();
        assertThat(finish(required, new FactorProof.TokenAnswer(stolen.id(), "", token.sign(stolen))))
                .as("the challenge of another sign-in")
                .isEqualTo(REFUSED);
        SignedIn in =
                (SignedIn) finish(required, new FactorProof.TokenAnswer(challenge.id(), "", token.sign(challenge)));

        String cookie = in.session().token().reveal();
        HardwareChallenge order =
                service.challenge(cookie, "buy 5m of XS1", Desk.OFFICE).orElseThrow();
        FactorProof agreed = new FactorProof.TokenAnswer(order.id(), "buy 5m of XS1", token.sign(order));
        SignedIn stepped = (SignedIn) service.stepUp(cookie, agreed, Desk.OFFICE);
        assertThat(check(in)).as("the old token is dead").isEmpty();
        assertThat(check(stepped)).isPresent();
        assertThat(service.challenge("guess")).isEmpty();
        assertThat(service.challenge("guess", "", Desk.OFFICE)).isEmpty();
    }

    @Test
    @Attack("A35")
    @Asvs("6.3.8")
    void a35UnknownDisabledLockedAndWrongLookAlike() {
        for (int i = 0; i < 5; i++) {
            desk.attempts.compareAndSet(
                    "account a-1 elsewhere",
                    desk.attempts.read("account a-1 elsewhere", desk.now),
                    new io.bondtrader.security.guard.Attempts(100, desk.now, 0, 0, 0, java.time.Instant.MAX),
                    desk.now);
        }
        assertThat(desk.begin(Desk.PASSWORD, Desk.OFFICE))
                .as("locked, right password")
                .isEqualTo(REFUSED);
        for (String name : List.of("nobody", "noah", "mia", "", "x".repeat(257), "x".repeat(1_000_000), "\u0000")) {
            desk.events.clear();
            char[] typed = Desk.PASSWORD.toCharArray();
            assertThat(service.begin(name, typed, Desk.OFFICE)).isEqualTo(REFUSED);
            assertThat(desk.types()).containsExactly(SecurityEventType.AUTHN_LOGIN_FAIL);
            assertThat(typed).containsOnly('\0');
            assertThat(desk.events.toString()).doesNotContain(Desk.PASSWORD);
        }
        assertThat(SignInResult.PUBLIC_REFUSAL).doesNotContainIgnoringCase("password");
    }

    @Test
    @Attack("A33")
    void a33LongAndEmptyPasswordsAreRefusedLikeWrongOnesAndCounted() {
        for (String typed : List.of("", "x".repeat(1025), "x".repeat(10_000_000), "\ud800")) {
            desk.events.clear();
            assertThat(desk.begin(typed, Desk.OFFICE)).isEqualTo(REFUSED);
            assertThat(desk.last().details()).containsEntry("reason", "unusable_password");
        }
        assertThat(desk.begin("wrong", Desk.OFFICE)).isEqualTo(REFUSED);
        assertThat(desk.begin("wrong", Desk.OFFICE)).isInstanceOf(Busy.class);
    }

    @Test
    @Attack("A34")
    void a34AnAbsurdStoredHashRefusesItsUserAndNobodyElse() {
        String old = desk.credentials.find(Desk.MIA).orElseThrow();
        desk.credentials.replace(Desk.MIA, old, "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");
        assertThat(desk.begin(Desk.PASSWORD, Desk.OFFICE)).isEqualTo(REFUSED);
        assertThat(desk.last().details()).containsEntry("reason", "cost_above_ceiling");
    }

    @Test
    @Attack("A37")
    void a37WhenHashingIsBusyNothingIsCounted() throws Exception {
        Desk narrow = new Desk(
                ProtectionRules.standard(),
                PasswordHashing.builder()
                        .scheme(new PasswordScheme.Bcrypt(14))
                        .concurrency(1, 0, Duration.ZERO)
                        .build());
        var thread = Executors.newSingleThreadExecutor();
        try {
            int checked = 0;
            boolean busy = false;
            while (!busy) {
                var other =
                        thread.submit(() -> narrow.service.begin("nobody", "x".toCharArray(), Desk.at("198.51.100.1")));
                SignInResult mine = narrow.service.begin("nobody", "x".toCharArray(), Desk.OFFICE);
                busy = other.get(20, TimeUnit.SECONDS) instanceof Busy || mine instanceof Busy;
                checked += mine instanceof Busy ? 0 : 1;
                narrow.now = narrow.now.plusSeconds(1);
            }
            assertThat(narrow.types()).contains(SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED);
            assertThat(narrow.attempts.read("address 203.0.113.7", narrow.now).current())
                    .isEqualTo(checked);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @Attack("A65")
    void a65WhatCannotBeReportedSignsNobodyInAndCountsAgainstNobody() {
        desk.deaf = true;
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> desk.begin(Desk.PASSWORD, Desk.OFFICE)).hasMessage("disk full");
        }
        assertThat(desk.sessionStore.size()).isZero();
        desk.deaf = false;
        assertThat(desk.begin(Desk.PASSWORD, Desk.OFFICE)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Attack("A25")
    @Asvs("7.2.4")
    void a25ProvingAgainChangesTheTokenAndAddsEvidence() {
        OneTimeSecret app = desk.enrolApp();
        SignedIn in = (SignedIn) finish((FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE), desk.code(app));
        desk.now = desk.now.plus(Duration.ofMinutes(10));
        String cookie = in.session().token().reveal();

        assertThat(service.reauthenticate(cookie, "wrong".toCharArray(), Desk.OFFICE))
                .isEqualTo(REFUSED);
        assertThat(check(in)).as("a wrong password ends nothing").isPresent();
        SignedIn again = (SignedIn) service.reauthenticate(cookie, Desk.PASSWORD.toCharArray(), Desk.OFFICE);
        assertThat(check(in)).isEmpty();
        assertThat(service.reauthenticate(cookie, Desk.PASSWORD.toCharArray(), Desk.OFFICE))
                .isEqualTo(REFUSED);
        assertThat(service.stepUp(cookie, desk.code(app), Desk.OFFICE)).isEqualTo(REFUSED);
        SignedIn stepped = (SignedIn) service.stepUp(again.session().token().reveal(), desk.code(app), Desk.OFFICE);
        assertThat(check(again)).isEmpty();
        assertThat(check(stepped).orElseThrow().principal().evidence()).hasSize(4);
        assertThat(check(stepped).orElseThrow().reference())
                .isEqualTo(in.session().session().reference());
    }

    @Test
    @Attack("A17")
    @Asvs({"6.2.2", "6.2.3", "6.3.7", "7.4.3"})
    void a17AnotherPasswordEndsAllOtherSessionsAndTellsTheUser() {
        SignedIn here = (SignedIn) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        SignedIn there = (SignedIn) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        String cookie = here.session().token().reveal();
        desk.told.clear();

        assertThat(change(cookie, "wrong", Desk.NEXT)).isEqualTo(new PasswordChange.Refused());
        assertThat(change(cookie, Desk.PASSWORD, "short")).isInstanceOf(PasswordChange.Weak.class);
        assertThat(change("guess", Desk.PASSWORD, Desk.NEXT)).isEqualTo(new PasswordChange.Refused());
        assertThat(check(there)).isPresent();
        PasswordChange.Changed changed = (PasswordChange.Changed) change(cookie, Desk.PASSWORD, Desk.NEXT);

        assertThat(check(here)).isEmpty();
        assertThat(check(there)).isEmpty();
        assertThat(service.sessions().check(changed.session().token().reveal(), null))
                .isPresent();
        assertThat(desk.begin(Desk.PASSWORD, Desk.OFFICE)).isEqualTo(REFUSED);
        assertThat(desk.begin(Desk.NEXT, Desk.OFFICE)).isInstanceOf(SignedIn.class);
        assertThat(desk.told.get(0).type()).isEqualTo(SecurityEventType.AUTHN_PASSWORD_CHANGE);
    }

    @Test
    void anotherPasswordNeedsARecentSecondFactorWhereThereIsOne() {
        OneTimeSecret app = desk.enrolApp();
        SignedIn in = (SignedIn) finish((FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE), desk.code(app));
        desk.now = desk.now.plus(Duration.ofMinutes(5)).plusMillis(1);
        String cookie = in.session().token().reveal();
        assertThat(change(cookie, Desk.PASSWORD, Desk.NEXT)).isEqualTo(new PasswordChange.Refused());
        assertThat(desk.last().type()).isEqualTo(SecurityEventType.AUTHN_PASSWORD_CHANGE_FAIL);
        SignedIn stepped = (SignedIn) service.stepUp(cookie, desk.code(app), Desk.OFFICE);
        assertThat(change(stepped.session().token().reveal(), Desk.PASSWORD, Desk.NEXT))
                .isInstanceOf(PasswordChange.Changed.class);
    }

    @Test
    @Attack("A17")
    void a17ASignInThatOverlapsAPasswordChangeLeavesNoSession() {
        Desk raced = desk;
        CredentialStore changing = new CredentialStore() {
            private int asked;

            @Override
            public java.util.Optional<String> find(io.bondtrader.security.identity.AccountId account) {
                // The password is replaced after it was verified and before the session is handed out.
                return ++asked == 1 ? raced.credentials.find(account) : java.util.Optional.of("another hash");
            }

            @Override
            public boolean replace(
                    io.bondtrader.security.identity.AccountId account,
                    @org.jspecify.annotations.Nullable String expected,
                    String next) {
                return false;
            }
        };
        SignInParts parts = new SignInParts(
                desk.directory,
                changing,
                desk.hashing,
                desk.protection,
                desk.factors,
                desk.parts.sessions,
                desk.parts.pending,
                () -> desk.now,
                desk.random,
                desk.sink);
        AuthenticationService overlapped =
                AuthenticationService.of(parts, io.bondtrader.security.password.PasswordPolicy.besideSecondFactor());
        assertThat(overlapped.begin("mia", Desk.PASSWORD.toCharArray(), Desk.OFFICE))
                .isEqualTo(REFUSED);
        assertThat(service.sessions().ofAccount(Desk.MIA)).isEmpty();
    }

    @Test
    void anOldHashIsReplacedAtSignIn() {
        String old = PasswordHashing.builder()
                .scheme(new PasswordScheme.Bcrypt(10))
                .build()
                .hash(Desk.PASSWORD.toCharArray());
        desk.credentials.replace(Desk.MIA, desk.credentials.find(Desk.MIA).orElseThrow(), old);
        assertThat(desk.begin(Desk.PASSWORD, Desk.OFFICE)).isInstanceOf(SignedIn.class);
        assertThat(desk.credentials.find(Desk.MIA).orElseThrow()).startsWith("$argon2id$");
    }

    @Test
    @Attack("A61")
    void a61NoEventHoldsASecret() {
        OneTimeSecret app = desk.enrolApp();
        FactorRequired required = (FactorRequired) desk.begin(Desk.PASSWORD, Desk.OFFICE);
        SignedIn in = (SignedIn) finish(required, desk.code(app));
        service.begin(Desk.PASSWORD, "typed into the wrong field".toCharArray(), Desk.OFFICE);
        service.logout(in.session().token().reveal(), Desk.OFFICE);
        assertThat(desk.events.toString() + desk.told)
                .doesNotContain(Canary.MARK)
                .doesNotContain(in.session().token().reveal())
                .doesNotContain(required.ticket().reveal());
    }

    private PasswordChange change(String cookie, String current, String wanted) {
        return service.changePassword(cookie, current.toCharArray(), wanted.toCharArray(), Desk.OFFICE);
    }

    private SignInResult finish(FactorRequired required, FactorProof proof) {
        return service.finish(required.ticket().reveal(), proof, Desk.OFFICE);
    }

    private java.util.Optional<Session> check(SignedIn in) {
        return service.sessions().check(in.session().token().reveal(), Desk.OFFICE.address());
    }
}
