package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.mfa.EnrolledFactor.Active;
import io.bondtrader.security.mfa.EnrolledFactor.OneTimeKey;
import io.bondtrader.security.mfa.OneTimeSecret.Hash;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.Race;
import io.bondtrader.testdata.TimingLeak;
import io.bondtrader.testdata.TimingLeak.Pair;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FactorCheckTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountId MIA = AccountId.of("mia");
    private static final FactorVerdict REFUSED = new FactorVerdict.Refused();

    private volatile Instant now = NOON;
    private final List<SecurityEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final OneTimeSecret secret = OneTimeSecret.of(Canary.bytes("factor", 20), Hash.SHA1, 6);
    private final SecretProtector protector =
            SecretProtector.under(KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom()));
    private final InMemoryFactors store = new InMemoryFactors();
    private final BackupCodes codes =
            BackupCodes.of(new InMemoryBackupCodes(), Canary.bytes("digests", 32), new SecureRandom());
    private final FactorCheck check = FactorCheck.of(
                    store, protector, new InMemorySteps(), new InMemoryAttempts(), () -> now, events::add)
            .withBackupCodes(codes);

    @BeforeEach
    void miaHasAPhoneAndAKeyRing() {
        store.replace(store.of(MIA), List.of(factor("phone", Factor.TIME_CODE), factor("ring", Factor.COUNTER_CODE)));
    }

    @Test
    @Attack({"A26", "A27"})
    @Asvs({"6.5.1", "6.5.8"})
    void a26ACodeProvesItsFactorOnceAndTheOffsetIsRecorded() {
        String early = TestAuthenticator.code(secret, now.minusSeconds(30));
        assertThat(check.verify(MIA, "phone", early, null)).isInstanceOf(FactorVerdict.Proved.class);
        assertThat(last().type()).isEqualTo(SecurityEventType.AUTHN_FACTOR_PROVED);
        assertThat(last().details()).containsEntry("offset", "-1");

        assertThat(check.verify(MIA, "phone", early, null)).isEqualTo(REFUSED);
        assertThat(last().details()).containsEntry("reason", "replayed");
        assertThat(check.verify(MIA, "ring", TestAuthenticator.code(secret, 3), null))
                .isInstanceOf(FactorVerdict.Proved.class);
        assertThat(check.verify(MIA, "ring", TestAuthenticator.code(secret, 3), null))
                .isEqualTo(REFUSED);
        assertThat(check.verify(MIA, "other", early, null)).isEqualTo(REFUSED);
        assertThat(check.verify(AccountId.of("noah"), "phone", early, null)).isEqualTo(REFUSED);
        assertThat(events).hasSize(6);
    }

    @Test
    @Attack("A28")
    @Asvs({"6.3.1"})
    void a28FiveWrongCodesAreFreeThenOneWaitsAndAHundredLockThatFactorAlone() {
        int looked = 0;
        for (int tries = 0; tries < 1_000 && looked < 100; tries++) {
            events.clear();
            String wrong = TestAuthenticator.wrong(secret, now);
            FactorVerdict verdict = check.verify(MIA, "phone", wrong, null);
            assertThat(events).hasSize(1);
            if (verdict instanceof FactorVerdict.Wait wait) {
                assertThat(looked).isGreaterThanOrEqualTo(5);
                assertThat(check.verify(MIA, "phone", TestAuthenticator.code(secret, now), null))
                        .as("the right code waits too, and is not used up")
                        .isInstanceOf(FactorVerdict.Wait.class);
                now = now.plus(wait.retryAfter());
            } else {
                looked++;
                assertThat(last().type())
                        .isEqualTo(
                                looked == 100
                                        ? SecurityEventType.AUTHN_LOGIN_LOCK
                                        : SecurityEventType.AUTHN_LOGIN_FAIL);
            }
        }
        assertThat(looked).isEqualTo(100);
        assertThat(Duration.between(NOON, now)).isGreaterThan(Duration.ofHours(20));
        now = now.plus(Duration.ofDays(400));
        assertThat(check.verify(MIA, "phone", TestAuthenticator.code(secret, now), null))
                .isEqualTo(new FactorVerdict.Locked());
        assertThat(check.verify(MIA, "ring", TestAuthenticator.code(secret, 0), null))
                .as("other factors may be used")
                .isInstanceOf(FactorVerdict.Proved.class);
        check.unlock(MIA, "phone");
        assertThat(check.verify(MIA, "phone", TestAuthenticator.code(secret, now), null))
                .isInstanceOf(FactorVerdict.Proved.class);
    }

    @Test
    @Attack("A28")
    void a28ASuccessForgivesEarlierFailures() {
        for (int i = 0; i < 4; i++) {
            check.verify(MIA, "phone", "nothing", null);
        }
        assertThat(check.verify(MIA, "phone", TestAuthenticator.code(secret, now), null))
                .isInstanceOf(FactorVerdict.Proved.class);
        for (int i = 0; i < 5; i++) {
            assertThat(check.verify(MIA, "phone", "nothing", null)).isEqualTo(REFUSED);
        }
        assertThat(check.verify(MIA, "phone", "nothing", null)).isInstanceOf(FactorVerdict.Wait.class);
    }

    @Test
    @Attack({"A26", "A28"})
    void a26SixtyFourThreadsGetOneSuccessOutOfOneCode() {
        InMemorySteps steps = new InMemorySteps();
        long step = now.getEpochSecond() / 30;
        String code = TestAuthenticator.code(secret, step);
        Race.rounds(
                64,
                10_000,
                round -> {
                    TimeCodes fresh = TimeCodes.of(steps, () -> now);
                    String factor = "f" + round;
                    return thread -> fresh.verify(secret, factor, code) == CodeVerdict.ACCEPTED;
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    @Attack("A31")
    @Asvs({"6.5.1"})
    void a31ABackupCodeProvesOnceWithTheRemainingCountInTheEvent() {
        List<char[]> set = codes.regenerate(MIA.value(), 3);
        String first = new String(set.get(0));
        assertThat(check.verifyBackupCode(MIA, first.toCharArray(), null)).isInstanceOf(FactorVerdict.Proved.class);
        assertThat(last().details()).containsEntry("remaining", "2");
        char[] again = first.toCharArray();
        assertThat(check.verifyBackupCode(MIA, again, null)).isEqualTo(REFUSED);
        assertThat(again).containsOnly('\0');
        codes.regenerate(MIA.value(), 3);
        assertThat(check.verifyBackupCode(MIA, set.get(1), null)).isEqualTo(REFUSED);
        assertThat(check.backupCodesLeft(MIA)).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            check.verifyBackupCode(MIA, "guess".toCharArray(), null);
        }
        char[] late = "guess".toCharArray();
        assertThat(check.verifyBackupCode(MIA, late, null)).isInstanceOf(FactorVerdict.Wait.class);
        assertThat(late).containsOnly('\0');
        assertThat(events.toString()).doesNotContain(first);
    }

    @Test
    @Attack("A31")
    void a31SixtyFourThreadsGetOneSuccessOutOfOneBackupCode() {
        InMemoryBackupCodes memory = new InMemoryBackupCodes();
        BackupCodes racing = BackupCodes.of(memory, Canary.bytes("digests", 32), new SecureRandom());
        Race.rounds(
                64,
                10_000,
                round -> {
                    String code = new String(racing.regenerate("mia", 1).get(0));
                    return thread -> racing.use("mia", code.toCharArray());
                },
                (round, winners) -> {
                    assertThat(winners).isEqualTo(1);
                    assertThat(memory.remaining("mia")).isZero();
                });
    }

    @Test
    @Attack("A29")
    void a29MalformedTextTakesTheWorkOfAWrongCode() {
        TimeCodes fresh = TimeCodes.of(new InMemorySteps(), () -> now);
        String wrong = TestAuthenticator.wrong(secret, now);
        String malformed = wrong.substring(0, 5) + "x";
        double ratio = TimingLeak.closestRatio(
                5_000,
                5,
                attempt -> Pair.of(
                        malformed.getBytes(StandardCharsets.US_ASCII),
                        wrong.getBytes(StandardCharsets.US_ASCII),
                        typed -> fresh.verify(secret, "f", new String(typed, StandardCharsets.US_ASCII))
                                        == CodeVerdict.ACCEPTED
                                ? 1
                                : 0));
        // Parsing stops a character apart; without the three HMACs next to nothing would be left.
        assertThat(ratio).isGreaterThan(0.5);
    }

    @Test
    @Attack({"A31", "A35"})
    void a31LookingUpABackupCodeTakesOneTimeWhateverOfItIsRight() {
        assertThat(TimingLeak.smallestT(20_000, 10, attempt -> almostRightCodes()))
                .isLessThan(TimingLeak.BAR);
    }

    private static Pair almostRightCodes() {
        BackupCodes fresh = BackupCodes.of(new InMemoryBackupCodes(), Canary.bytes("digests", 32), new SecureRandom());
        String code = new String(fresh.regenerate("mia", 10).get(0));
        String firstWrong = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);
        String lastWrong = code.substring(0, 28) + (code.charAt(28) == 'A' ? 'B' : 'A');
        return Pair.of(
                firstWrong.getBytes(StandardCharsets.US_ASCII),
                lastWrong.getBytes(StandardCharsets.US_ASCII),
                typed -> fresh.use("mia", new String(typed, StandardCharsets.US_ASCII).toCharArray()) ? 1 : 0);
    }

    @Test
    @Attack("A65")
    void a65WhatCannotBeReportedProvesNothing() {
        FactorCheck unheard = FactorCheck.of(
                        store, protector, new InMemorySteps(), new InMemoryAttempts(), () -> now, event -> {
                            throw new IllegalStateException("disk full");
                        })
                .withBackupCodes(codes);
        char[] code = codes.regenerate(MIA.value(), 1).get(0);
        String typed = TestAuthenticator.code(secret, now);
        assertThatThrownBy(() -> unheard.verify(MIA, "phone", typed, null)).hasMessage("disk full");
        assertThatThrownBy(() -> unheard.verifyBackupCode(MIA, code, null)).hasMessage("disk full");
    }

    @Test
    void aKeyThatCannotBeReadIsNobodysFailure() {
        FactorCheck rekeyed = FactorCheck.of(
                store,
                SecretProtector.under(KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom())),
                new InMemorySteps(),
                new InMemoryAttempts(),
                () -> now,
                events::add);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> rekeyed.verify(MIA, "phone", "123456", null))
                    .hasMessageStartingWith("BT-5063");
        }
        assertThat(rekeyed.verifyBackupCode(MIA, "x".toCharArray(), null)).isEqualTo(REFUSED);
        assertThat(rekeyed.backupCodesLeft(MIA)).isZero();
    }

    private EnrolledFactor factor(String id, Factor kind) {
        String text = protector.protect(secret.exportKey(), FactorCheck.context(MIA, id));
        return new EnrolledFactor(id, kind, id, new Active(NOON), new OneTimeKey(text, Hash.SHA1, 6));
    }

    private SecurityEvent last() {
        return events.get(events.size() - 1);
    }
}
