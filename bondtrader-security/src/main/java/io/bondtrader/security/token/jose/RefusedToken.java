package io.bondtrader.security.token.jose;

/** Carries a reason up to the verifier, which returns it as a value. Never leaves the package; has no stack to fill. */
@SuppressWarnings("serial") // thrown and caught, never stored
final class RefusedToken extends RuntimeException {

    private final transient Refusal why;

    RefusedToken(Refusal why) {
        super(why.word(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
