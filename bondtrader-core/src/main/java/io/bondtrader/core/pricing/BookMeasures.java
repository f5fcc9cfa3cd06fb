package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import java.util.List;
import java.util.SortedMap;

/**
 * What a book's bonds are worth and how they answer to their yields, a column a measure. Made by
 * {@link BondBook#newMeasures()} and filled again by every calculation.
 *
 * <p>Every column knows the bonds that failed; {@link #failures()} has them all.
 *
 * <p>For one calculation at a time, which may spread over threads. What it holds is valid until the next calculation into
 * it.
 */
public final class BookMeasures {

    private final BookResult dirtyPrice;
    private final BookResult yield;
    private final BookResult modifiedDuration;
    private final BookResult convexity;
    private final BookResult dv01;

    BookMeasures(int size) {
        this.dirtyPrice = new BookResult(size);
        this.yield = new BookResult(size);
        this.modifiedDuration = new BookResult(size);
        this.convexity = new BookResult(size);
        this.dv01 = new BookResult(size);
    }

    /** {@return the number of bonds} */
    public int size() {
        return yield.size();
    }

    /** {@return dirty prices per 100} */
    public BookResult dirtyPrice() {
        return dirtyPrice;
    }

    /** {@return annual yields as decimals, each by its bond's yield convention} */
    public BookResult yieldToMaturity() {
        return yield;
    }

    /** {@return modified durations in years} */
    public BookResult modifiedDuration() {
        return modifiedDuration;
    }

    /** {@return convexities in years squared} */
    public BookResult convexity() {
        return convexity;
    }

    /** {@return what each price loses when its yield rises by one basis point, per 100 of face} */
    public BookResult dv01() {
        return dv01;
    }

    /** {@return the failures by the bonds' places; empty if there is none} */
    public SortedMap<Integer, BondTraderException> failures() {
        return yield.failures();
    }

    void clear() {
        columns().forEach(BookResult::clear);
    }

    void set(int index, double annualYield, double[] sensitivities) {
        double price = sensitivities[0];
        double first = sensitivities[1];
        dirtyPrice.set(index, price);
        yield.set(index, annualYield);
        modifiedDuration.set(index, -first / price);
        convexity.set(index, sensitivities[2] / price);
        dv01.set(index, -first * 1e-4);
    }

    /**
     * Puts a failure in the place of all of a bond's numbers, as somebody does who checks them and does not accept them.
     *
     * @param index the bond's place in the book, from 0
     * @param failure what is thrown by who asks for a number
     */
    public void fail(int index, BondTraderException failure) {
        columns().forEach(column -> column.fail(index, failure));
    }

    private List<BookResult> columns() {
        return List.of(dirtyPrice, yield, modifiedDuration, convexity, dv01);
    }

    @Override
    public String toString() {
        return "BookMeasures[" + size() + " bonds, " + failures().size() + " failed]";
    }
}
