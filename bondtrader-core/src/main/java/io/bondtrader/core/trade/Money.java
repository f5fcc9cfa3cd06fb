package io.bondtrader.core.trade;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of one currency. Sums and differences are exact; nothing is rounded unless {@link #rounded} is called.
 *
 * <p>Two amounts are equal if their value and currency are, whatever zeros they were written with. Immutable and safe for
 * use by many threads.
 *
 * @param amount the amount, negative for a debt
 * @param currency its currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Drops zeros that carry no value, so that equal amounts are equal. */
    public Money {
        Objects.requireNonNull(currency);
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /**
     * Returns an amount.
     *
     * @param amount the amount in plain decimal notation, such as {@code 1250000.00}
     * @param currency its currency by ISO 4217, such as {@code USD}
     * @return the money
     * @throws InvalidInput if the amount is no number or the currency is unknown
     */
    public static Money of(String amount, String currency) {
        try {
            return new Money(new BigDecimal(amount), currencyOf(currency));
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable("amount", amount, "a decimal number");
        }
    }

    /**
     * Returns the amount that a finite double stands for by its shortest decimal form.
     *
     * @param amount the amount, finite
     * @param currency its currency
     * @return the money
     * @throws InvalidInput if the amount is not finite
     */
    public static Money of(double amount, Currency currency) {
        InvalidInput.unless(Double.isFinite(amount), "amount", amount, "finite");
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    /**
     * Returns no money.
     *
     * @param currency the currency of which there is none
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Adds money of the same currency.
     *
     * @param other the money to add
     * @return the exact sum
     * @throws InvalidInput if the currencies differ
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * Subtracts money of the same currency.
     *
     * @param other the money to subtract
     * @return the exact difference
     * @throws InvalidInput if the currencies differ
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    /**
     * Multiplies by an exact factor.
     *
     * @param factor the factor
     * @return the exact product
     */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** {@return the same amount, owed instead of owned} */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /**
     * Rounds to the currency's smallest unit.
     *
     * @param mode how halves and parts are rounded
     * @return the rounded money
     */
    public Money rounded(RoundingMode mode) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(amount.setScale(digits, mode), currency);
    }

    /** {@return the nearest double, for analytics} */
    public double toDouble() {
        return amount.doubleValue();
    }

    /**
     * Compares two amounts of the same currency.
     *
     * @param other the other amount
     * @return negative, zero or positive as this is less, equal or more
     * @throws InvalidInput if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** {@return the amount with at least the currency's decimals, and the currency, as in {@code 12.50 USD}} */
    @Override
    public String toString() {
        int digits = Math.max(Math.max(0, currency.getDefaultFractionDigits()), amount.scale());
        return amount.setScale(digits).toPlainString() + " " + currency.getCurrencyCode();
    }

    /**
     * Reads a currency.
     *
     * @param code by ISO 4217, such as {@code USD}
     * @return the currency
     * @throws InvalidInput if there is none of that code
     */
    public static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.unreadable("currency", code, "a code of ISO 4217");
        }
    }

    private void requireSameCurrency(Money other) {
        InvalidInput.unless(currency.equals(other.currency), "currency", other.currency, currency.getCurrencyCode());
    }
}
