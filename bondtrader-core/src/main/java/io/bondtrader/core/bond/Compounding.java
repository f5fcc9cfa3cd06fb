package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/** How often a yield is compounded. The first four compound at the bond's own coupon frequency or at a fixed one. */
public enum Compounding {
    /** As often as the bond pays coupons. */
    AT_COUPON_FREQUENCY(0),
    /** Once a year. */
    ANNUAL(1),
    /** Twice a year. */
    SEMIANNUAL(2),
    /** Four times a year. */
    QUARTERLY(4),
    /** Twelve times a year. */
    MONTHLY(12),
    /** At every instant: a discount factor is {@code e^(−y·t)}. */
    CONTINUOUS(0),
    /** Never: a discount factor is {@code 1 / (1 + y·t)}. */
    SIMPLE(0);

    private final int periodsPerYear;

    Compounding(int periodsPerYear) {
        this.periodsPerYear = periodsPerYear;
    }

    /**
     * Returns how many times a year a yield is compounded.
     *
     * @param couponsPerYear coupon payments a year of the bond
     * @return compounding periods a year; 1 where the yield is continuous or simple, so that times are in years
     */
    public int periodsPerYear(int couponsPerYear) {
        return switch (this) {
            case AT_COUPON_FREQUENCY -> couponsPerYear;
            case CONTINUOUS, SIMPLE -> 1;
            default -> periodsPerYear;
        };
    }

    /**
     * Reads a compounding by name.
     *
     * @param text such as {@code "SEMIANNUAL"}; case does not matter
     * @return the compounding
     * @throws InvalidInput if no compounding has that name
     */
    public static Compounding parse(String text) {
        for (Compounding compounding : values()) {
            if (compounding.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return compounding;
            }
        }
        throw InvalidInput.unreadable("compounding", text, "a name such as SEMIANNUAL");
    }
}
