package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.HolidayCalendars;
import java.util.Objects;

/**
 * How a coupon compounds an overnight rate in arrears:
 *
 * <pre>
 *   R = (Π (1 + rᵢ·nᵢ/B) − 1)·B/d
 *
 *   rᵢ  rate of a business day     nᵢ  days until the next one     B  days of the index's year     d  days of the period
 * </pre>
 *
 * <p>A <em>lookback</em> reads each rate some business days earlier. Without <em>observation shift</em> it keeps the weight of
 * the day that it stands in for; with it, rates, weights and d are those of a period that is moved back as a whole. A
 * <em>lockout</em> of n days keeps the rate of the n-th business day before the period's end until that end. A <em>payment
 * delay</em> pays the coupon some business days after the period.
 *
 * <p>Sources: 2021 ISDA Interest Rate Derivatives Definitions, section 7 (compounding, lookback, observation period shift,
 * lockout); ARRC, "SOFR Floating Rate Notes Conventions Matrix", 2019, with its appendix.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name the rule's name
 * @param lookbackDays business days, 0 to 30
 * @param observationShift whether a lookback moves the weights too
 * @param lockoutDays business days, 0 to 30
 * @param paymentDelayDays business days, 0 to 30
 * @param calendar name of the calendar of the index's business days
 * @param dayCount how the index accrues: ACT/360 or ACT/365 fixed
 */
public record OvernightCompounding(
        String name,
        int lookbackDays,
        boolean observationShift,
        int lockoutDays,
        int paymentDelayDays,
        String calendar,
        DayCount dayCount) {

    /** SOFR read five business days back, weights of the interest period. */
    public static final OvernightCompounding SOFR_LOOKBACK =
            new OvernightCompounding("SOFR_LOOKBACK", 5, false, 0, 0, "US_GOVT", DayCounts.ACT_360);

    /** SOFR over a period that lies two business days back. */
    public static final OvernightCompounding SOFR_OBSERVATION_SHIFT =
            new OvernightCompounding("SOFR_OBSERVATION_SHIFT", 2, true, 0, 0, "US_GOVT", DayCounts.ACT_360);

    /** SOFR of the interest period, paid two business days later. */
    public static final OvernightCompounding SOFR_PAYMENT_DELAY =
            new OvernightCompounding("SOFR_PAYMENT_DELAY", 0, false, 0, 2, "US_GOVT", DayCounts.ACT_360);

    /** SONIA read five business days back, weights of the interest period. */
    public static final OvernightCompounding SONIA_LOOKBACK =
            new OvernightCompounding("SONIA_LOOKBACK", 5, false, 0, 0, "UK", DayCounts.ACT_365F);

    /** €STR read five business days back, weights of the interest period. */
    public static final OvernightCompounding ESTR_LOOKBACK =
            new OvernightCompounding("ESTR_LOOKBACK", 5, false, 0, 0, "TARGET", DayCounts.ACT_360);

    /**
     * Checks the days, the calendar and the day count.
     *
     * @throws InvalidInput if a number of days is out of range, the calendar is unknown, the day count is another, or an
     *     observation shift has nothing to shift by
     */
    public OvernightCompounding {
        Objects.requireNonNull(name);
        requireDays("lookbackDays", lookbackDays);
        requireDays("lockoutDays", lockoutDays);
        requireDays("paymentDelayDays", paymentDelayDays);
        InvalidInput.unless(
                !observationShift || lookbackDays > 0,
                "observationShift",
                observationShift,
                "with a lookback to shift by");
        HolidayCalendars.of(calendar);
        InvalidInput.unless(
                dayCount == DayCounts.ACT_360 || dayCount == DayCounts.ACT_365F,
                "dayCount",
                dayCount.officialName(),
                "ACT/360 or ACT/365 fixed");
    }

    private static void requireDays(String name, int days) {
        InvalidInput.unless(days >= 0 && days <= 30, name, days, "0 to 30");
    }

    /** {@return the days of the index's year: 360 or 365} */
    public double daysPerYear() {
        return dayCount == DayCounts.ACT_360 ? 360.0 : 365.0;
    }

    @Override
    public String toString() {
        return name;
    }
}
