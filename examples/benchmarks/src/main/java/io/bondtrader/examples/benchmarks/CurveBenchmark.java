package io.bondtrader.examples.benchmarks;

import com.opengamma.strata.market.param.CurrencyParameterSensitivities;
import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.pricing.CurvePricing;
import java.util.Arrays;
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
 * One bond off a curve of ten nodes: its worth, its Z-spread, and what it owes to each node. Every operation cycles over
 * {@value #INPUTS} curves or prices.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CurveBenchmark {

    private static final int INPUTS = 16;
    private static final int MASK = INPUTS - 1;

    /** The bond: ten or thirty years. */
    @Param({"TEN_YEARS", "THIRTY_YEARS"})
    BenchmarkBonds bond = BenchmarkBonds.TEN_YEARS;

    private final NodeCurve[] curves = BenchmarkCurves.curves(INPUTS);
    private final LegalEntityDiscountingProvider[] strataCurves = new LegalEntityDiscountingProvider[INPUTS];
    private final double[] dirtyPrices = new double[INPUTS];
    private final double[] sensitivities = new double[BenchmarkCurves.NODE_DAYS.length];
    private CurvePricing pricing = bond.offCurves();
    private StrataBond strata = bond.inStrata();
    private int next;

    /** Makes the inputs: curves and yields a hundredth of a basis point and a tenth of one apart. */
    @Setup
    public void prepare() {
        pricing = bond.offCurves();
        strata = bond.inStrata();
        for (int k = 0; k < INPUTS; k++) {
            strataCurves[k] = StrataBond.curve(
                    BenchmarkBonds.SETTLEMENT, BenchmarkCurves.NODE_DAYS, BenchmarkCurves.zeroRates(k));
            dirtyPrices[k] = pricing.yieldPricing().dirtyPriceFromYield(bond.yieldToMaturity() + k * 1e-5);
        }
    }

    /** {@return the price off the curve} */
    @Benchmark
    public double presentValue() {
        return pricing.dirtyPrice(curves[next++ & MASK]);
    }

    /** {@return the price off the curve, by the peer} */
    @Benchmark
    public double presentValueStrata() {
        return strata.dirtyPrice(strataCurves[next++ & MASK]);
    }

    /** {@return the Z-spread of a price} */
    @Benchmark
    public double zSpread() {
        return pricing.zSpread(curves[0], dirtyPrices[next++ & MASK]);
    }

    /** {@return the Z-spread of a price, by the peer} */
    @Benchmark
    public double zSpreadStrata() {
        return strata.zSpread(strataCurves[0], dirtyPrices[next++ & MASK]);
    }

    /** {@return how the price moves with each of ten nodes} */
    @Benchmark
    public double[] nodeSensitivities() {
        Arrays.fill(sensitivities, 0.0);
        pricing.addNodeSensitivities(curves[next++ & MASK], sensitivities);
        return sensitivities;
    }

    /** {@return how the price moves with each of ten nodes, by the peer} */
    @Benchmark
    public CurrencyParameterSensitivities nodeSensitivitiesStrata() {
        return strata.nodeSensitivities(strataCurves[next++ & MASK]);
    }
}
