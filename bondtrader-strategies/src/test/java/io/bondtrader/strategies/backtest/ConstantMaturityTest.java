package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConstantMaturityTest {

    private static final Tenor ONE = Tenor.ofYears(1);
    private static final Tenor TEN = Tenor.ofYears(10);
    private static final LocalDate START = LocalDate.of(2024, 1, 2);

    @Test
    void anUnchangedFlatCurvePaysItsYieldAndNothingElse() {
        ConstantMaturity series = ConstantMaturity.of(days(30, 0.04, 0.04), TEN);

        double years = ChronoUnit.DAYS.between(START, START.plusDays(29)) / 365.25;
        assertThat(series.index()[28]).isCloseTo(100 * Math.pow(1.02, 2 * years), within(1e-9));
        assertThat(series.rollDown()).containsOnly(0.0);
        assertThat(series.rates()).containsOnly(0.0);
    }

    /** The flows one by one, which the closed form adds up. */
    @Test
    void theReturnIsThatOfTheBondsPaymentsDiscountedOneByOne() {
        double[][] yields = {{0.030, 0.0450}, {0.031, 0.0465}};
        ConstantMaturity series = ConstantMaturity.of(
                ParYieldHistory.of(List.of(ONE, TEN), List.of(START, START.plusDays(7)), yields), TEN);
        double held = 7 / 365.25;
        double yield = 0.031 + (0.0465 - 0.031) * (10 - held - 1) / 9;
        double value = 0;
        for (int k = 1; k <= 20; k++) {
            value += (0.0225 + (k == 20 ? 1 : 0)) / Math.pow(1 + yield / 2, k - 2 * held);
        }

        assertThat(series.returns()[0]).isCloseTo(value - 1, within(1e-14));
        // Duration times the change: the approximation that the literature uses.
        assertThat(series.rates()[0]).isCloseTo(-7.98 * 0.0015, within(2e-4));
    }

    @Test
    void carryRollDownAndRatesAddUpToTheReturn() {
        double[][] yields = {{0.02, 0.04}, {0.021, 0.0395}, {0.019, 0.041}};
        ConstantMaturity series = ConstantMaturity.of(
                ParYieldHistory.of(List.of(ONE, TEN), List.of(START, START.plusDays(1), START.plusDays(4)), yields),
                TEN);

        for (int i = 0; i < 2; i++) {
            assertThat(series.carry()[i] + series.rollDown()[i] + series.rates()[i])
                    .isCloseTo(series.returns()[i], within(1e-16));
        }
        assertThat(series.rollDown()[0]).isPositive(); // a steep curve
    }

    @Test
    void zeroYieldsAreOrdinary() {
        ConstantMaturity series = ConstantMaturity.of(days(3, 0.0, 0.0), TEN);

        assertThat(series.returns()).containsOnly(0.0);
    }

    @Test
    void aDayWithoutTheTenorIsCoveredByTheNextReturn() {
        double[][] yields = {{0.04, 0.04}, {0.04, Double.NaN}, {0.04, 0.04}};
        ConstantMaturity series = ConstantMaturity.of(
                ParYieldHistory.of(List.of(ONE, TEN), List.of(START, START.plusDays(1), START.plusDays(2)), yields),
                TEN);

        assertThat(series.dates()).containsExactly(START.plusDays(2));
        assertThat(series.returns()[0]).isCloseTo(Math.pow(1.02, 2 * 2 / 365.25) - 1, within(1e-15));
    }

    @Test
    void billsEarnSimpleInterest() {
        Tenor month = Tenor.ofMonths(1);
        ParYieldHistory history = ParYieldHistory.of(
                List.of(month, ONE), List.of(START, START.plusDays(1)), new double[][] {{0.05, 0.05}, {0.05, 0.05}});
        double after = 1.0 / 12 - 1 / 365.25;

        assertThat(ConstantMaturity.of(history, month).returns()[0])
                .isCloseTo((1 + 0.05 / 12) / (1 + 0.05 * after) - 1, within(1e-15));
    }

    @Test
    void whatCannotBeBuiltIsRefused() {
        ParYieldHistory history = days(3, 0.04, 0.04);
        ParYieldHistory gap = ParYieldHistory.of(
                List.of(ONE, TEN), List.of(START, START.plusDays(200)), new double[][] {{0.04, 0.04}, {0.04, 0.04}});

        assertThatThrownBy(() -> ConstantMaturity.of(history, Tenor.ofYears(5))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ConstantMaturity.of(days(1, 0.04, 0.04), TEN)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> ConstantMaturity.of(gap, TEN)).isInstanceOf(InvalidInput.class);
    }

    private static ParYieldHistory days(int count, double one, double ten) {
        List<LocalDate> dates = START.datesUntil(START.plusDays(count)).toList();
        double[][] yields = new double[count][];
        Arrays.setAll(yields, i -> new double[] {one, ten});
        return ParYieldHistory.of(List.of(ONE, TEN), dates, yields);
    }
}
