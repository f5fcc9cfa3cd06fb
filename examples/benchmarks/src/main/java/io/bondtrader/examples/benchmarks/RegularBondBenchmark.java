package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.Sensitivities;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A regular bond, one measure at a time, on one thread. Inputs take turns, so that no result can be carried from one call to
 * the next; yields are solved from a cold start. State of one benchmark thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RegularBondBenchmark {

    private static final int INPUTS = 16;

    /** The bond under measurement. */
    @Param({"TEN_YEARS", "THIRTY_YEARS"})
    public BenchmarkBonds bond = BenchmarkBonds.TEN_YEARS;

    private final double[] yields = new double[INPUTS];
    private final double[] dirtyPrices = new double[INPUTS];
    private BondPricing bondTrader = bond.inBondTrader();
    private StrataBond strata = bond.inStrata();
    private int turn;

    /** Lays out both sides and the inputs they share. */
    @Setup
    public void prepare() {
        bondTrader = bond.inBondTrader();
        strata = bond.inStrata();
        for (int i = 0; i < INPUTS; i++) {
            yields[i] = bond.yieldToMaturity() + i * 1e-5;
            dirtyPrices[i] = bondTrader.dirtyPriceFromYield(yields[i]);
        }
    }

    private int next() {
        turn = (turn + 1) % INPUTS;
        return turn;
    }

    /** {@return the dirty price of a yield; claimed to be at least 15 times as fast as Strata's} */
    @Benchmark
    public double priceBondTrader() {
        return bondTrader.dirtyPriceFromYield(yields[next()]);
    }

    /** {@return the dirty price of a yield, by Strata} */
    @Benchmark
    public double priceStrata() {
        return strata.dirtyPrice(yields[next()]);
    }

    /** {@return the yield of a dirty price; claimed to be 60 times as fast for ten years, 120 times for thirty} */
    @Benchmark
    public double yieldBondTrader() {
        return bondTrader.yieldFromDirtyPrice(dirtyPrices[next()]);
    }

    /** {@return the yield of a dirty price, by Strata} */
    @Benchmark
    public double yieldStrata() {
        return strata.yieldFromDirtyPrice(dirtyPrices[next()]);
    }

    /** {@return modified duration and convexity together; claimed to be at least 8 times as fast as Strata's} */
    @Benchmark
    public double durationAndConvexityBondTrader() {
        Sensitivities sensitivities = bondTrader.sensitivities(yields[next()]);
        return sensitivities.modifiedDuration() + sensitivities.convexity();
    }

    /** {@return modified duration and convexity, by Strata} */
    @Benchmark
    public double durationAndConvexityStrata() {
        double yield = yields[next()];
        return strata.modifiedDuration(yield) + strata.convexity(yield);
    }

    /** {@return the bond from its terms, ready to be priced; claimed to be no slower than Strata} */
    @Benchmark
    public BondPricing buildBondTrader() {
        return bond.inBondTrader();
    }

    /** {@return the bond from its terms, ready to be priced, in Strata} */
    @Benchmark
    public Object buildStrata() {
        return bond.inStrata();
    }
}
