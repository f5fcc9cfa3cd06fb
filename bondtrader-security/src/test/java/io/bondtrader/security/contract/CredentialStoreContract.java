package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.authentication.CredentialStore;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.testdata.Race;
import org.junit.jupiter.api.Test;

/** What every store of credentials does. */
public abstract class CredentialStoreContract {

    private static final AccountId MIA = AccountId.of("mia");

    /** Returns an empty store. */
    protected abstract CredentialStore newStore();

    @Test
    public void aHashIsReplacedByWhoeverKnowsTheOldOne() {
        CredentialStore store = newStore();
        assertThat(store.find(MIA)).isEmpty();
        assertThat(store.replace(MIA, "h1", "h2")).isFalse();
        assertThat(store.replace(MIA, null, "h1")).isTrue();
        assertThat(store.replace(MIA, null, "h2")).isFalse();
        assertThat(store.replace(MIA, "H1", "h2")).isFalse();
        assertThat(store.replace(MIA, "h1", "h2")).isTrue();
        assertThat(store.find(MIA)).contains("h2");
        assertThat(store.find(AccountId.of("MIA"))).isEmpty();
    }

    @Test
    public void ofManyReplacementsAtOnceOneWins() {
        CredentialStore store = newStore();
        store.replace(MIA, null, "h0");
        Race.rounds(
                16,
                300,
                round -> {
                    String old = store.find(MIA).orElseThrow();
                    return thread -> store.replace(MIA, old, "h" + round + "-" + thread);
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }
}
