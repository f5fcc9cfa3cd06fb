package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Whose rules these are, from when on, and where they are written.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param jurisdiction who made them, such as {@code BASEL} or {@code EU}
 * @param effectiveFrom the first day on which they apply
 * @param citation document and paragraph
 */
public record RuleSource(String jurisdiction, LocalDate effectiveFrom, String citation) {

    /** The standards of the Basel Committee. */
    public static final String BASEL = "BASEL";

    /** The law of the European Union. */
    public static final String EU = "EU";

    /**
     * Checks that nothing is blank.
     *
     * @throws InvalidInput if the jurisdiction or the citation is blank
     */
    public RuleSource {
        InvalidInput.unless(!jurisdiction.isBlank(), "jurisdiction", jurisdiction, "not blank");
        InvalidInput.unless(!citation.isBlank(), "citation", citation, "not blank");
        Objects.requireNonNull(effectiveFrom);
    }

    /**
     * Returns a source.
     *
     * @param jurisdiction who made the rules
     * @param effectiveFrom the first day on which they apply, as {@code 2026-01-01}
     * @param citation document and paragraph
     * @return the source
     */
    static RuleSource of(String jurisdiction, String effectiveFrom, String citation) {
        return new RuleSource(jurisdiction, LocalDate.parse(effectiveFrom), citation);
    }

    @Override
    public String toString() {
        return jurisdiction + " from " + effectiveFrom + " (" + citation + ")";
    }
}
