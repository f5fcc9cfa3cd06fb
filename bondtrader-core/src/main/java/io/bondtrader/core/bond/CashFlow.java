package io.bondtrader.core.bond;

import java.time.LocalDate;

/**
 * What a bond pays on one day, per 100 of the face outstanding at settlement.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param accrualStart first day of the period that the coupon is for; the issue date where there is no coupon
 * @param dueDate the unadjusted day on which the flow falls due; {@link BondConvention#paymentDate} moves it
 * @param accrualFraction length of the period as a fraction of a year by the bond's day count; 0 without a coupon
 * @param coupon interest; 0 if it goes to the seller
 * @param principal repayment of face
 */
public record CashFlow(
        LocalDate accrualStart, LocalDate dueDate, double accrualFraction, double coupon, double principal) {

    /** {@return interest and repayment together} */
    public double amount() {
        return coupon + principal;
    }
}
