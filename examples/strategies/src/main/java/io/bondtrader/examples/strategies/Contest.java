package io.bondtrader.examples.strategies;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.backtest.Backtest;
import io.bondtrader.strategies.backtest.BacktestResult;
import io.bondtrader.strategies.backtest.TreasuryMarket;
import io.bondtrader.strategies.engine.AccountState;
import io.bondtrader.strategies.engine.CapitalAllocator;
import io.bondtrader.strategies.engine.CapitalPlan;
import io.bondtrader.strategies.engine.CorrelationBreaker;
import io.bondtrader.strategies.performance.BacktestOverfitting;
import io.bondtrader.strategies.performance.PerformanceStatistics;
import io.bondtrader.strategies.strategy.StrategyFactory;
import io.bondtrader.strategies.strategy.StrategySpec;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The same strategies twice: each at full risk, and all under one budget. */
final class Contest {

    private static final double CAPITAL = 100_000_000.0;
    private static final double DAILY_RISK = 100_000.0;
    private static final int BLOCKS = 10;

    private final TreasuryMarket market;
    private final List<StrategySpec> specs;
    private final Options options;
    private final StrategyFactory factory = StrategyFactory.standard();

    Contest(ParYieldHistory yields, List<StrategySpec> specs, Options options) {
        this.market = TreasuryMarket.of(yields).halfSpreadsBp(options.halfSpread(), 2.0 * options.halfSpread());
        this.specs = specs;
        this.options = options;
    }

    void run(PrintStream out, PrintStream err) throws IOException {
        CapitalAllocator allocator = allocator();
        progress(err, "each at full risk");
        BacktestResult alone = backtest().run();
        progress(err, "under one budget of risk");
        BacktestResult together = backtest()
                .capitalPlan(CapitalPlan.monthly(allocator).guardedBy(new CorrelationBreaker(0.8, 0.5, 0.5)))
                .run();
        print(out, alone, together);
        write(out, alone, together);
    }

    private static void progress(PrintStream err, String step) {
        if (Boolean.getBoolean("bondtrader.terminal")) { // set by examples/run
            err.println(step + " ...");
        }
    }

    private Backtest backtest() {
        Backtest backtest = Backtest.on(market).capital(CAPITAL);
        StringBuilder label = new StringBuilder();
        for (StrategySpec spec : specs) {
            backtest.strategy(spec.id(), () -> factory.create(spec));
            label.append(factory.complete(spec).toJson());
        }
        return backtest.label(label.toString());
    }

    private CapitalAllocator allocator() {
        return switch (options.allocation()) {
            case "fixed" -> CapitalAllocator.fixed();
            case "parity" -> CapitalAllocator.riskParity(DAILY_RISK, 3.0);
            case "kelly" -> CapitalAllocator.drawdownKelly(CAPITAL, 0.8, 0.1, 3.0);
            case "performance" -> CapitalAllocator.performance(252.0, 3.0);
            default ->
                throw new InvalidInput("allocation", options.allocation(), "fixed, parity, kelly or performance");
        };
    }

    private void print(PrintStream out, BacktestResult alone, BacktestResult together) {
        out.printf(
                Locale.ROOT,
                "%d days, %s to %s; capital of %,.0f USD; half-spread %.2f bp, older bonds %.2f bp%n%n",
                market.dates().size(),
                alone.total().start(),
                alone.total().end(),
                CAPITAL,
                options.halfSpread(),
                2.0 * options.halfSpread());
        out.println("Each at full risk");
        table(out, alone);
        out.printf("%nUnder one budget of risk (%s)%n", options.allocation());
        table(out, together);
        out.println("\nWhat all of them together earned, in USD");
        together.attribution()
                .forEach((effect, amount) -> out.printf(Locale.ROOT, "  %-22s %,18.2f%n", effect, amount));
        luck(out, alone);
    }

    private static void table(PrintStream out, BacktestResult result) {
        out.printf(
                "  %-18s %14s %14s %8s %8s %9s %7s %7s%n",
                "strategy", "profit", "costs", "Sharpe", "a year", "drawdown", "trades", "won");
        for (AccountState account : result.accounts()) {
            line(out, account.strategy(), account.equity(), account.costs(), result.statistics(account.strategy()));
        }
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (AccountState account : result.accounts()) {
            profit = profit.add(account.equity());
            costs = costs.add(account.costs());
        }
        line(out, "together", profit, costs, result.statistics());
    }

    private static void line(
            PrintStream out, String name, BigDecimal profit, BigDecimal costs, PerformanceStatistics figures) {
        out.printf(
                Locale.ROOT,
                "  %-18s %,14.0f %,14.0f %8.2f %7.2f%% %8.2f%% %7d %6.1f%%%n",
                name,
                profit,
                costs,
                figures.sharpe().orElse(0.0),
                100.0 * figures.annualReturn(),
                100.0 * figures.drawdowns().maximum(),
                figures.trades().count(),
                100.0 * figures.trades().hitRate().orElse(0.0));
    }

    private static void luck(PrintStream out, BacktestResult alone) {
        if (alone.strategies().size() < 2) {
            return;
        }
        double[][] returns = alone.strategies().stream()
                .map(strategy -> alone.record(strategy).returns())
                .toArray(double[][]::new);
        BacktestOverfitting overfitting = BacktestOverfitting.pbo(returns, BLOCKS);
        out.printf(
                Locale.ROOT,
                "%nWhoever is best on one half of these years is in the lower half on the other with a probability of"
                        + " %.0f %%.%n",
                100.0 * overfitting.probability());
    }

    private void write(PrintStream out, BacktestResult alone, BacktestResult together) throws IOException {
        Path folder = options.out();
        Files.createDirectories(folder.toAbsolutePath());
        for (String strategy : alone.strategies()) {
            Files.writeString(
                    folder.resolve(strategy + ".html"),
                    alone.tearSheet(strategy).toHtml());
            Files.writeString(
                    folder.resolve(strategy + ".json"),
                    alone.tearSheet(strategy).toJson());
        }
        Files.writeString(folder.resolve("together.html"), together.tearSheet().toHtml());
        Files.writeString(folder.resolve("together.json"), together.tearSheet().toJson());
        Files.writeString(folder.resolve("comparison.html"), alone.comparison().toHtml());
        out.println("\nwritten: " + folder.resolve("comparison.html") + ", together.html and a page of each strategy");
    }
}
