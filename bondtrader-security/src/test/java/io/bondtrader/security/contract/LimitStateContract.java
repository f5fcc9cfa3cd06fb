package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.ratelimit.LimitCharge;
import io.bondtrader.security.ratelimit.LimitReading;
import io.bondtrader.security.ratelimit.LimitState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link LimitState} promises. An implementation's test extends this; keys are made anew for each test. */
public abstract class LimitStateContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private final String run = Long.toHexString(System.nanoTime());
    private LimitState state;

    /** Makes a state that nothing was used of. */
    protected abstract LimitState state() throws Exception;

    /** Makes the state of a test. */
    @BeforeEach
    final void begin() throws Exception {
        state = state();
    }

    /** As many as the limit fit, and not one more. */
    @Test
    protected final void asManyAsTheLimitFit() {
        for (int limit : List.of(1, 5, 100)) {
            for (int i = 1; i <= limit; i++) {
                LimitReading reading = one("limit-" + limit, limit, 1);
                assertThat(reading.fits()).isTrue();
                assertThat(reading.remaining()).isEqualTo(limit - i);
                assertThat(reading.retry()).isZero();
                assertThat(reading.reset()).isPositive();
            }
            LimitReading refused = one("limit-" + limit, limit, 1);
            assertThat(refused.fits()).isFalse();
            assertThat(refused.remaining()).isZero();
            assertThat(refused.retry()).isPositive();
        }
    }

    /** A refused request uses nothing of any limit. */
    @Test
    protected final void allLimitsOrNone() {
        one("narrow", 1, 1);
        List<LimitReading> refused = state.take(List.of(charge("wide", 10, 3), charge("narrow", 1, 1)));
        assertThat(refused).extracting(LimitReading::fits).containsExactly(true, false);
        assertThat(one("wide", 10, 1).remaining()).isEqualTo(9);

        List<LimitReading> admitted = state.take(List.of(charge("wide", 10, 3), charge("other", 5, 3)));
        assertThat(admitted).extracting(LimitReading::fits).containsExactly(true, true);
        assertThat(admitted).extracting(LimitReading::remaining).containsExactly(6, 2);
    }

    /** More than the limit never fits, and uses nothing. */
    @Test
    protected final void moreThanTheLimitNeverFits() {
        assertThat(one("limit", 5, 6).fits()).isFalse();
        assertThat(one("limit", 5, 5).fits()).isTrue();
    }

    /** Keys are counted apart. */
    @Test
    protected final void keysAreApart() {
        assertThat(one("a", 1, 1).fits()).isTrue();
        assertThat(one("b", 1, 1).fits()).isTrue();
        assertThat(one("a", 1, 1).fits()).isFalse();
    }

    /** Of many at once as many get through as the limit says. */
    @Test
    protected final void theLimitHoldsUnderManyThreads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            Callable<Boolean> take = () -> state.take(List.of(charge("first", 40, 1), charge("second", 50, 1))).stream()
                    .allMatch(LimitReading::fits);
            int admitted = 0;
            for (var each :
                    pool.invokeAll(IntStream.range(0, 200).mapToObj(i -> take).toList())) {
                admitted += each.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(40);
            assertThat(one("second", 50, 10).fits()).isTrue();
            assertThat(one("second", 50, 1).fits()).isFalse();
        } finally {
            pool.shutdownNow();
        }
    }

    private LimitReading one(String key, int limit, int permits) {
        return state.take(List.of(charge(key, limit, permits))).get(0);
    }

    private LimitCharge charge(String key, int limit, int permits) {
        return new LimitCharge("policy-" + key, run + key, limit, HOUR, permits);
    }
}
