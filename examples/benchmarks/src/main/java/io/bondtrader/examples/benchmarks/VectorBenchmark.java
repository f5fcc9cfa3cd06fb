package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.vector.VectorYieldKernel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Yields of the book of {@link BookBenchmark}, by the vector kernel and by the library's own in the same JVM. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class VectorBenchmark {

    private BondBook lanes = BondBook.of(List.of(), BenchmarkBonds.SETTLEMENT);
    private BondBook scalar = lanes;
    private BookResult result = lanes.newResult();
    private double[] dirtyPrices = {};

    /** Makes the book twice, a kernel each. */
    @Setup
    public void prepare() {
        List<Bond> bonds = BookBenchmark.bonds(BookBenchmark.BONDS);
        Parallelism here = Parallelism.callingThread();
        lanes = BondBook.of(bonds, BenchmarkBonds.SETTLEMENT, new VectorYieldKernel(), here);
        scalar = BondBook.of(bonds, BenchmarkBonds.SETTLEMENT, BondBook.scalarKernel(), here);
        result = lanes.newResult();
        scalar.dirtyPricesFromYields(BookBenchmark.yields(BookBenchmark.BONDS), result);
        dirtyPrices = new double[BookBenchmark.BONDS];
        result.copyTo(dirtyPrices, Double.NaN);
    }

    /** {@return yields of the whole book, several bonds to an instruction} */
    @Benchmark
    @OperationsPerInvocation(BookBenchmark.BONDS)
    public Object lanesYields() {
        lanes.yieldsFromDirtyPrices(dirtyPrices, result);
        return result;
    }

    /** {@return yields of the whole book, bond by bond} */
    @Benchmark
    @OperationsPerInvocation(BookBenchmark.BONDS)
    public Object scalarYields() {
        scalar.yieldsFromDirtyPrices(dirtyPrices, result);
        return result;
    }
}
