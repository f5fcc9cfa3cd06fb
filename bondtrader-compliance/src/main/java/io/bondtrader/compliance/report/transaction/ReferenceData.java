package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What registers say of legal entities, bonds and venues on a day: the Global LEI Index, the authorities' reference data of
 * instruments (FIRDS), and which venue has a central counterparty. The library ships none of it, because it changes every day;
 * implementations read it. Without it the rules that need it are named as not checked.
 *
 * <p>Called while reports are checked, by any thread.
 */
public interface ReferenceData {

    /** How the registration of a legal entity stands. */
    enum Registration {
        /** Issued and renewed, or being passed to another issuer. */
        CURRENT,
        /** Not renewed in time. */
        LAPSED,
        /** Ended: retired, merged, annulled or a duplicate. */
        ENDED
    }

    /**
     * A bond in the reference data.
     *
     * @param cfi its classification (ISO 10962)
     * @param sovereign whether it is sovereign debt
     * @param admitted whether it is admitted to trading or traded on a venue in the Union
     */
    record Instrument(String cfi, boolean sovereign, boolean admitted) {}

    /**
     * Looks a legal entity up.
     *
     * @param lei its identifier
     * @param day the day of the transaction
     * @return how it stood on that day; empty if no such identifier was issued by then
     */
    Optional<Registration> entity(Lei lei, LocalDate day);

    /**
     * Looks a bond up.
     *
     * @param isin which
     * @param day the day of the transaction
     * @return what the reference data said on that day; empty if it had no such bond
     */
    Optional<Instrument> instrument(Isin isin, LocalDate day);

    /**
     * Tells whether a venue has a central counterparty for bonds.
     *
     * @param venue its code
     * @param day the day of the transaction
     * @return whether it had one on that day; empty if that is not known
     */
    Optional<Boolean> centrallyCleared(Mic venue, LocalDate day);
}
