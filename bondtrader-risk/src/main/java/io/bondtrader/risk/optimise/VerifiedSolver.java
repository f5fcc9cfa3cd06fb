package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.List;
import java.util.Map;

/**
 * Solves a {@link Problem} by two methods that share nothing but the problem, and holds the answer to the conditions of an
 * optimum besides.
 *
 * <p>The active set gives the answer; the interior-point method must come to the same objective. The certificate is a third
 * witness: it is recomputed from the problem and the answer. Immutable and safe for use by many threads.
 */
public final class VerifiedSolver {

    /** The least value of the objective. */
    public static final Measure OBJECTIVE =
            Measure.of("optimal objective", "unit of the objective", new Tolerance(1e-15, 1e-8));

    /** The worst residual of the conditions of an optimum, against zero. */
    public static final Measure RESIDUAL = Measure.of("KKT residual", "relative", new Tolerance(1e-9, 0));

    private static final DualPath TWO_METHODS =
            new DualPath(OBJECTIVE, ActiveSetSolver.METHOD, InteriorPointSolver.METHOD);
    private static final DualPath CONDITIONS =
            new DualPath(RESIDUAL, ActiveSetSolver.METHOD, "zero, by Karush, Kuhn and Tucker");

    private final Verifier verifier;

    private VerifiedSolver(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns a solver.
     *
     * @param verifier what is checked, and what happens when methods disagree
     * @return the solver
     */
    public static VerifiedSolver of(Verifier verifier) {
        return new VerifiedSolver(verifier);
    }

    /**
     * An optimum and the evidence for it.
     *
     * @param optimum the answer
     * @param objective its objective, against the other method's
     * @param residual its worst residual, against zero
     */
    public record VerifiedOptimum(Solution.Optimal optimum, Verified objective, Verified residual) {

        /** {@return whether both witnesses agree} */
        public boolean isAgreed() {
            return objective.isAgreed() && residual.isAgreed();
        }
    }

    /**
     * Solves a problem by both methods.
     *
     * @param problem the problem
     * @return the optimum and its evidence
     * @throws io.bondtrader.risk.error.ContradictoryConstraints if constraints contradict each other
     * @throws io.bondtrader.risk.error.Unbounded if nothing bounds the objective
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such an answer
     */
    public VerifiedOptimum solve(Problem problem) {
        return verify(problem, ActiveSetSolver.solve(problem).orElseThrow());
    }

    /** Apart from the solver, so that tests can hand in an answer that is wrong. */
    VerifiedOptimum verify(Problem problem, Solution.Optimal answer) {
        double objective = answer.objective();
        if (!verifier.selects(objective, problem.assets().size())) {
            return new VerifiedOptimum(
                    answer,
                    verifier.unchecked(TWO_METHODS, objective, answer.iterations()),
                    verifier.unchecked(CONDITIONS, answer.certificate().worst(), answer.iterations()));
        }
        CalculationInputs inputs = inputs(problem);
        Verified residual = verifier.verify(
                CONDITIONS, inputs, objective, answer.certificate().worst(), 0, answer.iterations());
        return new VerifiedOptimum(answer, byInteriorPoint(problem, inputs, answer), residual);
    }

    private Verified byInteriorPoint(Problem problem, CalculationInputs inputs, Solution.Optimal answer) {
        double objective = answer.objective();
        double other;
        try {
            other = InteriorPointSolver.optimum(problem).objective();
        } catch (BondTraderException failure) {
            return verifier.verify(TWO_METHODS, inputs, objective, objective, failure, answer.iterations());
        }
        return verifier.verify(TWO_METHODS, inputs, objective, objective, other, answer.iterations());
    }

    private static CalculationInputs inputs(Problem problem) {
        List<String> terms =
                problem.objective().stream().map(Objective::toString).toList();
        List<String> rules =
                problem.constraints().stream().map(Constraint::toString).toList();
        return CalculationInputs.of(
                Map.of("assets", problem.assets(), "objective", terms, "constraints", rules), Map.of());
    }
}
