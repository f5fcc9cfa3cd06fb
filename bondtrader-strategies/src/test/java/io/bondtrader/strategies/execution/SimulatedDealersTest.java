package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.execution.SimulatedDealers.Dealer;
import io.bondtrader.strategies.order.DealerStatistics;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.RfqEvent;
import io.bondtrader.strategies.order.RfqQuote;
import io.bondtrader.strategies.order.RfqRecord;
import io.bondtrader.strategies.order.RfqRequest;
import io.bondtrader.strategies.order.RfqState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Dealers quote around the middle, look again, and win as often as their distance from the cover says. */
final class SimulatedDealersTest {

    private static final Instant START = OrderEvents.START;

    private static Dealer dealer(String name, double half, double tolerance, double declines, double requotes) {
        return new Dealer(
                name,
                half,
                0.0,
                Duration.ofMillis(200),
                Duration.ofMillis(800),
                Duration.ofSeconds(5),
                Duration.ofMillis(250),
                tolerance,
                declines,
                requotes);
    }

    private static SimulatedDealers two(double requotes) {
        return new SimulatedDealers(
                List.of(dealer("alba", 0.05, 0.04, 0, requotes), dealer("brook", 0.08, 0.04, 0, requotes)),
                Latency.of(Duration.ofMillis(50)),
                Latency.of(Duration.ofMillis(50)),
                3);
    }

    private static RfqRequest request(Side side, RfqRequest.Basis basis, List<String> dealers) {
        String benchmark = basis == RfqRequest.Basis.SPREAD ? "UST 10Y" : "";
        return new RfqRequest(
                "Q", OrderEvents.order("Q", side, 1_000_000), false, dealers, basis, benchmark, START.plusSeconds(60));
    }

    private static RfqRecord ask(SimulatedDealers dealers, Side side, RfqRequest.Basis basis, double middle) {
        RfqRequest request = request(side, basis, dealers.names());
        RfqRecord record = new RfqRecord(new RfqEvent.Requested(request, START, 0));
        dealers.request(request, middle, START).forEach(record::apply);
        return record;
    }

    private static RfqRecord accepted(SimulatedDealers dealers, Instant at) {
        RfqRecord record = ask(dealers, Side.BUY, RfqRequest.Basis.PRICE, 100);
        RfqQuote best = record.best(START.plusSeconds(2)).orElseThrow();
        record.apply(new RfqEvent.Accepted("Q", at, 9, best.id(), best.dealer()));
        return record;
    }

    private static double best(Side side, RfqRequest.Basis basis, double middle) {
        return ask(two(0), side, basis, middle)
                .best(START.plusSeconds(2))
                .orElseThrow()
                .value()
                .doubleValue();
    }

    @Test
    void dealersQuoteTheirHalfSpreadAgainstTheClient() {
        assertThat(best(Side.BUY, RfqRequest.Basis.PRICE, 100)).isEqualTo(100.05);
        assertThat(best(Side.SELL, RfqRequest.Basis.PRICE, 100)).isEqualTo(99.95);
        assertThat(best(Side.BUY, RfqRequest.Basis.SPREAD, 80)).isEqualTo(79.95);
        assertThat(best(Side.SELL, RfqRequest.Basis.YIELD, 4)).isEqualTo(4.05);
    }

    @Test
    void quotesTakeTheirTimeAndLiveFromTheWire() {
        RfqRecord record = ask(two(0), Side.BUY, RfqRequest.Basis.PRICE, 100);
        for (RfqQuote quote : record.live(START)) {
            assertThat(quote.onWire()).isBetween(START.plusMillis(250), START.plusMillis(1_050));
            assertThat(quote.expiresAt()).isEqualTo(quote.onWire().plusSeconds(5));
        }
        assertThat(record.live(START)).hasSize(2);
    }

    @Test
    void aQuoteStandsAsLongAsTheMarketHasNotMovedByMoreThanTheTolerance() {
        SimulatedDealers dealers = two(0);
        RfqRecord record = accepted(dealers, START.plusSeconds(2));
        SimulatedDealers.LastLook look = dealers.accept(record, START.plusSeconds(2));
        assertThat(look.at()).isEqualTo(START.plusMillis(2_300));
        assertThat(dealers.look(look, 100.0399)).isInstanceOf(RfqEvent.Confirmed.class);
        assertThat(dealers.look(look, 99)).isInstanceOf(RfqEvent.Confirmed.class);
        RfqEvent answer = dealers.look(look, 100.0401);
        assertThat(answer).isInstanceOf(RfqEvent.LastLookRejected.class);
        assertThat(answer.at()).isEqualTo(START.plusMillis(2_350));
        record.apply(answer);
        assertThat(record.state()).isEqualTo(RfqState.QUOTED);
        assertThat(record.best(START.plusSeconds(3)).orElseThrow().dealer()).isEqualTo("brook");
    }

    @Test
    void aDealerMayQuoteAnew() {
        SimulatedDealers dealers = two(1);
        RfqRecord record = accepted(dealers, START.plusSeconds(2));
        RfqEvent answer = dealers.look(dealers.accept(record, START.plusSeconds(2)), 101);
        record.apply(answer);
        assertThat(answer).isInstanceOf(RfqEvent.Requoted.class);
        assertThat(record.live(START.plusSeconds(3)).get(1).value().doubleValue())
                .isEqualTo(101.05);
    }

    @Test
    void anAcceptanceThatArrivesAfterTheEndIsRefused() {
        SimulatedDealers dealers = two(0);
        RfqRecord record = ask(dealers, Side.BUY, RfqRequest.Basis.PRICE, 100);
        RfqQuote best = record.best(START).orElseThrow();
        Instant justBefore = best.expiresAt().minusMillis(20); // the way takes 50
        record.apply(new RfqEvent.Accepted("Q", justBefore, 9, best.id(), best.dealer()));
        assertThat(dealers.look(dealers.accept(record, justBefore), 100))
                .isInstanceOfSatisfying(
                        RfqEvent.LastLookRejected.class,
                        rejected -> assertThat(rejected.reason()).contains("over"));
    }

    @Test
    void dealersDeclineAsOftenAsTheySay() {
        SimulatedDealers dealers =
                new SimulatedDealers(List.of(dealer("alba", 0.05, 0.04, 0.25, 0)), Latency.none(), Latency.none(), 5);
        DealerStatistics statistics = new DealerStatistics();
        for (int i = 0; i < 2_000; i++) {
            statistics.count(ask(dealers, Side.BUY, RfqRequest.Basis.PRICE, 100));
        }
        DealerStatistics.Figures alba = statistics.figures().get(0);
        assertThat(alba.declined()).isBetween(430L, 570L); // 500 expected, standard deviation 19.4
        assertThat(alba.meanResponse().toMillis()).isBetween(570L, 630L); // 200 and half of 800
    }

    @Test
    void theSameSeedGivesTheSameAnswers() {
        RfqRequest request = request(Side.BUY, RfqRequest.Basis.PRICE, List.of("alba", "brook"));
        assertThat(two(0).request(request, 100, START)).isEqualTo(two(0).request(request, 100, START));
    }

    @Test
    void theOddsOfWinningAreLogisticInTheDistanceToTheCover() {
        WinProbability even = new WinProbability(0, 40);
        assertThat(even.of(0)).isEqualTo(0.5);
        assertThat(even.of(0.05)).isEqualTo(1 / (1 + Math.exp(-2)));
        assertThat(even.of(-0.05) + even.of(0.05)).isCloseTo(1.0, within(1e-15));
        SplittableRandom random = new SplittableRandom(8);
        int won = 0;
        for (int i = 0; i < 10_000; i++) {
            won += even.wins(0.05, random) ? 1 : 0;
        }
        assertThat(won).isBetween(8_700, 8_920); // 8,808 expected, standard deviation 32
    }

    @Test
    void aHistoryOfWinsGivesTheOddsItCameFrom() {
        WinProbability truth = new WinProbability(-0.7, 25);
        SplittableRandom random = new SplittableRandom(9);
        double[] distances = new double[40_000];
        boolean[] won = new boolean[distances.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = 0.2 * (random.nextDouble() - 0.5);
            won[i] = truth.wins(distances[i], random);
        }
        WinProbability fitted = WinProbability.fit(distances, won);
        assertThat(fitted.atCover()).isBetween(-0.75, -0.65);
        assertThat(fitted.perUnit()).isBetween(24.0, 26.0);
        double left = 0; // at the maximum the errors and their moments with the distance are zero
        double moment = 0;
        for (int i = 0; i < distances.length; i++) {
            double error = (won[i] ? 1 : 0) - fitted.of(distances[i]);
            left += error;
            moment += error * distances[i];
        }
        assertThat(Math.abs(left)).isLessThan(1e-6);
        assertThat(Math.abs(moment)).isLessThan(1e-6);
    }

    @Test
    void aHistoryThatDoesNotDecideIsRefused() {
        assertThatThrownBy(() -> WinProbability.fit(new double[] {1, 2, 3}, new boolean[] {true, true, true}))
                .isInstanceOf(NotConverged.class);
        assertThatThrownBy(
                        () -> WinProbability.fit(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}))
                .isInstanceOf(NotConverged.class);
        assertThatThrownBy(() -> WinProbability.fit(new double[] {1, 1}, new boolean[] {false, true}))
                .isInstanceOf(NotConverged.class);
        assertThatThrownBy(() -> WinProbability.fit(new double[] {1, 2}, new boolean[] {true}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> WinProbability.fit(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new WinProbability(0, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new WinProbability(Double.NaN, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new WinProbability(0, 1).of(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void dealersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Dealer.of(" ", 0.1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Dealer.of("alba", -0.1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> dealer("alba", 0.1, 0.1, 1.5, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SimulatedDealers(List.of(), Latency.none(), Latency.none(), 1))
                .isInstanceOf(InvalidInput.class);
        SimulatedDealers dealers = two(0);
        RfqRequest stranger = request(Side.BUY, RfqRequest.Basis.PRICE, List.of("zebra"));
        assertThatThrownBy(() -> dealers.request(stranger, 100, START)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> dealers.request(stranger, Double.NaN, START)).isInstanceOf(InvalidInput.class);
        RfqRecord untouched = ask(dealers, Side.BUY, RfqRequest.Basis.PRICE, 100);
        assertThatThrownBy(() -> dealers.accept(untouched, START)).isInstanceOf(InvalidInput.class);
    }
}
