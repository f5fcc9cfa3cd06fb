package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.testdata.VectorTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of {@code portfolio.csv}: closed forms and exact enumerations of supports. */
final class PortfolioVectorsTest {

    @Test
    void everyGoldenPortfolioIsFound() {
        VectorTable.of("portfolio.csv").everyRow(row -> {
            Covariance covariance = covariance(row);
            double[] means = numbers(row.list("expected_returns"));
            double[] expected = numbers(row.list("weights"));
            if (row.text("method").equals("BLACK_LITTERMAN_POSTERIOR_MEAN")) {
                assertThat(posterior(row.text("parameter"), covariance)).containsExactly(expected, within(1e-12));
                return;
            }
            double riskFree = row.number("risk_free");
            Portfolio found = Portfolio.of(
                    covariance, means, solve(row, covariance, means, riskFree).weights());
            assertThat(found.weights()).containsExactly(expected, within(1e-9));
            assertThat(found.expectedReturn().orElseThrow()).isCloseTo(row.number("portfolio_return"), within(1e-10));
            assertThat(found.volatility()).isCloseTo(row.number("portfolio_volatility"), within(1e-11));
            if (row.has("sharpe_ratio")) {
                assertThat(found.sharpeRatio(riskFree)).isCloseTo(row.number("sharpe_ratio"), within(1e-10));
            }
        });
    }

    private static Portfolio solve(VectorTable.Row row, Covariance covariance, double[] means, double riskFree) {
        Allocation any = Allocation.of(covariance).withExpectedReturns(means);
        Allocation longOnly = any.subjectTo(Constraint.longOnly());
        return switch (row.text("method")) {
            case "MIN_VARIANCE" -> any.minimumVariance();
            case "TANGENCY" -> any.maximumSharpe(riskFree);
            case "EFFICIENT_TARGET_RETURN" -> any.targetReturn(row.number("parameter"));
            case "MEAN_VARIANCE_UTILITY" -> any.meanVariance(row.number("parameter"));
            case "MIN_VARIANCE_LONG_ONLY" -> longOnly.minimumVariance();
            case "LONG_ONLY_TARGET_RETURN" -> longOnly.targetReturn(row.number("parameter"));
            case "TANGENCY_LONG_ONLY" -> longOnly.maximumSharpe(riskFree);
            case "RISK_PARITY" -> RiskBudgeting.parity(covariance);
            case "RISK_BUDGET" -> RiskBudgeting.of(covariance, numbers(row.list("parameter")));
            case "INVERSE_VOLATILITY" -> any.inverseVolatility();
            case "MAX_DIVERSIFICATION" -> any.maximumDiversification();
            default -> throw new AssertionError("a method that is not known: " + row.text("method"));
        };
    }

    /** Reads {@code tau=..;delta=..;market=a;b;c;views=w0:0.08,w0-w4:0.02;omega=diag(P tau S P^T)}. */
    private static double[] posterior(String parameter, Covariance covariance) {
        double tau = Double.parseDouble(between(parameter, "tau=", ";delta"));
        double delta = Double.parseDouble(between(parameter, "delta=", ";market"));
        double[] market =
                numbers(List.of(between(parameter, "market=", ";views").split(";", -1)));
        BlackLitterman model = BlackLitterman.ofEquilibrium(covariance, market, delta, tau);
        for (String view : between(parameter, "views=", ";omega").split(",", -1)) {
            String[] parts = view.split(":", -1);
            double[] portfolio = new double[market.length];
            String[] assets = parts[0].split("-", -1);
            portfolio[Integer.parseInt(assets[0].substring(1))] = 1;
            if (assets.length == 2) {
                portfolio[Integer.parseInt(assets[1].substring(1))] = -1;
            }
            model = model.withView(parts[0], portfolio, Double.parseDouble(parts[1]));
        }
        return model.posteriorReturns();
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static Covariance covariance(VectorTable.Row row) {
        int n = row.integer("n");
        double[] values = numbers(row.list("covariance_row_major"));
        double[][] matrix = new double[n][];
        Arrays.setAll(matrix, i -> Arrays.copyOfRange(values, i * n, (i + 1) * n));
        return Covariance.of(Workloads.names(n), matrix);
    }

    private static double[] numbers(List<String> texts) {
        return texts.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
