package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.RandomBonds;
import io.bondtrader.core.RandomBonds.Pick;
import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.Cusip;
import io.bondtrader.core.bond.DecimalRounding;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.Figi;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random bad input to every public entry: a {@link BondTraderException} with a code each time, and nothing else. {@code
 * -Dbondtrader.test.invalid=n} says how many, {@code -Dbondtrader.test.seed=n} which.
 */
final class ManyInvalidInputsTest {

    private static final BondConvention MARKET = BondConventions.US_TREASURY;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

    private static final NodeCurve CURVE = NodeCurve.ofZeroRates(
            "X", DAY, List.of(DAY.plusYears(1), DAY.plusYears(20)), new double[] {0.04, 0.045}, Interpolators.LINEAR);

    private final long inputs = Long.getLong("bondtrader.test.invalid", 20_000);
    private final long seed = Long.getLong("bondtrader.test.seed", 20260317);

    /** Something a user may do that must be refused. */
    @FunctionalInterface
    private interface Attempt {
        Object on(SplittableRandom random);
    }

    private static final List<Attempt> ATTEMPTS = List.of(
            // terms
            random -> FixedCouponBond.of(MARKET, badRate(random), DAY, DAY.plusYears(10)),
            random -> FixedCouponBond.of(MARKET, 0.05, DAY, DAY.minusDays(random.nextInt(10_000))),
            random -> FixedCouponBond.of(MARKET, 0.05, DAY, DAY.plusYears(401 + random.nextInt(100_000))),
            random -> FixedCouponBond.of(MARKET, 0.05, garbage(random), "2035-11-15"),
            random -> FixedCouponBond.of(MARKET, 0.05, "2025-11-15", garbage(random)),
            random -> bond().withFirstCouponDate(DAY.plusDays(1 + random.nextInt(58))),
            random -> bond().withFirstCouponDate(farDate(random)),
            random -> bond().withPenultimateCouponDate(farDate(random)),
            random -> ZeroCouponBond.of(MARKET, DAY, DAY.minusDays(random.nextInt(10_000))),
            random -> ZeroCouponBond.of(MARKET, farDate(random), farDate(random)),
            random -> Bill.of(MARKET, DAY, DAY.plusDays(732 + random.nextInt(10_000))),
            random -> Bill.of(MARKET, farDate(random), DAY),
            random -> StepUpBond.of(MARKET, dates(), List.of(0.01, badRate(random))),
            random -> StepUpBond.of(MARKET, dates(), List.of(0.01)),
            random -> AmortisingBond.of(MARKET, dates(), 0.05, List.of(100.0, bad(random))),
            random -> AmortisingBond.linear(MARKET, dates(), badRate(random)),
            random -> PerpetualBond.of(MARKET, DAY, DAY.minusDays(random.nextInt(999)), 0.05),
            random -> PerpetualBond.of(MARKET, farDate(random), farDate(random), 0.05),
            random -> PerpetualBond.of(MARKET, DAY, DAY.plusDays(99), badRate(random)),
            random -> new PerpetualBond(MARKET, DAY, DAY.plusDays(99), 0.05, badGrowth(random), null),
            random -> perpetual().couponDate((random.nextBoolean() ? 1 : -1) * (100_001 + random.nextInt(1 << 30))),
            random -> new InflationLinkedBond(MARKET, dates(), badRate(random), Indexation.US_TIPS, 100.0, true, null),
            random -> new InflationLinkedBond(MARKET, dates(), 0.01, Indexation.US_TIPS, bad(random), true, null),
            random -> new ExerciseRight(DAY, bad(random), ExerciseRight.Kind.CALL),
            random -> new ExCouponRule(random.nextBoolean() ? -1 - random.nextInt(99) : 61 + random.nextInt(99), ""),
            random -> new ExCouponRule(7, garbage(random)),
            random -> DecimalRounding.halfUp(16 + random.nextInt(1000)),
            random -> DecimalRounding.halfUp(3).round(notFinite(random)),
            random -> BondConventions.of(garbage(random)),
            random -> Compounding.parse(garbage(random)),
            random -> BondConvention.builder("X").calendar(garbage(random)).build(),
            random -> BondConvention.builder("X")
                    .settlementDays(11 + random.nextInt(99))
                    .build(),
            random -> Isin.of(garbage(random)),
            random -> Cusip.of(garbage(random)),
            random -> Figi.of(garbage(random)),
            random -> Lei.of(garbage(random)),
            // settlements
            random -> BondPricing.of(bond(), DAY.minusDays(800 + random.nextInt(10_000))),
            random -> BondPricing.of(bond(), farDate(random)),
            random -> BondPricing.of(perpetual(), LocalDate.MIN.plusDays(random.nextInt(1000))),
            random -> BondPricing.of(perpetual(), LocalDate.MAX.minusDays(random.nextInt(1000))),
            random -> BondPricing.of(
                    ZeroCouponBond.of(MARKET, DAY, DAY.plusDays(99)), DAY.plusDays(99 + random.nextInt(9))),
            random -> BillPricing.of(farDate(random), farDate(random)),
            random -> BillPricing.of(DAY, DAY.minusDays(random.nextInt(500))),
            random -> HoldingPeriod.of(bond(), DAY, DAY.minusDays(random.nextInt(500))),
            random -> HoldingPeriod.of(bond(), DAY, DAY.plusYears(11 + random.nextInt(500))),
            // numbers
            random -> pricing(random).dirtyPriceFromYield(badYield(random)),
            random -> pricing(random).cleanPriceFromYield(badYield(random)),
            random -> pricing(random).modifiedDuration(badYield(random)),
            random -> pricing(random).convexity(badYield(random)),
            random -> pricing(random).explain(badYield(random)),
            random -> pricing(random).yieldValueOf32nd(badYield(random)),
            random -> pricing(random).yieldFromDirtyPrice(bad(random)),
            random -> pricing(random).solveYieldFromCleanPrice(badClean(random)),
            random -> pricing(random).yieldFromCleanPrice(badClean(random)),
            random -> pricing(random).currentYield(bad(random)),
            random -> bill().discountRateFromPrice(bad(random)),
            random -> bill().moneyMarketYieldFromPrice(bad(random)),
            random -> bill().bondEquivalentYieldFromPrice(bad(random)),
            random -> bill().effectiveAnnualYieldFromPrice(bad(random)),
            random -> bill().priceFromDiscountRate(3.0 + 100.0 * random.nextDouble()),
            random -> bill().priceFromDiscountRate(notFinite(random)),
            random -> bill().priceFromMoneyMarketYield(-3.0 - 100.0 * random.nextDouble()),
            random -> bill().priceFromBondEquivalentYield(notFinite(random)),
            random -> holding().forwardCleanPrice(notFinite(random), 0.05),
            random -> holding().forwardCleanPrice(1e308, 1e10 * (1.0 + random.nextDouble())),
            random -> holding().carry(100.0, notFinite(random)),
            random -> holding().impliedRepo(badClean(random), 100.0),
            random -> holding().impliedRepo(100.0, notFinite(random)),
            random -> holding().breakEvenYield(badClean(random) - 1e6, 0.05),
            random -> holding().totalReturn(100.0, badYield(random), 0.05),
            random -> holding().totalReturn(100.0, 0.05, notFinite(random)),
            random -> YieldEquivalents.convert(badYield(random), Compounding.ANNUAL, Compounding.CONTINUOUS, 2),
            random -> YieldEquivalents.convert(0.05, Compounding.ANNUAL, Compounding.MONTHLY, -random.nextInt(99)),
            random -> PriceQuote.parse(garbage(random)),
            random -> PriceQuote.toThirtySeconds(notFinite(random)),
            random -> PriceQuote.toThirtySeconds(-1e-6 - random.nextDouble()),
            random -> InflationPricing.breakEven(notFinite(random), 0.01),
            random -> InflationPricing.breakEvenFisher(badYield(random), 0.01, 1),
            random -> InflationPricing.breakEvenFisher(0.02, 0.01, -random.nextInt(99)),
            // off curves
            random -> offCurve().zSpread(CURVE, bad(random)),
            random -> offCurve().zSpread(CURVE, bad(random), Compounding.ANNUAL),
            random -> offCurve().dirtyPriceFromZSpread(CURVE, -1e4 - 1e6 * random.nextDouble()),
            random -> offCurve().dirtyPriceFromZSpread(CURVE, notFinite(random)),
            random -> offCurve().dirtyPriceFromZSpread(CURVE, notFinite(random), Compounding.MONTHLY),
            random -> CurveRisk.atDirtyPrice(offCurve(), CURVE, bad(random)),
            random -> CurveRisk.atZSpread(offCurve(), CURVE, notFinite(random)),
            random -> CurveRisk.of(offCurve(), CURVE).keyRates(KeyTenors.ofYears(bad(random), 5.0)),
            random ->
                    CurveRisk.of(offCurve(), CURVE).keyRates(KeyRateKind.PAR, KeyTenors.standard(), notFinite(random)),
            random -> CurveRisk.of(offCurve(), CURVE).cs01(bad(random)),
            random -> CurveRisk.of(offCurve(), CURVE).buckets(bad(random)),
            random -> AssetSwap.of(offCurve(), CURVE).parSpread(bad(random)),
            random -> AssetSwap.of(offCurve(), CURVE).marketValueSpread(bad(random)),
            random -> SpreadPanel.of(offCurve(), CURVE).atCleanPrice(badClean(random)),
            random -> BenchmarkRates.of("X", new double[] {1.0}, new double[] {notFinite(random)}),
            random -> BenchmarkRates.of("X", new double[] {1.0}, new double[] {0.01})
                    .rate(-1.0 - random.nextInt(99)),
            random -> holding().rollDown(badClean(random), CURVE),
            random -> holding().horizonReturn(99.0, CURVE, CURVE, notFinite(random), 0.04),
            random -> RepoTrade.of(holding(), badClean(random), 0.04),
            random -> RepoTrade.of(holding(), 99.0, notFinite(random)));

    @Test
    void everyBadInputIsRefusedWithACode() {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        LongStream.range(0, inputs).parallel().forEach(number -> {
            int attempt = (int) (number % ATTEMPTS.size());
            SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
            try {
                Object answer = ATTEMPTS.get(attempt).on(random);
                failures.add("attempt " + attempt + " of " + number + " answered " + answer);
            } catch (BondTraderException refused) {
                if (!refused.code().id().matches("BT-\\d{4}")
                        || !refused.clientMessage()
                                .equals(refused.code().id() + ": "
                                        + refused.code().summary())) {
                    failures.add("attempt " + attempt + " has no proper code: " + refused);
                }
            } catch (RuntimeException wrong) {
                failures.add("attempt " + attempt + " of " + number + ": " + wrong);
            }
        });
        System.out.printf(
                "%d bad inputs to %d entries, seed %d: %d not refused%n",
                inputs, ATTEMPTS.size(), seed, failures.size());
        assertThat(failures.stream().limit(20)).isEmpty();
    }

    private static CouponDates dates() {
        return CouponDates.of(DAY, DAY.plusYears(1), Frequency.SEMIANNUAL, true);
    }

    private static FixedCouponBond bond() {
        return FixedCouponBond.of(MARKET, 0.0425, "2025-11-15", "2035-11-15");
    }

    private static PerpetualBond perpetual() {
        return PerpetualBond.of(MARKET, DAY, DAY.plusMonths(6), 0.05);
    }

    private static CurvePricing offCurve() {
        return CurvePricing.of(bond(), DAY);
    }

    private static BillPricing bill() {
        return BillPricing.of(DAY, DAY.plusDays(270));
    }

    private static HoldingPeriod holding() {
        return HoldingPeriod.of(bond(), DAY, DAY.plusDays(90));
    }

    private static BondPricing pricing(SplittableRandom random) {
        Pick pick = RandomBonds.pick(random);
        Bond bond = pick.bond();
        return BondPricing.of(bond, pick.settlement(), pick.yieldConvention());
    }

    /** Neither positive nor a number to calculate with. */
    private static double bad(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> -random.nextDouble(0.0, 1e6);
            case 1 -> 0.0;
            default -> notFinite(random);
        };
    }

    private static double notFinite(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> Double.NEGATIVE_INFINITY;
        };
    }

    /** Not positive even with the accrued interest of any of these bonds. */
    private static double badClean(SplittableRandom random) {
        return random.nextBoolean() ? notFinite(random) : -1e5 - random.nextDouble(0.0, 1e6);
    }

    private static double badRate(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> -random.nextDouble(1e-9, 1e6);
            case 1 -> random.nextDouble(1.0000001, 1e6);
            default -> notFinite(random);
        };
    }

    private static double badGrowth(SplittableRandom random) {
        return random.nextBoolean() ? notFinite(random) : random.nextDouble(0.5001, 100.0);
    }

    /** At or below where any compounding leaves nothing of a period, or no number. */
    private static double badYield(SplittableRandom random) {
        return random.nextBoolean() ? notFinite(random) : -1e6 - 1e9 * random.nextDouble();
    }

    private static LocalDate farDate(SplittableRandom random) {
        return random.nextBoolean()
                ? LocalDate.MIN.plusDays(random.nextInt(1_000_000))
                : LocalDate.MAX.minusDays(random.nextInt(1_000_000));
    }

    private static String garbage(SplittableRandom random) {
        String alphabet = "aZ09 -+.,;:/\\\n\t\0é∑𝔸'\"<>{}";
        StringBuilder text = new StringBuilder("?");
        int length = random.nextInt(24);
        for (int k = 0; k < length; k++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
