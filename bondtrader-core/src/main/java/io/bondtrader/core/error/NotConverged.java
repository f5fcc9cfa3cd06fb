package io.bondtrader.core.error;

/** A solver gave up. The estimate it stopped at is evidence, never an answer. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class NotConverged extends CoreException {

    private final int iterations;
    private final double estimate;
    private final double residual;

    /**
     * Reports where the solver stopped.
     *
     * @param what the quantity that was solved for, and why there is no answer
     * @param iterations how many steps were taken
     * @param estimate the last estimate
     * @param residual what was left of the equation there
     */
    public NotConverged(String what, int iterations, double estimate, double residual) {
        super(
                CoreErrorCode.NOT_CONVERGED,
                what + ": stopped at " + estimate + " after " + iterations + " iterations, residual " + residual);
        this.iterations = iterations;
        this.estimate = estimate;
        this.residual = residual;
    }

    /** {@return how many steps were taken} */
    public int iterations() {
        return iterations;
    }

    /** {@return the last estimate, in the unit of the quantity that was solved for} */
    public double estimate() {
        return estimate;
    }

    /** {@return what was left of the equation at the last estimate} */
    public double residual() {
        return residual;
    }
}
