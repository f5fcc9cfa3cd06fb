package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.mfa.BackupCodeStore;
import io.bondtrader.testdata.Race;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of backup codes does. */
public abstract class BackupCodeStoreContract {

    /** Returns an empty store. */
    protected abstract BackupCodeStore newStore();

    @Test
    public void aUserBeginsWithoutCodes() {
        BackupCodeStore store = newStore();
        assertThat(store.remaining("mia")).isZero();
        assertThat(store.consumeOnce("mia", "d1")).isFalse();
    }

    @Test
    public void aCodeIsConsumedOnceByItsUser() {
        BackupCodeStore store = newStore();
        store.replaceAll("mia", Set.of("d1", "d2"));
        store.replaceAll("noah", Set.of("d3"));

        assertThat(store.consumeOnce("noah", "d1")).isFalse();
        assertThat(store.consumeOnce("mia", "d1")).isTrue();
        assertThat(store.consumeOnce("mia", "d1")).isFalse();
        assertThat(store.consumeOnce("mia", "D2")).isFalse();
        assertThat(store.remaining("mia")).isEqualTo(1);
        assertThat(store.remaining("noah")).isEqualTo(1);
    }

    @Test
    public void aNewSetEndsTheOldOne() {
        BackupCodeStore store = newStore();
        store.replaceAll("mia", Set.of("d1", "d2"));
        store.replaceAll("mia", Set.of("d3"));

        assertThat(store.remaining("mia")).isEqualTo(1);
        assertThat(store.consumeOnce("mia", "d2")).isFalse();
        assertThat(store.consumeOnce("mia", "d3")).isTrue();
        store.replaceAll("mia", Set.of());
        assertThat(store.remaining("mia")).isZero();
    }

    @Test
    public void ofManyUsesAtOnceOneWins() {
        BackupCodeStore store = newStore();
        Race.rounds(
                16,
                300,
                round -> {
                    store.replaceAll("mia", Set.of("d" + round));
                    return thread -> store.consumeOnce("mia", "d" + round);
                },
                (round, winners) -> {
                    assertThat(winners).isEqualTo(1);
                    assertThat(store.remaining("mia")).isZero();
                });
    }
}
