package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the bonds of a book pay and when, as plain numbers: the days on which anything is paid, and for each bond the amounts
 * with the places of their days. For engines that value a book in a way of their own.
 *
 * <p>Amounts are per 100 of face and, in a {@link SpreadBook}, discounted by the bond's own spread. Immutable and safe for use
 * by many threads.
 */
public final class BookCashFlows {

    private final BookColumns columns;

    BookCashFlows(BookColumns columns) {
        this.columns = columns;
    }

    /** {@return the number of bonds} */
    public int bonds() {
        return columns.size;
    }

    /** {@return the bonds without flows that a curve could discount, by their places} */
    public SortedMap<Integer, BondTraderException> failures() {
        SortedMap<Integer, BondTraderException> failures = new TreeMap<>(columns.flowFailures);
        failures.putAll(columns.failures);
        return Collections.unmodifiableSortedMap(failures);
    }

    /** {@return the payment days of all bonds in calendar days from settlement, ascending} */
    public int[] daysFromSettlement() {
        return columns.gridDays.clone();
    }

    /**
     * Returns how often a bond pays.
     *
     * @param bond the bond's place in the book, from 0
     * @return the number of its payments, 0 for one that failed
     * @throws InvalidInput if there is no such bond
     */
    public int count(int bond) {
        InvalidInput.unless(bond >= 0 && bond < columns.size, "bond", bond, "0 to " + (columns.size - 1));
        return columns.chain[bond] == BookColumns.NO_CHAIN ? 0 : columns.flowCount[bond];
    }

    /**
     * Copies a bond's payments.
     *
     * @param bond the bond's place in the book, from 0
     * @param places filled with the places of the payment days, in order
     * @param amounts filled with the amounts per 100
     * @param offset where both arrays are filled from
     * @throws InvalidInput if there is no such bond or an array has no room
     */
    public void copyTo(int bond, int[] places, double[] amounts, int offset) {
        int count = count(bond);
        InvalidInput.unless(
                offset >= 0 && offset + count <= Math.min(places.length, amounts.length),
                "offset",
                offset,
                "with room for " + count + " payments after it");
        if (count > 0) {
            System.arraycopy(columns.chains[columns.chain[bond]], 0, places, offset, count);
            for (int j = 0; j < count; j++) {
                amounts[offset + j] = columns.amount(bond, j);
            }
        }
    }

    /** {@return the number of bonds and payment days} */
    @Override
    public String toString() {
        return "BookCashFlows[" + columns.size + " bonds, " + columns.gridDays.length + " payment days]";
    }
}
