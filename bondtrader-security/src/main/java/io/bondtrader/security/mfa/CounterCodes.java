package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * Codes of a token with a button, HOTP of RFC 4226. Looks ahead of the last counter accepted, never behind.
 *
 * <p>Counts no failures: callers limit guesses. Immutable; safe for use by many threads as far as the store is.
 */
public final class CounterCodes {

    private final StepStore store;
    private final int lookAhead;

    private CounterCodes(StepStore store, int lookAhead) {
        this.store = store;
        this.lookAhead = lookAhead;
    }

    /**
     * Returns a check.
     *
     * @param store of the counters accepted
     * @param lookAhead how many presses of the button may have been lost, from 0 to 10
     * @return the check
     */
    public static CounterCodes of(StepStore store, int lookAhead) {
        InvalidInput.unless(lookAhead >= 0 && lookAhead <= 10, "lookAhead", lookAhead, "from 0 to 10");
        return new CounterCodes(Objects.requireNonNull(store), lookAhead);
    }

    /**
     * Checks a code and uses it up, with all before it.
     *
     * @param secret of the factor
     * @param factor its identifier in the store
     * @param code as typed: ASCII digits, one space in the middle allowed
     * @return what became of it; a code used before is {@link CodeVerdict#WRONG}, as no past counter is looked at
     */
    public CodeVerdict verify(OneTimeSecret secret, String factor, String code) {
        return check(secret, factor, code).verdict();
    }

    CodeCheck check(OneTimeSecret secret, String factor, String code) {
        long next = store.last(factor) + 1;
        return OneTimeCodes.check(secret, factor, code, store, next, next + lookAhead);
    }
}
