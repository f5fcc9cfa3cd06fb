package io.bondtrader.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class RotationPolicyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theFirstVersionIsUsedAtOnce() {
        RotationPolicy policy = RotationPolicy.internal(Duration.ofDays(90), Duration.ofDays(30));
        Keyring<String> ring = Keyring.named("data");

        assertThat(policy.next(ring).orElseThrow())
                .isEqualTo(new RotationStep(RotationStep.Kind.PUBLISH, 1, Instant.EPOCH));
        assertThat(policy.next(ring.publish("one", START)).orElseThrow())
                .isEqualTo(new RotationStep(RotationStep.Kind.PROMOTE, 1, START));
    }

    @Test
    void datesFollowFromTheDurations() {
        RotationPolicy policy = RotationPolicy.forTokens(
                        Duration.ofDays(30), Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10))
                .withDestruction(Duration.ofDays(7));
        Keyring<String> ring =
                Keyring.<String>named("tokens").publish("one", START).promote(1, START);

        assertThat(due(policy, ring)).isEqualTo("PUBLISH 2 2026-01-29T23:50:00Z");
        ring = ring.publish("two", Instant.parse("2026-01-29T23:50:00Z"));
        assertThat(due(policy, ring)).isEqualTo("PROMOTE 2 2026-01-31T00:00:00Z");
        ring = ring.promote(2, Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(due(policy, ring)).isEqualTo("DISABLE 1 2026-01-31T01:10:00Z");
        ring = ring.disable(1, Instant.parse("2026-01-31T01:10:00Z"));
        assertThat(due(policy, ring)).isEqualTo("DESTROY 1 2026-02-07T01:10:00Z");
    }

    @Test
    void aVersionPublishedLateIsPromotedLate() {
        RotationPolicy policy =
                RotationPolicy.forTokens(Duration.ofDays(30), Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO);
        Keyring<String> ring = Keyring.<String>named("tokens")
                .publish("one", START)
                .promote(1, START)
                .publish("two", START.plus(Duration.ofDays(40)));

        assertThat(due(policy, ring)).isEqualTo("PROMOTE 2 2026-02-11T00:00:00Z");
    }

    /** Whatever the job's rhythm: nobody with an old list of keys meets a new signature, nor a new list an old one. */
    @Property(tries = 300)
    void everyVerifierKnowsEveryLiveSignature(
            @ForAll @IntRange(min = 1, max = 200) int periodHours,
            @ForAll @IntRange(max = 100) int cacheHours,
            @ForAll @IntRange(max = 300) int lifeHours,
            @ForAll @IntRange(min = 1, max = 60) int longestPause,
            @ForAll long seed) {
        Duration cache = Duration.ofHours(cacheHours % periodHours);
        Duration life = Duration.ofHours(lifeHours);
        RotationPolicy policy = RotationPolicy.forTokens(Duration.ofHours(periodHours), cache, life, Duration.ZERO);
        Random random = new Random(seed);
        Keyring<String> ring = Keyring.named("tokens");
        List<Keyring<String>> seen = new ArrayList<>();
        List<Instant> at = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 60; i++) {
            now = now.plus(Duration.ofHours(1 + random.nextInt(longestPause)));
            for (var due = policy.due(ring, now).findFirst();
                    due.isPresent();
                    due = policy.due(ring, now).findFirst()) {
                ring = applied(ring, due.get(), now);
            }
            seen.add(ring);
            at.add(now);
            for (int then = 0; then < seen.size(); then++) {
                Duration ago = Duration.between(at.get(then), now);
                // The list of keys of then, still cached, knows what signs now; the first version excepted.
                if (then > 0 && ago.compareTo(cache) < 0) {
                    assertThat(seen.get(then).reading(ring.primaryNumber())).isPresent();
                }
                // What was signed then and still lives is known to the list of now.
                if (ago.compareTo(life) < 0) {
                    assertThat(ring.reading(seen.get(then).primaryNumber())).isPresent();
                }
            }
        }
    }

    private static Keyring<String> applied(Keyring<String> ring, RotationStep step, Instant now) {
        return switch (step.kind()) {
            case PUBLISH -> ring.publish("key" + step.version(), now);
            case PROMOTE -> ring.promote(step.version(), now);
            case DISABLE -> ring.disable(step.version(), now);
            case DESTROY -> ring.destroy(step.version(), now);
        };
    }

    @Test
    void durationsThatDoNotFitAreRefused() {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> RotationPolicy.forTokens(day, day, day, Duration.ZERO))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("longer than publishAhead");
        assertThatThrownBy(() -> RotationPolicy.internal(day, day.negated())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RotationPolicy.internal(Duration.ZERO, day)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RotationPolicy.internal(day, day).withDestruction(day.negated()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RotationPolicy.internal(day, day).withNotices(day.negated()))
                .isInstanceOf(InvalidInput.class);
    }

    private static String due(RotationPolicy policy, Keyring<?> ring) {
        RotationStep step = policy.next(ring).orElseThrow();
        return step.kind() + " " + step.version() + " " + step.dueAt();
    }

    @Test
    void timesOfAnotherWorldAreRefused() {
        Duration day = Duration.ofDays(1);
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        for (Duration wrong : List.of(forever, Duration.ofSeconds(Long.MIN_VALUE), Duration.ofDays(-1))) {
            assertThatThrownBy(() -> RotationPolicy.forTokens(forever, wrong, day, day))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RotationPolicy.forTokens(forever, day, wrong, day))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RotationPolicy.forTokens(forever, day, day, wrong))
                    .isInstanceOf(InvalidInput.class);
        }
    }
}
