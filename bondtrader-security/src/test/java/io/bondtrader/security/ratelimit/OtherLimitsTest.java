package io.bondtrader.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.RequestTooLarge;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Limits of number at once, of pace and of size, and those that machines share. */
@Asvs("16.5.2")
final class OtherLimitsTest {

    private static final long SECOND = 1_000_000_000;
    private static final RateRequest STRANGER = RateRequest.anonymous("login", IpAddress.parse("203.0.113.7"));

    private long now;

    @Test
    void aPlaceIsFreeWhenARequestEnds() {
        ConcurrencyLimit limit = ConcurrencyLimit.of(2);
        ConcurrencyLimit.Permit one = limit.begin("clara").orElseThrow();
        ConcurrencyLimit.Permit two = limit.begin("clara").orElseThrow();
        assertThat(limit.begin("clara")).isEmpty();
        assertThat(limit.begin("jonas")).isPresent();
        one.close();
        one.close();
        assertThat(limit.begin("clara")).isPresent();
        assertThat(limit.begin("clara")).isEmpty();
        two.close();
        assertThatThrownBy(() -> ConcurrencyLimit.of(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void noMoreThanTheLimitAreEverAtWork() {
        AtomicReference<ConcurrencyLimit> last = new AtomicReference<>();
        Race.rounds(
                32,
                500,
                round -> {
                    ConcurrencyLimit limit = ConcurrencyLimit.of(5);
                    last.set(limit);
                    return thread -> limit.begin("clara").isPresent();
                },
                (round, winners) -> assertThat(winners).isEqualTo(5));
        ConcurrencyLimit limit = ConcurrencyLimit.of(3);
        for (int i = 0; i < 1_000; i++) {
            limit.begin("key-" + i).orElseThrow().close();
        }
        assertThat(limit.keys()).isZero();
    }

    @Test
    void aThrottleSpacesCallsEvenly() {
        Throttle throttle = Throttle.of(10, Duration.ofSeconds(1), Duration.ofMillis(250), () -> now);

        assertThat(throttle.reserve()).contains(Duration.ZERO);
        assertThat(throttle.reserve()).contains(Duration.ofMillis(100));
        assertThat(throttle.reserve()).contains(Duration.ofMillis(200));
        assertThat(throttle.reserve()).isEmpty();
        assertThat(throttle.reserve()).as("a refusal takes no place").isEmpty();
        now += SECOND / 20;
        assertThat(throttle.reserve()).contains(Duration.ofMillis(250));
        now += 10 * SECOND;
        assertThat(throttle.reserve()).as("time not used is not saved up").contains(Duration.ZERO);
        assertThat(throttle.reserve()).contains(Duration.ofMillis(100));
        assertThatThrownBy(() -> Throttle.of(0, Duration.ofSeconds(1), Duration.ZERO, () -> now))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Throttle.of(1, Duration.ZERO, Duration.ZERO, () -> now))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Throttle.of(1, Duration.ofSeconds(1), Duration.ofSeconds(-1), () -> now))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBodyIsCountedWhateverItsClientSays() throws IOException {
        RequestSizeLimit limit = RequestSizeLimit.of(10, Map.of("upload", 100L));
        limit.check("orders", 10);
        limit.check("orders", -1);
        limit.check("upload", 100);
        assertThatThrownBy(() -> limit.check("orders", 11)).isInstanceOf(RequestTooLarge.class);
        assertThatThrownBy(() -> limit.check("upload", 101)).isInstanceOf(RequestTooLarge.class);

        assertThat(limit.bounded("orders", body(10)).readAllBytes()).hasSize(10);
        assertThatThrownBy(() -> limit.bounded("orders", body(11)).readAllBytes())
                .isInstanceOf(RequestTooLarge.class)
                .hasMessageContaining("at most 10 bytes");
        InputStream byOne = limit.bounded("orders", body(11));
        for (int i = 0; i < 10; i++) {
            assertThat(byOne.read()).isZero();
        }
        assertThatThrownBy(byOne::read).isInstanceOf(RequestTooLarge.class);
        assertThatThrownBy(() -> limit.bounded("orders", body(20)).skip(15)).isInstanceOf(RequestTooLarge.class);
        assertThat(limit.bounded("orders", body(3)).markSupported()).isFalse();
        assertThatThrownBy(() -> RequestSizeLimit.of(-1, Map.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RequestSizeLimit.of(1, Map.of("x", -1L))).isInstanceOf(InvalidInput.class);
    }

    private static InputStream body(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    /** A shared state that falls out on demand. */
    private final class Shared implements LimitState {
        private final InMemoryLimits limits = new InMemoryLimits(() -> now);
        boolean away;
        int asked;

        @Override
        public List<LimitReading> take(List<LimitCharge> charges) {
            asked++;
            if (away) {
                throw new IllegalStateException("no route to host");
            }
            return limits.take(charges);
        }
    }

    @Attack("A49")
    @Test
    void a49WithoutTheSharedStateEachMachineCountsItsShare() {
        Shared shared = new Shared();
        List<SecurityEvent> events = new ArrayList<>();
        SharedRateLimiter limiter = SharedRateLimiter.of(
                shared,
                List.of(
                        RatePolicy.of("person", RateScope.PERSON, 12, Duration.ofMinutes(1)),
                        RatePolicy.of("all", RateScope.EVERYTHING, 100, Duration.ofMinutes(1))),
                4,
                () -> now,
                Duration.ofSeconds(5),
                () -> Instant.EPOCH,
                events::add);
        assertThat(admitted(limiter, 20)).isEqualTo(12);
        Verdict refused = limiter.check(STRANGER).orElseThrow();
        assertThat(refused.policy().name()).isEqualTo("person");
        assertThat(refused.retryNanos()).isPositive();

        shared.away = true;
        shared.asked = 0;
        // A quarter of the limit: what others may have admitted is not admitted again.
        assertThat(admitted(limiter, 20)).isEqualTo(3);
        assertThat(shared.asked).as("not asked again at once").isEqualTo(1);
        now += 5 * SECOND;
        admitted(limiter, 20);
        assertThat(shared.asked).as("one probe").isEqualTo(2);
        shared.away = false;
        now += 5 * SECOND;
        assertThat(limiter.check(STRANGER).orElseThrow().allowed())
                .as("the shared count stands")
                .isFalse();
        assertThat(events)
                .extracting(SecurityEvent::type)
                .containsExactly(SecurityEventType.SYS_MONITOR_DISABLED, SecurityEventType.SYS_MONITOR_ENABLED);
        now += 60 * SECOND;
        assertThat(admitted(limiter, 20)).isEqualTo(12);
    }

    private static int admitted(SharedRateLimiter limiter, int times) {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += limiter.check(STRANGER).map(Verdict::allowed).orElse(false) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void whatNoPolicyHoldsForIsNotCounted() {
        SharedRateLimiter limiter = SharedRateLimiter.of(
                new Shared(),
                List.of(RatePolicy.of("orders", RateScope.PERSON, 1, Duration.ofMinutes(1))
                        .atEndpoints("orders")),
                1,
                () -> now,
                Duration.ofSeconds(5),
                () -> Instant.EPOCH,
                event -> {});

        assertThat(limiter.check(STRANGER)).isEqualTo(Optional.empty());
    }
}
