package io.bondtrader.strategies.engine;

import static io.bondtrader.strategies.engine.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Coupons, settlement, funding, repayment: where every cent of an account comes from. */
final class CashTruthTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Scene scene = new Scene();

    @Test
    void aPurchaseIsPaidWithAccruedInterestOnTheSettlementDay() {
        TradingEngine engine = buy(EngineConfig.treasuries().withBand(0.0));
        // One day of 2.0625 in the 182 days from 15 February to 15 August; 26 March is 40 days in.
        BigDecimal accrued = BigDecimal.valueOf(
                BondPricing.of(TEN.bond(), LocalDate.of(2024, 3, 26)).accruedInterest());
        AccountState traded = engine.accounts().get(0);

        assertThat(accrued.doubleValue()).isCloseTo(2.0625 * 40 / 182, within(1e-12));
        assertThat(traded.settledCash()).isEqualByComparingTo("0");
        assertThat(traded.unsettledCash().doubleValue())
                .isCloseTo(-1_000_000 * (1 + accrued.doubleValue() / 100), within(0.005));
        assertThat(traded.unsettledCash().scale()).isLessThanOrEqualTo(2);

        day(engine, LocalDate.of(2024, 3, 26));
        assertThat(engine.accounts().get(0).unsettledCash()).isEqualByComparingTo("0");
        assertThat(engine.accounts().get(0).settledCash()).isEqualByComparingTo(traded.unsettledCash());
    }

    @Test
    void theCouponGoesToWhoHoldsTheBondBeforeItsDayAndIsPaidOnIt() {
        TradingEngine engine = buy(EngineConfig.treasuries().withBand(0.0));
        BigDecimal paid = engine.accounts().get(0).unsettledCash();
        day(engine, LocalDate.of(2024, 8, 13));
        assertThat(engine.accounts().get(0).unsettledCash()).isEqualByComparingTo("0");
        day(engine, LocalDate.of(2024, 8, 14)); // trades of that day settle on the 15th: without the coupon

        AccountState before = engine.accounts().get(0);
        assertThat(before.unsettledCash()).isEqualByComparingTo("20625.00");
        assertThat(before.settledCash()).isEqualByComparingTo(paid);
        day(engine, LocalDate.of(2024, 8, 15));
        assertThat(engine.accounts().get(0).settledCash()).isEqualByComparingTo(paid.add(new BigDecimal("20625.00")));
    }

    @Test
    void sellingOnTheDayBeforeTheCouponIsSettledKeepsTheCoupon() {
        TradingEngine engine = buy(EngineConfig.treasuries().withBand(0.0));
        day(engine, LocalDate.of(2024, 8, 14));
        mark(engine, TEN, LocalDate.of(2024, 8, 14), LocalDate.of(2024, 8, 15), 100.0);
        scene.say("a", Intent.flat("TEN"));
        engine.process(Observations.of("tick", 1, at(LocalDate.of(2024, 8, 14)), at(LocalDate.of(2024, 8, 14))));
        quote(engine, TEN, LocalDate.of(2024, 8, 14), 100.0);
        AccountState state = engine.accounts().get(0);

        assertThat(state.faces()).isEmpty();
        double accruedBought = 2.0625 * 40 / 182 * 10_000;
        assertThat(state.equity().doubleValue()).isCloseTo(20_625 - accruedBought, within(0.02));
    }

    @Test
    void aShortPositionPaysTheCoupon() {
        TradingEngine engine = open(EngineConfig.treasuries().withBand(0.0), Direction.SHORT);
        day(engine, LocalDate.of(2024, 8, 14));

        assertThat(engine.accounts().get(0).unsettledCash()).isEqualByComparingTo("-20625.00");
    }

    @Test
    void ownedCashEarnsAndOwedCashCostsEachCalendarDay() {
        FundingTerms terms = new FundingTerms("rate", 10, 20, 36);
        TradingEngine engine = open(EngineConfig.treasuries().withBand(0.0).withFunding(terms), Direction.LONG);
        rate(engine, LocalDate.of(2024, 3, 25), 0.05);
        day(engine, LocalDate.of(2024, 3, 26));
        double owed = engine.accounts().get(0).settledCash().doubleValue();
        day(engine, LocalDate.of(2024, 3, 29)); // three days at 5.1 %

        assertThat(engine.accounts().get(0).effect(Effect.FUNDING).doubleValue())
                .isCloseTo(owed * 0.051 * 3 / 360, within(0.0051));
    }

    @Test
    void whatIsBorrowedToBeSoldCostsAFee() {
        FundingTerms terms = new FundingTerms("", 0, 0, 36);
        TradingEngine engine = open(EngineConfig.treasuries().withBand(0.0).withFunding(terms), Direction.SHORT);
        BigDecimal value = engine.accounts().get(0).grossValue();
        day(engine, LocalDate.of(2024, 3, 26));

        assertThat(engine.accounts().get(0).effect(Effect.FUNDING).doubleValue())
                .isCloseTo(-value.doubleValue() * 0.0036 / 360, within(0.0051));
    }

    @Test
    void aBondMaturesIntoCash() {
        Security note = Security.of(
                "NOTE", FixedCouponBond.of(BondConventions.US_TREASURY, 0.05, "2022-04-15", "2024-04-15"), "USD");
        TradingEngine engine = scene.builder(Scene.config(), "a").build();
        engine.process(Listed.of(note, Scene.NOON));
        mark(engine, note, LocalDate.of(2024, 3, 25), LocalDate.of(2024, 3, 26), 100.0);
        scene.say("a", Intent.of("NOTE", Direction.LONG, 500));
        scene.tick(engine);
        scene.quote(engine, note, 100.0, 100.0);
        BigDecimal paid = engine.accounts().get(0).unsettledCash();
        day(engine, LocalDate.of(2024, 4, 15));
        AccountState end = engine.accounts().get(0);

        // 1,000,000 and the last coupon of 25,000, less what was paid.
        assertThat(end.faces()).isEmpty();
        assertThat(end.settledCash()).isEqualByComparingTo(paid.add(new BigDecimal("1025000.00")));
        assertThat(end.equity()).isEqualByComparingTo(end.settledCash());
        assertThat(scene.closed).hasSize(1);
        assertThat(scene.closed.get(0).reason()).isEqualTo("matured");
        assertThat(scene.closed.get(0).profit().amount()).isEqualByComparingTo(end.equity());
    }

    @Test
    void aCallPaysItsPriceAndTheInterestUntilItsDay() {
        TradingEngine engine = buy(EngineConfig.treasuries().withBand(0.0));
        BigDecimal paid = engine.accounts().get(0).unsettledCash();
        LocalDate date = LocalDate.of(2024, 5, 15);
        Instant known = at(LocalDate.of(2024, 4, 15));
        engine.process(new Redemption("TEN", date, new BigDecimal("101"), true, "called", known, known));
        day(engine, LocalDate.of(2024, 5, 15));
        BigDecimal accrued = BigDecimal.valueOf(BondPricing.of(TEN.bond(), date).accruedInterest());
        AccountState end = engine.accounts().get(0);

        assertThat(end.faces()).isEmpty();
        assertThat(end.settledCash().subtract(paid).doubleValue())
                .isCloseTo(1_010_000 + 10_000 * accrued.doubleValue(), within(0.005));
        assertThat(scene.closed.get(0).reason()).isEqualTo("called");
    }

    @Test
    void aDefaultPaysWhatIsRecovered() {
        TradingEngine engine = buy(EngineConfig.treasuries().withBand(0.0));
        BigDecimal paid = engine.accounts().get(0).unsettledCash();
        Instant known = at(LocalDate.of(2024, 4, 15));
        engine.process(new Redemption(
                "TEN", LocalDate.of(2024, 4, 16), new BigDecimal("40"), false, "defaulted", known, known));
        day(engine, LocalDate.of(2024, 4, 17));

        assertThat(engine.accounts().get(0).settledCash()).isEqualByComparingTo(paid.add(new BigDecimal("400000")));
    }

    /** The sum of what profit came from is the profit, whatever happens, to the last digit. */
    @Property(tries = 200)
    void effectsAddUpToTheEquity(@ForAll @LongRange(min = 1, max = 1_000_000_000L) long seed) {
        Random random = new Random(seed);
        Scene stage = new Scene();
        TradingEngine engine = stage.builder(
                        EngineConfig.treasuries().withFunding(new FundingTerms("rate", 10, 10, 15)), "a", "b")
                .build();
        stage.open(engine);
        LocalDate day = LocalDate.of(2024, 3, 25);
        for (int i = 0; i < 60; i++) {
            day = day.plusDays(1 + random.nextInt(9));
            Instant now = at(day);
            stage.comeTo(now);
            engine.process(Observations.of("rate", 0.05 * random.nextDouble(), now, now));
            for (Security security : new Security[] {Scene.FIVE, TEN}) {
                double clean = 90 + 20 * random.nextDouble();
                stage.mark(engine, security, clean, 0.05 + 0.05 * random.nextDouble());
                stage.say("a", Intent.ofDv01(security.id(), 2_000 * random.nextGaussian()));
                stage.say("b", Intent.ofDv01(security.id(), 2_000 * random.nextGaussian()));
                stage.tick(engine);
                stage.quote(engine, security, clean - random.nextDouble(), clean + random.nextDouble());
            }
        }
        Map<String, BigDecimal> net = new TreeMap<>();
        for (var execution : stage.executions) {
            net.merge(execution.security().id(), execution.signedFace(), BigDecimal::add);
        }
        for (AccountState account : engine.accounts()) {
            BigDecimal sum = account.effects().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(account.equity());
            account.faces().forEach((id, face) -> net.merge(id, face.negate(), BigDecimal::add));
        }
        assertThat(net.values()).allSatisfy(rest -> assertThat(rest).isEqualByComparingTo("0"));
    }

    private TradingEngine buy(EngineConfig config) {
        return open(config, Direction.LONG);
    }

    /** A million of the ten-year note at 100, bought or sold on 25 March 2024. */
    private TradingEngine open(EngineConfig config, Direction direction) {
        TradingEngine engine = scene.builder(config, "a").build();
        scene.open(engine);
        scene.say("a", Intent.of("TEN", direction, 1_000));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);
        return engine;
    }

    private void day(TradingEngine engine, LocalDate day) {
        Instant now = at(day);
        scene.comeTo(now);
        engine.poll(now);
    }

    private void rate(TradingEngine engine, LocalDate day, double rate) {
        Instant now = day.atTime(LocalTime.of(17, 0)).atZone(NEW_YORK).toInstant();
        engine.process(Observations.of("rate", rate, now, now));
    }

    private static void mark(
            TradingEngine engine, Security security, LocalDate day, LocalDate settlement, double clean) {
        double accrued = BondPricing.of(security.bond(), settlement).accruedInterest();
        engine.process(new Valuation(security.id(), settlement, clean, accrued, 0.05, 0.04, at(day), at(day)));
    }

    private static void quote(TradingEngine engine, Security security, LocalDate day, double price) {
        engine.process(Quote.of(security.id(), price, price, 1_000_000_000L, at(day)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(NEW_YORK).toInstant();
    }
}
