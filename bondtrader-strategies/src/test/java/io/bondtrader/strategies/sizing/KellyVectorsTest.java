package io.bondtrader.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.testdata.VectorTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The golden values of {@code kelly.csv}, all 67 rows. */
final class KellyVectorsTest {

    private static final VerifiedKelly VERIFIED = VerifiedKelly.of(Verifier.flagging());

    private static double[] numbers(String text) {
        return Arrays.stream(text.split("[,;]"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void agree(VectorTable.Row row, double[] fractions, double growth, List<Verified> verified) {
        double[] expected = numbers(row.text("fraction"));
        assertThat(fractions).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(fractions[i]).isCloseTo(expected[i], tolerance(expected[i]));
        }
        assertThat(growth).isCloseTo(row.number("growth_rate"), tolerance(row.number("growth_rate")));
        assertThat(verified).allMatch(Verified::isAgreed);
        if (row.has("fraction_clamped_0_1")) {
            assertThat(Math.min(1, Math.max(0, fractions[0])))
                    .isCloseTo(row.number("fraction_clamped_0_1"), tolerance(1));
        }
    }

    private static Offset<Double> tolerance(double value) {
        return within(1e-9 * Math.max(1, Math.abs(value)));
    }

    @Test
    void everyBinaryBetAgrees() {
        VectorTable.of("kelly.csv").where("type", "BINARY").everyRow(row -> {
            VectorTable.Row in = row.pairs("inputs");
            BinaryKelly bet = new BinaryKelly(in.number("p"), in.number("win"), in.number("loss"));
            agree(row, new double[] {bet.fraction()}, bet.growth(bet.fraction()), List.of(VERIFIED.fraction(bet)));
        });
    }

    @Test
    void everyGaussianAssetAgrees() {
        VectorTable.of("kelly.csv").where("type", "GAUSSIAN").everyRow(row -> {
            VectorTable.Row in = row.pairs("inputs");
            GaussianKelly bet = new GaussianKelly(in.number("mu"), in.number("sigma"), in.number("rf"));
            agree(row, new double[] {bet.fraction()}, bet.growth(bet.fraction()), List.of());
        });
    }

    @Test
    void everyGroupOfGaussianAssetsAgrees() {
        VectorTable.of("kelly.csv").where("type", "MULTIVARIATE_GAUSSIAN").everyRow(row -> {
            VectorTable.Row in = row.pairs("inputs");
            double[] means = numbers(in.text("mu"));
            double[] flat = numbers(in.text("cov"));
            int n = means.length;
            double[][] matrix = IntStream.range(0, n)
                    .mapToObj(i -> Arrays.copyOfRange(flat, i * n, (i + 1) * n))
                    .toArray(double[][]::new);
            List<String> names =
                    IntStream.range(0, n).mapToObj(i -> "asset " + i).toList();
            MultivariateKelly bets = MultivariateKelly.of(Covariance.of(names, matrix), means, in.number("rf"));
            agree(row, bets.fractions(), bets.growth(bets.fractions()), VERIFIED.fractions(bets));
        });
    }

    @Test
    void everyBetWithScenariosAgrees() {
        VectorTable.of("kelly.csv").where("type", "SCENARIO").everyRow(row -> {
            VectorTable.Row in = row.pairs("inputs");
            ScenarioKelly bets = ScenarioKelly.of(numbers(in.text("outcomes")), numbers(in.text("probabilities")));
            agree(row, bets.fractions(), bets.growth(bets.fractions()), VERIFIED.fractions(bets));
        });
    }

    @Test
    void everyGroupOfBetsWithScenariosAgrees() {
        VectorTable.of("kelly.csv").where("type", "MULTIVARIATE_SCENARIO").everyRow(row -> {
            double[][] returns = Arrays.stream(
                            row.pairs("inputs").text("returns").split("\\|"))
                    .map(KellyVectorsTest::numbers)
                    .toArray(double[][]::new);
            double[] equal = new double[returns.length];
            Arrays.fill(equal, 1.0 / equal.length);
            ScenarioKelly bets = ScenarioKelly.of(returns, equal);
            agree(row, bets.fractions(), bets.growth(bets.fractions()), VERIFIED.fractions(bets));
        });
    }
}
