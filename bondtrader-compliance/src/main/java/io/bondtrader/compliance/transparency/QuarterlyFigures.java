package io.bondtrader.compliance.transparency;

import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What was traded of a bond in a calendar quarter, wherever in the jurisdiction.
 *
 * @param isin which bond
 * @param quarterStart the first day of the quarter
 * @param notional the sum of all trades, in the currency of the table
 * @param trades how many
 * @param daysTraded days with at least one
 * @param tradingDays days on which it could be traded
 * @param source where the figures come from
 */
public record QuarterlyFigures(
        Isin isin,
        LocalDate quarterStart,
        BigDecimal notional,
        long trades,
        int daysTraded,
        int tradingDays,
        String source) {

    /**
     * Checks the figures.
     *
     * @throws InvalidInput if the first day begins no quarter, there was no day to trade on, a figure is negative, there are more
     *     days with trades than days or than trades, or nobody says so
     */
    public QuarterlyFigures {
        Objects.requireNonNull(isin, "isin");
        boolean first = quarterStart.getDayOfMonth() == 1 && quarterStart.getMonthValue() % 3 == 1;
        InvalidInput.unless(first, "quarterStart", quarterStart, "the first day of a quarter");
        InvalidInput.unless(tradingDays > 0 && tradingDays <= 92, "tradingDays", tradingDays, "from 1 to 92");
        InvalidInput.unless(notional.signum() >= 0, "notional", notional, "not negative");
        InvalidInput.unless(trades >= 0, "trades", trades, "not negative");
        boolean days = daysTraded >= 0 && daysTraded <= tradingDays && daysTraded <= trades;
        InvalidInput.unless(days, "daysTraded", daysTraded, "at most the trading days and the trades");
        InvalidInput.unless(!source.isBlank(), "source", source, "not blank");
    }
}
