package io.bondtrader.core.verify;

import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.Unavailable;
import io.bondtrader.core.observe.Metrics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares calculations of one number by independent methods, and does what its policy says about those that disagree.
 *
 * <p>There are two ways in. {@link #verify(Measure, CalculationInputs, double, CalculationPath, CalculationPath,
 * CalculationPath...)} runs the paths itself. A calculation that takes nanoseconds runs them in its own code:
 *
 * <pre>{@code
 * double price = closedForm(yield);
 * if (!verifier.selects(yield, salt)) {
 *     return price;
 * }
 * return verifier.settle(CLEAN_PRICE_BY_TWO_METHODS, this, yield, price, flowByFlow(yield), 0);
 * }</pre>
 *
 * <p>Every discrepancy is counted, raised as an alert and told to the listeners, and is logged at least once with both
 * numbers: by the alert sink if that is the default one, otherwise by {@link DiscrepancyListener#logging()}, which is
 * then among the listeners. With an {@link AuditSink}, each calculation that was checked is recorded; without one no
 * record is built. Whatever of these fails is logged and counted, and the number stands, unless {@link
 * Builder#requireDelivery()} says otherwise.
 *
 * <p>Immutable and safe for use by many threads. Building one looks for installed sinks, so build it once and share it;
 * there is nothing to close.
 */
public final class Verifier {

    private static final long ALL = Long.MAX_VALUE;
    private static final long NONE = Long.MIN_VALUE;

    private final long limit; // a hash below it selects
    private final long seed;
    private final boolean refusing;
    private final Tolerance[] builtIn; // by Measure.index()
    private final Map<Measure, Tolerance> overrides;
    private final boolean observed; // whether agreement, too, is news for somebody
    private final Reporting reporting;

    private Verifier(Builder builder) {
        VerificationPolicy policy = builder.policy;
        this.limit = limit(policy.oneIn());
        this.seed = policy.seed() * 0xD6E8FEB86659FD93L;
        this.refusing = policy.refusing();
        this.overrides = Map.copyOf(builder.tolerances);
        this.builtIn = Measure.builtIn().stream().map(this::toleranceByName).toArray(Tolerance[]::new);
        this.reporting = new Reporting(builder);
        this.observed = reporting.hearsOfAgreement();
    }

    /** {@return a verifier that checks everything, returns the primary number and flags what is not confirmed} */
    public static Verifier flagging() {
        return builder().build();
    }

    /** {@return a verifier that checks everything and refuses what is not confirmed} */
    public static Verifier strict() {
        return builder().policy(VerificationPolicy.strict()).build();
    }

    /**
     * Returns a verifier that checks one calculation in {@code n} and flags what is not confirmed.
     *
     * @param n how many calculations share one check, at least 1
     * @return the verifier
     * @throws InvalidInput if {@code n} is below 1
     */
    public static Verifier sampling(int n) {
        return builder().policy(VerificationPolicy.sample(n)).build();
    }

    /** {@return a verifier that checks nothing} */
    public static Verifier off() {
        return builder().policy(VerificationPolicy.off()).build();
    }

    /** {@return a builder whose every setting has its default} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Decides whether a calculation is checked, where nothing but its argument tells it apart.
     *
     * @param argument what is calculated at, such as the yield of a price
     * @return whether the policy wants its second path
     * @see #selects(double, long)
     */
    public boolean selects(double argument) {
        return selects(argument, 0L);
    }

    /**
     * Decides whether a calculation is checked. A sample depends on the bits of the argument, the salt and the policy's
     * seed alone, by a multiplicative hash: there is no counter that threads would contend for, and the same calculation
     * is decided the same way on every machine, so that a run can be repeated with its checks. The price of that is that
     * repeating a calculation never widens the sample; another seed does.
     *
     * @param argument what is calculated at, such as the yield of a price
     * @param salt tells apart calculations that share an argument, such as a hash of the bond's terms; a book valued at
     *     one yield would otherwise be checked as a whole or not at all
     * @return whether the policy wants its second path
     */
    public boolean selects(double argument, long salt) {
        if (limit == ALL) {
            return true;
        }
        // Two odd multipliers (golden ratio; MurmurHash3's finaliser) and one shift: neighbouring prices differ in high
        // bits only, and the product's high bits, which decide, must depend on all of them.
        long hash = (Double.doubleToRawLongBits(argument) ^ salt ^ seed) * 0x9E3779B97F4A7C15L;
        return (hash ^ hash >>> 32) * 0xFF51AFD7ED558CCDL < limit;
    }

    /**
     * Compares two numbers that a selected calculation came to, and returns the first. Allocates nothing if they agree
     * and nobody wants to hear of it.
     *
     * @param pair what was calculated, and by which methods
     * @param inputs tells what it was calculated from, if anybody asks
     * @param argument what it was calculated at
     * @param primary the number that is the answer
     * @param secondary the number that checks it
     * @param iterations the iterations of the primary path's solver, 0 for a formula
     * @return {@code primary}
     * @throws DiscrepancyFound if the numbers do not agree and the policy refuses such a number
     * @throws BondTraderException if {@code primary} is not finite
     * @throws Unavailable if delivery is required and failed
     */
    public double settle(
            DualPath pair,
            CalculationInputs inputs,
            double argument,
            double primary,
            double secondary,
            int iterations) {
        if (!observed && toleranceOf(pair.measure()).accepts(primary, secondary)) {
            return primary;
        }
        return verify(pair, inputs, argument, primary, secondary, iterations).value();
    }

    /**
     * Settles a calculation whose second path failed: that is not agreement.
     *
     * @param pair what was calculated, and by which methods
     * @param inputs tells what it was calculated from, if anybody asks
     * @param argument what it was calculated at
     * @param primary the number that is the answer
     * @param secondaryFailure why there is no number that checks it
     * @param iterations the iterations of the primary path's solver, 0 for a formula
     * @return {@code primary}
     * @throws DiscrepancyFound if the policy refuses a number that was not confirmed
     * @throws BondTraderException if {@code primary} is not finite
     * @throws Unavailable if delivery is required and failed
     */
    public double settle(
            DualPath pair,
            CalculationInputs inputs,
            double argument,
            double primary,
            BondTraderException secondaryFailure,
            int iterations) {
        return verify(pair, inputs, argument, primary, secondaryFailure, iterations)
                .value();
    }

    /**
     * Compares two numbers that a selected calculation came to, and returns the evidence.
     *
     * @param pair what was calculated, and by which methods
     * @param inputs tells what it was calculated from, if anybody asks
     * @param argument what it was calculated at
     * @param primary the number that is the answer
     * @param secondary the number that checks it
     * @param iterations the iterations of the primary path's solver, 0 for a formula
     * @return the evidence
     * @throws DiscrepancyFound if the numbers do not agree and the policy refuses such a number
     * @throws Unavailable if delivery is required and failed
     */
    public Verified verify(
            DualPath pair,
            CalculationInputs inputs,
            double argument,
            double primary,
            double secondary,
            int iterations) {
        Tolerance tolerance = toleranceOf(pair.measure());
        if (!observed && tolerance.accepts(primary, secondary)) {
            return new Verified(pair, primary, secondary, tolerance, iterations);
        }
        PathOutcome first = Verified.outcome(pair.primaryMethod(), primary);
        PathOutcome second = Verified.outcome(pair.secondaryMethod(), secondary);
        return conclude(Verified.judge(pair, first, second, List.of(), tolerance, iterations), inputs, argument);
    }

    /**
     * Returns the evidence of a calculation whose second path failed: that is not agreement.
     *
     * @param pair what was calculated, and by which methods
     * @param inputs tells what it was calculated from, if anybody asks
     * @param argument what it was calculated at
     * @param primary the number that is the answer
     * @param secondaryFailure why there is no number that checks it
     * @param iterations the iterations of the primary path's solver, 0 for a formula
     * @return the evidence
     * @throws DiscrepancyFound if the policy refuses a number that was not confirmed
     * @throws Unavailable if delivery is required and failed
     */
    public Verified verify(
            DualPath pair,
            CalculationInputs inputs,
            double argument,
            double primary,
            BondTraderException secondaryFailure,
            int iterations) {
        PathOutcome first = Verified.outcome(pair.primaryMethod(), primary);
        PathOutcome second = new PathOutcome.Failure(pair.secondaryMethod(), secondaryFailure);
        Tolerance tolerance = toleranceOf(pair.measure());
        return conclude(Verified.judge(pair, first, second, List.of(), tolerance, iterations), inputs, argument);
    }

    /**
     * Wraps the number of a calculation that was not selected.
     *
     * @param pair what was calculated, and by which methods it would have been
     * @param primary the number
     * @param iterations the iterations of its solver, 0 for a formula
     * @return the number with the verdict {@link Verdict#NOT_CHECKED}, or {@link Verdict#PATH_FAILED} if it is not
     *     finite
     */
    public Verified unchecked(DualPath pair, double primary, int iterations) {
        PathOutcome outcome = Verified.outcome(pair.primaryMethod(), primary);
        return Verified.unchecked(pair, outcome, toleranceOf(pair.measure()), iterations);
    }

    /**
     * Calculates a number by two or more paths, unless the policy leaves it at one, and returns the evidence.
     *
     * <p>A path that throws a {@link BondTraderException} has failed, and so has one whose number is not finite; the
     * others run all the same. Two kinds of failure of the <em>primary</em> path leave nothing to verify and are thrown
     * as they are: {@link InvalidInput} and {@link MissingData}. Any other exception of any path is a programming error
     * and is thrown as it is.
     *
     * @param measure what is calculated
     * @param inputs tells what it is calculated from, if anybody asks
     * @param argument what it is calculated at
     * @param primary the path whose number is the answer
     * @param secondary the path that checks it, by another method
     * @param further more paths that check it
     * @return the evidence
     * @throws InvalidInput if the primary path refuses its input, or the first two methods have one name
     * @throws DiscrepancyFound if the number was not confirmed and the policy refuses such a number
     * @throws Unavailable if delivery is required and failed
     */
    public Verified verify(
            Measure measure,
            CalculationInputs inputs,
            double argument,
            CalculationPath primary,
            CalculationPath secondary,
            CalculationPath... further) {
        DualPath pair = new DualPath(measure, primary.method(), secondary.method());
        PathOutcome first = run(primary);
        if (first instanceof PathOutcome.Failure failed
                && (failed.failure() instanceof InvalidInput || failed.failure() instanceof MissingData)) {
            throw failed.failure();
        }
        Tolerance tolerance = toleranceOf(measure);
        if (!selects(argument)) {
            return Verified.unchecked(pair, first, tolerance, 0);
        }
        List<PathOutcome> more = new ArrayList<>(further.length);
        PathOutcome second = run(secondary);
        for (CalculationPath path : further) {
            more.add(run(path));
        }
        return conclude(Verified.judge(pair, first, second, more, tolerance, 0), inputs, argument);
    }

    /** Whether somebody hears of agreement, too, so that evidence is worth gathering. */
    boolean keepsRecords() {
        return observed;
    }

    /**
     * Returns the tolerance in force for a measure.
     *
     * @param measure the measure
     * @return the tolerance that was set for it, or its default
     */
    public Tolerance toleranceOf(Measure measure) {
        int index = measure.index();
        return index >= 0 ? builtIn[index] : toleranceByName(measure);
    }

    private Tolerance toleranceByName(Measure measure) {
        return overrides.getOrDefault(measure, measure.defaultTolerance());
    }

    private static PathOutcome run(CalculationPath path) {
        try {
            return Verified.outcome(path.method(), path.calculation().getAsDouble());
        } catch (BondTraderException failure) {
            return new PathOutcome.Failure(path.method(), failure);
        }
    }

    /** Apart from the methods above, so that they stay small enough to be inlined where they are called. */
    private Verified conclude(Verified verified, CalculationInputs inputs, double argument) {
        Unavailable undelivered = reporting.report(verified, inputs, argument);
        if (refusing && !verified.isAgreed()) {
            DiscrepancyFound discrepancy = verified.discrepancy();
            if (undelivered != null) {
                discrepancy.addSuppressed(undelivered);
            }
            throw discrepancy;
        }
        if (undelivered != null) {
            throw undelivered;
        }
        return verified;
    }

    private static long limit(int oneIn) {
        if (oneIn <= 1) {
            return oneIn == 1 ? ALL : NONE;
        }
        return Long.MIN_VALUE + Long.divideUnsigned(-1L, oneIn);
    }

    /** Settings of a {@link Verifier}. For one thread; the verifier it builds is for many. */
    public static final class Builder {

        VerificationPolicy policy = VerificationPolicy.flag();
        final Map<Measure, Tolerance> tolerances = new HashMap<>();
        final List<DiscrepancyListener> listeners = new ArrayList<>();

        @Nullable
        AlertSink alerts;

        @Nullable
        AuditSink audit;

        @Nullable
        Metrics metrics;

        @Nullable
        InstantSource timestamps;

        String actor = "bondtrader";
        boolean deliveryRequired;

        private Builder() {}

        /**
         * Sets what is checked and what becomes of the unconfirmed; {@link VerificationPolicy#flag()} unless set.
         *
         * @param newPolicy the policy
         * @return this builder
         */
        public Builder policy(VerificationPolicy newPolicy) {
            this.policy = newPolicy;
            return this;
        }

        /**
         * Sets how far two calculations of a measure may lie apart; {@link Measure#defaultTolerance()} unless set.
         *
         * @param measure the measure
         * @param tolerance how far
         * @return this builder
         */
        public Builder tolerance(Measure measure, Tolerance tolerance) {
            tolerances.put(measure, tolerance);
            return this;
        }

        /**
         * Adds somebody who hears of discrepancies.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(DiscrepancyListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Sets where discrepancies go as alerts; the installed sink unless set, or else the log.
         *
         * @param sink the sink
         * @return this builder
         */
        public Builder alerts(AlertSink sink) {
            this.alerts = sink;
            return this;
        }

        /**
         * Sets who keeps a record of each calculation that was checked; the installed sink unless set, or else nobody.
         *
         * @param sink the sink
         * @return this builder
         */
        public Builder audit(AuditSink sink) {
            this.audit = sink;
            return this;
        }

        /**
         * Sets where checks and discrepancies are counted; the installed metrics unless set, or else nowhere.
         *
         * @param newMetrics the metrics
         * @return this builder
         */
        public Builder metrics(Metrics newMetrics) {
            this.metrics = newMetrics;
            return this;
        }

        /**
         * Sets the clock for audit events and alerts, which carry no time unless set. No number and no byte of a {@link
         * CalculationRecord} depends on it.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder timestamps(InstantSource clock) {
            this.timestamps = clock;
            return this;
        }

        /**
         * Sets who calculates, for audit events; {@code bondtrader} unless set.
         *
         * @param newActor a user, a desk or a system
         * @return this builder
         * @throws InvalidInput if the actor is blank
         */
        public Builder actor(String newActor) {
            InvalidInput.unless(!newActor.isBlank(), "actor", newActor, "not blank");
            this.actor = newActor;
            return this;
        }

        /**
         * Refuses a number with {@link Unavailable} if a listener, the alert sink or the audit sink fails to take what
         * it has to be told about it. Unless set, such a failure is logged and counted, and the number is returned.
         *
         * @return this builder
         */
        public Builder requireDelivery() {
            this.deliveryRequired = true;
            return this;
        }

        /**
         * Returns a verifier with these settings.
         *
         * @return the verifier
         * @throws IllegalStateException if several sinks of a kind are installed and none was set
         */
        public Verifier build() {
            return new Verifier(this);
        }
    }
}
