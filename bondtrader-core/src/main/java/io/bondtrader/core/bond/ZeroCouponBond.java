package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bond that pays 100 at maturity and nothing before: an accrual bond, a strip, an LTN.
 *
 * <p>Where the convention's day count is ACT/ACT ICMA or ACT/365 Canadian, times run over quasi-coupon periods at the convention's
 * frequency, rolled back from maturity.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bond's market agrees on
 * @param issueDate the first day on which the bond exists
 * @param maturity the day on which 100 is paid
 * @param identifier the name by which the market knows the bond; null if none
 */
public record ZeroCouponBond(
        BondConvention convention,
        LocalDate issueDate,
        LocalDate maturity,
        @Nullable SecurityIdentifier identifier) implements Bond {

    /**
     * Checks the order of the dates.
     *
     * @throws InvalidInput if the bond matures before it is issued
     */
    public ZeroCouponBond {
        Objects.requireNonNull(convention);
        CouponDates.of(issueDate, maturity, convention.frequency(), convention.endOfMonth());
    }

    /**
     * Returns a zero-coupon bond.
     *
     * @param convention what the bond's market agrees on
     * @param issueDate the first day on which the bond exists
     * @param maturity the day on which 100 is paid
     * @return the bond
     * @throws InvalidInput if the bond matures before it is issued
     */
    public static ZeroCouponBond of(BondConvention convention, LocalDate issueDate, LocalDate maturity) {
        return new ZeroCouponBond(convention, issueDate, maturity, null);
    }

    /** {@return the quasi-coupon dates that times are measured in} */
    public CouponDates quasiCouponDates() {
        return CouponDates.of(issueDate, maturity, convention.frequency(), convention.endOfMonth());
    }
}
