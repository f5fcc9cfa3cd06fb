package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.SortedMap;

/**
 * How each bond of a book answers to the zero rates about each key: key-rate DV01s by exact derivatives, which add up to
 * the bond's DV01 for a parallel move of the zero rates.
 *
 * <p>Not changed after it is made; safe for use by many threads.
 */
public final class BookKeyRates {

    private final KeyTenors tenors;
    private final BookRows rows;

    BookKeyRates(KeyTenors tenors, BookRows rows) {
        this.tenors = tenors;
        this.rows = rows;
    }

    /** {@return the keys, and the weights by which rates between them move} */
    public KeyTenors tenors() {
        return tenors;
    }

    /** {@return the number of bonds} */
    public int bonds() {
        return rows.bonds;
    }

    /**
     * Returns what the price of a bond loses when the zero rates about a key rise by one basis point, to first order.
     *
     * @param bond the bond's place in the book, from 0
     * @param key the key, from 0
     * @return per 100 of face
     * @throws BondTraderException the bond's own failure, if it has one
     * @throws InvalidInput if there is no such bond or key
     */
    public double dv01(int bond, int key) {
        return rows.value(bond, "key", key);
    }

    /**
     * Copies a bond's key-rate DV01s.
     *
     * @param bond the bond's place in the book, from 0
     * @param target filled with a DV01 per 100 of face for each key
     * @throws BondTraderException the bond's own failure, if it has one
     * @throws InvalidInput if there is no such bond, or the target has another length than there are keys
     */
    public void copyTo(int bond, double[] target) {
        rows.copyTo(bond, target);
    }

    /** {@return the failures by the bonds' places; empty if there is none} */
    public SortedMap<Integer, BondTraderException> failures() {
        return rows.failures();
    }

    @Override
    public String toString() {
        return "BookKeyRates[" + rows.bonds + " bonds, " + rows.columns + " keys, "
                + failures().size() + " failed]";
    }
}
