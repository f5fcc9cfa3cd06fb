package io.bondtrader.compliance.monitor;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a screening found. Immutable.
 *
 * @param match how sure it is
 * @param entries which entries of which list, by their names; empty without a match
 * @param listDate the day of the list that was looked through
 */
public record Screening(Match match, List<String> entries, LocalDate listDate) {

    /** How sure a match is. */
    public enum Match {
        /** Nobody of that name or identifier is listed. */
        NONE,
        /** Somebody is listed whose name is the same once letters that look alike and the order of words are set aside. */
        POSSIBLE,
        /** Somebody of that very name or identifier is listed. */
        EXACT
    }

    /**
     * Checks that a match names its entries.
     *
     * @throws InvalidInput if it does not, or entries stand without a match
     */
    public Screening {
        Objects.requireNonNull(listDate, "listDate");
        entries = List.copyOf(entries);
        if (entries.isEmpty() != (match == Match.NONE)) {
            throw new InvalidInput("entries", entries, "those of the match");
        }
    }
}
