package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookMeasures;
import io.bondtrader.core.pricing.BookResult;
import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * A book of 100,000 different bonds, time per bond. The claim under test: yields of the whole book cost about a tenth of a
 * microsecond each and allocate nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class BookBenchmark {

    static final int BONDS = 100_000;

    private static final LocalDate SETTLEMENT = BenchmarkBonds.SETTLEMENT;
    private static final LocalDate FIRST_MATURITY = LocalDate.of(2026, 4, 15);

    private final List<StrataBond> strata = new ArrayList<>();
    private double[] yields = {};
    private double[] dirtyPrices = {};
    private BondBook book = BondBook.of(List.of(), SETTLEMENT);
    private BookResult result = book.newResult();
    private BookMeasures measures = book.newMeasures();

    /** Makes the book: two to sixty coupons each, coupons and yields from 1 to 8 percent. */
    @Setup
    public void prepare() {
        yields = yields(BONDS);
        book = BondBook.of(bonds(BONDS), SETTLEMENT, BondBook.scalarKernel(), Parallelism.callingThread());
        result = book.newResult();
        measures = book.newMeasures();
        dirtyPrices = new double[BONDS];
        book.dirtyPricesFromYields(yields, result);
        result.copyTo(dirtyPrices, Double.NaN);
    }

    /** Makes the same book for the peer. */
    @Setup
    public void prepareStrata() {
        for (int k = 0; k < BONDS; k++) {
            strata.add(StrataBond.of(start(k), maturity(k), coupon(k), SETTLEMENT));
        }
    }

    /** The first bonds of a book that never ends. */
    static List<Bond> bonds(int count) {
        BondConvention convention = BondConvention.builder("BENCHMARK").build();
        List<Bond> bonds = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            bonds.add(FixedCouponBond.of(convention, coupon(k), start(k), maturity(k)));
        }
        return bonds;
    }

    /** A yield for each of them. */
    static double[] yields(int count) {
        double[] yields = new double[count];
        for (int k = 0; k < count; k++) {
            yields[k] = 0.01 + 0.07 * (1_299_709L * k % 10_000) / 10_000.0;
        }
        return yields;
    }

    static LocalDate maturity(int k) {
        return FIRST_MATURITY.plusMonths(6 + 7919L * k % 355);
    }

    static double coupon(int k) {
        return (0.25 + 0.125 * (104_729L * k % 64)) / 100.0;
    }

    /** The last coupon date on or before settlement. */
    static LocalDate start(int k) {
        LocalDate date = maturity(k);
        for (int periods = 1; date.isAfter(SETTLEMENT); periods++) {
            date = maturity(k).minusMonths(6L * periods);
        }
        return date;
    }

    double dirtyPriceSum() {
        double sum = 0.0;
        for (double price : dirtyPrices) {
            sum += price;
        }
        return sum;
    }

    double dirtyPrice(int k) {
        return dirtyPrices[k];
    }

    /** {@return yields of the whole book} */
    @Benchmark
    @OperationsPerInvocation(BONDS)
    public Object bookYields() {
        book.yieldsFromDirtyPrices(dirtyPrices, result);
        return result;
    }

    /** {@return yields of the whole book, by the peer} */
    @Benchmark
    @OperationsPerInvocation(BONDS)
    public double bookYieldsStrata() {
        double sum = 0.0;
        for (int k = 0; k < BONDS; k++) {
            sum += strata.get(k).yieldFromDirtyPrice(dirtyPrices[k]);
        }
        return sum;
    }

    /** {@return prices of the whole book} */
    @Benchmark
    @OperationsPerInvocation(BONDS)
    public Object bookPrices() {
        book.dirtyPricesFromYields(yields, result);
        return result;
    }

    /** {@return prices of the whole book, by the peer} */
    @Benchmark
    @OperationsPerInvocation(BONDS)
    public double bookPricesStrata() {
        double sum = 0.0;
        for (int k = 0; k < BONDS; k++) {
            sum += strata.get(k).dirtyPrice(yields[k]);
        }
        return sum;
    }

    /** {@return prices, durations, convexities and DV01s of the whole book} */
    @Benchmark
    @OperationsPerInvocation(BONDS)
    public Object bookDurations() {
        book.measuresFromYields(yields, measures, Parallelism.callingThread());
        return measures;
    }
}
