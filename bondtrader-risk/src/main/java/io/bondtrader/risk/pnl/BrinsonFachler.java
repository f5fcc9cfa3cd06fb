package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a portfolio earned over its benchmark, and what for, by sector.
 *
 * <pre>
 *   allocation   (w − v)·(b − B)        w, r  weight and return in the portfolio
 *   selection    v·(r − b)              v, b  weight and return in the benchmark
 *   interaction  (w − v)·(r − b)        B     return of the benchmark
 * </pre>
 *
 * <p>Source: G. Brinson and N. Fachler, "Measuring non-US equity portfolio performance", Journal of Portfolio Management,
 * spring 1985. Periods are linked after D. Cariño, "Combining attribution effects over time", Journal of Performance
 * Measurement, summer 1999: each period's effects are scaled by
 *
 * <pre>
 *   k_t / k        k_t = (ln(1 + R_t) − ln(1 + B_t)) / (R_t − B_t)        k of the compounded returns
 * </pre>
 *
 * <p>so that they add up to the difference of compounded returns. Immutable and safe for use by many threads.
 */
public final class BrinsonFachler {

    /** By how much weights may miss 1. */
    private static final double ROUNDING = 1e-9;

    /**
     * Effects of a sector, as decimals.
     *
     * @param name of the sector
     * @param allocation of weighting it otherwise than the benchmark
     * @param selection of holding other things in it
     * @param interaction of both
     */
    public record Effect(String name, double allocation, double selection, double interaction) {

        /** {@return all effects together} */
        public double total() {
            return allocation + selection + interaction;
        }

        private Effect times(double factor) {
            return new Effect(name, factor * allocation, factor * selection, factor * interaction);
        }

        private Effect plus(Effect other) {
            return new Effect(
                    name, allocation + other.allocation, selection + other.selection, interaction + other.interaction);
        }
    }

    private final double portfolioReturn;
    private final double benchmarkReturn;
    private final List<Effect> effects;

    private BrinsonFachler(double portfolioReturn, double benchmarkReturn, List<Effect> effects) {
        this.portfolioReturn = portfolioReturn;
        this.benchmarkReturn = benchmarkReturn;
        this.effects = effects;
    }

    /**
     * Attributes one period.
     *
     * @param sectors of portfolio and benchmark, whose weights add up to 1 in each
     * @return the effects
     * @throws InvalidInput if there is no sector, one stands twice, or weights do not add up to 1
     */
    public static BrinsonFachler of(List<SectorResult> sectors) {
        InvalidInput.unless(!sectors.isEmpty(), "sectors", sectors, "at least one");
        long names = sectors.stream().map(SectorResult::name).distinct().count();
        InvalidInput.unless(names == sectors.size(), "sectors", sectors, "without repetition");
        double weights = sectors.stream().mapToDouble(SectorResult::weight).sum();
        double benchmarkWeights =
                sectors.stream().mapToDouble(SectorResult::benchmarkWeight).sum();
        InvalidInput.unless(Math.abs(weights - 1.0) <= ROUNDING, "sum of weights", weights, "1");
        InvalidInput.unless(
                Math.abs(benchmarkWeights - 1.0) <= ROUNDING, "sum of benchmark weights", benchmarkWeights, "1");
        double portfolio = sectors.stream()
                .mapToDouble(s -> s.weight() * s.portfolioReturn())
                .sum();
        double benchmark = sectors.stream()
                .mapToDouble(s -> s.benchmarkWeight() * s.benchmarkReturn())
                .sum();
        List<Effect> effects = new ArrayList<>();
        for (SectorResult sector : sectors) {
            double overweight = sector.weight() - sector.benchmarkWeight();
            double better = sector.portfolioReturn() - sector.benchmarkReturn();
            effects.add(new Effect(
                    sector.name(),
                    overweight * (sector.benchmarkReturn() - benchmark),
                    sector.benchmarkWeight() * better,
                    overweight * better));
        }
        return new BrinsonFachler(portfolio, benchmark, List.copyOf(effects));
    }

    /**
     * Links periods after Cariño.
     *
     * @param periods in order
     * @return effects that add up to the difference of compounded returns
     * @throws InvalidInput if there is no period, or a return is -1 or less
     */
    public static BrinsonFachler linked(List<BrinsonFachler> periods) {
        InvalidInput.unless(!periods.isEmpty(), "periods", periods, "at least one");
        double portfolio = 1.0;
        double benchmark = 1.0;
        for (BrinsonFachler period : periods) {
            portfolio *= 1.0 + requireAbove(period.portfolioReturn);
            benchmark *= 1.0 + requireAbove(period.benchmarkReturn);
        }
        double whole = coefficient(portfolio - 1.0, benchmark - 1.0);
        Map<String, Effect> sums = new LinkedHashMap<>();
        for (BrinsonFachler period : periods) {
            double scale = coefficient(period.portfolioReturn, period.benchmarkReturn) / whole;
            for (Effect effect : period.effects) {
                sums.merge(effect.name(), effect.times(scale), Effect::plus);
            }
        }
        return new BrinsonFachler(portfolio - 1.0, benchmark - 1.0, List.copyOf(sums.values()));
    }

    private static double requireAbove(double value) {
        InvalidInput.unless(value > -1.0, "return", value, "above -1");
        return value;
    }

    /** The slope of the logarithm between both; where they are equal, its derivative. */
    private static double coefficient(double portfolio, double benchmark) {
        double difference = portfolio - benchmark;
        double relative = difference / (1.0 + benchmark);
        return Math.abs(relative) < 1e-8
                ? (1.0 - 0.5 * relative) / (1.0 + benchmark)
                : Math.log1p(relative) / difference;
    }

    /** {@return the effects of each sector, in order} */
    public List<Effect> effects() {
        return effects;
    }

    /** {@return the return of the portfolio, a decimal} */
    public double portfolioReturn() {
        return portfolioReturn;
    }

    /** {@return the return of the benchmark, a decimal} */
    public double benchmarkReturn() {
        return benchmarkReturn;
    }

    /** {@return allocation of all sectors, a decimal} */
    public double allocation() {
        return effects.stream().mapToDouble(Effect::allocation).sum();
    }

    /** {@return selection of all sectors, a decimal} */
    public double selection() {
        return effects.stream().mapToDouble(Effect::selection).sum();
    }

    /** {@return interaction of all sectors, a decimal} */
    public double interaction() {
        return effects.stream().mapToDouble(Effect::interaction).sum();
    }

    /** {@return all effects of all sectors: portfolio less benchmark, a decimal} */
    public double total() {
        return allocation() + selection() + interaction();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "allocation %.4f%% + selection %.4f%% + interaction %.4f%% = %.4f%%",
                100 * allocation(),
                100 * selection(),
                100 * interaction(),
                100 * total());
    }
}
