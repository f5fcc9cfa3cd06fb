package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.Refusal;

/** Carries a reason up to the verifier, which returns it as a value. Never leaves the package; has no stack to fill. */
@SuppressWarnings("serial") // thrown and caught, never stored
final class RefusedClaim extends RuntimeException {

    private final Refusal why;

    RefusedClaim(Refusal why) {
        super(why.word(), null, false, false);
        this.why = why;
    }

    /** A claim is missing or has another value. */
    RefusedClaim(String claim) {
        super(claim, null, false, false);
        this.why = Refusal.CLAIM;
    }

    Refusal why() {
        return why;
    }
}
