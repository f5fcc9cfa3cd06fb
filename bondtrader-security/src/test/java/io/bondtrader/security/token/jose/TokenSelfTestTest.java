package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.error.SelfTestFailed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The known answers that verifiers are built on. */
final class TokenSelfTestTest {

    private static final String ED25519 =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
    private static final String TRUE = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    @Test
    void thisMachineGivesEveryKnownAnswer() {
        assertThatCode(TokenSelfTest::run).doesNotThrowAnyException();
    }

    @Test
    void aFalseAnswerForATrueOneIsNoticed() {
        String altered = TRUE.replace("hgyY", "hgyZ");

        assertThatThrownBy(() -> TokenSelfTest.run(List.of("EdDSA " + ED25519 + " " + altered)))
                .isInstanceOf(SelfTestFailed.class)
                .hasMessageContaining("EdDSA gives a wrong answer");
    }

    @Test
    void anAlgorithmWithoutAKnownAnswerIsNoticed() {
        assertThatThrownBy(() -> TokenSelfTest.run(List.of("EdDSA " + ED25519 + " " + TRUE)))
                .isInstanceOf(SelfTestFailed.class)
                .hasMessageContaining("no known answer for ES256");
    }

    @Test
    void aWeakKnownKeyIsNoticed() {
        String smallOrder = ED25519.replace(
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThatThrownBy(() -> TokenSelfTest.run(List.of("EdDSA " + smallOrder + " " + TRUE)))
                .isInstanceOf(SelfTestFailed.class)
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> TokenSelfTest.run(List.of("XX256 " + ED25519 + " " + TRUE)))
                .isInstanceOf(SelfTestFailed.class);
    }
}
