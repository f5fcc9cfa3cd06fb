package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.secret.SecretSource;
import io.bondtrader.security.secret.SecretStage;
import io.bondtrader.security.secret.SecretValue;
import io.bondtrader.security.secret.SecretVersion;
import io.bondtrader.security.secret.WritableSecretSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link WritableSecretSource} promises on top of {@link SecretSourceContract}. */
public abstract class WritableSecretSourceContract extends SecretSourceContract {

    /** Makes an empty source. */
    protected abstract WritableSecretSource source() throws Exception;

    @Override
    protected final SecretSource sourceWith(String name, String value) throws Exception {
        WritableSecretSource source = source();
        put(source, name, value);
        return source;
    }

    /** A rotation shows in the stages, step by step. */
    @Test
    protected final void aRotationGoesThroughTheStages() throws Exception {
        WritableSecretSource source = source();
        put(source, "feed", "one");
        String second = stage(source, "feed", "two");
        assertThat(stages(source)).isEqualTo("two one -");
        source.promote("feed");
        assertThat(stages(source)).isEqualTo("- two one");
        assertThat(source.read("feed", SecretStage.CURRENT).orElseThrow().id()).isEqualTo(second);
        source.rollBack("feed");
        assertThat(stages(source)).isEqualTo("two one -");
        source.promote("feed");
        assertThat(stages(source)).isEqualTo("- two one");
        stage(source, "feed", "three");
        stage(source, "feed", "four");
        source.promote("feed");
        assertThat(stages(source)).isEqualTo("- four two");
    }

    /** Steps out of order are refused and change nothing. */
    @Test
    protected final void stepsOutOfOrderAreRefused() throws Exception {
        WritableSecretSource source = source();
        put(source, "feed", "one");

        assertThatThrownBy(() -> source.promote("feed")).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> source.rollBack("feed")).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> source.promote("nothing")).isInstanceOf(BondTraderException.class);
        assertThat(stages(source)).isEqualTo("- one -");
    }

    /** A removed secret is gone with all versions, others are not. */
    @Test
    protected final void aRemovedSecretIsGone() throws Exception {
        WritableSecretSource source = source();
        put(source, "feed", "one");
        put(source, "other", "two");
        source.remove("feed");
        source.remove("feed");

        assertThat(source.read("feed", SecretStage.CURRENT)).isEmpty();
        assertThat(source.read("other", SecretStage.CURRENT)).isPresent();
    }

    /** Of many writers at once none is lost. */
    @Test
    protected final void noWriterIsLost() throws Exception {
        WritableSecretSource source = source();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Set<String> ids = new HashSet<>();
            for (var one : pool.invokeAll(IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<String>) () -> {
                        String id = stage(source, "feed-" + i % 12, "value " + i);
                        return i % 12 + "/" + id;
                    })
                    .toList())) {
                ids.add(one.get());
            }
            assertThat(ids).hasSize(24);
            for (int i = 0; i < 12; i++) {
                assertThat(source.read("feed-" + i, SecretStage.PENDING)).isPresent();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void put(WritableSecretSource source, String name, String value) {
        stage(source, name, value);
        source.promote(name);
    }

    private static String stage(WritableSecretSource source, String name, String value) {
        try (SecretValue secret = SecretValue.of(value.toCharArray())) {
            return source.stage(name, secret);
        }
    }

    private static String stages(WritableSecretSource source) {
        StringBuilder text = new StringBuilder();
        for (SecretStage stage : SecretStage.values()) {
            String value = source.read("feed", stage)
                    .map(WritableSecretSourceContract::text)
                    .orElse("-");
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
        return text.toString();
    }

    private static String text(SecretVersion version) {
        try (version) {
            return version.value().useCharacters(String::new);
        }
    }
}
