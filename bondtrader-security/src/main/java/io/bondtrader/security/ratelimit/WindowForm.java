package io.bondtrader.security.ratelimit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * How the windows of one limit count. What one key used is an array of words and nothing else, because of many keys each is
 * far from every cache, and every further object would be waited for. A window is guarded by a spin lock of its own, because
 * what is done under it takes nanoseconds. Times are ticks of a monotonic clock in nanoseconds, from 0. Immutable.
 */
abstract class WindowForm {

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int SPINS = 100;
    private static final long PAUSE_NANOS = 20_000;

    private static final int LOCK = 0;
    private static final long FREE = 0;
    private static final long HELD = 1;
    private static final long DEAD = 2;

    /** Until then no single permit is free, whatever happens meanwhile. Read without the lock, for a quick refusal. */
    private static final int DENIED_UNTIL = 1;

    /** The first two words of the form; the rest of its words follow {@link #MORE}. */
    static final int FIRST = 2;

    static final int SECOND = 3;

    /** When all permits will be free again, as of the last refusal. */
    private static final int EMPTY_AT = 4;

    /** When a violation was last reported, and a nanosecond, so that 0 is never. */
    private static final int REPORTED_AT = 5;

    /** How many violations were not reported since. */
    private static final int UNREPORTED = 6;

    static final int MORE = 7;

    static WindowForm of(int limit, long length) {
        return limit <= LogForm.MOST ? new LogForm(length) : new SlotForm(length);
    }

    /** Returns a window in which nothing was used. */
    abstract long[] window();

    /** Permits used in the window that ends now. */
    abstract int used(long[] window, long now);

    /** Uses permits; {@link #used} was called with the same time just before. */
    abstract void add(long[] window, long now, int permits);

    /** Nanoseconds until so many permits that are used now are free; 0 if none is asked for. */
    abstract long until(long[] window, long now, int permits);

    /** When all permits will be free again; 0 if none was ever used. */
    abstract long emptyAt(long[] window);

    /** Returns false if the window was taken out of its map; look it up again. */
    static boolean lock(long[] window) {
        for (int i = 0; !WORD.compareAndSet(window, LOCK, FREE, HELD); i++) {
            if ((long) WORD.getVolatile(window, LOCK) == DEAD) {
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

    static void unlock(long[] window) {
        WORD.setRelease(window, LOCK, FREE);
    }

    /** Takes an empty window out of use, so that nobody who still holds it counts where nobody looks. */
    final boolean retire(long[] window, long now) {
        if (!WORD.compareAndSet(window, LOCK, FREE, HELD)) {
            return false;
        }
        boolean empty = used(window, now) == 0;
        WORD.setRelease(window, LOCK, empty ? DEAD : FREE);
        return empty;
    }

    static long deniedUntil(long[] window) {
        return (long) WORD.getVolatile(window, DENIED_UNTIL);
    }

    /** Nothing is free before a time. Under the lock. */
    final void deny(long[] window, long until) {
        WORD.setRelease(window, EMPTY_AT, emptyAt(window));
        WORD.setVolatile(window, DENIED_UNTIL, until);
    }

    /** Lets requests be counted again that were refused without counting. */
    static void reconsider(long[] window) {
        WORD.setVolatile(window, DENIED_UNTIL, 0L);
    }

    /** When all permits will be free again, for a window that denies. Read without the lock. */
    static long emptyWhenDenied(long[] window) {
        return (long) WORD.getAcquire(window, EMPTY_AT);
    }

    /**
     * Counts a violation. Under the lock.
     *
     * @return how many were not reported since the last report, or -1 if this one is not to be reported either
     */
    static long violated(long[] window, long now, long pause) {
        long last = window[REPORTED_AT] - 1;
        if (last >= 0 && now - last < pause) {
            window[UNREPORTED]++;
            return -1;
        }
        long left = window[UNREPORTED];
        window[REPORTED_AT] = now + 1;
        window[UNREPORTED] = 0;
        return left;
    }
}
