package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.guard.AttemptStore;
import io.bondtrader.security.guard.Attempts;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of attempts does. */
public abstract class AttemptStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Returns an empty store. */
    protected abstract AttemptStore newStore();

    @Test
    public void nothingIsRememberedOfANewKey() {
        assertThat(newStore().read("a", NOON)).isEqualTo(Attempts.NONE);
    }

    @Test
    public void anUpdateNeedsWhatIsRemembered() {
        AttemptStore store = newStore();

        assertThat(store.compareAndSet("a", failures(1), failures(2), NOON)).isFalse();
        assertThat(store.compareAndSet("a", Attempts.NONE, failures(1), NOON)).isTrue();
        assertThat(store.compareAndSet("a", Attempts.NONE, failures(9), NOON)).isFalse();
        assertThat(store.compareAndSet("a", failures(1), failures(2), NOON)).isTrue();

        assertThat(store.read("a", NOON)).isEqualTo(failures(2));
        assertThat(store.read("A", NOON)).isEqualTo(Attempts.NONE);
        assertThat(store.compareAndSet("a", failures(2), Attempts.NONE, NOON)).isTrue();
        assertThat(store.read("a", NOON)).isEqualTo(Attempts.NONE);
    }

    @Test
    public void attemptsAreForgottenAtTheirTimeAndNotBefore() {
        AttemptStore store = newStore();
        store.compareAndSet("a", Attempts.NONE, failures(5), NOON);
        Instant end = failures(5).forgetAt();

        assertThat(store.read("a", end.minusMillis(1))).isEqualTo(failures(5));
        assertThat(store.read("a", end)).isEqualTo(Attempts.NONE);
        assertThat(store.compareAndSet("a", failures(5), failures(6), end)).isFalse();
        assertThat(store.compareAndSet("a", Attempts.NONE, failures(1), end)).isTrue();
    }

    @Test
    public void lockedKeysAreRememberedForEver() {
        AttemptStore store = newStore();
        Attempts locked = new Attempts(100, NOON, 0, 0, 0, Instant.MAX);
        store.compareAndSet("a", Attempts.NONE, locked, NOON);

        assertThat(store.read("a", Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(locked);
    }

    @Test
    public void ofManyUpdatesAtOnceOneWins() {
        AttemptStore store = newStore();
        Race.rounds(
                16,
                300,
                round -> thread -> store.compareAndSet("k" + round, Attempts.NONE, failures(2 + thread), NOON),
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    private static Attempts failures(int count) {
        return new Attempts(count, NOON, 0, 0, 0, NOON.plusSeconds(3600));
    }
}
