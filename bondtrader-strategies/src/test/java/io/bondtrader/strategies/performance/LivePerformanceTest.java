package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class LivePerformanceTest {

    private static final PerformanceBasis BASIS = PerformanceBasis.daily().withRiskFreeRate(0.03);

    @Property(tries = 200)
    void liveFiguresAgreeWithTheRecords(
            @ForAll @LongRange(min = 1, max = 1000000) long seed, @ForAll @IntRange(min = 2, max = 500) int days) {
        TrackRecord record = Records.ofReturns("live", Records.normalReturns(seed, days, 0.0003, 0.012));
        LivePerformance live = LivePerformance.from(record.days().get(0).equity(), BASIS);
        for (TrackDay day : record.days().subList(1, days + 1)) {
            live.update(day.equity());
        }
        PerformanceStatistics batch = PerformanceStatistics.of(record, BASIS);

        assertThat(live.observations()).isEqualTo(days);
        double sharpe = batch.sharpe().orElseThrow(); // of two returns that hardly differ it is huge, and rounded more
        assertThat(live.sharpe().orElseThrow()).isCloseTo(sharpe, within(1e-10 * Math.max(10, sharpe * sharpe)));
        assertThat(live.volatility()).isCloseTo(batch.volatility(), within(1e-12));
        assertThat(live.growth() - 1).isCloseTo(batch.totalReturn(), within(1e-12));
        assertThat(live.maximumDrawdown()).isCloseTo(batch.drawdowns().maximum(), within(1e-12));
        assertThat(live.drawdown()).isCloseTo(-batch.drawdowns().underwater()[days], within(1e-12));
    }

    @Property(tries = 100)
    void fadingFiguresAreWeightedSums(@ForAll @LongRange(min = 1, max = 1000000) long seed) {
        double[] returns = Records.normalReturns(seed, 120, 0.0003, 0.012);
        LivePerformance live = LivePerformance.from(1, PerformanceBasis.daily(), FlowTiming.END_OF_DAY, 10);
        double equity = 1;
        for (double one : returns) {
            equity *= 1 + one;
            live.update(equity);
        }
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            double weight = Math.pow(2, -(returns.length - 1 - i) / 10.0);
            weights += weight;
            sum += weight * returns[i];
        }
        double mean = sum / weights;
        double squares = 0;
        for (int i = 0; i < returns.length; i++) {
            squares += Math.pow(2, -(returns.length - 1 - i) / 10.0) * Math.pow(returns[i] - mean, 2);
        }
        double deviation = Math.sqrt(squares / weights);

        assertThat(live.recentVolatility()).isCloseTo(deviation * Math.sqrt(252), within(1e-11));
        assertThat(live.recentSharpe().orElseThrow()).isCloseTo(mean / deviation * Math.sqrt(252), within(1e-8));
    }

    @Test
    void flowsAreNoReturn() {
        LivePerformance atEnd = LivePerformance.from(100, BASIS);
        assertThat(atEnd.update(160, 50)).isCloseTo(0.1, within(1e-15));
        LivePerformance atStart = LivePerformance.from(100, BASIS, FlowTiming.START_OF_DAY, 20);
        assertThat(atStart.update(165, 50)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void afterRuinNothingChanges() {
        LivePerformance live = LivePerformance.from(100, BASIS);
        live.update(50);
        assertThat(live.update(-10)).isEqualTo(-1);
        assertThat(live.update(500)).isZero();

        assertThat(live.isRuined()).isTrue();
        assertThat(live.growth()).isZero();
        assertThat(live.maximumDrawdown()).isEqualTo(1);
        assertThat(live.observations()).isEqualTo(2);
    }

    @Test
    void tradesMakeTheHitRate() {
        LivePerformance live = LivePerformance.from(100, BASIS);
        assertThat(live.hitRate()).isEmpty();
        live.closed(30);
        assertThat(live.profitFactor()).isEmpty();
        live.closed(-10);
        live.closed(20);
        live.closed(0);

        assertThat(live.hitRate()).hasValue(0.5);
        assertThat(live.profitFactor()).hasValue(5);
        assertThat(live.sharpe()).isEmpty();
        assertThat(live.toString()).contains("0 returns");
    }

    @Test
    void impossibleValuesAreRefusedAndLeaveNothingBehind() {
        LivePerformance live = LivePerformance.from(100, BASIS);
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> LivePerformance.from(0, BASIS));
        refused.add(() -> LivePerformance.from(100, BASIS, FlowTiming.END_OF_DAY, 0));
        refused.add(() -> LivePerformance.from(100, BASIS.withRiskFreeReturns(new double[] {0.1})));
        refused.add(() -> live.update(Double.NaN));
        refused.add(() -> live.update(100, Double.NaN));
        refused.add(() -> live.update(0, -105));
        refused.add(() -> live.closed(Double.NaN));

        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));
        assertThat(live.observations()).isZero();
        assertThat(live.update(101)).isCloseTo(0.01, within(1e-15));
    }
}
