package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.RandomBonds;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.pricing.AssetSwap;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.FloaterMargins;
import io.bondtrader.core.pricing.FloaterPricing;
import io.bondtrader.core.pricing.KeyRateKind;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyRates.KeyRate;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The mutation drill for what is measured off curves: faults are put into the first path one at a time, and each must be
 * caught by the second. Without a fault everything agrees.
 */
final class MutationDrillOffCurvesTest {

    private static final Verifier VERIFIER =
            Verifier.builder().alerts(alert -> {}).build();
    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);
    private static final LocalDate CURVE_DAY = SETTLEMENT.minusDays(1);
    private static final double[] ZEROS = {0.043, 0.042, 0.040, 0.0385, 0.038, 0.039, 0.0405, 0.042, 0.046, 0.0465};
    private static final int[] DAYS = {91, 183, 365, 730, 1095, 1825, 2555, 3650, 7300, 10950};

    private static NodeCurve curve(LocalDate reference, Interpolators interpolator, double move) {
        return NodeCurve.ofZeroRates(
                "USD",
                reference,
                Arrays.stream(DAYS).mapToObj(reference::plusDays).toList(),
                Arrays.stream(ZEROS).map(zero -> zero + move).toArray(),
                interpolator);
    }

    private static final NodeCurve CURVE = curve(CURVE_DAY, Interpolators.LINEAR, 0.0);

    private static FixedCouponBond bond(BondConvention convention) {
        return FixedCouponBond.of(convention, 0.0425, "2025-11-15", "2035-11-15");
    }

    private static final CurvePricing BOND = CurvePricing.of(bond(BondConventions.US_TREASURY), SETTLEMENT);
    private static final VerifiedCurvePricing VERIFIED = VerifiedCurvePricing.of(BOND, VERIFIER);
    private static final double PRICE = 98.7; // dirty, away from the curve
    private static final KeyTenors TENORS = KeyTenors.standard();

    private final List<String> table = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private int faults;

    private void fault(String fault, Verified result) {
        fault(fault, List.of(result));
    }

    private void fault(String fault, List<Verified> results) {
        faults++;
        Verified caught = results.stream()
                .filter(result -> !result.isAgreed())
                .findFirst()
                .orElse(null);
        if (caught == null) {
            passed.add(fault);
        } else {
            table.add(String.format(
                    Locale.ROOT,
                    "%-52s  %-26s  %-24s  %s",
                    fault,
                    caught.measure().name(),
                    number(caught, 0),
                    number(caught, 1)));
        }
    }

    private static String number(Verified result, int path) {
        PathOutcome outcome = result.paths().get(path);
        return outcome instanceof PathOutcome.Value value ? Double.toString(value.value()) : "failed";
    }

    @Test
    void everySeededFaultIsCaughtAndNothingElseIs() {
        valueFaults();
        spreadFaults();
        durationFaults();
        keyRateFaults();
        assetSwapFaults();
        floaterFaults();
        overnightFaults();
        marginFaults();
        System.out.println(String.join(System.lineSeparator(), table));
        assertThat(faults).isGreaterThanOrEqualTo(40);
        assertThat(passed).as("faults that verification let pass").isEmpty();
    }

    private void valueFaults() {
        assertThat(VERIFIED.dirtyPrice(CURVE).isAgreed()).isTrue();
        assertThat(VERIFIED.cleanPrice(CURVE).isAgreed()).isTrue();
        fault("discounted to the curve's day, not to settlement", VERIFIED.dirtyPrice(CURVE, BOND.presentValue(CURVE)));
        BondConvention unadjusted = BondConventions.US_TREASURY.toBuilder()
                .paymentConvention(BusinessDayConvention.UNADJUSTED)
                .build();
        fault(
                "paid on weekends",
                VERIFIED.dirtyPrice(
                        CURVE, CurvePricing.of(bond(unadjusted), SETTLEMENT).dirtyPrice(CURVE)));
        fault(
                "curve drawn by splines",
                VERIFIED.dirtyPrice(CURVE, BOND.dirtyPrice(curve(CURVE_DAY, Interpolators.NATURAL_CUBIC, 0.0))));
        fault(
                "curve of the day before",
                VERIFIED.dirtyPrice(CURVE, BOND.dirtyPrice(curve(CURVE_DAY.minusDays(1), Interpolators.LINEAR, 0.0))));
        fault(
                "one coupon left out",
                VERIFIED.dirtyPrice(
                        CURVE, BOND.dirtyPrice(CURVE) - 2.125 * CURVE.discountFactor(LocalDate.of(2030, 5, 15))));
        fault("clean price with accrued interest", VERIFIED.cleanPrice(CURVE, BOND.dirtyPrice(CURVE)));
        fault(
                "curve a hundredth of a basis point too high",
                VERIFIED.dirtyPrice(CURVE, BOND.dirtyPrice(curve(CURVE_DAY, Interpolators.LINEAR, 1e-6))));
        double annually = 0.0;
        for (var flow : BOND.yieldPricing().cashFlows()) {
            LocalDate paid = BondConventions.US_TREASURY.paymentDate(flow.dueDate());
            annually += flow.amount() * StrictMath.pow(1.0 + CURVE.zeroRate(paid), -CURVE.years(paid));
        }
        fault("zero rates taken for annual rates", VERIFIED.dirtyPrice(CURVE, annually));
    }

    private void spreadFaults() {
        double right = BOND.zSpread(CURVE, PRICE);
        assertThat(VERIFIED.zSpread(CURVE, PRICE).isAgreed()).isTrue();
        fault("spread by a year of 360 days", VERIFIED.zSpread(CURVE, PRICE, right * 360.0 / 365.0));
        fault(
                "annual spread given as continuous",
                VERIFIED.zSpread(CURVE, PRICE, BOND.zSpread(CURVE, PRICE, Compounding.ANNUAL)));
        fault(
                "spread of the clean price",
                VERIFIED.zSpread(
                        CURVE,
                        PRICE,
                        BOND.zSpread(CURVE, PRICE - BOND.yieldPricing().accruedInterest())));
        double slope = CurveRisk.of(BOND, CURVE).spreadDuration() * BOND.dirtyPrice(CURVE);
        fault("spread after one Newton step", VERIFIED.zSpread(CURVE, PRICE, (BOND.dirtyPrice(CURVE) - PRICE) / slope));
        fault("spread with the wrong sign", VERIFIED.zSpread(CURVE, PRICE, -right));
        fault("spread in percent", VERIFIED.zSpread(CURVE, PRICE, 100.0 * right));
        fault("spread off by a hundred-thousandth of a basis point", VERIFIED.zSpread(CURVE, PRICE, right + 1e-9));
    }

    private void durationFaults() {
        CurveRisk risk = CurveRisk.of(BOND, CURVE);
        assertThat(VERIFIED.effectiveDuration(CURVE).isAgreed()).isTrue();
        double yield = BOND.yieldPricing().yieldFromDirtyPrice(BOND.dirtyPrice(CURVE));
        fault(
                "modified duration given as effective",
                VERIFIED.effectiveDuration(CURVE, BOND.yieldPricing().modifiedDuration(yield)));
        fault(
                "duration over the clean price",
                VERIFIED.effectiveDuration(
                        CURVE, risk.effectiveDuration() * BOND.dirtyPrice(CURVE) / BOND.cleanPrice(CURVE)));
        fault(
                "times from the curve's day, not from settlement",
                VERIFIED.effectiveDuration(CURVE, risk.effectiveDuration() + 1.0 / 365.0));
    }

    private void keyRateFaults() {
        for (KeyRateKind kind : KeyRateKind.values()) {
            VerifiedKeyRates confirmed = VERIFIED.keyRates(CURVE, kind, TENORS);
            assertThat(confirmed.isAgreed()).as("%s", confirmed).isTrue();
        }
        CurveRisk risk = CurveRisk.of(BOND, CURVE);
        KeyRates right = risk.keyRates(TENORS);
        List<KeyRate> swapped = new ArrayList<>(right.keys());
        Collections.swap(swapped, 6, 7);
        keyRates("neighbouring keys swapped", right, swapped);
        List<KeyRate> without = new ArrayList<>(right.keys());
        without.set(4, new KeyRate("3Y", 3.0, 0.0, 0.0));
        keyRates("a key left at zero", right, without);
        keyRates(
                "weights by rectangles",
                right,
                risk.keyRates(KeyTenors.ofYears(0.375, 0.75, 1.5, 2.5, 4.0, 6.0, 8.5, 12.5, 17.5, 25.0, 40.0))
                        .keys());
        keyRates(
                "bumps of a hundred basis points",
                right,
                risk.keyRates(KeyRateKind.ZERO, TENORS, 0.01).keys());
        keyRates(
                "durations in basis points of price",
                right,
                right.keys().stream()
                        .map(key -> new KeyRate(key.label(), key.years(), key.dv01() * 1e4, key.dv01()))
                        .toList());
        KeyRates par = risk.keyRates(KeyRateKind.PAR, TENORS);
        keyRates("zero rates moved instead of par yields", par, right.keys());
        KeyRates forward = risk.keyRates(KeyRateKind.FORWARD, TENORS);
        keyRates("zero rates moved instead of forwards", forward, right.keys());
    }

    private void keyRates(String fault, KeyRates right, List<KeyRate> wrong) {
        KeyRates mutated = new KeyRates(
                right.kind(),
                right.tenors(),
                wrong,
                0.0,
                right.dirtyPrice(),
                right.parallelDuration(),
                right.effectiveDuration());
        VerifiedKeyRates result = VERIFIED.keyRates(CURVE, mutated);
        List<Verified> all = new ArrayList<>(result.durations());
        all.add(result.sum());
        assertThat(result.isAgreed()).isFalse();
        fault(fault, all);
    }

    private void assetSwapFaults() {
        AssetSwap swap = AssetSwap.of(BOND, CURVE);
        assertThat(VERIFIED.parAssetSwapSpread(CURVE, PRICE, Frequency.QUARTERLY, DayCounts.ACT_360)
                        .isAgreed())
                .isTrue();
        assetSwap(
                "floating leg by a year of 365 days",
                AssetSwap.of(BOND, CURVE, Frequency.QUARTERLY, DayCounts.ACT_365F)
                        .parSpread(PRICE));
        assetSwap(
                "floating leg paid once a year",
                AssetSwap.of(BOND, CURVE, Frequency.ANNUAL, DayCounts.ACT_360).parSpread(PRICE));
        assetSwap("market-value spread given as par", swap.marketValueSpread(PRICE));
        assetSwap(
                "asset swap of the clean price",
                swap.parSpread(PRICE - BOND.yieldPricing().accruedInterest()));
        double stub = 32.0 / 360.0 * CURVE.discountFactor(LocalDate.of(2026, 5, 15));
        assetSwap(
                "floating front period paid in full", swap.parSpread(PRICE) * swap.annuity() / (swap.annuity() + stub));
        assetSwap("Z-spread given as asset-swap spread", BOND.zSpread(CURVE, PRICE));
    }

    private void assetSwap(String fault, double spread) {
        fault(fault, VERIFIED.parAssetSwapSpread(CURVE, PRICE, Frequency.QUARTERLY, DayCounts.ACT_360, spread));
    }

    // ---- floating-rate notes
    // -----------------------------------------------------------------------------------------

    private static final VerifiedFloaters FLOATERS = VerifiedFloaters.of(VERIFIER);
    private static final LocalDate ACCRUAL_START = LocalDate.of(2026, 2, 17);
    private static final NodeCurve PROJECTION = curve(CURVE_DAY, Interpolators.LINEAR, 0.003);

    private static final BondConvention NOTE = BondConvention.builder("NOTE")
            .dayCount(DayCounts.ACT_360)
            .frequency(Frequency.QUARTERLY)
            .calendar("US_GOVT")
            .paymentConvention(BusinessDayConvention.FOLLOWING)
            .endOfMonth(false)
            .build();

    private static FloatingRateNote note(
            BondConvention convention, double margin, double fixing, @Nullable Double floor) {
        CouponDates dates = CouponDates.of(ACCRUAL_START, ACCRUAL_START.plusYears(4), convention.frequency(), false);
        return new FloatingRateNote(
                convention,
                dates,
                "SOFR",
                Tenor.ofMonths(3),
                margin,
                floor,
                new TreeMap<>(Map.of(ACCRUAL_START, fixing)),
                null);
    }

    private static FloaterPricing priced(FloatingRateNote note) {
        return FloaterPricing.of(note, SETTLEMENT, CURVE, PROJECTION);
    }

    private void floaterFaults() {
        FloaterPricing right = priced(note(NOTE, 0.004, 0.0435, null));
        assertThat(FLOATERS.dirtyPrice(right).isAgreed()).isTrue();
        floater("quoted margin forgotten", right, priced(note(NOTE, 0.0, 0.0435, null)));
        floater("fixing of the wrong day", right, priced(note(NOTE, 0.004, 0.0436, null)));
        floater(
                "coupons projected off the discount curve",
                right,
                FloaterPricing.of(right.note(), SETTLEMENT, CURVE, CURVE));
        floater(
                "discounted off the projection curve",
                right,
                FloaterPricing.of(right.note(), SETTLEMENT, PROJECTION, PROJECTION));
        floater(
                "margin by 30/360",
                right,
                priced(note(NOTE.toBuilder().dayCount(DayCounts.THIRTY_360).build(), 0.004, 0.0435, null)));
        floater(
                "coupons paid on weekends",
                right,
                priced(note(
                        NOTE.toBuilder()
                                .paymentConvention(BusinessDayConvention.UNADJUSTED)
                                .build(),
                        0.004,
                        0.0435,
                        null)));
        FloaterPricing floored = priced(note(NOTE, 0.004, 0.0435, 0.0475));
        assertThat(FLOATERS.dirtyPrice(floored).isAgreed()).isTrue();
        floater("floor forgotten", floored, right);
    }

    private void floater(String fault, FloaterPricing right, FloaterPricing wrong) {
        fault(fault, FLOATERS.dirtyPrice(right, wrong.dirtyPrice()));
    }

    private static OvernightCompounding rule(int lookback, boolean shift, int lockout, int delay) {
        return new OvernightCompounding("DRILL", lookback, shift, lockout, delay, "US_GOVT", DayCounts.ACT_360);
    }

    private static FloaterPricing inArrears(OvernightCompounding rule, double jump) {
        TreeMap<LocalDate, Double> fixings = new TreeMap<>();
        var calendar = HolidayCalendars.of("US_GOVT");
        for (LocalDate day = ACCRUAL_START.minusDays(30); day.isBefore(CURVE_DAY); day = day.plusDays(1)) {
            if (calendar.isBusinessDay(day)) {
                fixings.put(day, 0.042 + jump * Math.sin(1.0 * day.toEpochDay()));
            }
        }
        CouponDates dates = CouponDates.of(ACCRUAL_START, ACCRUAL_START.plusYears(2), Frequency.QUARTERLY, false);
        FloatingRateNote note =
                new FloatingRateNote(NOTE, dates, "SOFR", Tenor.ofMonths(3), 0.004, null, new TreeMap<>(), null);
        return FloaterPricing.inArrears(note, SETTLEMENT, CURVE, PROJECTION, rule, fixings);
    }

    private void overnightFaults() {
        for (OvernightCompounding rule : List.of(
                rule(0, false, 0, 0),
                rule(5, false, 0, 0),
                rule(5, true, 0, 0),
                rule(0, false, 2, 2),
                rule(2, true, 3, 1))) {
            assertThat(FLOATERS.dirtyPrice(inArrears(rule, 0.002)).isAgreed())
                    .as("%s", rule)
                    .isTrue();
        }
        FloaterPricing lookback = inArrears(rule(5, false, 0, 0), 0.002);
        floater("lookback forgotten", lookback, inArrears(rule(0, false, 0, 0), 0.002));
        floater("lookback a day short", lookback, inArrears(rule(4, false, 0, 0), 0.002));
        floater("lookback with shifted weights", lookback, inArrears(rule(5, true, 0, 0), 0.002));
        floater("overnight fixings averaged", lookback, inArrears(rule(5, false, 0, 0), 0.0));
        FloaterPricing lockout = inArrears(rule(0, false, 3, 2), 0.002);
        floater("lockout forgotten", lockout, inArrears(rule(0, false, 0, 2), 0.002));
        floater("payment delay forgotten", lockout, inArrears(rule(0, false, 3, 0), 0.002));
    }

    private void marginFaults() {
        FloatingRateNote note = note(NOTE, 0.004, 0.0435, null);
        double index = 0.041;
        double clean = 99.2;
        FloaterMargins margins = FloaterMargins.of(note, SETTLEMENT, index);
        double right = margins.discountMarginFromCleanPrice(clean);
        assertThat(FLOATERS.discountMargin(note, SETTLEMENT, index, clean).isAgreed())
                .isTrue();
        margin("simple margin given as discount margin", note, margins.simpleMarginFromCleanPrice(clean));
        margin(
                "margin of the dirty price taken for clean",
                note,
                margins.discountMarginFromCleanPrice(clean + margins.accruedInterest()));
        margin(
                "first coupon at the assumed index",
                note,
                FloaterMargins.of(note(NOTE, 0.004, index, null), SETTLEMENT, index)
                        .discountMarginFromCleanPrice(clean));
        margin("index rate left inside the margin", note, right + index);
        margin("margin off by a hundred-thousandth of a basis point", note, right + 1e-9);
        margin(
                "quoted margin discounted away",
                note,
                FloaterMargins.of(note(NOTE, 0.0, 0.0435, null), SETTLEMENT, index)
                        .discountMarginFromCleanPrice(clean));
    }

    private void margin(String fault, FloatingRateNote note, double margin) {
        fault(fault, FLOATERS.discountMargin(note, SETTLEMENT, 0.041, 99.2, margin));
    }

    @Test
    void randomBondsOfEveryKindThatEndsAreConfirmedOffTheCurve() {
        SplittableRandom random = new SplittableRandom(20260317);
        int confirmed = 0;
        for (int k = 0; k < 400; k++) {
            RandomBonds.Pick pick = RandomBonds.pick(random);
            if (pick.bond() instanceof PerpetualBond) {
                continue;
            }
            CurvePricing pricing = CurvePricing.of(pick.bond(), pick.settlement());
            NodeCurve curve = curve(pick.settlement().minusDays(k % 3), Interpolators.LINEAR, 0.0);
            VerifiedCurvePricing verified = VerifiedCurvePricing.of(pricing, VERIFIER);
            Verified price = verified.dirtyPrice(curve);
            assertThat(price.isAgreed()).as("%s: %s", pick, price).isTrue();
            confirmed++;
        }
        assertThat(confirmed).isGreaterThan(300);
    }

    @Test
    void everyInterpolationIsConfirmedByItsForwards() {
        for (Interpolators interpolator : Interpolators.values()) {
            if (interpolator == Interpolators.LOG_LINEAR) {
                continue; // of values that must be positive, which zero rates need not be
            }
            NodeCurve curve = curve(CURVE_DAY, interpolator, 0.0);
            Verified price = VERIFIED.dirtyPrice(curve);
            assertThat(price.isAgreed()).as("%s: %s", interpolator, price).isTrue();
            assertThat(VERIFIED.zSpread(curve, 98.7).isAgreed())
                    .as("%s", interpolator)
                    .isTrue();
        }
    }

    @Test
    void bondsThatAreMeantToBeUncheckedAreNotCalculatedTwice() {
        VerifiedCurvePricing off =
                VerifiedCurvePricing.of(bond(BondConventions.US_TREASURY), SETTLEMENT, Verifier.off());
        assertThat(off.dirtyPrice(CURVE).paths()).hasSize(1);
        assertThat(off.pricing().yieldPricing()).isInstanceOf(BondPricing.class);
    }
}
