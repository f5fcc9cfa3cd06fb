package io.bondtrader.strategies.execution;

import static io.bondtrader.strategies.order.OrderState.ACCEPTED;
import static io.bondtrader.strategies.order.OrderState.CANCELLED;
import static io.bondtrader.strategies.order.OrderState.EXPIRED;
import static io.bondtrader.strategies.order.OrderState.FILLED;
import static io.bondtrader.strategies.order.OrderState.PARTIALLY_FILLED;
import static io.bondtrader.strategies.order.OrderState.PENDING_CANCEL;
import static io.bondtrader.strategies.order.OrderState.REJECTED;
import static io.bondtrader.strategies.order.OrderState.SUBMITTED;
import static io.bondtrader.strategies.order.OrderState.TRIGGERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.SpotPricing;
import io.bondtrader.strategies.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a simulated venue does with times in force, instructions, latency, changes and chance. */
final class SimulatedVenueTest {

    private static final OrderType MARKET = new OrderType.Market();
    private static final OrderType PAR = OrderType.limit("100");

    private static OrderTicket ticket(String id, Side side, long face, OrderType type) {
        return OrderTicket.of(OrderEvents.order(id, side, face), type);
    }

    private static OrderTicket buy(OrderType type) {
        return ticket("A", Side.BUY, 100, type);
    }

    @Test
    void immediateOrCancelTakesWhatTheFirstLookGives() {
        Market market = new Market().send(buy(PAR).lasting(TimeInForce.ioc())).quote(99, 100, 60);
        assertThat(market.order("A").state()).isEqualTo(CANCELLED);
        assertThat(market.fills("A")).containsExactly("60 at 100");
        Market away = new Market().send(buy(PAR).lasting(TimeInForce.ioc())).quote(100, 101, 60);
        assertThat(away.order("A").state()).isEqualTo(CANCELLED);
        assertThat(away.venue.size()).isZero();
    }

    @Test
    void fillOrKillTakesAllOrNothing() {
        Market some = new Market().send(buy(PAR).lasting(TimeInForce.fok())).quote(99, 100, 99);
        assertThat(some.order("A").state()).isEqualTo(CANCELLED);
        assertThat(some.fills("A")).isEmpty();
        Market all = new Market().send(buy(PAR).lasting(TimeInForce.fok())).quote(99, 100, 100);
        assertThat(all.order("A").state()).isEqualTo(FILLED);
    }

    @Test
    void aDayOrderAndADatedOneExpireAtTheirEnd() {
        Market market = new Market();
        market.send(buy(PAR).lasting(TimeInForce.day(OrderEvents.START.plusSeconds(3))));
        market.send(ticket("B", Side.BUY, 100, PAR).lasting(TimeInForce.gtd(OrderEvents.START.plusSeconds(5))));
        market.quote(100, 101, 10).quote(99.5, 100, 40).quote(99.5, 100, 200); // the third one comes at the day's end
        assertThat(market.order("A").state()).isEqualTo(EXPIRED);
        assertThat(market.fills("A")).containsExactly("40 at 100");
        assertThat(market.order("B").state()).isEqualTo(FILLED);
        market.send(ticket("C", Side.BUY, 1, PAR).lasting(TimeInForce.day(OrderEvents.START)));
        assertThat(market.order("C").state()).isEqualTo(REJECTED);
    }

    @Test
    void aPostOnlyOrderIsRefusedIfItWouldTradeAndElseFillsAtItsOwnPrice() {
        Market market = new Market().quote(99, 100, 500).send(buy(PAR).posting());
        assertThat(market.order("A").state()).isEqualTo(REJECTED);
        market.quote(100, 100.5, 500).send(ticket("B", Side.BUY, 100, PAR).posting());
        market.quote(99, 99.5, 500);
        assertThat(market.fills("B")).containsExactly("100 at 100");
    }

    @Test
    void aReduceOnlyOrderBringsThePositionNoFurtherThanToZero() {
        Market market = new Market().buy("A", 60, MARKET).quote(99, 100, 500);
        market.send(ticket("B", Side.SELL, 100, MARKET).reducing()).quote(99, 100, 500);
        assertThat(market.fills("B")).containsExactly("60 at 99");
        market.quote(99, 100, 500);
        assertThat(market.order("B").state()).isEqualTo(CANCELLED);
        assertThat(market.order("B").reason()).isEqualTo("nothing to reduce");
    }

    @Test
    void aVenueThatIsToldPositionsGoesByThem() {
        Market market = new Market(builder -> builder.positions(security -> new BigDecimal("-25")));
        market.send(buy(MARKET).reducing()).quote(99, 100, 500);
        assertThat(market.fills("A")).containsExactly("25 at 100");
    }

    @Test
    void ordersAndReportsTakeTheirTime() {
        Latency there = Latency.of(Duration.ofMillis(1_500));
        Market market = new Market(builder -> builder.latency(there, Latency.of(Duration.ofMillis(300))));
        market.buy("A", 100, MARKET).quote(99, 100, 500);
        assertThat(market.reports).isEmpty();
        market.quote(99, 100.25, 500); // two seconds after it was sent
        assertThat(market.fills("A")).containsExactly("100 at 100.25");
        assertThat(market.reports)
                .extracting(OrderEvent::at)
                .containsExactly(OrderEvents.START.plusMillis(1_800), OrderEvents.START.plusMillis(2_300));
    }

    @Test
    void messagesOfOneDirectionNeverOvertakeEachOther() {
        Latency jittery = new Latency(Duration.ZERO, Duration.ofSeconds(3));
        Market market = new Market(builder -> builder.latency(jittery, jittery));
        for (int i = 0; i < 200; i++) {
            market.buy("A" + i, 100, PAR).cancel("A" + i).advance(i % 3);
        }
        market.advance(10);
        assertThat(market.reports).hasSize(400).isSortedAccordingTo((left, right) -> {
            int byTime = left.at().compareTo(right.at());
            return byTime != 0 ? byTime : Long.compare(left.sequence(), right.sequence());
        });
        assertThat(market.records.values())
                .allSatisfy(order -> assertThat(order.state()).isEqualTo(CANCELLED));
    }

    @Test
    void aCancelThatComesTooLateIsRefused() {
        Market market = new Market(builder -> builder.latency(Latency.of(Duration.ofMillis(500)), Latency.none()));
        market.buy("A", 100, MARKET).advance(1).cancel("A");
        assertThat(market.order("A").state()).isEqualTo(PENDING_CANCEL);
        market.venue.onMarket(
                Quote.of(OrderEvents.NOTE.id(), 99, 100, 500, market.now().plusMillis(100)));
        assertThat(market.order("A").state()).isEqualTo(FILLED);
        market.advance(1);
        assertThat(market.reports.get(2).kind()).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
        assertThat(market.order("A").state()).isEqualTo(FILLED);
    }

    @Test
    void aChangeOfSizeIsATotalAndAChangeBelowWhatIsDoneIsRefused() {
        Market market = new Market().buy("A", 100, PAR).quote(99, 100, 40);
        market.replace("A", 70, PAR);
        assertThat(market.order("A").remaining()).isEqualByComparingTo("30");
        market.replace("A", 30, PAR);
        assertThat(market.order("A").state()).isEqualTo(PARTIALLY_FILLED);
        market.replace("A", 40, PAR);
        assertThat(market.order("A").state()).isEqualTo(FILLED);
        assertThat(market.venue.size()).isZero();
    }

    @Test
    void aChangeOfPriceOrToMoreLosesThePlaceInTheQueueALesserSizeKeepsIt() {
        Market market = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        market.quote(100, 100.5, 300).buy("A", 100, PAR).buy("B", 100, PAR);
        market.trade(100, 300).replace("A", 50, PAR).replace("B", 150, PAR);
        market.trade(100, 120); // 50 of it, 70 of those who are ahead now
        assertThat(market.fills("A")).containsExactly("50 at 100");
        assertThat(market.fills("B")).isEmpty();
    }

    @Test
    void inABookWhoeverTakesGetsThePriceThatIsThereAndWhoeverWaitedGetsItsOwn() {
        Market takes = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        takes.buy("A", 100, PAR).quote(99, 99.5, 500);
        assertThat(takes.fills("A")).containsExactly("100 at 99.5");
        Market waits = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        waits.buy("A", 100, PAR).quote(100, 100.5, 500).quote(99, 99.5, 500);
        assertThat(waits.fills("A")).containsExactly("100 at 100");
        Market triggers = new Market(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        triggers.sell("A", 100, new OrderType.StopLimit(new BigDecimal("100"), new BigDecimal("98")));
        triggers.quote(101, 101.5, 500).quote(99.5, 100, 500);
        assertThat(triggers.fills("A")).containsExactly("100 at 99.5");
    }

    @Test
    void aStopThatWasTriggeredStaysSoWhenItsSizeChanges() {
        Market market = new Market().sell("A", 100, OrderType.stop("100")).trade(99.5, 10);
        assertThat(market.order("A").state()).isEqualTo(TRIGGERED);
        market.replace("A", 60, OrderType.stop("100")).quote(101, 102, 500);
        assertThat(market.fills("A")).containsExactly("60 at 101");
    }

    @Test
    void unknownOrdersCannotBeCancelledOrChanged() {
        Market market = new Market();
        market.venue.cancel("?", market.now());
        market.venue.replace("?", BigDecimal.ONE, MARKET, market.now());
        assertThat(market.reports)
                .extracting(OrderEvent::kind)
                .containsExactly(OrderEvent.Kind.CANCEL_REJECTED, OrderEvent.Kind.REPLACE_REJECTED);
    }

    @Test
    void anOrderThatIsSentTwiceIsOne() {
        Market market = new Market().buy("A", 100, MARKET);
        market.venue.submit(buy(MARKET), market.now());
        market.quote(99, 100, 500);
        assertThat(market.fills("A")).containsExactly("100 at 100");
        assertThat(market.reports).hasSize(3);
    }

    @Test
    void whatIsAskedFromWithinAReportWaitsForTheEndOfTheEvent() {
        List<OrderEvent> reports = new ArrayList<>();
        SimulatedVenue venue = SimulatedVenue.builder("X").build();
        venue.connect(event -> {
            reports.add(event);
            if (event.kind() == OrderEvent.Kind.FILLED) {
                venue.cancel("B", event.at());
            }
        });
        venue.submit(buy(MARKET), OrderEvents.START);
        venue.submit(ticket("B", Side.BUY, 100, OrderType.limit("90")), OrderEvents.START);
        venue.submit(ticket("C", Side.BUY, 100, MARKET), OrderEvents.START);
        venue.onMarket(Quote.of(OrderEvents.NOTE.id(), 99, 100, 150, OrderEvents.START.plusSeconds(1)));
        assertThat(reports).extracting(OrderEvent::orderId).containsExactly("A", "B", "C", "A", "C", "B", "B");
        assertThat(reports.get(5).kind()).isEqualTo(OrderEvent.Kind.CANCELLED);
        assertThat(reports.get(6).kind()).isEqualTo(OrderEvent.Kind.CANCEL_REJECTED);
    }

    @Test
    void commissionIsTakenPerFill() {
        Market market = new Market(builder -> builder.commission(Commission.perMillion(new BigDecimal("25"))));
        market.buy("A", 1_500_001, MARKET).quote(99, 100, 2_000_000);
        assertThat(market.order("A").fills().get(0).fees()).isEqualTo(Money.of("37.50", "USD"));
        assertThatThrownBy(() -> Commission.perMillion(new BigDecimal("-1"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void atTheMiddleIsKinderThanTheMarket() {
        Market market =
                new Market(SimulatedVenue.Builder::atMid).buy("A", 100, MARKET).quote(99, 100, 500);
        assertThat(market.fills("A")).containsExactly("100 at 99.5");
    }

    @Test
    void aTouchFillsAsOftenAsItsProbabilitySays() {
        Market never = new Market(builder -> builder.touchProbability(0)).buy("A", 100, PAR);
        never.trade(100, 500).bar(101, 101, 100, 101);
        assertThat(never.order("A").state()).isEqualTo(ACCEPTED);
        never.bar(101, 101, 99.99, 101);
        assertThat(never.fills("A")).containsExactly("100 at 100");
        Market sometimes = new Market(builder -> builder.touchProbability(0.3).seed(11));
        for (int i = 0; i < 2_000; i++) {
            sometimes.buy("A" + i, 1, PAR).trade(100, 1).venue.cancel("A" + i, sometimes.now());
        }
        long filled = sometimes.records.values().stream()
                .filter(order -> order.state() == FILLED)
                .count();
        assertThat(filled).isBetween(540L, 660L); // 600 expected, standard deviation 20.5
    }

    @Test
    void aDailyHistoryOfValuationsCanBeTraded() {
        Market market = new Market(builder -> builder.tradingOnValuations(security -> 0.02));
        market.buy("A", 100, MARKET);
        market.advance(1);
        LocalDate settlement = LocalDate.of(2025, 3, 4);
        market.venue.onMarket(
                new Valuation(OrderEvents.NOTE.id(), settlement, 99.5, 0.3, 0.08, 0.047, market.now(), market.now()));
        assertThat(market.fills("A")).containsExactly("100 at 99.52");
    }

    @Test
    void ordersByYieldBecomeLimitsOnArrivalOrAreRefused() {
        OrderType byYield = new OrderType.YieldLimit(0.045);
        assertThat(new Market().send(buy(byYield)).order("A").state()).isEqualTo(REJECTED);
        SpotPricing pricing = SpotPricing.of(
                (security, yield, at) -> 100 - 1000 * (yield - 0.045),
                (benchmark, at) -> {
                    throw new MissingData("yield of " + benchmark);
                },
                new BigDecimal("0.01"));
        Market market = new Market(builder -> builder.spotPricing(pricing)).send(buy(byYield));
        market.quote(100, 100.5, 500).quote(99, 99.75, 500);
        assertThat(market.fills("A")).containsExactly("100 at 99.75");
        market.send(ticket("B", Side.BUY, 1, new OrderType.SpreadLimit("UST 10Y", 20)));
        assertThat(market.order("B").state()).isEqualTo(REJECTED);
        market.buy("C", 10, PAR).replace("C", 10, new OrderType.SpreadLimit("UST 10Y", 20));
        assertThat(market.order("C").state()).isEqualTo(ACCEPTED);
    }

    @Test
    void theSameOrdersEventsAndSeedGiveTheSameReports() {
        assertThat(storm(3)).isEqualTo(storm(3));
        assertThat(storm(3)).isNotEqualTo(storm(4));
    }

    @Test
    void inAnyStormEveryReportFollowsAndNothingIsOverfilled() {
        Set<OrderState> reached = new TreeSet<>();
        for (long seed = 0; seed < 40; seed++) {
            Market market = run(seed);
            market.records.values().forEach(order -> {
                assertThat(order.overfilled()).isFalse();
                reached.add(order.state());
            });
            assertThat(market.venue.size()).isEqualTo((int) market.records.values().stream()
                    .filter(order -> !order.state().ended() && order.state() != SUBMITTED)
                    .count());
        }
        assertThat(reached).contains(FILLED, CANCELLED, EXPIRED, REJECTED, ACCEPTED, TRIGGERED);
    }

    private static List<OrderEvent> storm(long seed) {
        return run(seed).reports;
    }

    /** A thousand events of a market with all kinds of orders in it. Reports come without delay, orders with some. */
    private static Market run(long seed) {
        Random random = new Random(5);
        Market market = new Market(builder -> builder.seed(seed)
                .matching(seed % 2 == 0 ? SimulatedVenue.Matching.BOOK : SimulatedVenue.Matching.QUOTES)
                .touchProbability(0.5)
                .latency(new Latency(Duration.ZERO, Duration.ofMillis(2_500)), Latency.none()));
        double price = 100;
        for (int i = 0; i < 1_000; i++) {
            price = Math.rint((price + 0.25 * random.nextGaussian()) * 8) / 8;
            switch (random.nextInt(5)) {
                case 0 -> market.quote(price, price + 0.125, 100 + random.nextInt(400));
                case 1 -> market.trade(price, random.nextInt(300));
                case 2 -> market.bar(price, price + 0.5, price - 0.5, price, random.nextInt(1_000));
                case 3 -> market.send(randomTicket("o" + i, price, market, random));
                default -> disturb(market, random);
            }
        }
        market.advance(5);
        return market;
    }

    private static void disturb(Market market, Random random) {
        List<String> live = market.records.values().stream()
                .filter(order -> !order.state().ended() && order.state() != PENDING_CANCEL)
                .map(order -> order.id())
                .toList();
        if (!live.isEmpty()) {
            String id = live.get(random.nextInt(live.size()));
            if (random.nextBoolean()) {
                market.cancel(id);
            } else {
                market.replace(id, 1 + random.nextInt(200), market.order(id).type());
            }
        }
    }

    private static OrderTicket randomTicket(String id, double price, Market market, Random random) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal near = BigDecimal.valueOf(price + 0.125 * (random.nextInt(7) - 3));
        OrderType type = switch (random.nextInt(7)) {
            case 0 -> MARKET;
            case 1 -> new OrderType.Stop(near);
            case 2 -> new OrderType.StopLimit(near, near);
            case 3 -> new OrderType.TrailingStop(new BigDecimal("0.5"));
            case 4 -> new OrderType.Iceberg(near, BigDecimal.TEN);
            default -> new OrderType.Limit(near);
        };
        OrderTicket ticket = ticket(id, side, 50 + random.nextInt(150), type);
        return switch (random.nextInt(6)) {
            case 0 -> ticket.lasting(TimeInForce.ioc());
            case 1 -> ticket.lasting(TimeInForce.fok());
            case 2 -> ticket.lasting(TimeInForce.gtd(market.now().plusSeconds(1 + random.nextInt(40))));
            case 3 -> type instanceof OrderType.Limit ? ticket.posting() : ticket.reducing();
            default -> ticket.inGroup(random.nextInt(4) == 0 ? "G" + random.nextInt(3) : "");
        };
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        SimulatedVenue.Builder builder = SimulatedVenue.builder("X");
        assertThatThrownBy(() -> SimulatedVenue.builder(" ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.touchProbability(1.1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.touchProbability(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.participation(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Latency.of(Duration.ofMillis(-1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Latency.of(Duration.ofDays(2))).isInstanceOf(InvalidInput.class);
        SimulatedVenue venue = builder.build();
        assertThatThrownBy(() -> venue.cancel("A", OrderEvents.START)).isInstanceOf(IllegalStateException.class);
        venue.connect(event -> {});
        assertThatThrownBy(() -> venue.connect(event -> {})).isInstanceOf(IllegalStateException.class);
        assertThat(venue).hasToString("X: 0 orders at work in 0 instruments");
    }
}
