package io.bondtrader.strategies.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.strategies.backtest.LookAheadCheck;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Strategy} promises: it decides by what was published, the same way each time. A strategy's test extends
 * this, says how the strategy is made and on which history it is tried.
 */
public abstract class StrategyContract {

    private static final int CUTS = 5;

    /**
     * Makes a strategy as it begins.
     *
     * @param published the history that it may prepare itself with; most leave it alone
     */
    protected abstract Strategy strategy(List<MarketEvent> published);

    /** Makes the check: {@link LookAheadCheck#on} with a history and {@link #strategy}. */
    protected abstract LookAheadCheck check();

    @Test
    public void theSameHistoryGivesTheSameDecisions() {
        assertThat(check().repeated()).isEmpty();
    }

    @Test
    public void decisionsDoNotChangeWhenTheFutureIsCutOff() {
        LookAheadCheck check = check();
        for (int cut = 1; cut <= CUTS; cut++) {
            assertThat(check.withoutFuture(Math.max(1, check.size() * cut / (CUTS + 1))))
                    .isEmpty();
        }
    }

    @Test
    public void decisionsDoNotChangeWhenTheFutureIsShuffled() {
        LookAheadCheck check = check();
        for (int cut = 1; cut <= CUTS; cut++) {
            assertThat(check.withShuffledFuture(Math.max(1, check.size() * cut / (CUTS + 1)), cut))
                    .isEmpty();
        }
    }

    @Test
    public void theWarmUpIsDeclaredBeforeTheFirstEvent() {
        assertThat(strategy(List.of()).warmUp()).isNotNegative();
    }
}
