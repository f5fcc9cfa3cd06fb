package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.pnl.LotMethod;
import io.bondtrader.risk.pnl.Mark;
import io.bondtrader.risk.pnl.PnlEngine;
import io.bondtrader.risk.pnl.PnlEvent;
import io.bondtrader.risk.pnl.PnlSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A book of 1,000 positions whose quotes stream in. The claim under test: a quote takes less than a microsecond on each of
 * two threads, so that a million quotes a second are taken, and allocates nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PnlBenchmark {

    private static final int POSITIONS = 1_000;
    private static final String CURRENCY = "USD";

    private final PnlEngine engine = PnlEngine.of(Currency.getInstance(CURRENCY), LotMethod.FIFO);
    private final Mark[] marks = new Mark[POSITIONS];
    private final String[] ids = new String[POSITIONS];

    /** Where each thread is in its stream of quotes. */
    @State(Scope.Thread)
    public static class Stream {
        int next;

        int advance() {
            next = (next + 7) % POSITIONS;
            return next;
        }
    }

    /** Opens the positions and quotes each once. */
    @Setup
    public void prepare() {
        TradingBook book = new TradingBook("Firm", "Desk", "Book");
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2035-05-15");
        for (int k = 0; k < POSITIONS; k++) {
            ids[k] = "BOND" + k;
            engine.apply(PnlEvent.Traded.of(new Execution(
                    "fill " + k,
                    "order " + k,
                    Security.of(ids[k], bond, CURRENCY),
                    book,
                    "trader",
                    Side.BUY,
                    new BigDecimal(1_000_000),
                    new BigDecimal("99.5"),
                    Money.of("1234.56", CURRENCY),
                    Money.of("10", CURRENCY),
                    LocalDate.of(2026, 3, 16),
                    Instant.EPOCH)));
            marks[k] = engine.mark(ids[k]);
            marks[k].set(99.5, 0.5);
        }
    }

    /**
     * A quote by the mark that was looked up before.
     *
     * @param stream which security is next
     */
    @Benchmark
    @Threads(2)
    public void quoteOfMark(Stream stream) {
        int k = stream.advance();
        marks[k].set(99.0 + k * 1e-3, 0.5);
    }

    /**
     * A quote by the security's identifier.
     *
     * @param stream which security is next
     */
    @Benchmark
    @Threads(2)
    public void quoteOfSecurity(Stream stream) {
        int k = stream.advance();
        engine.quote(ids[k], 99.0 + k * 1e-3, 0.5);
    }

    /** {@return all positions and their total, exactly} */
    @Benchmark
    public PnlSnapshot snapshot() {
        return engine.snapshot();
    }
}
