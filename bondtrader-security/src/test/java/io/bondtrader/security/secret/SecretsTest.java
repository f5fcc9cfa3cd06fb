package io.bondtrader.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.SecretRefused;
import io.bondtrader.security.error.SecretUnavailable;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Asvs({"13.3.2", "16.2.5"})
final class SecretsTest {

    private static final Principal CLARA = Principal.of(AccountId.of("clara"), PersonId.of("p-17"));
    private static final Principal JONAS = Principal.of(AccountId.of("jonas"), PersonId.of("p-18"));
    private static final SecretAccess ACCESS =
            new SecretAccess(CLARA, "connects the feed", IpAddress.parse("203.0.113.7"));

    private final List<SecurityEvent> events = new ArrayList<>();
    private final Source source = new Source();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Secrets secrets = Secrets.builder(source, (reader, name) -> reader.equals(CLARA))
            .clock(() -> now)
            .events(events::add)
            .cache(Duration.ofMinutes(5), Duration.ofHours(1))
            .watchEnvironment(Set.of("PATH", "DB_PASSWORD"))
            .build();

    /** A source that counts, fails and is slow on demand. */
    private static final class Source implements SecretSource {
        final Map<SecretStage, String> values = new HashMap<>(Map.of(SecretStage.CURRENT, Canary.text("one", 20)));
        boolean away;
        boolean broken;
        int asked;

        @Override
        public Optional<SecretVersion> read(String name, SecretStage stage) {
            asked++;
            if (away) {
                throw new SecretUnavailable(name, "throttled at /srv/vault");
            }
            if (broken) {
                throw new IllegalStateException("/srv/vault/" + values.get(SecretStage.CURRENT));
            }
            return name.startsWith("none")
                    ? Optional.empty()
                    : Optional.ofNullable(values.get(stage))
                            .map(value -> new SecretVersion(
                                    Integer.toHexString(value.hashCode()), SecretValue.of(value.toCharArray())));
        }
    }

    @Test
    void aReadingIsRecordedBeforeItIsGiven() {
        try (SecretReading reading = secrets.read("feed", ACCESS)) {
            assertThat(text(reading).equals(source.values.get(SecretStage.CURRENT)))
                    .isTrue();
            assertThat(reading.stale()).isFalse();
        }
        SecurityEvent event = events.get(0);
        assertThat(event.type()).isEqualTo(SecurityEventType.SENSITIVE_READ);
        assertThat(event.account()).isEqualTo(CLARA.account());
        assertThat(event.source()).hasToString("203.0.113.7");
        assertThat(event.occurredAt()).isEqualTo(now);
        assertThat(event.subject()).isEqualTo("feed");
        assertThat(event.details()).containsEntry("reason", "connects the feed");
        assertThat(event.toString()).doesNotContain(Canary.MARK);
    }

    @Attack("A65")
    @Test
    void a65AReadingThatCannotBeRecordedIsNotGiven() {
        SecurityEventSink full = event -> {
            throw new IllegalStateException("no room");
        };
        Secrets deaf = Secrets.builder(source, (reader, name) -> true)
                .clock(() -> now)
                .events(full)
                .build();

        assertThatThrownBy(() -> deaf.read("feed", ACCESS)).hasMessage("no room");
    }

    @Test
    void whoMayNotReadsNothingAndIsRecorded() {
        SecretAccess access = SecretAccess.inside(JONAS, "curious");
        assertThatThrownBy(() -> secrets.read("feed", access)).isInstanceOf(SecretRefused.class);
        assertThat(source.asked).isZero();
        assertThatThrownBy(() -> secrets.read("none", ACCESS)).isInstanceOf(SecretRefused.class);

        // The same answer to the reader, the difference in the log.
        assertThat(events)
                .extracting(event -> event.details().get("refused"))
                .containsExactly("not allowed", "does not exist");
        assertThat(events).extracting(SecurityEvent::type).containsOnly(SecurityEventType.SENSITIVE_READ_FAIL);
    }

    @Test
    void aRuleThatThrowsAllowsNothing() {
        Secrets broken = Secrets.builder(source, (reader, name) -> {
                    throw new IllegalStateException("rule");
                })
                .build();

        assertThatThrownBy(() -> broken.read("feed", ACCESS)).isInstanceOf(SecretRefused.class);
    }

    @Test
    void aFreshValueIsNotFetchedAgain() {
        secrets.read("feed", ACCESS).close();
        pass(Duration.ofMinutes(5).minusMillis(1));
        secrets.read("feed", ACCESS).close();
        assertThat(source.asked).isEqualTo(1);
        pass(Duration.ofMillis(1));
        secrets.read("feed", ACCESS).close();
        assertThat(source.asked).isEqualTo(2);
        assertThat(events).hasSize(3);
    }

    @Attack("A62")
    @Test
    void a62WithoutItsSourceNothingStarts() {
        source.away = true;
        assertThatThrownBy(() -> secrets.require(List.of("feed"), ACCESS))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageNotContaining("vault");
        assertThat(events.get(0).type()).isEqualTo(SecurityEventType.SENSITIVE_READ_FAIL);
    }

    @Attack("A62")
    @Test
    void a62AnOldValueIsServedForABoundedTimeAndSaysSo() {
        secrets.read("feed", ACCESS).close();
        source.away = true;
        pass(Duration.ofMinutes(35));
        try (SecretReading reading = secrets.read("feed", ACCESS)) {
            assertThat(reading.staleness()).isEqualTo(Duration.ofMinutes(30));
            assertThat(reading.stale()).isTrue();
        }
        assertThat(events.get(1).details()).containsEntry("staleSeconds", "1800");
        pass(Duration.ofMinutes(30));
        secrets.read("feed", ACCESS).close();
        pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> secrets.read("feed", ACCESS)).isInstanceOf(SecretUnavailable.class);
        source.away = false;
        pass(Duration.ofSeconds(1));
        assertThat(secrets.read("feed", ACCESS).stale()).isFalse();
    }

    @Attack("A62")
    @Test
    void a62ASourceThatFailsIsLeftAloneForAMoment() {
        source.away = true;
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> secrets.read("feed", ACCESS)).isInstanceOf(SecretUnavailable.class);
        }
        assertThat(source.asked).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        source.away = false;
        secrets.read("feed", ACCESS).close();
        assertThat(source.asked).isEqualTo(2);
    }

    @Attack({"A60", "A62"})
    @Test
    void a60WhatASourceSaysDoesNotReachTheReader() {
        source.broken = true;
        assertThatThrownBy(() -> secrets.read("feed", ACCESS))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessage("BT-5065: secret feed cannot be had from its source now")
                .hasNoCause();
        assertThat(events.toString()).doesNotContain("vault").doesNotContain(Canary.MARK);
    }

    @Attack("A62")
    @Test
    void a62ASecretRotatedMidFlightIsTriedInBothVersions() {
        source.values.put(SecretStage.CURRENT, "old");
        secrets.read("feed", ACCESS).close();
        source.values.put(SecretStage.CURRENT, "new");
        source.values.put(SecretStage.PREVIOUS, "old");

        List<String> tried = new ArrayList<>();
        assertThat(secrets.attempt("feed", ACCESS, reading -> {
                    tried.add(text(reading));
                    return text(reading).equals("new") ? Optional.of("connected") : Optional.empty();
                }))
                .contains("connected");
        assertThat(tried).containsExactly("old", "new");

        // The other side is slower than the manager: it still wants the one before.
        tried.clear();
        assertThat(secrets.attempt("feed", ACCESS, reading -> {
                    tried.add(text(reading));
                    return text(reading).equals("old") ? Optional.of("connected") : Optional.empty();
                }))
                .contains("connected");
        assertThat(tried).containsExactly("new", "old");
        assertThat(secrets.attempt("feed", ACCESS, reading -> Optional.empty())).isEmpty();
    }

    @Attack("A62")
    @Test
    void a62AnEmptySecretIsNone() {
        assertThatThrownBy(() -> SecretValue.of(new byte[0])).isInstanceOf(InvalidInput.class);
        source.values.put(SecretStage.CURRENT, "");
        assertThatThrownBy(() -> secrets.read("feed", ACCESS)).isInstanceOf(SecretUnavailable.class);
    }

    @Attack("A62")
    @Test
    void a62EnvironmentVariablesAreIgnoredAndReported() {
        secrets.read("db/password", ACCESS).close();
        secrets.read("db/password", ACCESS).close();

        assertThat(events)
                .extracting(SecurityEvent::type)
                .containsExactly(
                        SecurityEventType.SENSITIVE_READ_FAIL,
                        SecurityEventType.SENSITIVE_READ,
                        SecurityEventType.SENSITIVE_READ);
        assertThat(events.get(0).details()).containsEntry("refused", "environment variable DB_PASSWORD is ignored");

        events.clear();
        assertThatThrownBy(() -> EnvironmentSecrets.of(
                        EnvironmentSecrets.Profile.PRODUCTION,
                        Map.of("DB_PASSWORD", Canary.text("env", 20)),
                        () -> now,
                        events::add))
                .isInstanceOf(UnsafeStorage.class)
                .hasMessageNotContaining(Canary.MARK);
        assertThat(events).hasSize(1);
    }

    @Test
    void developersMayUseTheEnvironment() {
        EnvironmentSecrets environment = EnvironmentSecrets.of(
                EnvironmentSecrets.Profile.DEVELOPMENT,
                Map.of("DB_PASSWORD", Canary.text("env", 20), "EMPTY", ""),
                () -> now,
                events::add);

        assertThat(environment.read("db/password", SecretStage.CURRENT)).isPresent();
        assertThat(environment.read("db/password", SecretStage.PREVIOUS)).isEmpty();
        assertThat(environment.read("other", SecretStage.CURRENT)).isEmpty();
        assertThatThrownBy(() -> environment.read("empty", SecretStage.CURRENT)).isInstanceOf(InvalidInput.class);
        assertThat(environment).hasToString("EnvironmentSecrets[2 variables]");
    }

    @Test
    void whatIsCachedIsBoundedAndWiped() {
        Secrets small = Secrets.builder(source, (reader, name) -> true)
                .clock(() -> now)
                .capacity(2)
                .build();
        for (String name : List.of("a", "b", "c")) {
            pass(Duration.ofSeconds(1));
            small.read(name, ACCESS).close();
        }
        assertThat(source.asked).isEqualTo(3);
        small.read("c", ACCESS).close();
        small.read("b", ACCESS).close();
        assertThat(source.asked).isEqualTo(3);
        small.read("a", ACCESS).close();
        assertThat(source.asked).isEqualTo(4);
        small.close();
        assertThatThrownBy(() -> small.read("a", ACCESS)).isInstanceOf(SecretUnavailable.class);
    }

    @Attack("A61")
    @Test
    void a61AValueIsHiddenComparedAndWiped() {
        SecretValue one = SecretValue.of(Canary.bytes("value", 30));
        SecretValue two = SecretValue.of(Canary.text("value", 30).toCharArray());

        assertThat(one.equals(two)).isTrue();
        assertThat(one.equals(SecretValue.of(Canary.bytes("other", 30)))).isFalse();
        assertThat(one.hashCode()).isEqualTo(two.hashCode());
        assertThat(one).hasToString("SecretValue[hidden]");
        byte[][] kept = new byte[1][];
        one.use(bytes -> kept[0] = bytes);
        assertThat(kept[0]).as("what was lent is wiped").containsOnly(0);
        one.close();
        assertThatThrownBy(() -> one.use(bytes -> bytes.length)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReportSaysWhoReadWhatAndWhoTried() {
        secrets.read("feed", ACCESS).close();
        pass(Duration.ofMinutes(1));
        secrets.read("feed", ACCESS).close();
        secrets.read("db", SecretAccess.inside(CLARA, "starts")).close();
        assertThatThrownBy(() -> secrets.read("feed", SecretAccess.inside(JONAS, "curious")))
                .isInstanceOf(SecretRefused.class);
        events.add(SecurityEvent.of(SecurityEventType.AUTHZ_FAIL, now));

        SecretAccessReport report = SecretAccessReport.of(events);
        assertThat(report.rows())
                .extracting(row -> row.reader() + " " + row.secret() + " " + row.reads() + "/" + row.failures() + " "
                        + row.sources())
                .containsExactly("clara db 1/0 []", "clara feed 2/0 [203.0.113.7]", "jonas feed 0/1 []");
        SecretAccessReport.Row feed =
                report.of(CLARA.account()).ofSecret("feed").rows().get(0);
        assertThat(Duration.between(feed.first(), feed.last())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> secrets.read("a b", ACCESS)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SecretAccess.inside(CLARA, "a\nb")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SecretAccess.inside(CLARA, "")).isInstanceOf(InvalidInput.class);
        var builder = Secrets.builder(source, (reader, name) -> true);
        assertThatThrownBy(() -> builder.cache(Duration.ofDays(2), Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.pause(Duration.ofSeconds(-1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.capacity(0)).isInstanceOf(InvalidInput.class);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static String text(SecretReading reading) {
        return reading.value().useCharacters(String::new);
    }
}
