package io.bondtrader.core.trade;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.error.InvalidInput;
import java.util.Currency;
import java.util.Objects;

/**
 * A bond as a book knows it: its terms, and what limits and reports group it by.
 *
 * <p>What is unknown reads {@link #UNCLASSIFIED}: such securities form a group of their own, and no limit overlooks them.
 * Immutable and safe for use by many threads.
 *
 * @param id the identifier that positions, orders and quotes refer to, such as an ISIN
 * @param bond its terms
 * @param currency the currency of its face, coupons and price
 * @param issuer who owes it
 * @param country country of risk by ISO 3166 alpha-2, or {@link #UNCLASSIFIED}
 * @param sector sector by the classification of the house
 * @param rating composite rating, such as {@code AA-}
 */
public record Security(
        String id, Bond bond, Currency currency, String issuer, String country, String sector, String rating) {

    /** Stands where nothing is known. */
    public static final String UNCLASSIFIED = "unclassified";

    /**
     * Checks that nothing is blank.
     *
     * @throws InvalidInput if a text is blank
     */
    public Security {
        Objects.requireNonNull(bond);
        Objects.requireNonNull(currency);
        requireText("id", id);
        requireText("issuer", issuer);
        requireText("country", country);
        requireText("sector", sector);
        requireText("rating", rating);
    }

    /**
     * Returns a security of which only terms and currency are known.
     *
     * @param id the identifier that positions, orders and quotes refer to
     * @param bond its terms
     * @param currency its currency by ISO 4217
     * @return the security, otherwise unclassified
     * @throws InvalidInput if the identifier is blank or the currency unknown
     */
    public static Security of(String id, Bond bond, String currency) {
        return new Security(
                id, bond, Money.currencyOf(currency), UNCLASSIFIED, UNCLASSIFIED, UNCLASSIFIED, UNCLASSIFIED);
    }

    /**
     * Returns the same security with its issuer known.
     *
     * @param newIssuer who owes it
     * @param newCountry country of risk
     * @param newSector sector
     * @return the classified security
     * @throws InvalidInput if a text is blank
     */
    public Security issuedBy(String newIssuer, String newCountry, String newSector) {
        return new Security(id, bond, currency, newIssuer, newCountry, newSector, rating);
    }

    /**
     * Returns the same security with another rating.
     *
     * @param newRating composite rating
     * @return the rated security
     * @throws InvalidInput if the rating is blank
     */
    public Security rated(String newRating) {
        return new Security(id, bond, currency, issuer, country, sector, newRating);
    }

    static void requireText(String name, String value) {
        InvalidInput.unless(!value.isBlank(), name, value, "not blank");
    }
}
