package io.bondtrader.examples.conformance;

import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Allocation;
import io.bondtrader.risk.optimise.BlackLitterman;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.Portfolio;
import io.bondtrader.risk.optimise.RiskBudgeting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Optimal portfolios by method: weights, return, volatility and Sharpe ratio. */
final class PortfolioFile implements GoldenFile {

    @Override
    public String fileName() {
        return "portfolio.csv";
    }

    @Override
    public String idColumn() {
        return "set_id";
    }

    @Override
    public RowCheck open(Path folder) {
        return PortfolioFile::check;
    }

    private static void check(Row row, Measures measures) {
        double[] means = array(row.numbers("expected_returns"));
        Covariance covariance = covariance(row);
        if (row.given("method").equals("BLACK_LITTERMAN_POSTERIOR_MEAN")) {
            measures.numbers("weights", Tolerance.PRICE, () -> list(posterior(row.given("parameter"), covariance)));
            return;
        }
        double riskFree = row.number("risk_free");
        Portfolio solved = portfolio(row, Allocation.of(covariance).withExpectedReturns(means), covariance, riskFree);
        Supplier<Portfolio> found = () -> Portfolio.of(covariance, means, solved.weights());
        measures.numbers("weights", Tolerance.PRICE, () -> list(found.get().weights()));
        measures.number(
                "portfolio_return",
                Tolerance.PRICE,
                () -> found.get().expectedReturn().orElseThrow());
        measures.number(
                "portfolio_volatility", Tolerance.PRICE, () -> found.get().volatility());
        measures.number("sharpe_ratio", Tolerance.PRICE, () -> found.get().sharpeRatio(riskFree));
    }

    private static Portfolio portfolio(Row row, Allocation any, Covariance covariance, double riskFree) {
        Allocation longOnly = any.subjectTo(Constraint.longOnly());
        return switch (row.given("method")) {
            case "MIN_VARIANCE" -> any.minimumVariance();
            case "TANGENCY" -> any.maximumSharpe(riskFree);
            case "EFFICIENT_TARGET_RETURN" -> any.targetReturn(row.number("parameter"));
            case "MEAN_VARIANCE_UTILITY" -> any.meanVariance(row.number("parameter"));
            case "MIN_VARIANCE_LONG_ONLY" -> longOnly.minimumVariance();
            case "LONG_ONLY_TARGET_RETURN" -> longOnly.targetReturn(row.number("parameter"));
            case "TANGENCY_LONG_ONLY" -> longOnly.maximumSharpe(riskFree);
            case "RISK_PARITY" -> RiskBudgeting.parity(covariance);
            case "RISK_BUDGET" -> RiskBudgeting.of(covariance, array(row.numbers("parameter")));
            case "INVERSE_VOLATILITY" -> any.inverseVolatility();
            case "MAX_DIVERSIFICATION" -> any.maximumDiversification();
            default -> throw new UnreadableRow("there is no method '" + row.given("method") + "'");
        };
    }

    /** Views are written {@code asset:return} or {@code asset-asset:return}, each as uncertain as the equilibrium. */
    private static double[] posterior(String parameter, Covariance covariance) {
        Row pairs = new Row(Map.of("parameter", parameter)).pairs("parameter");
        double[] market = array(pairs.numbers("market"));
        BlackLitterman model =
                BlackLitterman.ofEquilibrium(covariance, market, pairs.number("delta"), pairs.number("tau"));
        for (String view : pairs.given("views").split(",", -1)) {
            int colon = view.indexOf(':');
            String[] assets = view.substring(0, Math.max(0, colon)).split("-", -1);
            double[] portfolio = new double[market.length];
            for (int k = 0; k < assets.length; k++) {
                portfolio[covariance.names().indexOf(assets[k])] = k == 0 ? 1 : -1;
            }
            model = model.withView(view, portfolio, Row.number("parameter", view.substring(colon + 1)));
        }
        return model.posteriorReturns();
    }

    private static Covariance covariance(Row row) {
        int n = row.integer("n");
        double[] values = array(row.numbers("covariance_row_major"));
        double[][] matrix = new double[n][];
        Arrays.setAll(matrix, i -> Arrays.copyOfRange(values, i * n, (i + 1) * n));
        return Covariance.of(IntStream.range(0, n).mapToObj(i -> "w" + i).toList(), matrix);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
