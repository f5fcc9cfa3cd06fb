package io.bondtrader.compliance.client;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a client did and has, for the test of Directive 2014/65/EU, Annex II, Section II.1. Immutable.
 *
 * @param tradesByQuarter trades in significant size on the market in question, in each of the last quarters, oldest first
 * @param portfolioEur portfolio of instruments and cash deposits in euro
 * @param monthsInRole full months in a professional position in the financial sector that asks for knowledge of such trades
 */
public record TradingHistory(List<Integer> tradesByQuarter, BigDecimal portfolioEur, int monthsInRole) {

    /**
     * Checks the figures and copies them.
     *
     * @throws InvalidInput if a figure is negative
     */
    public TradingHistory {
        tradesByQuarter = List.copyOf(tradesByQuarter);
        for (int trades : tradesByQuarter) {
            InvalidInput.unless(trades >= 0, "trades of a quarter", trades, "not negative");
        }
        InvalidInput.unless(portfolioEur.signum() >= 0, "portfolio", portfolioEur, "not negative");
        InvalidInput.unless(monthsInRole >= 0, "months in role", monthsInRole, "not negative");
    }
}
