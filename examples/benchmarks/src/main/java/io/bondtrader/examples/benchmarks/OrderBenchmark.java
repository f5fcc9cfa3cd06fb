package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.Transition;
import java.math.BigDecimal;
import java.time.Instant;
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
 * The life of an order: sent, taken, half filled, reported twice, changed, filled. The claim under test: a core makes at
 * least 5 million transitions a second, a transition in less than 200 ns.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class OrderBenchmark {

    private static final int ORDERS = 256;
    private static final int EVENTS = 8;
    private static final Instant AT = Instant.parse("2025-03-03T14:00:00Z");
    private static final OrderType PAR = OrderType.limit("100");

    private final List<OrderEvent.Initialised> made = new ArrayList<>();
    private final List<List<OrderEvent>> lives = new ArrayList<>();
    private final Security security = Security.of(
            "NOTE", FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2035-05-15"), "USD");
    private final Quote quiet = Quote.of("NOTE", 99.5, 100.5, 1_000_000, AT.plusSeconds(1));
    private SimulatedVenue venue = SimulatedVenue.builder("venue").build();
    private int next;

    /** Makes the events of 256 orders, and a venue where ten orders wait. */
    @Setup
    public void prepare() {
        TradingBook book = new TradingBook("Firm", "Desk", "Book");
        Money fees = Money.of("2.50", "USD");
        venue.connect(report -> {});
        for (int k = 0; k < ORDERS; k++) {
            String id = "order " + k;
            Order order = new Order(id, security, book, "trader", Side.BUY, new BigDecimal(1_000_000));
            OrderTicket ticket = OrderTicket.of(order, PAR);
            BigDecimal face = new BigDecimal(400_000);
            BigDecimal price = new BigDecimal("99.984375");
            OrderEvent first = new OrderEvent.Filled(id, AT, 3, "venue", "fill " + k, face, price, fees);
            made.add(new OrderEvent.Initialised(ticket, AT, 0));
            lives.add(List.of(
                    new OrderEvent.Submitted(id, AT, 1, "venue"),
                    new OrderEvent.Accepted(id, AT, 2),
                    first,
                    first,
                    new OrderEvent.ReplaceRequested(id, AT, 4, new BigDecimal(800_000), PAR),
                    new OrderEvent.Replaced(id, AT, 5, new BigDecimal(800_000), PAR),
                    new OrderEvent.Filled(id, AT, 6, "venue", "last " + k, face, price, fees),
                    new OrderEvent.Cancelled(id, AT, 7, "too late")));
            if (k < 10) {
                venue.submit(ticket, AT);
            }
        }
    }

    /**
     * A transition, of the eight of an order's life; the record of each order is made anew.
     *
     * @return the last transition
     */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Transition transition() {
        next = (next + 1) % ORDERS;
        OrderRecord record = new OrderRecord(made.get(next));
        List<OrderEvent> life = lives.get(next);
        Transition last = record.apply(life.get(0));
        for (int i = 1; i < EVENTS; i++) {
            last = record.apply(life.get(i));
        }
        return last;
    }

    /**
     * A quote at a simulated venue where ten limits wait for a better one.
     *
     * @return the venue
     */
    @Benchmark
    public SimulatedVenue quoteAtAVenue() {
        venue.onMarket(quiet);
        return venue;
    }
}
