package io.bondtrader.security.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The handbook's page about security events names each, and no other. */
final class SecurityEventsPageTest {

    private static final String PAGE = HandbookPage.read("security-events.md");

    @ParameterizedTest
    @EnumSource(SecurityEventType.class)
    void everyEventHasOneRowWithItsSeverity(SecurityEventType type) {
        assertThat(PAGE.lines().filter(row -> row.startsWith("| `%s` | %s | ".formatted(type.word(), type.severity()))))
                .hasSize(1);
    }

    @Test
    void thePageNamesNoOtherEvent() {
        List<String> words = Arrays.stream(SecurityEventType.values())
                .map(SecurityEventType::word)
                .toList();

        assertThat(PAGE.lines().filter(row -> row.matches("\\| `[a-z0-9_]+` \\| (INFO|WARNING|ERROR|CRITICAL) \\| .*")))
                .hasSize(words.size());
        assertThat(words).doesNotHaveDuplicates();
    }
}
