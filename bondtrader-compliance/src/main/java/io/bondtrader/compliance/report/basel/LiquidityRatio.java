package io.bondtrader.compliance.report.basel;

import io.bondtrader.core.error.InvalidInput;

/**
 * The liquidity coverage ratio by two formulas that share nothing, where no secured transaction is unwound.
 *
 * <pre>
 *   formula:     HQLA = L1 + L2A + L2B − adj15 − adj40
 *                adj15 = max(L2B − 15/85·(L1 + L2A), L2B − 15/60·L1, 0)
 *                adj40 = max(L2A + L2B − adj15 − 2/3·L1, 0)
 *   closed form: HQLA = min(L1 + L2A + L2B, (L1 + L2A)/0.85, L1/0.60)
 *   LCR = HQLA / (outflows − min(inflows, 0.75·outflows))
 * </pre>
 *
 * <p>Source of the formula: Basel Framework LCR30.45 (annex 1 of BCBS d238), caps of 15 % and 40 %; LCR40 for the cap on
 * inflows. The closed form follows from the two caps. Amounts in currency, after haircuts. Immutable.
 *
 * @param level1 assets of level 1
 * @param level2A assets of level 2A
 * @param level2B assets of level 2B
 * @param outflows of thirty days of stress, weighted
 * @param inflows weighted, before their cap
 */
public record LiquidityRatio(double level1, double level2A, double level2B, double outflows, double inflows) {

    /**
     * Checks the amounts.
     *
     * @throws InvalidInput if one is negative or not finite, or nothing flows out
     */
    public LiquidityRatio {
        amount("level 1", level1);
        amount("level 2A", level2A);
        amount("level 2B", level2B);
        amount("outflows", outflows);
        amount("inflows", inflows);
        InvalidInput.unless(outflows > 0.0, "outflows", outflows, "positive, or there is no ratio");
    }

    private static void amount(String name, double value) {
        InvalidInput.unless(value >= 0.0 && value <= Double.MAX_VALUE, name, value, "0 or more, finite");
    }

    /** {@return the stock of liquid assets by the formula of the standard, in currency} */
    public double liquidAssets() {
        double cut15 =
                Math.max(Math.max(level2B - 15.0 / 85.0 * (level1 + level2A), level2B - 15.0 / 60.0 * level1), 0.0);
        double cut40 = Math.max(level2A + level2B - cut15 - 2.0 / 3.0 * level1, 0.0);
        return level1 + level2A + level2B - cut15 - cut40;
    }

    /** {@return the same in closed form, in currency} */
    public double liquidAssetsInClosedForm() {
        double all = level1 + level2A + level2B;
        return Math.min(all, Math.min((level1 + level2A) / 0.85, level1 / 0.60));
    }

    /** {@return what leaves, net of the inflows that count, in currency} */
    public double netOutflows() {
        return outflows - Math.min(inflows, 0.75 * outflows);
    }

    /** {@return the ratio by the formula of the standard, a decimal} */
    public double ratio() {
        return liquidAssets() / netOutflows();
    }

    /** {@return the ratio in closed form, a decimal} */
    public double ratioInClosedForm() {
        return liquidAssetsInClosedForm() / netOutflows();
    }
}
