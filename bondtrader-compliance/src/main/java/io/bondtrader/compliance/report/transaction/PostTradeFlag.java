package io.bondtrader.compliance.report.transaction;

/** Flags of publication after a trade off venue (field 63): the thirteen codes of the message's schema of 2018. */
public enum PostTradeFlag {
    /** At a benchmark price. */
    BENC(true),
    /** Agency cross. */
    ACTX(true),
    /** Illiquid, published late. */
    ILQD(true),
    /** Above the specific size, published late. */
    SIZE(true),
    /** Cancelled. */
    CANC(true),
    /** Amended. */
    AMND(true),
    /** Special dividend; shares. */
    SDIV(false),
    /** Price improvement; shares. */
    RPRI(false),
    /** Published twice; shares. */
    DUPL(false),
    /** Large in scale, published late. */
    LRGS(true),
    /** Not contributing to price discovery; shares. */
    TNCP(false),
    /** Package. */
    TPAC(true),
    /** Exchange for physical. */
    XFPH(true);

    private final boolean forBonds;

    PostTradeFlag(boolean forBonds) {
        this.forBonds = forBonds;
    }

    /** {@return whether a trade in a bond can bear it} */
    public boolean forBonds() {
        return forBonds;
    }
}
