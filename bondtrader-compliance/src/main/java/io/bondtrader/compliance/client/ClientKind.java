package io.bondtrader.compliance.client;

/**
 * What a client is, as far as Directive 2014/65/EU, Annex II, Section I and Article 30(2) tell clients apart.
 *
 * <p>The assignment to Article 30(2) is recalled and is to be compared with the text.
 */
public enum ClientKind {
    /** Authorised or regulated to operate in financial markets: Annex II, I(1). */
    FINANCIAL_INSTITUTION(true, true, true),
    /** A government, a central bank, a body that manages public debt, an international institution: Annex II, I(3). */
    PUBLIC_INSTITUTION(true, true, true),
    /** Invests as its main activity and is no financial institution: Annex II, I(4). */
    INSTITUTIONAL_INVESTOR(true, false, false),
    /** Any other undertaking: professional if large, Annex II, I(2). */
    UNDERTAKING(false, false, true),
    /** A municipality or other local authority: Annex II, II.1 leaves it to request. */
    LOCAL_AUTHORITY(false, false, false),
    /** A natural person. */
    NATURAL_PERSON(false, false, false);

    private final boolean professional;
    private final boolean counterparty;
    private final boolean mayBeCounterparty;

    ClientKind(boolean professional, boolean counterparty, boolean mayBeCounterparty) {
        this.professional = professional;
        this.counterparty = counterparty;
        this.mayBeCounterparty = mayBeCounterparty;
    }

    /** {@return whether such a client is professional without a test} */
    public boolean professionalByKind() {
        return professional;
    }

    /** {@return whether such a client is an eligible counterparty without asking: Article 30(2)} */
    public boolean counterpartyByKind() {
        return counterparty;
    }

    /**
     * {@return whether such a client may ask to be an eligible counterparty while it is professional in itself: Delegated
     * Regulation (EU) 2017/565, Article 71(1), which names points 1, 2 and 3 of Annex II, Section I}
     */
    public boolean mayBeCounterparty() {
        return mayBeCounterparty;
    }
}
