package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventionBuilder;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns that the files of bonds have in common. */
final class BondInputs {

    private BondInputs() {}

    /** The convention of a row: its day count, frequency, month-end rule and ex-coupon rule, and nothing rounded. */
    static BondConventionBuilder convention(Row row) {
        BondConventionBuilder convention = BondConvention.builder("GOLDEN")
                .frequency(Frequency.ofPerYear(row.integer("frequency")))
                .endOfMonth(row.has("eom") && row.flag("eom"))
                .dayCount(DayCountInputs.dayCount(row, "day_count"));
        if (row.has("ex_coupon_days")) {
            int days = row.integer("ex_coupon_days");
            convention.exCoupon(
                    row.has("ex_coupon_calendar")
                            ? ExCouponRule.businessDays(days, row.text("ex_coupon_calendar"))
                            : ExCouponRule.calendarDays(days));
        }
        return convention;
    }

    /** The coupon dates of a row, which roll by the row's convention. */
    static CouponDates dates(Row row, BondConvention convention, LocalDate accrualStart) {
        return new CouponDates(
                accrualStart,
                row.date("maturity"),
                convention.frequency(),
                convention.endOfMonth(),
                optionalDate(row, "first_coupon_date"),
                optionalDate(row, "penultimate_coupon_date"));
    }

    private static @Nullable LocalDate optionalDate(Row row, String column) {
        return row.has(column) ? row.date(column) : null;
    }

    /** What yield means in a row. */
    static YieldConvention yieldConvention(String method) {
        return switch (method) {
            case "COMPOUND" -> YieldConvention.COMPOUND;
            case "SIMPLE_LAST" -> YieldConvention.US_STREET;
            case "SIMPLE_FIRST", "TREASURY_356" -> YieldConvention.US_TREASURY;
            case "JGB_SIMPLE" -> YieldConvention.JGB_SIMPLE;
            default -> throw new UnreadableRow("'" + method + "' is no yield method of this schema");
        };
    }
}
