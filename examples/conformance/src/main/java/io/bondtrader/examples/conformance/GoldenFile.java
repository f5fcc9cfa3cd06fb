package io.bondtrader.examples.conformance;

import java.nio.file.Path;

/** One kind of file of golden values: how it is called, and how its rows are computed. */
interface GoldenFile {

    /** {@return the name by which the file is recognised, such as {@code fixed_bonds.csv}} */
    String fileName();

    /** {@return the column that names a row} */
    default String idColumn() {
        return "id";
    }

    /**
     * Opens a check of one file.
     *
     * @param folder the folder of the file, for what is looked up beside it
     * @return the check of its rows, in order
     */
    RowCheck open(Path folder);

    /** Computes the rows of one file. */
    @FunctionalInterface
    interface RowCheck {

        /**
         * Computes a row from its inputs and compares every measure that it has.
         *
         * @param row the row
         * @param measures what was computed goes here
         * @throws UnreadableRow if the row lacks an input
         * @throws io.bondtrader.core.error.BondTraderException if the library refuses the inputs
         */
        void check(Row row, Measures measures);
    }
}
