package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DefaultModelsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final BondPricing BOND =
            BondPricing.of(FixedCouponBond.of(BondConventions.US_CORPORATE, 0.06, "2025-06-15", "2034-06-15"), TODAY);
    private static final NodeCurve CURVE = NodeCurve.ofZeroRates(
            "USD",
            TODAY,
            List.of(TODAY.plusYears(1), TODAY.plusYears(30)),
            new double[] {0.035, 0.045},
            Interpolators.LINEAR);

    /** V 120, D 100, 20 %, 5 %, one year. */
    @Test
    void mertonsFirmHasThePublishedEquityDebtSpreadAndDefaultProbability() {
        MertonModel firm = new MertonModel(120, 100, 0.2, 0.05, 1);

        assertThat(firm.equity()).isCloseTo(26.1690439, within(5e-8));
        assertThat(firm.debt()).isCloseTo(93.8309561, within(5e-8));
        assertThat(firm.spread()).isCloseTo(0.0136753625, within(5e-11));
        assertThat(firm.defaultProbability()).isCloseTo(0.1442068893, within(5e-11));
        assertThat(firm.distanceToDefault()).isPositive();
        assertThat(firm.expectedRecovery()).isBetween(0.8, 1.0);
    }

    @Test
    void assetsAreFoundBackFromTheirEquity() {
        for (double assets : new double[] {60, 99, 120, 400}) {
            for (double volatility : new double[] {0.03, 0.2, 0.8}) {
                MertonModel firm = new MertonModel(assets, 100, volatility, 0.03, 2);
                if (firm.equity() > 1e-6) {
                    MertonModel found = MertonModel.fromEquity(firm.equity(), firm.equityVolatility(), 100, 0.03, 2);
                    assertThat(found.assetValue()).isCloseTo(assets, within(1e-6 * assets));
                    assertThat(found.assetVolatility()).isCloseTo(volatility, within(1e-6));
                }
            }
        }
    }

    /** 150 bp at a loss of 60 %: hazard 2.5 %, five years 11.75 %. */
    @Test
    void theCreditTriangleGivesThePublishedHazard() {
        HazardCurve hazard = HazardCurve.ofSpread(0.0150, 0.40);

        assertThat(hazard.hazardRate(3)).isCloseTo(0.025, within(1e-15));
        assertThat(hazard.defaultProbability(5)).isCloseTo(0.1175030974, within(5e-11));
    }

    /** PD 2 %, correlation 20 %, 99.9 %. */
    @Test
    void vasiceksQuantileIsThePublishedOne() {
        VasicekLoss loss = new VasicekLoss(0.02, 0.2);

        assertThat(loss.quantile(0.999)).isCloseTo(0.2263128072, within(5e-11));
        assertThat(loss.cumulativeProbability(loss.quantile(0.999))).isCloseTo(0.999, within(1e-12));
        assertThat(loss.cumulativeProbability(0)).isZero();
        assertThat(loss.cumulativeProbability(1)).isEqualTo(1);
        assertThat(loss.unexpectedLoss(0.999, 0.45)).isCloseTo(0.45 * (0.2263128072 - 0.02), within(5e-11));
    }

    @Test
    void theDensityOfLossesAddsUpToOneAndToThePd() {
        VasicekLoss loss = new VasicekLoss(0.05, 0.15);

        assertThat(NormalIntegral.integral(loss::density, 1e-9, 1 - 1e-9, 3_000))
                .isCloseTo(1, within(1e-6));
        assertThat(NormalIntegral.integral(x -> x * loss.density(x), 1e-9, 1 - 1e-9, 3_000))
                .isCloseTo(0.05, within(1e-7));
    }

    @Test
    void survivalFollowsEveryPieceOfTheHazard() {
        HazardCurve hazard = HazardCurve.of(new double[] {1, 3}, new double[] {0.01, 0.02, 0.05});

        assertThat(hazard.survivalProbability(0)).isEqualTo(1);
        assertThat(hazard.survivalProbability(5)).isCloseTo(Math.exp(-0.01 - 0.04 - 0.10), within(1e-15));
        assertThat(hazard.hazardRate(1)).isEqualTo(0.02);
        assertThat(hazard.defaultProbability(1, 3)).isCloseTo(Math.exp(-0.01) - Math.exp(-0.05), within(1e-15));
        HazardCurve again = HazardCurve.ofSurvival(
                new double[] {1, 3}, new double[] {hazard.survivalProbability(1), hazard.survivalProbability(3)});
        assertThat(again.survivalProbability(2)).isCloseTo(hazard.survivalProbability(2), within(1e-15));
    }

    @Test
    void aBondThatCannotDefaultIsWorthWhatTheCurveSays() {
        assertThat(HazardCurve.flat(0).dirtyPrice(BOND, CURVE, 0.4))
                .isCloseTo(CurvePricing.of(BOND).dirtyPrice(CURVE), within(1e-10));
    }

    /** Without recovery a hazard discounts as a Z-spread does. */
    @Test
    void withoutRecoveryAHazardIsASpread() {
        double z = CurvePricing.of(BOND).zSpread(CURVE, HazardCurve.flat(0.021).dirtyPrice(BOND, CURVE, 0));

        assertThat(z).isCloseTo(0.021, within(1e-9));
    }

    @Test
    void recoveryRaisesThePriceLinearly() {
        HazardCurve hazard = HazardCurve.of(new double[] {2.37}, new double[] {0.02, 0.06});
        double none = hazard.dirtyPrice(BOND, CURVE, 0);
        double half = hazard.dirtyPrice(BOND, CURVE, 0.5);
        double full = hazard.dirtyPrice(BOND, CURVE, 1);

        assertThat(full - half).isCloseTo(half - none, within(1e-10)).isPositive();
    }

    @Test
    void expectedLossAddsUpItsPeriods() {
        HazardCurve hazard = HazardCurve.flat(0.03);
        ExpectedLoss loss =
                ExpectedLoss.of(hazard, 0.45, new double[] {0.5, 1, 2, 3}, new double[] {100, 100, 80, 60}, 0.05);

        double first = 0.45 * 100 * (1 - Math.exp(-0.015)) * Math.pow(1.05, -0.5);
        double second = 0.45 * 100 * (Math.exp(-0.015) - Math.exp(-0.03)) / 1.05;
        assertThat(loss.twelveMonth()).isCloseTo(first + second, within(1e-12));
        assertThat(loss.lifetime()).isGreaterThan(loss.twelveMonth());
        assertThat(loss.allowance(ImpairmentStage.STAGE_1, 0.5)).isEqualTo(loss.twelveMonth());
        assertThat(loss.allowance(ImpairmentStage.STAGE_2, 0.5)).isEqualTo(loss.lifetime());
        assertThat(loss.allowance(ImpairmentStage.STAGE_3, 0.5)).isEqualTo(50);
        assertThat(loss.periods()).hasSize(4);
    }

    /** IFRS 9: 5.5.10, 5.5.11, B5.5.37. */
    @Test
    void stagesFollowTheStandardsPresumptions() {
        StagingRules rules = StagingRules.presumptions();

        assertThat(rules.stage(Rating.BB, 0.02, 0.021, 0)).isEqualTo(ImpairmentStage.STAGE_1);
        assertThat(rules.stage(Rating.BB, 0.02, 0.05, 0)).isEqualTo(ImpairmentStage.STAGE_2);
        assertThat(rules.stage(Rating.A, 0.001, 0.01, 0)).isEqualTo(ImpairmentStage.STAGE_1);
        assertThat(rules.stage(Rating.A, 0.001, 0.001, 30)).isEqualTo(ImpairmentStage.STAGE_2);
        assertThat(rules.stage(Rating.A, 0.001, 0.001, 90)).isEqualTo(ImpairmentStage.STAGE_3);
        assertThat(rules.stage(Rating.D, 0.001, 1, 0)).isEqualTo(ImpairmentStage.STAGE_3);
    }

    @Test
    void badModelsAreRefused() {
        assertThatThrownBy(() -> new MertonModel(0, 100, 0.2, 0.05, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new MertonModel(120, 100, Double.NaN, 0.05, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> MertonModel.fromEquity(-1, 0.2, 100, 0.05, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VasicekLoss(0, 0.2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VasicekLoss(0.02, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VasicekLoss(0.02, 0.2).quantile(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VasicekLoss(0.02, 0.2).density(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VasicekLoss(0.02, 0.2).unexpectedLoss(0.999, 2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VasicekLoss(0.02, 0.2).conditionalDefaultProbability(Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.flat(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.ofSpread(0.01, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.of(new double[] {2, 1}, new double[3]))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.of(new double[] {2}, new double[3]))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.ofSurvival(new double[] {1, 2}, new double[] {0.9, 0.95}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.ofSurvival(new double[0], new double[0]))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.flat(0.1).survivalProbability(Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.flat(0.1).defaultProbability(2, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HazardCurve.flat(0.1).dirtyPrice(BOND, CURVE, 1.2))
                .isInstanceOf(InvalidInput.class);
        HazardCurve flat = HazardCurve.flat(0.1);
        assertThatThrownBy(() -> ExpectedLoss.of(flat, 2, new double[] {1}, new double[] {1}, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ExpectedLoss.of(flat, 0.4, new double[] {0.5, 1.5}, new double[] {1, 1}, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ExpectedLoss.of(flat, 0.4, new double[] {1}, new double[] {-1}, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new StagingRules(1, 0, 30, 90, Rating.BBB)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new StagingRules(2, 0, 90, 30, Rating.BBB)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> StagingRules.presumptions().stage(Rating.A, 0.1, 1.1, 0))
                .isInstanceOf(InvalidInput.class);
    }
}
