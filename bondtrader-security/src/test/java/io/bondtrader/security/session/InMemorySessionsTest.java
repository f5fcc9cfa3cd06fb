package io.bondtrader.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.SessionStoreContract;
import io.bondtrader.security.error.StateFull;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class InMemorySessionsTest extends SessionStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Override
    protected SessionStore newStore() {
        return new InMemorySessions();
    }

    @Test
    void sessionsLongOverAreForgottenWhenNewOnesCome() {
        InMemorySessions store = new InMemorySessions(2);
        store.compareAndSet(null, stored("a", NOON));
        store.compareAndSet(null, stored("b", NOON));

        assertThatThrownBy(() -> store.compareAndSet(null, stored("c", NOON.plusSeconds(60))))
                .isInstanceOf(StateFull.class)
                .hasMessageStartingWith("BT-5031");
        assertThat(store.compareAndSet(
                        null, stored("c", NOON.plus(Duration.ofDays(1)).plusSeconds(1))))
                .isTrue();
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.ofAccount(AccountId.of("mia"))).hasSize(1);
        assertThatThrownBy(() -> new InMemorySessions(0)).isInstanceOf(InvalidInput.class);
    }

    private static StoredSession stored(String digest, Instant at) {
        Session session = new Session("r", Principal.of(AccountId.of("mia"), PersonId.of("p-1")), at, at);
        return new StoredSession(digest, session, 0, true, at.plus(Duration.ofDays(1)));
    }
}
