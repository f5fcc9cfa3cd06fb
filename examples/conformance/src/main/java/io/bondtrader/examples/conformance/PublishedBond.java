package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventionBuilder;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.DecimalRounding;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bond as the inputs of a published value describe it.
 *
 * @param pricing the bond at settlement
 * @param inputs the inputs, of which a measure needs a yield or a price
 * @param face what one bond amounts to; prices are for it
 */
record PublishedBond(BondPricing pricing, Row inputs, double face) {

    /** Such as {@code 10% annual effective, paid semiannually}. */
    private static final Pattern EFFECTIVE_COUPON = Pattern.compile("([0-9.]+)% annual effective, paid (\\w+).*");

    static PublishedBond of(Row inputs) {
        BondConventionBuilder builder = convention(inputs);
        if (!inputs.has("coupon") && !inputs.has("coupon_rates")) {
            return priced(zero(inputs, builder.build()), inputs);
        }
        BondConvention withoutExCoupon = builder.build();
        CouponDates dates = dates(inputs, withoutExCoupon);
        BondConvention convention = builder.exCoupon(exCoupon(inputs, dates)).build();
        Bond bond = inputs.has("coupon_rates")
                ? StepUpBond.of(convention, dates, inputs.numbers("coupon_rates"))
                : new FixedCouponBond(convention, dates, couponRate(inputs), null);
        return priced(bond, inputs);
    }

    /** The quantity that was published. */
    double measure(String quantity) {
        double per100 = face / 100.0;
        return switch (quantity) {
            case "accrued" -> pricing.accruedInterest() * per100;
            case "clean_price" -> pricing.cleanPriceFromYield(yieldToMaturity()) * per100;
            case "dirty_price" -> dirtyPrice() * per100;
            case "yield" -> yieldToMaturity();
            case "macaulay_duration" -> pricing.macaulayDuration(yieldToMaturity());
            case "modified_duration" -> pricing.modifiedDuration(yieldToMaturity());
            case "convexity" -> pricing.convexity(yieldToMaturity());
            case "dv01" -> pricing.dv01(yieldToMaturity()) * per100;
            default -> throw PublishedFile.unknownQuantity(quantity);
        };
    }

    private double dirtyPrice() {
        return inputs.has("clean_price")
                ? inputs.number("clean_price") + pricing.accruedInterest()
                : pricing.dirtyPriceFromYield(yieldToMaturity());
    }

    private double yieldToMaturity() {
        if (inputs.has("yield")) {
            return inputs.number("yield");
        }
        if (inputs.has("flat_continuous_rate_act360")) {
            return inputs.number("flat_continuous_rate_act360");
        }
        return pricing.yieldFromCleanPrice(inputs.number("clean_price"));
    }

    private static PublishedBond priced(Bond bond, Row inputs) {
        double face = inputs.has("face") ? inputs.number("face") : 100.0;
        return new PublishedBond(
                BondPricing.of(bond, inputs.date("settlement"), yieldConvention(inputs)), inputs, face);
    }

    private static ZeroCouponBond zero(Row inputs, BondConvention convention) {
        return ZeroCouponBond.of(convention, inputs.date("issue_date"), inputs.date("maturity"));
    }

    private static BondConventionBuilder convention(Row inputs) {
        BondConventionBuilder convention = BondConvention.builder("PUBLISHED").endOfMonth(false);
        if (inputs.has("frequency")) {
            convention.frequency(Frequency.ofPerYear(inputs.integer("frequency")));
        }
        Matcher effective = EFFECTIVE_COUPON.matcher(inputs.has("coupon") ? inputs.text("coupon") : "");
        if (effective.matches()) {
            convention.couponRule(CouponRule.EFFECTIVE).frequency(Frequency.parse(paid(effective.group(2))));
        }
        if (inputs.has("eom")) {
            convention.endOfMonth(inputs.flag("eom"));
        }
        if (inputs.has("day_count")) {
            convention.dayCount(DayCountInputs.dayCount(inputs, "day_count"));
        }
        if (inputs.has("payment_convention")) {
            convention
                    .calendar(inputs.given(inputs.has("payment_calendar") ? "payment_calendar" : "calendar"))
                    .paymentConvention(BusinessDayConvention.parse(inputs.text("payment_convention")));
        }
        return convention.accruedRounding(accruedRounding(inputs));
    }

    private static String paid(String adverb) {
        return adverb.endsWith("ly") && !adverb.equals("quarterly") && !adverb.equals("monthly")
                ? adverb.substring(0, adverb.length() - 2)
                : adverb;
    }

    /** The Treasury rounds accrued interest before it is taken off; others as the inputs say. */
    private static DecimalRounding accruedRounding(Row inputs) {
        if (inputs.has("accrued_rounding")) {
            String text = inputs.text("accrued_rounding");
            return DecimalRounding.halfUp((int) Row.number("accrued_rounding", text.replaceFirst(" *decimals$", "")));
        }
        boolean treasury =
                inputs.has("yield_method") && inputs.text("yield_method").equals("TREASURY_356");
        return treasury ? DecimalRounding.halfUp(6) : DecimalRounding.NONE;
    }

    private static double couponRate(Row inputs) {
        Matcher effective = EFFECTIVE_COUPON.matcher(inputs.given("coupon"));
        return effective.matches() ? Row.number("coupon", effective.group(1)) / 100.0 : inputs.number("coupon");
    }

    /** A bond whose start is not told is taken to be past its first period. */
    private static CouponDates dates(Row inputs, BondConvention convention) {
        if (inputs.has("period_end")) {
            return CouponDates.of(
                    inputs.date("accrual_start"),
                    inputs.date("period_end"),
                    convention.frequency(),
                    convention.endOfMonth());
        }
        LocalDate start = inputs.has("accrual_start")
                ? inputs.date("accrual_start")
                : TreasuryAuctionFile.lastCouponDate(convention, inputs.date("maturity"), inputs.date("settlement"));
        return BondInputs.dates(inputs, convention, start);
    }

    /**
     * The inputs say that a settlement is ex-coupon, not from which day on: the rule here starts on that very day. On a
     * coupon date the coupon has gone to the seller in any case.
     */
    private static ExCouponRule exCoupon(Row inputs, CouponDates dates) {
        if (!inputs.has("ex_coupon") || !inputs.flag("ex_coupon")) {
            return ExCouponRule.NONE;
        }
        LocalDate settlement = inputs.date("settlement");
        CouponPeriods periods = CouponPeriods.from(dates, DayCounts.ACT_365F, settlement);
        boolean onCouponDate = periods.start(0).equals(settlement);
        long days = periods.end(0).toEpochDay() - settlement.toEpochDay();
        return onCouponDate ? ExCouponRule.NONE : ExCouponRule.calendarDays(Math.toIntExact(days));
    }

    private static YieldConvention yieldConvention(Row inputs) {
        if (inputs.has("flat_continuous_rate_act360")) {
            // Time runs on from the curve's date by whole days, so that it falls out between settlement and payment.
            return YieldConvention.onDays(
                    "FLAT_CURVE", Compounding.CONTINUOUS, DayCounts.ACT_360, true, "flat continuous rate by ACT/360");
        }
        String method = inputs.has("yield_method") ? inputs.text("yield_method") : "COMPOUND";
        return method.equals("ANNUAL_COMPOUND_BUS252")
                ? YieldConvention.onDays(
                        method,
                        Compounding.ANNUAL,
                        DayCounts.business252(HolidayCalendars.of(inputs.given("calendar"))),
                        true,
                        "ANBIMA")
                : BondInputs.yieldConvention(method);
    }
}
