package io.bondtrader.security.access.request;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a right holds: anywhere, said in so many words, or for the objects that are, in each dimension named, in one of
 * the places named. An object that is in no place of a dimension is not covered by a scope that names it.
 *
 * <p>Immutable.
 */
public final class GrantScope {

    private static final GrantScope ANY = new GrantScope(List.of());

    private final List<Term> terms;

    private record Term(Dimension dimension, Set<String> places) {}

    private GrantScope(List<Term> terms) {
        this.terms = terms;
    }

    /** {@return everywhere} */
    public static GrantScope any() {
        return ANY;
    }

    /**
     * Returns a scope of some places.
     *
     * @param dimension by what
     * @param places any of which will do
     * @return the scope
     * @throws InvalidInput if there is no place, one is empty or malformed, or one is a wildcard
     */
    public static GrantScope of(Dimension dimension, String... places) {
        return ANY.and(dimension, Set.of(places));
    }

    /**
     * Confines this scope further.
     *
     * @param dimension by what, not named before
     * @param places any of which will do
     * @return the scope
     * @throws InvalidInput if there is no place, one is empty or malformed, or the dimension was named before
     */
    public GrantScope and(Dimension dimension, Set<String> places) {
        InvalidInput.unless(!places.isEmpty(), "places", places, "one or more; for all places use any");
        for (String place : places) {
            Names.identifier("place", place);
            InvalidInput.unless(!place.isEmpty() && !place.equals("*"), "place", place, "a name, not a wildcard");
        }
        Map<Dimension, Set<String>> all = new EnumMap<>(Dimension.class);
        terms.forEach(term -> all.put(term.dimension, term.places));
        InvalidInput.unless(all.put(dimension, Set.copyOf(places)) == null, "dimension", dimension, "named once");
        List<Term> sorted = new ArrayList<>();
        all.forEach((name, names) -> sorted.add(new Term(name, names)));
        return new GrantScope(List.copyOf(sorted));
    }

    /** {@return whether it is everywhere} */
    public boolean isAny() {
        return terms.isEmpty();
    }

    /**
     * Says whether an object is within.
     *
     * @param object with the places it belongs to
     * @return whether it is
     */
    public boolean covers(ResourceRef object) {
        for (int k = 0; k < terms.size(); k++) {
            Term term = terms.get(k);
            if (!term.places.contains(object.in(term.dimension))) {
                return false;
            }
        }
        return true;
    }

    /** {@return the places by dimension, sorted; empty for everywhere} */
    public Map<Dimension, SortedSet<String>> places() {
        Map<Dimension, SortedSet<String>> places = new EnumMap<>(Dimension.class);
        terms.forEach(
                term -> places.put(term.dimension, Collections.unmodifiableSortedSet(new TreeSet<>(term.places))));
        return Collections.unmodifiableMap(places);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrantScope that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** {@return {@code any}, or as in <code>{DESK=[RATES]}</code>} */
    @Override
    public String toString() {
        return terms.isEmpty() ? "any" : places().toString();
    }
}
