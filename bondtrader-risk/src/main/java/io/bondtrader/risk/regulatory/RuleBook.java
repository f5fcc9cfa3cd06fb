package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of one set of rules, by jurisdiction and date. Of a jurisdiction's versions the latest that is effective on
 * a day is in force.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param <R> what is prescribed
 */
public final class RuleBook<R extends DatedRules> {

    private final List<R> versions;

    private RuleBook(List<R> versions) {
        this.versions = versions;
    }

    /**
     * Returns a book of rules.
     *
     * @param versions in any order, no two of one jurisdiction from the same day
     * @param <R> what is prescribed
     * @return the book
     * @throws InvalidInput if there is no version, or two of a jurisdiction start on one day
     */
    public static <R extends DatedRules> RuleBook<R> of(List<R> versions) {
        InvalidInput.unless(!versions.isEmpty(), "versions", versions, "at least one");
        List<R> sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.comparing((R version) -> version.source().jurisdiction())
                .thenComparing(version -> version.source().effectiveFrom()));
        for (int k = 1; k < sorted.size(); k++) {
            RuleSource before = sorted.get(k - 1).source();
            RuleSource source = sorted.get(k).source();
            InvalidInput.unless(
                    !(before.jurisdiction().equals(source.jurisdiction())
                            && before.effectiveFrom().equals(source.effectiveFrom())),
                    "versions",
                    source,
                    "one for each jurisdiction and day");
        }
        return new RuleBook<>(List.copyOf(sorted));
    }

    /**
     * Returns the book with one more version.
     *
     * @param version rules of one's own, or a later amendment
     * @return the longer book
     * @throws InvalidInput if the jurisdiction already has a version from that day
     */
    public RuleBook<R> with(R version) {
        List<R> more = new ArrayList<>(versions);
        more.add(version);
        return of(more);
    }

    /**
     * Returns the rules in force.
     *
     * @param jurisdiction whose rules
     * @param day the reporting day
     * @return the latest version that is effective on the day
     * @throws MissingData if the jurisdiction has no version that is
     */
    public R inForce(String jurisdiction, LocalDate day) {
        R found = null;
        for (R version : versions) { // ascending by date within a jurisdiction
            RuleSource source = version.source();
            if (source.jurisdiction().equals(jurisdiction)
                    && !source.effectiveFrom().isAfter(day)) {
                found = version;
            }
        }
        if (found == null) {
            throw new MissingData("rules of " + jurisdiction + " in force on " + day + "; known: " + this);
        }
        return found;
    }

    /** {@return all versions, by jurisdiction and then by date} */
    public List<R> versions() {
        return versions;
    }

    /** {@return the sources of all versions} */
    @Override
    public String toString() {
        return versions.stream().map(DatedRules::source).toList().toString();
    }
}
