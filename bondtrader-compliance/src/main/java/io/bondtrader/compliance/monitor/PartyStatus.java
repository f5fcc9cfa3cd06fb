package io.bondtrader.compliance.monitor;

/** What a party is besides its country, as far as rules of borders and of short sales ask. */
public enum PartyStatus {
    /** A qualified institutional buyer: 17 CFR 230.144A(a)(1). */
    QUALIFIED_INSTITUTIONAL_BUYER,
    /** Makes markets in the instrument or is a primary dealer of its issuer: Regulation (EU) No 236/2012, Article 17. */
    EXEMPT_FROM_SHORT_SALE_RULES
}
