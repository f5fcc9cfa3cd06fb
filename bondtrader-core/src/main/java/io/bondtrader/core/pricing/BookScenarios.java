package io.bondtrader.core.pricing;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import java.time.LocalDate;
import java.util.List;

/**
 * A book under many curves. The discount factors of a block of curves stand side by side for each payment day, so that a
 * flow is read once for the whole block and the inner loop runs over consecutive numbers. For each curve the amounts are
 * added up in the order of {@link BookFlows}: the same bits.
 */
final class BookScenarios {

    /** The most curves in a block, and the fewest. */
    private static final int WIDEST = 128;

    private static final int NARROWEST = 16;

    /** Factors that stay in a second-level cache together. */
    private static final int CACHED = 1 << 17;

    private static final int CHUNK = 256;

    private final BookColumns columns;
    private final LocalDate settlement;
    private final Parallelism parallelism;
    private final int block; // curves whose factors stand side by side

    BookScenarios(BookColumns columns, LocalDate settlement, Parallelism parallelism) {
        int fitting = Integer.highestOneBit(CACHED / Math.max(1, columns.gridDays.length) + 1);
        this.block = Math.max(NARROWEST, Math.min(WIDEST, fitting));
        this.columns = columns;
        this.settlement = settlement;
        this.parallelism = parallelism;
    }

    ScenarioValues revalue(List<? extends DiscountCurve> curves) {
        ScenarioValues result = new ScenarioValues(columns.size, curves.size());
        int days = columns.gridDays.length;
        double[] factors = new double[days * block];
        double[] origins = new double[block];
        BookGrid[] grids = new BookGrid[block];
        for (int first = 0; first < curves.size(); first += block) {
            int start = first;
            int width = Math.min(block, curves.size() - first);
            Parallelism quiet = parallelism.reportingTo((done, total) -> {});
            quiet.forEachChunk(width, 8, (chunk, from, to) -> {
                for (int s = from; s < to; s++) {
                    grids[s] = new BookGrid(curves.get(start + s), settlement, columns.gridDays);
                    origins[s] = grids[s].originFactor;
                }
                for (int g = 0; g < days; g++) {
                    for (int s = from; s < to; s++) {
                        factors[g * block + s] = grids[s].factors[g];
                    }
                }
            });
            int blocks = (curves.size() + block - 1) / block;
            int number = first / block;
            long finished = (long) number * columns.size;
            long total = (long) blocks * columns.size;
            Parallelism reporting =
                    parallelism.reportingTo((done, of) -> parallelism.progress().progress(finished + done, total));
            reporting.forEachChunk(columns.size, CHUNK, (chunk, from, to) -> {
                double[] sums = new double[block];
                for (int k = from; k < to; k++) {
                    if (columns.chain[k] != BookColumns.NO_CHAIN) {
                        add(k, factors, sums);
                        put(k, sums, origins, grids, start, width, result);
                    }
                }
            });
        }
        columns.flowFailures.forEach(result::fail);
        columns.failures.forEach(result::fail);
        return result;
    }

    private static void put(
            int k, double[] sums, double[] origins, BookGrid[] grids, int start, int width, ScenarioValues result) {
        double[] values = result.values();
        int at = k * result.scenarios() + start;
        for (int s = 0; s < width; s++) {
            double price = sums[s] / origins[s];
            if (!(price < Double.POSITIVE_INFINITY)) {
                result.fail(k, BookFlows.refusal(grids[s]));
            }
            values[at + s] = price;
        }
    }

    private void add(int k, double[] factors, double[] sums) {
        int[] places = columns.chains[columns.chain[k]];
        int last = columns.flowCount[k] - 1;
        double[] own = columns.amounts(k);
        java.util.Arrays.fill(sums, 0.0);
        if (own != null) {
            for (int j = 0; j <= last; j++) {
                addFlow(own[j], factors, places[j] * block, sums);
            }
            return;
        }
        if (last > 0) {
            addFlow(columns.nextCoupon[k], factors, places[0] * block, sums);
        }
        double coupon = columns.coupon[k];
        for (int j = 1; j < last; j++) {
            addFlow(coupon, factors, places[j] * block, sums);
        }
        addFlow(columns.lastAmount(k), factors, places[last] * block, sums);
    }

    private void addFlow(double amount, double[] factors, int offset, double[] sums) {
        for (int s = 0; s < block; s++) {
            sums[s] += amount * factors[offset + s];
        }
    }

    /** What all positions are worth under each curve: the payments of a day are added up once, not once a curve. */
    double[] totals(List<? extends DiscountCurve> curves, double[] faces) {
        double[] paid = new BookFlows(columns, settlement, parallelism).paidByDay(faces);
        double[] totals = new double[curves.size()];
        parallelism.forEachChunk(curves.size(), 8, (chunk, from, to) -> {
            for (int s = from; s < to; s++) {
                totals[s] = total(curves.get(s), paid);
            }
        });
        return totals;
    }

    private double total(DiscountCurve curve, double[] paid) {
        BookGrid grid = new BookGrid(curve, settlement, columns.gridDays);
        double sum = 0.0;
        for (int g = 0; g < paid.length; g++) {
            sum += paid[g] == 0.0 ? 0.0 : paid[g] * grid.factors[g];
        }
        double total = sum / grid.originFactor;
        if (!(Math.abs(total) < Double.POSITIVE_INFINITY)) {
            throw BookFlows.refusal(grid);
        }
        return total;
    }

    static void requireFaces(double[] faces, int size) {
        InvalidInput.unless(faces.length == size, "faces.length", faces.length, "the book's size " + size);
        for (double face : faces) {
            if (!(Math.abs(face) < Double.POSITIVE_INFINITY)) {
                throw new InvalidInput("face", face, "finite");
            }
        }
    }
}
