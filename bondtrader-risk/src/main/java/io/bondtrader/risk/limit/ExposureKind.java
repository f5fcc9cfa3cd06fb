package io.bondtrader.risk.limit;

/** An amount that is proportional to the face of a position, in the reporting currency. */
public enum ExposureKind {
    /** Face amount. */
    NOTIONAL(DenialCode.NOTIONAL, 0),
    /** Worth with accrued interest. */
    MARKET_VALUE(DenialCode.MARKET_VALUE, 1),
    /** Loss when all zero rates rise by one basis point. */
    DV01(DenialCode.DV01, 2),
    /** Loss when all Z-spreads rise by one basis point. */
    CS01(DenialCode.CS01, 3);

    static final int COUNT = 4;

    private final DenialCode code;
    private final int place; // in arrays that have one number a kind

    ExposureKind(DenialCode code, int place) {
        this.code = code;
        this.place = place;
    }

    int place() {
        return place;
    }

    DenialCode code() {
        return code;
    }
}
