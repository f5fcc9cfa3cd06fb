package io.bondtrader.core.pricing;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.parallel.Parallelism;
import java.time.LocalDate;

/**
 * A book off a curve, flow by flow on the grid of its payment days. Every number has the bits of the bond's own
 * {@link CurvePricing}: amounts are added up in the same order from the same factors.
 */
final class BookFlows {

    private static final int MOST_PARTS = 64;

    private final BookColumns columns;
    private final LocalDate settlement;
    private final Parallelism parallelism;

    BookFlows(BookColumns columns, LocalDate settlement, Parallelism parallelism) {
        this.columns = columns;
        this.settlement = settlement;
        this.parallelism = parallelism;
    }

    BookGrid grid(DiscountCurve curve) {
        return new BookGrid(curve, settlement, columns.gridDays);
    }

    void dirtyPrices(DiscountCurve curve, BookResult result) {
        BookGrid grid = grid(curve);
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                if (columns.chain[k] == BookColumns.NO_CHAIN) {
                    continue;
                }
                double price = sum(k, grid.factors) / grid.originFactor;
                if (price < Double.POSITIVE_INFINITY) {
                    result.set(k, price);
                } else {
                    result.fail(k, refusal(grid));
                }
            }
        });
        putFailures(result);
    }

    /** Σ aₖ·Pₖ in order. */
    private double sum(int k, double[] factors) {
        int[] places = columns.chains[columns.chain[k]];
        int count = columns.flowCount[k];
        double[] own = columns.amounts(k);
        if (own != null) {
            double sum = 0.0;
            for (int j = 0; j < count; j++) {
                sum += own[j] * factors[places[j]];
            }
            return sum;
        }
        int last = count - 1;
        double sum = last > 0 ? columns.nextCoupon[k] * factors[places[0]] : 0.0;
        double coupon = columns.coupon[k];
        for (int j = 1; j < last; j++) {
            sum += coupon * factors[places[j]];
        }
        return sum + columns.lastAmount(k) * factors[places[last]];
    }

    /** What a basis point more of its own spread costs each bond: 10⁻⁴ Σ aₖ tₖ P(tₖ)/P(t₀). */
    void spreadDv01s(DiscountCurve curve, BookResult result) {
        BookGrid grid = grid(curve);
        double[] timesFactor = new double[grid.years.length];
        for (int g = 0; g < timesFactor.length; g++) {
            timesFactor[g] = 1e-4 * grid.years[g] * grid.factors[g];
        }
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                if (columns.chain[k] == BookColumns.NO_CHAIN) {
                    continue;
                }
                double change = sum(k, timesFactor) / grid.originFactor;
                if (change < Double.POSITIVE_INFINITY) {
                    result.set(k, change);
                } else {
                    result.fail(k, refusal(grid));
                }
            }
        });
        putFailures(result);
    }

    void zSpreads(DiscountCurve curve, double[] prices, boolean clean, BookResult result) {
        BookGrid grid = grid(curve);
        int longest = columns.longestFlowCount();
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            double[] amounts = new double[longest];
            double[] years = new double[longest];
            double[] logs = new double[longest];
            for (int k = from; k < to; k++) {
                if (columns.chain[k] == BookColumns.NO_CHAIN) {
                    continue;
                }
                double dirty = clean ? prices[k] + columns.accrued[k] : prices[k];
                int[] places = columns.chains[columns.chain[k]];
                int count = columns.flowCount[k];
                columns.copyAmounts(k, amounts);
                for (int j = 0; j < count; j++) {
                    years[j] = grid.years[places[j]];
                    logs[j] = grid.forwardLogs[places[j]];
                }
                double spread = dirty > 0.0 && dirty < Double.POSITIVE_INFINITY
                        ? SpreadKernel.solve(logs, years, amounts, 0, count, dirty)
                        : Double.NaN;
                if (!Double.isNaN(spread)) {
                    result.set(k, spread);
                } else {
                    result.fail(k, spreadFailure(k, prices[k], clean, Double.isNaN(logs[count - 1]), grid));
                }
            }
        });
        putFailures(result);
    }

    private BondTraderException spreadFailure(int k, double price, boolean clean, boolean outOfReach, BookGrid grid) {
        if (outOfReach) {
            return refusal(grid);
        }
        double dirty;
        try {
            dirty = clean ? CheckedForm.dirty(price, columns.accrued[k]) : price;
        } catch (BondTraderException failure) {
            return failure;
        }
        return dirty > 0.0 && dirty < Double.POSITIVE_INFINITY
                ? new NotConverged("no Z-spread gives dirty price " + dirty, 0, 0.0, dirty)
                : new InvalidInput("dirtyPrice", dirty, "positive and finite");
    }

    static BondTraderException refusal(BookGrid grid) {
        return grid.refusal != null
                ? grid.refusal
                : new InvalidInput("curve", "too steep", "one that gives finite discount factors");
    }

    private void putFailures(BookResult result) {
        columns.flowFailures.forEach(result::fail);
        columns.failures.forEach(result::fail);
    }

    /**
     * What the worth of all positions owes to each parameter of the curve, by one sweep back: from positions to payment
     * days, and from days to nodes. Chunks add up apart and are then added in their order.
     */
    double[] nodeSensitivities(DiscountCurve curve, double[] faces) {
        BookGrid grid = grid(curve);
        double[] paid = paidByDay(faces);
        double[] sensitivities = new double[curve.nodes().size()];
        double worth = 0.0;
        for (int g = 0; g < paid.length; g++) {
            if (paid[g] != 0.0) {
                if (Double.isNaN(grid.factors[g])) {
                    throw refusal(grid);
                }
                double value = paid[g] * grid.factors[g] / grid.originFactor;
                worth += value;
                curve.addLogDiscountSensitivities(grid.curveYears[g], value, sensitivities, 0);
            }
        }
        curve.addLogDiscountSensitivities(grid.originYears, -worth, sensitivities, 0);
        return sensitivities;
    }

    /** What all positions pay on each day of the grid, in money. */
    double[] paidByDay(double[] faces) {
        int chunk = Math.max(BookColumns.CHUNK, (columns.size + MOST_PARTS - 1) / MOST_PARTS);
        double[][] parts = new double[(columns.size + chunk - 1) / chunk][];
        parallelism.forEachChunk(columns.size, chunk, (number, from, to) -> {
            double[] part = new double[columns.gridDays.length];
            for (int k = from; k < to; k++) {
                if (columns.chain[k] != BookColumns.NO_CHAIN) {
                    addPaid(k, faces[k] * 0.01, part);
                }
            }
            parts[number] = part;
        });
        double[] paid = new double[columns.gridDays.length];
        for (double[] part : parts) {
            for (int g = 0; g < paid.length; g++) {
                paid[g] += part[g];
            }
        }
        return paid;
    }

    private void addPaid(int k, double units, double[] paid) {
        int[] places = columns.chains[columns.chain[k]];
        int last = columns.flowCount[k] - 1;
        double[] own = columns.amounts(k);
        if (own != null) {
            for (int j = 0; j <= last; j++) {
                paid[places[j]] += units * own[j];
            }
            return;
        }
        if (last > 0) {
            paid[places[0]] += units * columns.nextCoupon[k];
        }
        double coupon = units * columns.coupon[k];
        for (int j = 1; j < last; j++) {
            paid[places[j]] += coupon;
        }
        paid[places[last]] += units * columns.lastAmount(k);
    }
}
