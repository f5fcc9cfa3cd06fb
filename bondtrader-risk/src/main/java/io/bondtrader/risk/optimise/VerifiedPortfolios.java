package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Portfolios that are no plain quadratic problem, each by two methods that share nothing: weights by risk budgets, posterior
 * returns of Black and Litterman, least conditional value at risk, and the greatest Sharpe ratio.
 *
 * <p>Quadratic problems have {@link VerifiedSolver}. Immutable and safe for use by many threads.
 */
public final class VerifiedPortfolios {

    /** The weight of an asset. */
    public static final Measure WEIGHT = Measure.of("weight", "fraction of the portfolio", new Tolerance(1e-9, 0));

    /** An expected return. */
    public static final Measure EXPECTED_RETURN =
            Measure.of("expected return", "decimal per period", new Tolerance(1e-12, 1e-9));

    /** A conditional value at risk. */
    public static final Measure CVAR =
            Measure.of("least conditional value at risk", "fraction of the portfolio", new Tolerance(1e-12, 1e-9));

    private static final DualPath BUDGETS = new DualPath(WEIGHT, "coordinate descent", "Newton on all weights");
    private static final DualPath POSTERIOR =
            new DualPath(EXPECTED_RETURN, "gain on the views' surprise", "precision-weighted mean");
    private static final DualPath TAIL = new DualPath(CVAR, "sorted losses of the linear program", "cutting planes");
    private static final DualPath TANGENCY = new DualPath(WEIGHT, "secant on the tilt", "critical line");

    private final Verifier verifier;

    private VerifiedPortfolios(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns the portfolios under a verifier.
     *
     * @param verifier what is checked, and what happens when methods disagree
     * @return the portfolios
     */
    public static VerifiedPortfolios of(Verifier verifier) {
        return new VerifiedPortfolios(verifier);
    }

    /**
     * Verifies weights by risk budgets.
     *
     * @param covariance of the assets
     * @param budgets shares of the risk, positive
     * @return the weight of each asset, with the evidence
     * @throws InvalidInput as {@link RiskBudgeting#of} does
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public List<Verified> riskBudgets(Covariance covariance, double... budgets) {
        return riskBudgets(
                covariance, budgets, RiskBudgeting.of(covariance, budgets).weights());
    }

    /** Apart from the method, so that tests can hand in weights that are wrong. */
    List<Verified> riskBudgets(Covariance covariance, double[] budgets, double[] weights) {
        return each(BUDGETS, covariance.names(), weights, () -> BudgetsByNewton.weights(covariance, budgets));
    }

    /**
     * Verifies expected returns after views.
     *
     * @param model prior and views; each view with some uncertainty, for the second method divides by it
     * @return the expected return of each asset, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public List<Verified> posteriorReturns(BlackLitterman model) {
        return posteriorReturns(model, model.posteriorReturns());
    }

    /** Apart from the method, so that tests can hand in returns that are wrong. */
    List<Verified> posteriorReturns(BlackLitterman model, double[] returns) {
        return each(POSTERIOR, model.covariance().names(), returns, () -> byPrecisions(model));
    }

    /**
     * Verifies the portfolio of the greatest Sharpe ratio.
     *
     * @param allocation covariance, expected returns and constraints
     * @param riskFree the riskless return per period
     * @return the weight of each asset, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public List<Verified> maximumSharpe(Allocation allocation, double riskFree) {
        return maximumSharpe(
                allocation, riskFree, allocation.maximumSharpe(riskFree).weights());
    }

    /** Apart from the method, so that tests can hand in weights that are wrong. */
    List<Verified> maximumSharpe(Allocation allocation, double riskFree, double[] weights) {
        return each(
                TANGENCY,
                allocation.covariance().names(),
                weights,
                () -> allocation.frontier().maximumSharpe(riskFree).weights());
    }

    /**
     * Verifies the least conditional value at risk.
     *
     * @param risk scenarios and constraints that bound the weights
     * @param confidence β, from 0 to below 1
     * @return the least risk, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Verified minimumCvar(TailAllocation risk, double confidence) {
        return minimumCvar(risk, confidence, risk.minimumCvar(confidence).risk());
    }

    /** Apart from the method, so that tests can hand in a risk that is wrong. */
    Verified minimumCvar(TailAllocation risk, double confidence, double value) {
        if (!verifier.selects(value)) {
            return verifier.unchecked(TAIL, value, 0);
        }
        CalculationInputs inputs =
                CalculationInputs.of(Map.of("risk", risk.toString(), "confidence", confidence), Map.of());
        try {
            return verifier.verify(TAIL, inputs, confidence, value, risk.minimumCvarByCuts(confidence), 0);
        } catch (NotConverged failure) {
            return verifier.verify(TAIL, inputs, confidence, value, failure, 0);
        }
    }

    private List<Verified> each(DualPath pair, List<String> names, double[] primary, Supplier<double[]> secondPath) {
        List<Verified> verified = new ArrayList<>();
        if (!verifier.selects(primary[0], primary.length)) {
            for (double value : primary) {
                verified.add(verifier.unchecked(pair, value, 0));
            }
            return verified;
        }
        double[] secondary = null;
        BondTraderException failure = null;
        try {
            secondary = secondPath.get();
        } catch (BondTraderException noAnswer) {
            failure = noAnswer;
        }
        for (int i = 0; i < primary.length; i++) {
            CalculationInputs inputs = CalculationInputs.of(Map.of("asset", names.get(i), "assets", names), Map.of());
            verified.add(
                    secondary != null
                            ? verifier.verify(pair, inputs, i, primary[i], secondary[i], 0)
                            : verifier.verify(pair, inputs, i, primary[i], Objects.requireNonNull(failure), 0));
        }
        return List.copyOf(verified);
    }

    /** ((τS)⁻¹ + P'Ω⁻¹P)⁻¹ ((τS)⁻¹π + P'Ω⁻¹q). */
    private static double[] byPrecisions(BlackLitterman model) {
        int n = model.covariance().size();
        LinearSolverDense<DMatrixRMaj> prior = LinearSolverFactory_DDRM.symmPosDef(n);
        DMatrixRMaj scaled = new DMatrixRMaj(
                n, n, true, model.covariance().scaled(model.tau()).toRowMajor());
        DMatrixRMaj precision = new DMatrixRMaj(n, n);
        require(prior.setA(scaled), "covariance of the prior");
        prior.invert(precision);
        double[] right = new double[n];
        double[] means = model.priorReturns();
        for (int i = 0; i < n; i++) {
            right[i] = QuadraticProgram.dot(precision.data, i * n, means, n);
        }
        for (int k = 0; k < model.viewCount(); k++) {
            double[] portfolio = model.portfolio(k);
            double variance = model.variance(k);
            require(variance > 0, "variance of view " + k);
            for (int i = 0; i < n; i++) {
                right[i] += portfolio[i] * model.expected(k) / variance;
                for (int j = 0; j < n; j++) {
                    precision.add(i, j, portfolio[i] * portfolio[j] / variance);
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> posterior = LinearSolverFactory_DDRM.symmPosDef(n);
        require(posterior.setA(precision), "precision of the posterior");
        DMatrixRMaj solution = new DMatrixRMaj(n, 1);
        posterior.solve(new DMatrixRMaj(n, 1, true, right), solution);
        return solution.data.clone();
    }

    private static void require(boolean invertible, String what) {
        InvalidInput.unless(invertible, what, "singular", "invertible for the second method");
    }
}
