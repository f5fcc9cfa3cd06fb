package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.sensitivity.Dimension;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part of the house that a limit or a state is about: a predicate on the groups that a position belongs to.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface Scope {

    /**
     * Says whether a position belongs to the scope.
     *
     * @param groups gives the group of the position in a dimension
     * @return whether it does
     */
    boolean contains(Function<Dimension, String> groups);

    /** Everything. */
    record All() implements Scope {

        @Override
        public boolean contains(Function<Dimension, String> groups) {
            return true;
        }

        @Override
        public String toString() {
            return "everything";
        }
    }

    /**
     * What belongs to one of several groups.
     *
     * @param dimension the dimension
     * @param values names of groups, at least one
     */
    record In(Dimension dimension, SortedSet<String> values) implements Scope {

        /**
         * Copies the names.
         *
         * @throws InvalidInput if there is none, or one is blank
         */
        public In {
            Objects.requireNonNull(dimension);
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
            InvalidInput.unless(!values.isEmpty(), "values", values, "not empty");
            for (String value : values) {
                InvalidInput.unless(!value.isBlank(), "value of " + dimension, value, "not blank");
            }
        }

        @Override
        public boolean contains(Function<Dimension, String> groups) {
            return values.contains(groups.apply(dimension));
        }

        @Override
        public String toString() {
            return dimension.name().toLowerCase(Locale.ROOT) + " " + String.join(" or ", values);
        }
    }

    /**
     * What belongs to all of several scopes.
     *
     * @param parts the scopes, at least one
     */
    record And(List<Scope> parts) implements Scope {

        /**
         * Copies the parts.
         *
         * @throws InvalidInput if there is none
         */
        public And {
            parts = List.copyOf(parts);
            InvalidInput.unless(!parts.isEmpty(), "parts", parts, "not empty");
        }

        @Override
        public boolean contains(Function<Dimension, String> groups) {
            return parts.stream().allMatch(part -> part.contains(groups));
        }

        @Override
        public String toString() {
            return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" and "));
        }
    }

    /**
     * What belongs to any of several scopes.
     *
     * @param parts the scopes, at least one
     */
    record Or(List<Scope> parts) implements Scope {

        /**
         * Copies the parts.
         *
         * @throws InvalidInput if there is none
         */
        public Or {
            parts = List.copyOf(parts);
            InvalidInput.unless(!parts.isEmpty(), "parts", parts, "not empty");
        }

        @Override
        public boolean contains(Function<Dimension, String> groups) {
            return parts.stream().anyMatch(part -> part.contains(groups));
        }

        @Override
        public String toString() {
            return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" or "));
        }
    }

    /**
     * What does not belong to a scope.
     *
     * @param part the scope
     */
    record Not(Scope part) implements Scope {

        /** Keeps the part. */
        public Not {
            Objects.requireNonNull(part);
        }

        @Override
        public boolean contains(Function<Dimension, String> groups) {
            return !part.contains(groups);
        }

        @Override
        public String toString() {
            return "not (" + part + ")";
        }
    }

    /** {@return everything} */
    static Scope all() {
        return new All();
    }

    /**
     * Returns what belongs to one of several groups.
     *
     * @param dimension the dimension
     * @param values names of groups
     * @return the scope
     * @throws InvalidInput if there is none, or one is blank
     */
    static Scope of(Dimension dimension, String... values) {
        return new In(dimension, new TreeSet<>(List.of(values)));
    }

    /**
     * Returns what belongs to this scope and another.
     *
     * @param other the other scope
     * @return the scope of both
     */
    default Scope and(Scope other) {
        return new And(List.of(this, other));
    }

    /**
     * Returns what belongs to this scope or another.
     *
     * @param other the other scope
     * @return the scope of either
     */
    default Scope or(Scope other) {
        return new Or(List.of(this, other));
    }
}
