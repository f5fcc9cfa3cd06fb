package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@Asvs({"6.5.3", "6.5.4"})
final class BackupCodesTest {

    private final Set<String> kept = new HashSet<>();
    private final InMemoryBackupCodes memory = new InMemoryBackupCodes();
    private final BackupCodes codes = BackupCodes.of(memory, new byte[32], new SecureRandom());

    @Test
    @Attack("A31")
    void a31EachCodeWorksOnceForItsUserInAnySpelling() {
        List<char[]> set = codes.regenerate("mia", 10);
        assertThat(set).hasSize(10);
        String first = new String(set.get(0));
        String second = new String(set.get(1));
        assertThat(first).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){5}"); // 24 characters of five bits
        assertThat(codes.use("noah", first.toCharArray())).isFalse();
        assertThat(codes.use("mia", first.toCharArray())).isTrue();
        assertThat(codes.use("mia", first.toCharArray())).isFalse();
        assertThat(codes.use(
                        "mia",
                        second.replace("-", " ")
                                .toLowerCase(java.util.Locale.ROOT)
                                .toCharArray()))
                .isTrue();
        assertThat(codes.remaining("mia")).isEqualTo(8);
        assertThat(codes.remaining("noah")).isZero();
    }

    @Test
    @Attack("A31")
    void a31ANewSetEndsTheOldOne() {
        char[] old = codes.regenerate("mia", 1).get(0);
        codes.regenerate("mia", 1);
        assertThat(codes.use("mia", old)).isFalse();
        assertThat(old).containsOnly('\0');
    }

    @Test
    @Attack("A31")
    void a31ParallelUsesOfOneCodeHaveOneSuccess() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 200; round++) {
                String code = new String(codes.regenerate("mia", 1).get(0));
                List<Callable<Boolean>> uses = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    uses.add(() -> codes.use("mia", code.toCharArray()));
                }
                int successes = 0;
                for (var use : threads.invokeAll(uses)) {
                    successes += use.get() ? 1 : 0;
                }
                assertThat(successes).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Attack("A31")
    @Asvs("6.5.2")
    void a31StoresSeeDigestsAlone() {
        BackupCodeStore seeing = new BackupCodeStore() {
            @Override
            public void replaceAll(String user, Set<String> digests) {
                kept.addAll(digests);
            }

            @Override
            public boolean consumeOnce(String user, String digest) {
                return kept.remove(digest);
            }

            @Override
            public int remaining(String user) {
                return kept.size();
            }
        };
        String code = new String(BackupCodes.of(seeing, new byte[32], new SecureRandom())
                .regenerate("mia", 1)
                .get(0));
        assertThat(kept).hasSize(1).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(BackupCodes.of(seeing, otherKey, new SecureRandom()).use("mia", code.toCharArray()))
                .isFalse();
        assertThat(BackupCodes.of(seeing, new byte[32], new SecureRandom()).use("mia", code.toCharArray()))
                .isTrue();
    }

    @Test
    @Attack("A31")
    void a31GuessesOfAnotherFormAreRefused() {
        codes.regenerate("mia", 20);
        for (String typed : List.of("", "A", "A".repeat(25), "0".repeat(24), "Ａ".repeat(24), "-".repeat(100_000))) {
            assertThat(codes.use("mia", typed.toCharArray())).isFalse();
        }
        assertThat(codes.remaining("mia")).isEqualTo(20);
        assertThatThrownBy(() -> codes.regenerate("mia", 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> codes.regenerate("mia", 21)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BackupCodes.of(memory, new byte[31], new SecureRandom()))
                .isInstanceOf(InvalidInput.class);
    }
}
