package io.bondtrader.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.SampleBook;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ReverseStressTest {

    private static final CurveFactors FACTORS =
            CurveFactors.of(List.of(Tenor.parse("2Y"), Tenor.parse("5Y"), Tenor.parse("10Y"), Tenor.parse("30Y")));

    /** Daily standard deviations of 6, 6, 5.5 and 5 basis points. */
    private static Covariance covariance() {
        double[] deviations = {6e-4, 6e-4, 5.5e-4, 5e-4};
        double[][] correlations = new double[4][4];
        double[] years = {2, 5, 10, 30};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                correlations[i][j] = Math.exp(-0.25 * Math.abs(Math.log(years[i] / years[j])));
            }
        }
        return Covariance.ofCorrelations(FACTORS.names(), deviations, correlations);
    }

    private static ValuedBook zero(String face) {
        LocalDate maturity = SampleBook.SETTLEMENT.plusYears(10);
        Security bond = Security.of(
                "Z", ZeroCouponBond.of(BondConventions.US_TREASURY, LocalDate.of(2025, 1, 15), maturity), "USD");
        Position held = new Position(bond, new TradingBook("h", "d", "b"), "ann", new BigDecimal(face));
        return ValuedBook.of(List.of(held), RiskMarket.of(SampleBook.SETTLEMENT, "USD", SampleBook.curve("USD", 0.03)));
    }

    @Test
    void theParallelMoveOfAZeroCouponBondIsItsClosedForm() {
        ValuedBook book = zero("1000000");
        double years = book.maturityYears(0);
        double worth = book.marketValue();

        ReverseAnswer answer = ReverseStress.of(book).along(CurveScenario.parallel(1e-4), 0.1 * worth, 1_000);

        assertThat(answer).isInstanceOfSatisfying(ReverseAnswer.Found.class, found -> {
            assertThat(found.size()).isCloseTo(-Math.log(0.9) / years * 1e4, within(0.1));
            assertThat(found.loss()).isCloseTo(0.1 * worth, within(1e-6));
            assertThat(found.certificate().lossError()).isLessThan(1e-6);
            assertThat(found.scenario().zeroShift(3)).isCloseTo(found.size() * 1e-4, within(1e-15));
            assertThat(found.toString()).contains("loses");
        });
    }

    @Test
    void aLossThatNoMoveMakesIsAnAnswer() {
        ValuedBook book = zero("1000000");

        ReverseAnswer answer =
                ReverseStress.of(book).along(CurveScenario.parallel(1e-4), 2 * book.marketValue(), 1_000);

        assertThat(answer).isInstanceOfSatisfying(ReverseAnswer.Unreachable.class, beyond -> {
            assertThat(beyond.wanted()).isEqualTo(2 * book.marketValue());
            assertThat(beyond.largestLoss()).isBetween(0.5 * book.marketValue(), book.marketValue());
            assertThat(beyond.toString()).startsWith("no move up to size 1000");
        });
        assertThat(ReverseStress.of(book).along(CurveScenario.parallel(-1e-4), 1, 100))
                .isInstanceOf(ReverseAnswer.Unreachable.class); // falling rates lose nothing
    }

    @Test
    void theSmallestOfSeveralMovesIsFoundWhereTheLossTurnsRound() {
        ValuedBook book = zero("-1000000");
        CurveScenario fall = CurveScenario.parallel(-1e-4);
        ReverseStress reverse = ReverseStress.of(book);
        double loss = reverse.loss(fall.times(50));

        assertThat(reverse.along(fall, loss, 1_000))
                .isInstanceOfSatisfying(
                        ReverseAnswer.Found.class,
                        found -> assertThat(found.size()).isCloseTo(50, within(1e-6)));
    }

    @Test
    void theMostLikelyMoveLosesWhatWasAskedForAndNoTurnOfItLosesMore() {
        ValuedBook book = SampleStress.book(60);
        ReverseStress reverse = ReverseStress.of(book);
        Covariance covariance = covariance();
        double wanted = 0.02 * book.marketValue();

        ReverseAnswer answer = reverse.mostLikely(FACTORS, covariance, wanted, 100);

        assertThat(answer).isInstanceOfSatisfying(ReverseAnswer.Found.class, found -> {
            assertThat(found.certificate().lossError()).isLessThan(1e-6 * wanted);
            assertThat(found.certificate().stationarity()).isLessThan(1e-4);
            SplittableRandom random = new SplittableRandom(3);
            for (int k = 0; k < 500; k++) { // no other move of that distance loses more
                double[] other = moveAtDistance(covariance, found.size(), random, found.scenario(), k % 2 == 0);
                double loss = reverse.loss(CurveScenario.ofShifts("other", new double[] {2, 5, 10, 30}, other));
                assertThat(loss).isLessThanOrEqualTo(wanted * (1 + 1e-6));
            }
        });
    }

    /** A random move of a Mahalanobis distance, near a given one or anywhere, by the Cholesky factor of the covariance. */
    private static double[] moveAtDistance(
            Covariance covariance, double distance, SplittableRandom random, CurveScenario near, boolean close) {
        double[][] factor = cholesky(covariance.toArray());
        double[] years = {2, 5, 10, 30};
        double[] u = new double[4];
        for (int i = 0; i < 4; i++) { // near, whitened by forward substitution
            double sum = near.zeroShift(years[i]);
            for (int j = 0; j < i; j++) {
                sum -= factor[i][j] * u[j];
            }
            u[i] = sum / factor[i][i];
        }
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            u[i] = (close ? u[i] : 0) + (close ? 0.05 * distance : 1) * random.nextGaussian();
            norm += u[i] * u[i];
        }
        double[] x = new double[4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                x[i] += factor[i][j] * u[j] * distance / Math.sqrt(norm);
            }
        }
        return x;
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }

    @Property(tries = 60, seed = "20250714")
    void aSmallLossIsThatOfTheLinearBook(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll @DoubleRange(min = 0.5, max = 3) double size) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Position> positions = new ArrayList<>();
        List<Security> securities = SampleBook.securities(12);
        for (int k = 0; k < 12; k++) {
            if (securities.get(k).currency().getCurrencyCode().equals("USD")) {
                positions.add(new Position(
                        securities.get(k),
                        new TradingBook("h", "d", "b"),
                        "ann",
                        BigDecimal.valueOf(random.nextInt(1_000, 1_000_000))));
            }
        }
        ValuedBook book =
                ValuedBook.of(positions, RiskMarket.of(SampleBook.SETTLEMENT, "USD", SampleBook.curve("USD", 0.03)));
        ReverseStress reverse = ReverseStress.of(book);
        double[] gradient = new double[4];
        double[] years = {2, 5, 10, 30};
        for (int k = 0; k < 4; k++) {
            CurveScenario up = CurveScenario.keyRate(years, k, 1e-6);
            gradient[k] = (reverse.loss(up) - reverse.loss(up.times(-1))) / 2e-6;
        }
        double deviation = Math.sqrt(covariance().variance(gradient));
        double wanted = 0.01 * size * deviation;

        ReverseAnswer answer = reverse.mostLikely(FACTORS, covariance(), wanted, 10);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        ReverseAnswer.Found.class,
                        found -> assertThat(found.size()).isCloseTo(wanted / deviation, within(1e-3 * size)));
    }

    /** With rates that move as one, the most likely move is the smaller of both parallel moves. */
    @Property(tries = 60, seed = "20250714")
    void ofRatesThatMoveAsOneTheNearerSideIsFound(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Position> positions = new ArrayList<>();
        for (Security security : SampleBook.securities(9)) {
            long face = random.nextInt(-1_000_000, 1_000_000);
            positions.add(new Position(security, new TradingBook("h", "d", "b"), "ann", BigDecimal.valueOf(face)));
        }
        ReverseStress reverse = ReverseStress.of(ValuedBook.of(positions, SampleBook.market()));
        double[][] one = new double[4][4];
        for (double[] row : one) {
            Arrays.fill(row, 1);
        }
        Covariance asOne = Covariance.ofCorrelations(FACTORS.names(), new double[] {1e-3, 1e-3, 1e-3, 1e-3}, one);
        double wanted = 1_000.0 * size;

        ReverseAnswer rise = reverse.along(CurveScenario.parallel(1e-3), wanted, 60);
        ReverseAnswer fall = reverse.along(CurveScenario.parallel(-1e-3), wanted, 60);
        ReverseAnswer likely = reverse.mostLikely(FACTORS, asOne, wanted, 60);

        double nearer = Math.min(size(rise), size(fall));
        if (nearer < 55) { // the edge is looked at elsewhere
            assertThat(size(likely)).as("%s %s", rise, fall).isCloseTo(nearer, within(1e-6 * nearer));
        }
    }

    private static double size(ReverseAnswer answer) {
        return answer instanceof ReverseAnswer.Found found ? found.size() : Double.MAX_VALUE;
    }

    @Test
    void aLossBeyondTheDistanceIsAnAnswer() {
        ValuedBook book = zero("1000000");
        ReverseStress reverse = ReverseStress.of(book);

        assertThat(reverse.mostLikely(FACTORS, covariance(), 0.5 * book.marketValue(), 4))
                .isInstanceOfSatisfying(ReverseAnswer.Unreachable.class, beyond -> {
                    assertThat(beyond.searchedTo()).isEqualTo(4);
                    assertThat(beyond.largestLoss())
                            .isCloseTo(book.marketValue() * 10 * 4 * 5.5e-4, within(0.002 * book.marketValue()));
                });
        assertThat(reverse.mostLikely(FACTORS, covariance(), 10 * book.marketValue(), 1_000))
                .isInstanceOf(ReverseAnswer.Unreachable.class);
    }

    @Test
    void refusesQuestionsWithoutSense() {
        ReverseStress reverse = ReverseStress.of(zero("1000"));
        CurveScenario up = CurveScenario.parallel(1e-4);
        assertThatThrownBy(() -> reverse.along(up, -1, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reverse.along(up, Double.NaN, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reverse.along(up, 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reverse.mostLikely(FACTORS, covariance(), 1, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reverse.mostLikely(CurveFactors.standard(), covariance(), 1, 5))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ReverseStress.of(ValuedBook.of(List.of(), SampleBook.market())))
                .isInstanceOf(InvalidInput.class);
    }
}
