package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The frontier's corners and lines are what a solver finds return by return. */
final class FrontierTest {

    private static Allocation allocation(int n, Constraint... constraints) {
        Covariance covariance = Covariance.of(Workloads.names(n), Workloads.covariance(n, 0.2));
        return Allocation.of(covariance).withExpectedReturns(Workloads.means(n)).subjectTo(constraints);
    }

    private static void assertAgreesEverywhere(Allocation allocation) {
        Frontier frontier = allocation.frontier();
        List<Portfolio> corners = frontier.corners();
        double least = corners.get(0).expectedReturn().orElseThrow();
        double most = corners.get(corners.size() - 1).expectedReturn().orElseThrow();
        assertThat(corners.get(0).weights())
                .containsExactly(allocation.minimumVariance().weights(), within(1e-10));
        Random random = new Random(5);
        for (int k = 0; k < 25; k++) {
            double target = least + (most - least) * random.nextDouble();
            assertThat(frontier.at(target).weights())
                    .containsExactly(allocation.targetReturn(target).weights(), within(1e-9));
        }
        assertThat(frontier.maximumSharpe(0).weights())
                .containsExactly(allocation.maximumSharpe(0).weights(), within(1e-9));
    }

    @Test
    void longOnlyFrontierIsTheSolversReturnByReturn() {
        Allocation longOnly = allocation(60, Constraint.longOnly());
        assertAgreesEverywhere(longOnly);
        Frontier frontier = longOnly.frontier();
        Portfolio last = frontier.corners().get(frontier.corners().size() - 1);
        // The greatest return is that of one asset held alone.
        assertThat(last.weights()).contains(new double[] {1}, within(1e-12));
        assertThat(frontier.isEndless()).isFalse();
    }

    /** Cornuejols and Tütüncü, Optimization Methods in Finance (2007), section 8.2: the problem made homogeneous. */
    @Test
    void theTangencyPortfolioSolvesTheHomogeneousProblem() {
        Allocation longOnly = allocation(60, Constraint.longOnly());
        double[] excess = Workloads.means(60);
        Arrays.setAll(excess, i -> excess[i] - 0.01);
        double[] scaled = Problem.over(Workloads.names(60))
                .minimise(Objective.variance(Covariance.of(Workloads.names(60), Workloads.covariance(60, 0.2))))
                .subjectTo(Constraint.longOnly(), Constraint.equality("excess", excess, 1))
                .build()
                .solve()
                .orElseThrow()
                .weights();
        double sum = Arrays.stream(scaled).sum();
        Arrays.setAll(scaled, i -> scaled[i] / sum);
        assertThat(longOnly.maximumSharpe(0.01).weights()).containsExactly(scaled, within(1e-11));
    }

    @Test
    void capsGroupsAndDurationsBendTheFrontierAndAreKept() {
        double[] durations = new double[40];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = 1 + i % 17;
        }
        assertAgreesEverywhere(allocation(
                40,
                Constraint.box("cap", 0, 0.15),
                Constraint.duration(durations, 4, 7),
                Constraint.group("issuer", Set.of("A1", "A2", "A3"), 0, 0.2)));
    }

    @Test
    void withShortPositionsTheFrontierIsOneLineWithoutEnd() {
        Frontier frontier = allocation(12).frontier();
        assertThat(frontier.isEndless()).isTrue();
        assertThat(frontier.corners()).hasSize(2);
        assertThat(frontier.at(0.5).weights())
                .containsExactly(allocation(12).targetReturn(0.5).weights(), within(1e-8));
    }

    @Test
    void turnoverShortensTheFrontier() {
        double[] held = new double[20];
        Arrays.fill(held, 0.05);
        assertAgreesEverywhere(allocation(20, Constraint.longOnly(), Constraint.turnover("turnover", held, 0.6)));
    }

    @Test
    void aReturnBeyondTheFrontierIsRefusedWithItsRange() {
        Frontier frontier = allocation(10, Constraint.longOnly()).frontier();
        assertThatThrownBy(() -> frontier.at(0.5))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("on the frontier, from");
        assertThatThrownBy(() -> frontier.maximumSharpe(0.5)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aTargetThatCannotBeReachedIsRefusedWithTheRangeThatCan() {
        Allocation capped = allocation(10, Constraint.box("cap", 0, 0.2));
        assertThatThrownBy(() -> capped.targetReturn(0.5))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("from 0.0")
                .hasMessageContaining("under these constraints");
    }
}
