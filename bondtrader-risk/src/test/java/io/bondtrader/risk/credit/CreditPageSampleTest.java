package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/credit.md. */
final class CreditPageSampleTest {

    @Test
    void ratings() {
        Rating moodys = RatingAgency.MOODYS.parse("Baa1");
        Rating fitch = RatingAgency.FITCH.parse("A-");
        Rating composite = CompositeRule.BASEL.of(List.of(moodys, fitch, Rating.BBB));
        String symbol = RatingAgency.SP.symbol(composite);

        assertThat(symbol).isEqualTo("BBB+");
    }

    @Test
    void migration() {
        List<String> states = Published.STATES;
        double[][] percent = Published.MATRIX;
        TransitionMatrix year = TransitionMatrix.ofPublished(states, 1.0, percent);
        TransitionGenerator generator = year.generator(GeneratorAdjustment.WEIGHTED);
        String whatWasRepaired = generator.report().toString();
        double fiveYears = generator.defaultProbability("BBB", 5.0);

        assertThat(whatWasRepaired).startsWith("7 negative rates");
        assertThat(fiveYears).isCloseTo(0.0211, within(5e-5));
    }

    @Test
    void values() {
        TransitionMatrix year = Published.matrix();
        RatedExposure bond = RatedExposure.ofAnnualBond(
                "6 % of 5 years", "BBB", 6.0, Published.FORWARDS, Published.STATES, 51.13, 25.45);
        ValueDistribution exact = ValueDistribution.of(bond, year);
        double valueAtRisk = exact.valueAtRisk(0.99);

        RatedExposure other =
                RatedExposure.ofAnnualBond("another", "A", 5.0, Published.FORWARDS, Published.STATES, 51.13, 25.45);
        CreditPortfolio portfolio = CreditPortfolio.of(List.of(bond, other), year, 0.30);
        ValueDistribution simulated = portfolio.simulate(100_000, 42L, Parallelism.commonPool());

        assertThat(valueAtRisk).isCloseTo(8.98, within(0.005));
        assertThat(simulated.mean()).isBetween(210.0, 216.0);
    }

    @Test
    void models() {
        LocalDate today = LocalDate.of(2026, 3, 16);
        DiscountCurve curve = NodeCurve.ofZeroRates(
                "USD",
                today,
                List.of(today.plusYears(1), today.plusYears(30)),
                new double[] {0.04, 0.045},
                Interpolators.LINEAR);
        BondPricing pricing = BondPricing.of(
                FixedCouponBond.of(BondConventions.US_CORPORATE, 0.06, "2025-06-15", "2034-06-15"), today);
        MertonModel firm = MertonModel.fromEquity(26.17, 0.822, 100, 0.05, 1.0);
        double distance = firm.distanceToDefault();
        HazardCurve hazard = HazardCurve.ofSpread(0.0150, 0.40);
        double fair = hazard.dirtyPrice(pricing, curve, 0.40);
        double worstIn1000 = new VasicekLoss(0.02, 0.20).quantile(0.999);

        assertThat(distance).isCloseTo(1.061, within(0.01));
        assertThat(fair).isBetween(90.0, 110.0);
        assertThat(worstIn1000).isCloseTo(0.2263, within(5e-5));
    }

    @Test
    void losses() {
        HazardCurve hazard = HazardCurve.flat(0.02);
        ExpectedLoss loss = ExpectedLoss.of(hazard, 0.45, new double[] {1, 2, 3}, new double[] {100, 80, 60}, 0.05);
        ImpairmentStage stage = StagingRules.presumptions().stage(Rating.BB, 0.02, 0.06, 0);
        double allowance = loss.allowance(stage, 0.45);

        assertThat(stage).isEqualTo(ImpairmentStage.STAGE_2);
        assertThat(allowance).isEqualTo(loss.lifetime());
    }

    @Test
    void evidence() {
        VerifiedCredit credit = VerifiedCredit.of(Verifier.strict());
        Verified quantile = credit.lossQuantile(new VasicekLoss(0.02, 0.20), 0.999);

        assertThat(quantile.isAgreed()).isTrue();
    }
}
