package io.bondtrader.security.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flood of events that outsiders cause is counted; what matters is kept, each of it. */
final class SampledEventsTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<SecurityEvent> recorded = new ArrayList<>();

    private static SecurityEvent event(SecurityEventType type, long millis) {
        return SecurityEvent.of(type, START.plusMillis(millis));
    }

    private SampledEvents sampling(SecurityEventSink behind) {
        return SampledEvents.of(behind, Set.of(SecurityEventType.INPUT_VALIDATION_FAIL), 10, MINUTE);
    }

    @Test
    @Attack("A65")
    void a65AFloodIsSampledAndWhatWasDroppedIsCounted() {
        SampledEvents sink = sampling(recorded::add);

        for (int i = 0; i < 1_010; i++) {
            sink.report(event(SecurityEventType.INPUT_VALIDATION_FAIL, i));
        }
        assertThat(recorded).hasSize(20);

        sink.report(event(SecurityEventType.SESSION_CREATED, 60_000));
        assertThat(recorded).hasSize(22);
        assertThat(recorded.get(20).type()).isEqualTo(SecurityEventType.SESSION_CREATED);
        assertThat(recorded.get(21).type()).isEqualTo(SecurityEventType.SYS_EVENTS_DROPPED);
        assertThat(recorded.get(21).details()).containsEntry("input_validation_fail", "990");
    }

    @Test
    @Attack("A65")
    void a65EveryStretchKeepsItsOwnAndKeptAndDroppedAddUp() {
        SampledEvents sink = sampling(recorded::add);

        for (int i = 0; i < 6_000; i++) {
            sink.report(event(SecurityEventType.INPUT_VALIDATION_FAIL, 60L * i));
        }
        sink.recordDrops(START.plus(Duration.ofHours(1)));

        long kept = recorded.stream()
                .filter(event -> event.type() == SecurityEventType.INPUT_VALIDATION_FAIL)
                .count();
        long dropped = recorded.stream()
                .map(event -> event.details().get("input_validation_fail"))
                .filter(count -> count != null)
                .mapToLong(Long::parseLong)
                .sum();
        assertThat(kept).isEqualTo(6 * (10 + 9));
        assertThat(kept + dropped).isEqualTo(6_000);
    }

    @Test
    @Attack("A65")
    void a65EventsThatMatterAreKeptInTheMiddleOfAFloodAndTheirSinksExceptionGoesThrough() {
        boolean[] full = {false};
        SampledEvents sink = sampling(event -> {
            if (full[0]) {
                throw new IllegalStateException("full");
            }
            recorded.add(event);
        });

        for (int i = 0; i < 500; i++) {
            sink.report(event(SecurityEventType.INPUT_VALIDATION_FAIL, i));
            sink.report(event(SecurityEventType.AUTHN_LOGIN_SUCCESS, i));
        }
        full[0] = true;

        assertThat(recorded)
                .filteredOn(event -> event.type() == SecurityEventType.AUTHN_LOGIN_SUCCESS)
                .hasSize(500);
        assertThatThrownBy(() -> sink.report(event(SecurityEventType.AUTHN_LOGIN_SUCCESS, 501)))
                .hasMessage("full");
    }

    @Test
    @Attack("A65")
    void a65CountsThatCannotBeRecordedAreKept() {
        boolean[] full = {false};
        SampledEvents sink = sampling(event -> {
            if (full[0]) {
                throw new IllegalStateException("full");
            }
            recorded.add(event);
        });

        for (int i = 0; i < 60; i++) {
            sink.report(event(SecurityEventType.INPUT_VALIDATION_FAIL, i));
        }
        full[0] = true;
        assertThat(sink.recordDrops(START)).isFalse();
        full[0] = false;
        assertThat(sink.recordDrops(START)).isTrue();
        assertThat(sink.recordDrops(START)).isTrue();

        assertThat(recorded.get(10).details()).containsEntry("input_validation_fail", "50");
        assertThat(recorded).hasSize(11);
    }

    @Test
    void aClockSetBackBeginsAStretchOfItsOwn() {
        SampledEvents sink = sampling(recorded::add);
        sink.report(
                event(SecurityEventType.SESSION_CREATED, Duration.ofDays(365).toMillis()));

        for (int i = 0; i < 20; i++) {
            sink.report(event(SecurityEventType.INPUT_VALIDATION_FAIL, i));
        }
        sink.report(event(SecurityEventType.INPUT_VALIDATION_FAIL, 60_000));

        assertThat(recorded).hasSize(13);
    }

    @ParameterizedTest
    @EnumSource(
            value = SecurityEventType.class,
            names = {"AUTHN_LOGIN_SUCCESS", "AUTHZ_PERMIT", "AUTHN_TOKEN_REUSE", "SYS_EVENTS_DROPPED", "AUTHZ_EXCEPTION"
            })
    void whatGrantsOrIsCriticalIsNotSampled(SecurityEventType type) {
        assertThatThrownBy(() -> SampledEvents.of(recorded::add, EnumSet.of(type), 10, MINUTE))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void boundsAreChecked() {
        assertThatThrownBy(() -> SampledEvents.of(recorded::add, Set.of(), 0, MINUTE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SampledEvents.of(recorded::add, Set.of(), 1, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theStandardKeepsAThousandAMinute() {
        SampledEvents sink = SampledEvents.standard(recorded::add);

        for (int i = 0; i < 1_099; i++) {
            sink.report(event(SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED, i));
            sink.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, i));
        }

        assertThat(recorded).hasSize(1_000 + 1_099);
    }
}
