package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.credit.RatingCategory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The standardised weights of credit risk, from a day on.
 *
 * <pre>
 *   risk-weighted assets = Σ weight(class, rating)·amount, net of specific provisions
 * </pre>
 *
 * <p>Source: Basel Framework CRE20 (2023); Regulation (EU) No 575/2013, articles 114 to 129. Own weights are made by the
 * constructor. Immutable and safe for use by many threads.
 *
 * @param source whose weights these are
 * @param rated by class, weights of AAA, AA, A, BBB, BB, B and CCC or below, as decimals
 * @param unrated by class, for exposures without a rating
 * @param bankGrades of banks without a rating
 * @param shortTermBankGrades of banks without a rating, for three months at most
 * @param coveredByIssuer weights of covered bonds without a rating by that of their issuer
 * @param defaulted of exposures in default
 */
public record CreditRiskWeights(
        RuleSource source,
        Map<ExposureClass, List<Double>> rated,
        Map<ExposureClass, Double> unrated,
        Map<BankGrade, Double> bankGrades,
        Map<BankGrade, Double> shortTermBankGrades,
        Map<Double, Double> coveredByIssuer,
        double defaulted)
        implements DatedRules {

    private static final int CATEGORIES = 7;

    /**
     * Checks the weights.
     *
     * @throws InvalidInput if a class has not seven weights or a weight is not from 0 to 12.5
     */
    public CreditRiskWeights {
        Objects.requireNonNull(source);
        rated = Map.copyOf(rated);
        unrated = Map.copyOf(unrated);
        bankGrades = Map.copyOf(bankGrades);
        shortTermBankGrades = Map.copyOf(shortTermBankGrades);
        coveredByIssuer = Map.copyOf(coveredByIssuer);
        requireWeight(defaulted);
        rated.forEach((type, weights) -> {
            InvalidInput.unless(weights.size() == CATEGORIES, "weights of " + type, weights, "seven, AAA to CCC");
            weights.forEach(CreditRiskWeights::requireWeight);
        });
        unrated.values().forEach(CreditRiskWeights::requireWeight);
        bankGrades.values().forEach(CreditRiskWeights::requireWeight);
        shortTermBankGrades.values().forEach(CreditRiskWeights::requireWeight);
        coveredByIssuer.values().forEach(CreditRiskWeights::requireWeight);
    }

    private static void requireWeight(double weight) {
        Bounds.between("weight", weight, 0.0, 12.5);
    }

    /** {@return the weights of the Basel Committee since 2023} */
    public static CreditRiskWeights basel2023() {
        return final3(RuleSource.of(
                RuleSource.BASEL, "2023-01-01", "Basel Framework CRE20, version effective 1 January 2023"));
    }

    /** {@return the Union's weights since the third capital requirements regulation} */
    public static CreditRiskWeights eu2025() {
        return final3(RuleSource.of(
                RuleSource.EU,
                "2025-01-01",
                "Regulation (EU) No 575/2013 as amended by (EU) 2024/1623, articles 114 to 129"));
    }

    /** {@return the Union's weights before that} */
    public static CreditRiskWeights eu2014() {
        Map<ExposureClass, List<Double>> rated = ratedSinceFinal3();
        rated.put(ExposureClass.BANK, weights(20, 20, 50, 50, 100, 100, 150));
        rated.put(ExposureClass.DEVELOPMENT_BANK, weights(20, 20, 50, 50, 100, 100, 150));
        rated.put(ExposureClass.CORPORATE, weights(20, 20, 50, 100, 100, 150, 150));
        rated.put(ExposureClass.SMALL_CORPORATE, weights(20, 20, 50, 100, 100, 150, 150));
        Map<ExposureClass, Double> unrated = unratedSinceFinal3();
        unrated.put(ExposureClass.SMALL_CORPORATE, 1.0);
        unrated.remove(ExposureClass.UNRATED_INVESTMENT_GRADE);
        return new CreditRiskWeights(
                RuleSource.of(RuleSource.EU, "2014-01-01", "Regulation (EU) No 575/2013, articles 114 to 129"),
                rated,
                unrated,
                Map.of(),
                Map.of(),
                Map.of(0.20, 0.10, 0.50, 0.20, 1.00, 0.50, 1.50, 1.00),
                1.5);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<CreditRiskWeights> published() {
        return RuleBook.of(List.of(basel2023(), eu2014(), eu2025()));
    }

    private static CreditRiskWeights final3(RuleSource source) {
        return new CreditRiskWeights(
                source,
                ratedSinceFinal3(),
                unratedSinceFinal3(),
                Map.of(BankGrade.STRONG_A, 0.30, BankGrade.A, 0.40, BankGrade.B, 0.75, BankGrade.C, 1.50),
                Map.of(BankGrade.STRONG_A, 0.20, BankGrade.A, 0.20, BankGrade.B, 0.50, BankGrade.C, 1.50),
                Map.of(0.20, 0.10, 0.30, 0.15, 0.40, 0.20, 0.50, 0.25, 0.75, 0.35, 1.00, 0.50, 1.50, 1.00),
                1.5);
    }

    private static Map<ExposureClass, List<Double>> ratedSinceFinal3() {
        Map<ExposureClass, List<Double>> rated = new EnumMap<>(ExposureClass.class);
        rated.put(ExposureClass.SOVEREIGN, weights(0, 0, 20, 50, 100, 100, 150));
        rated.put(ExposureClass.DEVELOPMENT_BANK, weights(20, 20, 30, 50, 100, 100, 150));
        rated.put(ExposureClass.LISTED_DEVELOPMENT_BANK, weights(0, 0, 0, 0, 0, 0, 0));
        rated.put(ExposureClass.BANK, weights(20, 20, 30, 50, 100, 100, 150));
        rated.put(ExposureClass.SHORT_TERM_BANK, weights(20, 20, 20, 20, 50, 50, 150));
        rated.put(ExposureClass.COVERED_BOND, weights(10, 10, 20, 20, 50, 50, 100));
        rated.put(ExposureClass.CORPORATE, weights(20, 20, 50, 75, 100, 150, 150));
        rated.put(ExposureClass.SMALL_CORPORATE, weights(20, 20, 50, 75, 100, 150, 150));
        return rated;
    }

    private static Map<ExposureClass, Double> unratedSinceFinal3() {
        Map<ExposureClass, Double> unrated = new EnumMap<>(ExposureClass.class);
        unrated.put(ExposureClass.SOVEREIGN, 1.0);
        unrated.put(ExposureClass.DEVELOPMENT_BANK, 0.5);
        unrated.put(ExposureClass.LISTED_DEVELOPMENT_BANK, 0.0);
        unrated.put(ExposureClass.CORPORATE, 1.0);
        unrated.put(ExposureClass.SMALL_CORPORATE, 0.85);
        unrated.put(ExposureClass.UNRATED_INVESTMENT_GRADE, 0.65);
        unrated.put(ExposureClass.RETAIL, 0.75);
        return unrated;
    }

    private static List<Double> weights(int... pct) {
        List<Double> weights = new ArrayList<>();
        for (int weight : pct) {
            weights.add(weight / 100.0);
        }
        return weights;
    }

    /**
     * Returns the weight of an exposure.
     *
     * @param type its class
     * @param rating its rating, or null if it has none
     * @return the weight, a decimal
     * @throws MissingData if the rules have none; an unrated bank is weighted by its grade, an unrated covered bond by its
     *     issuer's weight
     */
    public double weight(ExposureClass type, @Nullable Rating rating) {
        if (rating == null) {
            Double weight = unrated.get(type);
            if (weight == null) {
                throw new MissingData("weight of an unrated " + type + " in " + source);
            }
            return weight;
        }
        if (rating.category() == RatingCategory.D) {
            return defaulted;
        }
        List<Double> weights = rated.get(type);
        if (weights == null) {
            throw new MissingData("weights by rating of " + type + " in " + source);
        }
        return weights.get(List.of(RatingCategory.values()).indexOf(rating.category()));
    }

    /**
     * Returns the weight of a bank without a rating.
     *
     * @param grade its grade
     * @param shortTerm whether the exposure is for three months at most
     * @return the weight, a decimal
     * @throws MissingData if the rules know no grades
     */
    public double weight(BankGrade grade, boolean shortTerm) {
        Double weight = (shortTerm ? shortTermBankGrades : bankGrades).get(grade);
        if (weight == null) {
            throw new MissingData("weight of bank grade " + grade + " in " + source);
        }
        return weight;
    }

    /**
     * Returns the weight of a covered bond without a rating.
     *
     * @param issuerWeight the weight of its issuer, a decimal of the table
     * @return the weight, a decimal
     * @throws MissingData if the table has no such weight
     */
    public double coveredBondWeight(double issuerWeight) {
        Double weight = coveredByIssuer.get(issuerWeight);
        if (weight == null) {
            throw new MissingData(
                    "weight of a covered bond whose issuer is weighted " + issuerWeight + " in " + source);
        }
        return weight;
    }

    /**
     * Weights exposures.
     *
     * @param exposures rated or not, of any class that the rules weight by rating
     * @return risk-weighted assets, with a line for each exposure's amount, weight and product
     * @throws MissingData if an exposure has no weight
     */
    public RegulatoryFigure riskWeightedAssets(List<CreditExposure> exposures) {
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        double total = 0.0;
        for (CreditExposure exposure : exposures) {
            double weight = exposure.weight(this);
            double weighted = weight * exposure.amount();
            lines.amount(exposure.name(), exposure.amount())
                    .decimal(exposure.name() + " weight", weight)
                    .amount(exposure.name() + " weighted", weighted);
            total += weighted;
        }
        return lines.build("risk-weighted assets, standardised credit risk", total, RegulatoryFigure.CURRENCY, source);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "CreditRiskWeights[%s]", source);
    }
}
