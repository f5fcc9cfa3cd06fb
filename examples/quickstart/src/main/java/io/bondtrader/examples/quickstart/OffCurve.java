package io.bondtrader.examples.quickstart;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyTenors;

/** One holding seen from the zero curve: its spread, what the spread reprices it to, and its key-rate profile. */
record OffCurve(double zSpread, double repricingError, KeyRates keyRates) {

    static OffCurve of(BondPricing pricing, DiscountCurve curve, double dirtyPrice) {
        CurvePricing offCurves = CurvePricing.of(pricing);
        double zSpread = offCurves.zSpread(curve, dirtyPrice);
        double repriced = offCurves.dirtyPriceFromZSpread(curve, zSpread);
        KeyRates keyRates = CurveRisk.atZSpread(offCurves, curve, zSpread).keyRates(KeyTenors.standard());
        return new OffCurve(zSpread, repriced - dirtyPrice, keyRates);
    }
}
