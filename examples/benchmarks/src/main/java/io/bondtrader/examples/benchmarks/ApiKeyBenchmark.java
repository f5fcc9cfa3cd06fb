package io.bondtrader.examples.benchmarks;

import io.bondtrader.security.apikey.ApiKeyRecord;
import io.bondtrader.security.apikey.ApiKeyStore;
import io.bondtrader.security.apikey.ApiKeyUse;
import io.bondtrader.security.apikey.ApiKeyVerdict;
import io.bondtrader.security.apikey.ApiKeys;
import io.bondtrader.security.apikey.InMemoryApiKeys;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.network.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a check of an API key costs besides its store, which here answers with the one record it has; and what it costs to
 * refuse a mistyped key. The claim: no more than 500 ns.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ApiKeyBenchmark {

    private final IpAddress address = IpAddress.parse("203.0.113.7");
    private final OneRecord store = new OneRecord();
    private final ApiKeys keys = ApiKeys.builder(store, "bt", "live").build();
    private final String text = keys.issue(
                    AccountId.of("report"), PersonId.of("p-17"), Set.of("positions:read"), false, AccountId.of("admin"))
            .text();
    private final String mistyped = text.substring(0, 30) + (text.charAt(30) == 'a' ? 'b' : 'a') + text.substring(31);

    /** A store that has looked already. */
    private static final class OneRecord implements ApiKeyStore {

        private final ApiKeyStore behind = new InMemoryApiKeys();
        private Optional<ApiKeyRecord> record = Optional.empty();

        @Override
        public Optional<ApiKeyRecord> find(String id) {
            return record;
        }

        @Override
        public boolean replace(ApiKeyRecord next) {
            record = Optional.of(next);
            return behind.replace(next);
        }

        @Override
        public List<ApiKeyRecord> page(String after, int most) {
            return behind.page(after, most);
        }

        @Override
        public void addUse(String id, ApiKeyUse use) {
            behind.addUse(id, use);
        }

        @Override
        public Optional<ApiKeyUse> use(String id) {
            return behind.use(id);
        }
    }

    /** A key that is accepted, its use counted. */
    @Benchmark
    public ApiKeyVerdict accept() {
        return keys.check(text, address);
    }

    /** A key with one wrong character, refused and reported to nobody. */
    @Benchmark
    public ApiKeyVerdict refuse() {
        return keys.check(mistyped, address);
    }
}
