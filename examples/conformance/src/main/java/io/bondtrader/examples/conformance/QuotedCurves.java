package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import io.bondtrader.core.curve.bootstrap.Deposit;
import io.bondtrader.core.curve.bootstrap.FixedFloatSwap;
import io.bondtrader.core.curve.bootstrap.MoneyMarketConvention;
import io.bondtrader.core.curve.bootstrap.SwapConvention;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The curves that follow from {@code curve_instruments.csv}, each solved for once. */
final class QuotedCurves {

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final Map<String, DiscountCurve> solved = new HashMap<>();

    private QuotedCurves() {}

    static QuotedCurves beside(Path folder) {
        QuotedCurves curves = new QuotedCurves();
        for (Row row : SiblingRows.read(folder.resolve("curve_instruments.csv"))) {
            if (row.has("curve_id")) {
                curves.rows
                        .computeIfAbsent(row.text("curve_id"), id -> new ArrayList<>())
                        .add(row);
            }
        }
        return curves;
    }

    /** The curve of a name through an interpolation, as the schema calls it. */
    DiscountCurve get(String id, String interpolation) {
        DiscountCurve known = solved.get(id + "/" + interpolation);
        if (known != null) {
            return known;
        }
        List<Row> instruments = rows.get(id);
        if (instruments == null) {
            throw new UnreadableRow("there is no curve '" + id + "' in curve_instruments.csv");
        }
        DiscountCurve curve = CurveBootstrap.of(
                        instruments.get(0).date("reference_date"),
                        instruments.stream().map(QuotedCurves::instrument).toList())
                .withInterpolation(interpolation(interpolation))
                .withName(id)
                .solve()
                .curve();
        solved.put(id + "/" + interpolation, curve);
        return curve;
    }

    private static CurveInterpolation interpolation(String name) {
        return switch (name) {
            case "LOGLINEAR_DF", "FLAT_FORWARD" -> CurveInterpolation.LOG_LINEAR_DISCOUNT;
            case "HAGAN_WEST" -> CurveInterpolation.MONOTONE_CONVEX;
            case "HYMAN_NATURAL_CUBIC_ZERO" -> CurveInterpolation.HYMAN_ZERO;
            default -> CurveInterpolation.of(name);
        };
    }

    /** An instrument, with the dates that follow from its reference date. */
    static CurveInstrument instrument(Row row) {
        HolidayCalendar calendar = HolidayCalendars.of(row.given("calendar"));
        DayCount dayCount = DayCount.of(row.given("day_count"));
        LocalDate reference = row.date("reference_date");
        int spotDays = calendar.businessDaysBetween(reference, row.date("spot_date"));
        BusinessDayConvention adjustment = BusinessDayConvention.parse(row.given("convention"));
        double quote = row.number("quote");
        return switch (row.given("type")) {
            case "DEPOSIT" ->
                Deposit.of(
                        new MoneyMarketConvention(calendar, spotDays, dayCount, adjustment, false),
                        reference,
                        Tenor.parse(row.given("tenor")),
                        quote);
            case "SWAP" -> {
                Frequency frequency = Frequency.ofPerYear(row.integer("fixed_frequency"));
                SwapConvention market = new SwapConvention(
                        calendar, spotDays, frequency, dayCount, frequency, dayCount, adjustment, false, 0);
                yield FixedFloatSwap.of(market, reference, Tenor.parse(row.given("tenor")), quote);
            }
            case "BOND" -> {
                BondConvention market = BondConvention.builder("GOLDEN")
                        .frequency(Frequency.ofPerYear(row.integer("fixed_frequency")))
                        .dayCount(dayCount)
                        .build();
                FixedCouponBond bond =
                        FixedCouponBond.of(market, row.number("coupon"), row.date("start"), row.date("maturity"));
                yield CurvePricing.of(bond, reference).quote(row.given("tenor"), quote);
            }
            default -> throw new UnreadableRow("'" + row.text("type") + "' is no type of instrument of this schema");
        };
    }
}
