package io.bondtrader.risk.var;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Streams of payments on one grid of days: a stream is worth Σ amount · discount factor of its day. */
final class PaymentStreams implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    final FactorGrid grid;
    final int[] start; // of each stream; one more than there are
    final int[] places; // of days on the grid
    final double[] amounts;
    final double[] today; // value of each stream

    PaymentStreams(FactorGrid grid, int[] start, int[] places, double[] amounts) {
        this.grid = grid;
        this.start = start;
        this.places = places;
        this.amounts = amounts;
        this.today = new double[start.length - 1];
        double[][] discounts = grid.discounts();
        double[] value = new double[1];
        for (int k = 0; k < today.length; k++) {
            value(k, discounts, 1, value);
            today[k] = value[0];
        }
    }

    int count() {
        return today.length;
    }

    /** Values one stream under a run of scenarios. */
    void value(int stream, double[][] discounts, int width, double[] values) {
        Arrays.fill(values, 0, width, 0.0);
        for (int j = start[stream]; j < start[stream + 1]; j++) {
            addPayment(amounts[j], discounts[places[j]], width, values);
        }
    }

    /** Rows are arrays of their own, so that the compiler works on several scenarios at once. */
    private static void addPayment(double amount, double[] discounts, int width, double[] values) {
        for (int s = 0; s < width; s++) {
            values[s] += amount * discounts[s];
        }
    }
}
