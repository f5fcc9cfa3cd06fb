package io.bondtrader.strategies.execution;

import static io.bondtrader.strategies.order.OrderState.ACCEPTED;
import static io.bondtrader.strategies.order.OrderState.CANCELLED;
import static io.bondtrader.strategies.order.OrderState.FILLED;
import static io.bondtrader.strategies.order.OrderState.PARTIALLY_FILLED;
import static io.bondtrader.strategies.order.OrderState.TRIGGERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The rules B1 to B10 of the page on orders, one test or more each. */
final class VenueRulesTest {

    private static final OrderType MARKET = new OrderType.Market();

    private static OrderType trailing(String distance) {
        return new OrderType.TrailingStop(new BigDecimal(distance));
    }

    @Test
    void b1AGapThroughAStopFillsAtTheOpen() {
        Market market = new Market().sell("stop", 100, OrderType.stop("100"));
        market.bar(90, 95, 88, 94); // the close before was 105
        assertThat(market.fills("stop")).containsExactly("100 at 90");
        Market up = new Market().buy("stop", 100, OrderType.stop("100")).bar(103, 104, 99, 100);
        assertThat(up.fills("stop")).containsExactly("100 at 103");
    }

    @Test
    void b2ABarThatMovesThroughAStopFillsItAtTheTrigger() {
        Market market = new Market().sell("stop", 100, OrderType.stop("100"));
        market.bar(102, 103, 98, 99);
        assertThat(market.fills("stop")).containsExactly("100 at 100");
        assertThat(market.reports)
                .extracting(OrderEvent::kind)
                .containsExactly(OrderEvent.Kind.ACCEPTED, OrderEvent.Kind.TRIGGERED, OrderEvent.Kind.FILLED);
    }

    @Test
    void b3ABarThatSpansBothLegsFillsExactlyOneTheStop() {
        Market market = new Market();
        market.send(ticket("target", Side.SELL, OrderType.limit("103")).inGroup("G"));
        market.send(ticket("stop", Side.SELL, OrderType.stop("98")).inGroup("G"));
        market.bar(100, 104, 97, 103);
        assertThat(market.fills("stop")).containsExactly("100 at 98");
        assertThat(market.fills("target")).isEmpty();
    }

    @Test
    void b3IfTheBarOpensBeyondTheTargetThatIsDoneAtTheOpen() {
        Market market = new Market();
        market.send(ticket("stop", Side.SELL, OrderType.stop("98")).inGroup("G"));
        market.send(ticket("target", Side.SELL, OrderType.limit("103")).inGroup("G"));
        market.bar(103.5, 104, 97, 98);
        assertThat(market.fills("target")).containsExactly("100 at 103.5");
        assertThat(market.fills("stop")).isEmpty();
    }

    @Test
    void b3TheSiblingIsHeldBackUntilItsOwnerHasAnswered() {
        Market market = new Market();
        market.send(ticket("stop", Side.SELL, OrderType.stop("98")).inGroup("G"));
        market.send(ticket("target", Side.SELL, OrderType.limit("103")).inGroup("G"));
        market.bar(100, 102, 97, 101, 60); // the stop gets 60 of 100
        market.bar(103, 104, 103, 103, 1_000); // and the rest; 40 may be done of the target
        assertThat(market.order("stop").filled().add(market.order("target").filled()))
                .isEqualByComparingTo("100");
    }

    @Test
    void b4ATrailingStopIsCheckedFirstAndRatchetsAfter() {
        Market market = new Market().sell("trail", 100, trailing("2"));
        market.bar(100, 101, 99.5, 101); // sets the stop at 99
        market.bar(101, 106, 99.5, 105); // 99.5 is above 99; 104 comes from the high of this bar
        assertThat(market.order("trail").state()).isEqualTo(ACCEPTED);
        market.bar(105, 105, 103, 104); // now the stop is at 104
        assertThat(market.fills("trail")).containsExactly("100 at 104");
    }

    @Test
    void b4ATrailingStopNeverGoesBack() {
        Market market = new Market().buy("trail", 100, trailing("2"));
        market.quote(99.9, 100, 500); // stop at 102
        market.quote(97.9, 98, 500); // at 100
        market.quote(98.9, 99, 500); // still at 100
        market.quote(100.4, 100.5, 500);
        assertThat(market.fills("trail")).containsExactly("100 at 100.5");
    }

    @Test
    void b5AnIcebergThatShowsItsNextPartGoesToTheEndOfTheQueue() {
        Market market = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        market.quote(100, 100.5, 50);
        OrderType iceberg = new OrderType.Iceberg(new BigDecimal("100"), new BigDecimal("20"));
        market.buy("ice", 60, iceberg);
        market.trade(100, 70); // 50 were ahead: the 20 shown are done
        assertThat(market.order("ice").filled()).isEqualByComparingTo("20");
        market.trade(100, 45); // now 50 are ahead again
        assertThat(market.order("ice").filled()).isEqualByComparingTo("20");
        market.trade(100, 15); // 5 more, then 10 of it
        assertThat(market.order("ice").filled()).isEqualByComparingTo("30");
    }

    @Test
    void b6AnOrderFillsOnWhatIsPublishedAfterItArrived() {
        Market market = new Market().quote(99, 100, 500).buy("A", 100, MARKET);
        assertThat(market.order("A").state()).isEqualTo(ACCEPTED);
        market.venue.onMarket(Quote.of(OrderEvents.NOTE.id(), 99, 99.5, 500, market.now())); // of the same instant
        assertThat(market.order("A").state()).isEqualTo(ACCEPTED);
        market.quote(100, 101, 500);
        assertThat(market.fills("A")).containsExactly("100 at 101");
    }

    @Test
    void b6TheQuoteThatStandsIsANamedChoice() {
        Market market = new Market(builder -> builder.firstLook(SimulatedVenue.FirstLook.STANDING_QUOTE));
        market.quote(99, 100, 70).buy("A", 100, MARKET);
        assertThat(market.fills("A")).containsExactly("70 at 100");
        market.buy("B", 100, MARKET); // nothing is left of that quote
        assertThat(market.order("B").state()).isEqualTo(ACCEPTED);
    }

    @Test
    void b7ALimitNeverFillsAtAWorsePriceAndAtTheOpenWhereThatIsBetter() {
        Market market = new Market().buy("A", 100, OrderType.limit("100"));
        market.quote(100, 100.25, 500);
        assertThat(market.order("A").state()).isEqualTo(ACCEPTED);
        market.bar(101, 102, 100.5, 101);
        assertThat(market.order("A").state()).isEqualTo(ACCEPTED);
        market.bar(98, 102, 97, 101);
        assertThat(market.fills("A")).containsExactly("100 at 98");
        Market touched = new Market().buy("A", 100, OrderType.limit("100")).bar(101, 102, 99, 101);
        assertThat(touched.fills("A")).containsExactly("100 at 100");
    }

    @Test
    void b8AFillIsNoLargerThanWhatWasQuotedForAllOrdersTogether() {
        Market market = new Market().buy("A", 100, MARKET).buy("B", 100, MARKET);
        market.quote(99, 100, 130);
        assertThat(market.fills("A")).containsExactly("100 at 100");
        assertThat(market.fills("B")).containsExactly("30 at 100");
        market.quote(99, 100.5, 40);
        assertThat(market.fills("B")).containsExactly("30 at 100", "40 at 100.5");
        assertThat(market.order("B").state()).isEqualTo(PARTIALLY_FILLED);
    }

    @Test
    void b8AFillIsNoLargerThanWhatWasTraded() {
        Market market = new Market(builder -> builder.participation(0.5));
        market.sell("A", 100, OrderType.limit("100")).sell("B", 100, OrderType.limit("100"));
        market.trade(100.5, 250);
        assertThat(market.fills("A")).containsExactly("100 at 100");
        assertThat(market.fills("B")).containsExactly("25 at 100");
        market.bar(100, 101, 99, 100, 40);
        assertThat(market.order("B").filled()).isEqualByComparingTo("45");
        market.bar(100, 101, 99, 100, 0);
        assertThat(market.order("B").filled()).isEqualByComparingTo("45");
    }

    @Test
    void b9AnOrderInTheBookFillsOnceTheSizeAheadHasTraded() {
        Market market = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        market.quote(100, 100.5, 300).buy("A", 100, OrderType.limit("100"));
        market.trade(100, 250);
        assertThat(market.order("A").filled()).isZero();
        market.trade(100, 80); // 50 ahead, 30 of it
        assertThat(market.fills("A")).containsExactly("30 at 100");
        market.trade(99.5, 40); // through
        assertThat(market.fills("A")).containsExactly("30 at 100", "40 at 100");
        market.quote(99, 100, 500); // somebody sells at its price
        assertThat(market.fills("A")).containsExactly("30 at 100", "40 at 100", "30 at 100");
    }

    @Test
    void b9CancelsBehindComeFirstUnlessTheQueueShrinksEverywhereAlike() {
        Market behind = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        behind.quote(100, 100.5, 300).buy("A", 100, OrderType.limit("100"));
        behind.quote(100, 100.5, 600).quote(100, 100.5, 300).trade(100, 310);
        assertThat(behind.fills("A")).containsExactly("10 at 100");
        Market alike = new Market(builder ->
                builder.matching(SimulatedVenue.Matching.BOOK).queue(SimulatedVenue.QueueModel.PROPORTIONAL));
        alike.quote(100, 100.5, 300).buy("A", 100, OrderType.limit("100"));
        alike.quote(100, 100.5, 600).quote(100, 100.5, 300).trade(100, 160); // half of the 300 ahead have left
        assertThat(alike.fills("A")).containsExactly("10 at 100");
    }

    @Test
    void b9APriceThatWasDeepInTheBookIsJoinedWhenTheMarketComesToIt() {
        Market market = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        market.quote(100, 100.5, 300).buy("A", 100, OrderType.limit("99"));
        market.quote(99, 99.5, 200).trade(99, 220);
        assertThat(market.fills("A")).containsExactly("20 at 99");
        market.buy("B", 100, OrderType.limit("99")).quote(99, 99.5, 200); // 200 are ahead of B
        market.quote(98.5, 99.25, 200).trade(99, 90); // nobody else bids 99 now
        assertThat(market.fills("A")).containsExactly("20 at 99", "80 at 99");
        assertThat(market.fills("B")).containsExactly("10 at 99");
    }

    @Test
    void b10AStopLimitThatABarTriggersFillsAtItsTriggerOrNotAtAll() {
        OrderType stopLimit = new OrderType.StopLimit(new BigDecimal("100"), new BigDecimal("99"));
        Market through = new Market().sell("A", 100, stopLimit).bar(102, 103, 97, 101);
        assertThat(through.fills("A")).containsExactly("100 at 100");
        Market gap = new Market().sell("A", 100, stopLimit).bar(95, 101, 94, 100);
        assertThat(gap.fills("A")).isEmpty();
        assertThat(gap.order("A").state()).isEqualTo(TRIGGERED);
        gap.bar(98, 99.5, 97, 99);
        assertThat(gap.fills("A")).containsExactly("100 at 99");
        assertThat(gap.order("A").state()).isEqualTo(FILLED);
    }

    @Test
    void aTrailingStopLimitBecomesALimitBehindItsTrigger() {
        OrderType type = new OrderType.TrailingStopLimit(new BigDecimal("2"), new BigDecimal("0.5"));
        Market market = new Market().sell("A", 100, type).bar(100, 101, 99.5, 101);
        market.bar(98, 98.2, 97, 98); // the stop is at 99, the limit at 98.5
        assertThat(market.order("A").state()).isEqualTo(TRIGGERED);
        market.bar(98, 98.6, 97, 98);
        assertThat(market.fills("A")).containsExactly("100 at 98.5");
        assertThat(market.order("A").state()).isNotEqualTo(CANCELLED);
    }

    private static OrderTicket ticket(String id, Side side, OrderType type) {
        return OrderTicket.of(OrderEvents.order(id, side, 100), type);
    }
}
