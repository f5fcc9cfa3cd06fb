package io.bondtrader.security.ratelimit;

import org.jspecify.annotations.Nullable;

/** The arithmetic of one window: whether permits fit, and what a client is told. */
final class Charge {

    private Charge() {}

    /** Takes permits from a window; null if it was retired meanwhile. */
    static @Nullable Verdict one(RatePolicy policy, WindowForm form, long[] window, long now, int permits) {
        if (now < WindowForm.deniedUntil(window)) {
            return quick(policy, window, now, permits);
        }
        if (!WindowForm.lock(window)) {
            return null;
        }
        try {
            int used = form.used(window, now);
            if (used + permits > policy.limit()) {
                return denied(policy, form, window, now, used, permits);
            }
            form.add(window, now, permits);
            return allowed(policy, form, window, now, used + permits);
        } finally {
            WindowForm.unlock(window);
        }
    }

    /** A refusal without the lock: nothing was free a moment ago, and nothing can be before a known time. */
    private static Verdict quick(RatePolicy policy, long[] window, long now, int permits) {
        long retry = permits > policy.limit() ? Long.MAX_VALUE : WindowForm.deniedUntil(window) - now;
        long reset = Math.max(WindowForm.emptyWhenDenied(window) - now, 0);
        return new Verdict(false, policy, 0, reset, Math.max(retry, 1));
    }

    /** Under the lock, after permits were added. */
    static Verdict allowed(RatePolicy policy, WindowForm form, long[] window, long now, int used) {
        return new Verdict(true, policy, policy.limit() - used, form.emptyAt(window) - now, 0);
    }

    /** Under the lock, with permits that do not fit. */
    static Verdict denied(RatePolicy policy, WindowForm form, long[] window, long now, int used, int permits) {
        int free = policy.limit() - used;
        if (free <= 0) {
            form.deny(window, now + form.until(window, now, 1 - free));
        }
        long retry = permits > policy.limit() ? Long.MAX_VALUE : form.until(window, now, permits - free);
        long reset = Math.max(form.emptyAt(window) - now, 0);
        return new Verdict(false, policy, Math.max(free, 0), reset, Math.max(retry, 1));
    }
}
