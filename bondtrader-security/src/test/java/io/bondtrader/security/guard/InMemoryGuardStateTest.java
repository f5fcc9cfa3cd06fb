package io.bondtrader.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.AttemptStoreContract;
import io.bondtrader.security.contract.SingleUseStoreContract;
import io.bondtrader.security.error.StateFull;
import io.bondtrader.testdata.Attack;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InMemoryGuardStateTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Nested
    final class AttemptsInMemory extends AttemptStoreContract {
        @Override
        protected AttemptStore newStore() {
            return new InMemoryAttempts();
        }
    }

    @Nested
    final class ThingsInMemory extends SingleUseStoreContract {
        @Override
        protected SingleUseStore<String> newStore() {
            return new InMemorySingleUse<>();
        }
    }

    @Test
    @Attack({"A36", "A48"})
    void a36AFloodOfKeysNeverFreesAHotOffender() {
        InMemoryAttempts store = new InMemoryAttempts(100);
        Attempts hot = failures(7, NOON.plusSeconds(3600));
        store.compareAndSet("offender", Attempts.NONE, hot, NOON);

        for (int i = 0; i < 10_000; i++) {
            store.compareAndSet("k" + i, Attempts.NONE, failures(1, NOON.plusSeconds(3600)), NOON);
        }

        assertThat(store.size()).isEqualTo(100);
        assertThat(store.read("offender", NOON)).isEqualTo(hot);
    }

    @Test
    @Attack("A36")
    void a36WhenAllAreHotNewKeysShareOneCountUntilSomeAreForgotten() {
        InMemoryAttempts store = new InMemoryAttempts(10);
        Instant end = NOON.plusSeconds(3600);
        for (int i = 0; i < 10; i++) {
            store.compareAndSet("k" + i, Attempts.NONE, failures(2, end), NOON);
        }
        store.compareAndSet("new1", Attempts.NONE, failures(1, end.plusSeconds(9)), NOON);

        assertThat(store.read("new2", NOON)).isEqualTo(failures(1, end.plusSeconds(9)));
        assertThat(store.compareAndSet("new2", store.read("new2", NOON), failures(2, end.plusSeconds(9)), NOON))
                .isTrue();
        assertThat(store.read("new3", NOON).consecutive()).isEqualTo(2);
        assertThat(store.read("k0", NOON)).isEqualTo(failures(2, end));
        assertThat(store.size()).isLessThanOrEqualTo(11);

        assertThat(store.read("new3", end)).isEqualTo(Attempts.NONE);
        assertThat(store.compareAndSet("new3", Attempts.NONE, failures(3, end.plusSeconds(9)), end))
                .isTrue();
        assertThat(store.read("new3", end).consecutive()).isEqualTo(3);
        assertThatThrownBy(() -> new InMemoryAttempts(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFullStoreOfThingsRefusesUntilSomeAreOfNoUse() {
        InMemorySingleUse<String> store = new InMemorySingleUse<>(2);
        Instant end = NOON.plusSeconds(60);
        store.keep("a", "x", end, NOON);
        store.keep("b", "x", end, NOON);
        store.takeOnce("a", NOON);

        assertThatThrownBy(() -> store.keep("c", "x", end, NOON))
                .isInstanceOf(StateFull.class)
                .hasMessageStartingWith("BT-5031");
        assertThat(store.find("c", NOON)).isEmpty();
        store.keep("c", "x", end.plusSeconds(60), end);
        assertThat(store.takeOnce("c", end)).isPresent();
        assertThatThrownBy(() -> new InMemorySingleUse<>(0)).isInstanceOf(InvalidInput.class);
    }

    private static Attempts failures(int count, Instant forgetAt) {
        return new Attempts(count, NOON, 0, 0, 0, forgetAt);
    }
}
