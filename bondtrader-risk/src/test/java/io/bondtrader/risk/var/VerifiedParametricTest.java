package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.verify.Verdict;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import org.junit.jupiter.api.Test;

/** A distribution held against a large sample, and faults planted in it. */
final class VerifiedParametricTest {

    private static final Covariance COVARIANCE = CovarianceEstimator.aroundZero()
            .estimate(TreasuryDesk.moves(750, 0.0006))
            .covariance();

    private static VerifiedParametric verified(Verifier verifier) {
        return VerifiedParametric.of(
                ScenarioBook.of(TreasuryDesk.book(), TreasuryDesk.mapping()),
                COVARIANCE,
                MonteCarlo.paths(60_000, 11).principalComponents(0).build(),
                verifier,
                Parallelism.callingThread());
    }

    @Test
    void theFigureLiesInTheBandOfTheSampleAndWrongOnesDoNot() {
        VerifiedParametric both = verified(Verifier.flagging());
        double right = both.distribution().valueAtRisk(0.99);
        double linear = both.distribution().deltaNormal().valueAtRisk(0.99);

        assertThat(both.valueAtRisk(0.99).isAgreed()).isTrue();
        assertThat(both.expectedShortfall(0.975).isAgreed()).isTrue();
        assertThat(right).isNotEqualTo(linear);
        assertThat(both.valueAtRisk(0.99, -right).verdict())
                .as("the other tail")
                .isEqualTo(Verdict.DISCREPANT);
        assertThat(both.valueAtRisk(0.99, both.distribution().valueAtRisk(0.98)).verdict())
                .as("a confidence of 98 %")
                .isEqualTo(Verdict.DISCREPANT);
        assertThat(both.valueAtRisk(0.99, right * Math.sqrt(10)).verdict())
                .as("ten days")
                .isEqualTo(Verdict.DISCREPANT);
        assertThat(both.expectedShortfall(0.975, both.distribution().valueAtRisk(0.975))
                        .verdict())
                .as("value at risk for the shortfall")
                .isEqualTo(Verdict.DISCREPANT);
        assertThat(both)
                .hasToString("VerifiedParametric[" + both.distribution() + " against PnlVectors[1 positions x "
                        + "60000 scenarios, Monte Carlo, normal moves, PRINCIPAL_COMPONENTS, PSEUDO_RANDOM, seed 11]]");
    }

    @Test
    void unselectedAndImpossibleRequests() {
        VerifiedParametric off = verified(Verifier.off());
        assertThat(off.valueAtRisk(0.99).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThatThrownBy(() -> off.valueAtRisk(1)).isInstanceOf(InvalidInput.class);
    }
}
