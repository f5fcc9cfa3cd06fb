package io.bondtrader.strategies.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.error.IllegalTransition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A blotter knows its orders, and its positions and cash are those of its fills. */
final class BlotterTest {

    private static final Currency USD = Currency.getInstance("USD");

    private final List<OrderEvent> journal = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final Blotter blotter = Blotter.open(FlatTerms.NEXT_DAY, journal::add, executions::add);

    private OrderEvents trade(String id, Side side, long face, String strategy) {
        OrderEvents events = new OrderEvents(
                OrderTicket.market(OrderEvents.order(id, side, face)).forStrategy(strategy));
        blotter.apply(events.initialised());
        blotter.apply(events.submit());
        blotter.apply(events.accept());
        return events;
    }

    @Test
    void cashIsCleanValueAccruedInterestAndFees() {
        trade("A", Side.BUY, 1_000_000, "carry");
        blotter.apply(new OrderEvent.Filled(
                "A",
                OrderEvents.START,
                9,
                "X",
                "1",
                new BigDecimal("1000000"),
                new BigDecimal("99.515625"),
                Money.of("12.50", "USD")));
        // 1,000,000 · (99.515625 + 1.5) / 100 + 12.50
        assertThat(blotter.cash(USD)).isEqualTo(Money.of("-1010168.75", "USD"));
        assertThat(executions).singleElement().satisfies(execution -> {
            assertThat(execution.cash()).isEqualTo(Money.of("-1010168.75", "USD"));
            assertThat(execution.settlement()).isEqualTo(LocalDate.of(2025, 3, 4));
            assertThat(execution.id()).isEqualTo("X:1");
        });
        OrderEvents sell = trade("B", Side.SELL, 400_000, "carry");
        blotter.apply(sell.fill("2", 400_000, "100"));
        assertThat(blotter.cash(USD)).isEqualTo(Money.of("-604168.75", "USD"));
        assertThat(blotter.face(OrderEvents.NOTE.id())).isEqualByComparingTo("600000");
        assertThat(blotter.face(OrderEvents.NOTE.id(), OrderEvents.BOOK)).isEqualByComparingTo("600000");
        assertThat(blotter.faceOf("carry", OrderEvents.NOTE.id())).isEqualByComparingTo("600000");
        assertThat(blotter.faceOf("other", OrderEvents.NOTE.id())).isZero();
        assertThat(blotter.positions())
                .singleElement()
                .satisfies(position -> assertThat(position.face()).isEqualByComparingTo("600000"));
        assertThat(blotter.reconcile()).isEmpty();
    }

    @Test
    void aDuplicateIsNotBookedTwiceButIsInTheJournal() {
        OrderEvents events = trade("A", Side.BUY, 100, "");
        OrderEvent.Filled fill = events.fill("1", 40);
        blotter.apply(fill);
        assertThat(blotter.apply(fill).ignored()).isTrue();
        assertThat(executions).hasSize(1);
        assertThat(journal).hasSize(5);
    }

    @Test
    void ordersAreFoundByStateSecurityAndStrategy() {
        trade("A", Side.BUY, 100, "carry");
        OrderEvents done = trade("B", Side.SELL, 50, "value");
        blotter.apply(done.fill("1", 50));
        assertThat(blotter.live()).extracting(OrderRecord::id).containsExactly("A");
        assertThat(blotter.inState(OrderState.FILLED))
                .extracting(OrderRecord::id)
                .containsExactly("B");
        assertThat(blotter.inState(OrderState.ACCEPTED))
                .extracting(OrderRecord::id)
                .containsExactly("A");
        assertThat(blotter.ofStrategy("value")).extracting(OrderRecord::id).containsExactly("B");
        assertThat(blotter.ofSecurity(OrderEvents.NOTE.id())).hasSize(2);
        assertThat(blotter.live(order -> order.ticket().strategy().equals("value")))
                .isEmpty();
        assertThat(blotter.order("C")).isEmpty();
    }

    @Test
    void theJournalRebuildsTheBlotter() {
        OrderEvents first = trade("A", Side.BUY, 100, "carry");
        blotter.apply(first.fill("1", 40, "99.5"));
        OrderEvents second = trade("B", Side.SELL, 50, "value");
        blotter.apply(second.fill("1", 30, "101"));
        blotter.apply(second.cancelled());
        blotter.apply(second.fill("2", 10, "101"));
        Blotter rebuilt = Blotter.replay(FlatTerms.NEXT_DAY, journal);
        assertThat(rebuilt.snapshot()).isEqualTo(blotter.snapshot());
        assertThat(rebuilt.reconcile()).isEmpty();
    }

    @Test
    void ordersThatAreOverCanBeLetGoAndTheBlotterStillReconciles() {
        OrderEvents first = trade("A", Side.BUY, 100, "");
        blotter.apply(first.fill("1", 100));
        trade("B", Side.BUY, 100, "");
        Money before = blotter.cash(USD);
        assertThat(blotter.archive(OrderEvents.START)).isEmpty();
        assertThat(blotter.archive(OrderEvents.START.plusSeconds(60)))
                .extracting(OrderSummary::state)
                .containsExactly(OrderState.FILLED);
        assertThat(blotter.size()).isEqualTo(1);
        assertThat(blotter.cash(USD)).isEqualTo(before);
        assertThat(blotter.reconcile()).isEmpty();
        assertThat(blotter.snapshot().archived()).isEqualTo(1);
        assertThatThrownBy(() -> blotter.apply(first.fill("2", 1))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anEventThatDoesNotFollowChangesNothing() {
        OrderEvents events = new OrderEvents(OrderTicket.market(OrderEvents.order("A", Side.BUY, 100)));
        blotter.apply(events.initialised());
        BlotterSnapshot before = blotter.snapshot();
        assertThatThrownBy(() -> blotter.apply(events.fill("1", 10))).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> blotter.apply(events.initialised())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> blotter.apply(new OrderEvent.Accepted("?", OrderEvents.START, 1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(blotter.snapshot()).isEqualTo(before);
        assertThat(journal).hasSize(1);
    }

    @Test
    void standardTermsFollowTheCalendarAndTheBond() {
        HolidayCalendar calendar = HolidayCalendars.of("US_GOVT");
        SettlementTerms terms = SettlementTerms.after(1, calendar, ZoneId.of("America/New_York"));
        LocalDate settlement =
                terms.settlement(OrderEvents.NOTE, Instant.parse("2025-07-04T01:00:00Z")); // 3 July there
        assertThat(settlement).isEqualTo(LocalDate.of(2025, 7, 7));
        assertThat(terms.accruedPer100(OrderEvents.NOTE, settlement).doubleValue())
                .isEqualTo(BondPricing.of(OrderEvents.NOTE.bond(), settlement).accruedInterest());
        assertThatThrownBy(() -> SettlementTerms.after(-1, calendar, ZoneId.of("UTC")))
                .isInstanceOf(InvalidInput.class);
    }
}
