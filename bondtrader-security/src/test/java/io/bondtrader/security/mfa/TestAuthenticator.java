package io.bondtrader.security.mfa;

import java.time.Instant;
import java.util.Locale;

/** What a user's phone or key ring does. */
public final class TestAuthenticator {

    private TestAuthenticator() {}

    /** Returns the code of a moment. */
    public static String code(OneTimeSecret secret, Instant at) {
        return code(secret, at.getEpochSecond() / TimeCodes.STEP_SECONDS);
    }

    /** Returns the code of a counter. */
    public static String code(OneTimeSecret secret, long counter) {
        return String.format(Locale.ROOT, "%06d", secret.code(counter));
    }

    /** Returns a code that is none of the window around a moment. */
    public static String wrong(OneTimeSecret secret, Instant at) {
        long step = at.getEpochSecond() / TimeCodes.STEP_SECONDS;
        for (int guess = 0; ; guess++) {
            String code = String.format(Locale.ROOT, "%06d", guess);
            boolean right = false;
            for (long near = step - 3; near <= step + 3; near++) {
                right |= code(secret, near).equals(code);
            }
            if (!right) {
                return code;
            }
        }
    }
}
