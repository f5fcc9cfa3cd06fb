package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.QuantileConvention;

/** What a limit is about. Amounts are in the reporting currency. Immutable and safe for use by many threads. */
public sealed interface LimitMeasure {

    /** {@return the code of orders that it stops} */
    default DenialCode code() {
        if (this instanceof Exposure exposure) {
            return exposure.kind().code();
        }
        if (this instanceof KeyRateDv01) {
            return DenialCode.KEY_RATE_DV01;
        }
        if (this instanceof ValueAtRisk) {
            return DenialCode.VALUE_AT_RISK;
        }
        if (this instanceof ExpectedShortfall) {
            return DenialCode.EXPECTED_SHORTFALL;
        }
        if (this instanceof Concentration) {
            return DenialCode.CONCENTRATION;
        }
        if (this instanceof MaximumMaturity || this instanceof WeightedMaturity) {
            return DenialCode.TENOR;
        }
        if (this instanceof DaysToLiquidate || this instanceof IlliquidShare) {
            return DenialCode.LIQUIDITY;
        }
        if (this instanceof Leverage) {
            return DenialCode.LEVERAGE;
        }
        return this instanceof Drawdown ? DenialCode.DRAWDOWN : DenialCode.STRESS_LOSS;
    }

    /** {@return what its numbers count: money, years, days, or a ratio} */
    default String unit() {
        if (this instanceof MaximumMaturity || this instanceof WeightedMaturity) {
            return "years";
        }
        if (this instanceof DaysToLiquidate) {
            return "days";
        }
        boolean ratio = this instanceof IlliquidShare
                || this instanceof Leverage
                || (this instanceof Concentration concentration && concentration.share());
        return ratio ? "ratio" : "money";
    }

    /**
     * An amount that is proportional to the face.
     *
     * @param kind which amount
     * @param netting how long and short positions are put together
     */
    record Exposure(ExposureKind kind, Netting netting) implements LimitMeasure {}

    /**
     * What is lost when the zero rates about a key rise by one basis point.
     *
     * @param tenor the key, such as {@code 10Y}
     * @param netting how long and short positions are put together
     */
    record KeyRateDv01(String tenor, Netting netting) implements LimitMeasure {

        /**
         * Checks the tenor.
         *
         * @throws InvalidInput if the tenor is blank
         */
        public KeyRateDv01 {
            requireText("tenor", tenor);
        }
    }

    /**
     * Historical value at risk from the P&amp;L vectors of the universe.
     *
     * @param confidence such as 0.99
     * @param convention how the quantile is read off
     */
    record ValueAtRisk(double confidence, QuantileConvention convention) implements LimitMeasure {

        /**
         * Checks the confidence.
         *
         * @throws InvalidInput if it is not between 0 and 1
         */
        public ValueAtRisk {
            requireConfidence(confidence);
        }
    }

    /**
     * Expected shortfall from the P&amp;L vectors of the universe.
     *
     * @param confidence such as 0.975
     * @param convention which losses it is the mean of
     */
    record ExpectedShortfall(double confidence, QuantileConvention convention) implements LimitMeasure {

        /**
         * Checks the confidence.
         *
         * @throws InvalidInput if it is not between 0 and 1
         */
        public ExpectedShortfall {
            requireConfidence(confidence);
        }
    }

    /**
     * Loss in one stress scenario of the universe.
     *
     * @param scenario its name
     */
    record StressLoss(String scenario) implements LimitMeasure {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if the name is blank
         */
        public StressLoss {
            requireText("scenario", scenario);
        }
    }

    /** The largest loss in any stress scenario of the universe. */
    record WorstStressLoss() implements LimitMeasure {}

    /**
     * The net amount in the largest group of a dimension. An order is held to the group that it is in: what it does to
     * other groups' shares of the total does not stop it.
     *
     * @param by the dimension
     * @param kind which amount
     * @param share whether it is divided by the gross amount of the whole scope
     */
    record Concentration(Dimension by, ExposureKind kind, boolean share) implements LimitMeasure {}

    /** The longest remaining life of a security held. An order that reduces a position is not held to it. */
    record MaximumMaturity() implements LimitMeasure {}

    /** The mean remaining life, weighted by market value without signs. */
    record WeightedMaturity() implements LimitMeasure {}

    /** Days that it takes to close the slowest security at its daily capacity. An order is held to its own security. */
    record DaysToLiquidate() implements LimitMeasure {}

    /**
     * The share of market value, without signs, in positions that take longer to close.
     *
     * @param days than this, positive
     */
    record IlliquidShare(double days) implements LimitMeasure {

        /**
         * Checks the days.
         *
         * @throws InvalidInput if they are not positive and finite
         */
        public IlliquidShare {
            InvalidInput.unless(days > 0 && Double.isFinite(days), "days", days, "positive and finite");
        }
    }

    /**
     * Market value without signs for each unit of capital.
     *
     * @param capital the provider that says how much capital there is
     */
    record Leverage(String capital) implements LimitMeasure {

        /**
         * Checks the provider's name.
         *
         * @throws InvalidInput if it is blank
         */
        public Leverage {
            requireText("capital", capital);
        }
    }

    /**
     * How far P&amp;L has fallen from its peak. No order changes it; beyond the limit, only orders that reduce a position
     * pass.
     *
     * @param provider the provider that says how far
     */
    record Drawdown(String provider) implements LimitMeasure {

        /**
         * Checks the provider's name.
         *
         * @throws InvalidInput if it is blank
         */
        public Drawdown {
            requireText("provider", provider);
        }
    }

    /**
     * Returns the net DV01.
     *
     * @return the measure
     */
    static LimitMeasure dv01() {
        return new Exposure(ExposureKind.DV01, Netting.NET);
    }

    /**
     * Returns the net CS01.
     *
     * @return the measure
     */
    static LimitMeasure cs01() {
        return new Exposure(ExposureKind.CS01, Netting.NET);
    }

    /**
     * Returns the face amounts of all positions without their signs.
     *
     * @return the measure
     */
    static LimitMeasure grossNotional() {
        return new Exposure(ExposureKind.NOTIONAL, Netting.GROSS);
    }

    /**
     * Returns the share of an issuer in the market value of the scope.
     *
     * @return the measure
     */
    static LimitMeasure issuerShare() {
        return new Concentration(Dimension.ISSUER, ExposureKind.MARKET_VALUE, true);
    }

    /**
     * Returns historical value at risk by order statistics.
     *
     * @param confidence such as 0.99
     * @return the measure
     * @throws InvalidInput if the confidence is not between 0 and 1
     */
    static LimitMeasure valueAtRisk(double confidence) {
        return new ValueAtRisk(confidence, QuantileConvention.ORDER_STATISTIC);
    }

    private static void requireText(String name, String text) {
        InvalidInput.unless(!text.isBlank(), name, text, "not blank");
    }

    private static void requireConfidence(double confidence) {
        InvalidInput.unless(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
    }
}
