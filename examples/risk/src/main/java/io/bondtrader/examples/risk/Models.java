package io.bondtrader.examples.risk;

import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.RiskModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models that the example compares, by name. */
final class Models {

    private Models() {}

    static Map<String, RiskModel> all() {
        Map<String, RiskModel> models = new LinkedHashMap<>();
        models.put("historical", RiskModel.historical(QuantileConvention.LINEAR));
        models.put("age-weighted 0.99", RiskModel.ageWeighted(0.99));
        models.put("volatility-scaled 0.97", RiskModel.volatilityScaled(0.97, QuantileConvention.LINEAR));
        models.put("delta-normal, sample", RiskModel.deltaNormal(CovarianceEstimator.aroundZero()));
        models.put("delta-normal, exponential 0.97", RiskModel.deltaNormal(CovarianceEstimator.exponential(0.97)));
        models.put("delta-gamma, Ledoit-Wolf", RiskModel.deltaGamma(CovarianceEstimator.ledoitWolf()));
        return models;
    }
}
