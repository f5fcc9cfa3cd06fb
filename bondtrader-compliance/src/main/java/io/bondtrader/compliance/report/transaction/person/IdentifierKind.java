package io.bondtrader.compliance.report.transaction.person;

/** What identifies a natural person: the kinds that Annex II of Delegated Regulation (EU) 2017/590 ranks by country. */
public enum IdentifierKind {
    /** A personal number of the state: personal code, national number, insurance number, fiscal code. */
    NATIONAL_NUMBER(IdentifierScheme.NIDN),
    /** A tax number, where it is ranked beside another number. */
    TAX_NUMBER(IdentifierScheme.NIDN),
    /** An identity card's number. */
    IDENTITY_CARD(IdentifierScheme.NIDN),
    /** The number of the investor's share in a securities depository. */
    INVESTOR_SHARE(IdentifierScheme.NIDN),
    /** A passport's number. */
    PASSPORT(IdentifierScheme.CCPT),
    /** Made of birth date and names. */
    CONCAT(IdentifierScheme.CONCAT);

    private final IdentifierScheme scheme;

    IdentifierKind(IdentifierScheme scheme) {
        this.scheme = scheme;
    }

    /** {@return the code that the report carries for it} */
    public IdentifierScheme scheme() {
        return scheme;
    }
}
