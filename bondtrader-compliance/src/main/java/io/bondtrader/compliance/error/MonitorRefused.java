package io.bondtrader.compliance.error;

/** An approval or a change of rules that the monitor refuses. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class MonitorRefused extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which and why, for the log
     */
    public MonitorRefused(String detail) {
        super(ComplianceErrorCode.MONITOR_REFUSED, detail);
    }
}
