package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.session.Session;
import io.bondtrader.security.session.SessionStore;
import io.bondtrader.security.session.StoredSession;
import io.bondtrader.testdata.Race;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every session store does. */
public abstract class SessionStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountId MIA = AccountId.of("mia");

    /** Returns an empty store. */
    protected abstract SessionStore newStore();

    @Test
    public void aSessionIsFoundUnderItsDigestAlone() {
        SessionStore store = newStore();
        StoredSession first = stored(MIA, "r1", "d1");

        assertThat(store.compareAndSet(null, first)).isTrue();

        assertThat(store.find("d1")).contains(first);
        assertThat(store.find("D1")).isEmpty();
        assertThat(store.find("d")).isEmpty();
        assertThat(store.compareAndSet(null, first)).isFalse();
    }

    @Test
    public void aReplacedSessionIsDeadAtOnce() {
        SessionStore store = newStore();
        StoredSession first = stored(MIA, "r1", "d1");
        StoredSession second = stored(MIA, "r1", "d2");
        store.compareAndSet(null, first);

        assertThat(store.compareAndSet(first, second)).isTrue();

        assertThat(store.find("d1").filter(StoredSession::live)).isEmpty();
        assertThat(store.find("d2")).contains(second);
        assertThat(store.compareAndSet(first, stored(MIA, "r1", "d3"))).isFalse();
        assertThat(store.find("d3")).isEmpty();
        assertThat(store.ofAccount(MIA)).containsExactly(second);
    }

    @Test
    public void aSessionUpdatedInPlaceIsReplacedOnlyAsItWas() {
        SessionStore store = newStore();
        StoredSession first = stored(MIA, "r1", "d1");
        store.compareAndSet(null, first);
        StoredSession used = used(first, 60);

        assertThat(store.compareAndSet(first, used)).isTrue();
        assertThat(store.compareAndSet(first, used(first, 90))).isFalse();
        assertThat(store.find("d1")).contains(used);
    }

    @Test
    public void oneAllOrAllButOneAreEnded() {
        SessionStore store = newStore();
        for (int i = 1; i <= 3; i++) {
            store.compareAndSet(null, stored(MIA, "r" + i, "d" + i));
        }
        StoredSession noah = stored(AccountId.of("noah"), "r1", "n1");
        store.compareAndSet(null, noah);

        assertThat(store.end(MIA, new SessionStore.Only("r1"))).hasSize(1);
        assertThat(store.end(MIA, new SessionStore.Only("r1"))).isEmpty();
        assertThat(store.end(MIA, new SessionStore.AllBut("r2"))).hasSize(1);
        assertThat(store.find("d3").filter(StoredSession::live)).isEmpty();
        assertThat(store.ofAccount(MIA))
                .extracting(kept -> kept.session().reference())
                .containsExactly("r2");
        assertThat(store.end(MIA, new SessionStore.All())).hasSize(1);
        assertThat(store.ofAccount(MIA)).isEmpty();
        assertThat(store.find("n1")).contains(noah);
    }

    @Test
    public void whatWasEndedIsNotBroughtBack() {
        SessionStore store = newStore();
        StoredSession first = stored(MIA, "r1", "d1");
        store.compareAndSet(null, first);
        store.end(MIA, new SessionStore.All());

        assertThat(store.compareAndSet(first, used(first, 60))).isFalse();
        assertThat(store.compareAndSet(first, stored(MIA, "r1", "d2"))).isFalse();
        assertThat(store.compareAndSet(first.ended(), stored(MIA, "r1", "d3"))).isFalse();
        assertThat(store.find("d1").filter(StoredSession::live)).isEmpty();
        assertThat(store.find("d2")).isEmpty();
    }

    @Test
    public void ofManyRenewalsAtOnceOneWins() {
        SessionStore store = newStore();
        int threads = 16;
        Race.rounds(
                threads,
                200,
                round -> {
                    StoredSession first = stored(MIA, "r" + round, "d" + round);
                    store.compareAndSet(null, first);
                    return thread -> store.compareAndSet(first, stored(MIA, "r" + round, "d" + round + "-" + thread));
                },
                (round, winners) -> {
                    assertThat(winners).isEqualTo(1);
                    assertThat(store.end(MIA, new SessionStore.All())).hasSize(1);
                });
    }

    @Test
    public void anEndBesideARenewalLeavesNothingAlive() {
        SessionStore store = newStore();
        Race.rounds(
                2,
                500,
                round -> {
                    StoredSession first = stored(MIA, "r" + round, "d" + round);
                    store.compareAndSet(null, first);
                    return thread -> thread == 0
                            ? store.compareAndSet(first, stored(MIA, "r" + round, "e" + round))
                            : store.end(MIA, new SessionStore.All()).size() == 1;
                },
                (round, winners) -> assertThat(store.ofAccount(MIA)).isEmpty());
    }

    private static StoredSession stored(AccountId account, String reference, String digest) {
        Principal principal = Principal.of(account, PersonId.of("p-1"));
        Session session = new Session(reference, principal, NOON, NOON);
        return new StoredSession(digest, session, 7, true, NOON.plus(Duration.ofDays(1)));
    }

    private static StoredSession used(StoredSession stored, long seconds) {
        Session was = stored.session();
        Session now = new Session(
                was.reference(),
                was.principal(),
                was.startedAt(),
                was.lastUsedAt().plusSeconds(seconds));
        return new StoredSession(stored.digest(), now, stored.epoch(), true, stored.keepUntil());
    }
}
