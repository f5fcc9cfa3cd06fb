package io.bondtrader.risk.error;

import io.bondtrader.core.error.ErrorCode;

/** The failures of {@code bondtrader-risk}: {@code BT-40nn}. Bad input keeps the codes of core. */
public enum RiskErrorCode implements ErrorCode {
    /** A covariance has a negative eigenvalue: some portfolio would have a negative variance. */
    NOT_POSITIVE_SEMIDEFINITE("BT-4001", "A covariance matrix is not positive semidefinite.", false),
    /** There are fewer observations than the estimate needs. */
    INSUFFICIENT_HISTORY("BT-4002", "There is not enough history for the estimate.", true),
    /** An asset or a portfolio never moves where the method divides by its volatility. */
    ZERO_VARIANCE("BT-4003", "Something without variance was given to a method that divides by it.", false),
    /** Constraints or limits contradict each other. */
    CONTRADICTORY_CONSTRAINTS("BT-4004", "Constraints contradict each other.", false),
    /** An objective has no optimum: it improves without end. */
    UNBOUNDED("BT-4005", "An optimisation has no bounded optimum.", false);

    private final String id;
    private final String summary;
    private final boolean retryable;

    RiskErrorCode(String id, String summary, boolean retryable) {
        this.id = id;
        this.summary = summary;
        this.retryable = retryable;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
