package io.bondtrader.examples.quickstart;

import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookMeasures;
import io.bondtrader.core.verify.VerifiedBook;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.List;

/** What each bond costs once the book is compiled and the JVM warm, in nanoseconds, by one path and by two. */
record BookSpeed(double onePath, double twoPaths) {

    private static final long LONGEST = 150_000_000L;

    static BookSpeed of(List<Valuation> valuations) {
        LocalDate settlement = valuations.get(0).settlement();
        List<FixedCouponBond> bonds =
                valuations.stream().map(v -> v.holding().bond()).toList();
        double[] prices =
                valuations.stream().mapToDouble(v -> v.clean().value()).toArray();
        Parallelism here = Parallelism.callingThread();
        BondBook book = BondBook.of(bonds, settlement);
        VerifiedBook twice = VerifiedBook.of(book, bonds, Verifier.flagging(), here);
        BookMeasures measures = book.newMeasures();
        return new BookSpeed(
                nanos(bonds.size(), () -> book.measuresFromCleanPrices(prices, measures, here)),
                nanos(bonds.size(), () -> twice.measuresFromCleanPrices(prices, measures, here)));
    }

    /** The fastest of many passes: what the work costs where nothing else interferes. */
    private static double nanos(int bonds, Runnable pass) {
        long start = System.nanoTime();
        long fastest = Long.MAX_VALUE;
        long now = start;
        while (now - start < LONGEST) {
            pass.run();
            long after = System.nanoTime();
            fastest = Math.min(fastest, after - now);
            now = after;
        }
        return (double) fastest / bonds;
    }
}
