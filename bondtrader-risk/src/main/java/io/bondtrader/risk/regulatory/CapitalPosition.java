package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a bank has, against what it must have.
 *
 * <pre>
 *   risk-weighted assets = max(own models, floor·standardised)
 *   ratio of a tier = capital of the tier / risk-weighted assets
 *   leverage ratio = tier 1 / exposure measure
 * </pre>
 *
 * <p>Common equity that minima of tier 1 and of total capital use up is not there for buffers (RBC30.3). Immutable and safe
 * for use by many threads.
 *
 * @param day the reporting day
 * @param commonEquity common equity tier 1, in currency
 * @param additionalTier1 in currency
 * @param tier2 in currency
 * @param modelledAssets risk-weighted assets by the approaches in use, in currency
 * @param standardisedAssets the same by standardised approaches only, in currency
 * @param leverageExposure the exposure measure, in currency
 * @param countercyclicalBuffer of common equity, a decimal
 * @param systemicBuffer of common equity, a decimal
 */
public record CapitalPosition(
        LocalDate day,
        double commonEquity,
        double additionalTier1,
        double tier2,
        double modelledAssets,
        double standardisedAssets,
        double leverageExposure,
        double countercyclicalBuffer,
        double systemicBuffer) {

    /**
     * Checks the amounts.
     *
     * @throws InvalidInput if an amount is negative or not finite, assets or exposures are not positive, or a buffer is no
     *     share
     */
    public CapitalPosition {
        Objects.requireNonNull(day);
        Bounds.finite("commonEquity", commonEquity);
        Bounds.amount("additionalTier1", additionalTier1);
        Bounds.amount("tier2", tier2);
        Bounds.between("modelledAssets", modelledAssets, Double.MIN_NORMAL, Double.MAX_VALUE);
        Bounds.amount("standardisedAssets", standardisedAssets);
        Bounds.between("leverageExposure", leverageExposure, Double.MIN_NORMAL, Double.MAX_VALUE);
        Bounds.share("countercyclicalBuffer", countercyclicalBuffer);
        Bounds.share("systemicBuffer", systemicBuffer);
    }

    /** {@return tier 1 capital, in currency} */
    public double tier1() {
        return commonEquity + additionalTier1;
    }

    /** {@return total capital, in currency} */
    public double total() {
        return tier1() + tier2;
    }

    /**
     * Returns the assets that ratios are by.
     *
     * @param rules in force
     * @return risk-weighted assets after the output floor, in currency
     */
    public RegulatoryFigure riskWeightedAssets(CapitalRules rules) {
        double floor = rules.outputFloor(day);
        return new RegulatoryFigure.Builder()
                .amount("modelled", modelledAssets)
                .amount("standardised", standardisedAssets)
                .decimal("output floor", floor)
                .amount("floor amount", floor * standardisedAssets)
                .build(
                        "risk-weighted assets",
                        Math.max(modelledAssets, floor * standardisedAssets),
                        RegulatoryFigure.CURRENCY,
                        rules.source());
    }

    /**
     * Returns the common equity ratio.
     *
     * @param rules in force
     * @return the ratio, with what is required, what buffers want, and what is left
     */
    public RegulatoryFigure commonEquityRatio(CapitalRules rules) {
        double assets = riskWeightedAssets(rules).value();
        double ratio = commonEquity / assets;
        double buffers = rules.conservationBuffer() + countercyclicalBuffer + systemicBuffer;
        double shortOfTier1 = Math.max(0.0, rules.tier1() - rules.commonEquity() - additionalTier1 / assets);
        double shortOfTotal = Math.max(0.0, rules.total() - rules.commonEquity() - (additionalTier1 + tier2) / assets);
        double used = rules.commonEquity() + Math.max(shortOfTier1, shortOfTotal);
        return new RegulatoryFigure.Builder()
                .amount("common equity tier 1", commonEquity)
                .amount("risk-weighted assets", assets)
                .decimal("minimum", rules.commonEquity())
                .decimal("used by higher minima", used - rules.commonEquity())
                .decimal("conservation buffer", rules.conservationBuffer())
                .decimal("countercyclical buffer", countercyclicalBuffer)
                .decimal("systemic buffer", systemicBuffer)
                .decimal("minimum and buffers", used + buffers)
                .decimal("left above minimum and buffers", ratio - used - buffers)
                .decimal("share of buffers met", bufferShare(ratio - used, buffers))
                .build("common equity tier 1 ratio", ratio, RegulatoryFigure.DECIMAL, rules.source());
    }

    private static double bufferShare(double there, double wanted) {
        return wanted > 0.0 ? Math.min(1.0, Math.max(0.0, there / wanted)) : 1.0;
    }

    /**
     * Returns the share of earnings that may be distributed: all where buffers are met, less by quarters of the buffers
     * below, nothing in the last quarter. Source: RBC30.4.
     *
     * @param rules in force
     * @return 0, 0.2, 0.4, 0.6 or 1
     */
    public double distributableShare(CapitalRules rules) {
        double met = commonEquityRatio(rules).line("share of buffers met");
        if (met >= 1.0) {
            return 1.0;
        }
        return met > 0.75 ? 0.6 : met > 0.5 ? 0.4 : met > 0.25 ? 0.2 : 0.0;
    }

    /**
     * Returns the tier 1 ratio.
     *
     * @param rules in force
     * @return the ratio with its minimum
     */
    public RegulatoryFigure tier1Ratio(CapitalRules rules) {
        return ratio("tier 1 ratio", tier1(), riskWeightedAssets(rules).value(), rules.tier1(), rules);
    }

    /**
     * Returns the total capital ratio.
     *
     * @param rules in force
     * @return the ratio with its minimum
     */
    public RegulatoryFigure totalRatio(CapitalRules rules) {
        return ratio("total capital ratio", total(), riskWeightedAssets(rules).value(), rules.total(), rules);
    }

    /**
     * Returns the leverage ratio.
     *
     * @param rules in force
     * @return the ratio with its minimum, and the buffer of a systemic bank in it
     */
    public RegulatoryFigure leverageRatio(CapitalRules rules) {
        double minimum = rules.leverage() + rules.systemicLeverageShare() * systemicBuffer;
        return ratio("leverage ratio", tier1(), leverageExposure, minimum, rules);
    }

    private static RegulatoryFigure ratio(
            String name, double capital, double assets, double minimum, CapitalRules rules) {
        return new RegulatoryFigure.Builder()
                .amount("capital", capital)
                .amount("of", assets)
                .decimal("minimum", minimum)
                .decimal("left above minimum", capital / assets - minimum)
                .build(name, capital / assets, RegulatoryFigure.DECIMAL, rules.source());
    }
}
