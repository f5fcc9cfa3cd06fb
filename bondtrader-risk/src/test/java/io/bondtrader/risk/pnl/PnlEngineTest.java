package io.bondtrader.risk.pnl;

import static io.bondtrader.risk.pnl.PnlFixture.CREDIT;
import static io.bondtrader.risk.pnl.PnlFixture.DAY;
import static io.bondtrader.risk.pnl.PnlFixture.DOLLAR;
import static io.bondtrader.risk.pnl.PnlFixture.EUR;
import static io.bondtrader.risk.pnl.PnlFixture.EURO;
import static io.bondtrader.risk.pnl.PnlFixture.NOW;
import static io.bondtrader.risk.pnl.PnlFixture.RATES;
import static io.bondtrader.risk.pnl.PnlFixture.USD;
import static io.bondtrader.risk.pnl.PnlFixture.dollars;
import static io.bondtrader.risk.pnl.PnlFixture.execution;
import static io.bondtrader.risk.pnl.PnlFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PnlEngineTest {

    /** Bought 100 at 98 and 100 at 100, sold 150 at 101; marked at 102. */
    @ParameterizedTest
    @CsvSource({"FIFO,350,100", "LIFO,250,200", "AVERAGE,300,150", "SPECIFIC,350,100"})
    void everyLotMethodClosesItsLots(LotMethod method, String realised, String unrealised) {
        PnlEngine engine = PnlEngine.of(USD, method);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(trade("b", 10_000, "100"));
        engine.apply(trade("c", -15_000, "101"));
        engine.quote("DOLLAR", 102, 0);
        PositionPnl position = engine.snapshot().positions().get(0);

        assertThat(position.realised()).isEqualTo(dollars(realised));
        assertThat(position.unrealised()).isEqualTo(dollars(unrealised));
        assertThat(position.face()).isEqualByComparingTo("5000");
        reconciles(engine.snapshot());
    }

    @Test
    void aTradeMayNameTheLotsItCloses() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.SPECIFIC);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(trade("b", 10_000, "100"));
        engine.apply(new PnlEvent.Traded(execution("c", DOLLAR, RATES, -15_000, "101"), List.of("b")));
        engine.quote("DOLLAR", 102, 0);
        PositionPnl position = engine.snapshot().positions().get(0);

        assertThat(position.realised()).isEqualTo(dollars("250")); // b whole, half of a
        assertThat(position.lots()).extracting(Lot::execution).containsExactly("a");
        engine.apply(new PnlEvent.Corrected("fix", execution("c", DOLLAR, RATES, -10_000, "101")));
        assertThat(engine.snapshot().positions().get(0).realised()).isEqualTo(dollars("100")); // b alone
    }

    @Test
    void aSaleOfMoreThanIsHeldOpensAShortPosition() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(trade("b", -30_000, "99"));
        engine.quote("DOLLAR", 100, 1.5);
        PositionPnl held = engine.snapshot().positions().get(0);

        assertThat(held.realised()).isEqualTo(dollars("100"));
        assertThat(held.unrealised()).isEqualTo(dollars("-200"));
        assertThat(held.accrued()).isEqualTo(dollars("-300"));
        assertThat(held.interest()).isEqualTo(dollars("246")); // 0.0123 on 20,000 more sold than bought
        assertThat(held.fees()).isEqualTo(dollars("24.68"));
        reconciles(engine.snapshot());
        engine.apply(trade("c", 20_000, "100"));
        assertThat(engine.snapshot().positions().get(0).lots()).isEmpty();
        reconciles(engine.snapshot());
    }

    @Test
    void couponsRepaymentsFundingAndFeesAreBooked() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 100_000, "98"));
        engine.apply(new PnlEvent.CouponReceived("coupon", RATES, "DOLLAR", dollars("2500"), NOW));
        engine.apply(new PnlEvent.Financed("repo", RATES, dollars("-41.67"), NOW));
        engine.apply(new PnlEvent.Charged("custody", RATES, dollars("5.55"), NOW));
        engine.apply(new PnlEvent.Redeemed("part", RATES, "DOLLAR", new BigDecimal(40_000), new BigDecimal(100), NOW));
        engine.quote("DOLLAR", 99, 0.25);
        PnlSnapshot snapshot = engine.snapshot();

        assertThat(snapshot.total().realised()).isEqualTo(dollars("800"));
        assertThat(snapshot.total().interest()).isEqualTo(dollars("1270")); // 2,500 less 1,230 paid
        assertThat(snapshot.total().financing()).isEqualTo(dollars("-41.67"));
        assertThat(snapshot.total().fees()).isEqualTo(dollars("17.89"));
        assertThat(snapshot.cash(RATES, USD))
                .isEqualTo(dollars(new BigDecimal("-98000")
                        .subtract(new BigDecimal("1230"))
                        .subtract(new BigDecimal("12.34"))
                        .add(new BigDecimal("2500"))
                        .subtract(new BigDecimal("41.67"))
                        .subtract(new BigDecimal("5.55"))
                        .add(new BigDecimal("40000"))
                        .toPlainString()));
        reconciles(snapshot);
        engine.apply(new PnlEvent.Redeemed("rest", RATES, "DOLLAR", new BigDecimal(60_000), new BigDecimal(100), NOW));
        assertThat(engine.snapshot().total().unrealised()).isEqualTo(Money.zero(USD));
        reconciles(engine.snapshot());
    }

    @Test
    void otherCurrenciesAreTranslatedExactly() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(PnlEvent.Traded.of(execution("a", EURO, CREDIT, 100_000, "98")));
        engine.apply(trade("b", 100_000, "98"));
        engine.quote("EURO", 99, 0);
        engine.quote("DOLLAR", 99, 0);
        assertThatThrownBy(engine::snapshot).isInstanceOf(MissingData.class).hasMessageContaining("EUR");
        engine.exchangeRate(EUR, 1.1);
        PnlSnapshot snapshot = engine.snapshot();

        BigDecimal dollar = snapshot.of(RATES).total().amount();
        assertThat(snapshot.of(CREDIT).total().amount()).isEqualByComparingTo(dollar.multiply(new BigDecimal("1.1")));
        assertThat(snapshot.byBook()).hasSize(2);
        assertThat(snapshot.byBook().values().stream().reduce(PnlAmounts.zero(USD), PnlAmounts::plus))
                .isEqualTo(snapshot.total());
        reconciles(snapshot);
    }

    @Test
    void theSameEventTwiceIsOnce() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);

        assertThat(engine.apply(trade("a", 10_000, "98"))).isTrue();
        assertThat(engine.apply(trade("a", 10_000, "98"))).isFalse();
        assertThatThrownBy(() -> engine.apply(trade("a", 10_000, "99"))).isInstanceOf(InvalidInput.class);
        assertThat(engine.journal()).hasSize(1);
    }

    @Test
    void aCorrectionMakesTheHistoryWhatItShouldHaveBeen() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(trade("b", 10_000, "99"));
        engine.apply(trade("c", -10_000, "100"));
        engine.apply(new PnlEvent.Corrected("fix", execution("a", DOLLAR, RATES, 10_000, "97")));
        engine.quote("DOLLAR", 100, 0);
        PnlEngine right = PnlEngine.of(USD, LotMethod.FIFO);
        right.apply(trade("a", 10_000, "97"));
        right.apply(trade("b", 10_000, "99"));
        right.apply(trade("c", -10_000, "100"));
        right.quote("DOLLAR", 100, 0);

        assertThat(engine.snapshot().positions()).isEqualTo(right.snapshot().positions());
        reconciles(engine.snapshot());
    }

    @Test
    void aCancelledTradeLeavesNothing() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.AVERAGE);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(trade("b", 7_000, "99"));
        engine.apply(new PnlEvent.Cancelled("never", "b"));
        engine.quote("DOLLAR", 100, 0);
        PnlEngine right = PnlEngine.of(USD, LotMethod.AVERAGE);
        right.apply(trade("a", 10_000, "98"));
        right.quote("DOLLAR", 100, 0);

        assertThat(engine.snapshot().positions()).isEqualTo(right.snapshot().positions());
        assertThat(engine.apply(trade("b", 7_000, "99"))).isFalse(); // a late duplicate
        assertThatThrownBy(() -> engine.apply(new PnlEvent.Cancelled("again", "b")))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void aTradeBookedToTheWrongPlaceIsMoved() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(new PnlEvent.Corrected("fix", execution("a", DOLLAR, CREDIT, 10_000, "98")));
        engine.quote("DOLLAR", 99, 0);

        assertThat(engine.snapshot().of(RATES)).isEqualTo(PnlAmounts.zero(USD));
        assertThat(engine.snapshot().of(CREDIT).unrealised()).isEqualTo(dollars("100"));
        engine.apply(new PnlEvent.Cancelled("never", "a"));
        assertThat(engine.snapshot().total()).isEqualTo(PnlAmounts.zero(USD));
    }

    @Test
    void aRefusedCorrectionChangesNothing() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 10_000, "98"));
        engine.apply(new PnlEvent.Redeemed("r", RATES, "DOLLAR", new BigDecimal(10_000), new BigDecimal(100), NOW));
        PnlSnapshot before = engine.snapshot();

        assertThatThrownBy(
                        () -> engine.apply(new PnlEvent.Corrected("fix", execution("a", DOLLAR, RATES, 5_000, "98"))))
                .isInstanceOf(InvalidInput.class);
        assertThat(engine.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(LotMethod.class)
    void aReplayedJournalGivesTheSameState(LotMethod method) {
        PnlEngine engine = PnlEngine.of(USD, method);
        engine.apply(trade("a", 10_000, "98.125"));
        engine.apply(trade("b", 3_333, "99.5"));
        engine.apply(trade("c", -7_777, "100.25"));
        engine.apply(new PnlEvent.Corrected("fix", execution("b", DOLLAR, RATES, 3_000, "99.25")));
        engine.apply(PnlEvent.Traded.of(execution("d", EURO, CREDIT, -10_000, "97")));
        engine.apply(new PnlEvent.Financed("repo", RATES, dollars("-3.21"), NOW));
        engine.quote("DOLLAR", 101.375, 0.4321);
        engine.quote("EURO", 96.5, 0.1);
        engine.exchangeRate(EUR, 1.0837);
        List<PnlEvent> journal = new ArrayList<>(engine.journal());
        List<PnlEvent> quotes = engine.quotes("close");
        journal.addAll(quotes);
        PnlEngine again = PnlEngine.replay(USD, method, journal);

        PnlSnapshot replayed = again.snapshot();
        assertThat(replayed.positions()).isEqualTo(engine.snapshot().positions());
        assertThat(replayed.total()).isEqualTo(engine.snapshot().total());
        assertThat(replayed.cashAndValue()).isEqualTo(engine.snapshot().cashAndValue());
        assertThat(again.journal()).isEqualTo(journal);
        engine.apply(quotes.get(0));
        engine.apply(quotes.get(1));
        quotes.forEach(engine::apply);
        assertThat(engine.snapshot()).isEqualTo(replayed);
    }

    @Test
    void interestAccruesByTheBondsOwnTerms() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 100_000, "98"));
        engine.quote("DOLLAR", 99, 0);
        engine.accrue(DAY);

        assertThat(engine.snapshot().total().accrued().toDouble())
                .isCloseTo(1_000 * BondPricing.of(PnlFixture.BOND, DAY).accruedInterest(), within(1e-9));
        assertThat(engine.snapshot().positions().get(0).cleanPrice()).isEqualTo(99);
    }

    /** Price and accrued interest of a quote belong together, whoever writes and reads at once. */
    @Test
    void quotesOfManyThreadsAreSeenWhole() throws Exception {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("start", 100, "100"));
        Mark mark = engine.mark("DOLLAR");
        mark.set(1, 1);
        int quotes = 200_000;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < 2; w++) {
                int offset = w;
                writers.add(threads.submit(() -> {
                    for (int k = 1; k <= quotes; k++) {
                        double price = 2.0 * k + offset;
                        mark.set(price, price);
                    }
                }));
            }
            writers.add(threads.submit(() -> {
                for (int k = 0; k < 300; k++) {
                    engine.apply(trade("t" + k, k % 2 == 0 ? 100 : -100, "100"));
                }
            }));
            boolean running = true;
            while (running) {
                running = writers.stream().anyMatch(writer -> !writer.isDone());
                PnlSnapshot snapshot = engine.snapshot();
                PositionPnl position = snapshot.positions().get(0);
                assertThat(position.accruedInterest()).isEqualTo(position.cleanPrice());
                reconciles(snapshot);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(mark.updates()).isEqualTo(2L * quotes + 1);
        assertThat(engine.snapshot().events()).isEqualTo(301);
    }

    @Test
    void drawdownIsMeasuredFromTheBest() {
        PnlDrawdown drawdown = PnlDrawdown.from(0);

        assertThat(drawdown.update(100)).isZero();
        assertThat(drawdown.update(40)).isEqualTo(60);
        assertThat(drawdown.update(-20)).isEqualTo(120);
        assertThat(drawdown.update(30)).isEqualTo(70);
        assertThat(drawdown.deepest()).isEqualTo(120);
        assertThat(drawdown.lossSinceStart()).isZero();
        assertThat(drawdown.toString()).contains("70.00 below 100.00");
        drawdown.restart();
        assertThat(drawdown.drawdown()).isZero();
        drawdown.update(10);
        assertThat(drawdown.lossSinceStart()).isEqualTo(20);
        assertThatThrownBy(() -> drawdown.update(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PnlDrawdown.from(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void badEventsAndQuotesAreRefused() {
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(trade("a", 10_000, "98"));
        Execution inEuro = new Execution(
                "z",
                "o",
                new io.bondtrader.core.trade.Security("DOLLAR", PnlFixture.BOND, EUR, "i", "c", "s", "r"),
                RATES,
                "t",
                io.bondtrader.core.trade.Side.BUY,
                BigDecimal.TEN,
                BigDecimal.TEN,
                Money.zero(EUR),
                Money.zero(EUR),
                DAY,
                NOW);

        assertThatThrownBy(engine::snapshot).isInstanceOf(MissingData.class).hasMessageContaining("DOLLAR");
        assertThatThrownBy(() -> engine.quote("DOLLAR", Double.NaN, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.mark("DOLLAR").set(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.mark("DOLLAR").setCleanPrice(Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.mark(" ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.quotes("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.exchangeRate(EUR, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.exchangeRate(USD, 1.1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.apply(PnlEvent.Traded.of(inEuro))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.apply(new PnlEvent.CouponReceived("c", RATES, "OTHER", dollars("1"), NOW)))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() ->
                        engine.apply(new PnlEvent.CouponReceived("c", RATES, "DOLLAR", Money.of("1", "EUR"), NOW)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.apply(
                        new PnlEvent.Redeemed("r", RATES, "DOLLAR", new BigDecimal(20_000), BigDecimal.TEN, NOW)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.Redeemed("r", RATES, "D", BigDecimal.ZERO, BigDecimal.TEN, NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.Cancelled("", "a")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.Corrected(" ", inEuro)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.Financed("", RATES, dollars("1"), NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.Charged("", RATES, dollars("1"), NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.Quoted("q", "D", Double.NaN, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PnlEvent.ExchangeQuoted("q", EUR, -1)).isInstanceOf(InvalidInput.class);
        assertThat(engine.journal()).hasSize(1);
        engine.quote("DOLLAR", 98, 0);
        reconciles(engine.snapshot());
    }

    private static void reconciles(PnlSnapshot snapshot) {
        assertThat(snapshot.total().total()).isEqualTo(snapshot.cashAndValue());
    }
}
