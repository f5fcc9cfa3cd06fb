package io.bondtrader.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile value can do to a message, and through it to a log. */
final class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0000", "\u001b", "\u0085", "\u2028", "\u2029"})
    void aMessageIsOneLineWithoutControls(String control) {
        String value = "a" + control + "2026-01-01 INFO forged";
        assertThat(new MissingData("no curve " + value).getMessage())
                .contains("a?2026")
                .doesNotContain(control);
        assertThat(new InvalidInput("curve", value, "known").getMessage())
                .contains("a?2026")
                .doesNotContain(control);
        assertThat(InvalidInput.unreadable("curve", value, "a name").getMessage())
                .contains("a?2026")
                .doesNotContain(control);
    }

    @Test
    void aMessageHasAnEnd() {
        String flood = "x".repeat(1_000_000);
        assertThat(new MissingData(flood)).message().hasSizeLessThan(2_100).endsWith("…");
        assertThat(new InvalidInput(flood, "1", "short")).message().hasSizeLessThan(2_100);
    }

    @Test
    void theRuleIsSeenHoweverLongTheValueIs() {
        assertThat(new InvalidInput("curve", "x".repeat(1_000_000), "known"))
                .message()
                .startsWith("BT-1001: curve must be known, was xxx")
                .hasSizeLessThan(200);
    }
}
