package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.mfa.SecretProtector;
import io.bondtrader.testdata.Canary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What everything that protects secrets does. */
public abstract class SecretProtectorContract {

    /** Returns a protector with a key of its own. */
    protected abstract SecretProtector newProtector();

    @Test
    public void aSecretComesBackInItsContext() {
        SecretProtector protector = newProtector();
        byte[] secret = Canary.bytes("protected", 20);
        String text = protector.protect(secret.clone(), "mia phone");

        assertThat(protector.reveal(text, "mia phone")).isEqualTo(secret);
        assertThat(text)
                .doesNotContain(Canary.MARK)
                .doesNotContain(Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(secret)
                        .substring(0, 12));
        assertThat(text.chars().allMatch(c -> c > ' ' && c < 0x7f)).isTrue();
        assertThat(protector.protect(secret, "mia phone"))
                .as("equal secrets look different")
                .isNotEqualTo(text);
    }

    @Test
    public void anotherContextKeyOrTextRevealsNothing() {
        SecretProtector protector = newProtector();
        String text = protector.protect("a secret".getBytes(StandardCharsets.UTF_8), "mia phone");

        assertThatThrownBy(() -> protector.reveal(text, "noah phone")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> newProtector().reveal(text, "mia phone")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> protector.reveal("", "mia phone")).isInstanceOf(RuntimeException.class);
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String turned = text.substring(0, i) + other + text.substring(i + 1);
            assertThatThrownBy(() -> protector.reveal(turned, "mia phone"))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageNotContaining("a secret");
        }
    }
}
