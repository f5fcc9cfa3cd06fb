package io.bondtrader.security.token.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.contract.RevocationStoreContract;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The store of one process keeps the contract. */
final class InMemoryRevocationsTest extends RevocationStoreContract {

    @Override
    protected RevocationStore store(InstantSource clock) {
        return new InMemoryRevocations(clock);
    }

    @Test
    void tokensAreForgottenWhenTheyHaveExpired() {
        Instant[] now = {Instant.EPOCH};
        InMemoryRevocations store = new InMemoryRevocations(() -> now[0]);
        store.denyToken("i", "t", Instant.ofEpochSecond(10));
        now[0] = Instant.ofEpochSecond(10);
        for (int i = 0; i < 1_024; i++) {
            store.denyToken("i", "filler " + i, Instant.ofEpochSecond(100));
        }
        assertThat(store.isRevoked(new TokenReference("i", "t", "s", null, Instant.EPOCH)))
                .isTrue();
        now[0] = Instant.ofEpochSecond(11);
        for (int i = 0; i < 1_024; i++) {
            store.denyToken("i", "filler " + i, Instant.ofEpochSecond(100));
        }
        assertThat(store.isRevoked(new TokenReference("i", "t", "s", null, Instant.EPOCH)))
                .isFalse();
    }
}
