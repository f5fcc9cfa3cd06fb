package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.curve.bootstrap.BootstrappedCurve;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import java.util.ArrayList;
import java.util.List;

/**
 * How a bond's value off a curve answers to the curve and to its spread: durations, convexity, key rates, buckets, nodes.
 *
 * <pre>
 *   vₖ = aₖ·P(tₖ)/P(t₀)·e^(−s·(tₖ − t₀))     V = Σ vₖ
 *   effective duration   Σ (tₖ − t₀)·vₖ / V       spread duration   the same sum by the time of the spread
 *   effective convexity  Σ (tₖ − t₀)²·vₖ / V
 *
 *   t₀  settlement     s  Z-spread, so that durations are those of the market's price
 * </pre>
 *
 * <p>Rates are moved as continuously compounded zero rates by the curve's day count, the spread staying where it is.
 * Everything is an exact derivative unless a bump size is given. Source: F. J. Fabozzi, "Fixed Income Mathematics", 4th
 * ed., chapters 12 and 13.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CurveRisk {

    private static final double BASIS_POINT = 1e-4;

    private final DiscountCurve curve;
    private final double zSpread;
    private final double origin; // settlement as the curve measures it
    private final double[] times; // of the payments as the curve measures them
    private final double[] spreadYears; // of the payments as the spread measures them
    private final double[] values;
    private final double price;

    private CurveRisk(CurvePricing pricing, DiscountCurve curve, double zSpread) {
        this.curve = curve;
        this.zSpread = zSpread;
        this.times = pricing.times(curve);
        this.origin = curve.years(pricing.yieldPricing().settlement());
        this.spreadYears = pricing.years();
        double[] logs = pricing.logDiscountFactors(curve);
        this.values = new double[times.length];
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            values[k] = pricing.amount(k) * Exponential.exp(logs[k] - zSpread * spreadYears[k]);
            sum += values[k];
        }
        this.price = sum;
        InvalidInput.unless(sum > 0.0 && sum < Double.POSITIVE_INFINITY, "zSpread", zSpread, "one that gives a price");
    }

    /**
     * Returns the risk of a bond that is worth what the curve says.
     *
     * @param pricing the bond at its settlement
     * @param curve a curve whose reference date is settlement or before
     * @return the risk
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     */
    public static CurveRisk of(CurvePricing pricing, DiscountCurve curve) {
        return new CurveRisk(pricing, curve, 0.0);
    }

    /**
     * Returns the risk of a bond that is worth what the curve says at a spread.
     *
     * @param pricing the bond at its settlement
     * @param curve a curve whose reference date is settlement or before
     * @param zSpread spread on continuously compounded zero rates by ACT/365 fixed, as a decimal
     * @return the risk
     * @throws InvalidInput if the curve's reference date is after settlement, or the spread gives no finite price
     * @throws MissingData if the curve does not reach the last payment
     */
    public static CurveRisk atZSpread(CurvePricing pricing, DiscountCurve curve, double zSpread) {
        InvalidInput.unless(Double.isFinite(zSpread), "zSpread", zSpread, "finite");
        return new CurveRisk(pricing, curve, zSpread);
    }

    /**
     * Returns the risk of a bond at the market's price.
     *
     * @param pricing the bond at its settlement
     * @param curve a curve whose reference date is settlement or before
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the risk at the Z-spread of that price
     * @throws InvalidInput if the curve's reference date is after settlement, or the price is not positive and finite
     * @throws MissingData if the curve does not reach the last payment
     * @throws NotConverged if no spread that a double can hold gives that price
     */
    public static CurveRisk atDirtyPrice(CurvePricing pricing, DiscountCurve curve, double dirtyPrice) {
        return new CurveRisk(pricing, curve, pricing.zSpread(curve, dirtyPrice));
    }

    /** {@return the curve} */
    public DiscountCurve curve() {
        return curve;
    }

    /** {@return the spread over the curve, continuously compounded, as a decimal} */
    public double zSpread() {
        return zSpread;
    }

    /** {@return what the flows are worth at settlement, per 100} */
    public double dirtyPrice() {
        return price;
    }

    /** {@return minus the relative change of the price for a parallel move of the zero rates, in years} */
    public double effectiveDuration() {
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += (times[k] - origin) * values[k];
        }
        return sum / price;
    }

    /** {@return the second derivative of the price by a parallel move of the zero rates over the price, in years squared} */
    public double effectiveConvexity() {
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            double time = times[k] - origin;
            sum += time * time * values[k];
        }
        return sum / price;
    }

    /** {@return what the price loses when all zero rates rise by one basis point, per 100 of face, to first order} */
    public double dv01() {
        return effectiveDuration() * price * BASIS_POINT;
    }

    /**
     * Returns the effective duration by revaluing: {@code (V(−h) − V(h)) / (2·h·V)}.
     *
     * @param bumpSize the move h of the zero rates, as a decimal, above 0 and at most 0.1
     * @return years
     * @throws InvalidInput if the bump is out of range
     */
    public double effectiveDuration(double bumpSize) {
        requireBump(bumpSize);
        return centralDuration(bumpSize, parallel());
    }

    /**
     * Returns the effective convexity by revaluing: {@code (V(h) + V(−h) − 2V) / (h²·V)}.
     *
     * @param bumpSize the move h of the zero rates, as a decimal, above 0 and at most 0.1
     * @return years squared
     * @throws InvalidInput if the bump is out of range
     */
    public double effectiveConvexity(double bumpSize) {
        requireBump(bumpSize);
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            // e^x + e^−x − 2 as a square, which keeps the digits that the differences of prices would lose
            double half = 0.5 * bumpSize * (times[k] - origin);
            double root = Exponential.expm1(half) - Exponential.expm1(-half);
            sum += values[k] * root * root;
        }
        return sum / (bumpSize * bumpSize * price);
    }

    /** {@return minus the relative change of the price for the Z-spread, in years} */
    public double spreadDuration() {
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += spreadYears[k] * values[k];
        }
        return sum / price;
    }

    /** {@return the second derivative of the price by the Z-spread over the price, in years squared} */
    public double spreadConvexity() {
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += spreadYears[k] * spreadYears[k] * values[k];
        }
        return sum / price;
    }

    /** {@return what the price loses when the Z-spread widens by one basis point, per 100 of face, to first order} */
    public double cs01() {
        return spreadDuration() * price * BASIS_POINT;
    }

    /**
     * Returns what the price loses per basis point of Z-spread by revaluing: {@code (V(s − h) − V(s + h)) / (2·h)} times a
     * basis point.
     *
     * @param bumpSize the move h of the spread, as a decimal, above 0 and at most 0.1
     * @return per 100 of face
     * @throws InvalidInput if the bump is out of range
     */
    public double cs01(double bumpSize) {
        requireBump(bumpSize);
        return centralDuration(bumpSize, spreadYears) * price * BASIS_POINT;
    }

    /**
     * Returns how the price answers to the curve's zero rates about each key, by exact derivatives.
     *
     * @param tenors the keys
     * @return the profile, which adds up to the effective duration
     */
    public KeyRates keyRates(KeyTenors tenors) {
        return keyRates(KeyRateKind.ZERO, tenors);
    }

    /**
     * Returns how the price answers to zero, par or forward rates about each key, by exact derivatives. Par yields are
     * semiannual.
     *
     * @param kind which rates move
     * @param tenors the keys
     * @return the profile, which adds up to the duration for a move of all those rates
     * @throws MissingData if the curve does not reach a par bond's last payment
     */
    public KeyRates keyRates(KeyRateKind kind, KeyTenors tenors) {
        return keyRates(kind, tenors, 0.0);
    }

    /**
     * Returns how the price answers to zero, par or forward rates about each key.
     *
     * @param kind which rates move
     * @param tenors the keys
     * @param bumpSize the move of a central difference, as a decimal, at most 0.1; 0 for exact derivatives. With a bump the
     *     durations add up only to the order of its square
     * @return the profile
     * @throws InvalidInput if the bump is out of range
     * @throws MissingData if the curve does not reach a par bond's last payment
     */
    public KeyRates keyRates(KeyRateKind kind, KeyTenors tenors, double bumpSize) {
        InvalidInput.unless(bumpSize >= 0.0 && bumpSize <= 0.1, "bumpSize", bumpSize, "0 to 0.1");
        double parallel;
        double[][] exponents = new double[tenors.count()][];
        if (kind == KeyRateKind.PAR) {
            ParGrid grid = ParGrid.of(curve, Compounding.SEMIANNUAL, last());
            for (int key = 0; key < exponents.length; key++) {
                exponents[key] = fromSettlement(grid, grid.moved(tenors, key));
            }
            parallel = duration(bumpSize, fromSettlement(grid, grid.movedTogether()));
        } else {
            for (int key = 0; key < exponents.length; key++) {
                exponents[key] = kind == KeyRateKind.ZERO ? zero(tenors, key) : forward(tenors, key);
            }
            parallel = duration(bumpSize, parallel());
        }
        List<KeyRates.KeyRate> keys = new ArrayList<>(exponents.length);
        for (int key = 0; key < exponents.length; key++) {
            double duration = duration(bumpSize, exponents[key]);
            keys.add(new KeyRates.KeyRate(
                    tenors.label(key), tenors.years(key), duration, duration * price * BASIS_POINT));
        }
        double effective = bumpSize == 0.0 ? effectiveDuration() : effectiveDuration(bumpSize);
        return new KeyRates(kind, tenors, keys, bumpSize, price, parallel, effective);
    }

    /**
     * Returns what the price loses per basis point of each of the curve's parameters.
     *
     * @return one entry for each node of the curve, in order. For a node curve that holds logarithms of discount factors it
     *     speaks of the node's zero rate
     */
    public List<NodeDv01> nodeDv01s() {
        List<CurveNode> nodes = curve.nodes();
        double[] derivatives = new double[nodes.size()];
        addNodeSensitivities(derivatives);
        boolean logarithms = curve instanceof NodeCurve known && known.quantity() == CurveQuantity.LOG_DISCOUNT_FACTOR;
        List<NodeDv01> result = new ArrayList<>(derivatives.length);
        for (int i = 0; i < derivatives.length; i++) {
            double byRate = logarithms ? -nodes.get(i).years() * derivatives[i] : derivatives[i];
            result.add(new NodeDv01(nodes.get(i), -byRate * BASIS_POINT));
        }
        return List.copyOf(result);
    }

    /**
     * Returns how the price moves with each of the quotes that the curve was built from: sensitivities by node times the
     * bootstrap's Jacobian. The spread stays where it is.
     *
     * @param bootstrapped the bootstrap whose curve this is the risk off
     * @return one entry for each instrument, in order
     * @throws InvalidInput if the bootstrap has another curve
     */
    public List<QuoteSensitivity> quoteSensitivities(BootstrappedCurve bootstrapped) {
        InvalidInput.unless(
                bootstrapped.curve().equals(curve),
                "bootstrapped",
                bootstrapped.curve().name(),
                "of " + curve.name());
        double[] byNode = new double[curve.nodes().size()];
        addNodeSensitivities(byNode);
        double[] byQuote = bootstrapped.quoteSensitivities(byNode);
        List<QuoteSensitivity> result = new ArrayList<>(byQuote.length);
        for (int j = 0; j < byQuote.length; j++) {
            result.add(new QuoteSensitivity(bootstrapped.instruments().get(j), byQuote[j]));
        }
        return List.copyOf(result);
    }

    /**
     * Adds how the price moves with each of the curve's parameters, the spread staying where it is.
     *
     * @param sensitivities element i gains ∂V/∂xᵢ for the parameter of the curve's node i; as long as the curve has nodes
     * @throws InvalidInput if the array has another length
     */
    public void addNodeSensitivities(double[] sensitivities) {
        int nodes = curve.nodes().size();
        InvalidInput.unless(
                sensitivities.length == nodes,
                "sensitivities.length",
                sensitivities.length,
                "the curve's nodes, " + nodes);
        for (int k = 0; k < values.length; k++) {
            curve.addLogDiscountSensitivities(times[k], values[k], sensitivities, 0);
        }
        if (origin > 0.0) {
            curve.addLogDiscountSensitivities(origin, -price, sensitivities, 0);
        }
    }

    /**
     * Returns what the price loses per basis point of zero rates, by the time of the payment that loses it.
     *
     * @param bounds where one bucket ends and the next begins, in years from settlement, ascending, above 0
     * @return one bucket more than there are bounds; a payment on a bound belongs to the bucket that ends there
     * @throws InvalidInput if a bound is out of order
     */
    public List<TimeBucket> buckets(double... bounds) {
        double before = 0.0;
        for (double bound : bounds) {
            InvalidInput.unless(bound > before && bound <= 1_000.0, "bound", bound, "ascending, above 0");
            before = bound;
        }
        double[] sums = new double[bounds.length + 1];
        for (int k = 0; k < values.length; k++) {
            double time = times[k] - origin;
            int bucket = 0;
            while (bucket < bounds.length && time > bounds[bucket]) {
                bucket++;
            }
            sums[bucket] += time * values[k] * BASIS_POINT;
        }
        List<TimeBucket> buckets = new ArrayList<>(sums.length);
        for (int b = 0; b < sums.length; b++) {
            double end = b < bounds.length ? bounds[b] : Math.max(last() - origin, b == 0 ? 0.0 : bounds[b - 1]);
            buckets.add(new TimeBucket(b == 0 ? 0.0 : bounds[b - 1], end, sums[b]));
        }
        return List.copyOf(buckets);
    }

    private double last() {
        return times[times.length - 1];
    }

    private double[] parallel() {
        double[] exponents = new double[times.length];
        for (int k = 0; k < exponents.length; k++) {
            exponents[k] = times[k] - origin;
        }
        return exponents;
    }

    /** What −ln(P(tₖ)/P(t₀)) gains per unit of a key's zero rate. */
    private double[] zero(KeyTenors tenors, int key) {
        double[] exponents = new double[times.length];
        double start = tenors.weight(key, origin) * origin;
        for (int k = 0; k < exponents.length; k++) {
            exponents[k] = tenors.weight(key, times[k]) * times[k] - start;
        }
        return exponents;
    }

    private double[] forward(KeyTenors tenors, int key) {
        double[] exponents = new double[times.length];
        double start = tenors.area(key, origin);
        for (int k = 0; k < exponents.length; k++) {
            exponents[k] = tenors.area(key, times[k]) - start;
        }
        return exponents;
    }

    private double[] fromSettlement(ParGrid grid, double[] moved) {
        double[] exponents = new double[times.length];
        double start = grid.exponent(moved, origin);
        for (int k = 0; k < exponents.length; k++) {
            exponents[k] = grid.exponent(moved, times[k]) - start;
        }
        return exponents;
    }

    private double duration(double bumpSize, double[] exponents) {
        if (bumpSize > 0.0) {
            return centralDuration(bumpSize, exponents);
        }
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += exponents[k] * values[k];
        }
        return sum / price;
    }

    /** (V(−h) − V(h)) / (2·h·V), without the digits that the difference of two prices loses. */
    private double centralDuration(double bumpSize, double[] exponents) {
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            double x = bumpSize * exponents[k];
            sum += values[k] * (Exponential.expm1(x) - Exponential.expm1(-x));
        }
        return sum / (2.0 * bumpSize * price);
    }

    private static void requireBump(double bumpSize) {
        InvalidInput.unless(bumpSize > 1e-12 && bumpSize <= 0.1, "bumpSize", bumpSize, "above 0, at most 0.1");
    }

    /**
     * What a price loses for one node of a curve.
     *
     * @param node the node
     * @param dv01 what the price loses when the node's rate rises by one basis point, per 100 of face, to first order
     */
    public record NodeDv01(CurveNode node, double dv01) {}

    /**
     * How a price moves with a quote.
     *
     * @param instrument the instrument that is quoted
     * @param derivative change of the price per 100 of face for one unit of the quote: 1.00 of a rate, or 1 of a price
     */
    public record QuoteSensitivity(CurveInstrument instrument, double derivative) {}

    /**
     * What a price loses for the payments of a span of time.
     *
     * @param fromYears where the span begins, in years from settlement
     * @param toYears where it ends; for the last bucket, with the last payment
     * @param dv01 what the price loses when the zero rates of the span rise by one basis point, per 100 of face
     */
    public record TimeBucket(double fromYears, double toYears, double dv01) {}

    @Override
    public String toString() {
        return "CurveRisk[" + curve.name() + ", dirty price " + price + ", Z-spread " + zSpread + "]";
    }
}
