package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.key.KeyringStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link KeyringStore} promises. An implementation's test extends this and says how its store is made and reopened. */
public abstract class KeyringStoreContract {

    private static final int THREADS = 16;

    private KeyringStore store;

    /** Makes an empty store. */
    protected abstract KeyringStore store() throws Exception;

    /** Opens the same store again, as after a restart; the same object where nothing outlives it. */
    protected abstract KeyringStore reopened() throws Exception;

    /** Makes the store of a test. */
    @BeforeEach
    final void begin() throws Exception {
        store = store();
    }

    /** A new journal has no entries. */
    @Test
    protected final void aNewKeyringHasNoEntries() {
        assertThat(store.entries("tokens")).isEmpty();
        assertThat(store.wrapped("tokens", 0)).isEmpty();
    }

    /** What was written is there after a restart. */
    @Test
    protected final void entriesKeepTheirOrderThroughARestart() throws Exception {
        assertThat(store.append("tokens", 0, "{\"first\":1} c2VhbA==", Optional.of(new byte[] {1, 2})))
                .isTrue();
        assertThat(store.append("tokens", 1, "second \u00e4\u20ac", Optional.empty()))
                .isTrue();

        assertThat(reopened().entries("tokens")).containsExactly("{\"first\":1} c2VhbA==", "second \u00e4\u20ac");
        assertThat(reopened().wrapped("tokens", 0))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
        assertThat(reopened().wrapped("tokens", 1)).isEmpty();
    }

    /** An entry for another length changes nothing, and leaves no key behind. */
    @Test
    protected final void whoExpectsAnotherLengthIsRefused() {
        assertThat(store.append("tokens", 0, "first", Optional.of(new byte[] {1})))
                .isTrue();
        assertThat(store.append("tokens", 0, "other", Optional.of(new byte[] {9})))
                .isFalse();
        assertThat(store.append("tokens", 2, "other", Optional.of(new byte[] {9})))
                .isFalse();

        assertThat(store.entries("tokens")).containsExactly("first");
        assertThat(store.wrapped("tokens", 0))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1));
        assertThat(store.wrapped("tokens", 2)).isEmpty();
    }

    /** Journals of two keyrings do not meet. */
    @Test
    protected final void keyringsAreApart() {
        store.append("tokens", 0, "t", Optional.of(new byte[] {1}));
        store.append("data", 0, "d", Optional.of(new byte[] {2}));
        store.erase("data", 0);

        assertThat(store.entries("tokens")).containsExactly("t");
        assertThat(store.entries("data")).containsExactly("d");
        assertThat(store.wrapped("tokens", 0)).isPresent();
        assertThat(store.wrapped("data", 0)).isEmpty();
    }

    /** An erased key is gone after a restart too; erasing twice does nothing more. */
    @Test
    protected final void anErasedKeyIsGone() throws Exception {
        store.append("tokens", 0, "t", Optional.of(new byte[] {1}));
        store.erase("tokens", 0);
        store.erase("tokens", 0);

        assertThat(reopened().wrapped("tokens", 0)).isEmpty();
        assertThat(reopened().entries("tokens")).containsExactly("t");
    }

    /** A caller that changes its array afterwards does not change the key. */
    @Test
    protected final void arraysAreCopied() {
        byte[] mine = {1, 2, 3};
        store.append("tokens", 0, "t", Optional.of(mine));
        mine[0] = 9;
        store.wrapped("tokens", 0).orElseThrow()[1] = 9;

        assertThat(store.wrapped("tokens", 0))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2, 3));
    }

    /** Of many who append at once exactly one wins, and its own key is kept. */
    @Test
    protected final void ofManyAppendsAtOnceOneWins() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 20; round++) {
                int expected = round;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> all = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    byte own = (byte) t;
                    Callable<Boolean> append = () -> {
                        start.await();
                        return store.append("tokens", expected, "by " + own, Optional.of(new byte[] {own}));
                    };
                    all.add(pool.submit(append));
                }
                start.countDown();
                List<Integer> winners = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    if (all.get(t).get()) {
                        winners.add(t);
                    }
                }
                assertThat(winners).hasSize(1);
                assertThat(store.entries("tokens").get(round)).isEqualTo("by " + winners.get(0));
                assertThat(store.wrapped("tokens", round).orElseThrow()[0])
                        .isEqualTo(winners.get(0).byteValue());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
