package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.network.GeoResolver;
import io.bondtrader.security.network.IpAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link GeoResolver} promises. An implementation's test extends this and names addresses that it knows. */
public abstract class GeoResolverContract {

    /** Makes the resolver. */
    protected abstract GeoResolver resolver() throws Exception;

    /** An address whose country the database knows. */
    protected abstract IpAddress known();

    /** That country. */
    protected abstract String country();

    /** An address that the database does not know. */
    protected abstract IpAddress unknown();

    /** A known address has its country, each time. */
    @Test
    protected final void aKnownAddressHasItsCountry() throws Exception {
        GeoResolver resolver = resolver();
        for (int i = 0; i < 3; i++) {
            assertThat(resolver.locate(known()).orElseThrow().country()).isEqualTo(country());
        }
    }

    /** An unknown address is unknown, not a failure; so are addresses that nobody can have. */
    @Test
    protected final void anUnknownAddressIsUnknown() throws Exception {
        GeoResolver resolver = resolver();
        assertThat(resolver.locate(unknown())).isEmpty();
        for (String reserved : List.of("0.0.0.0", "127.0.0.1", "10.0.0.1", "255.255.255.255", "::", "::1", "fe80::1")) {
            assertThat(resolver.locate(IpAddress.parse(reserved))).isEmpty();
        }
    }

    /** The database says when it was built. */
    @Test
    protected final void theDatabaseHasADate() throws Exception {
        assertThat(resolver().builtAt()).isAfter(java.time.Instant.EPOCH);
    }

    /** Many may ask at once. */
    @Test
    protected final void manyAskAtOnce() throws Exception {
        GeoResolver resolver = resolver();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<String> ask = () -> resolver.locate(known()).orElseThrow().country();
            for (var one :
                    pool.invokeAll(IntStream.range(0, 200).mapToObj(i -> ask).toList())) {
                assertThat(one.get()).isEqualTo(country());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
