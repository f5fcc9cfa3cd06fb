package io.bondtrader.risk.pnl;

import static io.bondtrader.risk.pnl.PnlFixture.BOND;
import static io.bondtrader.risk.pnl.PnlFixture.DOLLAR;
import static io.bondtrader.risk.pnl.PnlFixture.RATES;
import static io.bondtrader.risk.pnl.PnlFixture.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.pnl.AttributionOrder.Step;
import io.bondtrader.risk.pnl.PnlAttribution.Raw;
import io.bondtrader.risk.pnl.YieldWaterfall.Move;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class AttributionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
    private static final LocalDate NEXT = LocalDate.of(2026, 6, 22); // a coupon on the 15th lies between
    private static final KeyTenors TENORS = KeyTenors.ofYears(1, 2, 5, 10, 30);
    private static final BigDecimal FACE = new BigDecimal(10_000_000);
    private static final VerifiedPnl VERIFIED =
            VerifiedPnl.of(Verifier.builder().alerts(alert -> {}).build());

    private static final DiscountCurve BEFORE = curve(MONDAY, 0.036, 0.038, 0.041, 0.044, 0.047);
    private static final DiscountCurve AFTER = curve(NEXT, 0.0372, 0.0401, 0.0415, 0.0442, 0.0465);

    private static DiscountCurve curve(LocalDate day, double... rates) {
        return NodeCurve.ofZeroRates(
                "USD",
                day,
                List.of(day.plusYears(1), day.plusYears(2), day.plusYears(5), day.plusYears(10), day.plusYears(30)),
                rates,
                Interpolators.LINEAR);
    }

    private static MarketState state(LocalDate settlement, DiscountCurve curve, double spread, double exchangeRate) {
        double price = CurvePricing.of(BOND, settlement).dirtyPriceFromZSpread(curve, spread);
        return new MarketState(settlement, curve, price, exchangeRate);
    }

    private static BondAttribution attribution() {
        return BondAttribution.of(
                BOND, FACE, state(MONDAY, BEFORE, 0.0100, 1.08), state(NEXT, AFTER, 0.0115, 1.10), TENORS);
    }

    private static Execution trade(Side side, int face, String price) {
        return new Execution(
                "t" + face,
                "o",
                DOLLAR,
                RATES,
                "trader",
                side,
                new BigDecimal(face),
                new BigDecimal(price),
                Money.of("1000", "USD"),
                Money.of("25", "USD"),
                LocalDate.of(2026, 6, 10),
                PnlFixture.NOW);
    }

    /** Ten years, 4 % semiannual at 4.50 %, one month of 30/360: roll −3 bp, rates +10 bp, spread +15 bp. */
    @Test
    void theWaterfallIsThePublishedOne() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_CORPORATE, 0.04, "2026-01-15", "2036-01-15");
        YieldWaterfall fall = YieldWaterfall.of(
                bond,
                LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 2, 15),
                0.0450,
                List.of(new Move("roll", -0.0003), new Move("rates", 0.0010), new Move("spread", 0.0015)));

        assertThat(fall.dirtyPriceAtStart()).isCloseTo(96.0090719, within(5e-8));
        assertThat(fall.step(YieldWaterfall.ACCRETION)).isCloseTo(0.3567044, within(5e-8));
        assertThat(fall.step("roll")).isCloseTo(0.2325850, within(5e-8));
        assertThat(fall.step("rates")).isCloseTo(-0.7727018, within(5e-8));
        assertThat(fall.step("spread")).isCloseTo(-1.1453263, within(1e-7)); // printed so that the sum fits
        assertThat(fall.total())
                .isCloseTo(-1.3287387, within(1e-7))
                .isCloseTo(fall.dirtyPriceAtEnd() + fall.paidOut() - fall.dirtyPriceAtStart(), within(1e-12));
        assertThat(fall.toString()).contains("accretion +0.356704", "total -1.328739");
    }

    /** C. Bacon's case: allocation −1.2 %, selection 3.0 %, interaction 0.1 %, together 1.9 %. */
    @Test
    void theEffectsAreThoseOfBaconsCase() {
        BrinsonFachler effects = BrinsonFachler.of(List.of(
                new SectorResult("UK", 0.40, 0.20, 0.40, 0.10),
                new SectorResult("Japan", 0.30, -0.05, 0.20, -0.04),
                new SectorResult("US", 0.30, 0.06, 0.40, 0.08)));

        assertThat(effects.allocation()).isCloseTo(-0.012, within(1e-12));
        assertThat(effects.selection()).isCloseTo(0.030, within(1e-12));
        assertThat(effects.interaction()).isCloseTo(0.001, within(1e-12));
        assertThat(effects.total()).isCloseTo(0.019, within(1e-12));
        assertThat(effects.portfolioReturn()).isCloseTo(0.083, within(1e-12));
        assertThat(effects.benchmarkReturn()).isCloseTo(0.064, within(1e-12));
        assertThat(effects.effects().get(1).allocation()).isCloseTo(0.1 * (-0.04 - 0.064), within(1e-12));
    }

    @Property(tries = 200, seed = "20260608")
    void linkedEffectsAddUpToCompoundedReturns(
            @ForAll @Scale(6) @DoubleRange(min = -0.5, max = 0.5) double a,
            @ForAll @Scale(6) @DoubleRange(min = -0.5, max = 0.5) double b,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double benchmark) {
        List<BrinsonFachler> periods = new ArrayList<>();
        for (double scale : new double[] {1, 0.5, -0.7}) {
            periods.add(BrinsonFachler.of(List.of(
                    new SectorResult("x", weight, scale * a, benchmark, scale * b),
                    new SectorResult("y", 1 - weight, scale * b / 2, 1 - benchmark, -scale * a / 3))));
        }
        BrinsonFachler linked = BrinsonFachler.linked(periods);

        assertThat(linked.total()).isCloseTo(linked.portfolioReturn() - linked.benchmarkReturn(), within(1e-12));
        assertThat(linked.effects()).hasSize(2);
    }

    @Test
    void theSequentialAttributionLeavesNothingButTheCurveBetweenKeyRates() {
        PnlAttribution parts = attribution().sequential(AttributionOrder.TIME_FIRST, USD);

        assertThat(parts.amount(PnlEffect.RESIDUAL).toDouble())
                .isCloseTo(0, within(100.0)); // nodes are a day off the tenors
        assertThat(parts.amount(PnlEffect.CARRY).toDouble()).isPositive();
        assertThat(parts.amount(PnlEffect.RATES).toDouble()).isNegative();
        assertThat(parts.amount(PnlEffect.SPREAD).toDouble()).isNegative();
        assertThat(parts.amount(PnlEffect.CONVEXITY).toDouble()).isPositive();
        assertThat(parts.amount(PnlEffect.FX).toDouble()).isPositive();
        assertThat(parts.parts()).hasSize(2 + 5 + 1 + 1 + 1 + 1 + 1);
        assertThat(parts.toString()).contains("sequential: time, rates, spread, FX", "RATES 5Y", "total:");
        assertThat(parts.toJson().text()).contains("\"effect\":\"ROLL_DOWN\"");
    }

    @Test
    void everyOrderAndMethodComesToTheSameTotal() {
        BondAttribution attribution = attribution();
        Money total = attribution.oneAtATime(USD).total();

        for (AttributionOrder order : allOrders()) {
            assertThat(attribution.sequential(order, USD).total()).isEqualTo(total);
            Verified verified = VERIFIED.sequential(attribution, order);
            assertThat(verified.isAgreed()).as("%s: %s", order.name(), verified).isTrue();
        }
        double revalued = 1e5 * (attribution.end().dirtyPrice() + 2.5) * 1.10
                - 1e5 * attribution.start().dirtyPrice() * 1.08;
        assertThat(total.toDouble()).isCloseTo(revalued, within(0.006));
    }

    private static List<AttributionOrder> allOrders() {
        List<AttributionOrder> orders = new ArrayList<>();
        for (Step a : Step.values()) {
            for (Step b : Step.values()) {
                for (Step c : Step.values()) {
                    for (Step d : Step.values()) {
                        if (List.of(a, b, c, d).stream().distinct().count() == 4) {
                            orders.add(new AttributionOrder(List.of(a, b, c, d).toString(), List.of(a, b, c, d)));
                        }
                    }
                }
            }
        }
        assertThat(orders).hasSize(24);
        return orders;
    }

    @Test
    void effectsOfSeveralMovesAtOnceAreTheResidualOfOneAtATime() {
        PnlAttribution parts = attribution().oneAtATime(USD);

        assertThat(parts.amount(PnlEffect.RESIDUAL).toDouble()).isNotZero();
        assertThat(Math.abs(parts.amount(PnlEffect.RESIDUAL).toDouble()))
                .isLessThan(0.1 * Math.abs(parts.amount(PnlEffect.FX).toDouble()));
    }

    /** A parallel move at one moment: rates of all keys are the curve's DV01, and the rest is convexity. */
    @Test
    void aParallelMoveIsSplitByKeyRatesThatAddUp() {
        LocalDate day = LocalDate.of(2026, 6, 9);
        DiscountCurve aged = curve(day, 0.036, 0.038, 0.041, 0.044, 0.047);
        DiscountCurve moved = CurveScenario.parallel(0.0050).applyTo(aged);
        BondAttribution attribution = BondAttribution.of(
                BOND, FACE, state(MONDAY, BEFORE, 0.01, 1), state(day, moved, 0.01, 1), KeyTenors.standard());
        PnlAttribution parts = attribution.sequential(AttributionOrder.TIME_FIRST, USD);
        CurvePricing pricing = CurvePricing.of(BOND, day);
        double h = 1e-5;
        double slope = (pricing.dirtyPriceFromZSpread(aged, 0.01 + h) - pricing.dirtyPriceFromZSpread(aged, 0.01 - h))
                / (2 * h);
        double full = pricing.dirtyPriceFromZSpread(aged, 0.015) - pricing.dirtyPriceFromZSpread(aged, 0.01);

        assertThat(parts.amount(PnlEffect.SPREAD).toDouble()).isCloseTo(0, within(0.01));
        double rates = parts.amount(PnlEffect.RATES).toDouble();
        double convexity = parts.amount(PnlEffect.CONVEXITY).toDouble();
        assertThat(rates + convexity).isCloseTo(1e5 * full, within(0.2));
        // key rate after key rate: later slopes are taken at the rates that earlier moves left
        assertThat(rates).isCloseTo(1e5 * slope * 0.005, within(0.03 * Math.abs(1e5 * slope * 0.005)));
        assertThat(convexity).isPositive();
    }

    @Test
    void tradesOfThePeriodAreValuedFromTheirOwnPrice() {
        List<Execution> trades = List.of(trade(Side.BUY, 1_000_000, "100"), trade(Side.SELL, 400_000, "101"));
        BondAttribution with = attribution().withTrades(trades);
        PnlAttribution alone = attribution().sequential(AttributionOrder.TIME_FIRST, USD);
        PnlAttribution both = with.sequential(AttributionOrder.TIME_FIRST, USD);
        double worth = attribution().end().dirtyPrice() + 2.5;
        double expected = 1.10 * (10_000 * worth - 1_000_000 - 1_025 - 4_000 * worth + 404_000 + 975);

        assertThat(both.amount(PnlEffect.NEW_TRADES).toDouble()).isCloseTo(expected, within(0.006));
        assertThat(both.amount(PnlEffect.CARRY)).isEqualTo(alone.amount(PnlEffect.CARRY));
        assertThat(both.total().minus(alone.total()).toDouble()).isCloseTo(expected, within(0.011));
        assertThat(VERIFIED.sequential(with, AttributionOrder.MARKET_FIRST).isAgreed())
                .isTrue();
    }

    /** Cash and value of the engine, from close to close, are what is attributed. */
    @Test
    void theEnginesProfitIsWhatIsAttributed() {
        BondAttribution attribution = BondAttribution.of(
                        BOND, FACE, state(MONDAY, BEFORE, 0.01, 1), state(NEXT, AFTER, 0.0115, 1), TENORS)
                .withTrades(List.of(trade(Side.SELL, 2_000_000, "99.5")));
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(PnlEvent.Traded.of(new Execution(
                "start",
                "o",
                DOLLAR,
                RATES,
                "trader",
                Side.BUY,
                FACE,
                new BigDecimal("100"),
                Money.zero(USD),
                Money.zero(USD),
                MONDAY,
                PnlFixture.NOW)));
        engine.quote("DOLLAR", attribution.start().dirtyPrice(), 0);
        Money before = engine.snapshot().total().total();
        engine.apply(PnlEvent.Traded.of(attribution.trades().get(0)));
        engine.apply(new PnlEvent.CouponReceived("c", RATES, "DOLLAR", Money.of("200000", "USD"), PnlFixture.NOW));
        engine.quote("DOLLAR", attribution.end().dirtyPrice(), 0);
        PnlSnapshot after = engine.snapshot();

        Money earned = after.total().total().minus(before);
        PnlAttribution parts = attribution.sequential(AttributionOrder.TIME_FIRST, USD);
        assertThat(parts.total()).isEqualTo(earned.rounded(java.math.RoundingMode.HALF_EVEN));
        Money sum = parts.parts().stream().map(PnlAttribution.Part::amount).reduce(Money.zero(USD), Money::plus);
        assertThat(sum).isEqualTo(parts.total());
        assertThat(VERIFIED.total(after).isAgreed()).isTrue();
    }

    /** Cash and value, whatever was traded at whatever price: what the engine earned is what is attributed. */
    @Property(tries = 60, seed = "20260615")
    void cashAndValueAreWhatIsAttributed(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Execution> trades = new ArrayList<>();
        int held = 10_000_000;
        for (int k = 0; k < 6; k++) { // settled before the coupon of the 15th
            int face = 1_000 * (1 + random.nextInt(3_000));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            held += side.sign() * face;
            trades.add(new Execution(
                    "t" + k,
                    "o",
                    DOLLAR,
                    RATES,
                    "trader",
                    side,
                    new BigDecimal(face),
                    BigDecimal.valueOf(9_500 + random.nextInt(1_000), 2),
                    Money.of("1000", "USD"),
                    Money.of("25", "USD"),
                    LocalDate.of(2026, 6, 8 + random.nextInt(5)),
                    PnlFixture.NOW));
        }
        BondAttribution attribution = BondAttribution.of(
                        BOND,
                        FACE,
                        state(MONDAY, BEFORE, 0.01, 1),
                        state(NEXT, AFTER, random.nextDouble(-0.01, 0.04), 1),
                        TENORS)
                .withTrades(trades);
        PnlEngine engine = PnlEngine.of(USD, LotMethod.LIFO);
        engine.apply(PnlEvent.Traded.of(new Execution(
                "start",
                "o",
                DOLLAR,
                RATES,
                "trader",
                Side.BUY,
                FACE,
                new BigDecimal("100"),
                Money.zero(USD),
                Money.zero(USD),
                MONDAY,
                PnlFixture.NOW)));
        engine.quote("DOLLAR", attribution.start().dirtyPrice(), 0);
        Money before = engine.snapshot().cashAndValue();
        trades.forEach(trade -> engine.apply(PnlEvent.Traded.of(trade)));
        Money coupon = new Money(new BigDecimal(held).multiply(new BigDecimal("0.025")), USD);
        engine.apply(new PnlEvent.CouponReceived("c", RATES, "DOLLAR", coupon, PnlFixture.NOW));
        engine.quote("DOLLAR", attribution.end().dirtyPrice(), 0);

        double earned = engine.snapshot().cashAndValue().minus(before).toDouble();
        assertThat(attribution
                        .sequential(AttributionOrder.TIME_FIRST, USD)
                        .total()
                        .toDouble())
                .isCloseTo(earned, within(0.0051));
        assertThat(attribution.oneAtATime(USD).total().toDouble()).isCloseTo(earned, within(0.0051));
    }

    @Test
    void attributionsOfPositionsAddUp() {
        PnlAttribution one = attribution().sequential(AttributionOrder.TIME_FIRST, USD);
        PnlAttribution other = BondAttribution.of(
                        BOND,
                        FACE.negate(),
                        state(MONDAY, BEFORE, 0.0100, 1.08),
                        state(NEXT, AFTER, 0.0115, 1.10),
                        TENORS)
                .sequential(AttributionOrder.TIME_FIRST, USD);
        PnlAttribution both = PnlAttribution.sum(List.of(one, other));

        assertThat(both.total()).isEqualTo(Money.zero(USD));
        assertThat(both.amount(PnlEffect.CARRY)).isEqualTo(Money.zero(USD));
        assertThat(both.parts()).hasSameSizeAs(one.parts());
        assertThat(both.parts().get(both.parts().size() - 1).effect()).isEqualTo(PnlEffect.RESIDUAL);
    }

    @Property(tries = 40, seed = "20260622")
    void attributionReconcilesToTheCentWhateverMoves(
            @ForAll @Scale(6) @DoubleRange(min = -0.02, max = 0.03) double level,
            @ForAll @Scale(6) @DoubleRange(min = -0.01, max = 0.01) double slope,
            @ForAll @Scale(6) @DoubleRange(min = -0.02, max = 0.05) double spread,
            @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 2) double exchange) {
        DiscountCurve end =
                curve(NEXT, 0.036 + level - slope, 0.038 + level, 0.041 + level, 0.044 + level + slope, 0.047 + level);
        BondAttribution attribution = BondAttribution.of(
                BOND, FACE, state(MONDAY, BEFORE, 0.01, 1), state(NEXT, end, 0.01 + spread, exchange), TENORS);
        for (PnlAttribution parts : List.of(
                attribution.sequential(AttributionOrder.TIME_FIRST, USD),
                attribution.sequential(AttributionOrder.MARKET_FIRST, USD),
                attribution.oneAtATime(USD))) {
            Money sum = parts.parts().stream().map(PnlAttribution.Part::amount).reduce(Money.zero(USD), Money::plus);
            assertThat(sum).isEqualTo(parts.total());
        }
        assertThat(VERIFIED.sequential(attribution, AttributionOrder.TIME_FIRST).isAgreed())
                .isTrue();
    }

    /** Faults put into the parts and the totals, one at a time; the second path objects to each. */
    @Test
    void everyFaultIsCaught() {
        BondAttribution attribution = attribution().withTrades(List.of(trade(Side.BUY, 1_000_000, "100")));
        List<Raw> parts = attribution.sequentialParts(AttributionOrder.TIME_FIRST);
        assertThat(VERIFIED.attributed(attribution, parts).isAgreed()).isTrue();
        Map<String, Verified> faults = new LinkedHashMap<>();
        for (PnlEffect effect : PnlEffect.values()) {
            faults.put(
                    effect + " forgotten",
                    VERIFIED.attributed(
                            attribution,
                            parts.stream()
                                    .filter(part -> part.effect() != effect)
                                    .toList()));
        }
        faults.put(
                "a sign turned round",
                VERIFIED.attributed(
                        attribution,
                        parts.stream()
                                .map(p -> p.effect() == PnlEffect.SPREAD
                                        ? new Raw(p.effect(), p.label(), -p.amount())
                                        : p)
                                .toList()));
        faults.put("one key rate twice", VERIFIED.attributed(attribution, plus(parts, parts.get(4))));
        faults.put(
                "parts of other orders mixed",
                VERIFIED.attributed(
                        attribution,
                        parts.stream()
                                .map(p -> p.effect() == PnlEffect.FX ? part(attribution, PnlEffect.FX) : p)
                                .toList()));
        faults.put(
                "alone instead of one after the other",
                VERIFIED.attributed(
                        attribution,
                        attribution.oneAtATimeParts().stream()
                                .filter(p -> p.effect() != PnlEffect.RESIDUAL)
                                .toList()));
        PnlEngine engine = PnlEngine.of(USD, LotMethod.FIFO);
        engine.apply(PnlFixture.trade("a", 10_000, "98"));
        engine.apply(PnlFixture.trade("b", -4_000, "99"));
        engine.quote("DOLLAR", 101, 1);
        PnlSnapshot snapshot = engine.snapshot();
        PnlAmounts kinds = snapshot.total();
        double total = kinds.total().toDouble();
        faults.put(
                "fees forgotten", VERIFIED.total(snapshot, total + kinds.fees().toDouble()));
        faults.put(
                "fees earned", VERIFIED.total(snapshot, total + 2 * kinds.fees().toDouble()));
        faults.put(
                "accrued interest forgotten",
                VERIFIED.total(snapshot, total - kinds.accrued().toDouble()));
        faults.put(
                "accrued interest paid forgotten",
                VERIFIED.total(snapshot, total - kinds.interest().toDouble()));
        faults.put(
                "realised twice",
                VERIFIED.total(snapshot, total + kinds.realised().toDouble()));
        faults.put("a cent", VERIFIED.total(snapshot, total + 0.01));

        BrinsonFachler effects = BrinsonFachler.of(
                List.of(new SectorResult("x", 0.7, 0.05, 0.5, 0.02), new SectorResult("y", 0.3, 0.01, 0.5, 0.03)));
        assertThat(VERIFIED.excessReturn(effects).isAgreed()).isTrue();
        assertThat(VERIFIED.excessReturn(BrinsonFachler.linked(List.of(effects, effects)))
                        .isAgreed())
                .isTrue();
        faults.put("interaction forgotten", VERIFIED.excessReturn(effects, effects.allocation() + effects.selection()));
        faults.put(
                "periods simply added",
                VERIFIED.excessReturn(BrinsonFachler.linked(List.of(effects, effects)), 2 * effects.total()));

        assertThat(faults).hasSizeGreaterThanOrEqualTo(8);
        assertThat(faults)
                .allSatisfy((fault, verified) -> assertThat(verified.isAgreed())
                        .as("%s: %s", fault, verified)
                        .isFalse());
    }

    private static Raw part(BondAttribution attribution, PnlEffect effect) {
        AttributionOrder early = new AttributionOrder("FX first", List.of(Step.FX, Step.TIME, Step.RATES, Step.SPREAD));
        return attribution.sequentialParts(early).stream()
                .filter(part -> part.effect() == effect)
                .findFirst()
                .orElseThrow();
    }

    private static List<Raw> plus(List<Raw> parts, Raw more) {
        List<Raw> longer = new ArrayList<>(parts);
        longer.add(more);
        return longer;
    }

    @Test
    void badAttributionsAreRefused() {
        MarketState start = state(MONDAY, BEFORE, 0.01, 1);
        MarketState end = state(NEXT, AFTER, 0.01, 1);
        refused(() -> new MarketState(MONDAY, BEFORE, 0, 1));
        refused(() -> new MarketState(MONDAY, BEFORE, Double.NaN, 1));
        refused(() -> new MarketState(MONDAY, BEFORE, 100, -1));
        refused(() -> BondAttribution.of(BOND, FACE, end, start, TENORS));
        refused(() -> BondAttribution.of(
                BOND,
                FACE,
                start,
                new MarketState(NEXT, curve(MONDAY.minusDays(1), 0.03, 0.03, 0.03, 0.03, 0.03), 100, 1),
                TENORS));
        refused(() -> attribution().withTrades(List.of(PnlFixture.execution("a", DOLLAR, RATES, 1, "100"))));
        refused(() -> new AttributionOrder("", List.of(Step.values())));
        refused(() -> new AttributionOrder("x", List.of(Step.TIME, Step.TIME, Step.FX, Step.SPREAD)));
        refused(() -> PnlAttribution.sum(List.of()));
        refused(() -> PnlAttribution.sum(
                List.of(attribution().oneAtATime(USD), attribution().sequential(AttributionOrder.TIME_FIRST, USD))));
        refused(() -> new PnlAttribution("x", Money.of("1", "USD"), List.of()));
        refused(() -> new SectorResult("", 1, 0, 1, 0));
        refused(() -> new SectorResult("x", Double.NaN, 0, 1, 0));
        refused(() -> new SectorResult("x", 1, -2, 1, 0));
        refused(() -> BrinsonFachler.of(List.of()));
        refused(() -> BrinsonFachler.of(List.of(new SectorResult("x", 0.9, 0, 1, 0))));
        refused(() -> BrinsonFachler.of(
                List.of(new SectorResult("x", 0.5, 0, 0.5, 0), new SectorResult("x", 0.5, 0, 0.5, 0))));
        refused(() -> BrinsonFachler.linked(List.of()));
        refused(() -> BrinsonFachler.linked(List.of(BrinsonFachler.of(List.of(new SectorResult("x", 1, -1, 1, 0))))));
        refused(() -> new Move("", 0));
        refused(() -> new Move("x", Double.NaN));
        refused(() -> YieldWaterfall.of(BOND, MONDAY, NEXT, 0.05, List.of(new Move("x", 0), new Move("x", 0))));
        refused(() -> YieldWaterfall.of(BOND, NEXT, MONDAY, 0.05, List.of()));
        refused(() -> YieldWaterfall.of(BOND, MONDAY, NEXT, 0.05, List.of()).step("x"));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class);
    }
}
