package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Codes of an authenticator app, TOTP of RFC 6238 with steps of thirty seconds. A code is accepted once: the store's last
 * step only rises, so an older code of the window is refused as well, and so is all of the past when the clock falls back.
 *
 * <p>Counts no failures: callers limit guesses. Immutable; safe for use by many threads as far as the store is.
 */
public final class TimeCodes {

    /** Seconds of a step. */
    public static final int STEP_SECONDS = 30;

    private final StepStore store;
    private final InstantSource clock;
    private final int drift;

    private TimeCodes(StepStore store, InstantSource clock, int drift) {
        this.store = store;
        this.clock = clock;
        this.drift = drift;
    }

    /**
     * Returns a check that allows the user's clock to be one step off.
     *
     * @param store of the steps accepted
     * @param clock of this machine
     * @return the check
     */
    public static TimeCodes of(StepStore store, InstantSource clock) {
        return new TimeCodes(Objects.requireNonNull(store), Objects.requireNonNull(clock), 1);
    }

    /**
     * Returns this check with another window.
     *
     * @param steps that the user's clock may be off either way, from 0 to 2; never widened by itself
     * @return the check
     */
    public TimeCodes withDrift(int steps) {
        InvalidInput.unless(steps >= 0 && steps <= 2, "drift", steps, "from 0 to 2 steps");
        return new TimeCodes(store, clock, steps);
    }

    /**
     * Checks a code and uses it up.
     *
     * @param secret of the factor
     * @param factor its identifier in the store
     * @param code as typed: ASCII digits, one space in the middle allowed
     * @return what became of it
     * @throws InvalidInput if the clock stands before 1970
     */
    public CodeVerdict verify(OneTimeSecret secret, String factor, String code) {
        return check(secret, factor, code).verdict();
    }

    CodeCheck check(OneTimeSecret secret, String factor, String code) {
        long seconds = clock.instant().getEpochSecond();
        InvalidInput.unless(seconds >= 0, "time", seconds, "after 1970");
        long step = seconds / STEP_SECONDS;
        return OneTimeCodes.check(secret, factor, code, store, step - drift, step + drift);
    }
}
