package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.contract.StrategyContract;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.signal.Indicator;
import io.bondtrader.strategies.signal.ZScore;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kit that proves strategies free of look-ahead: it lets an honest one pass, and finds those that are not. */
final class LookAheadTest extends StrategyContract {

    private static final TreasuryMarket MARKET = TreasuryMarket.of(BacktestTest.wandering(240));

    @Override
    protected Strategy strategy(List<MarketEvent> published) {
        return honest();
    }

    @Override
    protected LookAheadCheck check() {
        return LookAheadCheck.on(MARKET, this::strategy);
    }

    @Test
    void aNormalisationOverTheWholeHistoryIsFound() {
        LookAheadCheck check = LookAheadCheck.on(MARKET, published -> {
            double mean = published.stream()
                    .filter(Observations.class::isInstance)
                    .mapToDouble(event -> ((Observations) event).value(2))
                    .average()
                    .orElse(0);
            return view -> bet(view, mean);
        });

        assertThat(check.withoutFuture(100)).isPresent();
        // The mean of shuffled numbers is the same but for rounding: it takes the cut to find this one.
        assertThat(check.repeated()).isEmpty();
    }

    @Test
    void aPeekAtTheNextDayIsFoundByEither() {
        LookAheadCheck check = LookAheadCheck.on(MARKET, published -> {
            List<MarketEvent> yields =
                    published.stream().filter(Observations.class::isInstance).toList();
            int[] seen = {0};
            return view -> {
                if (!(view.event() instanceof Observations)) {
                    return List.of();
                }
                int next = Math.min(++seen[0], yields.size() - 1);
                return bet(view, ((Observations) yields.get(next)).value(2));
            };
        });
        LookAheadCheck.Divergence first = check.withShuffledFuture(100, 1).orElseThrow();

        assertThat(first.event()).isLessThan(100);
        assertThat(first.known()).isNotEqualTo(first.other());
        assertThat(check.withoutFuture(101)).isPresent();
    }

    @Test
    void stateThatTwoRunsShareIsFound() {
        int[] shared = {0};
        LookAheadCheck check = LookAheadCheck.on(MARKET, published -> view -> bet(view, 0.04 + 1e-3 * shared[0]++));

        assertThat(check.repeated()).isPresent();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> check().withoutFuture(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> check().withShuffledFuture(100_000, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> LookAheadCheck.on(List.of(), Backtest.on(MARKET).config(), this::strategy))
                .isInstanceOf(InvalidInput.class);
    }

    private static Strategy honest() {
        Indicator score = ZScore.of(20);
        return view -> {
            if (!(view.event() instanceof Observations)) {
                return List.of();
            }
            double rich = score.update(view.series("UST 10Y yield").last());
            return List.of(Intent.ofDv01("UST 10Y", 1_000 * rich));
        };
    }

    private static List<Intent> bet(MarketView view, double anchor) {
        return view.event() instanceof Observations observations
                ? List.of(Intent.ofDv01("UST 10Y", 1e5 * (observations.value(2) - anchor)))
                : List.of();
    }
}
