package io.bondtrader.strategies.signal;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.risk.error.ZeroVariance;
import java.time.LocalDate;

/**
 * How much yield a bond offers: beyond a curve, or beyond what it used to. {@link CrossSection} makes the scores of many bonds
 * comparable.
 *
 * <p>Stateless; arguments are not changed.
 */
public final class BondValue {

    private static final double BASIS_POINT = 1e-4;

    private BondValue() {}

    /**
     * Returns the yield of a bond beyond what a curve gives it.
     *
     * @param bond the bond
     * @param settlement of the trade, on or after the curve's reference date
     * @param cleanPrice per 100
     * @param curve such as one fitted to many bonds
     * @return basis points, positive for a cheap bond
     * @throws io.bondtrader.core.error.InvalidInput if a number is out of range
     * @throws io.bondtrader.core.error.MissingData if the curve does not reach the last payment
     */
    public static double cheapnessBp(Bond bond, LocalDate settlement, double cleanPrice, DiscountCurve curve) {
        CurvePricing pricing = CurvePricing.of(bond, settlement);
        BondPricing yields = pricing.yieldPricing();
        double fair = yields.yieldFromCleanPrice(pricing.cleanPrice(curve));
        return (yields.yieldFromCleanPrice(cleanPrice) - fair) / BASIS_POINT;
    }

    /**
     * Returns where the newest value stands among those before it: in standard deviations (n − 1) of theirs, from their mean.
     * Of real yields (yield less expected inflation) this is the value score of a market.
     *
     * @param history values, the oldest first, at least three
     * @return deviations, positive where the newest is above its history
     * @throws io.bondtrader.core.error.BondTraderException if there are too few values or one is not finite
     * @throws ZeroVariance if those before never moved
     */
    public static double standing(double... history) {
        int before = Inputs.series("Value against history", history, 3).length - 1;
        Window window = new Window(before);
        for (int t = 0; t < before; t++) {
            window.add(history[t]);
        }
        double deviation = window.sampleDeviation();
        if (!(deviation > 0)) {
            throw new ZeroVariance("series", "value against history");
        }
        return (history[before] - window.mean()) / deviation;
    }
}
