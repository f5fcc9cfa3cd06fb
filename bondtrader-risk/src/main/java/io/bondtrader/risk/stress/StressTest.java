package io.bondtrader.risk.stress;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Revalues a book in scenarios. Every price is core's own after the moves, at the bond's own spread; nothing is
 * approximated by sensitivities.
 *
 * <pre>
 *   rates       V(moved curve, z) − V
 *   spreads     V(moved curve, z + Δ) − V(moved curve, z)
 *   credit      V(moved curve, z + Δ + downgrade), or the recovery, less the value before
 *   currencies  worth · change of the exchange rate
 *   liquidity   −|worth after all that| · (half the widening + haircut)
 * </pre>
 *
 * <p>Results have the same bits on however many threads. Immutable and safe for use by many threads.
 */
public final class StressTest {

    private static final int CHUNK = 512;

    private final ValuedBook book;

    private StressTest(ValuedBook book) {
        this.book = book;
    }

    /**
     * Returns the stress test of a book.
     *
     * @param book the positions in their market
     * @return the test
     * @throws InvalidInput if there is no position
     * @throws BondTraderException the failure of a security that cannot be valued
     */
    public static StressTest of(ValuedBook book) {
        InvalidInput.unless(book.size() > 0, "positions", 0, "at least one");
        return new StressTest(book.requireComplete());
    }

    /** {@return the positions in their market} */
    public ValuedBook book() {
        return book;
    }

    static int place(StressFactor factor) {
        return switch (factor) {
            case RATES -> 0;
            case SPREADS -> 1;
            case CREDIT -> 2;
            case CURRENCIES -> 3;
            case LIQUIDITY -> 4;
        };
    }

    /**
     * Runs one scenario on the calling thread.
     *
     * @param scenario the scenario
     * @return what the book earns or loses
     * @throws InvalidInput if an effect asks for what there is not, or prices are out of range after it
     * @throws MissingData if a rating to be downgraded has no spread
     */
    public StressResult run(StressScenario scenario) {
        return run(scenario, Parallelism.callingThread());
    }

    /**
     * Runs one scenario.
     *
     * @param scenario the scenario
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what the book earns or loses
     * @throws InvalidInput if an effect asks for what there is not, or prices are out of range after it
     * @throws MissingData if a rating to be downgraded has no spread
     * @throws CancellationException if it was called off
     */
    public StressResult run(StressScenario scenario, Parallelism parallelism) {
        SecurityShock shock = new SecurityShock(scenario, book);
        Prices prices = prices(scenario, shock, parallelism);
        double[][] pnl = new double[StressFactor.values().length][book.size()];
        parallelism.forEachChunk(book.size(), CHUNK, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                int s = book.securityOf(i);
                double units = 0.01 * book.face(i);
                double before = book.exchangeRate(s);
                double after = before * (1 + prices.currencyChange[s]);
                double worth = units * prices.afterCredit[s] * after;
                pnl[0][i] = units * (prices.afterRates[s] - book.dirtyPrice(s)) * before;
                pnl[1][i] = units * (prices.afterSpreads[s] - prices.afterRates[s]) * before;
                pnl[2][i] = units * (prices.afterCredit[s] - prices.afterSpreads[s]) * before;
                pnl[3][i] = units * prices.afterCredit[s] * (after - before);
                pnl[4][i] = 0.0 - Math.abs(worth) * shock.liquidityCost(i);
            }
        });
        return new StressResult(scenario, book, pnl);
    }

    /**
     * Runs several scenarios.
     *
     * @param scenarios the scenarios
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what the book earns or loses in each, in the same order
     * @throws InvalidInput if an effect asks for what there is not, or prices are out of range after it
     * @throws MissingData if a rating to be downgraded has no spread
     * @throws CancellationException if it was called off
     */
    public List<StressResult> run(List<StressScenario> scenarios, Parallelism parallelism) {
        List<StressResult> results = new ArrayList<>();
        for (StressScenario scenario : scenarios) {
            results.add(run(scenario, parallelism));
        }
        return List.copyOf(results);
    }

    /**
     * Returns what 100 of face of each security earns in a scenario, as limits on stress losses take it. Costs of closing
     * positions are left out: they depend on the position, not on the face alone.
     *
     * @param scenario the scenario
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return by the places of securities in the book, in each one's own currency at today's exchange rate
     * @throws InvalidInput if an effect asks for what there is not, or prices are out of range after it
     * @throws MissingData if a rating to be downgraded has no spread
     * @throws CancellationException if it was called off
     */
    public double[] pnlPer100(StressScenario scenario, Parallelism parallelism) {
        Prices prices = prices(scenario, new SecurityShock(scenario, book), parallelism);
        double[] pnl = new double[book.securities()];
        for (int s = 0; s < pnl.length; s++) {
            pnl[s] = prices.afterCredit[s] * (1 + prices.currencyChange[s]) - book.dirtyPrice(s);
        }
        return pnl;
    }

    private Prices prices(StressScenario scenario, SecurityShock shock, Parallelism parallelism) {
        int size = book.securities();
        double[] spreads = new double[size];
        double[] credit = new double[size];
        Prices prices = new Prices(size);
        boolean anySpread = false;
        boolean anyDowngrade = false;
        for (int s = 0; s < size; s++) {
            spreads[s] = shock.spreadShift(s);
            double downgrade = shock.downgradeShift(s);
            credit[s] = spreads[s] + downgrade;
            anySpread |= spreads[s] != 0;
            anyDowngrade |= downgrade != 0;
            prices.afterRates[s] = book.dirtyPrice(s);
            prices.currencyChange[s] = shock.currencyChange(book.security(s).currency());
        }
        if (scenario.effects().stream().anyMatch(effect -> effect instanceof StressEffect.Rates)) {
            prices.afterRates = revalue(shock, null, parallelism);
        }
        prices.afterSpreads = anySpread ? revalue(shock, spreads, parallelism) : prices.afterRates;
        prices.afterCredit = anyDowngrade ? revalue(shock, credit, parallelism) : prices.afterSpreads.clone();
        for (int s = 0; s < size; s++) {
            double recovery = shock.recovery(s);
            if (!Double.isNaN(recovery)) {
                prices.afterCredit[s] = 100 * recovery;
            }
        }
        return prices;
    }

    private double[] revalue(SecurityShock shock, double @Nullable [] spreads, Parallelism parallelism) {
        return book.dirtyPrices(shock::move, spreads, parallelism);
    }

    /** Dirty prices of every security as the scenario happens. */
    private static final class Prices {

        private double[] afterRates;
        private double[] afterSpreads;
        private double[] afterCredit;
        private final double[] currencyChange;

        private Prices(int size) {
            this.afterRates = new double[size];
            this.afterSpreads = afterRates;
            this.afterCredit = afterRates;
            this.currencyChange = new double[size];
        }
    }

    @Override
    public String toString() {
        return "StressTest[" + book + "]";
    }
}
