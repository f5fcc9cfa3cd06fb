package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A note that pays an index rate plus a margin: its terms, and the rates that have been fixed so far. Forecasting the
 * rates to come needs a curve and is no business of this type.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the note's market agrees on
 * @param dates the dates that the coupons follow from
 * @param index name of the index, such as {@code "EURIBOR"} or {@code "US 13-week bill auction high"}
 * @param indexTenor the period that an index rate speaks for
 * @param quotedMargin what is paid above the index, as a decimal, −0.5 to 0.5
 * @param couponFloor the least coupon rate, as a decimal; null if coupons may turn negative
 * @param fixings index rate of each coupon period that has been fixed, by the first day of the period, as decimals
 * @param identifier the name by which the market knows the note; null if none
 */
public record FloatingRateNote(
        BondConvention convention,
        CouponDates dates,
        String index,
        Tenor indexTenor,
        double quotedMargin,
        @Nullable Double couponFloor,
        SortedMap<LocalDate, Double> fixings,
        @Nullable SecurityIdentifier identifier)
        implements Bond {

    /**
     * Checks the terms and the fixings.
     *
     * @throws InvalidInput if a rate is out of range or a fixing belongs to no period
     */
    public FloatingRateNote {
        Objects.requireNonNull(convention);
        Objects.requireNonNull(index);
        Objects.requireNonNull(indexTenor);
        requireRate("quotedMargin", quotedMargin);
        if (couponFloor != null) {
            requireRate("couponFloor", couponFloor);
        }
        fixings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(fixings));
        CouponPeriods periods = CouponPeriods.of(dates, convention.dayCount());
        for (Map.Entry<LocalDate, Double> fixing : fixings.entrySet()) {
            requireRate("fixing of " + fixing.getKey(), fixing.getValue());
            boolean starts = false;
            for (int k = 0; k < periods.count() && !starts; k++) {
                starts = periods.start(k).equals(fixing.getKey());
            }
            InvalidInput.unless(starts, "fixing date", fixing.getKey(), "the first day of a coupon period");
        }
    }

    /**
     * Returns a copy that knows one more fixing.
     *
     * @param periodStart the first day of the coupon period
     * @param rate the index rate, as a decimal
     * @return the altered copy
     * @throws InvalidInput if no coupon period starts on that day or the rate is out of range
     */
    public FloatingRateNote withFixing(LocalDate periodStart, double rate) {
        TreeMap<LocalDate, Double> more = new TreeMap<>(fixings);
        more.put(periodStart, rate);
        return new FloatingRateNote(convention, dates, index, indexTenor, quotedMargin, couponFloor, more, identifier);
    }

    /**
     * Returns the coupon rate of the period that contains a day.
     *
     * @param day a day from accrual start to before maturity
     * @return index plus margin, at least the floor, as a decimal per year
     * @throws InvalidInput if the day is outside the life of the note
     * @throws MissingData if the period's index rate has not been fixed
     */
    public double couponRate(LocalDate day) {
        LocalDate start = CouponPeriods.from(dates, convention.dayCount(), day).start(0);
        Double fixing = fixings.get(start);
        if (fixing == null) {
            throw new MissingData("no fixing of " + index + " for the coupon period that starts on " + start);
        }
        double rate = fixing + quotedMargin;
        return couponFloor == null ? rate : Math.max(rate, couponFloor);
    }

    /**
     * Returns the interest accrued since the last coupon date.
     *
     * @param settlement a day from accrual start to before maturity
     * @return accrued interest per 100 of face, before market rounding
     * @throws InvalidInput if the day is outside the life of the note
     * @throws MissingData if the period's index rate has not been fixed
     */
    public double accruedInterest(LocalDate settlement) {
        CouponPeriods periods = CouponPeriods.from(dates, convention.dayCount(), settlement);
        double rate = couponRate(settlement);
        return convention.exCoupon().isExCoupon(settlement, periods.end(0))
                ? -100.0 * rate * periods.fractionFrom(0, settlement)
                : 100.0 * rate * periods.fractionTo(0, settlement);
    }

    private static void requireRate(String name, double rate) {
        InvalidInput.unless(rate >= -0.5 && rate <= 0.5, name, rate, "between -0.5 and 0.5");
    }
}
