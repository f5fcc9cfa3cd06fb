package io.bondtrader.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SlidingWindowTest {

    private static final long SECOND = 1_000_000_000;

    private long now = 12_345;

    /** Whatever comes when: no window of the length, wherever it begins, holds more than the limit. */
    @Attack("A48")
    @Property(tries = 2_000)
    void a48NoWindowHoldsMoreThanItsLimit(
            @ForAll @IntRange(min = 1, max = 120) int limit,
            @ForAll @IntRange(min = 1, max = 5_000) int windowMillis,
            @ForAll @IntRange(min = 1, max = 3) int largest,
            @ForAll long seed) {
        long length = windowMillis * 1_000_000L;
        SlidingWindow window = window(limit, Duration.ofMillis(windowMillis));
        Random random = new Random(seed);
        List<Long> times = new ArrayList<>();
        List<Integer> permits = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // Bursts, pauses, and steps that end exactly at a window's edge.
            now += switch (random.nextInt(5)) {
                case 0 -> 0;
                case 1 -> random.nextInt(1_000);
                case 2 -> (long) (random.nextDouble() * length / limit);
                case 3 -> times.isEmpty() ? 1 : Math.max(0, times.get(0) + length - now);
                default -> (long) (random.nextDouble() * length);
            };
            int wanted = 1 + random.nextInt(largest);
            Verdict verdict = window.take(wanted);
            if (verdict.allowed()) {
                times.add(now);
                permits.add(wanted);
            }
            int held = held(times, permits, now - length, now);
            assertThat(held).isLessThanOrEqualTo(limit);
            assertThat(verdict.remaining()).isBetween(0, limit - held);
            checkPromises(window, verdict, wanted, limit, held, length);
        }
    }

    private void checkPromises(SlidingWindow window, Verdict verdict, int wanted, int limit, int held, long length) {
        if (limit <= LogForm.MOST) {
            // Small limits are exact: refused only if it does not fit.
            assertThat(verdict.remaining()).isEqualTo(limit - held);
            assertThat(verdict.allowed() || wanted > limit - held).isTrue();
        }
        if (verdict.allowed()) {
            assertThat(verdict.retryNanos()).isZero();
            assertThat(verdict.resetNanos()).isBetween(length, length + length / 32 + 2);
        } else if (wanted > limit) {
            assertThat(verdict.retryNanos()).isEqualTo(Long.MAX_VALUE);
        } else {
            assertThat(verdict.retryNanos()).isBetween(1L, length + length / 32 + 2);
            assertThat(window).isNotNull();
        }
    }

    /** Whoever waits as long as told is admitted, and a nanosecond less is not enough. */
    @Property(tries = 500)
    void whoWaitsAsToldIsAdmitted(
            @ForAll @IntRange(min = 1, max = 100) int limit,
            @ForAll @IntRange(min = 1, max = 5) int wanted,
            @ForAll long seed) {
        SlidingWindow window = window(limit, Duration.ofSeconds(1));
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            now += random.nextInt((int) (2 * SECOND / limit));
            Verdict verdict = window.take(Math.min(wanted, limit));
            if (!verdict.allowed()) {
                now += verdict.retryNanos() - 1;
                assertThat(window.take(Math.min(wanted, limit)).allowed()).isFalse();
                now += 1;
                assertThat(window.take(Math.min(wanted, limit)).allowed()).isTrue();
            }
        }
    }

    private static int held(List<Long> times, List<Integer> permits, long after, long until) {
        int sum = 0;
        for (int i = times.size() - 1; i >= 0 && times.get(i) > after; i--) {
            sum += times.get(i) <= until ? permits.get(i) : 0;
        }
        return sum;
    }

    @Attack("A48")
    @Test
    void a48ABurstAtTheEdgeOfAWindowDoesNotDouble() {
        SlidingWindow window = window(100, Duration.ofSeconds(10));
        now += 10 * SECOND - 1_000_000;
        int admitted = 0;
        for (int i = 0; i < 150; i++) {
            admitted += window.take(1).allowed() ? 1 : 0;
        }
        now += 2_000_000;
        for (int i = 0; i < 150; i++) {
            admitted += window.take(1).allowed() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(100);
    }

    @Attack("A48")
    @Test
    void a48AThreadThatComesWithAnOldTimeDoesNotTurnTheWindowBack() {
        for (int limit : List.of(3, 40)) {
            SlidingWindow window = window(limit, Duration.ofSeconds(1));
            now += 5 * SECOND;
            for (int i = 0; i < limit; i++) {
                assertThat(window.take(1).allowed()).isTrue();
            }
            now -= 3 * SECOND;
            assertThat(window.take(1).allowed()).isFalse();
            now += 3 * SECOND + SECOND / 2;
            assertThat(window.take(1).allowed()).isFalse();
        }
    }

    @Test
    void permitsBelowOneAreRefused() {
        assertThatThrownBy(() -> window(5, Duration.ofSeconds(1)).take(0)).isInstanceOf(InvalidInput.class);
        assertThat(window(5, Duration.ofSeconds(1))).hasToString("SlidingWindow[test: 5 in PT1S]");
    }

    private SlidingWindow window(int limit, Duration length) {
        return SlidingWindow.of(RatePolicy.of("test", RateScope.EVERYTHING, limit, length), () -> now);
    }
}
