package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.testdata.VectorTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** The curves of {@code curve_instruments.csv}. */
final class QuotedCurves {

    private final Map<String, LocalDate> referenceDates = new LinkedHashMap<>();
    private final Map<String, List<CurveInstrument>> instruments = new LinkedHashMap<>();

    private QuotedCurves() {}

    static QuotedCurves read() {
        QuotedCurves curves = new QuotedCurves();
        VectorTable.of("curve_instruments.csv").everyRow(curves::add);
        return curves;
    }

    static BondConvention bond(int frequency, DayCount dayCount) {
        return BondConventions.EUROBOND.toBuilder()
                .frequency(Frequency.ofPerYear(frequency))
                .dayCount(dayCount)
                .calendar("NONE")
                .endOfMonth(false)
                .paymentConvention(BusinessDayConvention.UNADJUSTED)
                .build();
    }

    List<String> names() {
        return List.copyOf(referenceDates.keySet());
    }

    CurveBootstrap bootstrap(String curve) {
        return CurveBootstrap.of(
                Objects.requireNonNull(referenceDates.get(curve)), Objects.requireNonNull(instruments.get(curve)));
    }

    private void add(VectorTable.Row row) {
        String curve = row.text("curve_id");
        LocalDate reference = row.date("reference_date");
        referenceDates.put(curve, reference);
        CurveInstrument instrument = instrument(row, reference);
        Assertions.assertThat(instrument.pillar()).isEqualTo(row.date("maturity"));
        instruments.computeIfAbsent(curve, name -> new ArrayList<>()).add(instrument);
    }

    /** Dates are worked out from the trade date, so that they are tested too. */
    private static CurveInstrument instrument(VectorTable.Row row, LocalDate reference) {
        HolidayCalendar calendar = HolidayCalendars.of(row.text("calendar"));
        DayCount dayCount = DayCount.of(row.text("day_count"));
        double quote = row.number("quote");
        int spotDays = reference.equals(row.date("spot_date")) ? 0 : 2;
        BusinessDayConvention adjustment = row.text("convention").equals("Unadjusted")
                ? BusinessDayConvention.UNADJUSTED
                : BusinessDayConvention.MODIFIED_FOLLOWING;
        switch (row.text("type")) {
            case "DEPOSIT" -> {
                MoneyMarketConvention market =
                        new MoneyMarketConvention(calendar, spotDays, dayCount, adjustment, false);
                return Deposit.of(market, reference, Tenor.parse(row.text("tenor")), quote);
            }
            case "SWAP" -> {
                Frequency frequency = Frequency.ofPerYear(row.integer("fixed_frequency"));
                SwapConvention market = new SwapConvention(
                        calendar, spotDays, frequency, dayCount, frequency, dayCount, adjustment, false, 0);
                return FixedFloatSwap.of(market, reference, Tenor.parse(row.text("tenor")), quote);
            }
            default -> {
                FixedCouponBond bond = FixedCouponBond.of(
                        bond(row.integer("fixed_frequency"), dayCount),
                        row.number("coupon"),
                        row.date("start"),
                        row.date("maturity"));
                return CurvePricing.of(bond, reference).quote(row.text("tenor"), quote);
            }
        }
    }
}
