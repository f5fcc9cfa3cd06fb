package io.bondtrader.risk.regulatory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Aggregation of curvature, MAR21.5:
 *
 * <pre>
 *   K_b± = √max(0, Σ max(CVR_k±, 0)² + Σ Σ ρ_kl·CVR_k±·CVR_l±·ψ(CVR_k±, CVR_l±))        K_b = max(K_b⁺, K_b⁻)
 *   capital = √max(0, Σ K_b² + Σ Σ γ_bc·S_b·S_c·ψ(S_b, S_c))        S_b = Σ CVR_k of the direction taken
 * </pre>
 *
 * ψ is 0 if both arguments are negative, else 1.
 */
final class CurvatureAggregation {

    private CurvatureAggregation() {}

    static RegulatoryFigure of(
            String name,
            FrtbRules rules,
            List<CurvatureRisk> risks,
            ToDoubleFunction<String> within,
            ToDoubleBiFunction<String, String> across,
            Predicate<String> addsUp) {
        Map<String, CurvatureRisk> netted = new LinkedHashMap<>();
        for (CurvatureRisk risk : risks) {
            netted.merge(
                    risk.bucket() + " " + risk.factor(),
                    risk,
                    (a, b) -> new CurvatureRisk(a.bucket(), a.factor(), a.up() + b.up(), a.down() + b.down()));
        }
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        Map<String, List<CurvatureRisk>> buckets = netted.values().stream()
                .collect(Collectors.groupingBy(CurvatureRisk::bucket, TreeMap::new, Collectors.toList()));
        List<String> names = new ArrayList<>(buckets.keySet());
        double[] capital = new double[names.size()];
        double[] sums = new double[names.size()];
        for (int b = 0; b < names.size(); b++) {
            List<CurvatureRisk> members = buckets.getOrDefault(names.get(b), List.of());
            double[] up = members.stream().mapToDouble(CurvatureRisk::up).toArray();
            double[] down = members.stream().mapToDouble(CurvatureRisk::down).toArray();
            members.forEach(risk -> lines.amount(risk.bucket() + " " + risk.factor() + " CVR+", risk.up())
                    .amount(risk.bucket() + " " + risk.factor() + " CVR-", risk.down()));
            boolean other = addsUp.test(names.get(b));
            double rho = other ? 0.0 : within.applyAsDouble(names.get(b));
            double capitalUp = other ? positives(up) : root(up, rho);
            double capitalDown = other ? positives(down) : root(down, rho);
            boolean takesUp = capitalUp > capitalDown || (capitalUp == capitalDown && sum(up) > sum(down));
            capital[b] = Math.max(capitalUp, capitalDown);
            sums[b] = takesUp ? sum(up) : sum(down);
            lines.amount("K of " + names.get(b), capital[b]);
        }
        double square = 0.0;
        for (int b = 0; b < capital.length; b++) {
            square += capital[b] * capital[b];
            for (int c = 0; c < b; c++) {
                boolean counts = sums[b] >= 0.0 || sums[c] >= 0.0;
                square += counts ? 2.0 * across.applyAsDouble(names.get(b), names.get(c)) * sums[b] * sums[c] : 0.0;
            }
        }
        return lines.build(name, Math.sqrt(Math.max(0.0, square)), RegulatoryFigure.CURRENCY, rules.source());
    }

    private static double root(double[] risks, double rho) {
        double square = 0.0;
        for (int k = 0; k < risks.length; k++) {
            square += Math.max(risks[k], 0.0) * Math.max(risks[k], 0.0);
            for (int l = 0; l < k; l++) {
                boolean counts = risks[k] >= 0.0 || risks[l] >= 0.0;
                square += counts ? 2.0 * rho * risks[k] * risks[l] : 0.0;
            }
        }
        return Math.sqrt(Math.max(0.0, square));
    }

    private static double positives(double[] risks) {
        double sum = 0.0;
        for (double risk : risks) {
            sum += Math.max(risk, 0.0);
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
