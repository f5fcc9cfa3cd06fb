package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookMeasures;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.verify.VerifiedBook;
import io.bondtrader.core.verify.VerifiedCurveBook;
import io.bondtrader.core.verify.Verifier;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a book costs per bond, from a thousand bonds to a million and from one thread to two: {@code examples/run
 * benchmarks scaling [BONDS...]}. Each figure is the median of five passes after three, in processor time on one thread and by the
 * clock on two; the bonds are all different.
 */
final class BookScaling {

    private static final int WARM_UPS = 3;
    private static final int PASSES = 5;
    private static final int SCENARIOS = 1_000;
    private static final int SCENARIO_BONDS = 10_000;

    private BookScaling() {}

    static void run(List<Integer> sizes) {
        System.out.printf(Locale.ROOT, "%-44s", "ns a bond");
        System.out.printf(Locale.ROOT, "%9s %12s %12s%n", "bonds", "1 thread", "2 threads");
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        Parallelism one = Parallelism.callingThread();
        Parallelism two = Parallelism.on(pool, 2);
        warm(one);
        for (int size : sizes) {
            measure(size, one, two);
        }
        scenarios(one, two);
        pool.shutdown();
    }

    /** Compiles the loops on a small book, so that the first rows are not those of an interpreter. */
    private static void warm(Parallelism here) {
        DistinctBonds bonds = new DistinctBonds(20_000);
        BondBook book = BondBook.of(bonds, BenchmarkBonds.SETTLEMENT, here);
        Work work = new Work(book, bonds, BenchmarkCurves.curve(0));
        for (int k = 0; k < 10; k++) {
            work.measures(here);
            work.verifiedMeasures(here);
            work.zSpreads(here);
            work.verifiedZSpreads(here);
            work.nodes(here);
            work.keyRates(here);
            work.prices(here);
        }
    }

    private static void measure(int size, Parallelism one, Parallelism two) {
        DistinctBonds bonds = new DistinctBonds(size);
        long before = usedHeap();
        BondBook book = BondBook.of(bonds, BenchmarkBonds.SETTLEMENT, two);
        long bytes = usedHeap() - before;
        Work work = new Work(book, bonds, BenchmarkCurves.curve(0));
        row("compile", size, one, two, p -> BondBook.of(bonds, BenchmarkBonds.SETTLEMENT, p), 1);
        row("price, yield, duration, convexity, DV01", size, one, two, work::measures, PASSES);
        row("the same, every number by two paths", size, one, two, work::verifiedMeasures, PASSES);
        row("price off a curve of 10 nodes", size, one, two, work::prices, PASSES);
        row("Z-spread off a curve of 10 nodes", size, one, two, work::zSpreads, PASSES);
        row("the same, every spread by two paths", size, one, two, work::verifiedZSpreads, PASSES);
        row("risk of the whole book to 10 nodes", size, one, two, work::nodes, PASSES);
        row("key-rate DV01s of the whole book, 11 keys", size, one, two, work::keyRates, PASSES);
        System.out.printf(
                Locale.ROOT, "%-44s%,9d %,12d bytes a bond%n%n", "heap of the compiled book", size, bytes / size);
    }

    private static void scenarios(Parallelism one, Parallelism two) {
        DistinctBonds bonds = new DistinctBonds(SCENARIO_BONDS);
        BondBook book = BondBook.of(bonds, BenchmarkBonds.SETTLEMENT, one);
        List<DiscountCurve> curves = new ArrayList<>();
        for (int s = 0; s < SCENARIOS; s++) {
            curves.add(BenchmarkCurves.curve(s));
        }
        double[] seconds = {
            seconds(one, p -> book.revalue(curves, p), PASSES), seconds(two, p -> book.revalue(curves, p), PASSES)
        };
        double million = 1e-6 * SCENARIOS * SCENARIO_BONDS;
        System.out.printf(
                Locale.ROOT,
                "%-44s%,9d %12.1f %12.1f  million a second%n",
                "revaluations under 1,000 scenarios",
                SCENARIO_BONDS,
                million / seconds[0],
                million / seconds[1]);
    }

    private static void row(
            String name,
            int size,
            Parallelism one,
            Parallelism two,
            java.util.function.Consumer<Parallelism> work,
            int passes) {
        System.out.printf(
                Locale.ROOT,
                "%-44s%,9d %12.1f %12.1f%n",
                name,
                size,
                seconds(one, work, passes) / size * 1e9,
                seconds(two, work, passes) / size * 1e9);
    }

    static double seconds(Parallelism parallelism, java.util.function.Consumer<Parallelism> work, int passes) {
        for (int k = 0; k < Math.min(WARM_UPS, passes); k++) {
            work.accept(parallelism);
        }
        double[] seconds = new double[passes];
        for (int k = 0; k < passes; k++) {
            long start = now(parallelism);
            work.accept(parallelism);
            seconds[k] = (now(parallelism) - start) * 1e-9;
        }
        Arrays.sort(seconds);
        return seconds[passes / 2];
    }

    /** The calling thread's own processor time where it works alone, so that its neighbours do not count; else the clock. */
    private static long now(Parallelism parallelism) {
        return parallelism.threads() == 1
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int k = 0; k < 4; k++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    /** The measures of one book, with room for their results. */
    private static final class Work {

        private final BondBook book;
        private final DiscountCurve curve;
        private final double[] cleanPrices;
        private final double[] faces;
        private final BookMeasures measures;
        private final BookResult result;
        private final VerifiedBook verified;
        private final VerifiedCurveBook verifiedOffCurve;

        Work(BondBook book, DistinctBonds bonds, DiscountCurve curve) {
            this.book = book;
            this.curve = curve;
            this.measures = book.newMeasures();
            this.result = book.newResult();
            this.cleanPrices = new double[book.size()];
            this.faces = new double[book.size()];
            Arrays.fill(faces, 1_000_000.0);
            book.cleanPricesFromYields(bonds.yields(), result);
            result.copyTo(cleanPrices, Double.NaN);
            Parallelism here = Parallelism.callingThread();
            this.verified = VerifiedBook.of(book, bonds, Verifier.flagging(), here);
            this.verifiedOffCurve = VerifiedCurveBook.of(book, bonds, Verifier.flagging(), here);
        }

        void measures(Parallelism parallelism) {
            book.measuresFromCleanPrices(cleanPrices, measures, parallelism);
        }

        void verifiedMeasures(Parallelism parallelism) {
            verified.measuresFromCleanPrices(cleanPrices, measures, parallelism);
        }

        void prices(Parallelism parallelism) {
            book.dirtyPrices(curve, result, parallelism);
        }

        void zSpreads(Parallelism parallelism) {
            book.zSpreads(curve, cleanPrices, result, parallelism);
        }

        void verifiedZSpreads(Parallelism parallelism) {
            verifiedOffCurve.zSpreads(curve, cleanPrices, result, parallelism);
        }

        void nodes(Parallelism parallelism) {
            book.nodeSensitivities(curve, faces, parallelism);
        }

        void keyRates(Parallelism parallelism) {
            book.keyRateDv01s(curve, KeyTenors.standard(), faces, parallelism);
        }
    }
}
