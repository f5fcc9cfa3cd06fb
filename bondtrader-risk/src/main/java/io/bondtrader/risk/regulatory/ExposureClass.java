package io.bondtrader.risk.regulatory;

/** The classes of exposures whose standardised weights depend on who owes them. */
public enum ExposureClass {
    /** States and their central banks. */
    SOVEREIGN,
    /** Multilateral development banks that are not on the list of those weighted 0. */
    DEVELOPMENT_BANK,
    /** Development banks on that list. */
    LISTED_DEVELOPMENT_BANK,
    /** Banks, for longer than three months. */
    BANK,
    /** Banks, for three months at most. */
    SHORT_TERM_BANK,
    /** Covered bonds that qualify. */
    COVERED_BOND,
    /** Companies. */
    CORPORATE,
    /** Small and medium companies. */
    SMALL_CORPORATE,
    /** Companies of investment grade by the bank's own judgement, where ratings may not be used. */
    UNRATED_INVESTMENT_GRADE,
    /** Retail that qualifies. */
    RETAIL
}
