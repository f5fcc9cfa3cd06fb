package io.bondtrader.security.event.detect;

import static io.bondtrader.security.event.detect.Stream.START;
import static io.bondtrader.security.event.detect.Stream.event;
import static io.bondtrader.security.event.detect.Stream.version4;
import static io.bondtrader.security.event.detect.Stream.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What does not belong together does not influence each other, and nothing grows without end. */
final class DetectionLawsTest {

    private static Set<String> found(List<SecurityEvent> events) {
        Stream stream =
                new Stream(PasswordSpraying.of(4, 9, Duration.ofHours(1)), BruteForce.of(5, Duration.ofHours(1)));
        events.forEach(stream::report);
        return new TreeSet<>(stream.keys());
    }

    /** Events of some sources, each in a network of its own with accounts of its own. */
    private static List<List<SecurityEvent>> groups(Random random, int sources) {
        List<List<SecurityEvent>> groups = new ArrayList<>();
        for (int source = 0; source < sources; source++) {
            List<SecurityEvent> group = new ArrayList<>();
            int events = 1 + random.nextInt(12);
            for (int i = 0; i < events; i++) {
                String account = "user" + source + "-" + random.nextInt(6);
                group.add(wrong(account, version4(100, source << 8), Duration.ofMinutes(random.nextInt(90))));
            }
            group.sort((one, other) -> one.occurredAt().compareTo(other.occurredAt()));
            groups.add(group);
        }
        return groups;
    }

    @Property(tries = 300)
    void theOrderOfUnrelatedAccountsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int sources) {
        Random random = new Random(seed);
        List<List<SecurityEvent>> groups = groups(random, sources);
        List<SecurityEvent> oneAfterTheOther = new ArrayList<>();
        Set<String> apart = new TreeSet<>();
        groups.forEach(group -> {
            oneAfterTheOther.addAll(group);
            apart.addAll(found(group));
        });
        List<SecurityEvent> mixed = new ArrayList<>();
        List<List<SecurityEvent>> left = new ArrayList<>();
        groups.forEach(group -> left.add(new ArrayList<>(group)));
        while (!left.isEmpty()) {
            List<SecurityEvent> next = left.get(random.nextInt(left.size()));
            mixed.add(next.remove(0));
            left.removeIf(List::isEmpty);
        }

        assertThat(found(mixed)).isEqualTo(found(oneAfterTheOther)).isEqualTo(apart);
    }

    @Property(tries = 200)
    void withinOneWindowTheOrderDoesNotMatterAtAll(@ForAll long seed) {
        Random random = new Random(seed);
        List<SecurityEvent> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            events.add(wrong(
                    "user" + random.nextInt(12),
                    version4(100, random.nextInt(4)),
                    Duration.ofMinutes(random.nextInt(60))));
        }
        List<SecurityEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        DistinctInWindow one = new DistinctInWindow(10, 50, Duration.ofHours(1));
        DistinctInWindow other = new DistinctInWindow(10, 50, Duration.ofHours(1));
        events.forEach(event -> one.add("k", String.valueOf(event.account()), event.occurredAt()));
        shuffled.forEach(event -> other.add("k", String.valueOf(event.account()), event.occurredAt()));

        assertThat(other.count("k", START.plus(Duration.ofHours(1))))
                .isEqualTo(one.count("k", START.plus(Duration.ofHours(1))));
    }

    @Property(tries = 200)
    void countsAreThoseOfAPlainCount(@ForAll long seed) {
        Random random = new Random(seed);
        DistinctInWindow window = new DistinctInWindow(10, 100, Duration.ofMinutes(30));
        List<SecurityEvent> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SecurityEvent event = wrong("user" + random.nextInt(9), version4(100, 1), Duration.ofMinutes(2L * i));
            all.add(event);
            long plain = all.stream()
                    .filter(earlier ->
                            !earlier.occurredAt().isBefore(event.occurredAt().minus(Duration.ofMinutes(30))))
                    .map(SecurityEvent::account)
                    .distinct()
                    .count();
            assertThat(window.add("k", String.valueOf(event.account()), event.occurredAt()))
                    .isEqualTo((int) plain);
        }
    }

    @Test
    @Attack("A65")
    void a65AHundredThousandAccountsAndAddressesTakeBoundedMemoryAndFewAlerts() {
        DistinctInWindow window = new DistinctInWindow(100, 5, Duration.ofHours(1));
        for (int i = 0; i < 100_000; i++) {
            window.add("key" + i % 50_000, "item" + i, START.plusSeconds(i));
            window.add("one", "item" + i, START);
        }
        assertThat(window.size()).isLessThanOrEqualTo(500);

        List<Detector> detectors = new ArrayList<>(ThreatDetection.standardDetectors());
        detectors.add(ImpossibleTravel.of(Stream.places(), TravelRule.standard(), 1_000));
        List<Alert> alerts = new ArrayList<>();
        var detection = ThreatDetection.of(event -> {}, alerts::add, Duration.ofDays(1), detectors);
        for (int i = 0; i < 100_000; i++) {
            detection.report(wrong("user" + i, version4(100, i << 4), Duration.ofMillis(i)));
            detection.report(event(SecurityEventType.AUTHN_TOKEN_REUSE, "user" + i, null, Duration.ofMillis(i)));
        }
        assertThat(alerts).hasSizeLessThanOrEqualTo(102 * detectors.size());
        assertThat(alerts).extracting(Alert::deduplicationKey).contains("credential-stuffing everywhere");
    }
}
