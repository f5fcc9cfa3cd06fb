package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Mic;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of market identifier codes: ISO 10383 and who is a systematic internaliser. The library ships no register,
 * because it changes every month; implementations read one.
 *
 * <p>Called while reports are checked, by any thread.
 */
public interface VenueRegister {

    /**
     * Looks up a code.
     *
     * @param mic the code
     * @param day the day of the transaction
     * @return what it names on that day; empty if nothing
     */
    Optional<VenueKind> find(Mic mic, LocalDate day);
}
