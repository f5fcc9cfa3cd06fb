package io.bondtrader.examples.benchmarks;

import io.bondtrader.risk.optimise.Problem;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Quadratic problems, solved from a model that has been built: at least fifty times as fast as ojAlgo, with the same optimum. Both
 * sides are held to the published optimum before anything is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OptimiserBenchmark {

    /** The problem. */
    @Param({"QP_100", "QP_500", "QPD_100", "QPD_500"})
    OptimiserProblem problem = OptimiserProblem.QP_100;

    private Problem own = problem.problem();
    private ExpressionsBasedModel peer = new ExpressionsBasedModel();

    /** Builds both models, and checks the optimum. */
    @Setup
    public void prepare() {
        own = problem.problem();
        peer = problem.inOjAlgo();
        require(optimum(), 1e-9);
    }

    private void require(double optimum, double relative) {
        if (!(Math.abs(optimum / problem.optimum() - 1) <= relative)) {
            throw new IllegalStateException(
                    problem + " must have the optimum " + problem.optimum() + ", was " + optimum);
        }
    }

    /** {@return the least variance} */
    @Benchmark
    public double optimum() {
        return own.solve().orElseThrow().objective();
    }

    /** {@return the least variance, by the peer} */
    @Benchmark
    public double optimumOjAlgo() {
        Optimisation.Result result = peer.minimise();
        double optimum = result.getValue();
        require(optimum, 1e-6);
        return optimum;
    }
}
