package io.bondtrader.strategies.relativevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted in the primary path, one at a time; verification must notice each of them, and nothing else. */
final class CurveTradeDrillTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);
    private static final List<String> NAMES = List.of("2Y", "5Y", "10Y");
    private static final KeyTenors KEYS = KeyTenors.ofYears(1, 2, 3, 5, 7, 10);
    private static final double[] PRICES = {99.90, 99.50, 98.60};
    private static final DiscountCurve CURVE = curve(0.039, 0.040, 0.044);

    private static final List<FixedCouponBond> BONDS = List.of(
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.03875, "2025-06-30", "2027-06-30"),
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-06-30", "2030-06-30"),
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-05-15", "2035-05-15"));

    private static final VerifiedCurveTrade CHECKED = checked(Verifier.flagging());

    private static VerifiedCurveTrade checked(Verifier verifier) {
        List<BondPricing> pricings =
                BONDS.stream().map(bond -> BondPricing.of(bond, TODAY)).toList();
        return VerifiedCurveTrade.of(verifier, NAMES, pricings, PRICES, CURVE);
    }

    private static DiscountCurve curve(double one, double five, double twelve) {
        return NodeCurve.builder("zeros", TODAY.minusDays(120))
                .nodes(List.of(
                        new CurveNode("1Y", null, 1), new CurveNode("5Y", null, 5), new CurveNode("12Y", null, 12)))
                .zeroRates(one, five, twelve)
                .build();
    }

    private static CurveTrade fly(CurveLegs legs) {
        return CurveTrade.butterfly(legs, "2Y", "5Y", "10Y", Neutrality.cashAndDv01())
                .scaledToDv01(10_000);
    }

    private static CurveLegs legs(LocalDate settlement, double[] prices, DiscountCurve curve) {
        return CurveLegs.of(NAMES, BondBook.of(BONDS, settlement), prices, curve, KEYS);
    }

    private static final CurveTrade SOUND = fly(legs(TODAY, PRICES, CURVE));

    private static List<Verified> all(CurveTrade trade) {
        List<Verified> all = new ArrayList<>(
                List.of(CHECKED.level(trade), CHECKED.slope(trade), CHECKED.curvature(trade), CHECKED.cash(trade)));
        for (int key = 0; key < KEYS.count(); key++) {
            all.add(CHECKED.keyRate(trade, key));
        }
        return all;
    }

    /** What can go wrong, each as the trade or the figure that it leads to. */
    enum Fault {
        PRICES_OF_YESTERDAY,
        SETTLEMENT_OF_LAST_WEEK,
        ANOTHER_CURVE,
        PRICES_OF_TWO_LEGS_SWAPPED,
        ACCRUED_INTEREST_FORGOTTEN,
        CASH_OF_FACES_FOR_PRICES,
        SIGN_OF_THE_BODY_FORGOTTEN,
        PARALLEL_MOVE_FOR_A_SLOPE,
        KEY_RATE_OF_THE_NEIGHBOUR,
        PAR_BONDS_FOR_THE_REAL_ONES,
        PER_UNIT_FOR_PER_HUNDRED;

        private List<Verified> verify() {
            CurveExposure left = SOUND.exposure();
            return switch (this) {
                case PRICES_OF_YESTERDAY -> all(fly(legs(TODAY, new double[] {99.8, 99.2, 97.9}, CURVE)));
                case SETTLEMENT_OF_LAST_WEEK -> all(fly(legs(TODAY.minusDays(7), PRICES, CURVE)));
                case ANOTHER_CURVE -> all(fly(legs(TODAY, PRICES, curve(0.035, 0.042, 0.050))));
                case PRICES_OF_TWO_LEGS_SWAPPED -> all(fly(legs(TODAY, new double[] {99.50, 99.90, 98.60}, CURVE)));
                case ACCRUED_INTEREST_FORGOTTEN -> {
                    double clean = SOUND.face("2Y") * 0.9990 + SOUND.face("5Y") * 0.9950 + SOUND.face("10Y") * 0.9860;
                    yield List.of(CHECKED.cash(SOUND, clean));
                }
                case CASH_OF_FACES_FOR_PRICES ->
                    List.of(CHECKED.cash(
                            SOUND,
                            SOUND.faces().values().stream().mapToDouble(x -> x).sum()));
                case SIGN_OF_THE_BODY_FORGOTTEN ->
                    List.of(CHECKED.exposure(SOUND, 0, left.level() + 2 * 10_000, ones()));
                case PARALLEL_MOVE_FOR_A_SLOPE -> List.of(CHECKED.exposure(SOUND, 1, left.slope(), ones()));
                case KEY_RATE_OF_THE_NEIGHBOUR -> {
                    double[] shape = new double[KEYS.count()];
                    shape[3] = 1;
                    yield List.of(CHECKED.exposure(SOUND, 6, left.keyRates().get(2), shape));
                }
                case PAR_BONDS_FOR_THE_REAL_ONES -> {
                    CurveLegs par = CurveLegs.parBonds(new double[] {2, 5, 10}, new double[] {0.039, 0.041, 0.044}, 2);
                    yield List.of(CHECKED.level(fly(par)), CHECKED.cash(fly(par)));
                }
                case PER_UNIT_FOR_PER_HUNDRED ->
                    List.of(CHECKED.exposure(SOUND, 2, left.curvature() * 100, curvature()));
            };
        }

        private static double[] ones() {
            double[] ones = new double[KEYS.count()];
            java.util.Arrays.fill(ones, 1);
            return ones;
        }

        private static double[] curvature() {
            double[] shape = SOUND.slopeShape();
            java.util.Arrays.setAll(shape, k -> 0.5 - 2 * Math.abs(shape[k]));
            return shape;
        }
    }

    @Test
    void aSoundTradeIsConfirmed() {
        assertThat(all(SOUND)).hasSize(10).allMatch(Verified::isAgreed);
        CurveTrade steepener = CurveTrade.steepener(legs(TODAY, PRICES, CURVE), "2Y", "10Y", Neutrality.dv01());
        assertThat(all(steepener)).allMatch(Verified::isAgreed);
        assertThat(CHECKED.level(SOUND).value()).isCloseTo(0, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Math.abs(CHECKED.curvature(SOUND).value())).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsNoticed(Fault fault) {
        assertThat(fault.verify()).anyMatch(verified -> !verified.isAgreed());
    }

    @Test
    void aStrictVerifierRefusesAWrongTrade() {
        VerifiedCurveTrade strict = checked(Verifier.strict());
        CurveTrade wrong = fly(legs(TODAY, new double[] {99.9, 99.5, 90}, CURVE));
        assertThatThrownBy(() -> strict.level(wrong)).isInstanceOf(DiscrepancyFound.class);
        assertThat(checked(Verifier.off()).level(wrong).isAgreed()).isFalse();
    }

    @Test
    void otherBondsAreRefused() {
        List<BondPricing> one = List.of(BondPricing.of(BONDS.get(0), TODAY));
        VerifiedCurveTrade small =
                VerifiedCurveTrade.of(Verifier.strict(), List.of("2Y"), one, new double[] {99.9}, CURVE);
        assertThatThrownBy(() -> small.level(SOUND)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CHECKED.keyRate(SOUND, 6)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> VerifiedCurveTrade.of(Verifier.strict(), NAMES, one, PRICES, CURVE))
                .isInstanceOf(InvalidInput.class);
    }
}
