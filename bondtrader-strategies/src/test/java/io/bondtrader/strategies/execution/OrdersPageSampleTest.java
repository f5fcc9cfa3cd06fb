package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.Blotter;
import io.bondtrader.strategies.order.DealerStatistics;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderGroup;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.RfqEvent;
import io.bondtrader.strategies.order.RfqQuote;
import io.bondtrader.strategies.order.RfqRecord;
import io.bondtrader.strategies.order.RfqRequest;
import io.bondtrader.strategies.order.RfqState;
import io.bondtrader.strategies.order.SettlementTerms;
import io.bondtrader.strategies.order.SpotPricing;
import io.bondtrader.strategies.order.TimeInForce;
import io.bondtrader.strategies.order.Transition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of docs/orders.md, and those of docs/execution.md about venues. */
final class OrdersPageSampleTest {

    private static final Security NOTE = Security.of(
            "T 4.625 02/35",
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.04625, "2025-02-15", "2035-02-15"),
            "USD");
    private static final TradingBook BOOK = new TradingBook("firm", "rates", "treasuries");

    private final Instant nine = Instant.parse("2025-03-03T14:00:00Z");
    private final Instant ten = Instant.parse("2025-03-03T15:00:00Z");
    private final SettlementTerms terms =
            SettlementTerms.after(1, HolidayCalendars.of("US_GOVT"), ZoneId.of("America/New_York"));

    private static Order buy(String id, String face) {
        return new Order(id, NOTE, BOOK, "tess", Side.BUY, new BigDecimal(face));
    }

    private static Order sell(String id, String face) {
        return new Order(id, NOTE, BOOK, "tess", Side.SELL, new BigDecimal(face));
    }

    @Test
    void anOrderIsTheFoldOfItsEvents() {
        OrderTicket ticket = OrderTicket.of(buy("A1", "1000000"), OrderType.limit("99.50"))
                .lasting(TimeInForce.day(ten))
                .forStrategy("carry");
        OrderRecord record = new OrderRecord(new OrderEvent.Initialised(ticket, nine, 0));
        record.apply(new OrderEvent.Submitted("A1", nine, 1, "X"));
        record.apply(new OrderEvent.Accepted("A1", nine, 2));
        record.apply(new OrderEvent.Cancelled("A1", ten, 3, "enough"));
        Transition late = record.apply(new OrderEvent.Filled(
                "A1", ten, 4, "X", "fill 1", new BigDecimal("400000"), new BigDecimal("99.50"), Money.of("10", "USD")));
        Transition.Effect effect = late.effect(); // LATE_FILL: booked; the same again would be DUPLICATE

        assertThat(effect).isEqualTo(Transition.Effect.LATE_FILL);
        assertThat(record.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(record.filled()).isEqualByComparingTo("400000");
    }

    @Test
    void aBracketIsWorkedByADesk() {
        SimulatedVenue venue = SimulatedVenue.builder("X").build();
        OrderDesk desk = OrderDesk.of(Blotter.open(terms), List.of(venue));
        desk.place(
                OrderGroup.bracket(
                        "B1",
                        OrderTicket.of(buy("entry", "1000000"), OrderType.limit("100")),
                        OrderTicket.of(sell("stop", "1000000"), OrderType.stop("98")),
                        OrderTicket.of(sell("target", "1000000"), OrderType.limit("103"))),
                "X",
                nine);
        desk.onMarket(Bar.of(NOTE.id(), 100.5, 101, 99.5, 100, 400_000, nine.plusSeconds(60))); // 400,000 traded
        BigDecimal stop = desk.blotter().order("stop").orElseThrow().remaining(); // 400,000, not 1,000,000
        desk.onMarket(Bar.of(NOTE.id(), 97, 97.5, 96, 97, 5_000_000, nine.plusSeconds(120))); // fills at the open, 97
        List<String> differences = desk.blotter().reconcile(); // none

        assertThat(stop).isEqualByComparingTo("400000");
        assertThat(desk.blotter().order("stop").orElseThrow().averagePrice()).isEqualByComparingTo("97");
        assertThat(differences).isEmpty();
    }

    @Test
    void anOrderByYieldBecomesAPriceAtTheSpot() {
        SpotPricing spot = SpotPricing.of(terms, (benchmark, at) -> 0.0425, new BigDecimal("0.015625"));
        OrderTicket byYield = OrderTicket.of(buy("Y1", "1000000"), new OrderType.YieldLimit(0.0437));
        OrderTicket bySpread = OrderTicket.of(buy("S1", "1000000"), new OrderType.SpreadLimit("UST 10Y", 12));
        OrderTicket limit = spot.spot(byYield, nine); // a limit on the grid, never at less than 4.37 %

        assertThat(limit.type()).isInstanceOf(OrderType.Limit.class);
        assertThat(spot.spot(bySpread, nine).type()).isEqualTo(limit.type());
    }

    @Test
    void aRequestIsQuotedAcceptedAndLookedAtAgain() {
        var dealers = new SimulatedDealers(
                List.of(SimulatedDealers.Dealer.of("alba", 0.03), SimulatedDealers.Dealer.of("brook", 0.05)),
                Latency.of(Duration.ofMillis(30)),
                Latency.of(Duration.ofMillis(30)),
                7);
        RfqRequest request = RfqRequest.forPrice(buy("Q1", "5000000"), dealers.names(), ten);
        RfqRecord rfq = new RfqRecord(new RfqEvent.Requested(request, nine, 0));
        dealers.request(request, 99.75, nine).forEach(rfq::apply); // hold each back until its time in an engine
        Instant decided = nine.plusSeconds(2);
        RfqQuote best = rfq.best(decided.plusMillis(30)).orElseThrow(); // must still live when the answer arrives
        rfq.apply(new RfqEvent.Accepted("Q1", decided, 1, best.id(), best.dealer()));
        BigDecimal coverDistance = rfq.coverDistance().orElseThrow(); // how much better than the second best
        SimulatedDealers.LastLook look = dealers.accept(rfq, decided);
        rfq.apply(dealers.look(look, 99.75)); // the market at look.at() has not moved: confirmed
        OrderEvent.Filled fill = rfq.fill(0, Money.of("0", "USD"));
        DealerStatistics statistics = new DealerStatistics();
        statistics.count(rfq);

        assertThat(rfq.state()).isEqualTo(RfqState.DONE);
        assertThat(coverDistance).isPositive();
        assertThat(fill.venue()).isEqualTo("alba");
        assertThat(statistics.figures().get(0).lastLookRejectionRate()).isZero();
    }

    @Test
    void aVenueIsSetUpAndRouted() {
        SimulatedVenue book = SimulatedVenue.builder("book")
                .matching(SimulatedVenue.Matching.BOOK)
                .latency(new Latency(Duration.ofMillis(2), Duration.ofMillis(1)), Latency.of(Duration.ofMillis(2)))
                .commission(Commission.perMillion(new BigDecimal("25")))
                .seed(42)
                .build();
        SimulatedVenue dealers = SimulatedVenue.builder("dealers").build();
        VenueRouter router = new VenueRouter("all", VenueRouter.Policy.SPLIT, List.of(book, dealers));
        router.onQuote("book", Quote.of(NOTE.id(), 99.75, 100, 2_000_000, nine));
        router.onQuote("dealers", Quote.of(NOTE.id(), 99.5, 100.25, 50_000_000, nine));
        List<VenueRouter.Part> parts = router.plan(OrderTicket.market(buy("R1", "5000000"))); // 2 million, then 3

        assertThat(parts).extracting(VenueRouter.Part::venue).containsExactly("book", "dealers");
        assertThat(parts.get(1).face()).isEqualByComparingTo("3000000");
    }

    @Test
    void aDeskThatQuotesWinsByItsDistanceToTheCover() {
        WinProbability odds = new WinProbability(0.0, 40); // a toss-up at the cover, 88 % at 0.05 better
        double chance = odds.of(0.05);

        assertThat(chance).isBetween(0.88, 0.881);
    }
}
