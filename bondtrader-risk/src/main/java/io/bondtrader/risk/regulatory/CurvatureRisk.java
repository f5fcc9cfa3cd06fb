package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;

/**
 * What a factor's shock costs beyond the straight line.
 *
 * <pre>
 *   CVR± = −(V(factor ± RW) − V(factor) ∓ RW·s)
 * </pre>
 *
 * <p>Source: Basel Framework MAR21.5. Immutable and safe for use by many threads.
 *
 * @param bucket the currency code, or the number of the spread bucket
 * @param factor the curve, or the issuer
 * @param up CVR⁺ in reporting currency
 * @param down CVR⁻ in reporting currency
 */
public record CurvatureRisk(String bucket, String factor, double up, double down) {

    /**
     * Checks the risk.
     *
     * @throws InvalidInput if a text is blank or a number not finite
     */
    public CurvatureRisk {
        Bounds.text("bucket", bucket);
        Bounds.text("factor", factor);
        Bounds.finite("up", up);
        Bounds.finite("down", down);
    }

    /**
     * Returns the risk by three values and the delta.
     *
     * @param bucket the currency code, or the number of the spread bucket
     * @param factor the curve, or the issuer
     * @param value as things are, in reporting currency
     * @param valueUp after the shock up
     * @param valueDown after the shock down
     * @param riskWeight of the shock, a decimal: the highest delta weight of the bucket
     * @param sensitivity the sum of deltas to the factor, per unit of rate or spread
     * @return the risk
     * @throws InvalidInput if a text is blank or a number not finite
     */
    public static CurvatureRisk ofValues(
            String bucket,
            String factor,
            double value,
            double valueUp,
            double valueDown,
            double riskWeight,
            double sensitivity) {
        Bounds.share("riskWeight", riskWeight);
        return new CurvatureRisk(
                bucket,
                factor,
                -(valueUp - value - riskWeight * sensitivity),
                -(valueDown - value + riskWeight * sensitivity));
    }
}
