package io.bondtrader.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of the documentation, and what the sizes say of themselves. */
final class SizingSampleTest {

    @Test
    void aSteepenerIsSizedWithoutRiskingThreeTenths() {
        // Four outcomes of a month per unit of wealth, beyond cash: a steepener and a credit trade.
        double[][] outcomes = {{0.25, -0.10}, {-0.20, 0.15}, {0.10, 0.12}, {-0.05, -0.11}};
        double[] probabilities = {0.30, 0.20, 0.25, 0.25};
        var bets = ScenarioKelly.of(outcomes, probabilities);

        // No shorts, no borrowing, caps, and at most one chance in ten of ever falling below 70 %.
        ConstrainedKelly held = bets.longOnly().cappedAt(0.6, 0.7).withDrawdown(0.7, 0.1);
        KellyStake stake = held.stake();
        List<WorstCase> worst = stake.worstCases();
        Verified growth = VerifiedKelly.of(Verifier.strict()).growth(held); // throws if something could grow faster

        assertThat(growth.orElseThrow()).isEqualTo(stake.growth());
        assertThat(stake.drawdownProbability(0.7)).isLessThanOrEqualTo(0.1 + 1e-9);
        assertThat(worst).hasSize(3);
    }

    @Test
    void estimatedMeansAreDoubted() {
        var covariance =
                Covariance.of(List.of("Treasuries", "credit"), new double[][] {{0.0036, 0.001}, {0.001, 0.0049}});
        // Means of twelve years beyond 3 % cash, half believed: shrunk, then as predictive distribution.
        var bets = MultivariateKelly.of(covariance, new double[] {0.040, 0.045}, 0.03);
        KellyStake stake = bets.shrunk(12).predictive(12, new double[2], 12).longOnlyStake(0.5, 1, 1);

        assertThat(Arrays.stream(stake.fractions())).allMatch(f -> f >= 0 && f <= 0.5);
        assertThat(stake.toString()).contains("growth");
        assertThat(bets.shrunk(12).toString()).contains("excess");
    }

    @Test
    void aDv01BecomesLots() {
        SizedPosition long10 = new Dv01Target(25_000).size(0.0782, 7_300); // DV01 and convexity per 100
        SizedPosition short2 = new Dv01Target(-25_000).size(0.0189, 450);
        double[] wanted = {long10.amounts()[0], short2.amounts()[0]};
        // Lots of 1,000 from 100,000; together never more than 50,000 of DV01.
        var terms = new LotTerms(100_000, 1_000);
        var rounding = LotRounding.of(List.of(terms, terms), new double[] {0.000782, 0.000189}, 50_000);
        SizedPosition traded = rounding.round(wanted, new double[] {50e6, 200e6});

        assertThat(traded.amounts()[0]).isCloseTo(wanted[0], within(1_000.0));
        assertThat(traded.amounts()[1]).isNegative().isCloseTo(wanted[1], within(1_000.0));
        assertThat(traded.worstCases().get(1).figure()).isLessThanOrEqualTo(50_000);
        // 100 basis points against a long position lose less than 100 DV01, against a short one more.
        assertThat(long10.worstCases().get(0).figure()).isLessThan(2_500_000);
        assertThat(short2.worstCases().get(0).figure()).isGreaterThan(2_500_000);
        assertThat(traded.toString()).contains("of face");
    }

    @Test
    void riskBudgetsReachTheTargetAndSayWhatCorrelationsHide() {
        var covariance =
                Covariance.of(List.of("Treasuries", "credit"), new double[][] {{0.0036, 0.001}, {0.001, 0.0049}});
        SizedPosition position = new VolatilityTarget(0.05, 2).byRiskBudgets(covariance, 3, 1);

        double[] held = position.amounts();
        assertThat(Math.sqrt(covariance.variance(held))).isCloseTo(0.05, within(1e-12));
        double[] marginal = covariance.times(held);
        assertThat(held[0] * marginal[0]).isCloseTo(3 * held[1] * marginal[1], within(1e-10));
        assertThat(position.worstCases().get(0).figure()).isGreaterThan(0.05);
    }

    @Test
    void winsAndLossesSoFarMoveTheProbability() {
        BinaryKelly bet = BinaryKelly.observed(12, 8, 1, 1, 1, 1);
        assertThat(bet.winProbability()).isCloseTo(13.0 / 22, within(1e-15));
        assertThat(bet.stake(0.5, 1).fractions()[0]).isCloseTo(2.0 / 22, within(1e-12));
        assertThat(bet.stake(1, 0.01).fractions()[0]).isEqualTo(0.01);
    }

    @Test
    void withoutAnEdgeEverythingIsCash() {
        KellyStake stake = ScenarioKelly.of(new double[] {0.1, -0.2}, new double[] {0.5, 0.5})
                .longOnly()
                .stake();
        assertThat(stake.cash()).isEqualTo(1);
        assertThat(stake.growth()).isZero();
        assertThat(stake.drawdownProbability(0.5)).isZero();
    }

    @Test
    void twiceAStakeThatCanRuinSaysSo() {
        KellyStake stake =
                ScenarioKelly.of(new double[] {1, -1}, new double[] {0.9, 0.1}).fractional(1);
        assertThat(stake.worstCases().get(2).unit()).isEqualTo("or less");
        assertThat(stake.worstCases().get(2).toString()).contains("ruin");
    }

    @Test
    void sellingShortKeepsToTheCapToo() {
        KellyStake stake = new GaussianKelly(0.01, 0.1, 0.03).stake(1, 0.5);
        assertThat(stake.fractions()).containsExactly(-0.5);
        assertThat(new GaussianKelly(0.03, 0.1, 0.03).stake(1, 0.5).drawdownProbability(0.5))
                .isZero();
    }
}
