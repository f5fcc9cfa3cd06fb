package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit: a measure of a scope must stay on one side of a threshold, or else an action follows.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id what it is called; versions of one limit share it
 * @param version counts from 1
 * @param measure what is measured
 * @param scope for which part of the house
 * @param bound on which side of the threshold the measure must stay
 * @param threshold where the limit lies
 * @param action what happens to an order that would break it
 * @param owner who answers for it
 * @param validFrom from when on it holds
 * @param validTo until when, that instant no longer; null for without end
 * @param proposedBy who proposed it
 * @param approvedBy who approved it, another person
 */
public record Limit(
        String id,
        int version,
        LimitMeasure measure,
        Scope scope,
        LimitBound bound,
        Threshold threshold,
        LimitAction action,
        String owner,
        Instant validFrom,
        @Nullable Instant validTo,
        String proposedBy,
        String approvedBy) {

    /**
     * Checks the parts against each other.
     *
     * @throws InvalidInput if a text is blank, the version below 1, the end not after the start, one person proposed and
     *     approved, a maximum is negative, or a minimum is asked of a measure that knows none
     */
    public Limit {
        Objects.requireNonNull(measure);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(bound);
        Objects.requireNonNull(threshold);
        Objects.requireNonNull(action);
        requireText("id", id);
        requireText("owner", owner);
        requireText("proposedBy", proposedBy);
        requireText("approvedBy", approvedBy);
        InvalidInput.unless(version >= 1, "version", version, "1 or more");
        InvalidInput.unless(
                validTo == null || validTo.isAfter(validFrom), "validTo", validTo, "after validFrom " + validFrom);
        InvalidInput.unless(
                !proposedBy.strip().equalsIgnoreCase(approvedBy.strip()),
                "approvedBy",
                approvedBy,
                "another person than proposedBy");
        if (bound == LimitBound.MAXIMUM && threshold instanceof Threshold.Absolute absolute) {
            InvalidInput.unless(absolute.value() >= 0, "threshold", absolute.value(), "not negative for a maximum");
        }
        InvalidInput.unless(
                bound == LimitBound.MAXIMUM || knowsMinimum(measure),
                "bound",
                bound,
                "MAXIMUM for " + measure.code().summary());
    }

    private static boolean knowsMinimum(LimitMeasure measure) {
        return measure instanceof LimitMeasure.Exposure
                || measure instanceof LimitMeasure.KeyRateDv01
                || measure instanceof LimitMeasure.WeightedMaturity;
    }

    static void requireText(String name, String text) {
        InvalidInput.unless(!text.isBlank() && text.length() <= 1_000, name, text, "not blank, at most 1,000 long");
    }

    /**
     * Says whether the limit holds at a time.
     *
     * @param time the time
     * @return whether it does
     */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }

    /**
     * Returns a builder of a limit.
     *
     * @param id what it is called
     * @param measure what is measured
     * @return the builder: version 1, everything, a maximum, blocking, valid for ever
     */
    public static Builder builder(String id, LimitMeasure measure) {
        return new Builder(id, measure);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s v%d: %s of %s %s %s, else %s",
                id,
                version,
                measure,
                scope,
                bound == LimitBound.MAXIMUM ? "at most" : "at least",
                threshold,
                action);
    }

    /** Settings of a {@link Limit}. For one thread. */
    public static final class Builder {

        private final String id;
        private final LimitMeasure measure;
        private int version = 1;
        private Scope scope = Scope.all();
        private LimitBound bound = LimitBound.MAXIMUM;
        private Threshold threshold = Threshold.of(0);
        private LimitAction action = LimitAction.BLOCK;
        private String owner = "";
        private Instant validFrom = Instant.EPOCH;
        private @Nullable Instant validTo;
        private String proposedBy = "";
        private String approvedBy = "";

        private Builder(String id, LimitMeasure measure) {
            this.id = id;
            this.measure = measure;
        }

        /**
         * Sets the version.
         *
         * @param number counts from 1
         * @return this
         */
        public Builder version(int number) {
            version = number;
            return this;
        }

        /**
         * Sets the part of the house.
         *
         * @param part the scope
         * @return this
         */
        public Builder scope(Scope part) {
            scope = part;
            return this;
        }

        /**
         * Asks for at most a number.
         *
         * @param value in the unit of the measure, not negative
         * @return this
         */
        public Builder atMost(double value) {
            return atMost(Threshold.of(value));
        }

        /**
         * Asks for at most a threshold.
         *
         * @param highest the threshold
         * @return this
         */
        public Builder atMost(Threshold highest) {
            bound = LimitBound.MAXIMUM;
            threshold = highest;
            return this;
        }

        /**
         * Asks for at least a number.
         *
         * @param value in the unit of the measure
         * @return this
         */
        public Builder atLeast(double value) {
            return atLeast(Threshold.of(value));
        }

        /**
         * Asks for at least a threshold.
         *
         * @param lowest the threshold
         * @return this
         */
        public Builder atLeast(Threshold lowest) {
            bound = LimitBound.MINIMUM;
            threshold = lowest;
            return this;
        }

        /**
         * Sets what happens to an order that would break the limit.
         *
         * @param consequence the action
         * @return this
         */
        public Builder action(LimitAction consequence) {
            action = consequence;
            return this;
        }

        /**
         * Sets who answers for the limit.
         *
         * @param person the owner
         * @return this
         */
        public Builder owner(String person) {
            owner = person;
            return this;
        }

        /**
         * Sets when the limit holds.
         *
         * @param from from when on
         * @param to until when, that instant no longer; null for without end
         * @return this
         */
        public Builder valid(Instant from, @Nullable Instant to) {
            validFrom = from;
            validTo = to;
            return this;
        }

        /**
         * Sets who agreed on the limit.
         *
         * @param proposer who proposed it
         * @param approver who approved it, another person
         * @return this
         */
        public Builder agreed(String proposer, String approver) {
            proposedBy = proposer;
            approvedBy = approver;
            return this;
        }

        /**
         * Returns the limit.
         *
         * @return the limit
         * @throws InvalidInput if a part breaks its rule, see {@link Limit}
         */
        public Limit build() {
            return new Limit(
                    id,
                    version,
                    measure,
                    scope,
                    bound,
                    threshold,
                    action,
                    owner,
                    validFrom,
                    validTo,
                    proposedBy,
                    approvedBy);
        }
    }
}
