package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TrackRecordTest {

    private static final LocalDate DAY = Records.START;

    @Test
    void moneyPaidInAtTheEndOfADayEarnsNothingThatDay() {
        TrackRecord record = TrackRecord.builder("end")
                .add(DAY, 100)
                .add(TrackDay.of(DAY.plusDays(1), 160).withFlow(50)) // 100 grew to 110, then 50 came
                .add(DAY.plusDays(2), 168)
                .build();

        assertThat(record.returns()).containsExactly(new double[] {0.10, 0.05}, within(1e-15));
        assertThat(record.timeWeightedReturn()).isCloseTo(1.1 * 1.05 - 1, within(1e-15));
        assertThat(record.profit()).isEqualTo(18);
    }

    @Test
    void moneyPaidInAtTheStartOfADayEarnsTheDaysReturn() {
        TrackRecord record = TrackRecord.builder("start", FlowTiming.START_OF_DAY)
                .add(DAY, 100)
                .add(TrackDay.of(DAY.plusDays(1), 165).withFlow(50)) // 150 grew to 165
                .add(TrackDay.of(DAY.plusDays(2), 63).withFlow(-105)) // 60 grew to 63
                .build();

        assertThat(record.returns()).containsExactly(new double[] {0.10, 0.05}, within(1e-15));
        assertThat(record.profit()).isCloseTo(63 - 100 - 50 + 105, within(1e-12));
    }

    /** DeFusco, McLeavey, Pinto and Runkle, Quantitative Investment Analysis: two shares, money-weighted 9.39 % a period. */
    @Test
    void theMoneyWeightedReturnOfTwoSharesIsTheTextbooks() {
        LocalDate first = LocalDate.of(2001, 1, 1); // periods of four years, 1461 days each
        TrackRecord record = TrackRecord.builder("two shares")
                .add(first, 200)
                .add(TrackDay.of(first.plusDays(1461), 450).withFlow(225 - 5)) // a second share, the dividend taken
                .add(first.plusDays(2 * 1461), 2 * 235 + 10)
                .build();

        double yearly = record.moneyWeightedReturn().rate().orElseThrow();
        assertThat(Math.pow(1 + yearly, 4) - 1).isCloseTo(0.0939, within(5e-5));
        double exact = (-220 + Math.sqrt(220 * 220 + 4 * 200 * 480.0)) / 400 - 1;
        assertThat(Math.pow(1 + yearly, 4) - 1).isCloseTo(exact, within(1e-12));
        assertThat(record.timeWeightedReturn()).isCloseTo(230.0 / 200 * 480 / 450 - 1, within(1e-15));
    }

    @Test
    void flowsBothWaysThatHaveTwoRatesGiveNoMoneyWeightedReturnButBothRates() {
        // 100 x^2 - 230 x + 132 = 0 has the roots 1.1 and 1.2; periods of 1461 days.
        LocalDate first = LocalDate.of(2001, 1, 1);
        TrackRecord record = TrackRecord.builder("both ways", FlowTiming.END_OF_DAY)
                .add(first, 100)
                .add(TrackDay.of(first.plusDays(1461), 1).withFlow(-230))
                .add(TrackDay.of(first.plusDays(2 * 1461), 1).withFlow(132 + 1))
                .build();

        MoneyWeightedReturn answer = record.moneyWeightedReturn();
        assertThat(answer.rate()).isEmpty();
        assertThat(answer.rates()).hasSize(2);
        assertThat(Math.pow(1 + answer.rates().get(0), 4)).isCloseTo(1.1, within(1e-9));
        assertThat(Math.pow(1 + answer.rates().get(1), 4)).isCloseTo(1.2, within(1e-9));
        assertThat(answer.toString()).startsWith("no single money-weighted return");
    }

    @Test
    void anAccountThatEndsWithNothingHasNoMoneyWeightedReturn() {
        assertThat(Records.of(100, 50, 0).moneyWeightedReturn().rates()).isEmpty();
        assertThat(Records.of(100).moneyWeightedReturn().rate()).isEmpty();
        assertThat(Records.of(100, 800).moneyWeightedReturn().rate()).isEmpty(); // 8^365 a year is no rate
    }

    @Property(tries = 200)
    void withoutFlowsMoneyAndTimeWeightedReturnsAgree(
            @ForAll @LongRange(min = 1, max = 1000000) long seed, @ForAll @IntRange(min = 1, max = 300) int days) {
        TrackRecord record = Records.ofReturns("law", Records.normalReturns(seed, days, 0, 0.01));

        double rate = record.moneyWeightedReturn().rate().orElseThrow();
        assertThat(Math.log1p(rate) * record.years()).isCloseTo(Math.log1p(record.timeWeightedReturn()), within(1e-11));
    }

    @Property(tries = 200)
    void whatIsPaidInOrOutNeverChangesTheTimeWeightedReturn(
            @ForAll @LongRange(min = 1, max = 1000000) long seed,
            @ForAll FlowTiming timing,
            @ForAll @DoubleRange(min = -0.5, max = 2) double share) {
        double[] returns = Records.normalReturns(seed, 60, 0.0005, 0.02);
        TrackRecord.Builder builder = TrackRecord.builder("flows", timing).add(DAY, 1000);
        double equity = 1000;
        for (int i = 0; i < returns.length; i++) {
            double flow = i % 7 == 3 ? share * equity : 0;
            equity = timing == FlowTiming.START_OF_DAY
                    ? (equity + flow) * (1 + returns[i])
                    : equity * (1 + returns[i]) + flow;
            builder.add(TrackDay.of(DAY.plusDays(i + 1L), equity).withFlow(flow));
        }

        assertThat(builder.build().returns()).containsExactly(returns, within(1e-12));
    }

    @Test
    void lossOfAllThereWasEndsTheReturnsButNotTheMoney() {
        TrackRecord record = Records.of(100, 80, -20, -30, 50);

        assertThat(record.ruin()).contains(DAY.plusDays(2));
        assertThat(record.returns()).containsExactly(new double[] {-0.2, -1}, within(1e-15));
        assertThat(record.timeWeightedReturn()).isEqualTo(-1);
        assertThat(record.profit()).isEqualTo(-50);
        assertThat(record.end()).isEqualTo(DAY.plusDays(2));
        assertThat(record.days()).hasSize(5);
        assertThat(record.toString()).contains("ruined");
        assertThat(Records.of(100, 0).ruin()).isPresent();
    }

    @Test
    void aPartOfARecordHasItsReturns() {
        TrackRecord record = Records.of(100, 110, 121, 133.1);

        TrackRecord part = record.between(DAY.plusDays(1), DAY.plusDays(2));
        assertThat(part.returns()).containsExactly(new double[] {0.1}, within(1e-12));
        assertThatThrownBy(() -> record.between(DAY.plusYears(1), DAY.plusYears(2)))
                .isInstanceOf(InsufficientHistory.class);
    }

    @Test
    void aBuilderGoesOnAfterItsRecordIsTaken() {
        TrackRecord.Builder builder = TrackRecord.builder("live").add(DAY, 100).add(DAY.plusDays(1), 101);
        TrackRecord early = builder.build();
        builder.add(DAY.plusDays(2), 102);

        assertThat(early.size()).isEqualTo(1);
        assertThat(builder.build().size()).isEqualTo(2);
        double[] taken = early.returns();
        taken[0] = 7;
        assertThat(early.returns()[0]).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void impossibleDaysAreRefused() {
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> TrackRecord.builder(" "));
        refused.add(() -> TrackRecord.builder("x").add(DAY, 0));
        refused.add(() -> TrackRecord.builder("x").add(DAY, Double.NaN));
        refused.add(() -> TrackRecord.builder("x").add(DAY, Double.POSITIVE_INFINITY));
        refused.add(() -> TrackRecord.builder("x").add(DAY, 1).add(DAY, 1));
        refused.add(() -> TrackRecord.builder("x").add(DAY, 1).add(DAY.minusDays(1), 1));
        refused.add(() -> TrackRecord.builder("x").add(DAY, 1e-90).add(DAY.plusDays(1), 1));
        refused.add(() -> TrackRecord.builder("x")
                .add(DAY, 100)
                .add(TrackDay.of(DAY.plusDays(1), 0).withFlow(-110)));
        refused.add(() -> TrackRecord.builder("x", FlowTiming.START_OF_DAY)
                .add(DAY, 100)
                .add(TrackDay.of(DAY.plusDays(1), 0).withFlow(-100)));
        refused.add(() -> TrackRecord.of("x", new LocalDate[] {DAY}, new double[] {1, 2}));
        refused.add(() -> TrackDay.of(DAY, 1).withFlow(Double.NaN));
        refused.add(() -> TrackDay.of(DAY, 1).withExposure(Double.NaN, 0, 0));
        refused.add(() -> TrackDay.of(DAY, 1).withExposure(0, -1, 0));
        refused.add(() -> TrackDay.of(DAY, 1).withTrading(-1, 0));
        refused.add(() -> TrackDay.of(DAY, 1).withTrading(1, Double.NEGATIVE_INFINITY));

        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));
        assertThatThrownBy(() -> TrackRecord.builder("x").build()).isInstanceOf(InsufficientHistory.class);
    }
}
