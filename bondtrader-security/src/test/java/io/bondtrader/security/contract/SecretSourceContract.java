package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.secret.SecretSource;
import io.bondtrader.security.secret.SecretStage;
import io.bondtrader.security.secret.SecretVersion;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link SecretSource} promises. An implementation's test extends this and says how secrets get there. */
public abstract class SecretSourceContract {

    /** Makes a source that holds one secret with a current version and no other. */
    protected abstract SecretSource sourceWith(String name, String value) throws Exception;

    /** The current version is read, with its own identifier. */
    @Test
    protected final void theCurrentVersionIsRead() throws Exception {
        SecretSource source = sourceWith("desk/feed-password", "contract-value-\u00e4\u20ac");

        try (SecretVersion version =
                source.read("desk/feed-password", SecretStage.CURRENT).orElseThrow()) {
            assertThat(version.id()).isNotBlank();
            String read = version.value().useCharacters(String::new);
            assertThat(read.equals("contract-value-\u00e4\u20ac")).isTrue();
            assertThat(version.toString()).doesNotContain("contract-value");
        }
    }

    /** What is not there is not there; it is neither empty nor an error. */
    @Test
    protected final void whatIsNotThereIsNotThere() throws Exception {
        SecretSource source = sourceWith("desk/feed-password", "contract-value");

        assertThat(source.read("desk/other", SecretStage.CURRENT)).isEmpty();
        assertThat(source.read("desk/feed-password", SecretStage.PENDING)).isEmpty();
        assertThat(source.read("desk/feed-password", SecretStage.PREVIOUS)).isEmpty();
    }

    /** A closed reading does not close the next. */
    @Test
    protected final void readingsAreApart() throws Exception {
        SecretSource source = sourceWith("desk/feed-password", "contract-value");
        source.read("desk/feed-password", SecretStage.CURRENT).orElseThrow().close();

        try (SecretVersion again =
                source.read("desk/feed-password", SecretStage.CURRENT).orElseThrow()) {
            int length = again.value().use(bytes -> bytes.length);
            assertThat(length).isEqualTo(14);
        }
    }

    /** Names that no secrets manager has are refused with a code. */
    @Test
    protected final void namesThatAreNoneAreRefused() throws Exception {
        SecretSource source = sourceWith("desk/feed-password", "contract-value");

        for (String name : List.of("", " ", "a b", "a\n", "n\u00e4me", "x".repeat(257))) {
            assertThatThrownBy(() -> source.read(name, SecretStage.CURRENT)).isInstanceOf(BondTraderException.class);
        }
    }

    /** Many may read at once. */
    @Test
    protected final void manyReadAtOnce() throws Exception {
        SecretSource source = sourceWith("desk/feed-password", "contract-value");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> read = () -> {
                try (SecretVersion version =
                        source.read("desk/feed-password", SecretStage.CURRENT).orElseThrow()) {
                    return version.value().useCharacters(String::new).equals("contract-value");
                }
            };
            for (var one :
                    pool.invokeAll(IntStream.range(0, 40).mapToObj(i -> read).toList())) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
