package io.bondtrader.examples.benchmarks;

import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.var.FactorMapping;
import io.bondtrader.risk.var.MonteCarlo;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.ScenarioBook;
import io.bondtrader.risk.var.TailRisk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What value at risk by full revaluation costs: {@code examples/run benchmarks simulation}. Each figure is the median of five
 * passes after three, in processor time on one thread and by the clock on two. The bonds of the large books are all different
 * and pay on every day of thirty years.
 */
final class SimulationScaling {

    private static final int PASSES = 5;
    private static final int STRATA_CURVES = 200;
    private static final TradingBook BOOK = new TradingBook("House", "Rates", "Benchmark");

    private SimulationScaling() {}

    static void run() {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        Parallelism one = Parallelism.callingThread();
        Parallelism two = Parallelism.on(pool, 2);
        System.out.printf(Locale.ROOT, "%-66s %12s %12s%n", "", "1 thread", "2 threads");

        ScenarioBook hundred = book(ReferenceSimulation.bonds(), ReferenceSimulation.curve());
        FactorMoves moves = ReferenceSimulation.moves(10_000);
        rate("100 bonds x 10,000 curves, by position", 1e6, one, two, p -> hundred.revalue(moves, p));
        double ours = seconds(one, p -> hundred.revalue(moves, p)) / 1e6;
        double strata = strata(one);
        System.out.printf(
                Locale.ROOT,
                "%-66s %12.2f %12s  million revaluations a second; ratio %.0f x%n",
                "Strata 2.12.48, the same bonds and 200 of the curves",
                1e-6 / strata,
                "",
                strata / ours);

        List<Bond> distinct = new ArrayList<>(new DistinctBonds(10_000));
        ScenarioBook tenThousand = book(distinct, ReferenceSimulation.curve());
        FactorMoves tenYears = ReferenceSimulation.moves(2_500);
        rate("10,000 different bonds x 2,500 days, by position", 25e6, one, two, p -> tenThousand.revalue(tenYears, p));
        time(
                "historical VaR and ES of 10,000 bonds x 2,500 days",
                one,
                two,
                p -> tenThousand.revalue(tenYears, p).risk(0.99, QuantileConvention.LINEAR));

        ScenarioBook thousand = book(distinct.subList(0, 1_000), ReferenceSimulation.curve());
        Covariance covariance = CovarianceEstimator.factorModel(3)
                .estimate(ReferenceSimulation.moves(2_500))
                .covariance();
        time("Monte Carlo, 100,000 paths x 1,000 bonds, bond by bond", one, two, p -> {
            for (int run = 0; run < 10; run++) {
                MonteCarlo.paths(10_000, run)
                        .principalComponents(3)
                        .build()
                        .simulate(thousand, covariance, p)
                        .risk(0.99, QuantileConvention.COHERENT);
            }
        });
        time(
                "Monte Carlo, 100,000 paths x 1,000 bonds, payments of a day as one",
                one,
                two,
                p -> monteCarlo(thousand, covariance, p));
    }

    private static TailRisk monteCarlo(ScenarioBook book, Covariance covariance, Parallelism parallelism) {
        return MonteCarlo.paths(100_000, 5)
                .principalComponents(3)
                .build()
                .simulate(book.groupedBy(name -> "book"), covariance, parallelism)
                .risk(0.99, QuantileConvention.COHERENT);
    }

    static ScenarioBook book(List<? extends Bond> bonds, NodeCurve curve) {
        List<Position> positions = new ArrayList<>();
        for (int k = 0; k < bonds.size(); k++) {
            positions.add(new Position(
                    Security.of("B" + k, bonds.get(k), "USD"), BOOK, "desk", BigDecimal.valueOf(1_000_000)));
        }
        ValuedBook valued = ValuedBook.of(positions, RiskMarket.of(curve.referenceDate(), "USD", curve));
        return ScenarioBook.of(valued, FactorMapping.ofCurve("USD", ReferenceSimulation.FACTORS));
    }

    /** Seconds a revaluation by Strata's pricer, a provider built for each scenario. */
    private static double strata(Parallelism one) {
        List<StrataBond> bonds = new ArrayList<>();
        for (int b = 0; b < 100; b++) {
            LocalDate start = BenchmarkBonds.SETTLEMENT;
            LocalDate maturity = start.plusMonths(6L * ReferenceSimulation.halfYears(b));
            bonds.add(StrataBond.of(start, maturity, ReferenceSimulation.coupon(b), start));
        }
        FactorMoves moves = ReferenceSimulation.moves(STRATA_CURVES);
        int[] nodeDays = Arrays.stream(ReferenceSimulation.YEARS)
                .mapToInt(years -> (int) Math.round(365 * years))
                .toArray();
        double[] total = new double[1];
        double seconds = seconds(one, p -> {
            for (int s = 0; s < STRATA_CURVES; s++) {
                double[] rates = moves.get(s);
                for (int i = 0; i < rates.length; i++) {
                    rates[i] += ReferenceSimulation.zeroRate(ReferenceSimulation.YEARS[i]);
                }
                LegalEntityDiscountingProvider curve = StrataBond.curve(BenchmarkBonds.SETTLEMENT, nodeDays, rates);
                for (StrataBond bond : bonds) {
                    total[0] += bond.dirtyPrice(curve);
                }
            }
        });
        if (!(total[0] > 0)) {
            throw new IllegalStateException("Strata priced nothing");
        }
        return seconds / (STRATA_CURVES * bonds.size());
    }

    private static void rate(
            String name, double revaluations, Parallelism one, Parallelism two, Consumer<Parallelism> work) {
        System.out.printf(
                Locale.ROOT,
                "%-66s %12.1f %12.1f  million revaluations a second%n",
                name,
                1e-6 * revaluations / seconds(one, work),
                1e-6 * revaluations / seconds(two, work));
    }

    private static void time(String name, Parallelism one, Parallelism two, Consumer<Parallelism> work) {
        System.out.printf(Locale.ROOT, "%-66s %12.2f %12.2f  seconds%n", name, seconds(one, work), seconds(two, work));
    }

    private static double seconds(Parallelism parallelism, Consumer<Parallelism> work) {
        return BookScaling.seconds(parallelism, work, PASSES);
    }
}
