package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The IRB formula, with its floors from a day on.
 *
 * <pre>
 *   R = 0.12·w + 0.24·(1 − w) − size,   w = (1 − e^(−50·PD)) / (1 − e^(−50))       companies
 *   b = (0.11852 − 0.05478·ln PD)²
 *   K = LGD·(N((G(PD) + √R·G(0.999)) / √(1 − R)) − PD)·(1 + (M − 2.5)·b) / (1 − 1.5·b)
 *   risk weight = 12.5·K
 *   size = 0.04·(1 − (S − 5)/45)        annual sales S of 5 to 50 million euros, for small and medium companies
 * </pre>
 *
 * <p>Source: Basel Framework CRE31.4 to 31.16 and CRE32; the scaling factor of 1.06 that Basel II applied to the sum of
 * risk-weighted assets is not part of a weight. Immutable and safe for use by many threads.
 *
 * @param source whose rules these are
 * @param pdFloors the lowest PD by class, decimals
 * @param scaling of risk-weighted assets: 1.06 under Basel II, else 1
 */
public record IrbRules(RuleSource source, Map<IrbClass, Double> pdFloors, double scaling) implements DatedRules {

    private static final double CONFIDENCE = 0.999;
    private static final double LEAST_SALES = 5.0;
    private static final double MOST_SALES = 50.0;

    /**
     * Checks the rules.
     *
     * @throws InvalidInput if a class has no floor, or a number is out of range
     */
    public IrbRules {
        Objects.requireNonNull(source);
        pdFloors = Map.copyOf(pdFloors);
        Bounds.between("scaling", scaling, 0.1, 10.0);
        for (IrbClass type : IrbClass.values()) {
            Bounds.between("pdFloor of " + type, pdFloors.getOrDefault(type, Double.NaN), 0.0, 0.1);
        }
    }

    /** {@return the rules of Basel II: a floor of 3 basis points, and the sum scaled by 1.06} */
    public static IrbRules basel2007() {
        return new IrbRules(
                RuleSource.of(
                        RuleSource.BASEL,
                        "2007-01-01",
                        "Basel II, June 2006, paragraphs 271 to 330; scaling, paragraph 14"),
                floors(0.0003, 0.0003),
                1.06);
    }

    /** {@return the rules since 2023: a floor of 5 basis points, 10 for revolving retail, and no scaling} */
    public static IrbRules basel2023() {
        return new IrbRules(
                RuleSource.of(
                        RuleSource.BASEL, "2023-01-01", "Basel Framework CRE31 and CRE32, effective 1 January 2023"),
                floors(0.0005, 0.0010),
                1.0);
    }

    /** {@return the Union's rules since 2025, with the same floors} */
    public static IrbRules eu2025() {
        return new IrbRules(
                RuleSource.of(
                        RuleSource.EU,
                        "2025-01-01",
                        "Regulation (EU) No 575/2013 as amended by (EU) 2024/1623, articles 153, 154, 160, 163"),
                floors(0.0005, 0.0010),
                1.0);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<IrbRules> published() {
        return RuleBook.of(List.of(basel2007(), basel2023(), eu2025()));
    }

    private static Map<IrbClass, Double> floors(double general, double revolving) {
        Map<IrbClass, Double> floors = new EnumMap<>(IrbClass.class);
        for (IrbClass type : IrbClass.values()) {
            floors.put(type, type == IrbClass.RETAIL_REVOLVING ? revolving : general);
        }
        return floors;
    }

    /**
     * Weights an exposure.
     *
     * @param type its class
     * @param pd probability of default in a year, 0 to 1; the floor applies; 1 is default and has weight 0 here, see CRE31.3
     * @param lgd loss given default, 0 to 1
     * @param maturity M in years, 1 to 5; retail has none, and any value gives the same
     * @return the weight, with correlation, maturity adjustment and capital
     * @throws InvalidInput if a number is out of range
     */
    public RegulatoryFigure riskWeight(IrbClass type, double pd, double lgd, double maturity) {
        return riskWeight(type, pd, lgd, maturity, MOST_SALES);
    }

    /**
     * Weights an exposure to a small or medium company.
     *
     * @param pd probability of default in a year, 0 to 1; the floor applies
     * @param lgd loss given default, 0 to 1
     * @param maturity M in years, 1 to 5
     * @param salesMillions annual sales in millions of euros; below 5 counts as 5, above 50 as 50
     * @return the weight, with correlation, maturity adjustment and capital
     * @throws InvalidInput if a number is out of range
     */
    public RegulatoryFigure smallCorporateRiskWeight(double pd, double lgd, double maturity, double salesMillions) {
        Bounds.amount("salesMillions", salesMillions);
        return riskWeight(IrbClass.CORPORATE, pd, lgd, maturity, salesMillions);
    }

    private RegulatoryFigure riskWeight(IrbClass type, double pd, double lgd, double maturity, double sales) {
        Bounds.share("pd", pd);
        Bounds.share("lgd", lgd);
        Bounds.between("maturity", maturity, 1.0, 5.0);
        double floored = Math.max(pd, pdFloors.getOrDefault(type, 0.0));
        double size = Math.min(MOST_SALES, Math.max(LEAST_SALES, sales));
        double correlation =
                type.correlation(floored) - 0.04 * (1.0 - (size - LEAST_SALES) / (MOST_SALES - LEAST_SALES));
        double b = 0.0;
        double capital = 0.0;
        if (floored < 1.0 && floored > 0.0) {
            double argument =
                    (StandardNormal.quantile(floored) + Math.sqrt(correlation) * StandardNormal.quantile(CONFIDENCE))
                            / Math.sqrt(1.0 - correlation);
            capital = lgd * (StandardNormal.cumulative(argument) - floored);
            if (type.isMaturityAdjusted()) {
                double root = 0.11852 - 0.05478 * Math.log(floored);
                b = root * root;
                capital *= (1.0 + (maturity - 2.5) * b) / (1.0 - 1.5 * b);
            }
        }
        return new RegulatoryFigure.Builder()
                .decimal("PD", pd)
                .decimal("PD after floor", floored)
                .decimal("LGD", lgd)
                .in("years", "M", maturity)
                .decimal("R", correlation)
                .decimal("b", b)
                .decimal("K", capital)
                .build("IRB risk weight, " + type, 12.5 * capital, RegulatoryFigure.DECIMAL, source);
    }
}
