package io.bondtrader.risk.var;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimate;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sensitivities of the book and a covariance of its factors. */
record ParametricModel(CovarianceEstimator estimator, Expansion expansion) implements RiskModel {

    private static final double BAND = 0.95;

    enum Expansion {
        LINEAR,
        CORNISH_FISHER,
        SADDLE_POINT
    }

    @Override
    public TailRisk estimate(ScenarioBook book, FactorMoves history, double confidence, Parallelism parallelism) {
        PnlVectors.requireConfidence(confidence);
        CovarianceEstimate estimate = estimator.estimate(history);
        FactorSensitivities sensitivities = book.sensitivities(parallelism);
        Covariance covariance = ofFactors(estimate.covariance(), sensitivities.factors());
        PnlDistribution distribution = switch (expansion) {
            case LINEAR -> DeltaNormal.of(covariance, sensitivities.delta()).distribution();
            case CORNISH_FISHER -> DeltaGammaPnl.of(sensitivities, covariance).cornishFisher();
            case SADDLE_POINT -> DeltaGammaPnl.of(sensitivities, covariance);
        };
        double valueAtRisk = distribution.valueAtRisk(confidence);
        double shortfall = distribution.expectedShortfall(confidence);
        // the deviation of n normal observations is known to 1/√(2n) of itself, and with it both figures
        double error =
                StandardNormal.quantile((1 + BAND) / 2) / Math.sqrt(2 * Math.max(1, estimate.effectiveObservations()));
        return new TailRisk(
                String.format(Locale.ROOT, "%s, covariance %s", distribution.name(), estimate.method()),
                confidence,
                Optional.empty(),
                estimate.observations(),
                valueAtRisk,
                shortfall,
                band(valueAtRisk, error),
                band(shortfall, error));
    }

    private static ConfidenceBand band(double figure, double error) {
        double spread = Math.abs(figure) * error;
        return new ConfidenceBand(BAND, figure - spread, figure + spread);
    }

    /** The rows and columns of the book's factors. */
    static Covariance ofFactors(Covariance covariance, List<String> factors) {
        int[] places = new int[factors.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = covariance.names().indexOf(factors.get(i));
            if (places[i] < 0) {
                throw new MissingData("covariance of factor " + factors.get(i));
            }
        }
        double[][] rows = new double[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                rows[i][j] = covariance.get(places[i], places[j]);
            }
        }
        return Covariance.of(factors, rows);
    }
}
