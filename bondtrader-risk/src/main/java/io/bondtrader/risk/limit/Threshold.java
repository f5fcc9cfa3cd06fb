package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;

/** Where a limit lies. Immutable and safe for use by many threads. */
public sealed interface Threshold {

    /** The base that stands for the market value without signs of the limit's own scope, as it is before the order. */
    String SCOPE_MARKET_VALUE = "scope-market-value";

    /**
     * A number.
     *
     * @param value in the unit of the measure
     */
    record Absolute(double value) implements Threshold {

        /**
         * Checks the number.
         *
         * @throws InvalidInput if it is not finite
         */
        public Absolute {
            InvalidInput.unless(Double.isFinite(value), "threshold", value, "finite");
        }
    }

    /**
     * A part of something that changes.
     *
     * @param fraction the part, not negative
     * @param base {@link #SCOPE_MARKET_VALUE}, or the provider that says how much it is a part of, such as {@code capital}
     */
    record Relative(double fraction, String base) implements Threshold {

        /**
         * Checks the part.
         *
         * @throws InvalidInput if the part is negative or not finite, or the base blank
         */
        public Relative {
            InvalidInput.unless(
                    fraction >= 0 && Double.isFinite(fraction), "fraction", fraction, "not negative, and finite");
            InvalidInput.unless(!base.isBlank(), "base", base, "not blank");
        }
    }

    /**
     * A number that a provider gives at the time of the check, as a function of volatility or drawdown, for instance.
     *
     * @param provider the provider's name
     */
    record Dynamic(String provider) implements Threshold {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if it is blank
         */
        public Dynamic {
            InvalidInput.unless(!provider.isBlank(), "provider", provider, "not blank");
        }
    }

    /**
     * Returns a number.
     *
     * @param value in the unit of the measure
     * @return the threshold
     * @throws InvalidInput if it is not finite
     */
    static Threshold of(double value) {
        return new Absolute(value);
    }
}
