package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.factor.CurveFactors;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which factors move a book: the zero rates of each currency's curve, the spread that a security follows, the exchange rate
 * of a currency.
 *
 * <p>Rates and spreads move by {@code ABSOLUTE} moves, exchange rates by any kind. Immutable and safe for use by many threads,
 * as far as the function of spreads is.
 */
public final class FactorMapping {

    private final Map<Currency, CurveFactors> curves;
    private final Map<Currency, String> exchangeRates;
    private final Function<Security, Optional<String>> spreads;

    private FactorMapping(Builder builder) {
        this.curves = Map.copyOf(builder.curves);
        this.exchangeRates = Map.copyOf(builder.exchangeRates);
        this.spreads = builder.spreads;
    }

    /**
     * Returns the mapping of a book of one currency that moves with its curve alone; spreads stay as they are.
     *
     * @param currency the currency, by ISO 4217
     * @param factors the zero rates of its curve
     * @return the mapping
     * @throws InvalidInput if the currency is unknown
     */
    public static FactorMapping ofCurve(String currency, CurveFactors factors) {
        return builder().curve(currency, factors).build();
    }

    /** {@return a builder without factors} */
    public static Builder builder() {
        return new Builder();
    }

    CurveFactors curve(Currency currency) {
        CurveFactors factors = curves.get(currency);
        if (factors == null) {
            throw new MissingData("factors of the curve of " + currency.getCurrencyCode());
        }
        return factors;
    }

    Optional<String> exchangeRate(Currency currency) {
        return Optional.ofNullable(exchangeRates.get(currency));
    }

    Optional<String> spread(Security security) {
        return spreads.apply(security);
    }

    /** {@return the currencies whose curves and exchange rates move} */
    @Override
    public String toString() {
        return "FactorMapping[curves of " + curves.keySet() + ", exchange rates of " + exchangeRates.keySet() + "]";
    }

    /** Settings of a {@link FactorMapping}. For one thread. */
    public static final class Builder {

        private final Map<Currency, CurveFactors> curves = new HashMap<>();
        private final Map<Currency, String> exchangeRates = new HashMap<>();
        private Function<Security, Optional<String>> spreads = security -> Optional.empty();

        private Builder() {}

        /**
         * Sets the factors of a currency's curve.
         *
         * @param currency the currency, by ISO 4217
         * @param factors the zero rates
         * @return this
         * @throws InvalidInput if the currency is unknown
         */
        public Builder curve(String currency, CurveFactors factors) {
            curves.put(Money.currencyOf(currency), factors);
            return this;
        }

        /**
         * Sets the factor of an exchange rate: units of the reporting currency for one of this currency.
         *
         * @param currency the currency, by ISO 4217
         * @param factor the factor's name
         * @return this
         * @throws InvalidInput if the currency is unknown
         */
        public Builder exchangeRate(String currency, String factor) {
            exchangeRates.put(Money.currencyOf(currency), factor);
            return this;
        }

        /**
         * Sets which spread each security follows; without one its own Z-spread stays as it is.
         *
         * @param factorOf gives the name of the factor, such as {@code spread BBB}, or nothing
         * @return this
         */
        public Builder spreads(Function<Security, Optional<String>> factorOf) {
            spreads = factorOf;
            return this;
        }

        /**
         * Returns the mapping.
         *
         * @return the mapping
         * @throws InvalidInput if there is no curve
         */
        public FactorMapping build() {
            InvalidInput.unless(!curves.isEmpty(), "curves", "none", "at least one");
            return new FactorMapping(this);
        }
    }
}
