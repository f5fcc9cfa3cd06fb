package io.bondtrader.examples.conformance;

import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.strategies.sizing.BinaryKelly;
import io.bondtrader.strategies.sizing.GaussianKelly;
import io.bondtrader.strategies.sizing.MultivariateKelly;
import io.bondtrader.strategies.sizing.ScenarioKelly;
import io.bondtrader.strategies.sizing.VerifiedKelly;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Kelly bets of every kind, each fraction by two methods where there are two. */
final class KellyFile implements GoldenFile {

    private static final VerifiedKelly KELLY = VerifiedKelly.of(Verifier.strict());

    @Override
    public String fileName() {
        return "kelly.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            Bet bet = bet(row.given("type"), row.pairs("inputs"));
            measures.numbers("fraction", Tolerance.PRICE, () -> bet.fractions);
            measures.number(
                    "fraction_clamped_0_1", Tolerance.PRICE, () -> Math.min(1, Math.max(0, bet.fractions.get(0))));
            measures.number("growth_rate", Tolerance.PRICE, () -> bet.growth);
        };
    }

    private record Bet(List<Double> fractions, double growth) {}

    private static Bet bet(String type, Row in) {
        switch (type) {
            case "BINARY" -> {
                BinaryKelly bet = new BinaryKelly(in.number("p"), in.number("win"), in.number("loss"));
                double fraction = KELLY.fraction(bet).orElseThrow();
                return new Bet(List.of(fraction), bet.growth(fraction));
            }
            case "GAUSSIAN" -> {
                GaussianKelly bet = new GaussianKelly(in.number("mu"), in.number("sigma"), in.number("rf"));
                return new Bet(List.of(bet.fraction()), bet.growth(bet.fraction()));
            }
            case "MULTIVARIATE_GAUSSIAN" -> {
                MultivariateKelly bets = gaussian(in);
                double[] fractions = values(KELLY.fractions(bets));
                return new Bet(boxed(fractions), bets.growth(fractions));
            }
            case "SCENARIO" -> {
                return scenarios(ScenarioKelly.of(numbers(in.given("outcomes")), numbers(in.given("probabilities"))));
            }
            case "MULTIVARIATE_SCENARIO" -> {
                return scenarios(several(in));
            }
            default -> throw new UnreadableRow("unknown type " + type);
        }
    }

    private static MultivariateKelly gaussian(Row in) {
        double[] means = numbers(in.given("mu"));
        double[] flat = numbers(in.given("cov"));
        int n = means.length;
        if (flat.length != n * n) {
            throw new UnreadableRow("cov holds " + flat.length + " numbers for " + n + " assets");
        }
        double[][] matrix = IntStream.range(0, n)
                .mapToObj(i -> Arrays.copyOfRange(flat, i * n, (i + 1) * n))
                .toArray(double[][]::new);
        List<String> names = IntStream.range(0, n).mapToObj(i -> "asset " + i).toList();
        return MultivariateKelly.of(Covariance.of(names, matrix), means, in.number("rf"));
    }

    private static ScenarioKelly several(Row in) {
        double[][] returns = Arrays.stream(in.given("returns").split("\\|"))
                .map(scenario -> numbers(scenario))
                .toArray(double[][]::new);
        double[] probabilities = new double[returns.length];
        if (in.given("probabilities").equals("equal")) {
            Arrays.fill(probabilities, 1.0 / returns.length);
        } else {
            probabilities = numbers(in.given("probabilities"));
        }
        return ScenarioKelly.of(returns, probabilities);
    }

    private static Bet scenarios(ScenarioKelly bets) {
        double[] fractions = values(KELLY.fractions(bets));
        return new Bet(boxed(fractions), bets.growth(fractions));
    }

    private static double[] values(List<Verified> verified) {
        return verified.stream().mapToDouble(Verified::orElseThrow).toArray();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(","))
                .mapToDouble(item -> Row.number("inputs", item))
                .toArray();
    }
}
