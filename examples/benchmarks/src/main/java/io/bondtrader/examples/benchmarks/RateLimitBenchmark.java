package io.bondtrader.examples.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.ratelimit.RateLimiter;
import io.bondtrader.security.ratelimit.RatePolicy;
import io.bondtrader.security.ratelimit.RateRequest;
import io.bondtrader.security.ratelimit.RateScope;
import io.bondtrader.security.ratelimit.SlidingWindow;
import io.bondtrader.security.ratelimit.Verdict;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A verdict of a limit beside Bucket4j on the same clock: one limit that allows, one that refuses, one key of many, and a
 * hundred thousand keys drawn evenly, for which Bucket4j's users keep a bucket each in a Caffeine cache. The claims: a
 * verdict and a refusal cost no more than its probe, a hot key 0.7 times as much, many keys half.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RateLimitBenchmark {

    private static final int PLENTY = 100_000_000;
    private static final int KEYS = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SlidingWindow open = SlidingWindow.of(policy(PLENTY, SECOND), System::nanoTime);
    private final SlidingWindow spent = SlidingWindow.of(policy(1, DAY), System::nanoTime);
    private final Bucket openBucket = bucket(PLENTY, SECOND);
    private final Bucket spentBucket = bucket(1, DAY);
    private final RateLimiter limiter =
            RateLimiter.builder(System::nanoTime).capacity(2 * KEYS).build(List.of(policy(PLENTY, SECOND)));
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();
    private final IpAddress address = IpAddress.parse("203.0.113.7");
    private final String[] keys = new String[KEYS];
    private final RateRequest[] kept = new RateRequest[KEYS];
    private final SplittableRandom random = new SplittableRandom(7);

    private static RatePolicy policy(int limit, Duration window) {
        return RatePolicy.of("person", RateScope.PERSON, limit, window);
    }

    private static Bucket bucket(int limit, Duration window) {
        return Bucket.builder()
                .addLimit(limits -> limits.capacity(limit).refillGreedy(limit, window))
                .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                .build();
    }

    /** Makes the keys, and a window and a bucket for each. */
    @Setup
    public void prepare() {
        spent.take(1);
        spentBucket.tryConsume(1);
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "p:person-" + i;
            kept[i] = request(i);
            keyedOurs(i);
            keyedTheirs(i);
        }
    }

    private RateRequest request(int i) {
        return new RateRequest(keys[i], "trader", "orders", address, 1);
    }

    private Verdict keyedOurs(int i) {
        return limiter.check(request(i)).orElseThrow();
    }

    private ConsumptionProbe keyedTheirs(int i) {
        return buckets.get(keys[i], key -> bucket(PLENTY, SECOND)).tryConsumeAndReturnRemaining(1);
    }

    /** One limit with room, ours. */
    @Benchmark
    public Verdict allowOurs() {
        return open.take(1);
    }

    /** One limit with room, Bucket4j's probe. */
    @Benchmark
    public ConsumptionProbe allowBucket4j() {
        return openBucket.tryConsumeAndReturnRemaining(1);
    }

    /** One limit without room, ours. */
    @Benchmark
    public Verdict denyOurs() {
        return spent.take(1);
    }

    /** One limit without room, Bucket4j's probe. */
    @Benchmark
    public ConsumptionProbe denyBucket4j() {
        return spentBucket.tryConsumeAndReturnRemaining(1);
    }

    /** One limit without room, Bucket4j's bare answer. */
    @Benchmark
    public boolean denyBareBucket4j() {
        return spentBucket.tryConsume(1);
    }

    /** The same key each time, ours. */
    @Benchmark
    public Verdict hotKeyOurs() {
        return keyedOurs(4711);
    }

    /** The same key each time, Caffeine and Bucket4j. */
    @Benchmark
    public ConsumptionProbe hotKeyBucket4j() {
        return keyedTheirs(4711);
    }

    /** Any of a hundred thousand keys, ours, with the request made when it comes, as a server does. */
    @Benchmark
    public Verdict manyKeysOurs() {
        return keyedOurs(random.nextInt(KEYS));
    }

    /** The same with requests that were made long ago and lie far from the cache, which no server does; ours. */
    @Benchmark
    public Verdict manyKeptRequestsOurs() {
        return limiter.check(kept[random.nextInt(KEYS)]).orElseThrow();
    }

    /** Any of a hundred thousand keys, Caffeine and Bucket4j. */
    @Benchmark
    public ConsumptionProbe manyKeysBucket4j() {
        return keyedTheirs(random.nextInt(KEYS));
    }
}
