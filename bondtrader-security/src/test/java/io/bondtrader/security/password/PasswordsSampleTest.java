package io.bondtrader.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.password.PasswordVerdict.MatchNeedsUpgrade;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/passwords.md. */
final class PasswordsSampleTest {

    private final byte[] pepperKey = new byte[32];

    private final PasswordHashing hashing =
            PasswordHashing.builder().peppers(Pepper.of("2026-1", pepperKey)).build();

    private final Map<String, String> hashes = new HashMap<>();

    @Test
    void loginReplacesAnOutdatedHash() {
        String old = PasswordHashing.standard().hash("seven grey herons overslept".toCharArray());
        hashes.put("mia", old);
        assertThat(login("mia", "seven grey herons overslept".toCharArray())).isTrue();
        assertThat(hashes.get("mia")).isNotEqualTo(old).startsWith("{pepper=2026-1}");
        assertThat(login("mia", "seven grey herons overslept".toCharArray())).isTrue();
        assertThat(login("mia", "eight grey herons overslept".toCharArray())).isFalse();
        assertThat(login("noah", "seven grey herons overslept".toCharArray())).isFalse();
    }

    private boolean login(String user, char[] typed) {
        String stored = hashes.get(user); // null for an unknown user: the same work, the same answer
        PasswordVerdict verdict = hashing.verify(typed, stored); // typed is wiped now
        if (verdict instanceof MatchNeedsUpgrade upgrade) {
            hashes.replace(user, stored, upgrade.replacement()); // unless it was changed meanwhile
        }
        return verdict.matches();
    }

    @Test
    void policyIsAskedBeforeTheHash() {
        BlockList breached = password -> false;
        char[] wanted = "seven grey herons overslept".toCharArray();
        var policy = PasswordPolicy.soleFactor()
                .withBlockList(breached)
                .withContextWords(List.of("Halvorsen Capital", "bondtrader"));
        PasswordReview review = policy.review(wanted, List.of("mia", "mia.berg"));
        if (review.accepted()) {
            hashes.put("mia", hashing.hash(wanted));
        } else {
            Arrays.fill(wanted, '\0'); // and show review.weaknesses()
        }
        assertThat(hashes).containsKey("mia");
    }
}
