package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.execution.SimulatedDealers.Dealer;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.Blotter;
import io.bondtrader.strategies.order.DealerStatistics;
import io.bondtrader.strategies.order.FlatTerms;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Orders that are done by requests for quotes, at a desk. Dealers take 100 ms to quote and 50 for the last look. */
final class RfqVenueTest {

    private static final Instant START = OrderEvents.START;
    private static final OrderType MARKET = new OrderType.Market();

    private final List<OrderEvent> journal = new ArrayList<>();
    private RfqVenue venue = venue(dealer("alba", 0.05), dealer("brook", 0.08));
    private OrderDesk desk = desk(venue);

    private static Dealer dealer(String name, double half) {
        return new Dealer(
                name,
                half,
                0,
                Duration.ofMillis(100),
                Duration.ZERO,
                Duration.ofSeconds(3),
                Duration.ofMillis(50),
                0.04,
                0,
                0);
    }

    private static RfqVenue venue(Dealer... dealers) {
        return new RfqVenue(
                "rfq",
                new SimulatedDealers(List.of(dealers), Latency.none(), Latency.none(), 6),
                Duration.ofSeconds(1),
                Duration.ofSeconds(4),
                Commission.perMillion(BigDecimal.TEN));
    }

    private OrderDesk desk(RfqVenue where) {
        return OrderDesk.of(Blotter.open(FlatTerms.NEXT_DAY, journal::add, execution -> {}), List.of(where));
    }

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(1000 * seconds));
    }

    private void middle(double middle, double seconds) {
        desk.onMarket(Quote.of(OrderEvents.NOTE.id(), middle - 0.5, middle + 0.5, 1, at(seconds)));
    }

    private static OrderTicket buy(String id, OrderType type) {
        return OrderTicket.of(OrderEvents.order(id, Side.BUY, 1_000_000), type);
    }

    private OrderRecord order(String id) {
        return desk.blotter().order(id).orElseThrow();
    }

    @Test
    void anOrderIsDoneWithTheBestDealerOnceItHasLookedAgain() {
        middle(100, 0);
        desk.send(buy("A", MARKET), "rfq", at(0));
        desk.advance(at(0.12));
        assertThat(order("A").state()).isEqualTo(OrderState.ACCEPTED);
        desk.advance(at(0.15));
        OrderEvent.Filled fill = order("A").fills().get(0);
        assertThat(fill.venue()).isEqualTo("alba");
        assertThat(fill.cleanPrice()).isEqualByComparingTo("100.05");
        assertThat(fill.face()).isEqualByComparingTo("1000000");
        assertThat(fill.fees()).isEqualTo(Money.of("10", "USD"));
        assertThat(fill.at()).isEqualTo(at(0.15));
        assertThat(venue.size()).isZero();
    }

    @Test
    void aQuoteThatDoesNotStandGivesWayToTheNext() {
        middle(100, 0);
        desk.send(buy("A", MARKET), "rfq", at(0));
        middle(100.045, 0.12); // against alba by more than it tolerates
        middle(100, 0.17); // and back before brook looks
        desk.advance(at(1));
        OrderEvent.Filled fill = order("A").fills().get(0);
        assertThat(fill.venue()).isEqualTo("brook");
        assertThat(fill.cleanPrice()).isEqualByComparingTo("100.08");
        DealerStatistics.Figures alba = venue.statistics().figures().get(0);
        assertThat(alba.lastLookRejectionRate()).isEqualTo(1.0);
        assertThat(alba.meanHold()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void anOrderThatFindsNoQuoteWithinItsLimitAsksAgain() {
        middle(100, 0);
        desk.send(buy("A", OrderType.limit("100")), "rfq", at(0));
        desk.advance(at(2));
        assertThat(order("A").state()).isEqualTo(OrderState.ACCEPTED);
        middle(99.9, 3);
        desk.advance(at(5));
        assertThat(order("A").fills().get(0).cleanPrice()).isEqualByComparingTo("99.95");
        assertThat(order("A").fills().get(0).at()).isEqualTo(at(4.25)); // asked again four seconds after 0.1
    }

    @Test
    void anImmediateOrderAsksOnce() {
        middle(100, 0);
        desk.send(buy("A", OrderType.limit("100")).lasting(TimeInForce.ioc()), "rfq", at(0));
        desk.advance(at(1));
        assertThat(order("A").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(order("A").reason()).isEqualTo("no quote within the limit");
    }

    @Test
    void anOrderWhoseTimeIsOverExpiresUnlessADealerIsLooking() {
        middle(100, 0);
        desk.send(buy("A", OrderType.limit("99")).lasting(TimeInForce.day(at(3))), "rfq", at(0));
        desk.send(buy("B", MARKET).lasting(TimeInForce.day(at(0.12))), "rfq", at(0));
        desk.advance(at(3));
        assertThat(order("A").state()).isEqualTo(OrderState.EXPIRED);
        assertThat(order("B").state()).isEqualTo(OrderState.FILLED);
        desk.send(buy("C", MARKET).lasting(TimeInForce.day(at(3))), "rfq", at(3));
        assertThat(order("C").state()).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void aRequestCanBeCancelledButNotWhileADealerLooks() {
        middle(100, 0);
        desk.send(buy("A", MARKET), "rfq", at(0));
        desk.send(buy("B", MARKET), "rfq", at(0));
        desk.cancel("A", "enough", at(0.05));
        assertThat(order("A").state()).isEqualTo(OrderState.CANCELLED);
        desk.cancel("B", "enough", at(0.12));
        assertThat(order("B").state()).isEqualTo(OrderState.ACCEPTED);
        desk.advance(at(1));
        assertThat(order("B").state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void dealersWhoAllDeclineAreAskedAgain() {
        Dealer shy = new Dealer(
                "shy", 0.05, 0, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(3), Duration.ZERO, 1, 0.5, 0);
        venue = venue(shy);
        desk = desk(venue);
        middle(100, 0);
        for (int i = 0; i < 50; i++) {
            desk.send(buy("A" + i, MARKET), "rfq", at(0));
        }
        desk.advance(at(120));
        assertThat(desk.blotter().inState(OrderState.FILLED)).hasSize(50);
        assertThat(venue.statistics().figures().get(0).declined()).isBetween(20L, 90L);
    }

    @Test
    void whatItCannotDoIsRefused() {
        desk.send(buy("A", MARKET), "rfq", at(0));
        assertThat(order("A").reason()).isEqualTo("there is no market yet");
        desk.onMarket(
                new Valuation(OrderEvents.NOTE.id(), LocalDate.of(2025, 3, 4), 99, 0.5, 0.08, 0.045, at(1), at(1)));
        desk.send(buy("B", OrderType.stop("99")), "rfq", at(1));
        assertThat(order("B").state()).isEqualTo(OrderState.REJECTED);
        desk.send(buy("C", OrderType.limit("98")), "rfq", at(1));
        desk.replace("C", BigDecimal.TEN, OrderType.limit("99"), at(1));
        assertThat(order("C").state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(order("C").face()).isEqualByComparingTo("1000000");
        var nobody = new SimulatedDealers(List.of(dealer("alba", 0.05)), Latency.none(), Latency.none(), 1);
        assertThatThrownBy(() ->
                        new RfqVenue(" ", nobody, Duration.ofSeconds(1), Duration.ofSeconds(1), Commission.none()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RfqVenue("x", nobody, Duration.ZERO, Duration.ofSeconds(1), Commission.none()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RfqVenue("x", nobody, Duration.ofSeconds(1), Duration.ZERO, Commission.none()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theSameSeedGivesTheSameTrades() {
        List<OrderEvent> first = run();
        assertThat(run()).isEqualTo(first);
        assertThat(first).anyMatch(event -> event instanceof OrderEvent.Filled);
    }

    private List<OrderEvent> run() {
        journal.clear();
        venue = new RfqVenue(
                "rfq",
                new SimulatedDealers(
                        List.of(Dealer.of("alba", 0.05), Dealer.of("brook", 0.06), Dealer.of("crane", 0.07)),
                        new Latency(Duration.ZERO, Duration.ofMillis(80)),
                        new Latency(Duration.ZERO, Duration.ofMillis(80)),
                        9),
                Duration.ofSeconds(1),
                Duration.ofSeconds(4),
                Commission.none());
        desk = desk(venue);
        Random random = new Random(2);
        double price = 100;
        for (int i = 0; i < 300; i++) {
            price += 0.05 * random.nextGaussian();
            middle(price, i);
            if (i % 3 == 0) {
                desk.send(buy("o" + i, random.nextBoolean() ? MARKET : OrderType.limit("100")), "rfq", at(i));
            }
        }
        desk.advance(at(2_000));
        assertThat(desk.blotter().reconcile()).isEmpty();
        return List.copyOf(journal);
    }
}
