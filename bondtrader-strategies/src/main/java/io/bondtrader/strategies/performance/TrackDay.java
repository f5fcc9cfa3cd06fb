package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An account at the end of a day. All amounts are in its currency.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param date the day
 * @param equity what the account is worth at its end: cash and bonds with accrued interest, after the day's flow
 * @param flow what was paid in from outside, negative for what was taken out; coupons are no flow
 * @param dv01 money that the positions gain when yields fall by a basis point, negative for a short book
 * @param grossValue market value of long and short positions, both counted positive
 * @param netValue market value of long less short positions
 * @param turnover market value bought and sold in the day
 * @param costs of the day's trading that the equity already bears, negative for rebates
 */
public record TrackDay(
        LocalDate date,
        double equity,
        double flow,
        double dv01,
        double grossValue,
        double netValue,
        double turnover,
        double costs) {

    /**
     * Checks the amounts.
     *
     * @throws InvalidInput if one is not finite, or the gross value or turnover negative
     */
    public TrackDay {
        Objects.requireNonNull(date);
        Figures.finite("equity", equity);
        Figures.finite("flow", flow);
        Figures.finite("dv01", dv01);
        Figures.notNegative("grossValue", grossValue);
        Figures.finite("netValue", netValue);
        Figures.notNegative("turnover", turnover);
        Figures.finite("costs", costs);
    }

    /**
     * Returns a day on which nothing but the value is known.
     *
     * @param date the day
     * @param equity what the account is worth at its end
     * @return the day
     * @throws InvalidInput if the equity is not finite
     */
    public static TrackDay of(LocalDate date, double equity) {
        return new TrackDay(date, equity, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Returns the day with money paid in or out.
     *
     * @param amount paid in, negative for what was taken out
     * @return the altered day
     * @throws InvalidInput if the amount is not finite
     */
    public TrackDay withFlow(double amount) {
        return new TrackDay(date, equity, amount, dv01, grossValue, netValue, turnover, costs);
    }

    /**
     * Returns the day with what was held at its end.
     *
     * @param dv01 money gained when yields fall by a basis point
     * @param gross market value of long and short positions, both counted positive
     * @param net market value of long less short positions
     * @return the altered day
     * @throws InvalidInput if an amount is not finite or the gross value negative
     */
    public TrackDay withExposure(double dv01, double gross, double net) {
        return new TrackDay(date, equity, flow, dv01, gross, net, turnover, costs);
    }

    /**
     * Returns the day with what was traded.
     *
     * @param traded market value bought and sold
     * @param paid costs that the equity already bears
     * @return the altered day
     * @throws InvalidInput if an amount is not finite or the turnover negative
     */
    public TrackDay withTrading(double traded, double paid) {
        return new TrackDay(date, equity, flow, dv01, grossValue, netValue, traded, paid);
    }
}
