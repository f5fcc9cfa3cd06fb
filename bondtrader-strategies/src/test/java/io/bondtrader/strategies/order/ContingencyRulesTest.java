package io.bondtrader.strategies.order;

import static io.bondtrader.strategies.order.OrderState.CANCELLED;
import static io.bondtrader.strategies.order.OrderState.FILLED;
import static io.bondtrader.strategies.order.OrderState.PARTIALLY_FILLED;
import static io.bondtrader.strategies.order.OrderState.PENDING_CANCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules C1 to C15 of the page on orders, one test or more each. */
final class ContingencyRulesTest {

    private final Floor floor = new Floor();

    private static OrderGroup oto(OrderGroup.Release release) {
        return new OrderGroup.Parent(
                "G",
                Floor.buy("parent", 100, OrderType.limit("100")),
                release,
                OrderGroup.Link.INDEPENDENT,
                List.of(Floor.sell("hedge", 50, OrderType.limit("101"))));
    }

    @Test
    void c1ChildrenAreReleasedProRata() {
        floor.place(oto(OrderGroup.Release.PRO_RATA));
        assertThat(floor.sent("hedge")).isFalse();
        assertThat(floor.desk.waiting("G")).containsExactly("hedge");
        floor.fill("parent", 40);
        assertThat(floor.open("hedge")).isEqualTo("20");
        floor.fill("parent", 60);
        assertThat(floor.open("hedge")).isEqualTo("50");
    }

    @Test
    void c1APartThatIsNoWholeUnitIsRoundedDown() {
        floor.place(oto(OrderGroup.Release.PRO_RATA));
        floor.fill("parent", 33);
        assertThat(floor.open("hedge")).isEqualTo("16");
    }

    @Test
    void c2ChildrenAreReleasedOnceTheParentHasEnded() {
        floor.place(oto(OrderGroup.Release.WHEN_COMPLETE));
        floor.fill("parent", 40);
        assertThat(floor.sent("hedge")).isFalse();
        floor.fill("parent", 60);
        assertThat(floor.open("hedge")).isEqualTo("50");
    }

    @Test
    void c2AParentThatEndsInPartReleasesForThatPart() {
        floor.place(oto(OrderGroup.Release.WHEN_COMPLETE));
        floor.fill("parent", 40);
        floor.cancel("parent");
        assertThat(floor.open("hedge")).isEqualTo("20");
    }

    @Test
    void c3AChildIsSizedToWhatWasFilledNotToWhatWasOrdered() {
        floor.place(Floor.bracket());
        floor.fill("entry", 40);
        assertThat(floor.order("stop").face()).isEqualByComparingTo("40");
        assertThat(floor.order("target").face()).isEqualByComparingTo("40");
    }

    @Test
    void c3AnOverfilledParentIsProtectedWhole() {
        floor.place(Floor.bracket());
        floor.fill("entry", 110);
        assertThat(floor.open("stop")).isEqualTo("110");
    }

    @Test
    void c4FurtherFillsRaiseTheChildrenThatWork() {
        floor.place(Floor.bracket());
        floor.fill("entry", 40);
        floor.fill("entry", 35);
        assertThat(floor.open("stop")).isEqualTo("75");
        assertThat(floor.blotter.size()).isEqualTo(3);
        assertThat(floor.commands)
                .filteredOn(OrderCommand.Replace.class::isInstance)
                .extracting(OrderCommand::orderId)
                .containsExactly("stop", "target");
    }

    @Test
    void c5AnyFillCancelsTheOthers() {
        floor.place(OrderGroup.oco(
                "G",
                Floor.buy("low", 100, OrderType.limit("98")),
                Floor.buy("breakout", 100, OrderType.stop("102")),
                Floor.buy("middle", 100, OrderType.limit("99"))));
        floor.fill("low", 1);
        assertThat(floor.state("breakout")).isEqualTo(CANCELLED);
        assertThat(floor.state("middle")).isEqualTo(CANCELLED);
        assertThat(floor.state("low")).isEqualTo(PARTIALLY_FILLED);
        assertThat(floor.open("low")).isEqualTo("99");
    }

    @Test
    void c6AFillReducesTheOthersByTheFill() {
        floor.place(OrderGroup.ouo(
                "G", Floor.sell("stop", 100, OrderType.stop("98")), Floor.sell("target", 100, OrderType.limit("103"))));
        floor.fill("target", 30);
        assertThat(floor.open("stop")).isEqualTo("70");
        assertThat(floor.open("target")).isEqualTo("70");
        floor.fill("stop", 20);
        assertThat(floor.open("target")).isEqualTo("50");
        floor.fill("target", 50);
        assertThat(floor.state("stop")).isEqualTo(CANCELLED);
        assertThat(floor.state("target")).isEqualTo(FILLED);
    }

    @Test
    void c6TwoTargetsAndOneStopAreReducedByWhatIsLeft() {
        floor.place(OrderGroup.ouo(
                "G",
                Floor.sell("stop", 100, OrderType.stop("98")),
                Floor.sell("near", 50, OrderType.limit("102")),
                Floor.sell("far", 50, OrderType.limit("104"))));
        floor.fill("near", 50);
        assertThat(floor.open("stop")).isEqualTo("50");
        assertThat(floor.open("far")).isEqualTo("50");
        floor.fill("stop", 30);
        assertThat(floor.open("far")).isEqualTo("20");
    }

    @Test
    void c7TheParentIsPartlyFilledAndThenStoppedTheChildIs40Not100() {
        floor.place(Floor.bracket());
        floor.fill("entry", 40);
        floor.fill("stop", 40);
        assertThat(floor.order("stop").face()).isEqualByComparingTo("40");
        assertThat(floor.state("stop")).isEqualTo(FILLED);
        assertThat(floor.state("target")).isEqualTo(CANCELLED);
        assertThat(floor.blotter.face(OrderEvents.NOTE.id())).isEqualByComparingTo("0");
    }

    @Test
    void c8TheFillThatRacesACancelStandsAndTheSiblingShrinks() {
        floor.place(OrderGroup.oco(
                "G", Floor.buy("low", 100, OrderType.limit("98")), Floor.buy("breakout", 100, OrderType.stop("102"))));
        floor.slow();
        floor.fill("low", 40);
        assertThat(floor.state("breakout")).isEqualTo(PENDING_CANCEL);
        floor.fill("breakout", 25);
        floor.answer();
        assertThat(floor.state("breakout")).isEqualTo(CANCELLED);
        assertThat(floor.order("breakout").filled()).isEqualByComparingTo("25");
        assertThat(floor.open("low")).isEqualTo("35"); // 100 wanted, 40 and 25 done
    }

    @Test
    void c8AFillAfterTheSiblingsCancelWasConfirmedShrinksItToo() {
        floor.place(Floor.bracket());
        floor.fill("entry", 100);
        floor.fill("target", 60);
        assertThat(floor.open("stop")).isEqualTo("40");
        floor.fill("stop", 40);
        assertThat(floor.state("target")).isEqualTo(CANCELLED);
        floor.fill("target", 10); // late
        assertThat(floor.order("target").late()).isTrue();
        assertThat(floor.blotter.face(OrderEvents.NOTE.id())).isEqualByComparingTo("-10");
    }

    @Test
    void c8TheSameFillReportedTwiceShrinksOnce() {
        floor.place(Floor.bracket());
        floor.fill("entry", 100);
        floor.fill("target", "same", 30);
        floor.fill("target", "same", 30);
        assertThat(floor.open("stop")).isEqualTo("70");
    }

    @Test
    void c9ChildrenShrinkWithAPositionThatIsReducedFromOutside() {
        floor.place(Floor.bracket());
        floor.fill("entry", 100);
        floor.carryOut(floor.desk.reduced("G", new BigDecimal("25")));
        assertThat(floor.open("stop")).isEqualTo("75");
        assertThat(floor.open("target")).isEqualTo("75");
        floor.carryOut(floor.desk.reduced(OrderEvents.NOTE.id(), OrderEvents.BOOK, new BigDecimal("90")));
        assertThat(floor.state("stop")).isEqualTo(CANCELLED);
        assertThat(floor.state("target")).isEqualTo(CANCELLED);
    }

    @Test
    void c10CancellingTheParentCancelsChildrenThatWereNotReleasedAndNoOthers() {
        floor.place(Floor.bracket());
        assertThat(floor.desk.waiting("G")).containsExactly("stop", "target");
        floor.fill("entry", 40);
        floor.cancel("entry");
        assertThat(floor.open("stop")).isEqualTo("40");
        assertThat(floor.open("target")).isEqualTo("40");
        Floor other = new Floor();
        other.place(Floor.bracket());
        other.cancel("entry");
        assertThat(other.desk.waiting("G")).isEmpty();
        assertThat(other.sent("stop")).isFalse();
    }

    @Test
    void c11AParentThatIsRefusedCancelsItsChildren() {
        floor.place(Floor.bracket());
        floor.reject("entry");
        assertThat(floor.desk.waiting("G")).isEmpty();
        assertThat(floor.sent("stop")).isFalse();
        assertThat(floor.sent("target")).isFalse();
    }

    @Test
    void c12AChildThatMayNotShrinkIsCancelledAndSentAnewInItsRightSize() {
        floor.place(Floor.bracket());
        floor.fill("entry", 100);
        floor.slow();
        floor.fill("target", 30);
        floor.refuseChange();
        assertThat(floor.state("stop")).isEqualTo(PENDING_CANCEL);
        floor.answer();
        assertThat(floor.state("stop")).isEqualTo(CANCELLED);
        assertThat(floor.open("stop~2")).isEqualTo("70");
    }

    @Test
    void c12ARefusedCancelIsNotRepeatedAtOnce() {
        floor.place(Floor.bracket());
        floor.fill("entry", 100);
        floor.slow();
        floor.fill("target", 100);
        int asked = floor.commands.size();
        floor.refuseChange();
        assertThat(floor.commands).hasSize(asked);
        floor.fill("stop", 100); // why it was refused
        assertThat(floor.state("stop")).isEqualTo(FILLED);
    }

    @Test
    void c13AChildThatSomebodyElseEndsLeavesItsSiblingsAtWork() {
        floor.place(Floor.bracket());
        floor.fill("entry", 40);
        floor.cancel("target");
        floor.fill("entry", 60);
        assertThat(floor.open("stop")).isEqualTo("100");
        assertThat(floor.sent("target~2")).isFalse();
        floor.reject("stop");
        assertThat(floor.sent("stop~2")).isFalse();
    }

    @Test
    void c14OnceALegHasClosedThePositionTheRestOfTheParentIsCancelled() {
        floor.place(Floor.bracket());
        floor.fill("entry", 40);
        floor.fill("stop", 40);
        assertThat(floor.state("entry")).isEqualTo(CANCELLED);
    }

    @Test
    void c15WhatTheParentFillsAfterwardsIsProtectedByNewLegs() {
        floor.place(Floor.bracket());
        floor.slow();
        floor.fill("entry", 40);
        floor.fill("stop", 40);
        floor.fill("entry", 10); // before the cancel has arrived
        assertThat(floor.open("stop~2")).isEqualTo("10");
        floor.answer();
        assertThat(floor.open("target~2")).isEqualTo("10");
        floor.fill("stop~2", 10);
        floor.answer();
        assertThat(floor.state("target~2")).isEqualTo(CANCELLED);
        assertThat(floor.blotter.face(OrderEvents.NOTE.id())).isEqualByComparingTo("0");
    }

    @Test
    void groupsThatAreOverAreForgotten() {
        floor.place(Floor.bracket());
        floor.fill("entry", 100);
        assertThat(floor.desk.forget(OrderEvents.START.plusSeconds(10_000))).isZero();
        floor.fill("stop", 100);
        assertThat(floor.desk.size()).isEqualTo(1);
        assertThat(floor.desk.forget(OrderEvents.START)).isZero();
        assertThat(floor.desk.forget(OrderEvents.START.plusSeconds(10_000))).isEqualTo(1);
        assertThat(floor.desk.size()).isZero();
    }

    @Test
    void groupsThatMakeNoSenseAreRefused() {
        OrderTicket entry = Floor.buy("entry", 100, OrderType.limit("100"));
        OrderTicket stop = Floor.sell("stop", 100, OrderType.stop("98"));
        OrderTicket target = Floor.sell("target", 100, OrderType.limit("103"));
        assertThatThrownBy(() -> OrderGroup.bracket("G", entry, target, stop)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderGroup.bracket("G", entry, stop, entry)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderGroup.bracket("G", entry, stop, Floor.sell("t", 50, OrderType.limit("103"))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderGroup.oco("G", stop)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderGroup.oco("G", stop, stop)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderGroup.oto(" ", entry, stop)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderGroup.oto("G", entry)).isInstanceOf(InvalidInput.class);
        floor.place(Floor.bracket());
        assertThatThrownBy(() -> floor.desk.place(Floor.bracket())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> floor.desk.place(OrderGroup.oco("H", stop, target)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> floor.desk.reduced("other", BigDecimal.ONE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> floor.desk.reduced("G", BigDecimal.ZERO)).isInstanceOf(InvalidInput.class);
    }
}
