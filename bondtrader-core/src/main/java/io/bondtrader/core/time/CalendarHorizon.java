package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The days for which a holiday calendar is known, and from where. Up to {@code announcedUntil} the closures have been
 * published by the body that decides them; from there to {@code knownUntil} they follow from rules in force today, which
 * one-off closures and changes of law may still overtake. Outside, the calendar refuses to answer.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param knownFrom the first day that the calendar answers for
 * @param announcedUntil the last day covered by an official, published list; before {@code knownFrom} if there is none
 * @param knownUntil the last day that the calendar answers for, not before {@code knownFrom} or {@code announcedUntil}
 * @param source who decides and what was published
 */
public record CalendarHorizon(LocalDate knownFrom, LocalDate announcedUntil, LocalDate knownUntil, String source) {

    /**
     * Checks the order of the days.
     *
     * @throws InvalidInput if the last known day is before another one, or the source is blank
     */
    public CalendarHorizon {
        if (knownUntil.isBefore(knownFrom)) {
            throw new InvalidInput("last known day", knownUntil, "on or after the first, " + knownFrom);
        }
        if (knownUntil.isBefore(announcedUntil)) {
            throw new InvalidInput("last announced day", announcedUntil, "on or before the last known, " + knownUntil);
        }
        Objects.requireNonNull(source, "source");
        if (source.isBlank()) {
            throw new InvalidInput("source of the calendar", source, "named");
        }
    }

    /**
     * Tells whether the calendar answers for a day.
     *
     * @param date the day
     * @return whether it lies within the known range, ends included
     */
    public boolean covers(LocalDate date) {
        return !date.isBefore(knownFrom) && !date.isAfter(knownUntil);
    }

    /**
     * Returns what two calendars both know.
     *
     * @param other the other calendar's horizon
     * @return the overlap, with both sources
     * @throws InvalidInput if there is no day that both know
     */
    public CalendarHorizon and(CalendarHorizon other) {
        String sources = source.equals(other.source) ? source : source + "; " + other.source;
        return new CalendarHorizon(
                knownFrom.isAfter(other.knownFrom) ? knownFrom : other.knownFrom,
                announcedUntil.isBefore(other.announcedUntil) ? announcedUntil : other.announcedUntil,
                knownUntil.isBefore(other.knownUntil) ? knownUntil : other.knownUntil,
                sources);
    }
}
