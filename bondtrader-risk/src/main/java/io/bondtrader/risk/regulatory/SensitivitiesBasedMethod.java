package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.FrtbRules.BucketKind;
import io.bondtrader.risk.regulatory.FrtbRules.SpreadBucket;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Capital for delta and curvature risk of bonds by the sensitivities-based method.
 *
 * <pre>
 *   WS_k = RW_k·s_k        K_b = √max(0, Σ_k Σ_l ρ_kl·WS_k·WS_l)        S_b = Σ_k WS_k
 *   capital = √(Σ_b K_b² + Σ_b Σ_(c≠b) γ_bc·S_b·S_c)
 * </pre>
 *
 * <p>Where the sum under the last root is negative, S_b = max(min(Σ WS_k, K_b), −K_b). Source: Basel Framework MAR21.4,
 * MAR21.5. Every figure carries the weighted sensitivity of each factor and K of each bucket.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SensitivitiesBasedMethod {

    /** A weighted factor; the correlations are between its coordinates. */
    record Factor(String label, String bucket, String name, String basis, double tenor, double weighted) {}

    /** Correlation of two factors of a bucket, as prescribed. */
    @FunctionalInterface
    interface Within {
        double of(Factor one, Factor other);
    }

    /** Correlation of two buckets, as prescribed. */
    @FunctionalInterface
    interface Across {
        double of(String one, String other);
    }

    private final FrtbRules rules;
    private final Currency reporting;

    private SensitivitiesBasedMethod(FrtbRules rules, Currency reporting) {
        this.rules = rules;
        this.reporting = reporting;
    }

    /**
     * Returns the method.
     *
     * @param rules the parameters in force
     * @param reporting the reporting currency, whose rate weights are reduced
     * @return the method
     */
    public static SensitivitiesBasedMethod of(FrtbRules rules, Currency reporting) {
        return new SensitivitiesBasedMethod(rules, reporting);
    }

    /**
     * Calculates capital for general interest rate risk in one scenario.
     *
     * @param sensitivities to rates; those of one factor are netted
     * @param scenario of correlations
     * @return the capital in reporting currency
     * @throws InvalidInput if a tenor has no weight
     */
    public RegulatoryFigure rateDelta(List<RateSensitivity> sensitivities, CorrelationScenario scenario) {
        return aggregate(
                "general interest rate risk, delta, " + scenario,
                rateFactors(sensitivities),
                scenario,
                false,
                this::rateCorrelation,
                (b, c) -> rules.currencyCorrelation());
    }

    /**
     * Calculates capital for credit spread risk of non-securitisations in one scenario.
     *
     * @param sensitivities to spreads; those of one factor are netted
     * @param scenario of correlations
     * @return the capital in reporting currency
     * @throws InvalidInput if there is no such bucket
     */
    public RegulatoryFigure spreadDelta(List<SpreadSensitivity> sensitivities, CorrelationScenario scenario) {
        return aggregate(
                "credit spread risk, delta, " + scenario,
                spreadFactors(sensitivities),
                scenario,
                true,
                this::spreadCorrelation,
                (b, c) -> rules.spreadBucketCorrelation(Integer.parseInt(b), Integer.parseInt(c)));
    }

    /**
     * Calculates capital for curvature of rates in one scenario. Curves of a currency move together.
     *
     * @param risks by currency and curve
     * @param scenario of correlations
     * @return the capital in reporting currency
     */
    public RegulatoryFigure rateCurvature(List<CurvatureRisk> risks, CorrelationScenario scenario) {
        return CurvatureAggregation.of(
                "general interest rate risk, curvature, " + scenario,
                rules,
                risks,
                bucket -> scenario.of(rules.curveCorrelation()) * scenario.of(rules.curveCorrelation()),
                (b, c) -> scenario.of(rules.currencyCorrelation()) * scenario.of(rules.currencyCorrelation()),
                bucket -> false);
    }

    /**
     * Calculates capital for curvature of spreads in one scenario.
     *
     * @param risks by number of bucket and issuer
     * @param scenario of correlations
     * @return the capital in reporting currency
     * @throws InvalidInput if there is no such bucket
     */
    public RegulatoryFigure spreadCurvature(List<CurvatureRisk> risks, CorrelationScenario scenario) {
        for (CurvatureRisk risk : risks) {
            rules.spreadBucket(number(risk.bucket()));
        }
        return CurvatureAggregation.of(
                "credit spread risk, curvature, " + scenario,
                rules,
                risks,
                bucket -> {
                    boolean index = rules.spreadBucket(number(bucket)).kind() == BucketKind.INDICES;
                    double rho = scenario.of(index ? rules.indexNameCorrelation() : rules.nameCorrelation());
                    return rho * rho;
                },
                (b, c) -> {
                    double gamma = scenario.of(rules.spreadBucketCorrelation(number(b), number(c)));
                    return gamma * gamma;
                },
                bucket -> rules.spreadBucket(number(bucket)).kind() == BucketKind.OTHER);
    }

    /**
     * Calculates capital of all classes: in each scenario that of rates and spreads, delta and curvature, is added up, and
     * the largest sum counts.
     *
     * @param rates sensitivities to rates
     * @param spreads sensitivities to spreads
     * @param rateCurvature curvature of rates
     * @param spreadCurvature curvature of spreads
     * @return the capital in reporting currency, with a line for each class and scenario
     * @throws InvalidInput if a tenor has no weight or there is no such bucket
     */
    public RegulatoryFigure capital(
            List<RateSensitivity> rates,
            List<SpreadSensitivity> spreads,
            List<CurvatureRisk> rateCurvature,
            List<CurvatureRisk> spreadCurvature) {
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        double largest = 0.0;
        for (CorrelationScenario scenario : CorrelationScenario.values()) {
            double sum = 0.0;
            for (RegulatoryFigure part : List.of(
                    rateDelta(rates, scenario),
                    spreadDelta(spreads, scenario),
                    rateCurvature(rateCurvature, scenario),
                    spreadCurvature(spreadCurvature, scenario))) {
                lines.amount(part.name(), part.value());
                sum += part.value();
            }
            lines.amount("all classes, " + scenario, sum);
            largest = Math.max(largest, sum);
        }
        return lines.build("sensitivities-based method", largest, RegulatoryFigure.CURRENCY, rules.source());
    }

    /** The weighted factors, netted, in a fixed order. */
    List<Factor> rateFactors(List<RateSensitivity> sensitivities) {
        Map<String, Factor> netted = new TreeMap<>();
        for (RateSensitivity sensitivity : sensitivities) {
            boolean reduced = rules.reducedCurrencies().contains(sensitivity.currency())
                    || reporting.equals(sensitivity.currency());
            double used = rateWeight(sensitivity) / (reduced ? Math.sqrt(2.0) : 1.0);
            String code = sensitivity.currency().getCurrencyCode();
            boolean tenor = sensitivity.kind() == RateSensitivity.Kind.CURVE;
            String label = code + " " + sensitivity.curve() + " "
                    + (tenor
                            ? sensitivity.tenorYears() + "Y"
                            : sensitivity.kind().name());
            Factor factor = new Factor(
                    label,
                    code,
                    sensitivity.curve(),
                    sensitivity.kind().name(),
                    sensitivity.tenorYears(),
                    used * sensitivity.amount());
            netted.merge(label, factor, SensitivitiesBasedMethod::together);
        }
        return List.copyOf(netted.values());
    }

    private double rateWeight(RateSensitivity sensitivity) {
        if (sensitivity.kind() != RateSensitivity.Kind.CURVE) {
            return rules.inflationWeight();
        }
        Double weight = rules.rateWeights().get(sensitivity.tenorYears());
        if (weight == null) {
            throw new InvalidInput(
                    "tenorYears",
                    sensitivity.tenorYears(),
                    "one of " + rules.rateWeights().keySet());
        }
        return weight;
    }

    List<Factor> spreadFactors(List<SpreadSensitivity> sensitivities) {
        Map<String, Factor> netted = new TreeMap<>();
        for (SpreadSensitivity sensitivity : sensitivities) {
            SpreadBucket bucket = rules.spreadBucket(sensitivity.bucket());
            String label = "bucket " + sensitivity.bucket() + " " + sensitivity.name() + " " + sensitivity.basis() + " "
                    + sensitivity.tenorYears() + "Y";
            Factor factor = new Factor(
                    label,
                    Integer.toString(sensitivity.bucket()),
                    sensitivity.name(),
                    sensitivity.basis(),
                    sensitivity.tenorYears(),
                    (sensitivity.topGrade() ? bucket.topGradeWeight() : bucket.weight()) * sensitivity.amount());
            netted.merge(label, factor, SensitivitiesBasedMethod::together);
        }
        return List.copyOf(netted.values());
    }

    private static Factor together(Factor one, Factor other) {
        return new Factor(
                one.label(), one.bucket(), one.name(), one.basis(), one.tenor(), one.weighted() + other.weighted());
    }

    /** MAR21.46 to 21.49; a cross-currency basis goes with nothing else. */
    double rateCorrelation(Factor one, Factor other) {
        if (!one.basis().equals(other.basis())) {
            boolean basis = isBasis(one) || isBasis(other);
            return basis ? 0.0 : rules.inflationCorrelation();
        }
        if (isBasis(one)) {
            return one.name().equals(other.name()) ? 1.0 : 0.0;
        }
        double curves = one.name().equals(other.name()) ? 1.0 : rules.curveCorrelation();
        return curves * (one.tenor() == other.tenor() ? 1.0 : rules.rateCorrelation(one.tenor(), other.tenor()));
    }

    private static boolean isBasis(Factor factor) {
        return factor.basis().equals(RateSensitivity.Kind.CROSS_CURRENCY_BASIS.name());
    }

    double spreadCorrelation(Factor one, Factor other) {
        boolean index = rules.spreadBucket(number(one.bucket())).kind() == BucketKind.INDICES;
        double name =
                one.name().equals(other.name()) ? 1.0 : index ? rules.indexNameCorrelation() : rules.nameCorrelation();
        double tenor = one.tenor() == other.tenor() ? 1.0 : rules.tenorCorrelation();
        double basis = one.basis().equals(other.basis()) ? 1.0 : rules.basisCorrelation();
        return name * tenor * basis;
    }

    boolean addsAbsolutes(String bucket, boolean spreads) {
        return spreads && rules.spreadBucket(number(bucket)).kind() == BucketKind.OTHER;
    }

    private RegulatoryFigure aggregate(
            String name,
            List<Factor> factors,
            CorrelationScenario scenario,
            boolean spreads,
            Within within,
            Across across) {
        Map<String, List<Factor>> buckets =
                factors.stream().collect(Collectors.groupingBy(Factor::bucket, TreeMap::new, Collectors.toList()));
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        factors.forEach(factor -> lines.amount(factor.label() + " weighted", factor.weighted()));
        List<String> names = new ArrayList<>(buckets.keySet());
        double[] capital = new double[names.size()];
        double[] sums = new double[names.size()];
        for (int b = 0; b < names.size(); b++) {
            List<Factor> members = buckets.getOrDefault(names.get(b), List.of());
            sums[b] = members.stream().mapToDouble(Factor::weighted).sum();
            capital[b] = addsAbsolutes(names.get(b), spreads)
                    ? members.stream().mapToDouble(f -> Math.abs(f.weighted())).sum()
                    : within(members, scenario, within);
            lines.amount("K of " + names.get(b), capital[b]);
        }
        double square = across(names, capital, sums, scenario, across);
        if (square < 0.0) {
            for (int b = 0; b < sums.length; b++) {
                sums[b] = Math.max(Math.min(sums[b], capital[b]), -capital[b]);
            }
            square = Math.max(0.0, across(names, capital, sums, scenario, across));
            lines.decimal("alternative S used", 1.0);
        }
        return lines.build(name, Math.sqrt(square), RegulatoryFigure.CURRENCY, rules.source());
    }

    private static double within(List<Factor> members, CorrelationScenario scenario, Within within) {
        double square = 0.0;
        for (int k = 0; k < members.size(); k++) {
            Factor one = members.get(k);
            square += one.weighted() * one.weighted();
            for (int l = 0; l < k; l++) {
                Factor other = members.get(l);
                square += 2.0 * scenario.of(within.of(one, other)) * one.weighted() * other.weighted();
            }
        }
        return Math.sqrt(Math.max(0.0, square));
    }

    private static double across(
            List<String> names, double[] capital, double[] sums, CorrelationScenario scenario, Across across) {
        double square = 0.0;
        for (int b = 0; b < capital.length; b++) {
            square += capital[b] * capital[b];
            for (int c = 0; c < b; c++) {
                square += 2.0 * scenario.of(across.of(names.get(b), names.get(c))) * sums[b] * sums[c];
            }
        }
        return square;
    }

    FrtbRules rules() {
        return rules;
    }

    static int number(String bucket) {
        try {
            return Integer.parseInt(bucket);
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable("bucket", bucket, "the number of a bucket");
        }
    }

    @Override
    public String toString() {
        return "SensitivitiesBasedMethod[" + rules + ", reporting " + reporting + "]";
    }
}
