package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;

/**
 * Makes a price of a yield or a spread at the time of the spot. The price lies on the grid of ticks, on the side of whoever
 * gave the order: a buyer's is rounded down, a seller's up, so that it is never worse than the yield asked for.
 *
 * <p>Immutable; safe for use by many threads if its functions are.
 */
public final class SpotPricing {

    /** Digits that double arithmetic leaves right: a price closer than that to a tick is on it. */
    private static final int DIGITS = 10;

    /** Turns a yield into a price. */
    @FunctionalInterface
    public interface YieldToPrice {

        /**
         * Returns the price of a bond at a yield.
         *
         * @param security the bond
         * @param yield decimal per year, by the bond's convention
         * @param at time of the spot
         * @return clean price per 100
         */
        double cleanPrice(Security security, double yield, Instant at);
    }

    /** Knows the yields of benchmarks. */
    @FunctionalInterface
    public interface BenchmarkYields {

        /**
         * Returns the yield of a benchmark.
         *
         * @param benchmark its identifier
         * @param at time of the spot
         * @return decimal per year
         */
        double yieldOf(String benchmark, Instant at);
    }

    private final YieldToPrice prices;
    private final BenchmarkYields benchmarks;
    private final BigDecimal tick;

    private SpotPricing(YieldToPrice prices, BenchmarkYields benchmarks, BigDecimal tick) {
        this.prices = Objects.requireNonNull(prices);
        this.benchmarks = Objects.requireNonNull(benchmarks);
        this.tick = tick;
    }

    /**
     * Returns spot pricing by given functions.
     *
     * @param prices turns yields into prices
     * @param benchmarks knows the yields of benchmarks
     * @param tick grid of prices, per 100, positive
     * @return the pricing
     * @throws InvalidInput if the tick is not positive
     */
    public static SpotPricing of(YieldToPrice prices, BenchmarkYields benchmarks, BigDecimal tick) {
        Checks.positive("tick", tick);
        return new SpotPricing(prices, benchmarks, tick);
    }

    /**
     * Returns spot pricing by the yield convention of each bond, for the day on which the trade would settle.
     *
     * @param terms say when a trade settles
     * @param benchmarks knows the yields of benchmarks
     * @param tick grid of prices, per 100, positive
     * @return the pricing
     * @throws InvalidInput if the tick is not positive
     */
    public static SpotPricing of(SettlementTerms terms, BenchmarkYields benchmarks, BigDecimal tick) {
        return of(
                (security, yield, at) -> BondPricing.of(security.bond(), terms.settlement(security, at))
                        .cleanPriceFromYield(yield),
                benchmarks,
                tick);
    }

    /**
     * Makes a limit of an order by yield or spread. Other orders stay as they are.
     *
     * @param ticket the order
     * @param at time of the spot
     * @return the order at a price
     * @throws InvalidInput if the yield gives no positive price
     */
    public OrderTicket spot(OrderTicket ticket, Instant at) {
        OrderType type = ticket.type();
        Security security = ticket.order().security();
        Side side = ticket.order().side();
        if (type instanceof OrderType.YieldLimit byYield) {
            return ticket.priced(new OrderType.Limit(priceAtYield(security, side, byYield.yield(), at)));
        }
        if (type instanceof OrderType.SpreadLimit bySpread) {
            return ticket.priced(
                    new OrderType.Limit(priceAtSpread(security, side, bySpread.benchmark(), bySpread.spreadBp(), at)));
        }
        return ticket;
    }

    /**
     * Returns the price at a yield.
     *
     * @param security the bond
     * @param side of whoever gave the order
     * @param yield decimal per year
     * @param at time of the spot
     * @return clean price per 100, on the grid
     * @throws InvalidInput if the yield gives no positive price
     */
    public BigDecimal priceAtYield(Security security, Side side, double yield, Instant at) {
        Checks.finite("yield", yield);
        double price = prices.cleanPrice(security, yield, at);
        InvalidInput.unless(price > 0.0 && price < 1e9, "price at yield " + yield, price, "positive, per 100 face");
        BigDecimal ticks = new BigDecimal(price)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .divide(tick, new MathContext(40))
                .setScale(0, side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
        BigDecimal onGrid = ticks.multiply(tick);
        Checks.positive("price at yield " + yield, onGrid);
        return onGrid;
    }

    /**
     * Returns the price at a spread over a benchmark.
     *
     * @param security the bond
     * @param side of whoever gave the order
     * @param benchmark identifier of the benchmark
     * @param spreadBp basis points over its yield
     * @param at time of the spot
     * @return clean price per 100, on the grid
     * @throws InvalidInput if benchmark and spread give no positive price
     */
    public BigDecimal priceAtSpread(Security security, Side side, String benchmark, double spreadBp, Instant at) {
        Checks.finite("spreadBp", spreadBp);
        return priceAtYield(security, side, benchmarks.yieldOf(benchmark, at) + spreadBp * 1e-4, at);
    }
}
