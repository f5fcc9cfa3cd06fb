package io.bondtrader.security.ratelimit;

/** The arithmetic of one window: whether permits fit, and what a client is told. */
final class Charge {

    private Charge() {}

    /** Takes permits from a window that is never retired. */
    static Verdict one(RatePolicy policy, Window window, long now, int permits) {
        if (now < window.deniedUntil) {
            return quick(policy, window, now, permits);
        }
        window.lock();
        try {
            int used = window.used(now);
            if (used + permits > policy.limit()) {
                return denied(policy, window, now, used, permits);
            }
            window.add(now, permits);
            return allowed(policy, window, now, used + permits);
        } finally {
            window.unlock();
        }
    }

    /** A refusal without the lock: nothing was free a moment ago, and nothing can be before a known time. */
    static Verdict quick(RatePolicy policy, Window window, long now, int permits) {
        long retry = permits > policy.limit() ? Long.MAX_VALUE : window.deniedUntil - now;
        return new Verdict(false, policy, 0, Math.max(window.emptyAt - now, 0), Math.max(retry, 1));
    }

    static Verdict allowed(RatePolicy policy, Window window, long now, int used) {
        return new Verdict(true, policy, policy.limit() - used, window.emptyAt - now, 0);
    }

    /** Under the lock, with permits that do not fit. */
    static Verdict denied(RatePolicy policy, Window window, long now, int used, int permits) {
        int free = policy.limit() - used;
        if (free <= 0) {
            window.deniedUntil = now + window.until(now, 1 - free);
        }
        long retry = permits > policy.limit() ? Long.MAX_VALUE : window.until(now, permits - free);
        return new Verdict(false, policy, Math.max(free, 0), Math.max(window.emptyAt - now, 0), Math.max(retry, 1));
    }
}
