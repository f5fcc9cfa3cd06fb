package io.bondtrader.security.session;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.StateFull;
import io.bondtrader.security.identity.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of one process, gone with it. Holds so many, ended ones included, and refuses more: nobody is signed out to let
 * others in. Sessions past {@link StoredSession#keepUntil} are forgotten when new ones come.
 *
 * <p>Safe for use by many threads; looking a session up takes no lock.
 */
public final class InMemorySessions implements SessionStore {

    private final int capacity;
    private final ConcurrentHashMap<String, StoredSession> byDigest = new ConcurrentHashMap<>();
    private final Map<AccountId, Set<String>> byAccount = new HashMap<>();
    private final PriorityQueue<Ending> byEnd = new PriorityQueue<>((a, b) -> a.keepUntil.compareTo(b.keepUntil));

    private record Ending(String digest, Instant keepUntil) {}

    /** Creates a store of 1,000,000 sessions. */
    public InMemorySessions() {
        this(1_000_000);
    }

    /**
     * Creates a store.
     *
     * @param capacity how many sessions it holds, at least one
     */
    public InMemorySessions(int capacity) {
        InvalidInput.unless(capacity >= 1, "capacity", capacity, "at least 1");
        this.capacity = capacity;
    }

    @Override
    public Optional<StoredSession> find(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    @Override
    public synchronized boolean compareAndSet(@Nullable StoredSession expected, StoredSession next) {
        if (expected != null && !(expected.live() && expected.equals(byDigest.get(expected.digest())))) {
            return false;
        }
        boolean same = expected != null && expected.digest().equals(next.digest());
        if (!same) {
            forgetBefore(next.session().lastUsedAt());
            if (byDigest.containsKey(next.digest())) {
                return false;
            }
            if (byDigest.size() >= capacity) {
                throw new StateFull("sessions", capacity);
            }
            byEnd.add(new Ending(next.digest(), next.keepUntil()));
            digests(next).add(next.digest());
        }
        // The new one first: a reader in between sees two of one session, never none.
        byDigest.put(next.digest(), next);
        if (expected != null && !same) {
            bury(expected);
        }
        return true;
    }

    @Override
    public synchronized List<StoredSession> ofAccount(AccountId account) {
        List<StoredSession> live = new ArrayList<>();
        for (String digest : byAccount.getOrDefault(account, Set.of())) {
            StoredSession kept = byDigest.get(digest);
            if (kept != null) {
                live.add(kept);
            }
        }
        return live;
    }

    @Override
    public synchronized List<StoredSession> end(AccountId account, Which which) {
        List<StoredSession> ended = ofAccount(account);
        ended.removeIf(kept -> !which.test(kept.session().reference()));
        ended.forEach(this::bury);
        return ended;
    }

    /** {@return how many sessions are kept, live and ended} */
    public int size() {
        return byDigest.size();
    }

    private Set<String> digests(StoredSession kept) {
        return byAccount.computeIfAbsent(kept.session().principal().account(), account -> new HashSet<>());
    }

    private void bury(StoredSession kept) {
        byDigest.put(kept.digest(), kept.ended());
        unlist(kept);
    }

    private void unlist(StoredSession kept) {
        AccountId account = kept.session().principal().account();
        Set<String> digests = byAccount.get(account);
        if (digests != null && digests.remove(kept.digest()) && digests.isEmpty()) {
            byAccount.remove(account);
        }
    }

    private void forgetBefore(Instant now) {
        Ending first = byEnd.peek();
        while (first != null && first.keepUntil.isBefore(now)) {
            byEnd.remove();
            StoredSession gone = byDigest.remove(first.digest);
            if (gone != null) {
                unlist(gone);
            }
            first = byEnd.peek();
        }
    }
}
