package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Bonds and trades for the tests of transparency. */
final class Requests {

    static final Isin ISIN = Isin.of("DE0001102580");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final HolidayCalendar DAYS = HolidayCalendars.WEEKENDS;
    static final TransparencyTables TABLES = TransparencyTables.standard();
    static final BondTransparency RULES = BondTransparency.of(TABLES, DAYS);
    static final SizeThresholds SIZES = new SizeThresholds(
            new BigDecimal("600000"),
            new BigDecimal("1500000"),
            new BigDecimal("2000000"),
            new BigDecimal("7000000"),
            LocalDate.of(2018, 1, 1),
            LocalDate.of(2030, 1, 1),
            "a publication");

    private Requests() {}

    static BondProfile bond(BondClass type, String issued, String currency) {
        return BondProfile.of(ISIN, type, "DE", new BigDecimal(issued), currency, LocalDate.of(2034, 2, 15));
    }

    static LiquidityStatus status(boolean liquid) {
        return new LiquidityStatus(liquid, LocalDate.of(2018, 1, 1), LocalDate.of(2030, 1, 1), "a publication");
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    static TransparencyRequest order(Jurisdiction law, BondProfile bond, String size, String day) {
        return TransparencyRequest.of(
                        "o1",
                        law,
                        bond,
                        ExecutionPlace.MTF,
                        TradingSystem.ORDER_BOOK,
                        new BigDecimal(size),
                        noon(day),
                        ZoneOffset.UTC)
                .withRate("EUR", BigDecimal.ONE)
                .withRate("GBP", BigDecimal.ONE);
    }
}
