package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders worked at a simulated venue, and what they cost. */
final class ExecutionRecorderTest {

    private static final String NOTE = OrderEvents.NOTE.id();

    private final ExecutionRecorder recorder = new ExecutionRecorder();
    private final SimulatedVenue venue = SimulatedVenue.builder("X").seed(7).build();

    private static Instant second(int second) {
        return OrderEvents.START.plusSeconds(second);
    }

    private void market(MarketEvent event) {
        recorder.onMarket(event);
        venue.onMarket(event);
    }

    private void quote(int second, double bid, double ask, long face) {
        market(Quote.of(NOTE, bid, ask, face, second(second)));
    }

    private void send(String id, Side side, long face, OrderType type, int second) {
        OrderTicket ticket = OrderTicket.of(OrderEvents.order(id, side, face), type);
        recorder.onOrder(new OrderEvent.Initialised(ticket, second(second), 0));
        recorder.onOrder(new OrderEvent.Submitted(id, second(second), 0, "X"));
        venue.submit(ticket, second(second));
    }

    @Test
    void anOrderFilledInPartAndWithdrawnCostsDelayTradingAndOpportunity() {
        venue.connect(recorder::onOrder);
        quote(0, 99.9, 100.1, 500);
        send("A", Side.BUY, 1000, OrderType.limit("100.2"), 1);
        quote(2, 100.0, 100.2, 600); // 600 at 100.2 if displayed sizes bind
        quote(3, 100.4, 100.6, 500);
        recorder.onOrder(new OrderEvent.CancelRequested("A", second(4), 0, "too dear"));
        venue.cancel("A", second(4));
        quote(5, 100.5, 100.7, 500);

        assertThat(recorder.orders()).hasSize(1);
        ExecutedOrder order = recorder.orders().get(0);
        BigDecimal done = order.filledFace();
        OrderCost cost =
                recorder.analyse(List.of(Duration.ofSeconds(1))).orders().get(0);

        assertThat(done).isPositive().isLessThan(new BigDecimal("1000"));
        assertThat(cost.decisionPrice()).isEqualByComparingTo("100");
        assertThat(cost.endPrice()).isEqualByComparingTo("100.5");
        BigDecimal undone = new BigDecimal("1000").subtract(done);
        assertThat(cost.opportunity())
                .isEqualTo(Money.of(undone.multiply(new BigDecimal("0.005")).toPlainString(), "USD"));
        BigDecimal value = BigDecimal.ZERO;
        for (ExecutedFill fill : order.fills()) {
            value = value.add(fill.face()
                    .multiply(fill.cleanPrice().subtract(new BigDecimal("100")))
                    .movePointLeft(2));
        }
        assertThat(cost.delay().plus(cost.trading()).amount()).isEqualByComparingTo(value);
    }

    @Test
    void workingAndRefusedOrdersAreLeftOut() {
        venue.connect(recorder::onOrder);
        quote(0, 99.9, 100.1, 500);
        send("A", Side.BUY, 1000, OrderType.limit("90"), 1); // never done
        OrderTicket denied = OrderTicket.market(OrderEvents.order("B", Side.BUY, 1000));
        recorder.onOrder(new OrderEvent.Initialised(denied, second(1), 0));
        recorder.onOrder(new OrderEvent.Denied("B", second(1), 0, "limit"));

        assertThat(recorder.orders()).isEmpty();
        assertThat(recorder.analyse(List.of()).orders()).isEmpty();
        assertThat(recorder.toString()).contains("2 orders");
    }

    @Test
    void aFillReportedTwiceCountsOnce() {
        OrderTicket ticket = OrderTicket.market(OrderEvents.order("A", Side.SELL, 1000));
        OrderEvent.Filled fill = new OrderEvent.Filled(
                "A", second(3), 1, "X", "1", new BigDecimal("1000"), new BigDecimal("99.9"), Money.of("2", "USD"));
        recorder.onMarket(Quote.of(NOTE, 99.9, 100.1, 1000, second(0)));
        recorder.onMarket(Quote.of(NOTE, 99.8, 100.0, 1000, second(9)));
        recorder.onOrder(new OrderEvent.Initialised(ticket, second(1), 0));
        recorder.onOrder(new OrderEvent.Submitted("A", second(1), 0, "X"));
        recorder.onOrder(new OrderEvent.Accepted("A", second(2), 0));
        recorder.onOrder(fill);
        recorder.onOrder(fill);

        TransactionCostAnalysis analysis = recorder.analyse(List.of(Duration.ofSeconds(6)));
        assertThat(analysis.fills()).hasSize(1);
        assertThat(analysis.orders().get(0).total()).isEqualTo(Money.of("3", "USD"));
        assertThat(analysis.fills().get(0).markouts().get(0).orElseThrow()).isCloseTo(0.0, within(1e-9));
        assertThat(analysis.byStrategy().get(0).strategy()).isEqualTo("(unnamed)");
    }

    @Test
    void tradesOfOthersMakeTheMarketsAverageEvenIfReportedLate() {
        recorder.onMarket(new Trade(NOTE, 100, 3000, second(5), second(60)));
        recorder.onMarket(new Trade(NOTE, 101, 1000, second(2), second(90)));
        recorder.onMarket(new Trade(NOTE, 50, 0, second(3), second(3)));
        recorder.onMarket(Bar.of(NOTE, 100, 101, 99, 100.5, 10, second(10)));

        assertThat(recorder.market().volumeWeighted(NOTE, second(0), second(10)).orElseThrow())
                .isCloseTo(100.25, within(1e-12));
        assertThat(recorder.market().middle(NOTE, second(10))).contains(new BigDecimal("100.5"));
    }

    @Test
    void anOrderThatEndsAfterTheLastQuoteIsJudgedByIt() {
        venue.connect(recorder::onOrder);
        quote(0, 99.9, 100.1, 500);
        send("A", Side.SELL, 1000, OrderType.limit("110"), 1);
        quote(2, 99.7, 99.9, 500);
        recorder.onOrder(new OrderEvent.CancelRequested("A", second(50), 0, "end of day"));
        venue.cancel("A", second(60));

        OrderCost cost = recorder.analyse(List.of()).orders().get(0);
        assertThat(cost.endPrice()).isEqualByComparingTo("99.8");
        assertThat(cost.total()).isEqualTo(Money.of("2", "USD"));
    }

    @Test
    void anUnknownOrderIsMissingData() {
        assertThatThrownBy(() -> recorder.onOrder(new OrderEvent.Accepted("Z", second(1), 0)))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("order Z");
    }
}
