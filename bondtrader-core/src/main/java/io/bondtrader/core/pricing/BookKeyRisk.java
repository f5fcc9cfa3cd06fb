package io.bondtrader.core.pricing;

import io.bondtrader.core.parallel.Parallelism;

/**
 * Key-rate DV01s of a book. With the weights w of the keys, and times from the curve's reference date,
 *
 * <pre>
 *   DV01ᵢ = 10⁻⁴ · Σ aₖ·P(tₖ)/P(t₀) · (tₖ·wᵢ(tₖ) − t₀·wᵢ(t₀))        t₀  settlement
 * </pre>
 *
 * <p>A time lies between two keys: two weights a payment day are looked up once for the whole book.
 */
final class BookKeyRisk {

    private static final double BASIS_POINT = 1e-4;

    private final BookColumns columns;
    private final BookGrid grid;
    private final int keys;
    private final int[] left; // the key at or before each payment day
    private final double[] toLeft; // time × weight of that key, in basis points
    private final double[] toRight; // and of the next one
    private final double[] origin; // the same at settlement, for every key

    BookKeyRisk(BookColumns columns, BookGrid grid, KeyTenors tenors) {
        this.columns = columns;
        this.grid = grid;
        this.keys = tenors.count();
        this.left = new int[grid.curveYears.length];
        this.toLeft = new double[left.length];
        this.toRight = new double[left.length];
        for (int g = 0; g < left.length; g++) {
            double time = grid.curveYears[g];
            int key = 0;
            while (key + 2 < keys && tenors.years(key + 1) <= time) {
                key++;
            }
            left[g] = key;
            toLeft[g] = BASIS_POINT * time * tenors.weight(key, time);
            toRight[g] = keys > 1 ? BASIS_POINT * time * tenors.weight(key + 1, time) : 0.0;
        }
        this.origin = new double[keys];
        for (int key = 0; key < keys; key++) {
            origin[key] = BASIS_POINT * grid.originYears * tenors.weight(key, grid.originYears);
        }
    }

    /** A row a bond. */
    void fill(BookRows rows, Parallelism parallelism) {
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                if (columns.chain[k] != BookColumns.NO_CHAIN) {
                    fill(k, rows);
                }
            }
        });
        columns.flowFailures.forEach(rows::fail);
        columns.failures.forEach(rows::fail);
    }

    private void fill(int k, BookRows rows) {
        int[] places = columns.chains[columns.chain[k]];
        int at = k * keys;
        double worth = 0.0;
        for (int j = 0; j < columns.flowCount[k]; j++) {
            int g = places[j];
            double value = columns.amount(k, j) * grid.factors[g] / grid.originFactor;
            worth += value;
            rows.values[at + left[g]] += value * toLeft[g];
            if (keys > 1) {
                rows.values[at + left[g] + 1] += value * toRight[g];
            }
        }
        for (int key = 0; key < keys; key++) {
            rows.values[at + key] -= worth * origin[key];
        }
        if (!(worth < Double.POSITIVE_INFINITY)) {
            rows.fail(k, BookFlows.refusal(grid));
        }
    }

    /** One number a key for what all positions pay on each day, in money. */
    double[] total(double[] paid) {
        double[] result = new double[keys];
        double worth = 0.0;
        for (int g = 0; g < paid.length; g++) {
            if (paid[g] != 0.0) {
                if (Double.isNaN(grid.factors[g])) {
                    throw BookFlows.refusal(grid);
                }
                double value = paid[g] * grid.factors[g] / grid.originFactor;
                worth += value;
                result[left[g]] += value * toLeft[g];
                if (keys > 1) {
                    result[left[g] + 1] += value * toRight[g];
                }
            }
        }
        for (int key = 0; key < keys; key++) {
            result[key] -= worth * origin[key];
        }
        return result;
    }
}
