package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the terms of an objective add up: 1/2 w'Hw + c'w + constant, and what it costs to trade away from holdings. */
final class ObjectiveForm {

    final List<String> assets;
    double[] hessian;
    double[] gradient;
    double constant;
    boolean strictlyConvex;
    double @Nullable [] holdings;
    private final double[] buying;
    private final double[] selling;

    ObjectiveForm(List<String> assets) {
        int n = assets.size();
        this.assets = assets;
        this.hessian = new double[n * n];
        this.gradient = new double[n];
        this.buying = new double[n];
        this.selling = new double[n];
    }

    void tradeFrom(double[] from) {
        double[] before = holdings;
        InvalidInput.unless(
                before == null || Arrays.equals(before, from),
                "holdings",
                Arrays.toString(from),
                "the same wherever they are named in one problem");
        holdings = from;
    }

    void addCost(int asset, double perUnitBought, double perUnitSold) {
        buying[asset] += perUnitBought;
        selling[asset] += perUnitSold;
    }

    /** Says whether curvature is positive in every direction, and refuses an objective that falls off in some. */
    void checkCurvature() {
        strictlyConvex = Curvature.isPositive(assets, hessian);
    }

    /** Turns weights into holdings, purchases and sales. */
    void expand() {
        double[] from = holdings;
        if (from == null) {
            return;
        }
        int n = from.length;
        double[] wide = new double[4 * n * n];
        double[] slope = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double product = QuadraticProgram.dot(hessian, i * n, from, n);
            constant += (0.5 * product + gradient[i]) * from[i];
            slope[i] = product + gradient[i] + buying[i];
            slope[n + i] = -(product + gradient[i]) + selling[i];
            int upper = i * 2 * n;
            int lower = (n + i) * 2 * n;
            for (int j = 0; j < n; j++) {
                double h = hessian[i * n + j];
                wide[upper + j] = h;
                wide[upper + n + j] = -h;
                wide[lower + j] = -h;
                wide[lower + n + j] = h;
            }
        }
        hessian = wide;
        gradient = slope;
    }
}
