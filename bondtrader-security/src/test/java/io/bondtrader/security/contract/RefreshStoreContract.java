package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.token.refresh.RefreshFamily;
import io.bondtrader.security.token.refresh.RefreshStore;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What every {@link RefreshStore} keeps. Extend it and say how to make one. */
public abstract class RefreshStoreContract {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    /** Makes an empty store. */
    protected abstract RefreshStore store(InstantSource clock);

    private static RefreshFamily family(String id, long version, String head) {
        return new RefreshFamily(
                id,
                version,
                "i",
                "s",
                "c",
                null,
                "",
                NOW,
                NOW.plusSeconds(60),
                NOW.plusSeconds(30),
                (int) version,
                head,
                null,
                null,
                null,
                null);
    }

    @Test
    public void whatWasStartedIsFoundAndStartedOnce() {
        RefreshStore store = store(InstantSource.fixed(NOW));
        store.startFamily(family("a", 0, "h0"));

        assertThat(store.find("a")).contains(family("a", 0, "h0"));
        assertThat(store.find("b")).isEmpty();
        assertThatThrownBy(() -> store.startFamily(family("a", 0, "h9"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void aFamilyIsReplacedOnlyAtTheVersionThatIsExpected() {
        RefreshStore store = store(InstantSource.fixed(NOW));
        store.startFamily(family("a", 0, "h0"));

        assertThat(store.rotateFamily(family("a", 0, "h0"), family("a", 1, "h1")))
                .isTrue();
        assertThat(store.rotateFamily(family("a", 0, "h0"), family("a", 1, "h2")))
                .isFalse();
        assertThat(store.find("a")).contains(family("a", 1, "h1"));
        assertThat(store.rotateFamily(family("b", 0, "h0"), family("b", 1, "h1")))
                .isFalse();
        assertThat(store.find("b")).isEmpty();
    }

    @Test
    public void familiesThatHaveNotEndedAreKept() {
        Instant[] now = {NOW};
        RefreshStore store = store(() -> now[0]);
        store.startFamily(family("a", 0, "h0"));
        now[0] = NOW.plusSeconds(60);
        for (int i = 0; i < 3_000; i++) {
            store.startFamily(family("filler " + i, 0, "h"));
        }

        assertThat(store.find("a")).isPresent();
    }

    @Test
    public void ofManyWhoReplaceAtOnceOneWins() {
        RefreshStore store = store(InstantSource.fixed(NOW));
        store.startFamily(family("a", 0, "h0"));

        Race.rounds(
                16,
                500,
                round -> {
                    RefreshFamily expected = store.find("a").orElseThrow();
                    return thread -> store.rotateFamily(expected, family("a", expected.version() + 1, "h" + thread));
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
        assertThat(store.find("a").orElseThrow().version()).isEqualTo(500);
    }
}
