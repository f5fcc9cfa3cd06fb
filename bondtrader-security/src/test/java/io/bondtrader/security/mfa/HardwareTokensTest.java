package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.HardwareTokenVerifierContract;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.InMemorySingleUse;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import io.bondtrader.security.mfa.FactorChange.Changed;
import io.bondtrader.security.mfa.FactorChange.Reason;
import io.bondtrader.security.mfa.FactorChange.Refused;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Flags;
import io.bondtrader.security.mfa.HardwareTokens.Asked;
import io.bondtrader.security.mfa.HardwareTokens.Requirements;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Asvs("6.7.2")
final class HardwareTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountId MIA = AccountId.of("mia");
    private static final AccountId NOAH = AccountId.of("noah");

    private volatile Instant now = NOON;
    private final List<SecurityEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryFactors store = new InMemoryFactors();
    private final InMemorySingleUse<HardwareChallenge> challenges = new InMemorySingleUse<>();
    private final HardwareTokens tokens = tokens(new Requirements(true, false));
    private final SoftwareToken token = new SoftwareToken();

    @Nested
    final class SoftwareTokenContract extends HardwareTokenVerifierContract {
        @Override
        protected HardwareTokenVerifier verifier() {
            return new SoftwareToken.Verifier();
        }

        @Override
        protected Token newToken() {
            return new SoftwareToken();
        }
    }

    @Test
    void aTokenIsEnrolledAndAsked() {
        enrol(MIA, token);
        HardwareChallenge challenge = asked(MIA, "s1", "");

        assertThat(challenge.keys()).hasSize(1);
        assertThat(Base64.getUrlDecoder().decode(challenge.challenge())).hasSize(32);
        assertThat(finish(MIA, "s1", "", challenge, token.sign(challenge)))
                .isEqualTo(new FactorVerdict.Proved(new FactorEvidence(Factor.HARDWARE_TOKEN, NOON)));
        assertThat(((TokenKey) store.of(MIA).active().get(0).material()).counter())
                .isEqualTo(1);
        assertThat(tokens.beginAssertion(NOAH, "s1", "")).isEmpty();
    }

    @Test
    @Attack("A32")
    void a32AChallengeIsAnsweredOnceInItsSessionByItsUserForItsTransactionInTime() {
        enrol(MIA, token);
        enrol(NOAH, new SoftwareToken());
        HardwareChallenge used = asked(MIA, "s1", "");
        String answer = token.sign(used);
        assertThat(finish(MIA, "s1", "", used, answer)).isInstanceOf(FactorVerdict.Proved.class);
        refused(finish(MIA, "s1", "", used, answer), "no_such_ceremony");

        HardwareChallenge one = asked(MIA, "s1", "");
        refused(finish(MIA, "s2", "", one, token.sign(one)), "no_such_ceremony");
        refused(finish(MIA, "s1", "", one, token.sign(one)), "no_such_ceremony");
        HardwareChallenge two = asked(MIA, "s1", "");
        refused(finish(NOAH, "s1", "", two, token.sign(two)), "no_such_ceremony");
        HardwareChallenge three = asked(MIA, "s1", "buy 5m of XS1");
        refused(finish(MIA, "s1", "buy 50m of XS1", three, token.sign(three)), "no_such_ceremony");
        HardwareChallenge four = asked(MIA, "s1", "");
        now = NOON.plus(Duration.ofMinutes(5));
        refused(finish(MIA, "s1", "", four, token.sign(four)), "no_such_ceremony");
        now = NOON;
        HardwareChallenge five = asked(MIA, "s1", "");
        refused(tokens.finishAssertion(MIA, "s1", "", "guess", token.sign(five), null), "no_such_ceremony");
        refused(finish(MIA, "s1", "", five, "x".repeat(65_537)), "too_long");
        FactorActor mia = actor(MIA, Factor.PASSWORD, Factor.HARDWARE_TOKEN);
        HardwareChallenge enrolment = ((Asked) tokens.beginRegistration(mia)).challenge();
        refused(finish(MIA, "s1", "", enrolment, token.sign(enrolment)), "no_such_ceremony");
    }

    @Test
    @Attack("A32")
    void a32TheSignedChallengeHoldsTheTransaction() {
        enrol(MIA, token);
        HardwareChallenge challenge = asked(MIA, "s1", "buy 5m of XS1");
        byte[] bytes = Base64.getUrlDecoder().decode(challenge.challenge());
        assertThat(HexFormat.of().formatHex(bytes, 32, 64)).isEqualTo(OpaqueToken.digest("buy 5m of XS1"));
        assertThat(finish(MIA, "s1", "buy 5m of XS1", challenge, token.sign(challenge)))
                .isInstanceOf(FactorVerdict.Proved.class);
    }

    @Test
    @Attack("A32")
    void a32ATokenOfAnotherUserIsRefusedEvenIfTheVerifierTakesIt() {
        SoftwareToken noahs = new SoftwareToken();
        enrol(MIA, token);
        enrol(NOAH, noahs);
        HardwareTokenVerifier careless = new HardwareTokenVerifier() {
            @Override
            public Reading register(HardwareChallenge challenge, String answer) {
                return new SoftwareToken.Verifier().register(challenge, answer);
            }

            @Override
            public Reading verify(HardwareChallenge challenge, String answer) {
                return new Asserted(noahs.credentialId, 99, new Flags(true, true, false, false));
            }
        };
        HardwareTokens misled = new HardwareTokens.Builder(
                        store, challenges, careless, () -> now, new SecureRandom(), events::add)
                .build(new Requirements(true, false));
        HardwareChallenge challenge = misled.beginAssertion(MIA, "s1", "").orElseThrow();
        refused(misled.finishAssertion(MIA, "s1", "", challenge.id(), "any", null), "not_the_users_token");
    }

    @Test
    @Attack("A32")
    void a32ATokenThatCountsBackwardsIsAClone() {
        token.counter = 7;
        enrol(MIA, token);
        HardwareChallenge first = asked(MIA, "s1", "");
        assertThat(finish(MIA, "s1", "", first, token.sign(first))).isInstanceOf(FactorVerdict.Proved.class);
        for (long behind : new long[] {8, 3, 0}) {
            HardwareChallenge challenge = asked(MIA, "s1", "");
            token.counter = behind - 1; // signing adds one
            assertThat(finish(MIA, "s1", "", challenge, token.sign(challenge))).isEqualTo(new FactorVerdict.Refused());
            assertThat(last().type()).isEqualTo(SecurityEventType.AUTHN_CLONED_AUTHENTICATOR);
        }
        token.counter = 8;
        HardwareChallenge again = asked(MIA, "s1", "");
        assertThat(finish(MIA, "s1", "", again, token.sign(again))).isInstanceOf(FactorVerdict.Proved.class);
    }

    @Test
    @Attack("A32")
    void a32FlagsAreHeldAgainstWhatIsAskedAndWhatWasEnrolled() {
        enrol(MIA, token);
        for (Flags flags : List.of(
                new Flags(false, true, false, false),
                new Flags(true, false, false, false),
                new Flags(true, true, false, true),
                new Flags(true, true, true, false),
                new Flags(true, true, true, true))) {
            token.flags = flags;
            HardwareChallenge challenge = asked(MIA, "s1", "");
            assertThat(finish(MIA, "s1", "", challenge, token.sign(challenge))).isEqualTo(new FactorVerdict.Refused());
        }
        SoftwareToken copied = new SoftwareToken();
        copied.flags = new Flags(true, true, true, true);
        FactorActor noah = actor(NOAH, Factor.PASSWORD);
        HardwareChallenge challenge = ((Asked) tokens.beginRegistration(noah)).challenge();
        assertThat(tokens.finishRegistration(noah, challenge.id(), copied.register(challenge), "phone"))
                .isEqualTo(new Refused(Reason.NOT_PROVED));
        HardwareTokens lenient = tokens(new Requirements(false, true));
        HardwareChallenge second = ((Asked) lenient.beginRegistration(noah)).challenge();
        copied.flags = new Flags(true, false, true, true);
        assertThat(lenient.finishRegistration(noah, second.id(), copied.register(second), "phone"))
                .isInstanceOf(Changed.class);
    }

    @Test
    @Attack({"A30", "A32"})
    void a32ATokenIsEnrolledOnceInTheSessionThatAskedWithFreshProofs() {
        enrol(MIA, token);
        FactorActor noah = actor(NOAH, Factor.PASSWORD);
        HardwareChallenge taken = ((Asked) tokens.beginRegistration(noah)).challenge();
        assertThat(tokens.finishRegistration(noah, taken.id(), token.register(taken), "key"))
                .isEqualTo(new Refused(Reason.TAKEN));

        SoftwareToken fresh = new SoftwareToken();
        HardwareChallenge mine = ((Asked) tokens.beginRegistration(noah)).challenge();
        FactorActor elsewhere = new FactorActor(noah.principal(), "s9", null);
        assertThat(tokens.finishRegistration(elsewhere, mine.id(), fresh.register(mine), "key"))
                .isEqualTo(new Refused(Reason.NOT_PROVED));
        assertThat(tokens.finishRegistration(noah, mine.id(), fresh.register(mine), "key"))
                .as("tried elsewhere: spent")
                .isEqualTo(new Refused(Reason.NOT_PROVED));
        assertThat(tokens.beginRegistration(actor(MIA, Factor.PASSWORD)))
                .isEqualTo(new HardwareTokens.NotStarted(Reason.PROVE_AGAIN));
        assertThat(store.of(NOAH).factors()).isEmpty();
    }

    @Test
    @Attack("A32")
    void a32OfManyAnswersWithOneCounterOneIsTaken() {
        enrol(MIA, token);
        Race.rounds(
                8,
                200,
                round -> {
                    List<HardwareChallenge> asked = new ArrayList<>();
                    List<String> answers = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        asked.add(asked(MIA, "s1", ""));
                        token.counter = round;
                        answers.add(token.sign(asked.get(i)));
                    }
                    return thread -> finish(MIA, "s1", "", asked.get(thread), answers.get(thread))
                            instanceof FactorVerdict.Proved;
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    void credentialIdsHaveTheLengthsOfWebAuthn() {
        assertThat(new TokenKey("A".repeat(22), "k", 0, false)).isNotNull();
        assertThat(new TokenKey("A".repeat(1364), "k", 0, false)).isNotNull();
        for (String id : List.of("", "A".repeat(21), "A".repeat(1365), "A".repeat(21) + "=")) {
            assertThatThrownBy(() -> new TokenKey(id, "k", 0, false)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> new TokenKey("A".repeat(22), "k", -1, false)).isInstanceOf(InvalidInput.class);
    }

    private HardwareTokens tokens(Requirements requirements) {
        return new HardwareTokens.Builder(
                        store, challenges, new SoftwareToken.Verifier(), () -> now, new SecureRandom(), events::add)
                .notifier((account, event) -> {})
                .build(requirements);
    }

    private void enrol(AccountId account, SoftwareToken with) {
        FactorActor actor = actor(account, Factor.PASSWORD);
        HardwareChallenge challenge = ((Asked) tokens.beginRegistration(actor)).challenge();
        assertThat(tokens.finishRegistration(actor, challenge.id(), with.register(challenge), "key"))
                .isInstanceOf(Changed.class);
    }

    private HardwareChallenge asked(AccountId account, String binding, String transaction) {
        return tokens.beginAssertion(account, binding, transaction).orElseThrow();
    }

    private FactorVerdict finish(
            AccountId account, String binding, String transaction, HardwareChallenge challenge, String answer) {
        return tokens.finishAssertion(account, binding, transaction, challenge.id(), answer, null);
    }

    private void refused(FactorVerdict verdict, String reason) {
        assertThat(verdict).isEqualTo(new FactorVerdict.Refused());
        assertThat(last().details()).containsEntry("reason", reason);
    }

    private SecurityEvent last() {
        return events.get(events.size() - 1);
    }

    private static FactorActor actor(AccountId account, Factor... proved) {
        List<FactorEvidence> evidence = new ArrayList<>();
        for (Factor factor : proved) {
            evidence.add(new FactorEvidence(factor, NOON));
        }
        return new FactorActor(new Principal(account, PersonId.of("p-" + account), evidence), "s1", null);
    }
}
