package io.bondtrader.compliance.schedule;

/**
 * Takes reports somewhere. Implementations are safe for use by many threads, and pass {@code ReportDeliveryContract}.
 */
public interface ReportDelivery {

    /** {@return its name, unique in a schedule, for the log} */
    String name();

    /**
     * Delivers a parcel whole or not at all. Called again with the same key and bytes after a crash: that is no failure and
     * makes no second copy.
     *
     * @param parcel the report
     * @throws io.bondtrader.compliance.error.ReportUndelivered if it was not taken, or another one has its key
     */
    void deliver(ReportParcel parcel);
}
