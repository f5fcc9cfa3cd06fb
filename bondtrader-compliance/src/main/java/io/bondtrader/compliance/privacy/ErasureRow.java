package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.retention.RecordClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure does with a person's data in one kind of record. Immutable.
 *
 * @param recordClass the kind
 * @param events how many events about the person there are
 * @param fate what happens
 * @param keepUntil the day on which it may be erased, where a duty keeps it; null where none does, or no day is known
 * @param reason the rule with its citation, or the hold
 */
public record ErasureRow(
        RecordClass recordClass,
        long events,
        Fate fate,
        @Nullable LocalDate keepUntil,
        String reason) {

    /** What happens to data. */
    public enum Fate {
        /** Its key is destroyed. */
        ERASED,
        /** A legal hold keeps it; its use is restricted. */
        HELD,
        /** A law keeps it until a day; its use is restricted until then. */
        RETAINED
    }
}
