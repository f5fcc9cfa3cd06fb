package io.bondtrader.risk.error;

/** An objective that improves without end. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class Unbounded extends RiskException {

    /**
     * Reports an objective without an optimum.
     *
     * @param objective what was optimised
     * @param remedy what would bound it
     */
    public Unbounded(String objective, String remedy) {
        super(RiskErrorCode.UNBOUNDED, objective + " must have a bounded optimum, improves without end; " + remedy);
    }
}
