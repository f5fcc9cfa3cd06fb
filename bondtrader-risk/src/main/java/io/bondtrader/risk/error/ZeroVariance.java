package io.bondtrader.risk.error;

/** Something that never moves, given to a method that divides by its volatility. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ZeroVariance extends RiskException {

    /**
     * Reports what never moves.
     *
     * @param name the asset, factor or portfolio
     * @param method the method that divides by its volatility
     */
    public ZeroVariance(String name, String method) {
        super(
                RiskErrorCode.ZERO_VARIANCE,
                name + " must have a positive variance for " + method
                        + ", was zero; leave it out, or hold it as cash beside the portfolio");
    }
}
