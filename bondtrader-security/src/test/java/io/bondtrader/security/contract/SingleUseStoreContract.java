package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.guard.SingleUseStore;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of things that may be used once does. */
public abstract class SingleUseStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(300);

    /** Returns an empty store. */
    protected abstract SingleUseStore<String> newStore();

    @Test
    public void aThingIsFoundAndTakenOnce() {
        SingleUseStore<String> store = newStore();
        store.keep("a", "thing", END, NOON);

        assertThat(store.find("a", NOON)).contains("thing");
        assertThat(store.find("A", NOON)).isEmpty();
        assertThat(store.takeOnce("b", NOON)).isEmpty();
        assertThat(store.takeOnce("a", NOON)).contains("thing");
        assertThat(store.takeOnce("a", NOON)).isEmpty();
        assertThat(store.find("a", NOON)).isEmpty();
    }

    @Test
    public void aThingIsOfNoUseFromItsEndOn() {
        SingleUseStore<String> store = newStore();
        store.keep("a", "thing", END, NOON);
        store.keep("b", "thing", END, NOON);

        assertThat(store.find("a", END.minusMillis(1))).isPresent();
        assertThat(store.find("a", END)).isEmpty();
        assertThat(store.takeOnce("a", END)).isEmpty();
        assertThat(store.takeOnce("b", END.minusMillis(1))).isPresent();
    }

    @Test
    public void aKeyIsUsedForOneThing() {
        SingleUseStore<String> store = newStore();
        store.keep("a", "thing", END, NOON);

        assertThatThrownBy(() -> store.keep("a", "another", END, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(store.takeOnce("a", NOON)).contains("thing");
    }

    @Test
    public void ofManyTakersOneGetsIt() {
        SingleUseStore<String> store = newStore();
        Race.rounds(
                16,
                300,
                round -> {
                    store.keep("k" + round, "thing", END, NOON);
                    return thread -> store.takeOnce("k" + round, NOON).isPresent();
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }
}
