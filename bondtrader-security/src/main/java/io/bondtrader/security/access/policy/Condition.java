package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.identity.Factor;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies. The forms here can be written as JSON; {@link Named} carries Java. One that throws, or asks for a
 * fact that is missing, makes the decision a denial, whatever the rule would have said.
 *
 * <p>All forms are immutable.
 */
public sealed interface Condition {

    /**
     * Looks.
     *
     * @param facts what there is to look at
     * @return whether it holds
     */
    boolean holds(Facts facts);

    /** Holds always. */
    record Always() implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return true;
        }
    }

    /**
     * Holds at a time of day: from the first minute up to, not including, the last; over midnight if the last is earlier.
     *
     * @param zone where the clock hangs
     * @param from the beginning, included
     * @param to the end, not included
     * @param days the days on which the time may begin
     */
    record TimeOfDay(ZoneId zone, LocalTime from, LocalTime to, SortedSet<DayOfWeek> days) implements Condition {

        /**
         * Copies the days.
         *
         * @throws InvalidInput if the times are the same, or there is no day
         */
        public TimeOfDay {
            Objects.requireNonNull(zone, "zone");
            InvalidInput.unless(!from.equals(to), "end of the time of day", to, "another than its beginning");
            InvalidInput.unless(!days.isEmpty(), "days", days, "one or more");
            days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        }

        @Override
        public boolean holds(Facts facts) {
            ZonedDateTime there = facts.now().atZone(zone);
            LocalTime time = there.toLocalTime();
            DayOfWeek day = there.getDayOfWeek();
            if (from.isBefore(to)) {
                return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
            }
            return (days.contains(day) && !time.isBefore(from)) || (days.contains(day.minus(1)) && time.isBefore(to));
        }
    }

    /**
     * Holds if the user proved one of some factors a short while ago.
     *
     * @param anyOf the factors
     * @param within how long ago at most
     */
    record ProvedWithin(SortedSet<Factor> anyOf, Duration within) implements Condition {

        /**
         * Copies the factors.
         *
         * @throws InvalidInput if there is none, or the duration is not positive
         */
        public ProvedWithin {
            anyOf = Effect.factors(anyOf);
            Effect.positive("within", within);
        }

        @Override
        public boolean holds(Facts facts) {
            return facts.request().prover().provedWithin(anyOf, within, facts.now());
        }
    }

    /**
     * Holds if the request came from one of some networks; not for one from inside, which has no address.
     *
     * @param networks the networks
     */
    record SourceIn(List<SourceNetwork> networks) implements Condition {

        /**
         * Copies the networks.
         *
         * @throws InvalidInput if there is none
         */
        public SourceIn {
            InvalidInput.unless(!networks.isEmpty(), "networks", networks, "one or more");
            networks = List.copyOf(networks);
        }

        @Override
        public boolean holds(Facts facts) {
            var source = facts.request().source();
            return source != null && networks.stream().anyMatch(network -> network.contains(source));
        }
    }

    /**
     * Holds if a number is above a bound; its size counts, not its sign.
     *
     * @param attribute the number
     * @param bound the bound, itself not above, not negative
     */
    record Above(Attribute<BigDecimal> attribute, BigDecimal bound) implements Condition {

        /**
         * Checks the bound.
         *
         * @throws InvalidInput if it is negative or has more than 40 digits
         */
        public Above {
            attribute.checked(bound);
            InvalidInput.unless(bound.signum() >= 0, "bound of " + attribute.name(), bound, "not negative");
        }

        @Override
        public boolean holds(Facts facts) {
            return facts.attribute(attribute).abs().compareTo(bound) > 0;
        }
    }

    /**
     * Holds if a word is one of some.
     *
     * @param attribute the word
     * @param words any of which will do, compared exactly
     */
    record OneOf(Attribute<String> attribute, SortedSet<String> words) implements Condition {

        /**
         * Copies the words.
         *
         * @throws InvalidInput if there is none
         */
        public OneOf {
            Objects.requireNonNull(attribute, "attribute");
            InvalidInput.unless(!words.isEmpty(), "words", words, "one or more");
            words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
        }

        @Override
        public boolean holds(Facts facts) {
            return words.contains(facts.attribute(attribute));
        }
    }

    /**
     * Holds if a flag is set.
     *
     * @param attribute the flag
     */
    record Flag(Attribute<Boolean> attribute) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.attribute(attribute);
        }
    }

    /**
     * Holds if a number is above what the user's roles allow: the largest bound of any role held where the object is.
     * Somebody none of whose roles is named has no authority, and everything is above it.
     *
     * @param attribute the number; its size counts, not its sign
     * @param authority the bound of each role, not negative
     */
    record AboveAuthority(Attribute<BigDecimal> attribute, SortedMap<String, BigDecimal> authority)
            implements Condition {

        /**
         * Copies the bounds.
         *
         * @throws InvalidInput if there is none, or one is negative or has more than 40 digits
         */
        public AboveAuthority {
            InvalidInput.unless(!authority.isEmpty(), "authority", authority, "of one role or more");
            authority.forEach((role, bound) -> {
                attribute.checked(bound);
                InvalidInput.unless(bound.signum() >= 0, "authority of " + role, bound, "not negative");
            });
            authority = Collections.unmodifiableSortedMap(new TreeMap<>(authority));
        }

        @Override
        public boolean holds(Facts facts) {
            BigDecimal amount = facts.attribute(attribute).abs();
            @Nullable BigDecimal largest = null;
            for (String role : facts.roles()) {
                BigDecimal bound = authority.get(role);
                if (bound != null && (largest == null || bound.compareTo(largest) > 0)) {
                    largest = bound;
                }
            }
            return largest == null || amount.compareTo(largest) > 0;
        }
    }

    /**
     * Holds if the other does not.
     *
     * @param other the other
     */
    record Not(Condition other) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return !other.holds(facts);
        }
    }

    /**
     * Holds if all do. All are looked at, so that one that cannot answer is not passed over.
     *
     * @param parts one or more
     */
    record AllOf(List<Condition> parts) implements Condition {

        /**
         * Copies the parts.
         *
         * @throws InvalidInput if there is none
         */
        public AllOf {
            InvalidInput.unless(!parts.isEmpty(), "parts", parts, "one or more");
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Facts facts) {
            boolean all = true;
            for (Condition part : parts) {
                all &= part.holds(facts);
            }
            return all;
        }
    }

    /**
     * Holds if one does. All are looked at, so that one that cannot answer is not passed over.
     *
     * @param parts one or more
     */
    record AnyOf(List<Condition> parts) implements Condition {

        /**
         * Copies the parts.
         *
         * @throws InvalidInput if there is none
         */
        public AnyOf {
            InvalidInput.unless(!parts.isEmpty(), "parts", parts, "one or more");
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Facts facts) {
            boolean any = false;
            for (Condition part : parts) {
                any |= part.holds(facts);
            }
            return any;
        }
    }

    /**
     * Holds if a piece of Java says so. In JSON it is its name, which the reader must have been given.
     *
     * @param name lower-case words joined by dashes
     * @param test the piece of Java, a function of the facts alone
     */
    record Named(String name, Predicate<Facts> test) implements Condition {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if it is spelt otherwise
         */
        public Named {
            Names.checked("condition", name);
            Objects.requireNonNull(test, "test");
        }

        @Override
        public boolean holds(Facts facts) {
            return test.test(facts);
        }
    }

    /** {@return one that holds always} */
    static Condition always() {
        return new Always();
    }

    /**
     * Returns one that holds if all do.
     *
     * @param parts one or more
     * @return the condition
     * @throws InvalidInput if there is none
     */
    static Condition all(Condition... parts) {
        return new AllOf(List.of(parts));
    }

    /**
     * Returns one that holds if any does.
     *
     * @param parts one or more
     * @return the condition
     * @throws InvalidInput if there is none
     */
    static Condition any(Condition... parts) {
        return new AnyOf(List.of(parts));
    }

    /**
     * Returns one that holds on weekdays at a time of day.
     *
     * @param zone where the clock hangs
     * @param from the beginning, included
     * @param to the end, not included
     * @return the condition
     * @throws InvalidInput if the times are the same
     */
    static Condition weekdays(ZoneId zone, LocalTime from, LocalTime to) {
        return new TimeOfDay(
                zone,
                from,
                to,
                new TreeSet<>(Set.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY)));
    }

    /**
     * Returns one that holds if the size of a number is above a bound.
     *
     * @param attribute the number
     * @param bound the bound, a decimal number
     * @return the condition
     * @throws InvalidInput if the bound is no number, or negative
     */
    static Condition above(Attribute<BigDecimal> attribute, String bound) {
        try {
            return new Above(attribute, new BigDecimal(bound));
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable("bound", bound, "a decimal number");
        }
    }
}
