package io.bondtrader.core.time;

/**
 * The day counts of the bond and money markets.
 *
 * <p>Sources: "2006" is ISDA, <i>2006 ISDA Definitions</i>, section 4.16; "Rule 251" is ICMA, <i>Rule Book</i>, rule 251;
 * "SIA" is Mayle, <i>Standard Securities Calculation Methods</i>, vol. 1 (3rd ed. 1993). Y, M and D are year, month and
 * day of the first (1) and the second (2) date; the 30/360 family counts {@code 360 (Y2-Y1) + 30 (M2-M1) + (D2-D1)} after
 * its changes to D1 and D2, in the order given.
 *
 * <p>The constants are immutable and safe for use by many threads.
 */
public final class DayCounts {

    /** Calendar days over 360. 2006, 4.16(e). */
    public static final DayCount ACT_360 = StandardDayCount.ACT_360;

    /** Calendar days over 364: fifty-two weeks. */
    public static final DayCount ACT_364 = StandardDayCount.ACT_364;

    /** Calendar days over 365, in leap years too. 2006, 4.16(d). */
    public static final DayCount ACT_365F = StandardDayCount.ACT_365F;

    /** Calendar days over 365.25. */
    public static final DayCount ACT_365_25 = StandardDayCount.ACT_365_25;

    /** Calendar days over 366. */
    public static final DayCount ACT_366 = StandardDayCount.ACT_366;

    /** Calendar days over 366 if 29 February lies after the first date and not after the second, else over 365. */
    public static final DayCount ACT_365_ACTUAL = StandardDayCount.ACT_365_ACTUAL;

    /**
     * Calendar days over the length of the year: for annual coupons 366 if 29 February lies in the accrual period (its
     * first day excluded, its last included), for other frequencies 366 if the period ends in a leap year, else 365. Needs
     * the accrual period. Rule 251.1(i), part 2, for sterling
     * floating-rate notes.
     */
    public static final DayCount ACT_365L = StandardDayCount.ACT_365L;

    /** Calendar days without any 29 February after the first date and not after the second, over 365. */
    public static final DayCount NL_365 = StandardDayCount.NL_365;

    /** Days in leap years over 366 plus days in other years over 365. 2006, 4.16(b). */
    public static final DayCount ACT_ACT_ISDA = StandardDayCount.ACT_ACT_ISDA;

    /**
     * Days over the frequency times the days of the regular period, summed over the (quasi-)coupon periods that the dates
     * span; a whole regular period is exactly one over the frequency. Needs the accrual period. Rule 251.1(iii); 2006,
     * 4.16(c).
     */
    public static final DayCount ACT_ACT_ICMA = StandardDayCount.ACT_ACT_ICMA;

    /**
     * Whole years counted back from the second date, then the days that are left over 366 if 29 February is among them
     * and over 365 if not; counting back from the end of February stays at the end of February. Association Française des
     * Banques, <i>Définitions communes</i>; ISDA, <i>EMU and Market Conventions</i> (1998).
     */
    public static final DayCount ACT_ACT_AFB = StandardDayCount.ACT_ACT_AFB;

    /** Bond basis: D1 31 becomes 30; D2 31 becomes 30 if D1 now is 30. 2006, 4.16(f). */
    public static final DayCount THIRTY_360 = StandardDayCount.THIRTY_360;

    /**
     * United States rule with the end of February: if both dates are the last day of February, D2 becomes 30; if the first
     * is, D1 becomes 30; then as bond basis. SIA, for bonds that pay on the last day of the month.
     */
    public static final DayCount THIRTY_U_360 = StandardDayCount.THIRTY_U_360;

    /** Eurobond basis: D1 31 and D2 31 become 30. 2006, 4.16(g). */
    public static final DayCount THIRTY_E_360 = StandardDayCount.THIRTY_E_360;

    /**
     * German rule: the last day of any month becomes 30, except that the termination date in February stays as it is. The
     * termination date is the accrual period's; without one, none is excepted. 2006, 4.16(h).
     */
    public static final DayCount THIRTY_E_360_ISDA = StandardDayCount.THIRTY_E_360_ISDA;

    /** D1 31 becomes 30; D2 31 becomes the first of the next month. Banque de France usage, also written 30E+/360. */
    public static final DayCount THIRTY_E_PLUS_360 = StandardDayCount.THIRTY_E_PLUS_360;

    /**
     * NASD rule: D1 31 becomes 30; D2 31 becomes 30 if D1 is 30, else the first of the next month. Counts the same days as
     * bond basis. NASD Uniform Practice Code, rule 11620.
     */
    public static final DayCount THIRTY_360_NASD = StandardDayCount.THIRTY_360_NASD;

    /** Italian rule: 31, and in February 28 and 29, become 30 at both ends. */
    public static final DayCount THIRTY_360_ITALIAN = StandardDayCount.THIRTY_360_ITALIAN;

    /** One year, whatever the dates; 0 if they are equal. 2006, 4.16(a). */
    public static final DayCount ONE_ONE = StandardDayCount.ONE_ONE;

    /**
     * Canadian bonds: days over 365 while they are at most the days of an average coupon period (365 over the frequency);
     * beyond that one over the frequency less the days to the coupon date over 365. A whole regular period is exactly one
     * over the frequency. Needs the accrual period. IIAC, <i>Canadian Conventions in Fixed Income Markets</i>.
     */
    public static final DayCount ACT_365_CANADIAN = StandardDayCount.ACT_365_CANADIAN;

    private DayCounts() {}

    /**
     * Returns business days over 252, by the business days of a calendar, the first date included and the second excluded.
     * ANBIMA, <i>Metodologia de cálculo de títulos públicos federais</i>, for Brazil.
     *
     * @param calendar whose business days count
     * @return the day count; it fails with {@link io.bondtrader.core.error.MissingData} past the calendar's horizon
     */
    public static DayCount business252(HolidayCalendar calendar) {
        return new Business252(calendar);
    }
}
