package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Faults put into the first path of credit figures, one at a time; the second path, which knows nothing of them, objects. */
final class CreditDrillTest {

    private static final VerifiedCredit VERIFIED =
            VerifiedCredit.of(Verifier.builder().alerts(alert -> {}).build());
    private static final NormalDistribution N = new NormalDistribution(null, 0, 1);

    private static final VasicekLoss LOSS = new VasicekLoss(0.02, 0.2);
    private static final MertonModel FIRM = new MertonModel(120, 100, 0.2, 0.05, 1);
    private static final TransitionGenerator GENERATOR = Published.matrix().generator(GeneratorAdjustment.WEIGHTED);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final BondPricing BOND =
            BondPricing.of(FixedCouponBond.of(BondConventions.US_CORPORATE, 0.06, "2025-06-15", "2034-06-15"), TODAY);
    private static final NodeCurve CURVE = NodeCurve.ofZeroRates(
            "USD",
            TODAY,
            List.of(TODAY.plusYears(1), TODAY.plusYears(30)),
            new double[] {0.035, 0.045},
            Interpolators.LINEAR);
    private static final HazardCurve HAZARD = HazardCurve.of(new double[] {2.5}, new double[] {0.02, 0.04});

    @Test
    void withoutAFaultBothPathsAgree() {
        for (double confidence : new double[] {0.01, 0.5, 0.99, 0.999, 0.99999}) {
            assertThat(VERIFIED.lossQuantile(LOSS, confidence).isAgreed()).isTrue();
            assertThat(VERIFIED.lossQuantile(new VasicekLoss(0.0003, 0.24), confidence)
                            .isAgreed())
                    .isTrue();
        }
        for (double assets : new double[] {50, 100, 120, 500}) {
            MertonModel firm = new MertonModel(assets, 100, 0.35, 0.02, 4);
            assertThat(VERIFIED.equity(firm).isAgreed())
                    .as("%s", VERIFIED.equity(firm))
                    .isTrue();
            assertThat(VERIFIED.defaultProbability(firm).isAgreed()).isTrue();
        }
        for (double years : new double[] {0.25, 1, 10, 40}) {
            assertThat(VERIFIED.transition(GENERATOR, "BBB", "D", years).isAgreed())
                    .isTrue();
        }
        Verified price = VERIFIED.riskyPrice(HAZARD, BOND, CURVE, 0.4);
        assertThat(price.isAgreed()).as("%s", price).isTrue();
    }

    @Test
    void everyFaultIsCaught() {
        Map<String, Verified> faults = new LinkedHashMap<>();
        double pd = N.inverseCumulativeProbability(0.02);
        double z = N.inverseCumulativeProbability(0.999);
        faults.put("correlation without its root", quantile((pd + 0.2 * z) / Math.sqrt(0.8)));
        faults.put("not divided by the idiosyncratic part", quantile(pd + Math.sqrt(0.2) * z));
        faults.put("divided by 1 - rho, not its root", quantile((pd + Math.sqrt(0.2) * z) / 0.8));
        faults.put("the good tail of the factor", quantile((pd - Math.sqrt(0.2) * z) / Math.sqrt(0.8)));
        faults.put("one-sided 99 % for 99.9 %", VERIFIED.lossQuantile(LOSS, 0.999, LOSS.quantile(0.99)));
        double d1 = FIRM.distanceToDefault() + 0.2;
        faults.put(
                "debt not discounted",
                VERIFIED.equity(FIRM, 120 * N.cumulativeProbability(d1) - 100 * N.cumulativeProbability(d1 - 0.2)));
        faults.put(
                "d1 and d2 exchanged",
                VERIFIED.equity(
                        FIRM,
                        120 * N.cumulativeProbability(d1 - 0.2) - 100 * Math.exp(-0.05) * N.cumulativeProbability(d1)));
        faults.put("PD by d1", VERIFIED.defaultProbability(FIRM, N.cumulativeProbability(-d1)));
        faults.put(
                "PD without the drift",
                VERIFIED.defaultProbability(FIRM, new MertonModel(120, 100, 0.2, 0, 1).defaultProbability()));
        double yearly = GENERATOR.over(1).defaultProbability("BBB");
        faults.put("transitions multiplied by years", transition(5 * yearly));
        faults.put("survival of the first year repeated", transition(1 - Math.pow(1 - yearly, 5)));
        faults.put("four years for five", transition(GENERATOR.over(4).defaultProbability("BBB")));
        faults.put(
                "other repair of the generator",
                transition(Published.matrix()
                        .generator(GeneratorAdjustment.DIAGONAL)
                        .over(5)
                        .defaultProbability("BBB")));
        faults.put("recovery forgotten", price(HAZARD.dirtyPrice(BOND, CURVE, 0)));
        faults.put("loss given default for recovery", price(HAZARD.dirtyPrice(BOND, CURVE, 0.6)));
        faults.put("only the first hazard", price(HazardCurve.flat(0.02).dirtyPrice(BOND, CURVE, 0.4)));

        assertThat(faults).hasSizeGreaterThanOrEqualTo(8);
        assertThat(faults)
                .allSatisfy((fault, verified) -> assertThat(verified.isAgreed())
                        .as("%s: %s", fault, verified)
                        .isFalse());
    }

    private static Verified quantile(double normal) {
        return VERIFIED.lossQuantile(LOSS, 0.999, N.cumulativeProbability(normal));
    }

    private static Verified transition(double probability) {
        return VERIFIED.transition(GENERATOR, "BBB", "D", 5, probability);
    }

    private static Verified price(double price) {
        return VERIFIED.riskyPrice(HAZARD, BOND, CURVE, 0.4, price);
    }
}
