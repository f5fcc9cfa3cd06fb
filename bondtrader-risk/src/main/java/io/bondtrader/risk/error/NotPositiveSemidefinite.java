package io.bondtrader.risk.error;

/** A covariance under which some portfolio would have a negative variance. The message says how to repair it. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class NotPositiveSemidefinite extends RiskException {

    private final double smallestEigenvalue;

    /**
     * Reports a covariance.
     *
     * @param name what the matrix is called
     * @param smallestEigenvalue its smallest eigenvalue, negative
     */
    public NotPositiveSemidefinite(String name, double smallestEigenvalue) {
        super(
                RiskErrorCode.NOT_POSITIVE_SEMIDEFINITE,
                name + " must be positive semidefinite, its smallest eigenvalue was " + smallestEigenvalue
                        + "; repair it with CovarianceRepair and read the report of what changed, or use a shrunk estimate");
        this.smallestEigenvalue = smallestEigenvalue;
    }

    /** {@return the smallest eigenvalue, in the unit of the matrix} */
    public double smallestEigenvalue() {
        return smallestEigenvalue;
    }
}
