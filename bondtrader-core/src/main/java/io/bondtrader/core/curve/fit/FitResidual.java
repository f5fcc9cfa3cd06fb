package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.bootstrap.BondQuote;

/**
 * How far one bond's price lies from a fitted curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param bond the bond with its market price
 * @param weight its share of the objective; 0 if it was left out
 * @param modelDirtyPrice the price off the curve, per 100
 * @param priceResidual market price less price off the curve, per 100: positive for a rich bond
 * @param yieldResidualBp yield at the market price less yield at the price off the curve, in basis points: positive for a
 *     cheap bond
 * @param excluded whether it was left out as an outlier
 */
public record FitResidual(
        BondQuote bond,
        double weight,
        double modelDirtyPrice,
        double priceResidual,
        double yieldResidualBp,
        boolean excluded) {

    static FitResidual of(BondQuote bond, double weight, double modelDirtyPrice, boolean excluded) {
        double market = bond.dirtyPrice();
        double apart = bond.yieldFromDirtyPrice(market) - bond.yieldFromDirtyPrice(modelDirtyPrice);
        return new FitResidual(bond, weight, modelDirtyPrice, market - modelDirtyPrice, 1e4 * apart, excluded);
    }

    /** {@return whether the bond yields more than the curve gives it} */
    public boolean isCheap() {
        return yieldResidualBp > 0.0;
    }
}
