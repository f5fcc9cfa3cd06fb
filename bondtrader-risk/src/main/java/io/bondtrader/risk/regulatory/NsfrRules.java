package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Factors of the net stable funding ratio, from a day on.
 *
 * <pre>
 *   NSFR = Σ ASF factor·funding / Σ RSF factor·asset
 * </pre>
 *
 * <p>Source: Basel Framework NSF30 and NSF99 (BCBS d295, October 2014). Immutable and safe for use by many threads.
 *
 * @param source whose factors these are
 * @param available factors by funding, decimals
 * @param required factors by asset, decimals
 */
public record NsfrRules(RuleSource source, Map<Funding, Double> available, Map<Asset, Double> required)
        implements DatedRules {

    /** What a bank is funded by. */
    public enum Funding {
        /** Regulatory capital, and liabilities of a year and more. */
        CAPITAL_AND_LONG_TERM(1.00),
        /** Stable deposits of retail below a year. */
        STABLE_RETAIL(0.95),
        /** Less stable deposits of retail below a year. */
        LESS_STABLE_RETAIL(0.90),
        /** Funding of non-financial companies, states and development banks below a year. */
        NON_FINANCIAL(0.50),
        /** Operational deposits. */
        OPERATIONAL(0.50),
        /** Other funding of six months to a year. */
        SIX_MONTHS_TO_A_YEAR(0.50),
        /** All else. */
        OTHER(0.0);

        private final double basel;

        Funding(double basel) {
            this.basel = basel;
        }
    }

    /** What has to be funded. */
    public enum Asset {
        /** Cash, central bank reserves, claims on central banks below six months. */
        CASH(0.0),
        /** Level 1 assets that are not encumbered. */
        LEVEL_1(0.05),
        /** Loans to financial institutions below six months, secured by level 1. */
        SECURED_FINANCIAL_BELOW_SIX_MONTHS(0.10),
        /** Other loans to financial institutions below six months. */
        FINANCIAL_BELOW_SIX_MONTHS(0.15),
        /** Level 2A assets that are not encumbered. */
        LEVEL_2A(0.15),
        /** Level 2B assets that are not encumbered. */
        LEVEL_2B(0.50),
        /** Liquid assets encumbered for six months to a year. */
        ENCUMBERED_SIX_MONTHS_TO_A_YEAR(0.50),
        /** Loans to financial institutions of six months to a year, and operational deposits with banks. */
        FINANCIAL_SIX_MONTHS_TO_A_YEAR(0.50),
        /** Other assets below a year. */
        OTHER_BELOW_A_YEAR(0.50),
        /** Mortgages and loans of a year and more, weighted 35 % or less. */
        LOW_WEIGHT_LOANS(0.65),
        /** Other performing loans of a year and more. */
        OTHER_LOANS(0.85),
        /** Securities that are not liquid assets, of a year and more, shares and commodities. */
        OTHER_SECURITIES(0.85),
        /** Initial margin and contributions to default funds. */
        INITIAL_MARGIN(0.85),
        /** Assets encumbered for a year and more, and all else. */
        OTHER(1.00),
        /** Undrawn committed lines. */
        UNDRAWN_LINES(0.05);

        private final double basel;

        Asset(double basel) {
            this.basel = basel;
        }
    }

    /**
     * Checks the factors.
     *
     * @throws InvalidInput if one is missing or no share
     */
    public NsfrRules {
        Objects.requireNonNull(source);
        available = Map.copyOf(available);
        required = Map.copyOf(required);
        for (Funding funding : Funding.values()) {
            Bounds.share("factor of " + funding, available.getOrDefault(funding, Double.NaN));
        }
        for (Asset asset : Asset.values()) {
            Bounds.share("factor of " + asset, required.getOrDefault(asset, Double.NaN));
        }
    }

    /** {@return the factors of the Basel Committee since 2018} */
    public static NsfrRules basel2018() {
        Map<Funding, Double> available = new EnumMap<>(Funding.class);
        for (Funding funding : Funding.values()) {
            available.put(funding, funding.basel);
        }
        Map<Asset, Double> required = new EnumMap<>(Asset.class);
        for (Asset asset : Asset.values()) {
            required.put(asset, asset.basel);
        }
        return new NsfrRules(
                RuleSource.of(RuleSource.BASEL, "2018-01-01", "BCBS d295, October 2014; Basel Framework NSF30, NSF99"),
                available,
                required);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<NsfrRules> published() {
        return RuleBook.of(List.of(basel2018()));
    }

    /**
     * Calculates the ratio.
     *
     * @param funding carrying amounts in currency
     * @param assets carrying amounts in currency
     * @return the ratio, with each amount after its factor
     * @throws InvalidInput if an amount is negative or not finite, or nothing has to be funded
     */
    public RegulatoryFigure ratio(Map<Funding, Double> funding, Map<Asset, Double> assets) {
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        double stable = 0.0;
        for (Map.Entry<Funding, Double> item : withAll(Funding.class, funding).entrySet()) {
            double weighted = available.getOrDefault(item.getKey(), 0.0)
                    * Bounds.amount(item.getKey().name(), item.getValue());
            lines.amount("available " + item.getKey(), weighted);
            stable += weighted;
        }
        double needed = 0.0;
        for (Map.Entry<Asset, Double> item : withAll(Asset.class, assets).entrySet()) {
            double weighted = required.getOrDefault(item.getKey(), 0.0)
                    * Bounds.amount(item.getKey().name(), item.getValue());
            lines.amount("required " + item.getKey(), weighted);
            needed += weighted;
        }
        InvalidInput.unless(needed > 0.0, "required stable funding", needed, "positive, or there is no ratio");
        return lines.amount("available stable funding", stable)
                .amount("required stable funding", needed)
                .build("net stable funding ratio", stable / needed, RegulatoryFigure.DECIMAL, source);
    }

    private static <K extends Enum<K>> EnumMap<K, Double> withAll(Class<K> type, Map<K, Double> amounts) {
        EnumMap<K, Double> all = new EnumMap<>(type);
        all.putAll(amounts);
        return all;
    }

    @Override
    public String toString() {
        return "NsfrRules[" + source + "]";
    }
}
