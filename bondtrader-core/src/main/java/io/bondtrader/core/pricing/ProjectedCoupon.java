package io.bondtrader.core.pricing;

import java.time.LocalDate;

/**
 * A coupon of a floating-rate note, fixed or projected.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param accrualStart first day of its period
 * @param accrualEnd the unadjusted end of its period
 * @param paymentDate the day on which it is paid
 * @param accrualFraction length of the period as a fraction of a year by the note's day count
 * @param indexRate the index rate, as a decimal
 * @param fixed whether the index rate is known; otherwise a curve projects it
 * @param couponRate index rate plus margin, at least the floor, as a decimal
 * @param amount interest per 100 of face; 0 if it goes to the seller
 */
public record ProjectedCoupon(
        LocalDate accrualStart,
        LocalDate accrualEnd,
        LocalDate paymentDate,
        double accrualFraction,
        double indexRate,
        boolean fixed,
        double couponRate,
        double amount) {}
