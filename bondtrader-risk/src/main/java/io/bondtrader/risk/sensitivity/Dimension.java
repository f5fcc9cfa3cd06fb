package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;

/** What positions are grouped by, in reports and in limits. */
public enum Dimension {
    /** The legal entity. */
    FIRM,
    /** The desk. */
    DESK,
    /** The book of the desk. */
    BOOK,
    /** Who holds it. */
    TRADER,
    /** The security itself, by its identifier. */
    SECURITY,
    /** Who owes it. */
    ISSUER,
    /** Country of risk. */
    COUNTRY,
    /** Sector by the classification of the house. */
    SECTOR,
    /** Composite rating. */
    RATING,
    /** Currency of face and coupons. */
    CURRENCY,
    /** The bucket of its remaining life, see {@link TenorBuckets}. */
    TENOR;

    /**
     * Returns what group a holding belongs to.
     *
     * @param security what is held
     * @param book in which book
     * @param trader by whom
     * @param tenorBucket the bucket of its remaining life
     * @return the group's name
     */
    public String groupOf(Security security, TradingBook book, String trader, String tenorBucket) {
        return switch (this) {
            case FIRM -> book.firm();
            case DESK -> book.desk();
            case BOOK -> book.name();
            case TRADER -> trader;
            case SECURITY -> security.id();
            case ISSUER -> security.issuer();
            case COUNTRY -> security.country();
            case SECTOR -> security.sector();
            case RATING -> security.rating();
            case CURRENCY -> security.currency().getCurrencyCode();
            case TENOR -> tenorBucket;
        };
    }
}
