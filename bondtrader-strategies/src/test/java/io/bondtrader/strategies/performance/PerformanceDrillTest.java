package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted in the primary path, one at a time; verification must notice each of them, and nothing else. */
final class PerformanceDrillTest {

    private static final VerifiedPerformance VERIFIED = VerifiedPerformance.of(Verifier.flagging());
    private static final TrackRecord RECORD = record(7, 500, FlowTiming.END_OF_DAY);
    private static final PerformanceBasis BASIS =
            PerformanceBasis.daily().withRiskFreeRate(0.03).withTarget(0.01);
    private static final PerformanceStatistics FIGURES = PerformanceStatistics.of(RECORD, BASIS);

    private static TrackRecord record(long seed, int days, FlowTiming timing) {
        Random random = new Random(seed);
        TrackRecord.Builder builder = TrackRecord.builder("drill", timing).add(LocalDate.of(2020, 1, 1), 1000);
        double equity = 1000;
        for (int i = 1; i <= days; i++) {
            double made = 0.0005 + 0.01 * random.nextGaussian();
            double flow = i % 50 == 0 ? 300 * random.nextGaussian() : 0;
            flow = Math.max(flow, -0.4 * equity);
            equity = timing == FlowTiming.END_OF_DAY ? equity * (1 + made) + flow : (equity + flow) * (1 + made);
            builder.add(
                    TrackDay.of(LocalDate.of(2020, 1, 1).plusDays(i), equity).withFlow(flow));
        }
        return builder.build();
    }

    /** The same days without word of what was paid in and out. */
    private static TrackRecord flowsForgotten() {
        TrackRecord.Builder builder = TrackRecord.builder("forgotten");
        RECORD.days().forEach(day -> builder.add(day.date(), day.equity()));
        return builder.build();
    }

    private static TrackRecord flowsAtTheStart() {
        TrackRecord.Builder builder = TrackRecord.builder("start", FlowTiming.START_OF_DAY);
        RECORD.days().forEach(builder::add);
        return builder.build();
    }

    private static PerformanceStatistics with(PerformanceBasis basis) {
        return PerformanceStatistics.of(RECORD, basis);
    }

    /** What can go wrong, each as the answer that it leads to. */
    enum Fault {
        FLOWS_COUNTED_AS_RETURNS,
        FLOWS_AT_THE_WRONG_END_OF_THE_DAY,
        RETURNS_ADDED_INSTEAD_OF_MULTIPLIED,
        LAST_DAY_LEFT_OUT,
        TIME_WEIGHTED_RATE_FOR_MONEY_WEIGHTED,
        RATE_OF_YEARS_OF_365_DAYS,
        DEVIATION_OVER_N,
        LOGARITHMIC_RETURNS,
        YEAR_OF_365_PERIODS,
        RISKLESS_RATE_FORGOTTEN,
        RISKLESS_RATE_DIVIDED_INSTEAD_OF_COMPOUNDED,
        DOWNSIDE_OVER_BAD_PERIODS_ONLY,
        DOWNSIDE_FROM_ZERO_INSTEAD_OF_THE_TARGET,
        DRAWDOWN_OF_THE_EQUITY_WITH_ITS_FLOWS,
        DRAWDOWN_FROM_THE_START_ONLY,
        DRAWDOWN_OVER_ITS_TROUGH;

        private Verified verify() {
            double[] returns = RECORD.returns();
            double days = returns.length;
            return switch (this) {
                case FLOWS_COUNTED_AS_RETURNS ->
                    VERIFIED.totalReturn(RECORD, flowsForgotten().timeWeightedReturn());
                case FLOWS_AT_THE_WRONG_END_OF_THE_DAY ->
                    VERIFIED.totalReturn(RECORD, flowsAtTheStart().timeWeightedReturn());
                case RETURNS_ADDED_INSTEAD_OF_MULTIPLIED ->
                    VERIFIED.totalReturn(RECORD, Arrays.stream(returns).sum());
                case LAST_DAY_LEFT_OUT ->
                    VERIFIED.totalReturn(
                            RECORD,
                            RECORD.between(RECORD.start(), RECORD.end().minusDays(1))
                                    .timeWeightedReturn());
                case TIME_WEIGHTED_RATE_FOR_MONEY_WEIGHTED -> VERIFIED.moneyWeighted(RECORD, FIGURES.annualReturn());
                case RATE_OF_YEARS_OF_365_DAYS ->
                    VERIFIED.moneyWeighted(
                            RECORD,
                            Math.pow(1 + RECORD.moneyWeightedReturn().rate().orElseThrow(), 365 / 365.25) - 1);
                case DEVIATION_OVER_N ->
                    VERIFIED.volatility(FIGURES, FIGURES.volatility() * Math.sqrt((days - 1) / days));
                case LOGARITHMIC_RETURNS ->
                    VERIFIED.volatility(
                            FIGURES,
                            PerformanceStatistics.of(Records.ofReturns(
                                            "log",
                                            Arrays.stream(returns)
                                                    .map(Math::log1p)
                                                    .toArray()))
                                    .volatility());
                case YEAR_OF_365_PERIODS ->
                    VERIFIED.sharpe(FIGURES, FIGURES.sharpe().orElseThrow() * Math.sqrt(365 / 252.0));
                case RISKLESS_RATE_FORGOTTEN ->
                    VERIFIED.sharpe(
                            FIGURES, with(BASIS.withRiskFreeRate(0)).sharpe().orElseThrow());
                case RISKLESS_RATE_DIVIDED_INSTEAD_OF_COMPOUNDED -> {
                    double[] free = new double[returns.length];
                    Arrays.fill(free, 0.03 / 252);
                    yield VERIFIED.sharpe(
                            FIGURES,
                            with(BASIS.withRiskFreeReturns(free)).sharpe().orElseThrow());
                }
                case DOWNSIDE_OVER_BAD_PERIODS_ONLY -> {
                    double bad = Arrays.stream(returns)
                            .filter(one -> one < BASIS.targetPerPeriod())
                            .count();
                    yield VERIFIED.sortino(FIGURES, FIGURES.sortino().orElseThrow() * Math.sqrt(bad / days));
                }
                case DOWNSIDE_FROM_ZERO_INSTEAD_OF_THE_TARGET ->
                    VERIFIED.sortino(
                            FIGURES,
                            FIGURES.sortino().orElseThrow()
                                    * FIGURES.downsideDeviation()
                                    / with(BASIS.withTarget(0)).downsideDeviation());
                case DRAWDOWN_OF_THE_EQUITY_WITH_ITS_FLOWS ->
                    VERIFIED.maximumDrawdown(
                            FIGURES, Drawdowns.of(flowsForgotten()).maximum());
                case DRAWDOWN_FROM_THE_START_ONLY ->
                    VERIFIED.maximumDrawdown(
                            FIGURES, 1 - Arrays.stream(RECORD.growth()).min().orElseThrow());
                case DRAWDOWN_OVER_ITS_TROUGH -> {
                    double depth = FIGURES.drawdowns().maximum();
                    yield VERIFIED.maximumDrawdown(FIGURES, depth / (1 - depth));
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyPlantedFaultIsCaught(Fault fault) {
        assertThat(fault.verify().isAgreed()).as(fault.name()).isFalse();
    }

    @Property(tries = 200)
    void nothingElseIs(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 600) int days,
            @ForAll FlowTiming timing) {
        TrackRecord record = record(seed, days, timing);
        PerformanceStatistics figures = PerformanceStatistics.of(record, BASIS);
        VerifiedPerformance strict = VerifiedPerformance.of(Verifier.strict()); // throws if paths disagree

        assertThat(strict.totalReturn(record).orElseThrow()).isEqualTo(record.timeWeightedReturn());
        strict.moneyWeighted(record)
                .ifPresent(value -> assertThat(value.orElseThrow()).isPositive());
        assertThat(strict.volatility(figures).orElseThrow()).isEqualTo(figures.volatility());
        assertThat(strict.sharpe(figures)).isPresent();
        assertThat(strict.sortino(figures).isPresent())
                .isEqualTo(figures.sortino().isPresent());
        assertThat(strict.maximumDrawdown(figures).orElseThrow())
                .isEqualTo(figures.drawdowns().maximum());
    }

    @Test
    void aRuinedRecordAndOneThatNeverMovedAreVerifiedToo() {
        VerifiedPerformance strict = VerifiedPerformance.of(Verifier.strict());
        TrackRecord ruined = Records.of(100, 120, 60, -5, 3);
        PerformanceStatistics flat = PerformanceStatistics.of(Records.of(100, 100, 100));

        assertThat(strict.totalReturn(ruined).orElseThrow()).isEqualTo(-1);
        assertThat(strict.maximumDrawdown(PerformanceStatistics.of(ruined)).orElseThrow())
                .isEqualTo(1);
        assertThat(strict.sharpe(flat)).isEmpty();
        assertThat(strict.sortino(flat)).isEmpty();
        assertThat(strict.volatility(flat).orElseThrow()).isZero();
    }

    @Test
    void aStrictVerifierThrows() {
        assertThatThrownBy(() -> VerifiedPerformance.of(Verifier.strict()).totalReturn(RECORD, 0.5))
                .isInstanceOf(DiscrepancyFound.class);
        assertThat(VerifiedPerformance.of(Verifier.off())
                        .totalReturn(RECORD, 0.5)
                        .value())
                .isEqualTo(0.5);
    }
}
