package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.ExponentialVolatility;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.testdata.VectorTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every figure of the golden files {@code var_returns.csv} and {@code var_results.csv}. */
final class VarVectorsTest {

    private static Map<String, double[][]> returns() {
        Map<String, List<double[]>> sets = new HashMap<>();
        VectorTable.of("var_returns.csv")
                .everyRow(row -> sets.computeIfAbsent(row.text("set_id"), unknown -> new ArrayList<>())
                        .add(row.list("asset_returns").stream()
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
        Map<String, double[][]> arrays = new HashMap<>();
        sets.forEach((name, rows) -> arrays.put(name, rows.toArray(double[][]::new)));
        return arrays;
    }

    @Test
    void everyMeasureOfThePortfoliosOfTheGoldenFile() {
        Map<String, double[][]> sets = returns();
        VectorTable.of("var_results.csv").everyRow(row -> {
            double[][] assets = Objects.requireNonNull(sets.get(row.text("set_id")));
            double[] weights = row.list("weights").stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] expected =
                    row.list("value").stream().mapToDouble(Double::parseDouble).toArray();
            double confidence = row.has("confidence") ? row.number("confidence") : 0.5;
            double[] actual = measure(row.text("measure"), assets, weights, confidence);
            assertThat(actual).containsExactly(expected, within(1e-12));
        });
    }

    private static double[] measure(String name, double[][] assets, double[] weights, double confidence) {
        double[] pnl = new double[assets.length];
        for (int t = 0; t < pnl.length; t++) {
            for (int i = 0; i < weights.length; i++) {
                pnl[t] += weights[i] * assets[t][i];
            }
        }
        List<String> scenarios =
                IntStream.range(0, pnl.length).mapToObj(Integer::toString).toList();
        PnlVectors vectors = PnlVectors.of("golden", List.of("portfolio"), scenarios, new double[][] {pnl});
        ReturnStatistics statistics = ReturnStatistics.of(pnl);
        return switch (name) {
            case "hist_var_linear" ->
                one(vectors.risk(confidence, QuantileConvention.LINEAR).valueAtRisk());
            case "hist_es_tail_mean" ->
                one(vectors.risk(confidence, QuantileConvention.LINEAR).expectedShortfall());
            case "hist_var_order_stat" ->
                one(vectors.risk(confidence, QuantileConvention.ORDER_STATISTIC).valueAtRisk());
            case "hist_es_order_stat" ->
                one(vectors.risk(confidence, QuantileConvention.ORDER_STATISTIC).expectedShortfall());
            case "param_var" -> one(statistics.normal().valueAtRisk(confidence));
            case "param_es" -> one(statistics.normal().expectedShortfall(confidence));
            case "param_var_zero_mean" -> one(new NormalPnl(0, statistics.deviation()).valueAtRisk(confidence));
            case "param_var_10d" -> one(statistics.normal().over(10).valueAtRisk(confidence));
            // the file corrects the quantile of losses with the skewness of returns: that of the mirrored portfolio
            case "cornish_fisher_var" ->
                one(new CornishFisherPnl(
                                statistics.mean(),
                                statistics.deviation(),
                                -statistics.skewness(),
                                statistics.excessKurtosis())
                        .valueAtRisk(confidence));
            case "ewma_var" ->
                one(new NormalPnl(0, ExponentialVolatility.of(0.94).latest(pnl)).valueAtRisk(confidence));
            case "component_var_zero_mean" -> components(assets, weights, confidence);
            case "mean" -> one(statistics.mean());
            case "stdev" -> one(statistics.deviation());
            case "skewness" -> one(statistics.skewness());
            case "excess_kurtosis" -> one(statistics.excessKurtosis());
            case "ewma_vol" -> one(ExponentialVolatility.of(0.94).latest(pnl));
            case "sharpe_per_period" -> one(statistics.sharpe(0));
            case "max_drawdown" -> one(statistics.maximumDrawdown());
            case "downside_deviation_zero" -> one(ReturnStatistics.downsideDeviation(pnl, 0));
            case "cumulative_return" -> one(statistics.cumulativeReturn());
            default -> throw new IllegalArgumentException("a measure that is not known: " + name);
        };
    }

    private static double[] components(double[][] assets, double[] weights, double confidence) {
        List<String> names =
                IntStream.range(0, weights.length).mapToObj(i -> "asset " + i).toList();
        List<LocalDate> days = IntStream.range(0, assets.length)
                .mapToObj(t -> LocalDate.of(2020, 1, 1).plusDays(t))
                .toList();
        Covariance covariance = CovarianceEstimator.sample()
                .estimate(FactorMoves.of(names, days, ReturnKind.RELATIVE, assets))
                .covariance();
        return DeltaNormal.of(covariance, weights).components(confidence);
    }

    private static double[] one(double value) {
        return new double[] {value};
    }
}
