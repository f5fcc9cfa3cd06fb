package io.bondtrader.risk.pnl;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.pnl.YieldWaterfall.Move;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/pnl.md. */
final class PnlPageSampleTest {

    @Test
    void realTime() {
        Execution execution = PnlFixture.execution("fill 1", PnlFixture.DOLLAR, PnlFixture.RATES, 1_000_000, "98.5");
        PnlEngine engine = PnlEngine.of(Currency.getInstance("USD"), LotMethod.FIFO);
        engine.apply(PnlEvent.Traded.of(execution));
        Mark mark = engine.mark("DOLLAR");
        mark.set(99.25, 0.4375);
        PnlSnapshot now = engine.snapshot();
        PnlAmounts total = now.total();
        Money cashAndValue = now.cashAndValue();

        assertThat(total.total()).isEqualTo(cashAndValue);
    }

    @Test
    void replay() {
        PnlEngine engine = PnlEngine.of(Currency.getInstance("USD"), LotMethod.FIFO);
        engine.apply(PnlFixture.trade("fill 1", 1_000_000, "98.5"));
        engine.quote("DOLLAR", 99.25, 0.4375);
        List<PnlEvent> journal = engine.journal();
        List<PnlEvent> close = engine.quotes("close of 13 March");
        PnlEngine again = PnlEngine.replay(engine.reporting(), engine.method(), journal);
        close.forEach(again::apply);

        assertThat(again.snapshot().total()).isEqualTo(engine.snapshot().total());
    }

    @Test
    void attribution() {
        LocalDate monday = LocalDate.of(2026, 6, 8);
        LocalDate tuesday = LocalDate.of(2026, 6, 9);
        DiscountCurve mondaysCurve = curve(monday, 0.040, 0.045);
        DiscountCurve tuesdaysCurve = curve(tuesday, 0.041, 0.0455);
        FixedCouponBond bond = PnlFixture.BOND;
        MarketState before = new MarketState(monday, mondaysCurve, 99.80, 1.0);
        MarketState after = new MarketState(tuesday, tuesdaysCurve, 99.35, 1.0);
        BondAttribution attribution =
                BondAttribution.of(bond, new BigDecimal("10000000"), before, after, KeyTenors.ofYears(2, 5, 10, 30));
        Currency usd = Currency.getInstance("USD");
        PnlAttribution steps = attribution.sequential(AttributionOrder.TIME_FIRST, usd);
        PnlAttribution alone = attribution.oneAtATime(usd);
        Money convexity = steps.amount(PnlEffect.CONVEXITY);
        boolean confirmed = VerifiedPnl.of(Verifier.flagging())
                .sequential(attribution, AttributionOrder.TIME_FIRST)
                .isAgreed();

        assertThat(steps.total()).isEqualTo(Money.of("-45000", "USD")).isEqualTo(alone.total());
        assertThat(convexity.amount()).isPositive();
        assertThat(confirmed).isTrue();
    }

    private static DiscountCurve curve(LocalDate day, double shortRate, double longRate) {
        return NodeCurve.ofZeroRates(
                "USD",
                day,
                List.of(day.plusYears(1), day.plusYears(30)),
                new double[] {shortRate, longRate},
                Interpolators.LINEAR);
    }

    @Test
    void waterfall() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_CORPORATE, 0.04, "2026-01-15", "2036-01-15");
        YieldWaterfall fall = YieldWaterfall.of(
                bond,
                LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 2, 15),
                0.0450,
                List.of(new Move("roll", -0.0003), new Move("rates", 0.0010), new Move("spread", 0.0015)));

        assertThat(fall)
                .hasToString("accretion +0.356704, roll +0.232585, rates -0.772702, spread -1.145326, "
                        + "total -1.328739 on 96.009072");
    }

    @Test
    void benchmark() {
        BrinsonFachler quarter = BrinsonFachler.of(List.of(
                new SectorResult("governments", 0.40, 0.20, 0.40, 0.10),
                new SectorResult("covered bonds", 0.30, -0.05, 0.20, -0.04),
                new SectorResult("corporates", 0.30, 0.06, 0.40, 0.08)));
        BrinsonFachler year = BrinsonFachler.linked(List.of(quarter, quarter));

        assertThat(quarter).hasToString("allocation -1.2000% + selection 3.0000% + interaction 0.1000% = 1.9000%");
        assertThat(year.effects()).hasSize(3);
    }

    @Test
    void drawdown() {
        PnlDrawdown drawdown = PnlDrawdown.from(0.0);
        drawdown.update(250_000.0);
        double below = drawdown.update(90_000.0);

        assertThat(below).isEqualTo(160_000.0);
    }
}
