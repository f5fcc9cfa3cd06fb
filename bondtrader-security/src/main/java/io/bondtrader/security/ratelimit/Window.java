package io.bondtrader.security.ratelimit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one key used of one limit. Guarded by a spin lock of its own, because what is done under it takes nanoseconds. Times
 * are ticks of a monotonic clock in nanoseconds, from 0. Small, because of many keys each is far from every cache.
 */
abstract class Window {

    private static final VarHandle LOCK;
    private static final int SPINS = 100;
    private static final long PAUSE_NANOS = 20_000;
    private static final int FREE = 0;
    private static final int HELD = 1;
    private static final int DEAD = 2;

    static {
        try {
            LOCK = MethodHandles.lookup().findVarHandle(Window.class, "lock", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Until then no single permit is free, whatever happens meanwhile. Read without the lock, for a quick refusal. */
    volatile long deniedUntil;

    /** When all permits will be free again, as of the last change. */
    volatile long emptyAt;

    /** What was told of violations of this key; null while there was none. Guarded by the lock. */
    @Nullable
    Violations violations;

    @SuppressWarnings("unused") // through LOCK
    private int lock;

    static Window of(int limit, long length) {
        return limit <= LogWindow.MOST ? new LogWindow(length) : new SlotWindow(length);
    }

    /** Returns false if the window was taken out of its map; look it up again. */
    final boolean lock() {
        for (int i = 0; !LOCK.compareAndSet(this, FREE, HELD); i++) {
            if ((int) LOCK.getVolatile(this) == DEAD) {
                return false;
            }
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return true;
    }

    final void unlock() {
        LOCK.setRelease(this, FREE);
    }

    /** Takes an empty window out of use, so that nobody who still holds it counts where nobody looks. */
    final boolean retire(long now) {
        if (!LOCK.compareAndSet(this, FREE, HELD)) {
            return false;
        }
        boolean empty = used(now) == 0;
        LOCK.setRelease(this, empty ? DEAD : FREE);
        return empty;
    }

    /** Permits used in the window that ends now. */
    abstract int used(long now);

    /** Uses permits; {@link #used} was called with the same time just before. */
    abstract void add(long now, int permits);

    /** Nanoseconds until so many permits that are used now are free; 0 if none is asked for. */
    abstract long until(long now, int permits);

    /** When a violation was last reported, and how many were not since. */
    static final class Violations {
        long reportedAt;
        long unreported;
    }
}
