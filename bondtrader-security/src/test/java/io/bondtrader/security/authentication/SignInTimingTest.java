package io.bondtrader.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.guard.Attempts;
import io.bondtrader.security.guard.ConsecutiveRule;
import io.bondtrader.security.guard.WindowRule;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.password.PasswordHashing;
import io.bondtrader.security.password.PasswordScheme;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The whole way of a sign-in takes one time whatever the reason of its refusal. The distributions must overlap: of a
 * sample of each kind, either may be the slower. A neighbour's load moves both; a missing hash moves one by its whole work,
 * in every attempt.
 */
final class SignInTimingTest {

    private static final int SAMPLES = 40;
    private static final String[] NAMES = {"mia", "nobody", "noah", "closed"};

    private final Desk desk = new Desk(
            new ProtectionRules(
                    ConsecutiveRule.standard(),
                    new WindowRule(1_000_000, Duration.ofMinutes(1)),
                    new WindowRule(1_000_000, Duration.ofMinutes(1)),
                    new WindowRule(1_000_000, Duration.ofMinutes(1))),
            PasswordHashing.builder()
                    .scheme(new PasswordScheme.Argon2id(7_168, 5, 1))
                    .build());

    @Test
    @Attack("A35")
    @Asvs("6.3.8")
    void a35UnknownDisabledClosedAndWrongTakeOneTime() {
        AccountId closed = AccountId.of("a-3");
        desk.directory.put("closed", new Account(closed, PersonId.of("p-3"), true, 0));
        desk.credentials.replace(closed, null, desk.hashing.hash(Desk.PASSWORD.toCharArray()));
        desk.attempts.compareAndSet(
                "account a-3 elsewhere", Attempts.NONE, new Attempts(100, Desk.NOON, 0, 0, 0, Instant.MAX), desk.now);

        double worst = 1;
        for (int attempt = 0; attempt < 4 && worst > 0.35; attempt++) {
            worst = Math.min(worst, worstSeparation(attempt));
        }
        assertThat(worst).isLessThan(0.35);
    }

    /** The test tells a skipped hash from one that is done: without it the separation is nearly whole. */
    @Test
    void theMeasureSeesAMissingHash() {
        long[] hashed = new long[20];
        long[] skipped = new long[20];
        for (int i = 0; i < 20; i++) {
            hashed[i] = time("mia");
            long start = System.nanoTime();
            desk.directory.byLoginName("nobody");
            skipped[i] = System.nanoTime() - start;
        }
        assertThat(separation(hashed, skipped)).isGreaterThan(0.4);
    }

    private double worstSeparation(int seed) {
        long[][] times = new long[NAMES.length][SAMPLES];
        int[] count = new int[NAMES.length];
        SplittableRandom order = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
            time(NAMES[i % NAMES.length]);
        }
        while (Arrays.stream(count).min().orElseThrow() < SAMPLES) {
            int kind = order.nextInt(NAMES.length);
            if (count[kind] < SAMPLES) {
                times[kind][count[kind]++] = time(NAMES[kind]);
            }
        }
        double worst = 0;
        for (int kind = 1; kind < NAMES.length; kind++) {
            worst = Math.max(worst, separation(times[0], times[kind]));
        }
        return worst;
    }

    private long time(String name) {
        desk.now = desk.now.plus(Duration.ofMinutes(15));
        if (!name.equals("closed")) {
            desk.attempts.compareAndSet(
                    "account a-1 elsewhere",
                    desk.attempts.read("account a-1 elsewhere", desk.now),
                    Attempts.NONE,
                    desk.now);
            desk.attempts.compareAndSet(
                    "account a-2 elsewhere",
                    desk.attempts.read("account a-2 elsewhere", desk.now),
                    Attempts.NONE,
                    desk.now);
        }
        char[] typed = "another password".toCharArray();
        long start = System.nanoTime();
        SignInResult result = desk.service.begin(name, typed, Desk.OFFICE);
        long took = System.nanoTime() - start;
        assertThat(result).isEqualTo(new Refused());
        return took;
    }

    /** Returns how far the chance that one is slower than the other is from a half: 0 alike, 0.5 apart. */
    private static double separation(long[] a, long[] b) {
        double slower = 0;
        for (long one : a) {
            for (long other : b) {
                slower += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return Math.abs(slower / ((double) a.length * b.length) - 0.5);
    }
}
