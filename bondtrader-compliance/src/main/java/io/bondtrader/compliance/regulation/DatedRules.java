package io.bondtrader.compliance.regulation;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What the law said on each day: versions of one rule without a gap and without an overlap, so that a report of a past
 * day uses that day's law.
 *
 * <p>Immutable if the contents are.
 *
 * @param <T> what a version says
 */
public final class DatedRules<T> {

    private final String name;
    private final List<DatedRule<T>> versions;

    private DatedRules(String name, List<DatedRule<T>> versions) {
        this.name = name;
        this.versions = versions;
    }

    /**
     * Returns a rule's versions.
     *
     * @param <T> what a version says
     * @param name what the rule is about
     * @param versions in any order
     * @return the versions by day
     * @throws InvalidInput if there is none, or a day between the first and the last has none or two
     */
    public static <T> DatedRules<T> of(String name, List<DatedRule<T>> versions) {
        InvalidInput.unless(!versions.isEmpty(), "versions", name, "at least one");
        List<DatedRule<T>> sorted = versions.stream()
                .sorted(Comparator.comparing((DatedRule<T> rule) -> rule.from()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            LocalDate end = sorted.get(i - 1).until();
            LocalDate next = sorted.get(i).from();
            InvalidInput.unless(end.equals(next), "versions of " + name, next, "next to the one before, from " + end);
        }
        return new DatedRules<>(name, sorted);
    }

    /**
     * Returns the version of a day.
     *
     * @param day the day
     * @return the version in force
     * @throws NoRuleInForce if the day is before the first version or after the last
     */
    public DatedRule<T> on(LocalDate day) {
        for (DatedRule<T> version : versions) {
            if (version.inForceOn(day)) {
                return version;
            }
        }
        throw new NoRuleInForce(name + " says nothing for " + day);
    }

    /** {@return what the rule is about} */
    public String name() {
        return name;
    }

    /** {@return all versions, oldest first} */
    public List<DatedRule<T>> versions() {
        return versions;
    }

    @Override
    public String toString() {
        return name + " since " + versions.get(0).from();
    }
}
