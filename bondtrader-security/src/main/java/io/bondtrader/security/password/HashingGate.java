package io.bondtrader.security.password;

import io.bondtrader.security.error.HashingBusy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Lets so many hashes run at once and so many wait, each for so long; turns away all others at once. */
final class HashingGate {

    private final int permits;
    private final int waiting;
    private final long waitMillis;
    private final Semaphore running;
    private final AtomicInteger queued = new AtomicInteger();

    HashingGate(int permits, int waiting, long waitMillis) {
        this.permits = permits;
        this.waiting = waiting;
        this.waitMillis = waitMillis;
        this.running = new Semaphore(permits, true);
    }

    <T> T within(Supplier<T> work) {
        if (!running.tryAcquire()) {
            awaitTurn();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    int queued() {
        return queued.get();
    }

    private void awaitTurn() {
        if (queued.incrementAndGet() > waiting) {
            queued.decrementAndGet();
            throw new HashingBusy(permits, waiting);
        }
        try {
            if (!running.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw new HashingBusy(permits, waiting);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HashingBusy(permits, waiting);
        } finally {
            queued.decrementAndGet();
        }
    }
}
