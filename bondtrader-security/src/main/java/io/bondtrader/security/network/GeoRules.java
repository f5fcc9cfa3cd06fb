package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * From which countries requests may come, and what becomes of those whose origin is not known, who hide it, or whose database
 * is old: each is said, none is assumed. Immutable and safe for use by many threads as far as the resolver is.
 */
public final class GeoRules {

    private final GeoResolver resolver;
    private final InstantSource clock;
    private final Set<String> countries;
    private final boolean listed;
    private final Outcome unknown;
    private final Outcome anonymous;
    private final Outcome outdated;
    private final Duration oldest;

    private GeoRules(Builder builder) {
        this.resolver = builder.resolver;
        this.clock = builder.clock;
        this.countries = builder.countries;
        this.listed = builder.listed;
        this.unknown = builder.unknown;
        this.anonymous = builder.anonymous;
        this.outdated = builder.outdated;
        this.oldest = builder.oldest;
    }

    /** What becomes of a request. */
    public enum Outcome {
        /** It goes on. */
        ALLOW,
        /** It goes on if the user proves who it is once more. */
        STEP_UP,
        /** It does not go on. */
        DENY
    }

    /**
     * The outcome, and why. Immutable.
     *
     * @param outcome what becomes of the request
     * @param reason for the log: {@code country}, {@code unknown}, {@code anonymous} or {@code outdated}
     * @param country of the address; empty if unknown
     */
    public record Decision(Outcome outcome, String reason, String country) {}

    /**
     * Begins rules that let in the countries named and no others. Until told otherwise they deny unknown places, those who
     * hide, and all that an outdated database says.
     *
     * @param resolver knows where addresses are
     * @param clock says how old its database is
     * @param countries two capital letters each
     * @return a builder
     */
    public static Builder allowing(GeoResolver resolver, InstantSource clock, Set<String> countries) {
        return new Builder(resolver, clock, countries, true);
    }

    /**
     * Begins rules that keep out the countries named and no others. Until told otherwise they deny unknown places, those who
     * hide, and all that an outdated database says.
     *
     * @param resolver knows where addresses are
     * @param clock says how old its database is
     * @param countries two capital letters each
     * @return a builder
     */
    public static Builder blocking(GeoResolver resolver, InstantSource clock, Set<String> countries) {
        return new Builder(resolver, clock, countries, false);
    }

    /**
     * Decides. Of several reasons the strictest outcome counts.
     *
     * @param address after trusted proxies
     * @return what becomes of the request; a resolver that throws knows nothing
     */
    public Decision decide(IpAddress address) {
        Optional<GeoLocation> found;
        boolean old;
        try {
            old = resolver.builtAt().plus(oldest).isBefore(clock.instant());
            found = resolver.locate(address);
        } catch (RuntimeException failing) {
            return new Decision(unknown, "unknown", "");
        }
        Decision decision = found.map(this::located).orElse(new Decision(unknown, "unknown", ""));
        return old && outdated.compareTo(decision.outcome()) > 0
                ? new Decision(outdated, "outdated", decision.country())
                : decision;
    }

    private Decision located(GeoLocation place) {
        boolean named = countries.contains(place.country());
        Outcome country = named == listed ? Outcome.ALLOW : Outcome.DENY;
        return place.anonymous() && anonymous.compareTo(country) > 0
                ? new Decision(anonymous, "anonymous", place.country())
                : new Decision(country, "country", place.country());
    }

    /** Collects rules. Not safe for use by many threads. */
    public static final class Builder {

        private final GeoResolver resolver;
        private final InstantSource clock;
        private final Set<String> countries;
        private final boolean listed;
        private Outcome unknown = Outcome.DENY;
        private Outcome anonymous = Outcome.DENY;
        private Outcome outdated = Outcome.DENY;
        private Duration oldest = Duration.ofDays(30);

        private Builder(GeoResolver resolver, InstantSource clock, Set<String> countries, boolean listed) {
            this.resolver = Objects.requireNonNull(resolver);
            this.clock = Objects.requireNonNull(clock);
            countries.forEach(GeoLocation::ofCountry);
            this.countries = Set.copyOf(countries);
            this.listed = listed;
        }

        /**
         * Says what becomes of addresses that nobody can locate.
         *
         * @param outcome for them
         * @return this builder
         */
        public Builder unknown(Outcome outcome) {
            this.unknown = Objects.requireNonNull(outcome);
            return this;
        }

        /**
         * Says what becomes of addresses that hide their users, in countries that may come in.
         *
         * @param outcome for them
         * @return this builder
         */
        public Builder anonymous(Outcome outcome) {
            this.anonymous = Objects.requireNonNull(outcome);
            return this;
        }

        /**
         * Says from what age on the database is too old, and what becomes of requests then.
         *
         * @param age of the database
         * @param outcome of what it would let in
         * @return this builder
         * @throws InvalidInput if the age is not positive
         */
        public Builder outdated(Duration age, Outcome outcome) {
            InvalidInput.unless(!age.isNegative() && !age.isZero(), "age", age, "above 0");
            this.oldest = age;
            this.outdated = Objects.requireNonNull(outcome);
            return this;
        }

        /** {@return the rules} */
        public GeoRules build() {
            return new GeoRules(this);
        }
    }
}
