package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.factor.Covariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Blends the returns that a market in equilibrium implies with views of one's own.
 *
 * <pre>
 * π = δ S w                                            what the market's weights w imply
 * μ = π + τSP'(PτSP' + Ω)⁻¹(q − Pπ)                    posterior mean
 * M = τS − τSP'(PτSP' + Ω)⁻¹PτS                        its uncertainty; returns have the covariance S + M
 * </pre>
 *
 * <p>Row k of P is the portfolio of view k, q its expected return and Ω the variance of the view's error. Source: He and
 * Litterman, "The Intuition Behind Black-Litterman Model Portfolios" (1999), formulas 8 to 10 and appendix B. Immutable and safe
 * for use by many threads.
 */
public final class BlackLitterman {

    private final Covariance covariance;
    private final double[] prior;
    private final double tau;
    private final List<View> views;

    private BlackLitterman(Covariance covariance, double[] prior, double tau, List<View> views) {
        this.covariance = covariance;
        this.prior = prior;
        this.tau = tau;
        this.views = views;
    }

    /** A view: a portfolio, what it is expected to return, and the variance of that expectation's error. */
    private record View(String name, List<Double> portfolio, double expected, double variance) {}

    /**
     * Starts from the weights of a market in equilibrium.
     *
     * @param covariance S of the assets' returns
     * @param marketWeights w, of the market portfolio
     * @param riskAversion δ of the market, positive
     * @param tau τ, how uncertain the equilibrium is relative to returns, positive
     * @return a model without views
     * @throws InvalidInput if a number is not finite, δ or τ is not positive, or lengths differ
     */
    public static BlackLitterman ofEquilibrium(
            Covariance covariance, double[] marketWeights, double riskAversion, double tau) {
        InvalidInput.unless(
                riskAversion > 0 && Double.isFinite(riskAversion), "riskAversion", riskAversion, "positive and finite");
        double[] prior = covariance.times(Portfolio.checked("market weight", marketWeights, covariance.size()));
        for (int i = 0; i < prior.length; i++) {
            prior[i] *= riskAversion;
        }
        return ofPrior(covariance, prior, tau);
    }

    /**
     * Starts from expected returns.
     *
     * @param covariance S of the assets' returns
     * @param prior π, expected returns before views
     * @param tau τ, how uncertain they are relative to returns, positive
     * @return a model without views
     * @throws InvalidInput if a number is not finite, τ is not positive, or lengths differ
     */
    public static BlackLitterman ofPrior(Covariance covariance, double[] prior, double tau) {
        InvalidInput.unless(tau > 0 && Double.isFinite(tau), "tau", tau, "positive and finite");
        covariance.requirePositiveSemidefinite();
        return new BlackLitterman(
                covariance, Portfolio.checked("prior return", prior, covariance.size()), tau, List.of());
    }

    /**
     * Adds a view as uncertain as the equilibrium is about its portfolio: ω = p'(τS)p.
     *
     * @param name of the view
     * @param portfolio p, a weight for each asset; weights of a relative view sum to zero
     * @param expected return of the portfolio
     * @return the model with the view
     * @throws InvalidInput if a number is not finite, there are more or fewer than assets, or the portfolio never moves
     */
    public BlackLitterman withView(String name, double[] portfolio, double expected) {
        return withViewVariance(name, portfolio, expected, priorVariance(portfolio));
    }

    /**
     * Adds a view with a confidence: ω = p'(τS)p (1 − c) / c, so that half confidence is as uncertain as the equilibrium.
     *
     * <p>Source: Walters, "The Black-Litterman Model in Detail" (2014), on Idzorek's confidences.
     *
     * @param name of the view
     * @param portfolio p, a weight for each asset
     * @param expected return of the portfolio
     * @param confidence c, above 0; 1 is certainty
     * @return the model with the view
     * @throws InvalidInput if the confidence is out of range, or as {@link #withView} does
     */
    public BlackLitterman withViewConfidence(String name, double[] portfolio, double expected, double confidence) {
        InvalidInput.unless(confidence > 0 && confidence <= 1, "confidence", confidence, "above 0, at most 1");
        return withViewVariance(name, portfolio, expected, priorVariance(portfolio) * (1 - confidence) / confidence);
    }

    /**
     * Adds a view with the variance of its error.
     *
     * @param name of the view
     * @param portfolio p, a weight for each asset
     * @param expected return of the portfolio
     * @param variance ω of the view's error, not negative; zero is certainty
     * @return the model with the view
     * @throws InvalidInput if the variance is negative, or as {@link #withView} does
     */
    public BlackLitterman withViewVariance(String name, double[] portfolio, double expected, double variance) {
        priorVariance(portfolio);
        InvalidInput.unless(Double.isFinite(expected), "expected return of " + name, expected, "finite");
        InvalidInput.unless(
                variance >= 0 && Double.isFinite(variance), "variance of " + name, variance, "finite, not negative");
        List<View> more = new ArrayList<>(views);
        List<Double> copy = new ArrayList<>();
        for (double weight : portfolio) {
            copy.add(weight);
        }
        more.add(new View(name, List.copyOf(copy), expected, variance));
        return new BlackLitterman(covariance, prior, tau, List.copyOf(more));
    }

    private double priorVariance(double[] portfolio) {
        double variance = tau * covariance.variance(Portfolio.checked("weight of a view", portfolio, prior.length));
        InvalidInput.unless(variance > 0, "variance of the view's portfolio", variance, "positive");
        return variance;
    }

    /** {@return π, expected returns before views} */
    public double[] priorReturns() {
        return prior.clone();
    }

    /** {@return μ, expected returns after views} */
    public double[] posteriorReturns() {
        if (views.isEmpty()) {
            return prior.clone();
        }
        DMatrixRMaj gain = gain();
        double[] surprise = new double[views.size()];
        for (int k = 0; k < surprise.length; k++) {
            View view = views.get(k);
            double implied = 0;
            for (int i = 0; i < prior.length; i++) {
                implied += view.portfolio().get(i) * prior[i];
            }
            surprise[k] = view.expected() - implied;
        }
        double[] posterior = prior.clone();
        for (int i = 0; i < posterior.length; i++) {
            for (int k = 0; k < surprise.length; k++) {
                posterior[i] += gain.get(i, k) * surprise[k];
            }
        }
        return posterior;
    }

    /** {@return S + M, the covariance of returns once the uncertainty of their mean is counted} */
    public Covariance posteriorCovariance() {
        int n = prior.length;
        double[][] sum = covariance.toArray();
        DMatrixRMaj image = scaledPortfolios();
        DMatrixRMaj explained = new DMatrixRMaj(n, n);
        if (!views.isEmpty()) {
            CommonOps_DDRM.multTransB(gain(), image, explained);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double half = 0.5 * (explained.get(i, j) + explained.get(j, i));
                sum[i][j] += tau * covariance.get(i, j) - half;
            }
        }
        return Covariance.of(covariance.names(), sum);
    }

    /** {@return an allocation by the posterior mean and covariance} */
    public Allocation allocation() {
        return Allocation.of(posteriorCovariance()).withExpectedReturns(posteriorReturns());
    }

    /**
     * Returns weights that an investor without constraints would hold: (S + M)⁻¹μ / δ.
     *
     * @param riskAversion δ, positive
     * @return the weights, which need not sum to one
     * @throws InvalidInput if δ is not positive and finite
     */
    public double[] unconstrainedWeights(double riskAversion) {
        InvalidInput.unless(
                riskAversion > 0 && Double.isFinite(riskAversion), "riskAversion", riskAversion, "positive and finite");
        Covariance posterior = posteriorCovariance();
        int n = prior.length;
        DMatrixRMaj weights = new DMatrixRMaj(n, 1);
        solve(new DMatrixRMaj(n, n, true, posterior.toRowMajor()), column(posteriorReturns()), weights);
        CommonOps_DDRM.scale(1 / riskAversion, weights);
        return weights.data.clone();
    }

    /** τSP', one column a view. */
    private DMatrixRMaj scaledPortfolios() {
        int n = prior.length;
        DMatrixRMaj image = new DMatrixRMaj(n, views.size());
        for (int k = 0; k < views.size(); k++) {
            double[] product = covariance.times(portfolio(k));
            for (int i = 0; i < n; i++) {
                image.set(i, k, tau * product[i]);
            }
        }
        return image;
    }

    /** τSP'(PτSP' + Ω)⁻¹. */
    private DMatrixRMaj gain() {
        int k = views.size();
        DMatrixRMaj image = scaledPortfolios();
        DMatrixRMaj inner = new DMatrixRMaj(k, k);
        for (int i = 0; i < k; i++) {
            double[] portfolio = portfolio(i);
            for (int j = 0; j < k; j++) {
                double sum = i == j ? views.get(i).variance() : 0;
                for (int a = 0; a < portfolio.length; a++) {
                    sum += portfolio[a] * image.get(a, j);
                }
                inner.set(i, j, sum);
            }
        }
        InvalidInput.unless(
                Curvature.isPositive(names(), inner.data), "views", names(), "independent where they are certain");
        DMatrixRMaj transposed = new DMatrixRMaj(k, prior.length);
        solve(inner, CommonOps_DDRM.transpose(image, null), transposed);
        return CommonOps_DDRM.transpose(transposed, null);
    }

    double[] portfolio(int view) {
        return views.get(view).portfolio().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    int viewCount() {
        return views.size();
    }

    double expected(int view) {
        return views.get(view).expected();
    }

    double variance(int view) {
        return views.get(view).variance();
    }

    Covariance covariance() {
        return covariance;
    }

    double tau() {
        return tau;
    }

    private static DMatrixRMaj column(double[] values) {
        return new DMatrixRMaj(values.length, 1, true, values.clone());
    }

    private static void solve(DMatrixRMaj matrix, DMatrixRMaj right, DMatrixRMaj solution) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
        if (!solver.setA(matrix.copy())) {
            throw new NotConverged("blend of views", 1, Double.NaN, Double.NaN);
        }
        solver.solve(right, solution);
        for (int i = 0; i < solution.getNumElements(); i++) {
            if (!Double.isFinite(solution.get(i))) {
                throw new NotConverged("blend of views", 1, solution.get(i), Double.NaN);
            }
        }
    }

    /** {@return how many assets and views} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "BlackLitterman of %d assets, tau %.4g, views %s", prior.length, tau, names());
    }

    private List<String> names() {
        return views.stream().map(View::name).toList();
    }
}
