package io.bondtrader.core.verify;

import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.pricing.FloaterMargins;
import io.bondtrader.core.pricing.FloaterPricing;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * The value and the discount margin of floating-rate notes, each by two independent paths. The second one generates coupon
 * periods forward, counts and compounds day by day, integrates forward rates, and halves its way to a margin on a value that
 * is carried back from maturity.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedFloaters {

    private static final DualPath MARGIN =
            new DualPath(Measure.DISCOUNT_MARGIN, "Newton on factors", "halving on value carried back");

    private final Verifier verifier;

    private VerifiedFloaters(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns verified calculations under a policy.
     *
     * @param verifier what is checked, and what happens when paths disagree
     * @return the calculations
     */
    public static VerifiedFloaters of(Verifier verifier) {
        return new VerifiedFloaters(verifier);
    }

    /**
     * Verifies what a note is worth off its curves.
     *
     * @param pricing the note off its curves
     * @return the dirty price per 100, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified dirtyPrice(FloaterPricing pricing) {
        return dirtyPrice(pricing, pricing.dirtyPrice());
    }

    /** Apart from its calculation, so that tests can hand in a price that is wrong. */
    Verified dirtyPrice(FloaterPricing pricing, double price) {
        String discounting = new CurveWalk(pricing.discountCurve()).method();
        DualPath pair = new DualPath(Measure.DIRTY_PRICE, "projected coupons", "walked coupons, " + discounting);
        Map<String, Object> told = terms(pricing.note(), pricing.settlement());
        told.put("discount", CurveInputs.of(pricing.discountCurve()));
        told.put("projection", CurveInputs.of(pricing.projectionCurve()));
        OvernightCompounding rule = pricing.compounding();
        if (rule != null) {
            told.put("compounding", rule.name());
            Map<String, Object> fixings = new TreeMap<>();
            pricing.overnightFixings().forEach((day, rate) -> fixings.put(day.toString(), rate));
            told.put("overnightFixings", fixings);
        }
        return verify(
                pair,
                pricing.note(),
                told,
                price,
                price,
                () -> new WalkedFloater(pricing.note(), pricing.settlement()).dirtyPrice(pricing));
    }

    /**
     * Verifies the discount margin of a price under one assumed index rate.
     *
     * @param note the note, with the fixing of the period in progress
     * @param settlement the day on which cash and note change hands
     * @param assumedIndex the index rate of all coupons after the next, and of discounting, as a decimal
     * @param cleanPrice price per 100 without accrued interest
     * @return the margin as a decimal, with the evidence
     * @throws InvalidInput if settlement is outside the life of the note or a number is out of range
     * @throws MissingData if the index rate of the period in progress has not been fixed
     * @throws NotConverged if no margin gives that price
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified discountMargin(
            FloatingRateNote note, LocalDate settlement, double assumedIndex, double cleanPrice) {
        double margin = FloaterMargins.of(note, settlement, assumedIndex).discountMarginFromCleanPrice(cleanPrice);
        return discountMargin(note, settlement, assumedIndex, cleanPrice, margin);
    }

    Verified discountMargin(
            FloatingRateNote note, LocalDate settlement, double assumedIndex, double cleanPrice, double margin) {
        Map<String, Object> told = terms(note, settlement);
        told.put("assumedIndex", assumedIndex);
        told.put("cleanPrice", cleanPrice);
        return verify(
                MARGIN,
                note,
                told,
                cleanPrice,
                margin,
                () -> new WalkedFloater(note, settlement).discountMargin(assumedIndex, cleanPrice));
    }

    private static Map<String, Object> terms(FloatingRateNote note, LocalDate settlement) {
        Map<String, Object> told = new TreeMap<>(PricingInputs.inputs(note, settlement));
        Map<String, Object> fixings = new TreeMap<>();
        note.fixings().forEach((day, rate) -> fixings.put(day.toString(), rate));
        told.put("fixings", fixings);
        return told;
    }

    private Verified verify(
            DualPath pair,
            FloatingRateNote note,
            Map<String, Object> told,
            double argument,
            double primary,
            DoubleSupplier secondPath) {
        if (!verifier.selects(argument, pair.measure().name().hashCode())) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(
                told,
                PricingInputs.conventions(note.convention(), note.convention().yieldConvention()));
        double second;
        try {
            second = secondPath.getAsDouble();
        } catch (BondTraderException failure) {
            return verifier.verify(pair, inputs, argument, primary, failure, 0);
        }
        return verifier.verify(pair, inputs, argument, primary, second, 0);
    }
}
