package io.bondtrader.risk.factor;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.Locale;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * GARCH(1,1) with mean zero: σ²(t+1) = ω + α x(t)² + β σ²(t), fitted by maximum likelihood of normal innovations with ω
 * chosen so that the long-run variance is the sample's (variance targeting).
 *
 * <p>Source: Bollerslev, <i>Generalized autoregressive conditional heteroskedasticity</i>, Journal of Econometrics 31 (1986);
 * Francq, Horváth and Zakoian, <i>Merits and drawbacks of variance targeting in GARCH models</i> (2011).
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param omega ω, in the square of the series' unit
 * @param alpha weight of the last squared move
 * @param beta weight of the last variance
 * @param logLikelihood of the sample it was fitted to, per move
 */
public record Garch(double omega, double alpha, double beta, double logLikelihood) {

    private static final int FEWEST = 250;

    /**
     * Fits the model.
     *
     * @param name what the series is called, for messages
     * @param moves the series, the oldest first
     * @return the model of greatest likelihood
     * @throws InsufficientHistory if there are fewer than 250 moves
     * @throws ZeroVariance if the series never moves
     * @throws NotConverged if no maximum is found
     */
    public static Garch fit(String name, double[] moves) {
        if (moves.length < FEWEST) {
            throw new InsufficientHistory("GARCH(1,1) of " + name, moves.length, FEWEST);
        }
        double variance = 0;
        for (double move : moves) {
            variance += move * move / moves.length;
        }
        if (!(variance > 0)) {
            throw new ZeroVariance(name, "GARCH(1,1)");
        }
        double target = variance;
        PointValuePair best = null;
        int evaluations = 0;
        // Persistence p and the share s of α in it, both through the logistic function, from three starts: the
        // likelihood
        // has more than one hill in short samples.
        for (double[] start : new double[][] {{3.5, -2.0}, {2.0, -1.0}, {5.0, -3.0}}) {
            try {
                PointValuePair found = new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-13))
                        .optimize(
                                new MaxEval(4000),
                                new ObjectiveFunction(point -> logLikelihood(moves, target, point)),
                                GoalType.MAXIMIZE,
                                new InitialGuess(start),
                                new NelderMeadSimplex(new double[] {0.5, 0.5}));
                best = best == null || found.getValue() > best.getValue() ? found : best;
            } catch (MathIllegalStateException exhausted) {
                evaluations += 4000; // another start may do
            }
        }
        if (best == null) {
            throw new NotConverged("GARCH(1,1) of " + name, evaluations, Double.NaN, Double.NaN);
        }
        double persistence = logistic(best.getPoint()[0]);
        double alpha = persistence * logistic(best.getPoint()[1]);
        return new Garch(variance * (1 - persistence), alpha, persistence - alpha, best.getValue() / moves.length);
    }

    private static double logLikelihood(double[] moves, double target, double[] point) {
        double persistence = logistic(point[0]);
        double alpha = persistence * logistic(point[1]);
        double beta = persistence - alpha;
        double omega = target * (1 - persistence);
        double variance = target;
        double sum = 0;
        for (double move : moves) {
            sum -= 0.5 * (Math.log(2 * Math.PI * variance) + move * move / variance);
            variance = omega + alpha * move * move + beta * variance;
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** {@return the variance that forecasts return to, ω/(1 - α - β)} */
    public double longRunVariance() {
        return omega / (1 - alpha - beta);
    }

    /**
     * Returns the volatility that the model gives each move on its eve, and the forecast after the last.
     *
     * @param moves the series, the oldest first
     * @return one number a move and one more
     */
    public double[] volatilities(double[] moves) {
        double[] path = new double[moves.length + 1];
        double variance = longRunVariance();
        for (int t = 0; t < moves.length; t++) {
            path[t] = Math.sqrt(variance);
            variance = omega + alpha * moves[t] * moves[t] + beta * variance;
        }
        path[moves.length] = Math.sqrt(variance);
        return path;
    }

    /** {@return the coefficients} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Garch[omega %.4g, alpha %.4f, beta %.4f]", omega, alpha, beta);
    }
}
