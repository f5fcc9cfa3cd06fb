package io.bondtrader.strategies.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.error.IllegalTransition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten thousand random lives of orders, with races, duplicates and nonsense, told to the product and to a plain model. */
final class OrderSequencesTest {

    private static final int SEQUENCES = 10_000;
    private static final String[] WHAT = {
        "denied", "emulated", "released", "submitted", "accepted", "rejected", "triggered", "cancel?", "cancel refused",
        "cancelled", "replace?", "replace refused", "replaced", "expired", "filled", "filled", "filled", "filled"
    };

    private final Map<OrderState, Integer> ends = new EnumMap<>(OrderState.class);
    private final Map<Transition.Effect, Integer> effects = new EnumMap<>(Transition.Effect.class);
    private int refused;

    @Test
    void recordsPositionsAndCashAreThoseOfThePlainModel() {
        Random random = new Random(20250303);
        Blotter blotter = Blotter.open(FlatTerms.NEXT_DAY);
        long face = 0;
        BigDecimal cash = BigDecimal.ZERO;
        for (int i = 0; i < SEQUENCES; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            PlainOrder plain = live(blotter, "o" + i, side, random);
            face += side.sign() * plain.filled();
            cash = cash.add(received(plain, side));
        }
        assertThat(blotter.face(OrderEvents.NOTE.id())).isEqualByComparingTo(BigDecimal.valueOf(face));
        assertThat(blotter.cash(Currency.getInstance("USD")).amount()).isEqualByComparingTo(cash);
        assertThat(blotter.reconcile()).isEmpty();
        everythingWasSeen();
    }

    private PlainOrder live(Blotter blotter, String id, Side side, Random random) {
        long wanted = 100L * (1 + random.nextInt(10));
        PlainOrder plain = new PlainOrder(wanted);
        OrderTicket ticket = OrderTicket.of(OrderEvents.order(id, side, wanted), OrderType.limit("100"));
        List<OrderEvent> journal = new ArrayList<>();
        journal.add(new OrderEvent.Initialised(ticket, OrderEvents.START, 0));
        blotter.apply(journal.get(0));
        if (random.nextInt(10) > 0) { // most are sent first, or little would happen
            tell(blotter, plain, journal, id, "submitted", 0, null);
        }
        int length = 3 + random.nextInt(14);
        for (int step = 0; step < length; step++) {
            String what = WHAT[random.nextInt(WHAT.length)];
            long number = 50L * (1 + random.nextInt(20));
            PlainOrder.@Nullable Fill fill = what.equals("filled") ? fill(plain, random) : null;
            tell(blotter, plain, journal, id, what, number, fill);
        }
        OrderRecord record = blotter.order(id).orElseThrow();
        assertThat(OrderRecord.replay(journal).summary()).isEqualTo(record.summary());
        ends.merge(record.state(), 1, Integer::sum);
        return plain;
    }

    private static PlainOrder.Fill fill(PlainOrder plain, Random random) {
        List<PlainOrder.Fill> known = plain.fills();
        if (!known.isEmpty() && random.nextInt(4) == 0) {
            return known.get(random.nextInt(known.size())); // the same again
        }
        long face =
                random.nextInt(3) == 0 ? Math.max(1, plain.wanted() - plain.filled()) : 10L * (1 + random.nextInt(40));
        return new PlainOrder.Fill("e" + known.size(), face, 9_900 + random.nextInt(200));
    }

    private void tell(
            Blotter blotter,
            PlainOrder plain,
            List<OrderEvent> journal,
            String id,
            String what,
            long number,
            PlainOrder.@Nullable Fill fill) {
        OrderEvent event = event(id, journal.size(), what, number, fill);
        OrderRecord record = blotter.order(id).orElseThrow();
        OrderSummary before = record.summary();
        boolean possible = plain.happen(what, number, fill);
        try {
            Transition transition = blotter.apply(event);
            assertThat(possible).as("%s after %s", event, journal).isTrue();
            assertThat(transition.from()).isEqualTo(before.state());
            effects.merge(transition.effect(), 1, Integer::sum);
            journal.add(event);
        } catch (IllegalTransition illegal) {
            assertThat(possible).as("%s after %s", event, journal).isFalse();
            assertThat(record.summary()).isEqualTo(before);
            refused++;
        }
        assertThat(record.state().name()).as("after %s", journal).isEqualTo(plain.state());
        assertThat(record.filled()).isEqualByComparingTo(BigDecimal.valueOf(plain.filled()));
        assertThat(record.face()).as("after %s", journal).isEqualByComparingTo(BigDecimal.valueOf(plain.wanted()));
        assertThat(record.cleanValue()).isEqualByComparingTo(BigDecimal.valueOf(plain.paidCents(), 4));
    }

    private static OrderEvent event(
            String id, long sequence, String what, long number, PlainOrder.@Nullable Fill fill) {
        Instant at = OrderEvents.START.plusMillis(sequence);
        if (fill != null) {
            BigDecimal price = BigDecimal.valueOf(fill.cents(), 2);
            return new OrderEvent.Filled(
                    id, at, sequence, "X", fill.id(), BigDecimal.valueOf(fill.face()), price, OrderEvents.NO_FEES);
        }
        OrderType type = OrderType.limit("100");
        BigDecimal face = BigDecimal.valueOf(number);
        return switch (what) {
            case "denied" -> new OrderEvent.Denied(id, at, sequence, what);
            case "emulated" -> new OrderEvent.Emulated(id, at, sequence);
            case "released" -> new OrderEvent.Released(id, at, sequence);
            case "submitted" -> new OrderEvent.Submitted(id, at, sequence, "X");
            case "accepted" -> new OrderEvent.Accepted(id, at, sequence);
            case "rejected" -> new OrderEvent.Rejected(id, at, sequence, what);
            case "triggered" -> new OrderEvent.Triggered(id, at, sequence);
            case "cancel?" -> new OrderEvent.CancelRequested(id, at, sequence, what);
            case "cancel refused" -> new OrderEvent.CancelRejected(id, at, sequence, what);
            case "cancelled" -> new OrderEvent.Cancelled(id, at, sequence, what);
            case "replace?" -> new OrderEvent.ReplaceRequested(id, at, sequence, face, type);
            case "replace refused" -> new OrderEvent.ReplaceRejected(id, at, sequence, what);
            case "replaced" -> new OrderEvent.Replaced(id, at, sequence, face, type);
            case "expired" -> new OrderEvent.Expired(id, at, sequence);
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** Faces at prices in cents, and one and a half per cent of accrued interest rounded to cents, fill by fill. */
    private static BigDecimal received(PlainOrder plain, Side side) {
        BigDecimal paid = BigDecimal.ZERO;
        for (PlainOrder.Fill fill : plain.fills()) {
            long accruedCents = Math.floorDiv(fill.face() * 15 + 5, 10); // face · 1.5 % in cents, halves up
            paid = paid.add(BigDecimal.valueOf(fill.face() * fill.cents(), 4)).add(BigDecimal.valueOf(accruedCents, 2));
        }
        return side == Side.BUY ? paid.negate() : paid;
    }

    /** The sequences reach every state and every effect: else they would prove little. */
    private void everythingWasSeen() {
        Set<OrderState> reached = EnumSet.copyOf(ends.keySet());
        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
        assertThat(effects.keySet()).containsExactlyInAnyOrder(Transition.Effect.values());
        assertThat(effects.get(Transition.Effect.LATE_FILL)).isGreaterThan(1_000);
        assertThat(effects.get(Transition.Effect.DUPLICATE)).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }
}
