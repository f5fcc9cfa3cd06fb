package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.SortedMap;

/**
 * What each bond of a book is worth under each of several curves: dirty prices per 100, in one array with a bond's
 * scenarios side by side.
 *
 * <p>Not changed after it is made; safe for use by many threads.
 */
public final class ScenarioValues {

    private final BookRows rows;

    ScenarioValues(int bonds, int scenarios) {
        this.rows = new BookRows(bonds, scenarios);
    }

    /** {@return the number of bonds} */
    public int bonds() {
        return rows.bonds;
    }

    /** {@return the number of scenarios} */
    public int scenarios() {
        return rows.columns;
    }

    /**
     * Returns the dirty price of a bond under a scenario.
     *
     * @param bond the bond's place in the book, from 0
     * @param scenario the scenario's place in the list, from 0
     * @return the price per 100
     * @throws BondTraderException the bond's own failure, if it has one
     * @throws InvalidInput if there is no such bond or scenario
     */
    public double dirtyPrice(int bond, int scenario) {
        return rows.value(bond, "scenario", scenario);
    }

    /**
     * Copies a bond's prices under all scenarios.
     *
     * @param bond the bond's place in the book, from 0
     * @param target filled with a price per 100 for each scenario
     * @throws BondTraderException the bond's own failure, if it has one
     * @throws InvalidInput if there is no such bond, or the target has another length than there are scenarios
     */
    public void copyTo(int bond, double[] target) {
        rows.copyTo(bond, target);
    }

    /** {@return the failures by the bonds' places; empty if there is none} */
    public SortedMap<Integer, BondTraderException> failures() {
        return rows.failures();
    }

    double[] values() {
        return rows.values;
    }

    void fail(int bond, BondTraderException failure) {
        rows.fail(bond, failure);
    }

    @Override
    public String toString() {
        return "ScenarioValues[" + rows.bonds + " bonds, " + rows.columns + " scenarios, "
                + failures().size() + " failed]";
    }
}
