package io.bondtrader.compliance.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one kind of record in one archive, or in the log itself, and until when. Immutable.
 *
 * @param place the archive's name, or {@code log}
 * @param recordClass the kind
 * @param events how many
 * @param oldest the day of the oldest
 * @param newest the day of the newest
 * @param keepUntil the first day on which all may go; null as long as a clock has not begun for one of them
 * @param held how many are under a legal hold
 * @param reason the rule or hold that keeps the longest
 * @param mayGo whether they may be deleted on the day of the report
 */
public record RetainedPart(
        String place,
        RecordClass recordClass,
        long events,
        LocalDate oldest,
        LocalDate newest,
        @Nullable LocalDate keepUntil,
        long held,
        String reason,
        boolean mayGo) {}
