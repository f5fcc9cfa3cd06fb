package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places of one process, gone with it; sixteen an account. Safe for use by many threads. */
public final class InMemoryPlaces implements KnownPlaces {

    private static final int MOST = 16;

    private final Map<AccountId, Deque<String>> places = new HashMap<>();

    /** Creates an empty store. */
    public InMemoryPlaces() {}

    @Override
    public synchronized List<String> known(AccountId account, List<String> asked) {
        Deque<String> kept = places.getOrDefault(account, new ArrayDeque<>());
        return asked.stream().filter(kept::contains).toList();
    }

    @Override
    public synchronized void remember(AccountId account, String place) {
        Deque<String> kept = places.computeIfAbsent(account, id -> new ArrayDeque<>());
        kept.remove(place);
        kept.addLast(place);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    @Override
    public synchronized void forget(AccountId account) {
        places.remove(account);
    }
}
