package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * A hedge ratio that drifts: y = β x + α + noise, where β and α are random walks, followed by a Kalman filter.
 *
 * <p>Source: Kalman, Journal of Basic Engineering 82 (1960); the model of pairs in Chan, <i>Algorithmic Trading</i> (2013),
 * chapter 3. With a process variance of 0 it is recursive least squares. The forecast error of each pair is taken before
 * the pair is learnt from, and so has not looked ahead. Mutable, for one thread.
 */
public final class KalmanHedgeRatio extends CountingIndicator {

    private final double processVariance;
    private final double observationVariance;
    private final double priorVariance;
    private double slope;
    private double intercept;
    private double varianceSlope;
    private double covariance;
    private double varianceIntercept;
    private double error;
    private double errorVariance;

    private KalmanHedgeRatio(double processVariance, double observationVariance, double priorVariance) {
        super(2);
        this.processVariance = processVariance;
        this.observationVariance = observationVariance;
        this.priorVariance = priorVariance;
        varianceSlope = priorVariance;
        varianceIntercept = priorVariance;
    }

    /**
     * Returns a filter that has seen nothing.
     *
     * @param processVariance by how much the variance of β and of α grows a step, from 0 to 1e12
     * @param observationVariance variance of the noise in y, above 0 and at most 1e12
     * @param priorVariance variance of β and of α about 0 before the first pair, above 0 and at most 1e12
     * @return the filter
     * @throws InvalidInput if a variance is out of its range
     */
    public static KalmanHedgeRatio of(double processVariance, double observationVariance, double priorVariance) {
        InvalidInput.unless(
                processVariance >= 0 && processVariance <= 1e12, "process variance", processVariance, "from 0 to 1e12");
        return new KalmanHedgeRatio(
                processVariance,
                Inputs.between("observation variance", observationVariance, 0, 1e12),
                Inputs.between("prior variance", priorVariance, 0, 1e12));
    }

    /**
     * Takes the next pair.
     *
     * @param x price of the hedge
     * @param y price of what is hedged
     * @return the hedge ratio β after it
     * @throws InvalidInput if a number is not finite or above 1e100 in size
     */
    public double update(double x, double y) {
        Inputs.value(x);
        Inputs.value(y);
        double priorSlope = varianceSlope + processVariance;
        double priorIntercept = varianceIntercept + processVariance;
        double towardsSlope = priorSlope * x + covariance;
        double towardsIntercept = covariance * x + priorIntercept;
        errorVariance = towardsSlope * x + towardsIntercept + observationVariance;
        error = y - slope * x - intercept;
        double gainSlope = towardsSlope / errorVariance;
        double gainIntercept = towardsIntercept / errorVariance;
        slope += gainSlope * error;
        intercept += gainIntercept * error;
        varianceSlope = Math.max(0, priorSlope - gainSlope * towardsSlope);
        varianceIntercept = Math.max(0, priorIntercept - gainIntercept * towardsIntercept);
        covariance -= gainSlope * towardsIntercept;
        return now(slope);
    }

    /** {@return the level α} */
    public double intercept() {
        return intercept;
    }

    /** {@return the last y less what was forecast of it} */
    public double error() {
        return error;
    }

    /** {@return the standard deviation that the filter gave the last error beforehand} */
    public double errorDeviation() {
        return Math.sqrt(errorVariance);
    }

    /** {@return a filter of the same parameters that has seen nothing} */
    public KalmanHedgeRatio fresh() {
        return new KalmanHedgeRatio(processVariance, observationVariance, priorVariance);
    }

    /**
     * Returns the hedge ratios over whole series, the same to the bit as pair by pair. This filter is not touched.
     *
     * @param x prices of the hedge
     * @param y prices of what is hedged
     * @return β after each pair
     * @throws InvalidInput if lengths differ or a number is refused
     */
    public double[] batch(double[] x, double[] y) {
        Inputs.sameLength(x, y);
        KalmanHedgeRatio filter = fresh();
        double[] out = new double[x.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = filter.update(x[t], y[t]);
        }
        return out;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "KalmanHedgeRatio[%.6g]", slope);
    }
}
