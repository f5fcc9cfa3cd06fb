package io.bondtrader.strategies.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tickets, types and events that describe nothing are refused. */
final class OrderTypesTest {

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal MINUS = ONE.negate();

    @Test
    void pricesDistancesAndFacesArePositive() {
        List<ThrowingCallable> bad = List.of(
                () -> new OrderType.Limit(ZERO),
                () -> new OrderType.Stop(MINUS),
                () -> new OrderType.StopLimit(ONE, ZERO),
                () -> new OrderType.StopLimit(ZERO, ONE),
                () -> new OrderType.TrailingStop(ZERO),
                () -> new OrderType.TrailingStopLimit(ZERO, ONE),
                () -> new OrderType.TrailingStopLimit(ONE, MINUS),
                () -> new OrderType.Iceberg(ONE, ZERO),
                () -> new OrderType.Iceberg(ZERO, ONE),
                () -> new OrderType.YieldLimit(Double.NaN),
                () -> new OrderType.SpreadLimit("UST 10Y", Double.POSITIVE_INFINITY),
                () -> new OrderType.SpreadLimit(" ", 1),
                () -> OrderType.limit("par"),
                () -> OrderType.stop("-1"));
        assertThat(bad).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(InvalidInput.class));
    }

    @Test
    void timesInForceHaveAnEndWhereOneIsDue() {
        Instant end = OrderEvents.START;
        assertThat(TimeInForce.day(end).expired(end)).isTrue();
        assertThat(TimeInForce.gtd(end).expired(end.minusNanos(1))).isFalse();
        assertThat(TimeInForce.gtc().expired(Instant.MAX.minusNanos(1))).isFalse();
        assertThat(TimeInForce.fok().immediate()).isTrue();
        assertThatThrownBy(() -> TimeInForce.day(Instant.MAX)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TimeInForce(TimeInForce.Policy.IMMEDIATE_OR_CANCEL, end))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void instructionsThatContradictEachOtherAreRefused() {
        OrderTicket market = OrderTicket.market(OrderEvents.order("A", Side.BUY, 100));
        OrderTicket limit = market.priced(OrderType.limit("100"));
        assertThatThrownBy(market::posting).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> market.priced(OrderType.stop("99")).posting()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> limit.posting().lasting(TimeInForce.ioc())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> market.priced(new OrderType.Iceberg(ONE, new BigDecimal("101"))))
                .isInstanceOf(InvalidInput.class);
        assertThat(limit.posting().reducing().reduceOnly()).isTrue();
    }

    @Test
    void aSmallerIcebergShowsNoMoreThanItHas() {
        OrderTicket iceberg =
                OrderTicket.of(OrderEvents.order("A", Side.BUY, 100), new OrderType.Iceberg(ONE, new BigDecimal("30")));
        assertThat(iceberg.withFace(new BigDecimal("20")).type())
                .isEqualTo(new OrderType.Iceberg(ONE, new BigDecimal("20")));
        assertThat(iceberg.withFace(new BigDecimal("50")).type()).isEqualTo(iceberg.type());
    }

    @Test
    void fillsAndChangesThatAreNothingAreRefused() {
        Instant at = OrderEvents.START;
        Money none = OrderEvents.NO_FEES;
        List<ThrowingCallable> bad = List.of(
                () -> new OrderEvent.Filled("A", at, 1, "X", "1", ZERO, ONE, none),
                () -> new OrderEvent.Filled("A", at, 1, "X", "1", ONE, ZERO, none),
                () -> new OrderEvent.Filled("A", at, 1, " ", "1", ONE, ONE, none),
                () -> new OrderEvent.Filled("A", at, 1, "X", " ", ONE, ONE, none),
                () -> new OrderEvent.Filled("A", at, 1, "X", "1", ONE, ONE, Money.of("-1", "USD")),
                () -> new OrderEvent.Replaced("A", at, 1, ZERO, new OrderType.Market()),
                () -> new OrderEvent.ReplaceRequested("A", at, 1, MINUS, new OrderType.Market()),
                () -> new OrderCommand.Replace("A", ZERO, new OrderType.Market(), ""));
        assertThat(bad).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(InvalidInput.class));
    }
}
