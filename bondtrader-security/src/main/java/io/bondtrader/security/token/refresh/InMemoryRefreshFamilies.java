package io.bondtrader.security.token.refresh;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Families of one process, gone with it; those that have ended are forgotten.
 *
 * <p>Safe for use by many threads.
 */
public final class InMemoryRefreshFamilies implements RefreshStore {

    private static final int STARTS_BETWEEN_SWEEPS = 1024;

    private final InstantSource clock;
    private final ConcurrentHashMap<String, RefreshFamily> families = new ConcurrentHashMap<>();
    private final AtomicInteger starts = new AtomicInteger();

    /**
     * Creates an empty store.
     *
     * @param clock tells which have ended
     */
    public InMemoryRefreshFamilies(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void startFamily(RefreshFamily family) {
        if (families.putIfAbsent(family.id(), family) != null) {
            throw new IllegalStateException("there is a family of this identifier");
        }
        if (starts.incrementAndGet() % STARTS_BETWEEN_SWEEPS == 0) {
            Instant now = clock.instant();
            families.values().removeIf(known -> now.isAfter(known.endsAt()));
        }
    }

    @Override
    public Optional<RefreshFamily> find(String id) {
        return Optional.ofNullable(families.get(id));
    }

    @Override
    public boolean rotateFamily(RefreshFamily expected, RefreshFamily next) {
        boolean[] replaced = new boolean[1];
        families.computeIfPresent(expected.id(), (id, current) -> {
            replaced[0] = current.version() == expected.version();
            return replaced[0] ? next : current;
        });
        return replaced[0];
    }
}
