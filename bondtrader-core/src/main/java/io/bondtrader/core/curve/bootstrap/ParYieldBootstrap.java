package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns one day of par yields into a zero curve. Each yield is the coupon of a made-up bond that is issued on that day,
 * matures a tenor later and costs 100:
 *
 * <pre>
 *   100 = 100·(y/2)·Σ P(tₖ) + 100·P(T)        tₖ  every six months to T, on the day of the month of issue
 *   100 = 100·(1 + (y/2)·(r/s))·P(T)          T at most six months away
 *
 *   y  par yield        r  days to T        s  days of the half-year that starts on the day of issue
 * </pre>
 *
 * <p>Payments fall on calendar days, unadjusted. Source: US Department of the Treasury, "Treasury Yield Curve
 * Methodology": constant-maturity yields are par yields on a bond-equivalent basis, with semiannual interest. The simple
 * form up to six months is that of 31 CFR Part 356, Appendix B, for a fraction of a half-year.
 *
 * <p>Holds no state; safe for use by many threads.
 */
public final class ParYieldBootstrap {

    private ParYieldBootstrap() {}

    /**
     * Returns the bootstrap of a day: straight lines between zero rates unless told otherwise.
     *
     * @param day the day that the yields are of
     * @param yields one or more, each of a maturity of its own; those that were not published are left out
     * @return the bootstrap, to be solved
     * @throws InvalidInput if there is no yield, or two have the same maturity
     */
    public static CurveBootstrap of(LocalDate day, List<ParYield> yields) {
        return CurveBootstrap.of(day, bonds(day, yields)).withName("par yields of " + day);
    }

    /**
     * Returns the made-up bonds of a day.
     *
     * @param day the day that the yields are of
     * @param yields the yields
     * @return a bond for each, in the same order
     * @throws InvalidInput if the day is not in years 1600 to 2900
     */
    public static List<ParBond> bonds(LocalDate day, List<ParYield> yields) {
        InvalidInput.unless(day.getYear() >= 1600 && day.getYear() <= 2900, "day", day, "in years 1600 to 2900");
        List<ParBond> bonds = new ArrayList<>();
        for (ParYield yield : yields) {
            bonds.add(new ParBond(yield.tenor().toString(), spans(day, yield.tenor()), yield.yield()));
        }
        return bonds;
    }

    private static List<AccrualSpan> spans(LocalDate day, Tenor tenor) {
        LocalDate halfYear = day.plusMonths(6);
        if (!tenor.isMonthBased() || tenor.months() <= 6) {
            LocalDate maturity = tenor.addTo(day);
            double part = (double) ChronoUnit.DAYS.between(day, maturity) / ChronoUnit.DAYS.between(day, halfYear);
            return List.of(new AccrualSpan(day, maturity, maturity, 0.5 * part));
        }
        List<AccrualSpan> spans = new ArrayList<>();
        LocalDate start = day;
        for (int months = 6; months <= tenor.months(); months += 6) {
            LocalDate end = day.plusMonths(months);
            spans.add(new AccrualSpan(start, end, end, 0.5));
            start = end;
        }
        return spans;
    }
}
