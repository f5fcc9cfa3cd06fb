package io.bondtrader.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.password.PasswordReview.Weakness;
import io.bondtrader.testdata.Asvs;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {

    private static final PasswordPolicy POLICY = PasswordPolicy.soleFactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vlqmtrxhcgwkzbp",
                "847163905528174",
                "seven grey herons overslept",
                "ÄÖÜß und noch ein paar Zeichen",
                "🐢🐙🦔🦉🐝🦊🐞🐳🦜🐑🐖🦆🐎🦇🐫"
            })
    @Asvs("6.2.5")
    void noKindOfCharacterIsAskedFor(String password) {
        assertThat(review(POLICY, password).weaknesses()).isEmpty();
    }

    @Test
    @Asvs("6.2.1")
    void lengthIsCountedInCharactersNotInHalvesOfThem() {
        assertThat(review(POLICY, "vlqmtrxhcgwkzb").weaknesses()).containsExactly(Weakness.TOO_SHORT);
        assertThat(review(POLICY, "🐢🐙🦔🦉🐝🦊🐞🐳").weaknesses()).contains(Weakness.TOO_SHORT);
        assertThat(review(PasswordPolicy.besideSecondFactor(), "vlqmtrxh").accepted())
                .isTrue();
        assertThat(review(PasswordPolicy.besideSecondFactor(), "vlqmtrx").weaknesses())
                .contains(Weakness.TOO_SHORT);
        assertThat(review(POLICY, "").weaknesses()).containsExactly(Weakness.TOO_SHORT);
    }

    @Test
    @Asvs("6.2.9")
    void longPassphrasesAreWelcomeUpToWhatIsHashed() {
        assertThat(review(POLICY, "seven grey herons overslept ".repeat(36)).accepted())
                .isTrue();
        assertThat(review(POLICY, "x".repeat(1025)).weaknesses()).containsExactly(Weakness.TOO_LONG);
        assertThat(review(POLICY, "ü".repeat(513)).weaknesses()).contains(Weakness.TOO_LONG);
        assertThat(review(POLICY, "seven grey herons \ud800").weaknesses()).containsExactly(Weakness.UNREADABLE);
        assertThat(review(POLICY, "seven grey herons \udc00\ud800").weaknesses())
                .containsExactly(Weakness.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "abcdefghijklmnopqrst",
                "qwertyuiopasdfghjkl",
                "0987654321098765432",
                "passwordpassword",
                "P@ssw0rdP@ssw0rd",
                "Password20202020",
                "bondtraderbondtrader"
            })
    void longButGuessablePasswordsAreRefused(String password) {
        assertThat(review(POLICY, password).weaknesses()).contains(Weakness.GUESSABLE);
    }

    @Test
    @Asvs("6.2.12")
    void passwordsOnABlockListAreRefusedInAnyCase() {
        var policy = POLICY.withBlockList(BlockList.of(List.of("seven grey herons overslept")))
                .withBlockList(password -> password[0] == '#');
        assertThat(review(policy, "Seven Grey Herons Overslept").weaknesses()).containsExactly(Weakness.BLOCKED);
        assertThat(review(policy, "#even grey herons overslept").weaknesses()).containsExactly(Weakness.BLOCKED);
        assertThat(review(policy, "eight grey herons overslept").accepted()).isTrue();
    }

    @Test
    @Asvs("6.2.11")
    void namesDoNotCountTowardsThePassword() {
        var policy = POLICY.withContextWords(List.of("Halvorsen Capital", "Halvorsen", "HC"));
        assertThat(policy.review("Halvorsen-Xq7v".toCharArray(), List.of()).weaknesses())
                .contains(Weakness.CONTEXT_WORD);
        assertThat(policy.review("brunhilde.halvorsen".toCharArray(), List.of("Brunhilde"))
                        .weaknesses())
                .containsExactly(Weakness.CONTEXT_WORD);
        assertThat(policy.review("halvorsen seven grey herons".toCharArray(), List.of())
                        .accepted())
                .isTrue();
        assertThat(policy.review("vlqmtrxhcgwkzbp hc".toCharArray(), List.of()).accepted())
                .isTrue();
    }

    @Test
    void reviewsLeaveThePasswordForTheHash() {
        char[] password = "seven grey herons overslept".toCharArray();
        POLICY.review(password, List.of());
        assertThat(password).containsExactly("seven grey herons overslept".toCharArray());
    }

    @Test
    void strengthNeverFallsWhenACharacterIsAddedThatFollowsNothing() {
        double shorter = PasswordStrength.bits("seven grey herons".toCharArray());
        double longer = PasswordStrength.bits("seven grey herons%".toCharArray());
        assertThat(longer).isGreaterThan(shorter);
        assertThat(PasswordStrength.bits("a".repeat(1_000_000).toCharArray())).isLessThan(30);
        assertThatThrownBy(() -> PasswordStrength.bits(new char[0])).isInstanceOf(InvalidInput.class);
    }

    @Test
    void settingsOutsideTheirBoundsAreRefused() {
        assertThatThrownBy(() -> POLICY.withMinimumLength(7)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> POLICY.withMinimumLength(65)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> POLICY.withMinimumBits(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThat(POLICY.withMinimumLength(20).withMinimumBits(40).withContextWords(Set.of("Halvorsen")))
                .hasToString("PasswordPolicy[minimumLength=20, minimumBits=40.0, blockLists=0, contextWords=1]");
    }

    private static PasswordReview review(PasswordPolicy policy, String password) {
        return policy.review(password.toCharArray(), List.of());
    }
}
