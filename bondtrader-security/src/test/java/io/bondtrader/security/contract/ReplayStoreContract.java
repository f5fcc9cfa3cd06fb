package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.token.ReplayStore;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What every {@link ReplayStore} keeps. Extend it and say how to make one. */
public abstract class ReplayStoreContract {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    /** Makes an empty store with room for a thousand. */
    protected abstract ReplayStore store(InstantSource clock);

    @Test
    public void theFirstIsFirstAndTheSecondIsSeen() {
        ReplayStore store = store(InstantSource.fixed(NOW));

        assertThat(store.putIfAbsent("a", NOW.plusSeconds(60))).isEqualTo(ReplayStore.Outcome.FIRST);
        assertThat(store.putIfAbsent("a", NOW.plusSeconds(60))).isEqualTo(ReplayStore.Outcome.SEEN);
        assertThat(store.putIfAbsent("b", NOW.plusSeconds(60))).isEqualTo(ReplayStore.Outcome.FIRST);
    }

    @Test
    public void nothingIsForgottenBeforeItsTime() {
        Instant[] now = {NOW};
        ReplayStore store = store(() -> now[0]);
        store.putIfAbsent("a", NOW.plusSeconds(60));
        for (int i = 0; i < 2_000; i++) {
            store.putIfAbsent("filler " + i, NOW.plusSeconds(60));
        }
        now[0] = NOW.plusSeconds(60);

        assertThat(store.putIfAbsent("a", NOW.plusSeconds(120))).isNotEqualTo(ReplayStore.Outcome.FIRST);
    }

    @Test
    public void ofManyAtOnceOneIsFirst() {
        ReplayStore store = store(InstantSource.fixed(NOW));

        Race.rounds(
                16,
                500,
                round ->
                        thread -> store.putIfAbsent("round " + round, NOW.plusSeconds(60)) == ReplayStore.Outcome.FIRST,
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }
}
