package io.bondtrader.strategies.order;

import static io.bondtrader.strategies.order.OrderState.ACCEPTED;
import static io.bondtrader.strategies.order.OrderState.CANCELLED;
import static io.bondtrader.strategies.order.OrderState.EXPIRED;
import static io.bondtrader.strategies.order.OrderState.FILLED;
import static io.bondtrader.strategies.order.OrderState.PARTIALLY_FILLED;
import static io.bondtrader.strategies.order.OrderState.PENDING_CANCEL;
import static io.bondtrader.strategies.order.OrderState.PENDING_REPLACE;
import static io.bondtrader.strategies.order.OrderState.REJECTED;
import static io.bondtrader.strategies.order.OrderState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.strategies.error.IllegalTransition;
import io.bondtrader.strategies.error.TradingErrorCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules F1 to F9 of the page on orders, one test or more each. */
final class OrderFoldTest {

    private final OrderEvents events = OrderEvents.of(100);

    @Test
    void f1AnEventThatDoesNotFollowThrowsAndChangesNothing() {
        OrderRecord order = events.accepted();
        order.apply(events.fill("1", 30));
        OrderSummary before = order.summary();
        assertThatThrownBy(() -> order.apply(events.submit()))
                .isInstanceOfSatisfying(
                        IllegalTransition.class,
                        illegal -> assertThat(illegal.code()).isEqualTo(TradingErrorCode.ILLEGAL_TRANSITION))
                .hasMessageContaining("SUBMITTED")
                .hasMessageContaining("PARTIALLY_FILLED");
        assertThatThrownBy(() -> order.apply(events.reject())).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> order.apply(events.initialised())).isInstanceOf(IllegalTransition.class);
        assertThat(order.summary()).isEqualTo(before);
    }

    @Test
    void f1NothingFillsWhatWasNeverSent() {
        OrderRecord order = new OrderRecord(events.initialised());
        assertThatThrownBy(() -> order.apply(events.fill("1", 30))).isInstanceOf(IllegalTransition.class);
        assertThat(order.filled()).isZero();
        assertThat(order.fills()).isEmpty();
    }

    @Test
    void f2TheSecondOfTheSameFillIsIgnored() {
        OrderRecord order = events.accepted();
        assertThat(order.apply(events.fill("1", 40)).effect()).isEqualTo(Transition.Effect.APPLIED);
        Transition second = order.apply(events.fill("1", 40));
        assertThat(second.ignored()).isTrue();
        assertThat(second.effect()).isEqualTo(Transition.Effect.DUPLICATE);
        assertThat(order.filled()).isEqualByComparingTo("40");
    }

    @Test
    void f2TheSameIdentifierOfAnotherVenueIsAnotherFill() {
        OrderRecord order = events.accepted();
        order.apply(events.fill("1", 40));
        order.apply(new OrderEvent.Filled(
                "A", OrderEvents.START, 9, "Y", "1", BigDecimal.TEN, BigDecimal.TEN, OrderEvents.NO_FEES));
        assertThat(order.filled()).isEqualByComparingTo("50");
    }

    @Test
    void f2AmongManyFillsEachIsBookedOnce() {
        OrderRecord order = events.accepted();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 60; i++) {
                order.apply(events.fill("x" + i, 1));
            }
        }
        assertThat(order.filled()).isEqualByComparingTo("60");
        assertThat(order.fills()).hasSize(60);
    }

    @Test
    void f3ALateFillAfterACancelIsBooked() {
        OrderRecord order = events.accepted();
        order.apply(events.cancelled());
        Transition late = order.apply(events.fill("1", 40));
        assertThat(late.effect()).isEqualTo(Transition.Effect.LATE_FILL);
        assertThat(late.booked()).isTrue();
        assertThat(order.state()).isEqualTo(CANCELLED);
        assertThat(order.filled()).isEqualByComparingTo("40");
        assertThat(order.remaining()).isZero();
        assertThat(order.late()).isTrue();
        order.apply(events.fill("2", 60));
        assertThat(order.state()).isEqualTo(FILLED);
    }

    @Test
    void f3ALateFillAfterExpiryAndAfterARefusalIsBookedToo() {
        OrderRecord expired = events.accepted();
        expired.apply(events.expired());
        expired.apply(events.fill("1", 40));
        assertThat(expired.state()).isEqualTo(EXPIRED);
        OrderRecord refused = events.submitted();
        refused.apply(events.reject());
        refused.apply(events.fill("1", 40));
        assertThat(refused.state()).isEqualTo(REJECTED);
        assertThat(refused.filled().add(expired.filled())).isEqualByComparingTo("80");
    }

    @Test
    void f4AFillBeyondTheFaceIsBookedAndFlagged() {
        OrderRecord order = events.accepted();
        order.apply(events.fill("1", 90));
        assertThat(order.apply(events.fill("2", 20)).effect()).isEqualTo(Transition.Effect.OVERFILL);
        assertThat(order.state()).isEqualTo(FILLED);
        assertThat(order.overfilled()).isTrue();
        assertThat(order.filled()).isEqualByComparingTo("110");
        assertThat(order.apply(events.fill("3", 5)).booked()).isTrue();
        assertThat(order.filled()).isEqualByComparingTo("115");
    }

    @Test
    void f5AFillLeavesACancelOrAChangeInFlight() {
        OrderRecord order = events.accepted();
        order.apply(events.requestReplace(80));
        order.apply(events.fill("1", 10));
        assertThat(order.state()).isEqualTo(PENDING_REPLACE);
        order.apply(events.requestCancel());
        order.apply(events.fill("2", 10));
        assertThat(order.state()).isEqualTo(PENDING_CANCEL);
        order.apply(events.rejectCancel());
        assertThat(order.state()).isEqualTo(PENDING_REPLACE);
        order.apply(events.replaced(80));
        assertThat(order.state()).isEqualTo(PARTIALLY_FILLED);
        assertThat(order.remaining()).isEqualByComparingTo("60");
        order.apply(events.requestCancel());
        order.apply(events.fill("3", 60));
        assertThat(order.state()).isEqualTo(FILLED);
    }

    @Test
    void f6AnAnswerThatWasOvertakenIsIgnored() {
        OrderRecord order = events.submitted();
        order.apply(events.fill("1", 10));
        assertThat(order.apply(events.accept()).effect()).isEqualTo(Transition.Effect.OUTDATED);
        assertThat(order.state()).isEqualTo(PARTIALLY_FILLED);
        assertThat(order.apply(events.trigger()).ignored()).isTrue();
        order.apply(events.fill("2", 90));
        assertThat(order.apply(events.cancelled()).ignored()).isTrue();
        assertThat(order.apply(events.expired()).ignored()).isTrue();
        assertThat(order.apply(events.rejectCancel()).ignored()).isTrue();
        assertThat(order.state()).isEqualTo(FILLED);
    }

    @Test
    void f6AnAcceptanceThatCrossesWithACancelIsKeptForLater() {
        OrderRecord order = events.submitted();
        order.apply(events.requestCancel());
        order.apply(events.accept());
        assertThat(order.state()).isEqualTo(PENDING_CANCEL);
        order.apply(events.rejectCancel());
        assertThat(order.state()).isEqualTo(ACCEPTED);
    }

    @Test
    void f7AChangeToWhatIsFilledFillsTheOrder() {
        OrderRecord order = events.accepted();
        order.apply(events.fill("1", 40));
        order.apply(events.requestReplace(40));
        order.apply(events.replaced(40));
        assertThat(order.state()).isEqualTo(FILLED);
        assertThat(order.overfilled()).isFalse();
    }

    @Test
    void f7AChangeIsNeverBelowWhatIsFilled() {
        OrderRecord order = events.accepted();
        order.apply(events.requestReplace(20));
        order.apply(events.fill("1", 40));
        order.apply(events.replaced(20));
        assertThat(order.state()).isEqualTo(FILLED);
        assertThat(order.face()).isEqualByComparingTo("40");
    }

    @Test
    void f7AVenueThatChangesAFilledOrderToMoreDisagreesWithTheRecord() {
        OrderRecord order = events.accepted();
        order.apply(events.fill("1", 100));
        assertThat(order.apply(events.replaced(90)).ignored()).isTrue();
        assertThatThrownBy(() -> order.apply(events.replaced(150))).isInstanceOf(IllegalTransition.class);
    }

    @Test
    void f8ACancelAndAFillGiveTheSameOrderWhicheverComesFirst() {
        for (long face : new long[] {40, 100, 130}) {
            OrderRecord cancelFirst = events.accepted();
            cancelFirst.apply(events.requestCancel());
            cancelFirst.apply(events.cancelled());
            cancelFirst.apply(events.fill("1", face));
            OrderRecord fillFirst = events.accepted();
            fillFirst.apply(events.requestCancel());
            fillFirst.apply(events.fill("1", face));
            fillFirst.apply(events.cancelled());
            assertThat(cancelFirst.state()).isEqualTo(fillFirst.state()).isEqualTo(face < 100 ? CANCELLED : FILLED);
            assertThat(cancelFirst.filled()).isEqualTo(fillFirst.filled());
            assertThat(cancelFirst.reason()).isEqualTo(fillFirst.reason());
        }
    }

    @Test
    void f9TheSameEventsGiveTheSameRecord() {
        List<OrderEvent> journal = new ArrayList<>();
        journal.add(events.initialised());
        journal.add(events.submit());
        journal.add(events.accept());
        journal.add(events.fill("1", 40, "100.125"));
        journal.add(events.fill("1", 40, "100.125"));
        journal.add(events.requestReplace(70));
        journal.add(events.replaced(70));
        journal.add(events.fill("2", 30, "100.25"));
        OrderRecord order = OrderRecord.replay(journal);
        assertThat(OrderRecord.replay(journal).summary()).isEqualTo(order.summary());
        assertThat(order.state()).isEqualTo(FILLED);
        assertThat(order.cleanValue()).isEqualByComparingTo("70.125"); // 40 · 1.00125 + 30 · 1.0025
        assertThat(order.averagePrice()).isEqualByComparingTo("100.1785714285714");
        assertThat(order.sequence()).isEqualTo(7);
    }

    @Test
    void anOrderThatIsDoneGoesThroughTheStatesOfTheTable() {
        OrderRecord order = new OrderRecord(events.initialised());
        order.apply(new OrderEvent.Emulated("A", OrderEvents.START, 1));
        order.apply(new OrderEvent.Released("A", OrderEvents.START, 2));
        Transition sent = order.apply(events.submit());
        assertThat(sent)
                .isEqualTo(new Transition(
                        OrderState.RELEASED, SUBMITTED, OrderEvent.Kind.SUBMITTED, Transition.Effect.APPLIED, 1));
        order.apply(events.accept());
        order.apply(events.trigger());
        assertThat(order.state()).isEqualTo(OrderState.TRIGGERED);
        assertThat(order.state().atVenue()).isTrue();
        assertThat(order.venue()).isEqualTo("X");
    }

    @Test
    void anEventOfAnotherOrderIsRefused() {
        OrderRecord order = events.accepted();
        assertThatThrownBy(() -> order.apply(new OrderEvent.Accepted("B", OrderEvents.START, 1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderRecord.replay(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderRecord.replay(List.of(events.submit()))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(order::averagePrice).isInstanceOf(MissingData.class);
    }
}
