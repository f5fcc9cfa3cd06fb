package io.bondtrader.compliance.report;

/**
 * How a report is computed: a pure function of a log and of parameters, so that anybody computes it again. It reads no clock
 * and nothing outside the log. Immutable and safe for use by many threads.
 */
public interface ReportDefinition {

    /** {@return its name, unique: {@code sox.access_matrix}} */
    String kind();

    /** {@return its name for readers} */
    String title();

    /** {@return its version, and the rules that it applies; changes whenever the same log could give another report} */
    String rules();

    /**
     * Tells whether the report needs nothing but events of its own period. Then it can be computed although older ones were
     * deleted when their time was over; the summary says how many. What depends on all that ever happened, as who holds which
     * role does, cannot.
     *
     * @return whether; no unless a definition says so
     */
    default boolean isOfPeriodOnly() {
        return false;
    }

    /**
     * Computes the report.
     *
     * @param log the verified log
     * @param parameters what is asked for
     * @return the report
     * @throws io.bondtrader.compliance.error.LogDamaged if the events are not those that the checkpoint covers
     */
    Report compute(VerifiedLog log, ReportParameters parameters);
}
