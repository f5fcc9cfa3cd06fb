package io.bondtrader.core.bond;

import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a market means by "yield": how each cash flow is discounted to settlement.
 *
 * <p>Times are coupon periods by default: the flow at the end of the current coupon period lies {@code w = f·(τ − α)}
 * periods ahead, where {@code f} is the number of coupons a year, {@code τ} the day-count fraction of the whole current
 * period and {@code α} the part that has accrued; each later flow lies one period fraction further. So an odd first or
 * last period is discounted by its true fraction. A convention with a {@link #timeDayCount()} measures years from
 * settlement to payment by that day count instead.
 *
 * <p>Immutable and safe for use by many threads. Own conventions are made with the constructor.
 *
 * @param name the convention's name in results and records
 * @param compounding how often the yield is compounded
 * @param firstPeriod how the broken first period is discounted
 * @param lastPeriod how a bond is discounted that has one coupon left
 * @param timeDayCount day count of the time from settlement to each payment; null for coupon periods
 * @param simpleDayCount day count of the simple-interest time in the last period; null for the bond's own
 * @param adjustsPayments whether flows are discounted from the business day on which they are paid
 * @param source where the convention is defined
 */
public record YieldConvention(
        String name,
        Compounding compounding,
        FirstPeriod firstPeriod,
        LastPeriod lastPeriod,
        @Nullable DayCount timeDayCount,
        @Nullable DayCount simpleDayCount,
        boolean adjustsPayments,
        String source) {

    /** How the broken period from settlement to the next coupon is discounted. */
    public enum FirstPeriod {
        /** Compounded by its fraction. */
        COMPOUNDED,
        /** By simple interest over the broken coupon period, compounded over whole ones. */
        SIMPLE
    }

    /** How a bond is discounted near its end, when one coupon is left. */
    public enum LastPeriod {
        /** As always. */
        COMPOUNDED,
        /** By simple interest. */
        SIMPLE,
        /**
         * By simple interest to the day of payment, from the day on which the buyer is left with the last coupon and the
         * redemption alone: in the last period, and before it once the coupon before the last is ex.
         */
        NEAR_MATURING,
        /** The price is linear in the term: clean price {@code 100·(1 + c·T)/(1 + y·T)}, at any time of life. */
        SIMPLE_THROUGHOUT
    }

    /** Compounded at the coupon frequency throughout: the ISMA (now ICMA) yield. */
    public static final YieldConvention COMPOUND =
            compound("COMPOUND", Compounding.AT_COUPON_FREQUENCY, "ICMA Rule 803");

    /** Compounded once a year, whatever the coupon frequency. */
    public static final YieldConvention ICMA_ANNUAL = compound("ICMA_ANNUAL", Compounding.ANNUAL, "ICMA Rule 803");

    /** Compounded twice a year, whatever the coupon frequency. */
    public static final YieldConvention SEMIANNUAL_EQUIVALENT =
            compound("SEMIANNUAL_EQUIVALENT", Compounding.SEMIANNUAL, "ICMA Rule 803");

    /** US street convention: compounded at the coupon frequency, simple once a single coupon is left. */
    public static final YieldConvention US_STREET = simpleLast(
            "US_STREET", null, "SIFMA, Standard Securities Calculation Methods, vol. 1 (J. Mayle), formulas 6 and 7");

    /** US Treasury auction: simple interest over the broken first period. */
    public static final YieldConvention US_TREASURY = new YieldConvention(
            "US_TREASURY",
            Compounding.AT_COUPON_FREQUENCY,
            FirstPeriod.SIMPLE,
            LastPeriod.COMPOUNDED,
            null,
            null,
            false,
            "31 CFR Part 356, Appendix B, section II");

    /** Street convention on the business days on which flows are paid. */
    public static final YieldConvention TRUE_YIELD = new YieldConvention(
            "TRUE_YIELD",
            Compounding.AT_COUPON_FREQUENCY,
            FirstPeriod.COMPOUNDED,
            LastPeriod.SIMPLE,
            null,
            null,
            true,
            "SIFMA, Standard Securities Calculation Methods, vol. 1 (J. Mayle): true yield");

    /** UK gilts: compounded twice a year throughout, also in the last period. */
    public static final YieldConvention UK_DMO = compound(
            "UK_DMO",
            Compounding.AT_COUPON_FREQUENCY,
            "UK Debt Management Office, Formulae for Calculating Gilt Prices from Yields, section one");

    /** German federal securities: compounded once a year, simple in the last period. */
    public static final YieldConvention BUND =
            simpleLast("BUND", null, "Deutsche Finanzagentur, Federal securities: calculation of yields (ISMA)");

    /** Simple yield to maturity with every day counted: the price is linear in the remaining term, ACT/365 fixed. */
    public static final YieldConvention JGB_SIMPLE = new YieldConvention(
            "JGB_SIMPLE",
            Compounding.SIMPLE,
            FirstPeriod.COMPOUNDED,
            LastPeriod.SIMPLE_THROUGHOUT,
            DayCounts.ACT_365F,
            null,
            false,
            "Japan Securities Dealers Association, simple yield of coupon bonds");

    /**
     * Japanese simple yield as the market counts it: as {@link #JGB_SIMPLE}, but 29 February is no day. (Within the last
     * year of a bond the market counts it again; {@code JGB_SIMPLE} is the one to use then.)
     */
    public static final YieldConvention JGB_MARKET_SIMPLE = new YieldConvention(
            "JGB_MARKET_SIMPLE",
            Compounding.SIMPLE,
            FirstPeriod.COMPOUNDED,
            LastPeriod.SIMPLE_THROUGHOUT,
            DayCounts.NL_365,
            null,
            false,
            "Japan Securities Dealers Association, simple yield of coupon bonds; remaining term without 29 February");

    /** Canadian: compounded twice a year, simple by ACT/365 fixed in the last period. */
    public static final YieldConvention CANADIAN =
            simpleLast("CANADIAN", DayCounts.ACT_365F, "IIAC, Canadian Conventions in Fixed Income Markets, section 2");

    /** Australian: compounded twice a year, simple by ACT/365 fixed once one payment is left. */
    public static final YieldConvention AUSTRALIAN = new YieldConvention(
            "AUSTRALIAN",
            Compounding.AT_COUPON_FREQUENCY,
            FirstPeriod.COMPOUNDED,
            LastPeriod.NEAR_MATURING,
            null,
            DayCounts.ACT_365F,
            false,
            "Australian Office of Financial Management, Pricing Formulae: near-maturing bonds");

    /** Continuous compounding on coupon-period times. */
    public static final YieldConvention CONTINUOUS =
            compound("CONTINUOUS", Compounding.CONTINUOUS, "ICMA Rule 803 with m towards infinity");

    /** Money market: simple interest by ACT/360 on every flow. */
    public static final YieldConvention MONEY_MARKET =
            onDays("MONEY_MARKET", Compounding.SIMPLE, DayCounts.ACT_360, false, "ICMA, money-market basis");

    /** Simple interest by ACT/365 fixed on every flow. */
    public static final YieldConvention SIMPLE_365 =
            onDays("SIMPLE_365", Compounding.SIMPLE, DayCounts.ACT_365F, false, "bond-equivalent basis, one flow");

    /**
     * Checks that everything is named.
     */
    public YieldConvention {
        Objects.requireNonNull(name);
        Objects.requireNonNull(compounding);
        Objects.requireNonNull(firstPeriod);
        Objects.requireNonNull(lastPeriod);
        Objects.requireNonNull(source);
    }

    /**
     * Returns a convention that compounds over coupon periods throughout.
     *
     * @param name the convention's name
     * @param compounding how often the yield is compounded
     * @param source where it is defined
     * @return the convention
     */
    public static YieldConvention compound(String name, Compounding compounding, String source) {
        return new YieldConvention(
                name, compounding, FirstPeriod.COMPOUNDED, LastPeriod.COMPOUNDED, null, null, false, source);
    }

    /**
     * Returns a convention that measures the time to each payment by a day count.
     *
     * @param name the convention's name
     * @param compounding how often the yield is compounded
     * @param timeDayCount day count of the time from settlement to each payment
     * @param adjustsPayments whether to the business day on which the flow is paid
     * @param source where it is defined
     * @return the convention
     */
    public static YieldConvention onDays(
            String name, Compounding compounding, DayCount timeDayCount, boolean adjustsPayments, String source) {
        return new YieldConvention(
                name,
                compounding,
                FirstPeriod.COMPOUNDED,
                LastPeriod.COMPOUNDED,
                Objects.requireNonNull(timeDayCount),
                null,
                adjustsPayments,
                source);
    }

    private static YieldConvention simpleLast(String name, @Nullable DayCount simpleDayCount, String source) {
        return new YieldConvention(
                name,
                Compounding.AT_COUPON_FREQUENCY,
                FirstPeriod.COMPOUNDED,
                LastPeriod.SIMPLE,
                null,
                simpleDayCount,
                false,
                source);
    }

    @Override
    public String toString() {
        return name;
    }
}
