package io.bondtrader.examples.conformance;

import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.ExponentialVolatility;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.var.CornishFisherPnl;
import io.bondtrader.risk.var.DeltaNormal;
import io.bondtrader.risk.var.NormalPnl;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.ReturnStatistics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Value at risk, expected shortfall and the moments of portfolio returns. */
final class VarResultFile implements GoldenFile {

    private static final double DECAY = 0.94;

    @Override
    public String fileName() {
        return "var_results.csv";
    }

    @Override
    public String idColumn() {
        return "set_id";
    }

    @Override
    public RowCheck open(Path folder) {
        ReturnSets sets = ReturnSets.beside(folder);
        return (row, measures) -> {
            FactorMoves moves = sets.get(row.given("set_id"));
            double[] weights = row.numbers("weights").stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Supplier<DoubleStream> computed = row.has("confidence")
                    ? () -> tail(row.given("measure"), moves, weights, row.number("confidence"))
                    : () -> DoubleStream.of(moment(row.given("measure"), portfolio(moves, weights)));
            measures.numbers(
                    "value", Tolerance.PRICE, () -> computed.get().boxed().toList());
        };
    }

    private static double[] portfolio(FactorMoves moves, double[] weights) {
        double[] returns = new double[moves.size()];
        Arrays.setAll(returns, t -> {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * moves.get(t, i);
            }
            return sum;
        });
        return returns;
    }

    private static DoubleStream tail(String measure, FactorMoves moves, double[] weights, double confidence) {
        double[] returns = portfolio(moves, weights);
        ReturnStatistics statistics = ReturnStatistics.of(returns);
        PnlVectors vectors = PnlVectors.of(
                "golden",
                List.of("portfolio"),
                IntStream.range(0, returns.length).mapToObj(Integer::toString).toList(),
                new double[][] {returns});
        return switch (measure) {
            case "hist_var_linear" ->
                DoubleStream.of(
                        vectors.risk(confidence, QuantileConvention.LINEAR).valueAtRisk());
            case "hist_es_tail_mean" ->
                DoubleStream.of(
                        vectors.risk(confidence, QuantileConvention.LINEAR).expectedShortfall());
            case "hist_var_order_stat" ->
                DoubleStream.of(vectors.risk(confidence, QuantileConvention.ORDER_STATISTIC)
                        .valueAtRisk());
            case "hist_es_order_stat" ->
                DoubleStream.of(vectors.risk(confidence, QuantileConvention.ORDER_STATISTIC)
                        .expectedShortfall());
            case "param_var" -> DoubleStream.of(statistics.normal().valueAtRisk(confidence));
            case "param_es" -> DoubleStream.of(statistics.normal().expectedShortfall(confidence));
            case "param_var_zero_mean" ->
                DoubleStream.of(new NormalPnl(0, statistics.deviation()).valueAtRisk(confidence));
            case "param_var_10d" -> DoubleStream.of(statistics.normal().over(10).valueAtRisk(confidence));
            // The file corrects the quantile of losses with the skewness of returns, which is that of the mirrored
            // portfolio.
            case "cornish_fisher_var" ->
                DoubleStream.of(new CornishFisherPnl(
                                statistics.mean(),
                                statistics.deviation(),
                                -statistics.skewness(),
                                statistics.excessKurtosis())
                        .valueAtRisk(confidence));
            case "ewma_var" ->
                DoubleStream.of(
                        new NormalPnl(0, ExponentialVolatility.of(DECAY).latest(returns)).valueAtRisk(confidence));
            case "component_var_zero_mean" ->
                Arrays.stream(DeltaNormal.of(
                                CovarianceEstimator.sample().estimate(moves).covariance(), weights)
                        .components(confidence));
            default -> throw new UnreadableRow("unknown measure " + measure);
        };
    }

    private static double moment(String measure, double[] returns) {
        ReturnStatistics statistics = ReturnStatistics.of(returns);
        return switch (measure) {
            case "mean" -> statistics.mean();
            case "stdev" -> statistics.deviation();
            case "skewness" -> statistics.skewness();
            case "excess_kurtosis" -> statistics.excessKurtosis();
            case "ewma_vol" -> ExponentialVolatility.of(DECAY).latest(returns);
            case "sharpe_per_period" -> statistics.sharpe(0);
            case "max_drawdown" -> statistics.maximumDrawdown();
            case "downside_deviation_zero" -> ReturnStatistics.downsideDeviation(returns, 0);
            case "cumulative_return" -> statistics.cumulativeReturn();
            default -> throw new UnreadableRow("unknown measure " + measure);
        };
    }
}
