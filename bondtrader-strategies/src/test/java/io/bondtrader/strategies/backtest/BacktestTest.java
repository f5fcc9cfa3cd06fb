package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.engine.NextQuoteVenue;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BacktestTest {

    @Test
    void tryIt() {
        ParYieldHistory history = ParYieldHistory.read(Path.of("/work/shared/data/ust_par_yields.csv"));
        for (int k = 0; k < 4; k++) {
            long t0 = System.nanoTime();
            BacktestResult result = Backtest.on(TreasuryMarket.of(history))
                    .venue(() -> new NextQuoteVenue("here"))
                    .strategy("steady", () -> view -> List.of(Intent.of("UST 10Y", Direction.LONG, 100_000)))
                    .strategy("other", () -> view -> List.of(Intent.of("UST 2Y", Direction.LONG, 30_000)))
                    .run();
            System.out.println((System.nanoTime() - t0) / 1e6 + " ms");
            System.out.println(result + "\n" + result.attribution() + "\n" + result.overfitting("steady") + "\n"
                    + result.statistics());
            assertThat(result.closedTrades()).isNotEmpty();
        }
    }
}
