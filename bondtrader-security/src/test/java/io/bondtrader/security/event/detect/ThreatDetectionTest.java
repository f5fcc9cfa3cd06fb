package io.bondtrader.security.event.detect;

import static io.bondtrader.security.event.detect.Stream.LONDON;
import static io.bondtrader.security.event.detect.Stream.event;
import static io.bondtrader.security.event.detect.Stream.minutes;
import static io.bondtrader.security.event.detect.Stream.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is found is told once and counted, and the request never notices. */
final class ThreatDetectionTest {

    private static final Duration QUIET = Duration.ofHours(1);

    private static Detector finding(String subject) {
        return detector(event -> List.of(Finding.of(event.about(subject), "found")));
    }

    private static Detector detector(Function<SecurityEvent, List<Finding>> observe) {
        return new Detector() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public List<Finding> observe(SecurityEvent event) {
                return observe.apply(event);
            }
        };
    }

    @Test
    @Attack("A15")
    void a15ATokenUsedTwiceIsAnAlertAtOnceAndOneEvent() {
        Stream stream = new Stream(ThreatDetection.standardDetectors().toArray(Detector[]::new));

        stream.report(event(SecurityEventType.AUTHN_TOKEN_REUSE, "mia", LONDON, minutes(0))
                .about("refresh family 7")
                .with("reason", "REUSED"));

        assertThat(stream.alerts).singleElement().satisfies(alert -> {
            assertThat(alert.deduplicationKey())
                    .isEqualTo("critical-event authn_token_reuse: account mia, refresh family 7");
            assertThat(alert.context()).containsEntry("reason", "REUSED").containsEntry("recorded", "true");
        });
        assertThat(stream.recorded).hasSize(1);
    }

    @Test
    @Attack("A66")
    void a66AnExceptionFromSegregatedDutiesIsLoudForEachWhoUsesIt() {
        Stream stream = new Stream(new CriticalEvents());

        stream.report(event(SecurityEventType.AUTHZ_EXCEPTION, "lea", null, minutes(0))
                .about("exception 3"));
        stream.report(event(SecurityEventType.AUTHZ_EXCEPTION, "mia", LONDON, minutes(5))
                .about("order:1")
                .with("exception", "3"));
        stream.report(event(SecurityEventType.AUTHZ_EXCEPTION, "mia", LONDON, minutes(6))
                .about("order:2")
                .with("exception", "3"));

        assertThat(stream.alerts).hasSize(3);
        assertThat(stream.recorded).hasSize(3);
    }

    @Test
    void theSameTroubleIsToldOnceAndCounted() {
        Stream stream = new Stream(finding("mia"));

        for (int i = 0; i <= 60; i++) {
            stream.report(wrong("mia", LONDON, minutes(i)));
        }

        assertThat(stream.alerts)
                .extracting(alert -> alert.context().get("since"))
                .containsExactly("0", "59");
        assertThat(stream.alerts).extracting(Alert::raisedAt).containsExactly(Stream.START, Stream.START.plus(QUIET));
        assertThat(stream.recorded).hasSize(63);
    }

    @Test
    @Attack("A65")
    void a65ADetectorThatThrowsIsReportedOnceAndLeftOutAndTheOthersGoOn() {
        int[] calls = {0};
        Detector broken = detector(event -> {
            calls[0]++;
            throw new IllegalStateException("a bug");
        });
        Stream stream = new Stream(broken, finding("mia"));

        for (int i = 0; i < 5; i++) {
            stream.report(wrong("mia", LONDON, minutes(i)));
        }

        assertThat(calls[0]).isEqualTo(1);
        assertThat(stream.recorded)
                .filteredOn(event -> event.type() == SecurityEventType.SYS_MONITOR_DISABLED)
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("failure", "IllegalStateException"));
        assertThat(stream.keys()).containsExactly("threat-detection detector: test", "test mia");
    }

    @Test
    @Attack("A65")
    void a65ASinkBehindThatCannotRecordThrowsToTheRequestAndTheAttackIsSeenAllTheSame() {
        List<Alert> alerts = new ArrayList<>();
        SecurityEventSink full = event -> {
            throw new IllegalStateException("full");
        };
        var detection = ThreatDetection.of(full, alerts::add, QUIET, List.of(finding("mia")));

        assertThatThrownBy(() -> detection.report(wrong("mia", LONDON, minutes(0))))
                .hasMessage("full");
        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.context()).containsEntry("recorded", "false"));
    }

    @Test
    @Attack("A65")
    void a65AFindingThatCannotBeRecordedDoesNotBreakTheRequest() {
        List<Alert> alerts = new ArrayList<>();
        SecurityEventSink failsForFindings = event -> {
            if (event.details().containsKey("detector")) {
                throw new IllegalStateException("full");
            }
        };
        var detection = ThreatDetection.of(failsForFindings, alerts::add, QUIET, List.of(finding("mia")));

        detection.report(wrong("mia", LONDON, minutes(0)));

        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.context()).containsEntry("recorded", "false"));
    }

    @Test
    @Attack("A65")
    void a65AlertsThatCannotBeRaisedAreReportedOnceAndTriedAgainAMinuteLater() {
        List<SecurityEvent> recorded = new ArrayList<>();
        List<Alert> raised = new ArrayList<>();
        int[] tries = {0};
        boolean[] down = {true};
        AlertSink pager = alert -> {
            tries[0]++;
            if (down[0]) {
                throw new IllegalStateException("no line");
            }
            raised.add(alert);
        };
        var detection = ThreatDetection.of(recorded::add, pager, QUIET, List.of(finding("mia")));

        for (int i = 0; i < 120; i++) {
            detection.report(wrong("mia", LONDON, Duration.ofSeconds(i)));
        }
        assertThat(tries[0]).isEqualTo(2);
        down[0] = false;
        detection.report(wrong("mia", LONDON, minutes(2)));
        detection.report(wrong("mia", LONDON, Duration.ofSeconds(200)));

        assertThat(raised).hasSize(1);
        assertThat(recorded)
                .extracting(SecurityEvent::type)
                .filteredOn(type -> type.word().startsWith("sys_monitor"))
                .containsExactly(SecurityEventType.SYS_MONITOR_DISABLED, SecurityEventType.SYS_MONITOR_ENABLED);
    }

    @Test
    @Attack("A65")
    void a65AFloodOfSubjectsIsToldAsOne() {
        Stream stream =
                new Stream(detector(event -> List.of(Finding.of(event.about("s " + event.subject()), "found"))));

        for (int i = 0; i < 5_000; i++) {
            stream.report(event(SecurityEventType.AUTHZ_FAIL, "mia", LONDON, minutes(i % 60))
                    .about("o" + i));
        }
        assertThat(stream.alerts).hasSize(101);
        assertThat(stream.keys().get(100)).isEqualTo("test many subjects");

        stream.report(
                event(SecurityEventType.AUTHZ_FAIL, "mia", LONDON, minutes(61)).about("new"));
        assertThat(stream.keys().get(101)).isEqualTo("test s new");
    }

    @Test
    void aClockSetRightAgainDoesNotHushForLong() {
        Stream stream = new Stream(finding("mia"));

        stream.report(wrong("mia", LONDON, Duration.ofDays(365)));
        stream.report(wrong("mia", LONDON, minutes(1)));
        stream.report(wrong("mia", LONDON, minutes(2)));

        assertThat(stream.alerts).hasSize(2);
    }

    @Test
    void aQuietPeriodIsPositiveAndFindingsSaySomething() {
        assertThatThrownBy(() -> ThreatDetection.of(SecurityEventSink.none(), alert -> {}, Duration.ZERO, List.of()))
                .isInstanceOf(InvalidInput.class);
        SecurityEvent event = wrong("mia", LONDON, minutes(0));
        assertThatThrownBy(() -> Finding.of(event.about(""), "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Finding.of(event, " ")).isInstanceOf(InvalidInput.class);
    }
}
