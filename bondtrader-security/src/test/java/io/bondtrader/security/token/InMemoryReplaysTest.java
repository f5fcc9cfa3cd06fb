package io.bondtrader.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.ReplayStoreContract;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The store of one process keeps the contract. */
final class InMemoryReplaysTest extends ReplayStoreContract {

    @Override
    protected ReplayStore store(InstantSource clock) {
        return new InMemoryReplays(clock, 1_000);
    }

    @Test
    void whatIsOverMakesRoomAndWhatIsNotDoesNot() {
        Instant[] now = {Instant.EPOCH};
        InMemoryReplays store = new InMemoryReplays(() -> now[0], 2);
        assertThat(store.putIfAbsent("a", Instant.ofEpochSecond(10))).isEqualTo(ReplayStore.Outcome.FIRST);
        assertThat(store.putIfAbsent("b", Instant.ofEpochSecond(20))).isEqualTo(ReplayStore.Outcome.FIRST);
        assertThat(store.putIfAbsent("c", Instant.ofEpochSecond(20))).isEqualTo(ReplayStore.Outcome.FULL);
        now[0] = Instant.ofEpochSecond(10);
        assertThat(store.putIfAbsent("c", Instant.ofEpochSecond(20))).isEqualTo(ReplayStore.Outcome.FULL);
        now[0] = Instant.ofEpochSecond(11);
        assertThat(store.putIfAbsent("c", Instant.ofEpochSecond(20))).isEqualTo(ReplayStore.Outcome.FIRST);
        assertThat(store.putIfAbsent("d", Instant.ofEpochSecond(20))).isEqualTo(ReplayStore.Outcome.FULL);
        assertThatThrownBy(() -> new InMemoryReplays(() -> now[0], 0)).isInstanceOf(InvalidInput.class);
    }
}
