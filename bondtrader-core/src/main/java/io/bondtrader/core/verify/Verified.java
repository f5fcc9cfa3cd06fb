package io.bondtrader.core.verify;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.NotConverged;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A number with its evidence: which methods calculated it, what each came to, how far they lie apart, how far they may,
 * and the verdict.
 *
 * <p>{@link #value()} is always the primary path's number. A verdict other than {@link Verdict#AGREED} does not change
 * it; {@link #orElseThrow()} refuses it.
 *
 * <p>Immutable and safe for use by many threads. Holding two paths takes one object and no text; lists and text are
 * made when they are asked for.
 */
public final class Verified {

    private final DualPath pair;
    private final double primary; // NaN if primaryFailure is there
    private final double secondary; // NaN if secondaryFailure is there, or if the path never ran
    private final @Nullable BondTraderException primaryFailure;
    private final @Nullable BondTraderException secondaryFailure;
    private final List<PathOutcome> further;
    private final Tolerance tolerance;
    private final Verdict verdict;
    private final int iterations;

    /** Two paths that agree: the one constructor that the hot path calls. */
    Verified(DualPath pair, double primary, double secondary, Tolerance tolerance, int iterations) {
        this(pair, primary, null, secondary, null, List.of(), tolerance, Verdict.AGREED, iterations);
    }

    private Verified(
            DualPath pair,
            double primary,
            @Nullable BondTraderException primaryFailure,
            double secondary,
            @Nullable BondTraderException secondaryFailure,
            List<PathOutcome> further,
            Tolerance tolerance,
            Verdict verdict,
            int iterations) {
        this.pair = pair;
        this.primary = primary;
        this.primaryFailure = primaryFailure;
        this.secondary = secondary;
        this.secondaryFailure = secondaryFailure;
        this.further = further;
        this.tolerance = tolerance;
        this.verdict = verdict;
        this.iterations = iterations;
    }

    static Verified unchecked(DualPath pair, PathOutcome primary, Tolerance tolerance, int iterations) {
        BondTraderException failure = failureOf(primary);
        Verdict verdict = failure == null ? Verdict.NOT_CHECKED : Verdict.PATH_FAILED;
        return new Verified(
                pair, valueOf(primary), failure, Double.NaN, null, List.of(), tolerance, verdict, iterations);
    }

    /** Judges: a contradiction outweighs a failure, and only a number from every path is agreement. */
    static Verified judge(
            DualPath pair,
            PathOutcome primary,
            PathOutcome secondary,
            List<PathOutcome> further,
            Tolerance tolerance,
            int iterations) {
        List<PathOutcome> others = new ArrayList<>(further);
        others.add(0, secondary);
        boolean failed = primary instanceof PathOutcome.Failure;
        boolean contradicted = false;
        for (PathOutcome other : others) {
            if (other instanceof PathOutcome.Failure) {
                failed = true;
            } else if (primary instanceof PathOutcome.Value answer) {
                contradicted |= !tolerance.accepts(answer.value(), valueOf(other));
            }
        }
        Verdict verdict = contradicted ? Verdict.DISCREPANT : failed ? Verdict.PATH_FAILED : Verdict.AGREED;
        return new Verified(
                pair,
                valueOf(primary),
                failureOf(primary),
                valueOf(secondary),
                failureOf(secondary),
                List.copyOf(further),
                tolerance,
                verdict,
                iterations);
    }

    /** What a path came to: a number that is not finite is none. */
    static PathOutcome outcome(String method, double value) {
        if (Double.isFinite(value)) {
            return new PathOutcome.Value(method, value);
        }
        return new PathOutcome.Failure(method, new NotConverged(method + " gave no number", 0, value, Double.NaN));
    }

    private static double valueOf(PathOutcome outcome) {
        return outcome instanceof PathOutcome.Value value ? value.value() : Double.NaN;
    }

    private static @Nullable BondTraderException failureOf(PathOutcome outcome) {
        return outcome instanceof PathOutcome.Failure failure ? failure.failure() : null;
    }

    /** {@return what was calculated} */
    public Measure measure() {
        return pair.measure();
    }

    /**
     * Returns the primary path's number, whatever the verdict.
     *
     * @return the number, finite, in the unit of the measure
     * @throws BondTraderException if the primary path gave none: its own failure
     */
    public double value() {
        if (primaryFailure != null) {
            throw primaryFailure;
        }
        return primary;
    }

    /**
     * Returns the primary path's number unless something speaks against it. A number that the policy left unchecked
     * passes: nothing speaks against it.
     *
     * @return the number, finite, in the unit of the measure
     * @throws DiscrepancyFound if another path contradicts the number, or failed where this one gave a number
     * @throws BondTraderException if the primary path itself gave none: its own failure
     */
    public double orElseThrow() {
        double value = value();
        if (verdict == Verdict.DISCREPANT || verdict == Verdict.PATH_FAILED) {
            throw discrepancy();
        }
        return value;
    }

    /** {@return what the comparison came to} */
    public Verdict verdict() {
        return verdict;
    }

    /** {@return whether every path gave a number and all agree} */
    public boolean isAgreed() {
        return verdict == Verdict.AGREED;
    }

    /** {@return what each path that ran came to, the primary one first} */
    public List<PathOutcome> paths() {
        List<PathOutcome> paths = new ArrayList<>(2 + further.size());
        paths.add(outcome(pair.primaryMethod(), primary, primaryFailure));
        if (secondaryRan()) {
            paths.add(outcome(pair.secondaryMethod(), secondary, secondaryFailure));
        }
        paths.addAll(further);
        return List.copyOf(paths);
    }

    /**
     * Returns the largest distance of another path's number from the primary one.
     *
     * @return the distance, at most {@link Double#MAX_VALUE}; empty if there are not two numbers
     */
    public OptionalDouble difference() {
        double largest = Math.abs(primary - secondary);
        for (PathOutcome other : further) {
            double distance = Math.abs(primary - valueOf(other));
            if (!(distance <= largest) && !Double.isNaN(distance)) { // also when nothing was found so far
                largest = distance;
            }
        }
        return Double.isNaN(largest) ? OptionalDouble.empty() : OptionalDouble.of(Math.min(largest, Double.MAX_VALUE));
    }

    /** {@return how far the paths may lie apart} */
    public Tolerance tolerance() {
        return tolerance;
    }

    /** {@return the iterations of the primary path's solver, 0 for a formula} */
    public int iterations() {
        return iterations;
    }

    /** The exception that a refusing policy throws, with both numbers. */
    DiscrepancyFound discrepancy() {
        DiscrepancyFound discrepancy = new DiscrepancyFound(toString(), primary, secondary);
        BondTraderException failure = primaryFailure != null ? primaryFailure : secondaryFailure;
        if (failure != null) {
            discrepancy.initCause(failure);
        }
        return discrepancy;
    }

    DualPath pair() {
        return pair;
    }

    private boolean secondaryRan() {
        return !Double.isNaN(secondary) || secondaryFailure != null;
    }

    private static PathOutcome outcome(String method, double value, @Nullable BondTraderException failure) {
        return failure == null ? new PathOutcome.Value(method, value) : new PathOutcome.Failure(method, failure);
    }

    /** {@return all of it in one line, for people: {@code clean price 98.824497 ✓ agreed (…)}} */
    @Override
    public String toString() {
        return VerifiedText.of(this);
    }
}
