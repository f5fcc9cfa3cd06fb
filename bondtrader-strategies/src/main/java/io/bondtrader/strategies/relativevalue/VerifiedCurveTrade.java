package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * What a trade on the curve is left with, by exact key rates and by revaluing its bonds one by one on moved curves. Figures are parts of the
 * trade's gross: a DV01 of 0 is neutral, of 1 unhedged.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedCurveTrade {

    /** An exposure of a trade to a move of the curve. */
    public static final Measure EXPOSURE =
            Measure.of("exposure of a curve trade", "of the gross DV01", new Tolerance(1e-7, 0));

    /** Money that a trade needs. */
    public static final Measure CASH =
            Measure.of("cash of a curve trade", "of the gross value", new Tolerance(1e-10, 0));

    private static final DualPath MOVED = new DualPath(EXPOSURE, "exact key rates", "revaluation on moved curves");
    private static final DualPath PAID = new DualPath(CASH, "prices of the legs", "clean prices and accrued interest");

    private static final double STEP = 1e-5;

    private final Verifier verifier;
    private final Map<String, Leg> legs;
    private final DiscountCurve curve;

    /** A bond at its market price. */
    private record Leg(CurvePricing pricing, double dirtyPrice, double spread) {}

    private VerifiedCurveTrade(Verifier verifier, Map<String, Leg> legs, DiscountCurve curve) {
        this.verifier = verifier;
        this.legs = legs;
        this.curve = curve;
    }

    /**
     * Returns the bonds as they stand now.
     *
     * @param verifier what is checked, and what happens when methods disagree
     * @param names what the bonds are called, all different
     * @param bonds one a name
     * @param cleanPrices per 100, one a bond
     * @param curve whose rates move
     * @return the check
     * @throws InvalidInput if counts differ or names repeat
     */
    public static VerifiedCurveTrade of(
            Verifier verifier, List<String> names, List<BondPricing> bonds, double[] cleanPrices, DiscountCurve curve) {
        InvalidInput.unless(
                names.size() == bonds.size() && names.size() == cleanPrices.length,
                "bonds",
                bonds.size(),
                "one a name and price");
        Map<String, Leg> legs = new LinkedHashMap<>();
        for (int i = 0; i < cleanPrices.length; i++) {
            CurvePricing pricing = CurvePricing.of(bonds.get(i));
            double dirty = cleanPrices[i] + bonds.get(i).accruedInterest();
            Leg leg = new Leg(pricing, dirty, pricing.zSpread(curve, dirty));
            InvalidInput.unless(legs.put(names.get(i), leg) == null, "names", names.get(i), "there once");
        }
        return new VerifiedCurveTrade(verifier, legs, curve);
    }

    /**
     * Verifies what is lost when all rates rise.
     *
     * @param trade a trade in these bonds
     * @return the exposure as a part of the gross DV01, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException if a leg is none of the bonds, or the methods disagree and the policy
     *     refuses that
     */
    public Verified level(CurveTrade trade) {
        double[] shape = new double[trade.slopeShape().length];
        Arrays.fill(shape, 1);
        return exposure(trade, 0, trade.exposure().level(), shape);
    }

    /**
     * Verifies what is lost when the curve steepens.
     *
     * @param trade a trade in these bonds
     * @return the exposure as a part of the gross DV01, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException if a leg is none of the bonds, or the methods disagree and the policy
     *     refuses that
     */
    public Verified slope(CurveTrade trade) {
        return exposure(trade, 1, trade.exposure().slope(), trade.slopeShape());
    }

    /**
     * Verifies what is lost when the middle of the curve rises.
     *
     * @param trade a trade in these bonds
     * @return the exposure as a part of the gross DV01, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException if a leg is none of the bonds, or the methods disagree and the policy
     *     refuses that
     */
    public Verified curvature(CurveTrade trade) {
        double[] shape = trade.slopeShape();
        Arrays.setAll(shape, k -> 0.5 - 2 * Math.abs(shape[k]));
        return exposure(trade, 2, trade.exposure().curvature(), shape);
    }

    /**
     * Verifies what is lost when one key rate rises.
     *
     * @param trade a trade in these bonds
     * @param key its place among the keys of the trade's legs, from 0
     * @return the exposure as a part of the gross DV01, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException if there is no such key, a leg is none of the bonds, or the methods
     *     disagree and the policy refuses that
     */
    public Verified keyRate(CurveTrade trade, int key) {
        double[] shape = new double[trade.slopeShape().length];
        InvalidInput.unless(key >= 0 && key < shape.length, "key", key, "from 0 to " + (shape.length - 1));
        shape[key] = 1;
        return exposure(trade, 3 + key, trade.exposure().keyRates().get(key), shape);
    }

    /**
     * Verifies the money that a trade needs.
     *
     * @param trade a trade in these bonds
     * @return the cash as a part of the gross value, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException if a leg is none of the bonds, or the methods disagree and the policy
     *     refuses that
     */
    public Verified cash(CurveTrade trade) {
        return cash(trade, trade.exposure().cash());
    }

    /** Apart from the method, so that tests can hand in money that is wrong. */
    Verified cash(CurveTrade trade, double cash) {
        double gross = 0;
        double paid = 0;
        for (Map.Entry<String, Double> face : trade.faces().entrySet()) {
            double value = face.getValue() / 100 * leg(face.getKey()).dirtyPrice();
            paid += value;
            gross += Math.abs(value);
        }
        double second = paid / gross;
        return settle(PAID, trade, -1, cash / gross, () -> second);
    }

    /** Apart from the method, so that tests can hand in an exposure that is wrong. */
    Verified exposure(CurveTrade trade, int argument, double dv01, double[] shape) {
        double[] years = new double[shape.length];
        Arrays.setAll(years, k -> trade.legs().tenors().years(k));
        double gross = 0;
        for (Map.Entry<String, Double> face : trade.faces().entrySet()) {
            gross += Math.abs(face.getValue()) / 100 * change(leg(face.getKey()), new double[] {1}, new double[] {1});
        }
        double whole = gross;
        return settle(MOVED, trade, argument, dv01 / whole, () -> {
            double lost = 0;
            for (Map.Entry<String, Double> face : trade.faces().entrySet()) {
                lost += face.getValue() / 100 * change(leg(face.getKey()), years, shape);
            }
            return lost / whole;
        });
    }

    /** What 100 of a bond loses per basis point of a move of a shape. */
    private double change(Leg leg, double[] years, double[] shape) {
        double[] up = Arrays.stream(shape).map(s -> s * STEP).toArray();
        double[] down = Arrays.stream(shape).map(s -> -s * STEP).toArray();
        DiscountCurve raised = CurveScenario.ofShifts("up", years, up).applyTo(curve);
        DiscountCurve lowered = CurveScenario.ofShifts("down", years, down).applyTo(curve);
        double high = leg.pricing().dirtyPriceFromZSpread(lowered, leg.spread());
        double low = leg.pricing().dirtyPriceFromZSpread(raised, leg.spread());
        return (high - low) / (2 * STEP) * 1e-4;
    }

    private Leg leg(String name) {
        Leg leg = legs.get(name);
        if (leg == null) {
            throw new InvalidInput("leg", name, "one of " + legs.keySet());
        }
        return leg;
    }

    private Verified settle(DualPath pair, CurveTrade trade, double argument, double primary, DoubleSupplier second) {
        String told = trade.toString();
        if (!verifier.selects(argument, told.hashCode())) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(Map.of("trade", told), Map.of());
        return verifier.verify(pair, inputs, argument, primary, second.getAsDouble(), 0);
    }
}
