package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One number for each bond of a {@link BondBook}, or the failure in its place. Made by {@link BondBook#newResult()} and
 * filled again by every calculation, so that a loop over scenarios allocates nothing.
 *
 * <p>For one calculation at a time, which may spread over threads. What it holds is valid until the next calculation into
 * it; a calculation that was called off leaves some numbers of the one before.
 */
public final class BookResult {

    private final double[] values;
    private @Nullable TreeMap<Integer, BondTraderException> failures; // null while nothing has failed

    BookResult(int size) {
        this.values = new double[size];
    }

    /** {@return the number of bonds} */
    public int size() {
        return values.length;
    }

    /**
     * Returns the number for a bond.
     *
     * @param index the bond's place in the book, from 0
     * @return the number
     * @throws BondTraderException the bond's own failure, if it has one
     */
    public double value(int index) {
        BondTraderException failure = failures == null ? null : failures.get(index);
        if (failure != null) {
            throw failure;
        }
        return values[index];
    }

    /**
     * Returns whether a bond failed.
     *
     * @param index the bond's place in the book, from 0
     * @return whether there is a failure in place of a number
     */
    public boolean hasFailed(int index) {
        return failures != null && failures.containsKey(index);
    }

    /** {@return the failures by the bonds' places; empty if there is none} */
    public SortedMap<Integer, BondTraderException> failures() {
        return failures == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(failures);
    }

    /**
     * Copies the numbers.
     *
     * @param target where to, as long as the book
     * @param inPlaceOfFailure what stands for a bond that failed
     * @throws InvalidInput if the target has another length
     */
    public void copyTo(double[] target, double inPlaceOfFailure) {
        InvalidInput.unless(
                target.length == values.length, "target.length", target.length, "the book's size " + values.length);
        System.arraycopy(values, 0, target, 0, values.length);
        if (failures != null) {
            failures.keySet().forEach(index -> target[index] = inPlaceOfFailure);
        }
    }

    void clear() {
        failures = null;
    }

    void set(int index, double value) {
        values[index] = value;
    }

    /** The numbers themselves, for loops that fill them. */
    double[] values() {
        return values;
    }

    /**
     * Puts a failure in the place of a bond's number, as somebody does who checks it and does not accept it. Threads that
     * work on different bonds may do so at once.
     *
     * @param index the bond's place in the book, from 0
     * @param failure what is thrown by who asks for the number
     */
    public synchronized void fail(int index, BondTraderException failure) {
        if (failures == null) {
            failures = new TreeMap<>();
        }
        failures.put(index, failure);
        values[index] = 0.0;
    }

    @Override
    public String toString() {
        return "BookResult[" + values.length + " bonds, " + failures().size() + " failed]";
    }
}
