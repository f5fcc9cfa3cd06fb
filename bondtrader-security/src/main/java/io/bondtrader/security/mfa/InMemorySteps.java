package io.bondtrader.security.mfa;

import java.util.concurrent.ConcurrentHashMap;

/** Steps of one process, gone with it: for tests and for a desk's single machine. Safe for use by many threads. */
public final class InMemorySteps implements StepStore {

    private final ConcurrentHashMap<String, Long> steps = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemorySteps() {}

    @Override
    public long last(String factor) {
        return steps.getOrDefault(factor, NONE);
    }

    @Override
    public boolean compareAndSet(String factor, long expected, long step) {
        return expected == NONE ? steps.putIfAbsent(factor, step) == null : steps.replace(factor, expected, step);
    }
}
