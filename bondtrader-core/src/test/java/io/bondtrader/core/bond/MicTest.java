package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MicTest {

    @Test
    void aVenueIsNamedByFourLettersOrDigitsInUpperCase() {
        assertThat(Mic.of(" xnys ").value()).isEqualTo("XNYS");
        assertThat(Mic.of("360T")).hasToString("360T").isEqualTo(new Mic("360t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XNY", "XNYSE", "XN-S", "XNÝS", "X NS"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Mic.of(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreErrorCode.UNREADABLE_TEXT));
    }
}
