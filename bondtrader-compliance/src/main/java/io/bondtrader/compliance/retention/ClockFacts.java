package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditRecord;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Knows when clocks begin that a record does not know itself. Safe for use by many threads.
 */
@FunctionalInterface
public interface ClockFacts {

    /**
     * Returns the day on which a clock began for a record.
     *
     * @param record the record
     * @param clock {@link ClockStart#END_OF_RELATIONSHIP} or {@link ClockStart#END_OF_CONTRACT}
     * @return the day; nothing if it has not come or is not known: then the record is kept
     */
    Optional<LocalDate> began(AuditRecord record, ClockStart clock);

    /** {@return facts that know nothing: what depends on them is kept} */
    static ClockFacts none() {
        return (record, clock) -> Optional.empty();
    }
}
