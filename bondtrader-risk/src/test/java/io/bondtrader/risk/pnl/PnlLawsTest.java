package io.bondtrader.risk.pnl;

import static io.bondtrader.risk.pnl.PnlFixture.CREDIT;
import static io.bondtrader.risk.pnl.PnlFixture.DOLLAR;
import static io.bondtrader.risk.pnl.PnlFixture.EUR;
import static io.bondtrader.risk.pnl.PnlFixture.EURO;
import static io.bondtrader.risk.pnl.PnlFixture.NOW;
import static io.bondtrader.risk.pnl.PnlFixture.RATES;
import static io.bondtrader.risk.pnl.PnlFixture.USD;
import static io.bondtrader.risk.pnl.PnlFixture.execution;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of profit and loss, on random histories of trades, corrections, coupons and funding. */
final class PnlLawsTest {

    private static List<PnlEvent> history(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PnlEvent> events = new ArrayList<>();
        List<String> trades = new ArrayList<>();
        for (int k = 0; k < length; k++) {
            int kind = random.nextInt(10);
            String price = BigDecimal.valueOf(9_000 + random.nextInt(2_000), 2).toPlainString();
            int size = 1 + random.nextInt(50_000);
            int face = random.nextBoolean() ? size : -size;
            boolean dollar = random.nextBoolean();
            String id = "e" + k;
            if (kind < 7 || trades.isEmpty()) {
                events.add(PnlEvent.Traded.of(
                        execution(id, dollar ? DOLLAR : EURO, random.nextBoolean() ? RATES : CREDIT, face, price)));
                trades.add(id);
            } else if (kind == 7) {
                String which = trades.get(random.nextInt(trades.size()));
                events.add(new PnlEvent.Corrected(id, execution(which, dollar ? DOLLAR : EURO, RATES, face, price)));
            } else if (kind == 8) {
                String which = trades.remove(random.nextInt(trades.size()));
                events.add(new PnlEvent.Cancelled(id, which));
            } else if (random.nextBoolean()) {
                PnlEvent.Traded held = (PnlEvent.Traded) events.get(0); // the first event always is a trade
                events.add(new PnlEvent.CouponReceived(
                        id,
                        held.execution().book(),
                        held.execution().security().id(),
                        new Money(
                                BigDecimal.valueOf(face, 2),
                                held.execution().security().currency()),
                        NOW));
            } else {
                events.add(new PnlEvent.Financed(
                        id, CREDIT, new Money(BigDecimal.valueOf(face, 2), dollar ? USD : EUR), NOW));
            }
        }
        return events;
    }

    private static PnlEngine engine(LotMethod method, List<PnlEvent> events) {
        PnlEngine engine = PnlEngine.replay(USD, method, events);
        engine.quote("DOLLAR", 101.4375, 1.2345);
        engine.quote("EURO", 98.7654321, 0.1);
        engine.exchangeRate(EUR, 1.08375);
        return engine;
    }

    @Property(tries = 60, seed = "20260316")
    void cashAndValueAreTheSumOfAllKindsAfterEveryEvent(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        for (LotMethod method : LotMethod.values()) {
            PnlEngine engine = engine(method, List.of());
            for (PnlEvent event : history(seed, length)) {
                engine.apply(event);
                PnlSnapshot snapshot = engine.snapshot();
                assertThat(snapshot.total().total()).isEqualTo(snapshot.cashAndValue());
                for (PositionPnl position : snapshot.positions()) {
                    assertThat(position.total()).isEqualTo(position.cash().plus(position.marketValue()));
                }
            }
        }
    }

    @Property(tries = 60, seed = "20260317")
    void allLotMethodsRealiseAndLeaveTheSameSum(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        List<PnlEvent> events = history(seed, length);
        PnlAmounts fifo = engine(LotMethod.FIFO, events).snapshot().total();
        for (LotMethod method : LotMethod.values()) {
            PnlAmounts other = engine(method, events).snapshot().total();
            assertThat(other.realised().plus(other.unrealised()))
                    .isEqualTo(fifo.realised().plus(fifo.unrealised()));
            assertThat(other.total()).isEqualTo(fifo.total());
        }
    }

    @Property(tries = 60, seed = "20260318")
    void aReplayedJournalIsTheSameState(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        PnlEngine engine = engine(LotMethod.AVERAGE, history(seed, length));
        PnlEngine again = engine(LotMethod.AVERAGE, engine.journal());

        assertThat(again.snapshot()).isEqualTo(engine.snapshot());
    }

    @Property(tries = 60, seed = "20260319")
    void booksAddUpToTheTotal(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        PnlSnapshot snapshot = engine(LotMethod.FIFO, history(seed, length)).snapshot();

        assertThat(snapshot.byBook().values().stream().reduce(PnlAmounts.zero(USD), PnlAmounts::plus))
                .isEqualTo(snapshot.total());
        assertThat(snapshot.of(RATES).plus(snapshot.of(CREDIT))).isEqualTo(snapshot.total());
    }
}
