package io.bondtrader.compliance.transparency;

/**
 * Whether systematic internalisers have duties of quotes in bonds.
 *
 * @param currency of published sizes
 * @param applies whether
 */
record QuoteRule(String currency, boolean applies) {

    static QuoteRule read(JsonMembers json) {
        return new QuoteRule(json.text("currency"), json.flag("applies"));
    }
}
