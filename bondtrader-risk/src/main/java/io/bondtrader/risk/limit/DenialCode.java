package io.bondtrader.risk.limit;

/** Why an order was refused, cut or warned of. Identifiers are part of the API: they are added to, never changed. */
public enum DenialCode {
    /** Face amount. */
    NOTIONAL("LIMIT-NOTIONAL", "face amount"),
    /** Worth with accrued interest. */
    MARKET_VALUE("LIMIT-MARKET-VALUE", "market value"),
    /** Sensitivity to all rates. */
    DV01("LIMIT-DV01", "DV01"),
    /** Sensitivity to the rates about a key. */
    KEY_RATE_DV01("LIMIT-KEY-RATE-DV01", "key-rate DV01"),
    /** Sensitivity to spreads. */
    CS01("LIMIT-CS01", "CS01"),
    /** Value at risk. */
    VALUE_AT_RISK("LIMIT-VAR", "value at risk"),
    /** Expected shortfall. */
    EXPECTED_SHORTFALL("LIMIT-ES", "expected shortfall"),
    /** Loss in a stress scenario. */
    STRESS_LOSS("LIMIT-STRESS", "stress loss"),
    /** Too much in one issuer, country, sector, rating or other group. */
    CONCENTRATION("LIMIT-CONCENTRATION", "concentration"),
    /** Too long a remaining life. */
    TENOR("LIMIT-TENOR", "tenor"),
    /** Too slow to sell. */
    LIQUIDITY("LIMIT-LIQUIDITY", "liquidity"),
    /** Too much for the capital. */
    LEVERAGE("LIMIT-LEVERAGE", "leverage"),
    /** Too much has been lost: only orders that reduce a position pass. */
    DRAWDOWN("LIMIT-DRAWDOWN", "P&L drawdown"),
    /** Trading is reduced to closing positions. */
    STATE_REDUCING("STATE-REDUCING", "only orders that reduce a position pass"),
    /** Trading is stopped. */
    STATE_HALTED("STATE-HALTED", "trading is halted"),
    /** An order of that identifier is open or was filled. */
    ORDER_DUPLICATE("ORDER-DUPLICATE", "an order of this identifier was accepted before"),
    /** The face is no whole number of lots. */
    ORDER_LOT("ORDER-LOT", "the face is no whole number of lots"),
    /** The engine knows nothing of the security. */
    SECURITY_UNKNOWN("SECURITY-UNKNOWN", "the security is not in the universe"),
    /** A limit asks for something that is not known of the security: a P&amp;L vector, a key rate, its liquidity. */
    DATA_MISSING("DATA-MISSING", "a limit asks for data that the security lacks"),
    /** What supplies a threshold failed, or supplied no number: nothing passes until it does. */
    THRESHOLD_UNAVAILABLE("THRESHOLD-UNAVAILABLE", "a threshold is not available");

    private final String id;
    private final String summary;

    DenialCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** {@return the stable identifier, such as {@code LIMIT-DV01}} */
    public String id() {
        return id;
    }

    /** {@return what it is about, in a few words} */
    public String summary() {
        return summary;
    }
}
