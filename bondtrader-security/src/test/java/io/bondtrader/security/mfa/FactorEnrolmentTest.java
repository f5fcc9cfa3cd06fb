package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.mfa.FactorChange.Changed;
import io.bondtrader.security.mfa.FactorChange.Reason;
import io.bondtrader.security.mfa.FactorChange.Refused;
import io.bondtrader.security.mfa.FactorEnrolment.NotStarted;
import io.bondtrader.security.mfa.FactorEnrolment.Started;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Asvs("2.3.1")
final class FactorEnrolmentTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountId MIA = AccountId.of("mia");
    private static final PersonId PERSON = PersonId.of("p-1");

    private volatile Instant now = NOON;
    private final List<SecurityEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<SecurityEvent> told = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryFactors store = new InMemoryFactors();
    private final FactorCheck check = FactorCheck.of(
            store,
            SecretProtector.under(KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom())),
            new InMemorySteps(),
            new InMemoryAttempts(),
            () -> now,
            events::add);
    private final FactorEnrolment enrolment =
            FactorEnrolment.of(check, new SecureRandom(), events::add, (account, event) -> told.add(event));

    @Test
    @Asvs({"6.3.7"})
    void aFactorCountsOnceItsPossessionWasProvedAndTheUserIsTold() {
        FactorActor mia = withPassword("s1");
        Started started = begin(mia, null);

        assertThat(check.factors(MIA).factors()).isEmpty();
        assertThat(check.verify(MIA, started.factor(), code(started), null))
                .as("a half-enrolled factor proves nothing")
                .isEqualTo(new FactorVerdict.Refused());
        assertThat(enrolment.confirm(mia, started.factor(), code(started))).isInstanceOf(Changed.class);

        assertThat(check.factors(MIA).factors()).hasSize(1);
        assertThat(check.verify(MIA, started.factor(), code(started), null))
                .as("the first code is used up")
                .isEqualTo(new FactorVerdict.Refused());
        assertThat(told).extracting(event -> event.details().get("change")).containsExactly("begun", "confirmed");
        assertThat(store.of(MIA).toString()).doesNotContain(protectedKey());
    }

    @Test
    @Attack("A30")
    @Asvs({"7.5.1"})
    void a30EnrolmentIsConfirmedInItsOwnSessionAndInTime() {
        Started started = begin(withPassword("s1"), null);

        assertThat(enrolment.confirm(withPassword("s2"), started.factor(), code(started)))
                .isEqualTo(new Refused(Reason.OTHER_SESSION));
        assertThat(last().type()).isEqualTo(SecurityEventType.AUTHZ_FAIL);
        assertThat(enrolment.confirm(withPassword("s1"), "another", code(started)))
                .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
        String wrong = TestAuthenticator.wrong(started.secret(), now);
        assertThat(enrolment.confirm(withPassword("s1"), started.factor(), wrong))
                .isEqualTo(new Refused(Reason.NOT_PROVED));
        now = NOON.plus(Duration.ofMinutes(10));
        assertThat(enrolment.confirm(withPassword("s1"), started.factor(), code(started)))
                .isEqualTo(new Refused(Reason.TOO_LATE));
        now = NOON.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(enrolment.confirm(withPassword("s1"), started.factor(), code(started)))
                .isInstanceOf(Changed.class);
    }

    @Test
    @Attack("A30")
    @Asvs({"7.5.1"})
    void a30WhoeverHoldsAnOldSessionEnrolsNothing() {
        FactorActor stale = withPassword("s1");
        now = NOON.plus(Duration.ofMinutes(5)).plusMillis(1);
        assertThat(enrolment.begin(stale, Factor.TIME_CODE, "phone", null))
                .isEqualTo(new NotStarted(Reason.PROVE_AGAIN));
        now = NOON;
        String first = active(null);

        assertThat(enrolment.begin(withPassword("s1"), Factor.TIME_CODE, "phone", null))
                .as("with a second factor, the password alone will not do")
                .isEqualTo(new NotStarted(Reason.PROVE_AGAIN));
        assertThat(enrolment.begin(actor("s1", Factor.API_KEY, Factor.PASSWORD), Factor.TIME_CODE, "phone", null))
                .isEqualTo(new NotStarted(Reason.PROVE_AGAIN));
        assertThat(enrolment.remove(withPassword("s1"), first)).isEqualTo(new Refused(Reason.PROVE_AGAIN));
        assertThat(enrolment.begin(
                        new FactorActor(new Principal(MIA, PERSON, List.of()), "s", null),
                        Factor.TIME_CODE,
                        "phone",
                        null))
                .isEqualTo(new NotStarted(Reason.PROVE_AGAIN));
    }

    @Test
    @Attack("A30")
    void a30TheOldFactorStaysUntilTheNewOneIsConfirmed() {
        String first = active(null);
        FactorActor strong = actor("s1", Factor.PASSWORD, Factor.TIME_CODE);
        Started second = begin(strong, first);
        assertThat(check.factors(MIA).factors()).extracting(EnrolledFactor::id).containsExactly(first);
        Started third = begin(strong, first);
        assertThat(enrolment.confirm(strong, second.factor(), code(second)))
                .as("begun again: the earlier one is dropped")
                .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));

        assertThat(enrolment.confirm(strong, third.factor(), code(third))).isInstanceOf(Changed.class);

        assertThat(check.factors(MIA).factors()).extracting(EnrolledFactor::id).containsExactly(third.factor());
        assertThat(told.stream().filter(event -> "begun".equals(event.details().get("change"))))
                .hasSize(3);
        assertThat(enrolment.begin(strong, Factor.TIME_CODE, "phone", first))
                .isEqualTo(new NotStarted(Reason.NO_SUCH_FACTOR));
    }

    @Test
    @Attack("A30")
    @Asvs({"6.5.6"})
    void a30TheLastFactorGoesByRecoveryAlone() {
        String first = active(null);
        FactorActor strong = actor("s1", Factor.PASSWORD, Factor.TIME_CODE);
        assertThat(enrolment.remove(strong, first)).isEqualTo(new Refused(Reason.LAST_FACTOR));
        String second = active(strong);
        assertThat(enrolment.remove(strong, "none")).isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
        assertThat(enrolment.remove(strong, first)).isInstanceOf(Changed.class);
        assertThat(enrolment.remove(strong, second)).isEqualTo(new Refused(Reason.LAST_FACTOR));

        Principal owner = strong.principal();
        Principal clara = Principal.of(AccountId.of("clara"), PersonId.of("p-2"));
        Principal second1 = Principal.of(AccountId.of("mia-admin"), PERSON);
        for (Principal self : List.of(owner, second1, new Principal(AccountId.of("robot"), null, List.of()))) {
            assertThatThrownBy(() -> enrolment.recover(MIA, self, owner, "lost"))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> enrolment.recover(AccountId.of("x"), clara, owner, "lost"))
                .isInstanceOf(InvalidInput.class);
        assertThat(enrolment.recover(MIA, clara, owner, "phone in the sea")).isEqualTo(1);
        assertThat(check.factors(MIA).factors()).isEmpty();
        assertThat(told.get(told.size() - 1).details()).containsEntry("change", "recovered");
    }

    @Test
    @Attack("A30")
    void a30OfTwoRemovalsAtOnceOneFactorStays() {
        Race.rounds(
                2,
                300,
                round -> {
                    store.replace(store.of(MIA), List.of());
                    String one = active(null);
                    FactorActor strong = actor("s1", Factor.PASSWORD, Factor.TIME_CODE);
                    String two = active(strong);
                    return thread -> enrolment.remove(strong, thread == 0 ? one : two) instanceof Changed;
                },
                (round, winners) -> {
                    assertThat(winners).isEqualTo(1);
                    assertThat(check.factors(MIA).factors()).hasSize(1);
                });
    }

    @Test
    @Attack("A65")
    void a65WhatCannotBeReportedChangesNothing() {
        String first = active(null);
        FactorActor strong = actor("s1", Factor.PASSWORD, Factor.TIME_CODE);
        Started second = begin(strong, null);
        AccountFactors before = store.of(MIA);
        FactorEnrolment unheard = FactorEnrolment.of(
                check,
                new SecureRandom(),
                event -> {
                    throw new IllegalStateException("disk full");
                },
                UserNotifier.none());

        assertThatThrownBy(() -> unheard.begin(strong, Factor.TIME_CODE, "x", null))
                .hasMessage("disk full");
        assertThatThrownBy(() -> unheard.confirm(strong, second.factor(), code(second)))
                .hasMessage("disk full");
        assertThatThrownBy(() -> unheard.remove(strong, first)).hasMessage("disk full");
        assertThat(store.of(MIA)).isEqualTo(before);
    }

    @Test
    void aNotifierThatFailsIsReportedAndUndoesNothing() {
        FactorEnrolment mute = FactorEnrolment.of(check, new SecureRandom(), events::add, (account, event) -> {
            throw new IllegalStateException("mail server down");
        });
        assertThat(mute.begin(withPassword("s"), Factor.COUNTER_CODE, "key ring", null))
                .isInstanceOf(Started.class);
        assertThat(last().type()).isEqualTo(SecurityEventType.SYS_MONITOR_DISABLED);
        assertThat(last().details().toString()).doesNotContain("mail server");
    }

    @Test
    void buttonsAreEnrolledTooAndTenFactorsAreEnough() {
        FactorActor strong = actor("s1", Factor.PASSWORD, Factor.COUNTER_CODE);
        for (int i = 0; i < 10; i++) {
            Started started = (Started) enrolment.begin(strong, Factor.COUNTER_CODE, "key ring", null);
            assertThat(enrolment.confirm(strong, started.factor(), TestAuthenticator.code(started.secret(), 0)))
                    .isInstanceOf(Changed.class);
        }
        assertThat(enrolment.begin(strong, Factor.COUNTER_CODE, "key ring", null))
                .isEqualTo(new NotStarted(Reason.TOO_MANY));
        assertThatThrownBy(() -> enrolment.begin(strong, Factor.PASSWORD, "x", null))
                .isInstanceOf(InvalidInput.class);
        store.replace(store.of(MIA), List.of());
        for (String label : List.of("", " ", "a\nb", "x".repeat(61))) {
            assertThatThrownBy(() -> enrolment.begin(withPassword("s"), Factor.TIME_CODE, label, null))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private String active(@Nullable FactorActor actor) {
        FactorActor who = actor == null ? withPassword("s1") : actor;
        Started started = begin(who, null);
        Changed changed = (Changed) enrolment.confirm(who, started.factor(), code(started));
        return changed.factor().id();
    }

    private Started begin(FactorActor actor, @Nullable String replaces) {
        return (Started) enrolment.begin(actor, Factor.TIME_CODE, "phone", replaces);
    }

    private String code(Started started) {
        return TestAuthenticator.code(started.secret(), now);
    }

    private String protectedKey() {
        return ((EnrolledFactor.OneTimeKey) store.of(MIA).factors().get(0).material()).protectedKey();
    }

    private SecurityEvent last() {
        return events.get(events.size() - 1);
    }

    private static FactorActor withPassword(String session) {
        return actor(session, Factor.PASSWORD);
    }

    private static FactorActor actor(String session, Factor... proved) {
        List<FactorEvidence> evidence = new ArrayList<>();
        for (Factor factor : proved) {
            evidence.add(new FactorEvidence(factor, NOON));
        }
        return new FactorActor(new Principal(MIA, PERSON, evidence), session, null);
    }
}
