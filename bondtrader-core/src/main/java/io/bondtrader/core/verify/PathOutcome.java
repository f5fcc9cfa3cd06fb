package io.bondtrader.core.verify;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;

/** What one path came to: a number, or a failure with its code. Immutable and safe for use by many threads. */
public sealed interface PathOutcome {

    /** {@return the method of the path} */
    String method();

    /**
     * A path that gave a number.
     *
     * @param method the method of the path
     * @param value the number, finite
     */
    record Value(String method, double value) implements PathOutcome {
        @Override
        public String toString() {
            return method + " " + CanonicalJson.number(value);
        }
    }

    /**
     * A path that gave none.
     *
     * @param method the method of the path
     * @param failure why
     */
    record Failure(String method, BondTraderException failure) implements PathOutcome {
        @Override
        public String toString() {
            return method + " failed with " + failure.code().id();
        }
    }
}
