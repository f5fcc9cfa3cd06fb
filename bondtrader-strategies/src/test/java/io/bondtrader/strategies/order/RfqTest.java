package io.bondtrader.strategies.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.error.IllegalTransition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules R1 to R9 of the page on orders. Times are seconds after the request. */
final class RfqTest {

    private final List<RfqEvent> journal = new ArrayList<>();

    private RfqRecord request(Side side, RfqRequest.Basis basis) {
        RfqRequest request = new RfqRequest(
                "Q",
                OrderEvents.order("Q", side, 1_000_000),
                false,
                List.of("alba", "brook", "crane"),
                basis,
                basis == RfqRequest.Basis.SPREAD ? "UST 10Y" : "",
                at(60));
        RfqEvent.Requested first = new RfqEvent.Requested(request, at(0), 0);
        journal.add(first);
        return new RfqRecord(first);
    }

    private static Instant at(double seconds) {
        return OrderEvents.START.plusMillis(Math.round(seconds * 1000));
    }

    private boolean tell(RfqRecord record, RfqEvent event) {
        boolean changed = record.apply(event);
        journal.add(event);
        return changed;
    }

    private static RfqEvent quote(String id, String dealer, String value, double onWire, double read, double end) {
        return new RfqEvent.Quoted("Q", at(read), 1, made(id, dealer, value, onWire, end));
    }

    private static RfqQuote made(String id, String dealer, String value, double onWire, double end) {
        return new RfqQuote(id, dealer, new BigDecimal(value), new BigDecimal("1000000"), at(onWire), at(end));
    }

    private static RfqEvent accept(String quote, String dealer, double when) {
        return new RfqEvent.Accepted("Q", at(when), 2, quote, dealer);
    }

    private static RfqEvent confirm(String dealer, double when) {
        return new RfqEvent.Confirmed("Q", at(when), 3, dealer, "X9");
    }

    private RfqRecord quoted(Side side) {
        RfqRecord record = request(side, RfqRequest.Basis.PRICE);
        tell(record, quote("a1", "alba", "99.50", 1, 1.5, 11));
        tell(record, quote("b1", "brook", "99.45", 2, 2.5, 12));
        tell(record, quote("c1", "crane", "99.60", 3, 3.5, 13));
        return record;
    }

    @Test
    void r1AQuoteLivesFromTheWireAndAnAcceptanceHasToArriveBeforeItsEnd() {
        RfqRecord record = quoted(Side.BUY);
        assertThat(record.live(at(11))).extracting(RfqQuote::dealer).containsExactly("brook", "crane");
        assertThatThrownBy(() -> record.apply(accept("a1", "alba", 11))).isInstanceOf(InvalidInput.class);
        assertThat(record.state()).isEqualTo(RfqState.QUOTED);
        tell(record, accept("b1", "brook", 11.9));
        assertThat(record.state()).isEqualTo(RfqState.ACCEPTED);
        assertThatThrownBy(() -> quote("z", "alba", "99", 5, 4, 20)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void r2ADealersNewerQuoteReplacesTheOlderAndTheSameOneTwiceIsOne() {
        RfqRecord record = quoted(Side.BUY);
        tell(record, quote("a2", "alba", "99.40", 4, 4.5, 14));
        assertThat(tell(record, quote("a1", "alba", "99.50", 1, 5, 11))).isFalse();
        assertThat(record.best(at(5)).orElseThrow().id()).isEqualTo("a2");
        assertThat(record.live(at(5))).hasSize(3);
        assertThatThrownBy(() -> record.apply(accept("a1", "alba", 5))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void r3TheBestIsTheCheapestForABuyerAndTheDearestForASeller() {
        assertThat(quoted(Side.BUY).best(at(4)).orElseThrow().dealer()).isEqualTo("brook");
        assertThat(quoted(Side.SELL).best(at(4)).orElseThrow().dealer()).isEqualTo("crane");
        RfqRecord byYield = request(Side.BUY, RfqRequest.Basis.YIELD);
        tell(byYield, quote("a1", "alba", "0.0450", 1, 1.5, 11));
        tell(byYield, quote("b1", "brook", "0.0455", 1, 1.5, 11));
        tell(byYield, quote("c1", "crane", "0.0455", 1, 1.2, 11));
        assertThat(byYield.live(at(4))).extracting(RfqQuote::dealer).containsExactly("crane", "brook", "alba");
    }

    @Test
    void r4TheCoverIsTheBestLiveQuoteOfTheOthersAtTheAcceptance() {
        RfqRecord record = quoted(Side.BUY);
        tell(record, accept("b1", "brook", 4));
        assertThat(record.cover().orElseThrow().dealer()).isEqualTo("alba");
        assertThat(record.coverDistance().orElseThrow()).isEqualByComparingTo("0.05");
        tell(record, confirm("brook", 4.3));
        assertThat(record.cover().orElseThrow().dealer()).isEqualTo("alba");
        RfqRecord late = quoted(Side.BUY);
        tell(late, accept("b1", "brook", 11.5)); // alba's is over
        assertThat(late.coverDistance().orElseThrow()).isEqualByComparingTo("0.15");
        RfqRecord worse = quoted(Side.SELL);
        tell(worse, accept("b1", "brook", 4));
        assertThat(worse.coverDistance().orElseThrow()).isEqualByComparingTo("-0.15");
    }

    @Test
    void r5TheDealerConfirmsAndTheTradeIsAFill() {
        RfqRecord record = quoted(Side.BUY);
        assertThatThrownBy(() -> record.fill(0, OrderEvents.NO_FEES)).isInstanceOf(MissingData.class);
        tell(record, accept("b1", "brook", 4));
        tell(record, confirm("brook", 4.25));
        assertThat(record.state()).isEqualTo(RfqState.DONE);
        OrderEvent.Filled fill = record.fill(7, OrderEvents.NO_FEES);
        assertThat(fill.venue()).isEqualTo("brook");
        assertThat(fill.executionId()).isEqualTo("X9");
        assertThat(fill.cleanPrice()).isEqualByComparingTo("99.45");
        assertThat(fill.at()).isEqualTo(at(4.25));
        assertThat(tell(record, confirm("brook", 4.25))).isFalse();
        assertThatThrownBy(() -> record.apply(confirm("alba", 5))).isInstanceOf(IllegalTransition.class);
        assertThat(RfqRecord.replay(journal).fill(7, OrderEvents.NO_FEES)).isEqualTo(fill);
    }

    @Test
    void r5ARejectionLeavesTheOtherQuotes() {
        RfqRecord record = quoted(Side.BUY);
        tell(record, accept("b1", "brook", 4));
        assertThatThrownBy(() -> record.apply(accept("a1", "alba", 4.1))).isInstanceOf(IllegalTransition.class);
        tell(record, new RfqEvent.LastLookRejected("Q", at(4.4), 4, "brook", "moved"));
        assertThat(record.state()).isEqualTo(RfqState.QUOTED);
        assertThat(record.taken()).isEmpty();
        assertThat(record.best(at(5)).orElseThrow().dealer()).isEqualTo("alba");
    }

    @Test
    void r5ARequoteCanBeTakenInItsTurn() {
        RfqRecord record = quoted(Side.BUY);
        tell(record, accept("b1", "brook", 4));
        tell(record, new RfqEvent.Requoted("Q", at(4.4), 4, made("b2", "brook", "99.48", 4.2, 9)));
        assertThat(record.state()).isEqualTo(RfqState.QUOTED);
        assertThat(record.best(at(5)).orElseThrow().id()).isEqualTo("b2");
        tell(record, accept("b2", "brook", 5));
        tell(record, confirm("brook", 5.5));
        assertThat(record.price().orElseThrow()).isEqualByComparingTo("99.48");
    }

    @Test
    void r6AConfirmationIsATradeEvenIfTheRequestIsOver() {
        RfqRecord record = quoted(Side.BUY);
        tell(record, accept("b1", "brook", 4));
        tell(record, new RfqEvent.Cancelled("Q", at(4.1), 5, "changed my mind"));
        assertThat(record.state()).isEqualTo(RfqState.CANCELLED);
        tell(record, confirm("brook", 4.3));
        assertThat(record.state()).isEqualTo(RfqState.DONE);
    }

    @Test
    void r7ATradeAgreedInSpreadBecomesAPriceAtTheSpot() {
        RfqRecord record = request(Side.BUY, RfqRequest.Basis.SPREAD);
        tell(record, quote("a1", "alba", "85", 1, 1.5, 11));
        tell(record, quote("b1", "brook", "87.5", 1, 1.5, 11));
        assertThat(record.best(at(2)).orElseThrow().dealer()).isEqualTo("brook");
        tell(record, accept("b1", "brook", 2));
        assertThat(record.coverDistance().orElseThrow()).isEqualByComparingTo("2.5");
        tell(record, confirm("brook", 2.5));
        assertThat(record.state()).isEqualTo(RfqState.TO_SPOT);
        assertThat(record.apply(new RfqEvent.Expired("Q", at(60), 9))).isFalse();
        tell(record, new RfqEvent.Spotted("Q", at(30), 8, new BigDecimal("101.25")));
        assertThat(record.state()).isEqualTo(RfqState.DONE);
        assertThat(record.fill(1, OrderEvents.NO_FEES).cleanPrice()).isEqualByComparingTo("101.25");
        assertThatThrownBy(() -> quoted(Side.BUY).apply(new RfqEvent.Spotted("Q", at(1), 1, BigDecimal.ONE)))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void r7TheSpotIsThePriceAtTheBenchmarksYieldAndTheSpread() {
        RfqRecord record = request(Side.BUY, RfqRequest.Basis.SPREAD);
        SpotPricing spot = SpotPricing.of(FlatTerms.NEXT_DAY, (benchmark, when) -> 0.0425, new BigDecimal("0.015625"));
        tell(record, quote("a1", "alba", "12", 1, 1.5, 11));
        assertThatThrownBy(() -> record.spot(spot, at(3), 1)).isInstanceOf(MissingData.class);
        tell(record, accept("a1", "alba", 2));
        tell(record, confirm("alba", 2.5));
        tell(record, record.spot(spot, at(3), 9));
        assertThat(record.price().orElseThrow())
                .isEqualTo(spot.priceAtYield(OrderEvents.NOTE, Side.BUY, 0.0437, at(3)));
        RfqRecord byYield = request(Side.SELL, RfqRequest.Basis.YIELD);
        tell(byYield, quote("a1", "alba", "0.0437", 1, 1.5, 11));
        tell(byYield, accept("a1", "alba", 2));
        tell(byYield, confirm("alba", 2.5));
        tell(byYield, byYield.spot(spot, at(3), 9));
        assertThat(byYield.price().orElseThrow().subtract(record.price().orElseThrow()))
                .isEqualByComparingTo("0.015625"); // a seller's is rounded up
    }

    @Test
    void r8WhatComesAfterTheEndIsIgnored() {
        RfqRecord record = quoted(Side.BUY);
        tell(record, new RfqEvent.DoneAway("Q", at(5), 5, "voice"));
        assertThat(record.state()).isEqualTo(RfqState.DONE_AWAY);
        assertThat(record.reason()).isEqualTo("voice");
        assertThat(tell(record, quote("a9", "alba", "99", 6, 6.5, 20))).isFalse();
        assertThat(tell(record, new RfqEvent.Expired("Q", at(60), 9))).isFalse();
        assertThat(tell(record, new RfqEvent.LastLookRejected("Q", at(7), 5, "alba", "late")))
                .isFalse();
        assertThat(record.state()).isEqualTo(RfqState.DONE_AWAY);
    }

    @Test
    void r9ARequestThatEveryDealerDeclinedHasEnded() {
        RfqRecord record = request(Side.BUY, RfqRequest.Basis.PRICE);
        tell(record, new RfqEvent.Declined("Q", at(1), 1, "alba", "no axe"));
        tell(record, new RfqEvent.Declined("Q", at(1), 1, "brook", "no axe"));
        assertThat(record.state()).isEqualTo(RfqState.REQUESTED);
        tell(record, new RfqEvent.Declined("Q", at(2), 1, "crane", "no axe"));
        assertThat(record.state()).isEqualTo(RfqState.DECLINED);
    }

    @Test
    void statisticsSayHowDealersAnswer() {
        DealerStatistics statistics = new DealerStatistics();
        RfqRecord first = quoted(Side.BUY);
        tell(first, accept("b1", "brook", 4));
        tell(first, new RfqEvent.LastLookRejected("Q", at(4.4), 4, "brook", "moved"));
        tell(first, accept("a1", "alba", 5));
        tell(first, confirm("alba", 5.1));
        statistics.count(first);
        RfqRecord second = quoted(Side.BUY);
        tell(second, accept("b1", "brook", 4));
        tell(second, confirm("brook", 4.2));
        statistics.count(second);
        DealerStatistics.Figures brook = statistics.figures().get(1);
        assertThat(brook.dealer()).isEqualTo("brook");
        assertThat(brook.requests()).isEqualTo(2);
        assertThat(brook.lastLookRejectionRate()).isEqualTo(0.5);
        assertThat(brook.hitRate()).isEqualTo(0.5);
        assertThat(brook.meanResponse()).isEqualTo(Duration.ofMillis(2500));
        assertThat(brook.meanHold()).isEqualTo(Duration.ofMillis(300));
        assertThat(brook.longestHold()).isEqualTo(Duration.ofMillis(400));
        assertThat(statistics.figures().get(2).lastLookRejectionRate()).isZero();
    }

    @Test
    void requestsThatMakeNoSenseAreRefused() {
        var order = OrderEvents.order("Q", Side.BUY, 100);
        assertThatThrownBy(() -> RfqRequest.forPrice(order, List.of(), at(9))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RfqRequest.forPrice(order, List.of("a", "a"), at(9)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RfqRequest("Q", order, true, List.of("a"), RfqRequest.Basis.SPREAD, "", at(9)))
                .isInstanceOf(InvalidInput.class);
        RfqRequest request = RfqRequest.forPrice(order, List.of("a"), at(9));
        assertThatThrownBy(() -> new RfqEvent.Requested(request, at(9), 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> made("x", "a", "99", 5, 5)).isInstanceOf(InvalidInput.class);
        RfqRecord record = quoted(Side.BUY);
        assertThatThrownBy(() -> record.apply(quote("x", "zebra", "99", 1, 2, 3)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> record.apply(new RfqEvent.Expired("other", at(1), 1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RfqRecord.replay(List.of())).isInstanceOf(InvalidInput.class);
    }
}
