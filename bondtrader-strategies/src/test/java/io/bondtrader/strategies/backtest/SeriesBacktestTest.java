package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.error.LookAhead;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeriesBacktestTest {

    private static final Instant START = Instant.parse("2024-01-02T00:00:00Z");

    /** The check values of workload SMA-RSI-1 on BARS-1, which other libraries were shown to agree with. */
    @Test
    void aMillionBarsCloseTheTradesThatOtherLibrariesClose() {
        SeriesResult result = SeriesBacktest.of(bars(1_000_000)).run(new SmaRsi());

        assertThat(result.closedTrades()).isEqualTo(2_744);
        assertThat(result.closedProfit()).isCloseTo(-36.941469, within(5e-7));
    }

    @Test
    void aHundredThousandBarsCloseTheTradesThatOtherLibrariesClose() {
        SeriesResult result = SeriesBacktest.of(bars(100_000)).run(new SmaRsi());

        assertThat(result.closedTrades()).isEqualTo(282);
        assertThat(result.closedProfit()).isCloseTo(-3.218953, within(5e-7));
    }

    @Test
    void aWishIsTradedAtTheOpenOfTheNextBarAndNotBefore() {
        List<Bar> bars = List.of(bar(0, 100, 101), bar(1, 102, 103), bar(2, 104, 110));
        SeriesResult result = SeriesBacktest.of(bars).run(view -> List.of(Intent.of("X", Direction.LONG, 1)));

        assertThat(result.equity()).containsExactly(0.0, 1.0, 8.0);
        assertThat(result.openUnits()).isEqualTo(1.0);
        assertThat(result.closedTrades()).isZero();
    }

    @Test
    void onlyWhatChangesHandsPaysTheSpread() {
        List<Bar> bars =
                List.of(bar(0, 100, 100), bar(1, 100, 100), bar(2, 100, 100), bar(3, 100, 100), bar(4, 100, 100));
        double[] wishes = {0.5, 1.0, 0.25, 0.25, 0.25};
        int[] next = {0};
        SeriesResult result = SeriesBacktest.of(bars)
                .halfSpread(0.2)
                .run(view -> List.of(Intent.of("X", Direction.LONG, 1).withConviction(wishes[next[0]++])));

        // 0.5 in, 0.5 more, 0.75 out: 1.75 units at 0.2 each.
        assertThat(result.equity()[4]).isCloseTo(-0.35, within(1e-12));
        assertThat(result.closedTrades()).isEqualTo(1);
        assertThat(result.trade(0).units()).isEqualTo(0.75);
        assertThat(result.trade(0).profit()).isCloseTo(-0.3, within(1e-12));
    }

    @Test
    void turningAPositionClosesItAndOpensAnother() {
        List<Bar> bars = List.of(bar(0, 100, 100), bar(1, 100, 102), bar(2, 104, 104), bar(3, 101, 101));
        double[] side = {1, -1, 0, 0};
        int[] next = {0};
        SeriesResult result = SeriesBacktest.of(bars).run(view -> List.of(Intent.ofDv01("X", side[next[0]++])));

        assertThat(result.closedTrades()).isEqualTo(2);
        assertThat(result.trade(0).profit()).isEqualTo(4.0);
        assertThat(result.trade(1).profit()).isEqualTo(3.0);
        assertThat(result.hitRate()).isEqualTo(1.0);
        assertThat(result.equity()[3]).isEqualTo(7.0);
    }

    @Test
    void wishesBeforeTheEndOfTheWarmUpAreNotTraded() {
        Strategy impatient = new Strategy() {
            @Override
            public List<Intent> onEvent(io.bondtrader.strategies.market.MarketView view) {
                return List.of(Intent.of("X", Direction.LONG, 1));
            }

            @Override
            public int warmUp() {
                return 3;
            }
        };
        SeriesResult result = SeriesBacktest.of(List.of(bar(0, 1, 1), bar(1, 2, 2), bar(2, 3, 3), bar(3, 4, 5)))
                .run(impatient);

        assertThat(result.equity()).containsExactly(0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void theFutureIsRefused() {
        Strategy clairvoyant = view ->
                List.of(Intent.ofDv01("X", view.valueAt("yield", view.asOf().plusSeconds(1))));

        assertThatThrownBy(() -> SeriesBacktest.of(bars(10)).run(clairvoyant))
                .isInstanceOf(LookAhead.class)
                .hasMessageContaining("yield");
    }

    @Test
    void nonsenseIsRefusedWithACode() {
        List<Bar> mixed = List.of(bar(0, 100, 100), Bar.of("Y", 1, 1, 1, 1, 0, START.plusSeconds(60)));
        SeriesBacktest good = SeriesBacktest.of(bars(10));

        assertThatThrownBy(() -> SeriesBacktest.of(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SeriesBacktest.of(mixed)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SeriesBacktest.of(List.of(bar(1, 1, 1), bar(0, 1, 1))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.halfSpread(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.halfSpread(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.run(view -> List.of(Intent.flat("Y")))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.run(view -> List.of()).trade(0)).isInstanceOf(InvalidInput.class);
    }

    private static Bar bar(int minute, double open, double close) {
        return Bar.of(
                "X", open, Math.max(open, close), Math.min(open, close), close, 1_000, START.plusSeconds(60L * minute));
    }

    /** BARS-1. */
    static List<Bar> bars(int count) {
        Random random = new Random(42);
        List<Bar> bars = new ArrayList<>(count);
        double x = 100;
        for (int i = 0; i < count; i++) {
            double open = x;
            x *= Math.exp(1e-7 + 4e-4 * random.nextGaussian());
            double high = Math.max(open, x) * 1.0001;
            double low = Math.min(open, x) * 0.9999;
            bars.add(Bar.of("X", open, high, low, x, 1_000, START.plusSeconds(60L * i)));
        }
        return bars;
    }
}
