package io.bondtrader.strategies.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.strategies.execution.Venue;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Venue} promises. An implementation's test extends this, says how its venue is made and how its market is
 * moved; for a broker that may be a test system.
 *
 * <p>After each test every report must have been a legal event of its order, in order of time, and every fill new.
 */
public abstract class VenueContract {

    private static final Instant START = Instant.parse("2025-03-03T15:00:00Z");
    private static final int FACE = 1_000_000;
    private static final OrderType FAR_AWAY = OrderType.limit("90");
    private static final OrderType MARKET = new OrderType.Market();

    private final Map<String, OrderRecord> records = new LinkedHashMap<>();
    private final List<OrderEvent> reports = new ArrayList<>();
    private Venue venue;
    private Instant now = START;
    private long sequence;

    /** Makes a venue that nobody has connected to. */
    protected abstract Venue venue();

    /** A security that is traded there. */
    protected abstract Security security();

    /** Makes the venue's market quote the security; prices are near 100. */
    protected abstract void quote(double bid, double ask, long face, Instant at);

    /** Returns once everything that was asked before a time has been answered. */
    protected abstract void settle(Instant at);

    @BeforeEach
    void connect() {
        venue = venue();
        venue.connect(this::hear);
    }

    private synchronized void hear(OrderEvent event) {
        reports.add(event);
        OrderRecord record = records.get(event.orderId());
        if (record != null) {
            record.apply(event); // throws if it does not follow
        }
    }

    @AfterEach
    void everyReportWasInOrderAndEveryFillNew() {
        Set<String> fills = new HashSet<>();
        Map<String, OrderEvent> last = new LinkedHashMap<>();
        for (OrderEvent event : reports) {
            OrderEvent before = last.put(event.orderId(), event);
            if (before != null) {
                assertThat(event.at()).as("%s after %s", event, before).isAfterOrEqualTo(before.at());
                assertThat(event.sequence()).as("%s after %s", event, before).isGreaterThan(before.sequence());
            }
            assertThat(event.at()).isAfterOrEqualTo(START);
            if (event instanceof OrderEvent.Filled fill) {
                String execution = fill.venue() + ", " + fill.executionId();
                assertThat(fills.add(execution))
                        .as("execution %s is new", execution)
                        .isTrue();
            }
        }
        for (OrderRecord record : records.values()) {
            assertThat(record.overfilled()).as("overfilled: %s", record).isFalse();
        }
    }

    private OrderTicket ticket(String id, Side side, OrderType type) {
        TradingBook book = new TradingBook("firm", "desk", "book");
        return OrderTicket.of(new Order(id, security(), book, "trader", side, BigDecimal.valueOf(FACE)), type);
    }

    private OrderRecord send(OrderTicket ticket) {
        OrderRecord record = new OrderRecord(new OrderEvent.Initialised(ticket, now, sequence++));
        record.apply(new OrderEvent.Submitted(ticket.id(), now, sequence++, venue.name()));
        records.put(ticket.id(), record);
        venue.submit(ticket, now);
        answer();
        return record;
    }

    private void answer() {
        now = now.plusSeconds(10);
        settle(now);
    }

    private void market(double bid, double ask, long face) {
        now = now.plusSeconds(10);
        quote(bid, ask, face, now);
        answer();
    }

    private void cancel(OrderRecord record) {
        record.apply(new OrderEvent.CancelRequested(record.id(), now, sequence++, "contract"));
        venue.cancel(record.id(), now);
        answer();
    }

    private void replace(OrderRecord record, long face, OrderType type) {
        BigDecimal total = BigDecimal.valueOf(face);
        record.apply(new OrderEvent.ReplaceRequested(record.id(), now, sequence++, total, type));
        venue.replace(record.id(), total, type, now);
        answer();
    }

    private OrderEvent.Kind lastReportOf(String id) {
        OrderEvent.Kind kind = null;
        for (OrderEvent event : reports) {
            kind = event.orderId().equals(id) ? event.kind() : kind;
        }
        return Objects.requireNonNull(kind, "no report of " + id);
    }

    @Test
    public void aVenueHasAName() {
        assertThat(venue.name()).isNotBlank();
    }

    @Test
    public void anOrderIsTakenOrRefused() {
        market(99.9, 100, FACE);
        OrderRecord order = send(ticket("c-1", Side.BUY, FAR_AWAY));
        assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(order.filled()).isZero();
    }

    @Test
    public void aMarketOrderIsDoneAtThePricesThatAreQuoted() {
        market(99.9, 100, 2 * FACE);
        OrderRecord order = send(ticket("c-2", Side.BUY, MARKET));
        market(99.9, 100, 2 * FACE);
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.filled()).isEqualByComparingTo(BigDecimal.valueOf(FACE));
        assertThat(order.averagePrice().doubleValue()).isBetween(99.9, 100.0);
    }

    @Test
    public void aLimitIsNeverDoneAtAWorsePrice() {
        market(99.9, 100, 2 * FACE);
        OrderRecord buy = send(ticket("c-3", Side.BUY, OrderType.limit("99.5")));
        OrderRecord sell = send(ticket("c-4", Side.SELL, OrderType.limit("100.5")));
        market(99.9, 100, 2 * FACE);
        market(98.9, 99, 2 * FACE);
        market(100.9, 101, 2 * FACE);
        buy.fills().forEach(fill -> assertThat(fill.cleanPrice()).isLessThanOrEqualTo(new BigDecimal("99.5")));
        sell.fills().forEach(fill -> assertThat(fill.cleanPrice()).isGreaterThanOrEqualTo(new BigDecimal("100.5")));
    }

    @Test
    public void anOrderThatWorksCanBeCancelledOnce() {
        market(99.9, 100, FACE);
        OrderRecord order = send(ticket("c-5", Side.BUY, FAR_AWAY));
        cancel(order);
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
        venue.cancel("c-5", now);
        answer();
        assertThat(lastReportOf("c-5")).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
        market(80, 80.1, 2 * FACE);
        assertThat(order.filled()).isZero();
    }

    @Test
    public void anOrderThatWorksCanBeChangedOrTheChangeIsRefused() {
        market(99.9, 100, FACE);
        OrderRecord order = send(ticket("c-6", Side.BUY, FAR_AWAY));
        replace(order, FACE / 2, OrderType.limit("91"));
        assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(lastReportOf("c-6")).isIn(OrderEvent.Kind.REPLACED, OrderEvent.Kind.REPLACE_REJECTED);
        if (lastReportOf("c-6") == OrderEvent.Kind.REPLACED) {
            assertThat(order.face()).isEqualByComparingTo(BigDecimal.valueOf(FACE / 2));
            assertThat(order.type()).isEqualTo(OrderType.limit("91"));
        }
        cancel(order);
    }

    @Test
    public void whatIsUnknownIsRefusedNotThrown() {
        venue.cancel("c-never-sent", now);
        answer();
        assertThat(lastReportOf("c-never-sent")).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
        venue.replace("c-never-sent", BigDecimal.ONE, MARKET, now);
        answer();
        assertThat(lastReportOf("c-never-sent")).isEqualTo(OrderEvent.Kind.REPLACE_REJECTED);
    }

    @Test
    public void anOrderThatIsDoneCanNeitherBeCancelledNorChanged() {
        market(99.9, 100, 2 * FACE);
        OrderRecord order = send(ticket("c-7", Side.SELL, MARKET));
        market(99.9, 100, 2 * FACE);
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        venue.cancel("c-7", now);
        answer();
        assertThat(lastReportOf("c-7")).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
        venue.replace("c-7", BigDecimal.valueOf(2L * FACE), MARKET, now);
        answer();
        assertThat(lastReportOf("c-7")).isEqualTo(OrderEvent.Kind.REPLACE_REJECTED);
    }

    @Test
    public void anOrderThatIsSentTwiceIsOne() {
        market(99.9, 100, 5 * FACE);
        OrderTicket ticket = ticket("c-8", Side.BUY, MARKET);
        OrderRecord order = send(ticket);
        venue.submit(ticket, now);
        answer();
        market(99.9, 100, 5 * FACE);
        market(99.9, 100, 5 * FACE);
        assertThat(order.filled()).isLessThanOrEqualTo(BigDecimal.valueOf(FACE));
    }

    @Test
    public void fillOrKillIsAllOrNothing() {
        market(99.9, 100, FACE / 2);
        OrderRecord order = send(ticket("c-9", Side.BUY, MARKET).lasting(TimeInForce.fok()));
        market(99.9, 100, FACE / 2);
        assertThat(order.state()).isIn(OrderState.CANCELLED, OrderState.REJECTED, OrderState.FILLED);
        assertThat(order.filled().signum() == 0).isEqualTo(order.state() != OrderState.FILLED);
    }

    @Test
    public void immediateOrCancelDoesNotWait() {
        market(99.9, 100, FACE);
        OrderRecord order = send(ticket("c-10", Side.BUY, OrderType.limit("99")).lasting(TimeInForce.ioc()));
        market(99.9, 100, FACE);
        assertThat(order.state()).isIn(OrderState.CANCELLED, OrderState.REJECTED);
        market(98, 98.5, FACE);
        assertThat(order.filled()).isZero();
    }
}
