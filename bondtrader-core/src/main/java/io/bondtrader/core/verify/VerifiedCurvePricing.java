package io.bondtrader.core.verify;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.pricing.AssetSwap;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.KeyRateKind;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * A bond's value off a curve, its spreads and its key rates, each by two independent paths.
 *
 * <p>The second path has flows of its own, generated forward and counted day by day, and discount factors of its own: where
 * the curve is one of nodes, its forward rates are integrated. It finds Z-spreads by bracketing, durations by revaluing at
 * moved curves (par rates by bootstrapping the moved par bonds anew), asset-swap spreads from the value of the package at
 * two spreads.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedCurvePricing {

    private final CurvePricing pricing;
    private final Verifier verifier;

    private VerifiedCurvePricing(CurvePricing pricing, Verifier verifier) {
        this.pricing = pricing;
        this.verifier = verifier;
    }

    /**
     * Returns the verified pricing of a bond off curves.
     *
     * @param bond a bond whose flows are known and end
     * @param settlement the day on which cash and bond change hands
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified pricing
     * @throws InvalidInput if settlement is outside the life of the bond, or its flows are not known in advance
     */
    public static VerifiedCurvePricing of(Bond bond, LocalDate settlement, Verifier verifier) {
        return of(CurvePricing.of(bond, settlement), verifier);
    }

    /**
     * Returns verified pricing under a policy.
     *
     * @param pricing the pricing to verify
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified pricing
     */
    public static VerifiedCurvePricing of(CurvePricing pricing, Verifier verifier) {
        return new VerifiedCurvePricing(pricing, verifier);
    }

    /** {@return the pricing that is verified} */
    public CurvePricing pricing() {
        return pricing;
    }

    /**
     * Verifies the dirty price off a curve.
     *
     * @param curve a curve whose reference date is settlement or before
     * @return the dirty price per 100, with the evidence
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified dirtyPrice(DiscountCurve curve) {
        return dirtyPrice(curve, pricing.dirtyPrice(curve));
    }

    /** Apart from its calculation, as are those below, so that tests can hand in a number that is wrong. */
    Verified dirtyPrice(DiscountCurve curve, double price) {
        WalkedValue walked = new WalkedValue(pricing.yieldPricing(), curve);
        DualPath pair = new DualPath(Measure.DIRTY_PRICE, "curve sum", walked.method());
        return verify(pair, curve, price, Map.of(), price, walked::dirtyPrice);
    }

    /**
     * Verifies the clean price off a curve.
     *
     * @param curve a curve whose reference date is settlement or before
     * @return the clean price per 100, with the evidence
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified cleanPrice(DiscountCurve curve) {
        return cleanPrice(curve, pricing.cleanPrice(curve));
    }

    Verified cleanPrice(DiscountCurve curve, double price) {
        WalkedValue walked = new WalkedValue(pricing.yieldPricing(), curve);
        DualPath pair = new DualPath(Measure.CLEAN_PRICE, "curve sum", walked.method());
        return verify(pair, curve, price, Map.of(), price, () -> walked.dirtyPrice() - walked.accrued());
    }

    /**
     * Verifies the continuously compounded Z-spread of a price.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the spread as a decimal, with the evidence
     * @throws InvalidInput if the curve's reference date is after settlement, or the price is not positive and finite
     * @throws MissingData if the curve does not reach the last payment
     * @throws NotConverged if no spread that a double can hold gives that price
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified zSpread(DiscountCurve curve, double dirtyPrice) {
        return zSpread(curve, dirtyPrice, pricing.zSpread(curve, dirtyPrice));
    }

    Verified zSpread(DiscountCurve curve, double dirtyPrice, double spread) {
        WalkedValue walked = new WalkedValue(pricing.yieldPricing(), curve);
        DualPath pair = new DualPath(Measure.Z_SPREAD, "moments", "bracketing on " + walked.method());
        return verify(
                pair,
                curve,
                dirtyPrice,
                Map.of("dirtyPrice", dirtyPrice),
                spread,
                () -> walked.zSpread(dirtyPrice, spread));
    }

    /**
     * Verifies the effective duration off a curve.
     *
     * @param curve a curve whose reference date is settlement or before
     * @return years, with the evidence
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified effectiveDuration(DiscountCurve curve) {
        return effectiveDuration(curve, CurveRisk.of(pricing, curve).effectiveDuration());
    }

    Verified effectiveDuration(DiscountCurve curve, double duration) {
        WalkedValue walked = new WalkedValue(pricing.yieldPricing(), curve);
        DualPath pair =
                new DualPath(Measure.EFFECTIVE_DURATION, "time-weighted sum", "differences of " + walked.method());
        return verify(pair, curve, duration, Map.of(), duration, walked::effectiveDuration);
    }

    /**
     * Verifies a key-rate profile by exact derivatives.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param kind which rates move
     * @param tenors the keys
     * @return the profile, with the evidence
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment, or a par bond's
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public VerifiedKeyRates keyRates(DiscountCurve curve, KeyRateKind kind, KeyTenors tenors) {
        return keyRates(curve, CurveRisk.of(pricing, curve).keyRates(kind, tenors));
    }

    VerifiedKeyRates keyRates(DiscountCurve curve, KeyRates rates) {
        WalkedValue walked = new WalkedValue(pricing.yieldPricing(), curve);
        DualPath pair = new DualPath(Measure.KEY_RATE_DURATION, "chain rule", "revaluing " + walked.method());
        List<Verified> durations = new ArrayList<>();
        for (int k = 0; k < rates.keys().size(); k++) {
            int key = k;
            KeyRates.KeyRate rate = rates.keys().get(k);
            Map<String, Object> told = Map.of("kind", rates.kind().name(), "key", rate.label());
            durations.add(verify(
                    pair,
                    curve,
                    rate.years(),
                    told,
                    rate.duration(),
                    () -> walked.keyRateDuration(rates.kind(), rates.tenors(), key)));
        }
        DualPath sum = new DualPath(Measure.KEY_RATE_SUM, "sum of keys", "parallel move");
        Map<String, Object> told = Map.of("kind", rates.kind().name());
        return new VerifiedKeyRates(
                rates,
                durations,
                verify(sum, curve, rates.keys().size(), told, rates.sumOfDurations(), rates::parallelDuration));
    }

    /**
     * Verifies the par asset-swap spread of a price.
     *
     * @param curve discounts both legs and projects the floating rate
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @param frequency floating payments a year
     * @param dayCount measures the floating periods
     * @return the spread as a decimal, with the evidence
     * @throws InvalidInput if the bond repays in parts, the price is not positive and finite, or the curve's reference date
     *     is after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified parAssetSwapSpread(DiscountCurve curve, double dirtyPrice, Frequency frequency, DayCount dayCount) {
        double spread = AssetSwap.of(pricing, curve, frequency, dayCount).parSpread(dirtyPrice);
        return parAssetSwapSpread(curve, dirtyPrice, frequency, dayCount, spread);
    }

    Verified parAssetSwapSpread(
            DiscountCurve curve, double dirtyPrice, Frequency frequency, DayCount dayCount, double spread) {
        DualPath pair = new DualPath(Measure.ASSET_SWAP_SPREAD, "annuity formula", "package at two spreads");
        Map<String, Object> told = Map.of(
                "dirtyPrice", dirtyPrice, "floating", frequency.name(), "floatingDayCount", dayCount.officialName());
        return verify(pair, curve, dirtyPrice, told, spread, () -> {
            WalkedPackage swapped = new WalkedPackage(pricing.yieldPricing(), curve, frequency, dayCount);
            double atZero = swapped.cost(dirtyPrice, 0.0) - 100.0;
            double atOnePercent = swapped.cost(dirtyPrice, 0.01) - 100.0;
            return 0.01 * atZero / (atZero - atOnePercent);
        });
    }

    private Verified verify(
            DualPath pair,
            DiscountCurve curve,
            double argument,
            Map<String, ?> further,
            double primary,
            DoubleSupplier secondPath) {
        if (!verifier.selects(argument, pair.measure().name().hashCode())) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = inputs(curve, further);
        double second;
        try {
            second = secondPath.getAsDouble();
        } catch (BondTraderException failure) {
            return verifier.verify(pair, inputs, argument, primary, failure, 0);
        }
        return verifier.verify(pair, inputs, argument, primary, second, 0);
    }

    private CalculationInputs inputs(DiscountCurve curve, Map<String, ?> further) {
        Map<String, Object> told = new TreeMap<>(PricingInputs.inputs(
                pricing.yieldPricing().bond(), pricing.yieldPricing().settlement()));
        told.putAll(CurveInputs.of(curve));
        told.putAll(further);
        return CalculationInputs.of(
                told,
                PricingInputs.conventions(
                        pricing.yieldPricing().bond().convention(),
                        pricing.yieldPricing().yieldConvention()));
    }

    @Override
    public String toString() {
        return "VerifiedCurvePricing[" + pricing + "]";
    }
}
