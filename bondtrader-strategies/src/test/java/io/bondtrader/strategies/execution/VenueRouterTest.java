package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Quote;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders go to the best price or are split, and come back as one order. */
final class VenueRouterTest {

    private final SimulatedVenue x = SimulatedVenue.builder("X").build();
    private final SimulatedVenue y = SimulatedVenue.builder("Y").build();
    private final SimulatedVenue z = SimulatedVenue.builder("Z").build();
    private final List<OrderEvent> reports = new ArrayList<>();
    private int second;

    private VenueRouter router(VenueRouter.Policy policy) {
        VenueRouter router = new VenueRouter("all", policy, List.of(x, y, z));
        router.connect(reports::add);
        router.onQuote("X", quote(99.5, 100.25, 200));
        router.onQuote("Y", quote(99.75, 100, 50));
        router.onQuote("Z", quote(99.25, 100.5, 500));
        return router;
    }

    private Instant now() {
        return OrderEvents.START.plusSeconds(second);
    }

    private Quote quote(double bid, double ask, long face) {
        return Quote.of(OrderEvents.NOTE.id(), bid, ask, face, now());
    }

    private static OrderTicket ticket(Side side, long face, OrderType type) {
        return OrderTicket.of(OrderEvents.order("A", side, face), type);
    }

    private OrderRecord record(OrderTicket ticket) {
        OrderRecord record = new OrderRecord(new OrderEvent.Initialised(ticket, OrderEvents.START, 0));
        record.apply(new OrderEvent.Submitted("A", OrderEvents.START, 0, "all"));
        reports.forEach(record::apply);
        return record;
    }

    private static VenueRouter.Part part(String venue, long face) {
        return new VenueRouter.Part(venue, BigDecimal.valueOf(face));
    }

    @Test
    void anOrderGoesToTheBestPrice() {
        VenueRouter router = router(VenueRouter.Policy.BEST_PRICE);
        assertThat(router.plan(ticket(Side.BUY, 100, new OrderType.Market()))).containsExactly(part("Y", 100));
        assertThat(router.plan(ticket(Side.SELL, 100, new OrderType.Market()))).containsExactly(part("Y", 100));
        router.submit(ticket(Side.BUY, 100, new OrderType.Market()), now());
        assertThat(y.size()).isEqualTo(1);
        assertThat(x.size() + z.size()).isZero();
    }

    @Test
    void anOrderIsSplitOverWhatIsQuotedWithinItsLimit() {
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        assertThat(router.plan(ticket(Side.BUY, 300, new OrderType.Market())))
                .containsExactly(part("Y", 50), part("X", 200), part("Z", 50));
        assertThat(router.plan(ticket(Side.BUY, 300, OrderType.limit("100.25"))))
                .containsExactly(part("Y", 100), part("X", 200)); // 50 that nobody offers wait at the best
        assertThat(router.plan(ticket(Side.BUY, 1_000, new OrderType.Market())))
                .containsExactly(part("Y", 300), part("X", 200), part("Z", 500));
    }

    @Test
    void whatCannotBeDividedIsNot() {
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        OrderTicket market = ticket(Side.BUY, 300, new OrderType.Market());
        assertThat(router.plan(market.lasting(TimeInForce.fok()))).hasSize(1);
        assertThat(router.plan(market.reducing())).hasSize(1);
        assertThat(router.plan(market.inGroup("G"))).hasSize(1);
        assertThat(router.plan(market.priced(OrderType.stop("101")))).hasSize(1);
    }

    @Test
    void withoutQuotesTheFirstVenueIsAsked() {
        VenueRouter router = new VenueRouter("all", VenueRouter.Policy.SPLIT, List.of(x, y));
        assertThat(router.plan(ticket(Side.BUY, 5, new OrderType.Market()))).containsExactly(part("X", 5));
    }

    @Test
    void thePartsOfAnOrderComeBackAsOne() {
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        OrderTicket ticket = ticket(Side.BUY, 300, new OrderType.Market());
        router.submit(ticket, now());
        second++;
        y.onMarket(quote(99.75, 100, 50));
        x.onMarket(quote(99.5, 100.25, 200));
        assertThat(record(ticket).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        z.onMarket(quote(99.25, 100.5, 500));
        OrderRecord record = record(ticket);
        assertThat(record.state()).isEqualTo(OrderState.FILLED);
        assertThat(record.fills()).extracting(OrderEvent.Filled::venue).containsExactly("Y", "X", "Z");
        assertThat(reports).extracting(OrderEvent::orderId).containsOnly("A");
        assertThat(reports)
                .filteredOn(event -> event.kind() == OrderEvent.Kind.ACCEPTED)
                .hasSize(1);
    }

    @Test
    void aCancelReachesEveryPartAndIsAnsweredOnce() {
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        OrderTicket ticket = ticket(Side.BUY, 300, OrderType.limit("100.5"));
        router.submit(ticket, now());
        second++;
        y.onMarket(quote(99.75, 100, 50));
        router.cancel("A", now());
        OrderRecord record = record(ticket);
        assertThat(record.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(record.filled()).isEqualByComparingTo("50");
        assertThat(x.size() + y.size() + z.size()).isZero();
        router.cancel("A", now());
        assertThat(reports.get(reports.size() - 1).kind()).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
    }

    @Test
    void aCancelThatCrossesWithTheLastFillIsRefused() {
        SimulatedVenue far = SimulatedVenue.builder("Y")
                .latency(Latency.of(Duration.ofMillis(500)), Latency.none())
                .build();
        VenueRouter router = new VenueRouter("all", VenueRouter.Policy.SPLIT, List.of(x, far));
        router.connect(reports::add);
        router.onQuote("X", quote(99.5, 100, 200));
        router.onQuote("Y", quote(99.5, 100, 50));
        OrderTicket ticket = ticket(Side.BUY, 250, new OrderType.Market());
        router.submit(ticket, now());
        second++;
        x.onMarket(quote(99.5, 100, 200));
        router.advance(now());
        router.cancel("A", now());
        far.onMarket(new Quote(OrderEvents.NOTE.id(), 99.5, 100, 50, 50, now().plusMillis(100), now().plusMillis(100)));
        second++;
        router.advance(now());
        assertThat(record(ticket).state()).isEqualTo(OrderState.FILLED);
        OrderEvent last = reports.get(reports.size() - 1);
        assertThat(last.kind()).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
        assertThat(last.orderId()).isEqualTo("A");
    }

    @Test
    void aPartThatIsRefusedDoesNotEndTheOthers() {
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        y.onMarket(quote(99.75, 100, 50)); // there it would trade at once
        OrderTicket ticket = ticket(Side.BUY, 250, OrderType.limit("100.25")).posting();
        router.submit(ticket, now());
        assertThat(record(ticket).state()).isEqualTo(OrderState.ACCEPTED);
        second++;
        x.onMarket(quote(99.5, 100.25, 500));
        OrderRecord record = record(ticket);
        assertThat(record.filled()).isEqualByComparingTo("200");
        assertThat(record.state()).isEqualTo(OrderState.CANCELLED); // of the 50 that were refused
    }

    @Test
    void anOrderThatIsRefusedEverywhereIsRefused() {
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        x.onMarket(quote(99.75, 100, 50));
        y.onMarket(quote(99.75, 100, 50));
        OrderTicket ticket = ticket(Side.BUY, 250, OrderType.limit("100.25")).posting();
        router.submit(ticket, now());
        assertThat(record(ticket).state()).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void whatIsSplitCannotBeChangedAndWhatIsNotCan() {
        VenueRouter split = router(VenueRouter.Policy.SPLIT);
        split.submit(ticket(Side.BUY, 300, new OrderType.Market()), now());
        split.replace("A", new BigDecimal("200"), new OrderType.Market(), now());
        assertThat(reports.get(reports.size() - 1).kind()).isEqualTo(OrderEvent.Kind.REPLACE_REJECTED);
        split.replace("?", BigDecimal.ONE, new OrderType.Market(), now());
        assertThat(reports.get(reports.size() - 1).kind()).isEqualTo(OrderEvent.Kind.REPLACE_REJECTED);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new VenueRouter("all", VenueRouter.Policy.SPLIT, List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VenueRouter("all", VenueRouter.Policy.SPLIT, List.of(x, x)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VenueRouter(" ", VenueRouter.Policy.SPLIT, List.of(x)))
                .isInstanceOf(InvalidInput.class);
        VenueRouter router = router(VenueRouter.Policy.SPLIT);
        assertThatThrownBy(() -> router.onQuote("W", quote(99, 100, 1))).isInstanceOf(InvalidInput.class);
    }
}
