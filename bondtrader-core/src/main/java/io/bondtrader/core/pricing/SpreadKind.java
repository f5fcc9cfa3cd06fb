package io.bondtrader.core.pricing;

/** What a spread is measured over, and how. */
public enum SpreadKind {

    /** On the curve's zero rates, continuously compounded. */
    Z_CONTINUOUS("Z-spread, continuous"),

    /** On the curve's zero rates, compounded once a year. */
    Z_ANNUAL("Z-spread, annual"),

    /** On the curve's zero rates, compounded twice a year. */
    Z_SEMIANNUAL("Z-spread, semiannual"),

    /** Yield over the government's yield of the same maturity, interpolated. */
    G("G-spread"),

    /** Yield over the par swap rate of the same maturity, interpolated. */
    I("I-spread"),

    /** Yield over that of one benchmark bond. */
    T("T-spread"),

    /** What a floating leg on 100 pays over its rate where bond and swap together cost 100. */
    ASSET_SWAP_PAR("asset swap, par"),

    /** What a floating leg on the bond's price pays over its rate. */
    ASSET_SWAP_MARKET_VALUE("asset swap, market value");

    private final String label;

    SpreadKind(String label) {
        this.label = label;
    }

    /** {@return what it is called in a report} */
    public String label() {
        return label;
    }
}
