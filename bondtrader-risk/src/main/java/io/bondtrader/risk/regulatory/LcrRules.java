package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Haircuts, caps and run-off rates of the liquidity coverage ratio, from a day on.
 *
 * <p>Source: Basel Framework LCR30 and LCR40; Commission Delegated Regulation (EU) 2015/61. Immutable and safe for use by
 * many threads.
 *
 * @param source whose rules these are
 * @param haircuts by asset, decimals
 * @param runOffs by kind of funding, decimals
 * @param level2Cap the largest share of level 2 in the stock
 * @param level2BCap the largest share of level 2B in the stock
 * @param coveredLevel1Cap the largest share of everything but level 1 without covered bonds; 1 where there is no such rule
 * @param inflowCap the largest share of outflows that inflows may cover
 */
public record LcrRules(
        RuleSource source,
        Map<LiquidAsset, Double> haircuts,
        Map<Outflow, Double> runOffs,
        double level2Cap,
        double level2BCap,
        double coveredLevel1Cap,
        double inflowCap)
        implements DatedRules {

    /** Assets by the haircut that they take. */
    public enum LiquidAsset {
        /** Cash, central bank reserves, the best sovereigns. */
        LEVEL_1,
        /** Covered bonds that the Union counts as level 1. */
        LEVEL_1_COVERED,
        /** Level 2A. */
        LEVEL_2A,
        /** Level 2B: mortgage-backed securities. */
        LEVEL_2B_RMBS,
        /** Level 2B: companies' bonds of A+ to BBB-. */
        LEVEL_2B_CORPORATE,
        /** Level 2B: shares. */
        LEVEL_2B_EQUITY
    }

    /** Funding by how much of it runs off in thirty days. */
    public enum Outflow {
        /** Retail deposits that meet additional criteria of insurance schemes. */
        STABLE_RETAIL_INSURED,
        /** Stable retail deposits. */
        STABLE_RETAIL,
        /** Other retail deposits. */
        LESS_STABLE_RETAIL,
        /** Operational deposits. */
        OPERATIONAL,
        /** Deposits of non-financial companies, states and development banks, fully insured. */
        NON_FINANCIAL_INSURED,
        /** Deposits of non-financial companies, states and development banks. */
        NON_FINANCIAL,
        /** All other unsecured funding. */
        OTHER_WHOLESALE,
        /** Repos on level 1 assets. */
        REPO_LEVEL_1
    }

    /**
     * Checks the rules.
     *
     * @throws InvalidInput if a haircut or run-off rate is missing or a number is no share
     */
    public LcrRules {
        Objects.requireNonNull(source);
        haircuts = Map.copyOf(haircuts);
        runOffs = Map.copyOf(runOffs);
        for (LiquidAsset asset : LiquidAsset.values()) {
            Bounds.share("haircut of " + asset, haircuts.getOrDefault(asset, Double.NaN));
        }
        for (Outflow outflow : Outflow.values()) {
            Bounds.share("run-off of " + outflow, runOffs.getOrDefault(outflow, Double.NaN));
        }
        Bounds.between("level2Cap", level2Cap, 0.0, 0.99);
        Bounds.between("level2BCap", level2BCap, 0.0, level2Cap);
        Bounds.between("coveredLevel1Cap", coveredLevel1Cap, level2Cap, 1.0);
        Bounds.share("inflowCap", inflowCap);
    }

    /** {@return the rules of the Basel Committee since 2015} */
    public static LcrRules basel2015() {
        Map<LiquidAsset, Double> haircuts = standardHaircuts();
        haircuts.put(LiquidAsset.LEVEL_1_COVERED, 0.15); // level 2A here
        return new LcrRules(
                RuleSource.of(
                        RuleSource.BASEL, "2015-01-01", "BCBS d238, January 2013; Basel Framework LCR30 and LCR40"),
                haircuts,
                standardRunOffs(),
                0.40,
                0.15,
                1.0,
                0.75);
    }

    /** {@return the rules of the Union since 2015, with the composition of article 17} */
    public static LcrRules eu2015() {
        return new LcrRules(
                RuleSource.of(
                        RuleSource.EU,
                        "2015-10-01",
                        "Commission Delegated Regulation (EU) 2015/61, articles 9 to 17, 24 to 33"),
                standardHaircuts(),
                standardRunOffs(),
                0.40,
                0.15,
                0.70,
                0.75);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<LcrRules> published() {
        return RuleBook.of(List.of(basel2015(), eu2015()));
    }

    private static Map<LiquidAsset, Double> standardHaircuts() {
        Map<LiquidAsset, Double> haircuts = new EnumMap<>(LiquidAsset.class);
        haircuts.put(LiquidAsset.LEVEL_1, 0.0);
        haircuts.put(LiquidAsset.LEVEL_1_COVERED, 0.07);
        haircuts.put(LiquidAsset.LEVEL_2A, 0.15);
        haircuts.put(LiquidAsset.LEVEL_2B_RMBS, 0.25);
        haircuts.put(LiquidAsset.LEVEL_2B_CORPORATE, 0.50);
        haircuts.put(LiquidAsset.LEVEL_2B_EQUITY, 0.50);
        return haircuts;
    }

    private static Map<Outflow, Double> standardRunOffs() {
        Map<Outflow, Double> runOffs = new EnumMap<>(Outflow.class);
        runOffs.put(Outflow.STABLE_RETAIL_INSURED, 0.03);
        runOffs.put(Outflow.STABLE_RETAIL, 0.05);
        runOffs.put(Outflow.LESS_STABLE_RETAIL, 0.10);
        runOffs.put(Outflow.OPERATIONAL, 0.25);
        runOffs.put(Outflow.NON_FINANCIAL_INSURED, 0.20);
        runOffs.put(Outflow.NON_FINANCIAL, 0.40);
        runOffs.put(Outflow.OTHER_WHOLESALE, 1.00);
        runOffs.put(Outflow.REPO_LEVEL_1, 0.0);
        return runOffs;
    }

    /** {@return a stock that has no assets yet, to be weighed by these rules} */
    public LiquidityCoverage coverage() {
        return LiquidityCoverage.empty(this);
    }

    @Override
    public String toString() {
        return "LcrRules[" + source + "]";
    }
}
