package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.QuantileConvention;

/** What a limit is about. Amounts are in the reporting currency. Immutable and safe for use by many threads. */
public sealed interface LimitMeasure {

    /** {@return the code of orders that it stops} */
    DenialCode code();

    /** {@return what its numbers count: money, years, days, or a ratio} */
    String unit();

    /**
     * An amount that is proportional to the face.
     *
     * @param kind which amount
     * @param netting how long and short positions are put together
     */
    record Exposure(ExposureKind kind, Netting netting) implements LimitMeasure {

        @Override
        public DenialCode code() {
            return kind.code();
        }

        @Override
        public String unit() {
            return "money";
        }
    }

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

        @Override
        public DenialCode code() {
            return DenialCode.KEY_RATE_DV01;
        }

        @Override
        public String unit() {
            return "money";
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

        @Override
        public DenialCode code() {
            return DenialCode.VALUE_AT_RISK;
        }

        @Override
        public String unit() {
            return "money";
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

        @Override
        public DenialCode code() {
            return DenialCode.EXPECTED_SHORTFALL;
        }

        @Override
        public String unit() {
            return "money";
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

        @Override
        public DenialCode code() {
            return DenialCode.STRESS_LOSS;
        }

        @Override
        public String unit() {
            return "money";
        }
    }

    /** The largest loss in any stress scenario of the universe. */
    record WorstStressLoss() implements LimitMeasure {

        @Override
        public DenialCode code() {
            return DenialCode.STRESS_LOSS;
        }

        @Override
        public String unit() {
            return "money";
        }
    }

    /**
     * The net amount in the largest group of a dimension. An order is held to the group that it is in: what it does to
     * other groups' shares of the total does not stop it.
     *
     * @param by the dimension
     * @param kind which amount
     * @param share whether it is divided by the gross amount of the whole scope
     */
    record Concentration(Dimension by, ExposureKind kind, boolean share) implements LimitMeasure {

        @Override
        public DenialCode code() {
            return DenialCode.CONCENTRATION;
        }

        @Override
        public String unit() {
            return share ? "ratio" : "money";
        }
    }

    /** The longest remaining life of a security held. An order that reduces a position is not held to it. */
    record MaximumMaturity() implements LimitMeasure {

        @Override
        public DenialCode code() {
            return DenialCode.TENOR;
        }

        @Override
        public String unit() {
            return "years";
        }
    }

    /** The mean remaining life, weighted by market value without signs. */
    record WeightedMaturity() implements LimitMeasure {

        @Override
        public DenialCode code() {
            return DenialCode.TENOR;
        }

        @Override
        public String unit() {
            return "years";
        }
    }

    /** Days that it takes to close the slowest security at its daily capacity. An order is held to its own security. */
    record DaysToLiquidate() implements LimitMeasure {

        @Override
        public DenialCode code() {
            return DenialCode.LIQUIDITY;
        }

        @Override
        public String unit() {
            return "days";
        }
    }

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

        @Override
        public DenialCode code() {
            return DenialCode.LIQUIDITY;
        }

        @Override
        public String unit() {
            return "ratio";
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

        @Override
        public DenialCode code() {
            return DenialCode.LEVERAGE;
        }

        @Override
        public String unit() {
            return "ratio";
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

        @Override
        public DenialCode code() {
            return DenialCode.DRAWDOWN;
        }

        @Override
        public String unit() {
            return "money";
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
