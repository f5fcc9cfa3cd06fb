package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.error.IllegalTransition;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.Blotter;
import io.bondtrader.strategies.order.FlatTerms;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderGroup;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A desk, a blotter and a simulated venue together: brackets from the entry to the end. */
final class OrderDeskTest {

    private static final String NOTE = OrderEvents.NOTE.id();

    private final List<OrderEvent> journal = new ArrayList<>();
    private int second;

    private OrderDesk desk(Latency latency) {
        SimulatedVenue venue =
                SimulatedVenue.builder("X").latency(latency, latency).seed(4).build();
        return OrderDesk.of(Blotter.open(FlatTerms.NEXT_DAY, journal::add, execution -> {}), List.of(venue));
    }

    private Instant now() {
        return OrderEvents.START.plusSeconds(second);
    }

    private void bar(OrderDesk desk, double open, double high, double low, double close, long volume) {
        second++;
        desk.onMarket(Bar.of(NOTE, open, high, low, close, volume, now()));
    }

    private static OrderTicket ticket(String id, Side side, long face, OrderType type) {
        return OrderTicket.of(OrderEvents.order(id, side, face), type);
    }

    private static OrderGroup bracket(String name, Side side, long face, double entry) {
        double away = side.sign();
        return OrderGroup.bracket(
                name,
                ticket(name + "-entry", side, face, new OrderType.Limit(BigDecimal.valueOf(entry))),
                ticket(name + "-stop", side.opposite(), face, new OrderType.Stop(BigDecimal.valueOf(entry - 2 * away))),
                ticket(
                        name + "-target",
                        side.opposite(),
                        face,
                        new OrderType.Limit(BigDecimal.valueOf(entry + 3 * away))));
    }

    private static OrderRecord order(OrderDesk desk, String id) {
        return desk.blotter().order(id).orElseThrow();
    }

    @Test
    void aBracketThatReachesItsTargetIsFlatAndItsStopIsGone() {
        OrderDesk desk = desk(Latency.none());
        desk.place(bracket("G", Side.BUY, 100, 100), "X", now());
        bar(desk, 100.5, 101, 99.5, 100, 500);
        bar(desk, 101, 103.5, 100.5, 103, 500);
        assertThat(order(desk, "G-target").averagePrice()).isEqualByComparingTo("103");
        assertThat(order(desk, "G-stop").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.blotter().face(NOTE)).isEqualByComparingTo("0");
        assertThat(desk.blotter().live()).isEmpty();
    }

    @Test
    void aParentThatIsPartlyFilledAndThenStoppedIsFlatNotShort() {
        OrderDesk desk = desk(Latency.none());
        desk.place(bracket("G", Side.BUY, 100, 100), "X", now());
        bar(desk, 100.5, 101, 99.5, 100, 40);
        assertThat(order(desk, "G-stop").remaining()).isEqualByComparingTo("40");
        bar(desk, 97, 97.5, 96, 97, 500); // gaps through stop and entry at once
        assertThat(desk.blotter().face(NOTE)).isNotNegative();
        bar(desk, 97, 97.5, 96, 97, 500);
        assertThat(desk.blotter().face(NOTE)).isEqualByComparingTo("0");
        assertThat(desk.blotter().live()).isEmpty();
    }

    @Test
    void aBarThatSpansBothLegsFillsOneAlsoWhenTheDeskIsSlow() {
        OrderDesk desk = desk(Latency.of(Duration.ofMillis(400)));
        desk.place(bracket("G", Side.BUY, 100, 100), "X", now());
        bar(desk, 100.5, 101, 99.5, 100, 500);
        bar(desk, 100.5, 101, 100, 100, 500); // by now the legs are at the venue
        bar(desk, 100, 104, 97, 100, 500);
        second += 5;
        desk.advance(now());
        assertThat(order(desk, "G-stop").filled()).isEqualByComparingTo("100");
        assertThat(order(desk, "G-target").filled()).isZero();
        assertThat(desk.blotter().face(NOTE)).isEqualByComparingTo("0");
    }

    @Test
    void inAnyMarketEveryPositionIsProtectedByItsStopAndEverythingReconciles() {
        Random random = new Random(12);
        OrderDesk desk = desk(Latency.none());
        List<String> groups = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < 1_500; i++) {
            price = Math.rint((price + 0.6 * random.nextGaussian()) * 8) / 8;
            price = Math.max(80, Math.min(120, price));
            if (i % 10 == 0) {
                String name = "G" + i;
                groups.add(name);
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                desk.place(bracket(name, side, 50 + random.nextInt(200), price), "X", now());
            }
            bar(
                    desk,
                    price,
                    price + 1.5 * random.nextDouble(),
                    price - 1.5 * random.nextDouble(),
                    price,
                    random.nextInt(600));
            for (String name : groups) {
                protectedByItsStop(desk, name);
            }
        }
        assertThat(desk.blotter().reconcile()).isEmpty();
        assertThat(Blotter.replay(FlatTerms.NEXT_DAY, journal).snapshot())
                .isEqualTo(desk.blotter().snapshot());
        long stopped =
                groups.stream().filter(name -> done(desk, name + "-stop")).count();
        long gained =
                groups.stream().filter(name -> done(desk, name + "-target")).count();
        assertThat(stopped).isGreaterThan(20);
        assertThat(gained).isGreaterThan(20);
        int kept = desk.blotter().size();
        int gone = desk.archive(now().plusSeconds(1));
        assertThat(desk.blotter().size()).isEqualTo(kept - gone);
        assertThat(desk.blotter().reconcile()).isEmpty();
    }

    private static boolean done(OrderDesk desk, String id) {
        return desk.blotter()
                .order(id)
                .map(order -> order.filled().signum() > 0)
                .orElse(false);
    }

    /** What the entry has filled and the legs have not closed is what each leg has still to do. */
    private static void protectedByItsStop(OrderDesk desk, String name) {
        BigDecimal left = sum(desk, name + "-entry", OrderRecord::filled)
                .subtract(sum(desk, name + "-stop", OrderRecord::filled))
                .subtract(sum(desk, name + "-target", OrderRecord::filled));
        assertThat(left).as("position of %s", name).isNotNegative();
        assertThat(sum(desk, name + "-stop", OrderRecord::remaining))
                .as("stop of %s", name)
                .isEqualByComparingTo(left);
        assertThat(sum(desk, name + "-target", OrderRecord::remaining))
                .as("target of %s", name)
                .isEqualByComparingTo(left);
    }

    private static BigDecimal sum(OrderDesk desk, String id, Function<OrderRecord, BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int again = 1; ; again++) {
            OrderRecord order =
                    desk.blotter().order(again == 1 ? id : id + "~" + again).orElse(null);
            if (order == null) {
                return sum;
            }
            sum = sum.add(amount.apply(order));
        }
    }

    @Test
    void onASlowLineLegsThatMayOnlyReduceNeverTurnAPositionRound() {
        Random random = new Random(21);
        int turned = 0;
        int flat = 0;
        for (int i = 0; i < 400; i++) {
            BigDecimal left = slowBracket(random.nextLong(), true);
            assertThat(left).isNotNegative();
            flat += left.signum() == 0 ? 1 : 0;
            turned += slowBracket(random.nextLong(), false).signum() < 0 ? 1 : 0;
        }
        assertThat(flat).isGreaterThan(380);
        assertThat(turned)
                .as("brackets whose legs both filled before one heard of the other")
                .isPositive();
    }

    /** A bracket in a wild market, seconds away; what is left of its position once nothing works any more. */
    private BigDecimal slowBracket(long seed, boolean reducing) {
        Random random = new Random(seed);
        OrderDesk desk = desk(new Latency(Duration.ofMillis(100), Duration.ofMillis(2_500)));
        OrderGroup.Parent plain =
                (OrderGroup.Parent) bracket("G", random.nextBoolean() ? Side.BUY : Side.SELL, 100, 100);
        List<OrderTicket> legs = plain.children().stream()
                .map(leg -> reducing ? leg.reducing() : leg)
                .toList();
        desk.place(OrderGroup.bracket("G", plain.parent(), legs.get(0), legs.get(1)), "X", now());
        for (int k = 0; k < 40; k++) {
            double price = k < 12 ? 100 + Math.rint(8 * random.nextGaussian()) / 4 : k % 2 == 0 ? 90 : 110;
            second++;
            desk.onMarket(Quote.of(NOTE, price, price + 0.125, k < 12 ? 30 + random.nextInt(60) : 1_000, now()));
            if (k == 12) {
                desk.cancel("G-entry", "enough", now());
            }
        }
        second += 30;
        desk.advance(now());
        assertThat(desk.blotter().live()).isEmpty();
        assertThat(desk.blotter().reconcile()).isEmpty();
        return sum(desk, "G-entry", OrderRecord::filled)
                .subtract(sum(desk, "G-stop", OrderRecord::filled))
                .subtract(sum(desk, "G-target", OrderRecord::filled));
    }

    @Test
    void anOrderThatTheGateRefusesNeverLeaves() {
        List<String> asked = new ArrayList<>();
        OrderDesk desk = new OrderDesk(
                Blotter.open(FlatTerms.NEXT_DAY),
                List.of(SimulatedVenue.builder("X").build()),
                order -> {
                    asked.add(order.face().toPlainString());
                    return order.face().compareTo(new BigDecimal("150")) > 0 ? "too large" : "";
                },
                (event, failure) -> {});
        desk.send(ticket("A", Side.BUY, 200, OrderType.limit("100")), "X", now());
        assertThat(order(desk, "A").state()).isEqualTo(OrderState.DENIED);
        assertThat(order(desk, "A").reason()).isEqualTo("too large");
        desk.send(ticket("B", Side.BUY, 100, OrderType.limit("100")), "X", now());
        desk.replace("B", new BigDecimal("300"), OrderType.limit("100"), now());
        assertThat(order(desk, "B").face()).isEqualByComparingTo("100");
        assertThat(order(desk, "B").reason()).isEqualTo("too large");
        desk.replace("B", new BigDecimal("220"), OrderType.limit("100"), now());
        assertThat(order(desk, "B").face()).isEqualByComparingTo("220");
        assertThat(asked).containsExactly("200", "100", "200", "120");
    }

    @Test
    void ordersAreChangedCancelledAndLeftAloneOnceTheyHaveEnded() {
        OrderDesk desk = desk(Latency.none());
        desk.send(ticket("A", Side.BUY, 100, OrderType.limit("99")), "X", now());
        desk.replace("A", new BigDecimal("60"), OrderType.limit("100"), now());
        desk.cancel("A", "enough", now());
        desk.cancel("A", "enough", now());
        desk.replace("A", new BigDecimal("50"), OrderType.limit("100"), now());
        assertThat(order(desk, "A").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(order(desk, "A").face()).isEqualByComparingTo("60");
    }

    @Test
    void aGroupShrinksWithAPositionThatIsReducedFromOutside() {
        OrderDesk desk = desk(Latency.none());
        desk.place(bracket("G", Side.BUY, 100, 100), "X", now());
        bar(desk, 100, 100.5, 99.5, 100, 500);
        desk.reduced("G", new BigDecimal("30"), now());
        assertThat(order(desk, "G-stop").remaining()).isEqualByComparingTo("70");
    }

    @Test
    void aReportThatDoesNotFollowIsHandedBackNotApplied() {
        List<OrderEvent> handedBack = new ArrayList<>();
        List<VenueListener> listener = new ArrayList<>();
        Venue liar = new SilentVenue(listener);
        OrderDesk desk =
                new OrderDesk(Blotter.open(FlatTerms.NEXT_DAY), List.of(liar), order -> "", (event, failure) -> {
                    assertThat(failure).isInstanceOfAny(IllegalTransition.class, InvalidInput.class);
                    handedBack.add(event);
                });
        desk.send(ticket("A", Side.BUY, 100, OrderType.limit("99")), "silent", now());
        listener.get(0).report(new OrderEvent.Accepted("?", now(), 0));
        listener.get(0).report(new OrderEvent.Replaced("A", now(), 1, BigDecimal.ONE, OrderType.limit("99")));
        listener.get(0).report(new OrderEvent.Accepted("A", now().plusSeconds(5), 2));
        desk.advance(now());
        assertThat(handedBack).hasSize(2);
        assertThat(order(desk, "A").state()).isEqualTo(OrderState.SUBMITTED);
        desk.advance(now().plusSeconds(5));
        assertThat(order(desk, "A").state()).isEqualTo(OrderState.ACCEPTED);
    }

    private record SilentVenue(List<VenueListener> listener) implements Venue {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public void connect(VenueListener reports) {
            listener.add(reports);
        }

        @Override
        public void submit(OrderTicket ticket, Instant now) {}

        @Override
        public void cancel(String orderId, Instant now) {}

        @Override
        public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {}
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        OrderDesk desk = desk(Latency.none());
        OrderTicket ticket = ticket("A", Side.BUY, 100, OrderType.limit("99"));
        assertThatThrownBy(() -> desk.send(ticket, "Y", now())).isInstanceOf(InvalidInput.class);
        desk.send(ticket, "X", now());
        assertThatThrownBy(() -> desk.send(ticket, "X", now())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.advance(now().minusSeconds(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.cancel("?", "", now())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.reduced("?", BigDecimal.ONE, now())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderDesk.of(Blotter.open(FlatTerms.NEXT_DAY), List.of()))
                .isInstanceOf(InvalidInput.class);
    }
}
