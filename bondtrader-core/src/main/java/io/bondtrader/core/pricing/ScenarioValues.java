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

    private final int bonds;
    private final int scenarios;
    private final double[] values;
    private final BookResult failures;

    ScenarioValues(int bonds, int scenarios) {
        this.bonds = bonds;
        this.scenarios = scenarios;
        long count = (long) bonds * scenarios;
        InvalidInput.unless(
                count <= Integer.MAX_VALUE - 8,
                "bonds × scenarios",
                count,
                "what one array can hold: take parts of them");
        this.values = new double[(int) count];
        this.failures = new BookResult(bonds);
    }

    /** {@return the number of bonds} */
    public int bonds() {
        return bonds;
    }

    /** {@return the number of scenarios} */
    public int scenarios() {
        return scenarios;
    }

    /**
     * Returns the dirty price of a bond under a scenario.
     *
     * @param bond the bond's place in the book, from 0
     * @param scenario the scenario's place in the list, from 0
     * @return the price per 100
     * @throws BondTraderException the bond's own failure, if it has one
     */
    public double dirtyPrice(int bond, int scenario) {
        if (failures.hasFailed(bond)) {
            return failures.value(bond);
        }
        InvalidInput.unless(scenario >= 0 && scenario < scenarios, "scenario", scenario, "0 to " + (scenarios - 1));
        return values[bond * scenarios + scenario];
    }

    /**
     * Copies a bond's prices under all scenarios.
     *
     * @param bond the bond's place in the book, from 0
     * @param target filled with a price per 100 for each scenario
     * @throws BondTraderException the bond's own failure, if it has one
     * @throws InvalidInput if the target has another length than there are scenarios
     */
    public void copyTo(int bond, double[] target) {
        InvalidInput.unless(target.length == scenarios, "target.length", target.length, "the scenarios, " + scenarios);
        if (failures.hasFailed(bond)) {
            failures.value(bond);
        }
        System.arraycopy(values, bond * scenarios, target, 0, scenarios);
    }

    /** {@return the failures by the bonds' places; empty if there is none} */
    public SortedMap<Integer, BondTraderException> failures() {
        return failures.failures();
    }

    double[] values() {
        return values;
    }

    void fail(int bond, BondTraderException failure) {
        failures.fail(bond, failure);
    }

    @Override
    public String toString() {
        return "ScenarioValues[" + bonds + " bonds, " + scenarios + " scenarios, "
                + failures().size() + " failed]";
    }
}
