package io.bondtrader.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.HashingBusy;
import io.bondtrader.security.password.PasswordVerdict.MatchNeedsUpgrade;
import io.bondtrader.security.password.PasswordVerdict.Reason;
import io.bondtrader.security.password.PasswordVerdict.Rejected;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Asvs("11.4.2")
final class PasswordHashingTest {

    private static final PasswordScheme BCRYPT = new PasswordScheme.Bcrypt(10);
    private static final PasswordScheme PBKDF2 = new PasswordScheme.Pbkdf2(600_000);
    private static final Pepper OLD = Pepper.of("2025-1", filled(1));
    private static final Pepper NEW = Pepper.of("2026-1", filled(2));
    private static final PasswordVerdict MATCH = new PasswordVerdict.Match();
    private static final PasswordVerdict NO_MATCH = new PasswordVerdict.NoMatch();

    static List<PasswordScheme> schemes() {
        return List.of(PasswordScheme.standard(), BCRYPT, PBKDF2);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeKnowsItsOwnPasswordAndNoOther(PasswordScheme scheme) {
        var plain = PasswordHashing.builder().scheme(scheme).build();
        var peppered = PasswordHashing.builder().scheme(scheme).peppers(NEW).build();
        for (PasswordHashing hashing : List.of(plain, peppered)) {
            String stored = hashing.hash(chars("coupon strips at noon ü"));

            assertThat(hashing.verify(chars("coupon strips at noon ü"), stored)).isEqualTo(MATCH);
            assertThat(hashing.verify(chars("coupon strips at noon u"), stored)).isEqualTo(NO_MATCH);
            assertThat(hashing.needsUpgrade(stored)).isFalse();
        }
    }

    @Test
    void hashesSayHowTheyWereMade() {
        assertThat(PasswordHashing.standard().hash(chars("a password")))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(PasswordHashing.builder().scheme(BCRYPT).build().hash(chars("a password")))
                .matches("\\$2b\\$10\\$[./A-Za-z0-9]{53}");
        assertThat(PasswordHashing.builder().scheme(PBKDF2).peppers(NEW).build().hash(chars("a password")))
                .matches("\\{pepper=2026-1}\\$pbkdf2-sha256\\$i=600000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void samePasswordsHaveDifferentHashes() {
        var hashing = PasswordHashing.standard();
        assertThat(hashing.hash(chars("a password"))).isNotEqualTo(hashing.hash(chars("a password")));
    }

    @Test
    void loginReplacesAHashOfAnotherSchemeByANewOne() {
        String old = PasswordHashing.builder().scheme(BCRYPT).build().hash(chars("a password"));
        var hashing = PasswordHashing.builder().peppers(NEW).build();
        assertThat(hashing.needsUpgrade(old)).isTrue();

        var verdict = (MatchNeedsUpgrade) hashing.verify(chars("a password"), old);

        assertThat(verdict.replacement()).startsWith("{pepper=2026-1}$argon2id$");
        assertThat(verdict.toString()).doesNotContain("$argon2id$");
        assertThat(hashing.verify(chars("a password"), verdict.replacement())).isEqualTo(MATCH);
        assertThat(hashing.verify(chars("b password"), old)).isEqualTo(NO_MATCH);
    }

    @Test
    void peppersRotateAtLoginAndNeverMatchWhenGone() {
        String old = PasswordHashing.builder().peppers(OLD).build().hash(chars("a password"));

        var rotated = PasswordHashing.builder().peppers(NEW, OLD).build();
        var verdict = (MatchNeedsUpgrade) rotated.verify(chars("a password"), old);
        assertThat(verdict.replacement()).startsWith("{pepper=2026-1}");
        assertThat(PasswordHashing.builder().peppers(NEW).build().verify(chars("a password"), old))
                .isEqualTo(new Rejected(Reason.UNKNOWN_PEPPER));
    }

    @Test
    void wrongPepperOfTheSameNameDoesNotMatch() {
        String stored = PasswordHashing.builder().peppers(NEW).build().hash(chars("a password"));
        var other = PasswordHashing.builder()
                .peppers(Pepper.of("2026-1", filled(9)))
                .build();
        assertThat(other.verify(chars("a password"), stored)).isEqualTo(NO_MATCH);
    }

    @Test
    void passwordsAreWipedHoweverTheCallEnds() {
        var hashing = PasswordHashing.standard();
        char[] hashed = chars("a password");
        String stored = hashing.hash(hashed);
        char[] verified = chars("a password");
        hashing.verify(verified, stored);
        char[] rejected = new char[2000];
        Arrays.fill(rejected, 'x');
        hashing.verify(rejected, stored);
        char[] refused = "lone \ud800".toCharArray();
        assertThatThrownBy(() -> hashing.hash(refused)).isInstanceOf(InvalidInput.class);

        for (char[] password : List.of(hashed, verified, rejected, refused)) {
            assertThat(password).containsOnly('\0');
        }
    }

    @Test
    @Attack("A33")
    void a33LongEmptyAndBrokenPasswordsAreNeverCutNorHashed() {
        var hashing = PasswordHashing.standard();
        String stored = hashing.hash(chars("x".repeat(1024)));
        assertThat(hashing.verify(chars("x".repeat(1024)), stored)).isEqualTo(MATCH);
        assertThat(hashing.verify(chars("x".repeat(1023)), stored)).isEqualTo(NO_MATCH);
        var unusable = new Rejected(Reason.UNUSABLE_PASSWORD);
        for (String password : List.of("", "x".repeat(1025), "ü".repeat(513), "x".repeat(10_000_000), "\udc00")) {
            assertThat(hashing.verify(chars(password), stored)).isEqualTo(unusable);
            assertThat(hashing.verify(chars(password), null)).isEqualTo(unusable);
            assertThatThrownBy(() -> hashing.hash(chars(password)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageNotContaining("xx");
        }
    }

    @Test
    @Attack("A33")
    void a33BcryptNeverIgnoresTheEndOfAPassword() {
        var plain = PasswordHashing.builder().scheme(BCRYPT).build();
        String stored = plain.hash(chars("x".repeat(72)));
        assertThat(plain.verify(chars("x".repeat(72)), stored)).isEqualTo(MATCH);
        assertThat(plain.verify(chars("x".repeat(73)), stored)).isEqualTo(NO_MATCH);
        for (String password : List.of("x".repeat(73), "ü".repeat(37), "a\0a")) {
            assertThatThrownBy(() -> plain.hash(chars(password)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("72 bytes");
        }
        assertThat(plain.verify(chars("a\0a"), plain.hash(chars("a")))).isEqualTo(NO_MATCH);

        // The pepper hashes the whole password first, in base64 without a zero byte.
        var peppered = PasswordHashing.builder().scheme(BCRYPT).peppers(NEW).build();
        String whole = peppered.hash(chars("x".repeat(73)));
        assertThat(peppered.verify(chars("x".repeat(73)), whole)).isEqualTo(MATCH);
        assertThat(peppered.verify(chars("x".repeat(74)), whole)).isEqualTo(NO_MATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=2147483647,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2147483647,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=255$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$pbkdf2-sha256$i=2147483647$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    @Attack("A34")
    void a34HashesOfAbsurdCostAreRefusedWithoutTheirWork(String stored) {
        assertThat(PasswordHashing.standard().verify(chars("password"), stored))
                .isEqualTo(new Rejected(Reason.COST_ABOVE_CEILING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$",
                "$argon2id$",
                "{pepper=",
                "{pepper=x}",
                "{pepper=X!}$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$5$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$99$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC!E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCCCE5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=065536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=4294967297,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=-8,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$t=2,m=65536,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPd",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh",
                "$argon2id$v=19$m=65536,t=2,p=1$$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$pbkdf2-sha256$i=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$sha256$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void textsThatAreNoHashMatchNothing(String stored) {
        var hashing = PasswordHashing.standard();
        assertThat(hashing.verify(chars("password"), stored)).isEqualTo(new Rejected(Reason.UNREADABLE_HASH));
        assertThatThrownBy(() -> hashing.needsUpgrade(stored)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A35")
    void a35UnknownUsersGetTheAnswerOfAWrongPasswordAfterTheSameWork() {
        var hashing = PasswordHashing.standard();
        String stored = hashing.hash(chars("a password"));
        assertThat(hashing.verify(chars("another"), null)).isEqualTo(hashing.verify(chars("another"), stored));

        // Memory allocated is the work of Argon2id, without a clock.
        long known = allocated(() -> hashing.verify(chars("another"), stored));
        long unknown = allocated(() -> hashing.verify(chars("another"), null));
        assertThat(known).isGreaterThan(19_000_000);
        assertThat((double) unknown / known).isBetween(0.95, 1.05);
    }

    @Test
    @Attack("A37")
    void a37LoginsBeyondThePermitsWaitAndBeyondTheQueueAreBusy() throws Exception {
        var gate = new HashingGate(1, 1, 60_000);
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> gate.within(() -> {
                started.countDown();
                return await(finish);
            }));
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() -> gate.within(() -> true));
            while (gate.queued() < 1) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> gate.within(() -> true))
                    .isInstanceOf(HashingBusy.class)
                    .hasMessageStartingWith("BT-5021");
            finish.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(gate.<Boolean>within(() -> true)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Attack("A37")
    void a37WhoeverWaitsTooLongIsBusyAndAFailureGivesItsPermitBack() throws Exception {
        var gate = new HashingGate(1, 1, 1);
        assertThatThrownBy(() -> gate.within(() -> {
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        boolean busy = gate.within(() -> {
            var thread = Executors.newSingleThreadExecutor();
            try {
                assertThatThrownBy(() ->
                                thread.submit(() -> gate.within(() -> true)).get(10, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(HashingBusy.class);
                return true;
            } finally {
                thread.shutdownNow();
            }
        });
        assertThat(busy).isTrue();
        assertThat(gate.queued()).isZero();
    }

    @Test
    @Attack("A52")
    void a52TheSameLettersComposedAndDecomposedAreOnePassword() {
        var hashing = PasswordHashing.standard();
        String stored = hashing.hash("Z\u00fcrich am Abend".toCharArray());
        assertThat(hashing.verify("Zu\u0308rich am Abend".toCharArray(), stored))
                .isEqualTo(MATCH);
    }

    @Test
    void settingsBelowTheFloorOrAboveTheCeilingsAreRefused() {
        var builder = PasswordHashing.builder();
        for (PasswordScheme weak : List.of(
                new PasswordScheme.Argon2id(19_455, 2, 1),
                new PasswordScheme.Argon2id(47_103, 1, 1),
                new PasswordScheme.Argon2id(7_167, 9, 1),
                new PasswordScheme.Bcrypt(9),
                new PasswordScheme.Pbkdf2(599_999))) {
            assertThatThrownBy(() -> builder.scheme(weak)).isInstanceOf(InvalidInput.class);
        }
        var dear = PasswordHashing.builder().scheme(new PasswordScheme.Bcrypt(16));
        assertThatThrownBy(dear::build).isInstanceOf(InvalidInput.class).hasMessageContaining("ceilings");
        assertThatThrownBy(() -> builder.peppers(NEW, NEW)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.concurrency(0, 1, Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.concurrency(1, -1, Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.concurrency(1, 1, Duration.ofDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Pepper.of("Big", filled(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Pepper.of("short", new byte[31])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PasswordScheme.Argon2id(7, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CostCeilings(0, 1, 1, 4, 1)).isInstanceOf(InvalidInput.class);
        assertThat(NEW.toString()).isEqualTo("Pepper[2026-1]");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long allocated(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
