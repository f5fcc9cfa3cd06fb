package io.bondtrader.risk.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where constraints add up: rows, and the tightest bounds of each weight with the constraints they come from. */
final class ConstraintForm {

    final List<String> assets;
    final double @Nullable [] holdings;
    double[] lower;
    double[] upper;
    int[] lowerOwner;
    int[] upperOwner;
    final List<double[]> rows = new ArrayList<>();
    private final List<double[]> limits = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<Boolean> countsTrades = new ArrayList<>();

    ConstraintForm(List<String> assets, double @Nullable [] holdings) {
        int n = assets.size();
        this.assets = assets;
        this.holdings = holdings;
        this.lower = filled(n, Double.NEGATIVE_INFINITY);
        this.upper = filled(n, Double.POSITIVE_INFINITY);
        this.lowerOwner = new int[n];
        this.upperOwner = new int[n];
        Arrays.fill(lowerOwner, QuadraticProgram.NOBODY);
        Arrays.fill(upperOwner, QuadraticProgram.NOBODY);
    }

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    void addBound(int owner, int asset, double least, double most) {
        if (least > lower[asset]) {
            lower[asset] = least;
            lowerOwner[asset] = owner;
        }
        if (most < upper[asset]) {
            upper[asset] = most;
            upperOwner[asset] = owner;
        }
    }

    void addRow(int owner, double[] coefficients, double least, double most) {
        rows.add(coefficients);
        limits.add(new double[] {least, most});
        owners.add(owner);
        countsTrades.add(false);
    }

    /** A limit on a weighted sum of purchases and sales. */
    void addTrades(int owner, double[] perUnitBought, double[] perUnitSold, double most) {
        int n = assets.size();
        double[] row = Arrays.copyOf(perUnitBought, 2 * n);
        System.arraycopy(perUnitSold, 0, row, n, n);
        rows.add(row);
        limits.add(new double[] {Double.NEGATIVE_INFINITY, most});
        owners.add(owner);
        countsTrades.add(true);
    }

    double[] rowLower() {
        return limits.stream().mapToDouble(limit -> limit[0]).toArray();
    }

    double[] rowUpper() {
        return limits.stream().mapToDouble(limit -> limit[1]).toArray();
    }

    int[] rowOwner() {
        return owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Turns bounds and rows of weights into those of purchases and sales. */
    void expand() {
        double[] from = holdings;
        if (from == null) {
            return;
        }
        int n = from.length;
        double[] wideLower = new double[2 * n];
        double[] wideUpper = new double[2 * n];
        int[] wideLowerOwner = filledOwners(2 * n);
        int[] wideUpperOwner = filledOwners(2 * n);
        for (int i = 0; i < n; i++) {
            wideUpper[i] = Math.max(0, upper[i] - from[i]);
            wideUpperOwner[i] = upperOwner[i];
            wideUpper[n + i] = Math.max(0, from[i] - lower[i]);
            wideUpperOwner[n + i] = lowerOwner[i];
            if (lower[i] > from[i]) { // must buy
                wideLower[i] = lower[i] - from[i];
                wideLowerOwner[i] = lowerOwner[i];
                wideUpperOwner[n + i] = QuadraticProgram.NOBODY;
            }
            if (upper[i] < from[i]) { // must sell
                wideLower[n + i] = from[i] - upper[i];
                wideLowerOwner[n + i] = upperOwner[i];
                wideUpperOwner[i] = QuadraticProgram.NOBODY;
            }
        }
        lower = wideLower;
        upper = wideUpper;
        lowerOwner = wideLowerOwner;
        upperOwner = wideUpperOwner;
        for (int k = 0; k < rows.size(); k++) {
            if (countsTrades.get(k)) {
                continue;
            }
            double[] row = rows.get(k);
            double[] wide = Arrays.copyOf(row, 2 * n);
            double held = 0;
            for (int i = 0; i < n; i++) {
                wide[n + i] = -row[i];
                held += row[i] * from[i];
            }
            rows.set(k, wide);
            limits.set(k, new double[] {limits.get(k)[0] - held, limits.get(k)[1] - held});
        }
    }

    private static int[] filledOwners(int n) {
        int[] owners = new int[n];
        Arrays.fill(owners, QuadraticProgram.NOBODY);
        return owners;
    }
}
