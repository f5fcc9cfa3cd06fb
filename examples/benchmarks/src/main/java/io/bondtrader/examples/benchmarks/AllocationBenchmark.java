package io.bondtrader.examples.benchmarks;

import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.HierarchicalRiskParity;
import io.bondtrader.risk.optimise.Portfolio;
import io.bondtrader.risk.optimise.RiskBudgeting;
import io.bondtrader.risk.optimise.TailAllocation;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Portfolios that are no quadratic problem: risk budgets and hierarchical risk parity of five hundred assets given their
 * covariance, in less than five and ten milliseconds; least conditional value at risk of ten assets over five hundred scenarios,
 * at least five times as fast as ojAlgo.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AllocationBenchmark {

    private static final int ASSETS = 500;
    private static final int DAYS = 500;
    private static final int HELD = 10;
    private static final double CONFIDENCE = 0.95;
    private static final double LEAST_TAIL_RISK = 0.007981796698;

    private final Covariance covariance =
            Covariance.of(OptimiserProblem.names(ASSETS), OptimiserProblem.covariance(ASSETS, 1));
    private final TailAllocation tailRisk =
            TailAllocation.of(OptimiserProblem.names(HELD), returns()).subjectTo(Constraint.longOnly());
    private ExpressionsBasedModel tailRiskInOjAlgo = new ExpressionsBasedModel();

    /** Builds the peer's model, and holds both to the optimum on which four solvers agree. */
    @Setup
    public void prepare() {
        tailRiskInOjAlgo = inOjAlgo(returns());
        require(minimumCvar());
        require(minimumCvarOjAlgo());
    }

    private static void require(double risk) {
        if (!(Math.abs(risk / LEAST_TAIL_RISK - 1) <= 1e-9)) {
            throw new IllegalStateException("least tail risk must be " + LEAST_TAIL_RISK + ", was " + risk);
        }
    }

    private static double[][] returns() {
        Random random = new Random(2024);
        double[][] returns = new double[DAYS][HELD];
        for (double[] day : returns) {
            double market = random.nextGaussian();
            for (int i = 0; i < HELD; i++) {
                double size = 1 + 0.1 * (i % 10);
                day[i] = 0.0003 + 0.004 * market * (0.5 + 0.1 * (i % 10)) + 0.006 * size * random.nextGaussian();
            }
        }
        return returns;
    }

    private static ExpressionsBasedModel inOjAlgo(double[][] returns) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression invested = model.newExpression("fully invested").level(1);
        for (int i = 0; i < HELD; i++) {
            model.newVariable("w" + i).lower(0);
            invested.set(i, 1);
        }
        model.newVariable("alpha").weight(1);
        for (int t = 0; t < DAYS; t++) {
            model.newVariable("u" + t).lower(0).weight(1 / ((1 - CONFIDENCE) * DAYS));
            Expression loss = model.newExpression("loss " + t).lower(0);
            for (int i = 0; i < HELD; i++) {
                loss.set(i, returns[t][i]);
            }
            loss.set(HELD, 1);
            loss.set(HELD + 1 + t, 1);
        }
        return model;
    }

    /** {@return weights by equal risk budgets} */
    @Benchmark
    public Portfolio riskBudgets() {
        return RiskBudgeting.parity(covariance);
    }

    /** {@return weights by clusters of the distance itself} */
    @Benchmark
    public Portfolio hierarchicalByDistance() {
        return HierarchicalRiskParity.of(covariance, HierarchicalRiskParity.Variant.DIRECT_DISTANCE);
    }

    /** {@return weights by clusters of the distance of distances, which takes n³ operations} */
    @Benchmark
    public Portfolio hierarchicalByDistanceOfDistances() {
        return HierarchicalRiskParity.of(covariance, HierarchicalRiskParity.Variant.DISTANCE_OF_DISTANCES);
    }

    /** {@return weights by clusters of the distance itself, with branches turned} */
    @Benchmark
    public Portfolio hierarchicalByLeafOrder() {
        return HierarchicalRiskParity.of(covariance, HierarchicalRiskParity.Variant.OPTIMAL_LEAF_ORDER);
    }

    /** {@return the least tail risk} */
    @Benchmark
    public double minimumCvar() {
        return tailRisk.minimumCvar(CONFIDENCE).risk();
    }

    /** {@return the least tail risk, by the peer} */
    @Benchmark
    public double minimumCvarOjAlgo() {
        return tailRiskInOjAlgo.minimise().getValue();
    }
}
