package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.limit.ExposureKind;
import io.bondtrader.risk.limit.InstrumentRisk;
import io.bondtrader.risk.limit.Limit;
import io.bondtrader.risk.limit.LimitAction;
import io.bondtrader.risk.limit.LimitEngine;
import io.bondtrader.risk.limit.LimitMeasure;
import io.bondtrader.risk.limit.LimitSet;
import io.bondtrader.risk.limit.LimitUniverse;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.Blotter;
import io.bondtrader.strategies.order.FlatTerms;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A desk whose orders are held to a limit on DV01. */
final class LimitGateTest {

    private static final OrderType LOW = OrderType.limit("90");

    private final LimitEngine limits = limits(LimitAction.BLOCK);
    private final OrderDesk desk = desk(limits);
    private int second;

    /** One basis point may cost 1,000: a face of 1,250,000 at 0.08 per 100. */
    private static LimitEngine limits(LimitAction action) {
        InstrumentRisk note = InstrumentRisk.builder(OrderEvents.NOTE, 10)
                .exposure(ExposureKind.DV01, 0.0008)
                .lot(BigDecimal.valueOf(1_000))
                .build();
        Limit limit = Limit.builder("dv01", LimitMeasure.dv01())
                .atMost(1_000)
                .action(action)
                .owner("risk")
                .agreed("rita", "carl")
                .build();
        return LimitEngine.builder(
                        LimitSet.of(List.of(limit)), LimitUniverse.of(List.of(note)), () -> OrderEvents.START)
                .build();
    }

    private static OrderDesk desk(LimitEngine limits) {
        return new OrderDesk(
                Blotter.open(FlatTerms.NEXT_DAY, event -> {}, limits::record),
                List.of(SimulatedVenue.builder("X").build()),
                LimitGate.of(limits),
                (event, failure) -> {
                    throw failure;
                });
    }

    private OrderRecord buy(String id, long face, OrderType type) {
        desk.send(
                OrderTicket.of(OrderEvents.order(id, Side.BUY, face), type),
                "X",
                OrderEvents.START.plusSeconds(second));
        return desk.blotter().order(id).orElseThrow();
    }

    private void quote() {
        second++;
        desk.onMarket(Quote.of(OrderEvents.NOTE.id(), 99.5, 100, 500_000, OrderEvents.START.plusSeconds(second)));
    }

    @Test
    void whatWorksCountsAgainstTheLimitUntilItHasEnded() {
        assertThat(buy("A", 1_000_000, LOW).state()).isEqualTo(OrderState.ACCEPTED);
        OrderRecord refused = buy("B", 1_000_000, LOW);
        assertThat(refused.state()).isEqualTo(OrderState.DENIED);
        assertThat(refused.reason()).contains("at most 250000 passes");
        desk.cancel("A", "enough", OrderEvents.START);
        assertThat(limits.workingOrders()).isEmpty();
        assertThat(buy("C", 1_000_000, LOW).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void whatIsDoneCountsAsAPosition() {
        buy("A", 1_000_000, new OrderType.Market());
        quote();
        quote();
        assertThat(limits.workingOrders()).isEmpty();
        assertThat(limits.positions())
                .singleElement()
                .satisfies(position -> assertThat(position.face()).isEqualByComparingTo("1000000"));
        assertThat(buy("B", 300_000, LOW).state()).isEqualTo(OrderState.DENIED);
        assertThat(buy("C", 250_000, LOW).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void aChangeToMoreIsLookedAtToo() {
        OrderRecord order = buy("A", 1_000_000, LOW);
        desk.replace("A", new BigDecimal("1300000"), LOW, OrderEvents.START);
        assertThat(order.face()).isEqualByComparingTo("1000000");
        desk.replace("A", new BigDecimal("1250000"), OrderType.limit("100"), OrderEvents.START);
        assertThat(order.face()).isEqualByComparingTo("1250000");
        quote();
        quote();
        quote();
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(limits.positions().get(0).face()).isEqualByComparingTo("1250000");
    }

    @Test
    void anOrderThatWouldPassInPartDoesNotPass() {
        LimitEngine reducing = limits(LimitAction.REDUCE);
        LimitGate gate = LimitGate.of(reducing);
        assertThat(gate.refusal(OrderEvents.order("A", Side.BUY, 2_000_000))).contains("at most 1250000 passes");
        assertThat(reducing.workingOrders()).isEmpty();
        gate.ended("A"); // was never counted
        assertThat(gate.refusal(OrderEvents.order("B", Side.BUY, 1_250_000))).isEmpty();
    }
}
