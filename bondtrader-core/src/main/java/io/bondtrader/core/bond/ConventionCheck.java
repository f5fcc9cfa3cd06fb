package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds terms that do not fit the market convention a bond claims: a gilt with an annual coupon, a Treasury whose coupon
 * is no multiple of an eighth, an ISIN of another country.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class ConventionCheck {

    /**
     * One term that does not fit.
     *
     * @param term the term's name
     * @param value what the bond says
     * @param rule what the convention asks for
     */
    public record Mismatch(String term, String value, String rule) {}

    private ConventionCheck() {}

    /**
     * Returns the terms of a bond that do not fit a named convention.
     *
     * @param bond the bond
     * @param claimed the convention that its market uses, usually one of {@link BondConventions}
     * @return the mismatches, in no bond more than once each; empty if everything fits
     */
    public static List<Mismatch> mismatches(Bond bond, BondConvention claimed) {
        List<Mismatch> found = new ArrayList<>();
        BondConvention own = bond.convention();
        compare(
                found,
                "dayCount",
                own.dayCount().officialName(),
                claimed.dayCount().officialName());
        compare(found, "currency", own.currency(), claimed.currency());
        compare(found, "calendar", own.calendar(), claimed.calendar());
        compare(found, "settlementDays", own.settlementDays(), claimed.settlementDays());
        compare(found, "couponRule", own.couponRule(), claimed.couponRule());
        compare(found, "exCoupon", own.exCoupon(), claimed.exCoupon());
        compare(found, "paymentConvention", own.paymentConvention(), claimed.paymentConvention());
        compare(
                found,
                "yieldConvention",
                own.yieldConvention().name(),
                claimed.yieldConvention().name());
        compare(found, "accruedRounding", own.accruedRounding(), claimed.accruedRounding());
        compare(found, "priceRounding", own.priceRounding(), claimed.priceRounding());
        CouponDates dates = couponDates(bond);
        compare(found, "frequency", dates == null ? own.frequency() : dates.frequency(), claimed.frequency());
        if (dates != null) {
            compare(found, "endOfMonth", dates.endOfMonth(), claimed.endOfMonth());
            term(found, claimed, dates);
        }
        coupon(found, bond, claimed);
        identifier(found, bond.identifier(), claimed);
        return List.copyOf(found);
    }

    /**
     * Refuses a bond whose terms do not fit a named convention.
     *
     * @param bond the bond
     * @param claimed the convention that its market uses
     * @throws InvalidInput if a term does not fit, naming all of them
     */
    public static void require(Bond bond, BondConvention claimed) {
        List<Mismatch> found = mismatches(bond, claimed);
        if (!found.isEmpty()) {
            throw InvalidInput.conventionMismatch("terms do not fit " + claimed + ": " + found);
        }
    }

    private static void compare(List<Mismatch> found, String term, Object own, Object asked) {
        if (!own.equals(asked)) {
            found.add(new Mismatch(term, own.toString(), asked.toString()));
        }
    }

    private static @Nullable CouponDates couponDates(Bond bond) {
        if (bond instanceof FixedCouponBond fixed) {
            return fixed.dates();
        }
        if (bond instanceof StepUpBond stepUp) {
            return stepUp.dates();
        }
        if (bond instanceof AmortisingBond amortising) {
            return amortising.dates();
        }
        if (bond instanceof FloatingRateNote floater) {
            return floater.dates();
        }
        if (bond instanceof InflationLinkedBond linker) {
            return linker.dates();
        }
        return bond instanceof CallableBond callable ? callable.straight().dates() : null;
    }

    /** Original terms that the issuer has ever sold: 31 CFR 356.5 and the debt managers' own descriptions. */
    private static void term(List<Mismatch> found, BondConvention claimed, CouponDates dates) {
        int longest = switch (claimed.name()) {
            case "US_TREASURY", "US_TREASURY_AUCTION", "US_TIPS" -> 30;
            case "US_FRN", "DE_SCHATZ" -> 2;
            case "DE_BOBL" -> 5;
            case "JP_JGB" -> 40;
            case "FR_OAT", "IT_BTP", "ES_BONO", "DE_BUND", "UK_GILT" -> 55;
            default -> 100;
        };
        // A security may be dated up to half a year before it is first issued.
        LocalDate latest = dates.accrualStart().plusYears(longest).plusMonths(7);
        if (dates.maturity().isAfter(latest)) {
            found.add(new Mismatch("maturity", dates.maturity().toString(), "within " + longest + " years of issue"));
        }
    }

    private static double couponRate(Bond bond) {
        if (bond instanceof CallableBond callable) {
            return callable.straight().couponRate();
        }
        if (bond instanceof FixedCouponBond fixed) {
            return fixed.couponRate();
        }
        return bond instanceof InflationLinkedBond linker ? linker.realCouponRate() : 0.0;
    }

    private static void coupon(List<Mismatch> found, Bond bond, BondConvention claimed) {
        boolean eighths = claimed.name().startsWith("US_T");
        double rate = couponRate(bond);
        double parts = rate * 800.0;
        if (eighths && Math.abs(parts - Math.rint(parts)) > 1e-9) {
            found.add(new Mismatch("couponRate", Double.toString(rate), "a multiple of 1/8 percent"));
        }
    }

    private static void identifier(
            List<Mismatch> found, @Nullable SecurityIdentifier identifier, BondConvention claimed) {
        int underscore = claimed.name().indexOf('_');
        if (underscore != 2) {
            return; // an international convention belongs to no country
        }
        String country =
                claimed.name().startsWith("UK_") ? "GB" : claimed.name().substring(0, 2);
        if (identifier instanceof Isin isin && !isin.country().equals(country)) {
            found.add(new Mismatch("identifier", isin.value(), "an ISIN of " + country));
        }
        if (identifier instanceof Cusip cusip && !country.equals("US") && !country.equals("CA")) {
            found.add(new Mismatch("identifier", cusip.value(), "an ISIN of " + country));
        }
        boolean treasury = claimed.name().startsWith("US_T") || claimed.name().equals("US_BILL");
        if (treasury && identifier instanceof Cusip cusip && !cusip.value().startsWith("912")) {
            found.add(new Mismatch("identifier", cusip.value(), "a CUSIP of the US Treasury (912…)"));
        }
    }
}
