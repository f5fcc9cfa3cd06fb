package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.LcrRules.LiquidAsset;
import io.bondtrader.risk.regulatory.LcrRules.Outflow;
import java.util.EnumMap;
import java.util.Map;

/**
 * The liquidity coverage ratio: liquid assets over what leaves, net, in thirty days of stress.
 *
 * <pre>
 *   HQLA = L1 + L2A + L2B − adj15 − adj40
 *   adj15 = max(aL2B − 15/85·(aL1 + aL2A), aL2B − 15/60·aL1, 0)
 *   adj40 = max(aL2A + aL2B − adj15 − 2/3·aL1, 0)
 *   LCR = HQLA / (outflows − min(inflows, 75 %·outflows))
 * </pre>
 *
 * <p>Amounts are after haircuts; a… are those after unwinding secured transactions that end within thirty days, by which
 * caps are measured. Source: Basel Framework LCR30.45 (annex 1 of BCBS d238). The Union's cap on everything but level 1
 * without covered bonds (article 17 and annex I of (EU) 2015/61) is applied on top.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LiquidityCoverage {

    private final LcrRules rules;
    private final Map<LiquidAsset, Double> assets; // market values
    private final Map<LiquidAsset, Double> unwound; // change of market values by unwinding
    private final double outflows;
    private final double inflows;

    private LiquidityCoverage(
            LcrRules rules,
            Map<LiquidAsset, Double> assets,
            Map<LiquidAsset, Double> unwound,
            double outflows,
            double inflows) {
        this.rules = rules;
        this.assets = assets;
        this.unwound = unwound;
        this.outflows = outflows;
        this.inflows = inflows;
    }

    static LiquidityCoverage empty(LcrRules rules) {
        return new LiquidityCoverage(
                rules, new EnumMap<>(LiquidAsset.class), new EnumMap<>(LiquidAsset.class), 0.0, 0.0);
    }

    /**
     * Adds assets.
     *
     * @param asset which
     * @param marketValue in currency
     * @return the larger stock
     * @throws InvalidInput if the value is negative or not finite
     */
    public LiquidityCoverage withAssets(LiquidAsset asset, double marketValue) {
        Map<LiquidAsset, Double> more = new EnumMap<>(assets);
        more.merge(asset, Bounds.amount("marketValue", marketValue), Double::sum);
        return new LiquidityCoverage(rules, more, unwound, outflows, inflows);
    }

    /**
     * Tells what unwinding secured transactions would change, by which caps are measured.
     *
     * @param asset which
     * @param change of its market value in currency, negative if assets leave
     * @return the altered stock
     * @throws InvalidInput if the change is not finite
     */
    public LiquidityCoverage withUnwind(LiquidAsset asset, double change) {
        Map<LiquidAsset, Double> more = new EnumMap<>(LiquidAsset.class);
        more.putAll(unwound);
        more.merge(asset, Bounds.finite("change", change), Double::sum);
        return new LiquidityCoverage(rules, assets, more, outflows, inflows);
    }

    /**
     * Adds funding that runs off at its rate.
     *
     * @param kind of funding
     * @param balance in currency
     * @return the altered stock
     * @throws InvalidInput if the balance is negative or not finite
     */
    public LiquidityCoverage withFunding(Outflow kind, double balance) {
        double rate = rules.runOffs().getOrDefault(kind, 1.0);
        return withOutflow(rate * Bounds.amount("balance", balance));
    }

    /**
     * Adds an outflow after its run-off rate.
     *
     * @param amount in currency
     * @return the altered stock
     * @throws InvalidInput if the amount is negative or not finite
     */
    public LiquidityCoverage withOutflow(double amount) {
        return new LiquidityCoverage(rules, assets, unwound, outflows + Bounds.amount("outflow", amount), inflows);
    }

    /**
     * Adds an inflow after its rate.
     *
     * @param amount in currency
     * @return the altered stock
     * @throws InvalidInput if the amount is negative or not finite
     */
    public LiquidityCoverage withInflow(double amount) {
        return new LiquidityCoverage(rules, assets, unwound, outflows, inflows + Bounds.amount("inflow", amount));
    }

    /**
     * Calculates the ratio.
     *
     * @return the ratio, with haircuts, caps and flows
     * @throws InvalidInput if nothing flows out, so that there is no ratio
     */
    public RegulatoryFigure ratio() {
        InvalidInput.unless(outflows > 0.0, "outflows", outflows, "positive, or there is no ratio");
        double covered = after(LiquidAsset.LEVEL_1_COVERED, assets);
        boolean coveredIsLevel1 = rules.coveredLevel1Cap() < 1.0;
        double[] held = levels(assets, coveredIsLevel1);
        double[] adjusted = levels(adjustedAssets(), coveredIsLevel1);
        double adjustedCovered = Math.max(0.0, after(LiquidAsset.LEVEL_1_COVERED, adjustedAssets()));
        double[] cuts = cuts(rules, adjusted[0], adjusted[1], adjusted[2]);
        double stock = held[0] + held[1] + held[2] - cuts[0] - cuts[1];
        double capCovered = 0.0;
        if (coveredIsLevel1) {
            double best = adjusted[0] - adjustedCovered;
            double most = best / (1.0 - rules.coveredLevel1Cap());
            capCovered = Math.max(0.0, adjusted[0] + adjusted[1] + adjusted[2] - cuts[0] - cuts[1] - most);
        }
        double liquid = Math.max(0.0, stock - capCovered);
        double counted = Math.min(inflows, rules.inflowCap() * outflows);
        double net = outflows - counted;
        return new RegulatoryFigure.Builder()
                .amount("level 1", held[0])
                .amount("of it covered bonds", coveredIsLevel1 ? covered : 0.0)
                .amount("level 2A", held[1])
                .amount("level 2B", held[2])
                .amount("cut by the cap on level 2B", cuts[0])
                .amount("cut by the cap on level 2", cuts[1])
                .amount("cut by the cap on covered bonds", capCovered)
                .amount("HQLA", liquid)
                .amount("outflows", outflows)
                .amount("inflows", inflows)
                .amount("inflows counted", counted)
                .amount("net outflows", net)
                .build("liquidity coverage ratio", liquid / net, RegulatoryFigure.DECIMAL, rules.source());
    }

    /** What the caps on level 2B and on level 2 cut, by the formula of the standard. */
    static double[] cuts(LcrRules rules, double level1, double level2A, double level2B) {
        double b = rules.level2BCap();
        double two = rules.level2Cap();
        double ofLevel1 = b / (1.0 - two); // 15/60
        double cut15 =
                Math.max(0.0, Math.max(level2B - b / (1.0 - b) * (level1 + level2A), level2B - ofLevel1 * level1));
        double cut40 = Math.max(0.0, level2A + level2B - cut15 - two / (1.0 - two) * level1);
        return new double[] {cut15, cut40};
    }

    private double[] levels(Map<LiquidAsset, Double> values, boolean coveredIsLevel1) {
        double covered = after(LiquidAsset.LEVEL_1_COVERED, values);
        return new double[] {
            after(LiquidAsset.LEVEL_1, values) + (coveredIsLevel1 ? covered : 0.0),
            after(LiquidAsset.LEVEL_2A, values) + (coveredIsLevel1 ? 0.0 : covered),
            after(LiquidAsset.LEVEL_2B_RMBS, values)
                    + after(LiquidAsset.LEVEL_2B_CORPORATE, values)
                    + after(LiquidAsset.LEVEL_2B_EQUITY, values)
        };
    }

    private Map<LiquidAsset, Double> adjustedAssets() {
        Map<LiquidAsset, Double> sum = new EnumMap<>(LiquidAsset.class);
        sum.putAll(assets);
        unwound.forEach((asset, change) -> sum.merge(asset, change, Double::sum));
        sum.replaceAll((asset, value) -> Math.max(0.0, value));
        return sum;
    }

    private double after(LiquidAsset asset, Map<LiquidAsset, Double> values) {
        return values.getOrDefault(asset, 0.0) * (1.0 - rules.haircuts().getOrDefault(asset, 1.0));
    }

    LcrRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "LiquidityCoverage[" + assets + ", outflows " + outflows + ", inflows " + inflows + "]";
    }
}
