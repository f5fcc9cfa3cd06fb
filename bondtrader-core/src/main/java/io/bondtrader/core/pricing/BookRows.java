package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.SortedMap;

/** Several numbers for each bond of a book, side by side in one array, or the bond's failure in their place. */
final class BookRows {

    final int bonds;
    final int columns;
    final double[] values;
    private final BookResult failures;

    BookRows(int bonds, int columns) {
        this.bonds = bonds;
        this.columns = columns;
        long count = (long) bonds * columns;
        if (count > Integer.MAX_VALUE - 8) {
            throw new InvalidInput("numbers", bonds + " × " + columns, "what one array can hold: take parts of them");
        }
        this.values = new double[(int) count];
        this.failures = new BookResult(bonds);
    }

    double value(int bond, String name, int column) {
        if (failures.hasFailed(bond)) {
            return failures.value(bond);
        }
        InvalidInput.unless(bond >= 0 && bond < bonds, "bond", bond, "0 to " + (bonds - 1));
        InvalidInput.unless(column >= 0 && column < columns, name, column, "0 to " + (columns - 1));
        return values[bond * columns + column];
    }

    void copyTo(int bond, double[] target) {
        InvalidInput.unless(bond >= 0 && bond < bonds, "bond", bond, "0 to " + (bonds - 1));
        InvalidInput.unless(target.length == columns, "target.length", target.length, "a bond's numbers, " + columns);
        if (failures.hasFailed(bond)) {
            failures.value(bond);
        }
        System.arraycopy(values, bond * columns, target, 0, columns);
    }

    SortedMap<Integer, BondTraderException> failures() {
        return failures.failures();
    }

    void fail(int bond, BondTraderException failure) {
        failures.fail(bond, failure);
    }
}
