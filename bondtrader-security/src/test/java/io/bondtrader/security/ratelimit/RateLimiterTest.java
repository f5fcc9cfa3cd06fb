package io.bondtrader.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Asvs({"2.4.1", "16.3.3"})
final class RateLimiterTest {

    private static final long SECOND = 1_000_000_000;
    private static final IpAddress HOME = IpAddress.parse("203.0.113.7");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<SecurityEvent> events = new ArrayList<>();
    private long now;

    private RateLimiter limiter(RatePolicy... policies) {
        return RateLimiter.builder(() -> now)
                .events(events::add, () -> Instant.EPOCH, Duration.ofSeconds(10))
                .build(List.of(policies));
    }

    private static RateRequest by(String account, String person, String role, String endpoint) {
        return RateRequest.of(Principal.of(AccountId.of(account), PersonId.of(person)), role, endpoint, HOME);
    }

    @Test
    void aRequestPassesAllPoliciesOrUsesNone() {
        RateLimiter limiter = limiter(
                RatePolicy.of("person", RateScope.PERSON, 3, MINUTE),
                RatePolicy.of("orders", RateScope.ENDPOINT, 20, MINUTE).atEndpoints("orders"));
        RateRequest clara = by("clara", "p-1", "trader", "orders");
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.check(clara).orElseThrow().allowed()).isTrue();
        }
        for (int i = 0; i < 50; i++) {
            Verdict refused = limiter.check(clara).orElseThrow();
            assertThat(refused.allowed()).isFalse();
            assertThat(refused.policy().name()).isEqualTo("person");
        }
        int others = 0;
        for (int i = 0; i < 50; i++) {
            others += limiter.check(by("x" + i, "x" + i, "trader", "orders"))
                            .orElseThrow()
                            .allowed()
                    ? 1
                    : 0;
        }
        assertThat(others).isEqualTo(17);
    }

    @Test
    void rolesHaveLimitsOfTheirOwn() {
        RateLimiter limiter = limiter(
                RatePolicy.of("traders", RateScope.PERSON, 5, MINUTE).forRoles("trader"),
                RatePolicy.of("readers", RateScope.PERSON, 2, MINUTE).forRoles("read-only"));

        assertThat(admitted(limiter, by("clara", "p-1", "trader", "quotes"), 20))
                .isEqualTo(5);
        assertThat(admitted(limiter, by("jonas", "p-2", "read-only", "quotes"), 20))
                .isEqualTo(2);
        assertThat(limiter.check(by("mia", "p-3", "auditor", "quotes"))).isEmpty();
    }

    @Attack("A48")
    @Test
    void a48ManyAccountsAndKeysOfOnePersonShareOneLimit() {
        RateLimiter limiter = limiter(RatePolicy.of("person", RateScope.PERSON, 5, MINUTE));
        int admitted = 0;
        for (int i = 0; i < 20; i++) {
            admitted += admitted(limiter, by("key-" + i, "p-1", "trader", "quotes"), 1);
        }
        assertThat(admitted).isEqualTo(5);
    }

    @Attack("A48")
    @Test
    void a48AddressesOfOneCustomerShareOneLimitAndStrangersDoNot() {
        RateLimiter limiter = limiter(RatePolicy.of("person", RateScope.PERSON, 5, MINUTE));
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += admitted(
                    limiter,
                    RateRequest.anonymous("login", IpAddress.parse("2001:db8:1:2::" + Integer.toHexString(i))),
                    1);
        }
        assertThat(admitted).isEqualTo(5);
        assertThat(admitted(limiter, RateRequest.anonymous("login", IpAddress.parse("2001:db8:1:3::1")), 9))
                .isEqualTo(5);
        assertThat(admitted(limiter, RateRequest.anonymous("login", HOME), 9)).isEqualTo(5);
        assertThat(admitted(limiter, RateRequest.anonymous("login", IpAddress.parse("203.0.113.8")), 9))
                .isEqualTo(5);
        // A mapped address is its IPv4 address, not a new one.
        assertThat(admitted(limiter, RateRequest.anonymous("login", IpAddress.parse("::ffff:203.0.113.7")), 9))
                .isZero();
    }

    @Attack("A48")
    @Test
    void a48ANetworkThatRotatesItsAddressesMeetsTheNetworksLimit() {
        RateLimiter limiter = limiter(
                RatePolicy.of("address", RateScope.ADDRESS, 5, MINUTE),
                RatePolicy.of("network", RateScope.NETWORK, 30, MINUTE));
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            admitted += admitted(
                    limiter,
                    RateRequest.anonymous("login", IpAddress.parse("2001:db8:1:" + Integer.toHexString(i) + "::1")),
                    1);
        }
        assertThat(admitted).isEqualTo(30);
    }

    @Attack("A48")
    @Test
    void a48AFloodOfKeysDoesNotFreeAHotOffender() {
        RateLimiter limiter = RateLimiter.builder(() -> now)
                .capacity(100)
                .build(List.of(RatePolicy.of("address", RateScope.ADDRESS, 3, MINUTE)));
        RateRequest offender = RateRequest.anonymous("login", HOME);
        assertThat(admitted(limiter, offender, 10)).isEqualTo(3);
        for (int i = 0; i < 20_000; i++) {
            limiter.check(RateRequest.anonymous(
                    "login", IpAddress.parse("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255))));
        }
        assertThat(admitted(limiter, offender, 10)).isZero();
        now += 61 * SECOND;
        assertThat(admitted(limiter, offender, 10)).isEqualTo(3);
    }

    @Attack("A48")
    @Test
    void a48AFloodOfKeysTakesBoundedMemory() {
        PolicyWindows windows = new PolicyWindows(RatePolicy.of("address", RateScope.ADDRESS, 3, MINUTE), 100);
        for (int i = 0; i < 5_000; i++) {
            long[] window = windows.window(i, 0);
            WindowForm.lock(window);
            windows.form.used(window, 0);
            windows.form.add(window, 0, 1);
            WindowForm.unlock(window);
        }
        assertThat(windows.size()).isEqualTo(100);
    }

    /** Whoever is counting in a window keeps it; whoever comes to a retired one looks it up again. */
    @Test
    void aWindowInUseIsNotRetired() {
        WindowForm form = WindowForm.of(3, 1_000);
        long[] window = form.window();
        assertThat(WindowForm.lock(window)).isTrue();
        assertThat(form.retire(window, 0)).isFalse();
        form.used(window, 0);
        form.add(window, 0, 1);
        WindowForm.unlock(window);
        assertThat(form.retire(window, 0)).as("not empty").isFalse();
        assertThat(form.retire(window, 1_000)).isTrue();
        assertThat(WindowForm.lock(window)).isFalse();
    }

    @Test
    void emptyWindowsMakeRoom() {
        PolicyWindows windows = new PolicyWindows(RatePolicy.of("address", RateScope.ADDRESS, 3, MINUTE), 1_000);
        for (int i = 0; i < 50_000; i++) {
            long[] window = windows.window(i, i * SECOND);
            WindowForm.lock(window);
            windows.form.used(window, i * SECOND);
            windows.form.add(window, i * SECOND, 1);
            WindowForm.unlock(window);
        }
        // A minute's keys, and what the sweep has not come to.
        assertThat(windows.size()).isLessThan(200);
    }

    @Test
    void aChangeOfPoliciesKeepsWhatWasUsed() {
        RatePolicy ten = RatePolicy.of("person", RateScope.PERSON, 10, MINUTE);
        RateLimiter limiter = limiter(ten);
        RateRequest clara = by("clara", "p-1", "trader", "quotes");
        assertThat(admitted(limiter, clara, 20)).isEqualTo(10);

        limiter.replacePolicies(List.of(RatePolicy.of("person", RateScope.PERSON, 12, MINUTE)));
        assertThat(admitted(limiter, clara, 20)).isEqualTo(2);
        limiter.replacePolicies(List.of(RatePolicy.of("person", RateScope.PERSON, 50, MINUTE)));
        assertThat(admitted(limiter, clara, 99)).as("another form of window").isEqualTo(38);
        limiter.replacePolicies(List.of(RatePolicy.of("person", RateScope.PERSON, 5, Duration.ofMinutes(2))));
        assertThat(admitted(limiter, clara, 20)).isZero();
        now += 119 * SECOND;
        assertThat(admitted(limiter, clara, 20)).isZero();
        now += SECOND;
        assertThat(admitted(limiter, clara, 20)).isEqualTo(5);
        assertThat(limiter.policies()).hasSize(1);
        assertThatThrownBy(() -> limiter.replacePolicies(List.of(ten, ten))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void violationsAreReportedSparingly() {
        RateLimiter limiter = limiter(RatePolicy.of("person", RateScope.PERSON, 1, MINUTE));
        RateRequest clara = by("clara", "p-1", "trader", "quotes");
        admitted(limiter, clara, 501);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).type()).isEqualTo(SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED);
        assertThat(events.get(0).details()).containsEntry("policy", "person").containsEntry("unreported", "0");
        now += 10 * SECOND;
        admitted(limiter, clara, 1);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).details()).containsEntry("unreported", "499");
    }

    @Test
    void headersTellWholeSecondsRoundedUp() {
        RateLimiter limiter = limiter(RatePolicy.of("person", RateScope.PERSON, 2, Duration.ofMillis(1_500)));
        RateRequest clara = by("clara", "p-1", "trader", "quotes");
        Verdict first = limiter.check(clara).orElseThrow();
        assertThat(RateLimitHeaders.of(limiter.policies(), first))
                .isEqualTo(Map.of("RateLimit-Policy", "\"person\";q=2;w=2", "RateLimit", "\"person\";r=1;t=2"));
        now += SECOND / 2;
        limiter.check(clara);
        now += SECOND - 1;
        Verdict refused = limiter.check(clara).orElseThrow();
        // One nanosecond is left, and "try again in 0 seconds" would be refused again.
        assertThat(refused.retryNanos()).isEqualTo(1);
        assertThat(RateLimitHeaders.of(limiter.policies(), refused)).containsEntry("Retry-After", "1");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofNanos(1));
    }

    /** 64 threads, two policies, 10,000 rounds: exactly as many pass as the tighter one admits. */
    @Test
    void theLimitHoldsUnderManyThreads() {
        AtomicReference<RateLimiter> limiter = new AtomicReference<>();
        RateRequest clara = by("clara", "p-1", "trader", "quotes");
        Race.rounds(
                64,
                10_000,
                round -> {
                    RateLimiter fresh = RateLimiter.builder(() -> now)
                            .capacity(16)
                            .build(List.of(
                                    RatePolicy.of("person", RateScope.PERSON, 1 + round % 40, MINUTE),
                                    RatePolicy.of("all", RateScope.EVERYTHING, 20, MINUTE)));
                    limiter.set(fresh);
                    return thread -> fresh.check(clara).orElseThrow().allowed();
                },
                (round, winners) -> assertThat(winners).isEqualTo(Math.min(1 + round % 40, 20)));
    }

    @Test
    void badPoliciesAreRefused() {
        assertThatThrownBy(() -> RatePolicy.of("", RateScope.PERSON, 1, MINUTE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RatePolicy.of("a\r\nb", RateScope.PERSON, 1, MINUTE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RatePolicy.of("a", RateScope.PERSON, 0, MINUTE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RatePolicy.of("a", RateScope.PERSON, 1, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RatePolicy.of("a", RateScope.PERSON, 1, Duration.ofDays(32)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RateRequest.anonymous("x", HOME).costing(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RateLimiter.builder(() -> 0).capacity(0)).isInstanceOf(InvalidInput.class);
    }

    private static int admitted(RateLimiter limiter, RateRequest request, int times) {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += limiter.check(request).orElseThrow().allowed() ? 1 : 0;
        }
        return admitted;
    }
}
