package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.sensitivity.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The limits of a house, in all their versions, and the dimensions whose groups are known in full.
 *
 * <p>Limits that no portfolio can keep are found when the set is made: a minimum above a maximum of the same measure, or a
 * minimum of a whole above what maxima leave to all of its parts. Of a dimension whose domain is not given, groups that no
 * limit names may hold anything.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LimitSet {

    private final List<Limit> limits;
    private final Map<Dimension, SortedSet<String>> domains;

    private LimitSet(List<Limit> limits, Map<Dimension, ? extends Set<String>> domains) {
        this.limits = List.copyOf(limits);
        Map<Dimension, SortedSet<String>> copy = new EnumMap<>(Dimension.class);
        domains.forEach((dimension, values) -> {
            InvalidInput.unless(!values.isEmpty(), "domain of " + dimension, values, "not empty");
            copy.put(dimension, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
        });
        this.domains = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns a set whose dimensions are open.
     *
     * @param limits the limits, each version of each once
     * @return the set
     * @throws InvalidInput if a version stands twice
     * @throws ContradictoryConstraints if no portfolio keeps all limits of some time
     */
    public static LimitSet of(List<Limit> limits) {
        return of(limits, Map.of());
    }

    /**
     * Returns a set.
     *
     * @param limits the limits, each version of each once
     * @param domains all groups of those dimensions that have no others
     * @return the set
     * @throws InvalidInput if a version stands twice, or a domain is empty
     * @throws ContradictoryConstraints if no portfolio keeps all limits of some time
     */
    public static LimitSet of(List<Limit> limits, Map<Dimension, ? extends Set<String>> domains) {
        Set<String> seen = new HashSet<>();
        for (Limit limit : limits) {
            InvalidInput.unless(
                    seen.add(limit.version() + " " + limit.id()),
                    "limit",
                    limit.id() + " version " + limit.version(),
                    "given only once");
        }
        LimitSet set = new LimitSet(limits, domains);
        TreeSet<Instant> starts = new TreeSet<>();
        limits.forEach(limit -> starts.add(limit.validFrom()));
        for (Limit limit : limits) {
            if (limit.validTo() != null) {
                starts.add(limit.validTo()); // an older version may be in force again
            }
        }
        for (Instant start : starts) {
            Consistency.require(set.validAt(start), set.domains);
        }
        return set;
    }

    /** {@return all versions of all limits} */
    public List<Limit> limits() {
        return limits;
    }

    /** {@return all groups of those dimensions that have no others} */
    public Map<Dimension, SortedSet<String>> domains() {
        return domains;
    }

    /**
     * Returns the limits that hold at a time: of each, the highest version among those that are valid then.
     *
     * @param time the time
     * @return the limits, by their names
     */
    public List<Limit> validAt(Instant time) {
        TreeMap<String, Limit> valid = new TreeMap<>();
        for (Limit limit : limits) {
            if (limit.isValidAt(time)) {
                valid.merge(limit.id(), limit, (a, b) -> a.version() > b.version() ? a : b);
            }
        }
        return List.copyOf(valid.values());
    }

    /**
     * Returns the versions of a limit.
     *
     * @param id what it is called
     * @return its versions, the first one first
     * @throws MissingData if there is none
     */
    public List<Limit> versions(String id) {
        List<Limit> versions = new ArrayList<>();
        for (Limit limit : limits) {
            if (limit.id().equals(id)) {
                versions.add(limit);
            }
        }
        if (versions.isEmpty()) {
            throw new MissingData("limit " + id);
        }
        versions.sort((a, b) -> Integer.compare(a.version(), b.version()));
        return List.copyOf(versions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LimitSet that && limits.equals(that.limits) && domains.equals(that.domains);
    }

    @Override
    public int hashCode() {
        return limits.hashCode();
    }

    @Override
    public String toString() {
        return "LimitSet" + limits;
    }
}
