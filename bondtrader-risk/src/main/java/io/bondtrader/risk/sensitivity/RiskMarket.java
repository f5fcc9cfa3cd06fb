package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The market off which a book is valued: one curve a currency, exchange rates into a reporting currency, and the prices of
 * those securities that have one. A security without a price is worth what its curve says.
 *
 * <p>Immutable and safe for use by many threads, as its curves are.
 */
public final class RiskMarket {

    private final LocalDate settlement;
    private final Currency reportingCurrency;
    private final Map<Currency, DiscountCurve> curves;
    private final Map<Currency, Double> exchangeRates;
    private final Map<String, Double> cleanPrices;
    private final TenorBuckets tenorBuckets;

    private RiskMarket(Builder builder) {
        this.settlement = builder.settlement;
        this.reportingCurrency = builder.reportingCurrency;
        this.curves = Map.copyOf(builder.curves);
        this.exchangeRates = Map.copyOf(builder.exchangeRates);
        this.cleanPrices = Map.copyOf(builder.cleanPrices);
        this.tenorBuckets = builder.tenorBuckets;
    }

    /**
     * Returns a market of one currency whose bonds are worth what the curve says.
     *
     * @param settlement the day on which cash and bonds change hands
     * @param currency the currency, by ISO 4217
     * @param curve a curve whose reference date is settlement or before
     * @return the market
     * @throws InvalidInput if the currency is unknown or the curve starts after settlement
     */
    public static RiskMarket of(LocalDate settlement, String currency, DiscountCurve curve) {
        return builder(settlement, currency).curve(currency, curve).build();
    }

    /**
     * Returns a builder of a market.
     *
     * @param settlement the day on which cash and bonds change hands
     * @param reportingCurrency the currency in which everything is added up, by ISO 4217
     * @return the builder, without curves
     * @throws InvalidInput if the currency is unknown
     */
    public static Builder builder(LocalDate settlement, String reportingCurrency) {
        return new Builder(settlement, Money.currencyOf(reportingCurrency));
    }

    /** {@return the day on which cash and bonds change hands} */
    public LocalDate settlement() {
        return settlement;
    }

    /** {@return the currency in which everything is added up} */
    public Currency reportingCurrency() {
        return reportingCurrency;
    }

    /** {@return the buckets of remaining lives} */
    public TenorBuckets tenorBuckets() {
        return tenorBuckets;
    }

    /**
     * Returns the curve of a currency.
     *
     * @param currency the currency
     * @return its curve
     * @throws MissingData if there is none
     */
    public DiscountCurve curve(Currency currency) {
        DiscountCurve curve = curves.get(currency);
        if (curve == null) {
            throw new MissingData("curve of " + currency.getCurrencyCode());
        }
        return curve;
    }

    /**
     * Returns an exchange rate.
     *
     * @param currency the currency
     * @return units of the reporting currency for one of that currency; 1 for the reporting currency
     * @throws MissingData if there is none
     */
    public double exchangeRate(Currency currency) {
        if (currency.equals(reportingCurrency)) {
            return 1;
        }
        Double rate = exchangeRates.get(currency);
        if (rate == null) {
            throw new MissingData(
                    "exchange rate of " + currency.getCurrencyCode() + " in " + reportingCurrency.getCurrencyCode());
        }
        return rate;
    }

    /** The clean price of a security, null if it has none and is worth what its curve says. */
    @Nullable
    Double cleanPrice(String security) {
        return cleanPrices.get(security);
    }

    @Override
    public String toString() {
        return "RiskMarket[settlement " + settlement + ", in " + reportingCurrency.getCurrencyCode() + ", "
                + curves.size() + (curves.size() == 1 ? " curve, " : " curves, ") + cleanPrices.size() + " prices]";
    }

    /** Settings of a {@link RiskMarket}. For one thread. */
    public static final class Builder {

        private final LocalDate settlement;
        private final Currency reportingCurrency;
        private final Map<Currency, DiscountCurve> curves = new HashMap<>();
        private final Map<Currency, Double> exchangeRates = new HashMap<>();
        private final Map<String, Double> cleanPrices = new HashMap<>();
        private TenorBuckets tenorBuckets = TenorBuckets.standard();

        private Builder(LocalDate settlement, Currency reportingCurrency) {
            this.settlement = Objects.requireNonNull(settlement);
            this.reportingCurrency = reportingCurrency;
        }

        /**
         * Sets the curve of a currency.
         *
         * @param currency the currency, by ISO 4217
         * @param curve a curve whose reference date is settlement or before
         * @return this
         * @throws InvalidInput if the currency is unknown or the curve starts after settlement
         */
        public Builder curve(String currency, DiscountCurve curve) {
            InvalidInput.unless(
                    !curve.referenceDate().isAfter(settlement),
                    "curve.referenceDate",
                    curve.referenceDate(),
                    "settlement or before: " + settlement);
            curves.put(Money.currencyOf(currency), curve);
            return this;
        }

        /**
         * Sets an exchange rate.
         *
         * @param currency the currency, by ISO 4217
         * @param rate units of the reporting currency for one of that currency, positive
         * @return this
         * @throws InvalidInput if the currency is unknown or the reporting currency, or the rate not positive and finite
         */
        public Builder exchangeRate(String currency, double rate) {
            Currency from = Money.currencyOf(currency);
            InvalidInput.unless(!from.equals(reportingCurrency), "currency", currency, "not the reporting currency");
            InvalidInput.unless(rate > 0 && Double.isFinite(rate), "exchange rate", rate, "positive and finite");
            exchangeRates.put(from, rate);
            return this;
        }

        /**
         * Sets the price of a security. Its Z-spread over the curve follows from it and is held when the curve moves.
         *
         * @param security the security's identifier
         * @param cleanPrice price per 100 without accrued interest
         * @return this
         * @throws InvalidInput if the price is not finite or the identifier blank
         */
        public Builder cleanPrice(String security, double cleanPrice) {
            InvalidInput.unless(!security.isBlank(), "security", security, "not blank");
            InvalidInput.unless(Double.isFinite(cleanPrice), "cleanPrice of " + security, cleanPrice, "finite");
            cleanPrices.put(security, cleanPrice);
            return this;
        }

        /**
         * Sets the buckets of remaining lives.
         *
         * @param buckets the buckets
         * @return this
         */
        public Builder tenorBuckets(TenorBuckets buckets) {
            tenorBuckets = Objects.requireNonNull(buckets);
            return this;
        }

        /** {@return the market} */
        public RiskMarket build() {
            return new RiskMarket(this);
        }
    }
}
