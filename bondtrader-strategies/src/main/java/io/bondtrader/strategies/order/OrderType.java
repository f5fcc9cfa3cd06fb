package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/**
 * At which price an order may be done, and from when on. Prices are clean, per 100 face.
 *
 * <p>A stop to sell triggers at or below its trigger, a stop to buy at or above it. Immutable and safe for use by many
 * threads.
 */
public sealed interface OrderType {

    /** At whatever price the market gives. */
    record Market() implements OrderType {}

    /**
     * At a price or better.
     *
     * @param cleanPrice the worst price, positive
     */
    record Limit(BigDecimal cleanPrice) implements OrderType {

        /**
         * Checks the price.
         *
         * @throws InvalidInput if it is not positive
         */
        public Limit {
            Checks.positive("cleanPrice", cleanPrice);
        }
    }

    /**
     * A market order once the market has reached a price.
     *
     * @param trigger the price that starts it, positive
     */
    record Stop(BigDecimal trigger) implements OrderType {

        /**
         * Checks the price.
         *
         * @throws InvalidInput if it is not positive
         */
        public Stop {
            Checks.positive("trigger", trigger);
        }
    }

    /**
     * A limit order once the market has reached a price.
     *
     * @param trigger the price that starts it, positive
     * @param limit the worst price at which it is done then, positive
     */
    record StopLimit(BigDecimal trigger, BigDecimal limit) implements OrderType {

        /**
         * Checks the prices.
         *
         * @throws InvalidInput if one is not positive
         */
        public StopLimit {
            Checks.positive("trigger", trigger);
            Checks.positive("limit", limit);
        }
    }

    /**
     * A stop whose trigger follows the best price seen since the order began to work, and never goes back.
     *
     * @param distance how far behind the best price the trigger is, in price, positive
     */
    record TrailingStop(BigDecimal distance) implements OrderType {

        /**
         * Checks the distance.
         *
         * @throws InvalidInput if it is not positive
         */
        public TrailingStop {
            Checks.positive("distance", distance);
        }
    }

    /**
     * A trailing stop that becomes a limit order.
     *
     * @param distance how far behind the best price the trigger is, in price, positive
     * @param limitOffset how much worse than the trigger the limit is, in price, zero or positive
     */
    record TrailingStopLimit(BigDecimal distance, BigDecimal limitOffset) implements OrderType {

        /**
         * Checks the distances.
         *
         * @throws InvalidInput if the distance is not positive or the offset negative
         */
        public TrailingStopLimit {
            Checks.positive("distance", distance);
            Checks.notNegative("limitOffset", limitOffset);
        }
    }

    /**
     * A limit order of which the market sees a part at a time.
     *
     * @param limit the worst price, positive
     * @param displayed the face that is shown, positive
     */
    record Iceberg(BigDecimal limit, BigDecimal displayed) implements OrderType {

        /**
         * Checks price and face.
         *
         * @throws InvalidInput if one is not positive
         */
        public Iceberg {
            Checks.positive("limit", limit);
            Checks.positive("displayed", displayed);
        }
    }

    /**
     * At a yield or better: a buyer wants at least this yield, a seller at most. {@link SpotPricing} makes it a price.
     *
     * @param yield decimal per year, by the convention of the bond
     */
    record YieldLimit(double yield) implements OrderType {

        /**
         * Checks the yield.
         *
         * @throws InvalidInput if it is not finite
         */
        public YieldLimit {
            Checks.finite("yield", yield);
        }
    }

    /**
     * At a spread over the yield of a benchmark or better. {@link SpotPricing} makes it a price.
     *
     * @param benchmark identifier of the benchmark
     * @param spreadBp basis points over its yield
     */
    record SpreadLimit(String benchmark, double spreadBp) implements OrderType {

        /**
         * Checks benchmark and spread.
         *
         * @throws InvalidInput if the benchmark is blank or the spread not finite
         */
        public SpreadLimit {
            Checks.name("benchmark", benchmark);
            Checks.finite("spreadBp", spreadBp);
        }
    }

    /** {@return whether it waits for a trigger} */
    default boolean isStop() {
        return this instanceof Stop
                || this instanceof StopLimit
                || this instanceof TrailingStop
                || this instanceof TrailingStopLimit;
    }

    /** {@return whether it has to be made a price before a venue of prices can take it} */
    default boolean needsSpot() {
        return this instanceof YieldLimit || this instanceof SpreadLimit;
    }

    /**
     * Returns a limit order.
     *
     * @param cleanPrice the worst price, as a decimal text
     * @return the type
     * @throws InvalidInput if it is no positive number
     */
    static OrderType limit(String cleanPrice) {
        return new Limit(decimal("cleanPrice", cleanPrice));
    }

    /**
     * Returns a stop.
     *
     * @param trigger the price that starts it, as a decimal text
     * @return the type
     * @throws InvalidInput if it is no positive number
     */
    static OrderType stop(String trigger) {
        return new Stop(decimal("trigger", trigger));
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable(name, text, "a decimal number");
        }
    }
}
