package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.PrincipalComponents;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a trade on the curve is to be indifferent to. A trade of two legs can keep one rule, one of three legs two.
 *
 * <table>
 * <caption>rules</caption>
 * <tr><td>{@link #cash()}</td><td>no money changes hands (two legs)</td></tr>
 * <tr><td>{@link #dv01()}</td><td>no move of all rates together counts (two legs)</td></tr>
 * <tr><td>{@link #cashAndDv01()}</td><td>both (three legs)</td></tr>
 * <tr><td>{@link #fiftyFifty()}</td><td>half of the body's DV01 in each wing (three legs)</td></tr>
 * <tr><td>{@link #regression}</td><td>the least variance over past changes of yields</td></tr>
 * <tr><td>{@link #principal}</td><td>no move along the first components, one a rule</td></tr>
 * </table>
 *
 * <p>Source: Martellini, Priaulet and Priaulet, "Fixed-Income Securities" (2003), chapter 8; the weights by regression are those of
 * least squares of the body's yield on the wings', one of the definitions in use. Immutable and safe for use by many threads.
 */
public final class Neutrality {

    private static final Neutrality CASH = new Neutrality("cash", 1, (legs, places) -> rows(cash(legs, places)));
    private static final Neutrality DV01 = new Neutrality("DV01", 1, (legs, places) -> rows(dv01(legs, places)));
    private static final Neutrality CASH_AND_DV01 =
            new Neutrality("cash and DV01", 2, (legs, places) -> rows(cash(legs, places), dv01(legs, places)));
    private static final Neutrality FIFTY_FIFTY =
            new Neutrality("50-50", 2, (legs, places) -> shares(legs, places, new double[] {0.5, 0.5}));

    private final String name;
    private final int hedges;
    private final Rules rules;

    /** What each leg adds to each rule per unit of face; hedges first, what is hedged last. */
    @FunctionalInterface
    interface Rules {
        double[][] of(CurveLegs legs, int[] places);
    }

    private Neutrality(String name, int hedges, Rules rules) {
        this.name = name;
        this.hedges = hedges;
        this.rules = rules;
    }

    /** {@return two legs of the same worth} */
    public static Neutrality cash() {
        return CASH;
    }

    /** {@return two legs of the same DV01} */
    public static Neutrality dv01() {
        return DV01;
    }

    /** {@return three legs, neither worth nor DV01 left} */
    public static Neutrality cashAndDv01() {
        return CASH_AND_DV01;
    }

    /** {@return three legs, half of the body's DV01 in each wing} */
    public static Neutrality fiftyFifty() {
        return FIFTY_FIFTY;
    }

    /**
     * Returns the weights that would have made past changes of the trade's value least: the DV01 of each hedge is that of what is
     * hedged times the slope of its yield on the hedge's.
     *
     * @param yieldChanges changes of the yield of each leg of the trade by its name, all over the same periods, at least 10
     * @return the rule
     * @throws InvalidInput if lengths differ or a change is not finite
     * @throws InsufficientHistory if there are fewer than ten
     */
    public static Neutrality regression(Map<String, double[]> yieldChanges) {
        Map<String, double[]> changes = new TreeMap<>();
        int length =
                yieldChanges.isEmpty() ? 0 : yieldChanges.values().iterator().next().length;
        if (length < 10) {
            throw new InsufficientHistory("Regression of yields", length, 10);
        }
        yieldChanges.forEach((leg, series) -> {
            InvalidInput.unless(series.length == length, "changes of " + leg, series.length, "as many as of others");
            for (double change : series) {
                InvalidInput.unless(Math.abs(change) <= 1e6, "change of " + leg, change, "finite, at most 1e6 in size");
            }
            changes.put(leg, series.clone());
        });
        return new Neutrality("regression", 0, (legs, places) -> {
            double[][] series = new double[places.length][];
            for (int i = 0; i < places.length; i++) {
                String leg = legs.names().get(places[i]);
                double[] found = changes.get(leg);
                InvalidInput.unless(found != null, "leg", leg, "one of " + changes.keySet());
                series[i] = found == null ? new double[0] : found;
            }
            return shares(legs, places, slopes(series));
        });
    }

    /**
     * Returns the weights that leave nothing of moves along the first components: the first for two legs, the first two for
     * three.
     *
     * @param components of changes of the rates at the keys of the legs, in their order
     * @return the rule
     */
    public static Neutrality principal(PrincipalComponents components) {
        return new Neutrality("principal components", 0, (legs, places) -> {
            int keys = legs.tenors().count();
            InvalidInput.unless(components.count() == keys, "components", components.count(), "one a key, " + keys);
            double[][] rows = new double[places.length - 1][places.length];
            for (int c = 0; c < rows.length; c++) {
                double[] loadings = components.loadings(c);
                for (int i = 0; i < places.length; i++) {
                    double[] rates = legs.keyRates(places[i]);
                    for (int k = 0; k < keys; k++) {
                        rows[c][i] += rates[k] * loadings[k];
                    }
                }
            }
            return rows;
        });
    }

    double[][] rules(CurveLegs legs, int[] places) {
        int wanted = places.length - 1;
        InvalidInput.unless(
                hedges == 0 || hedges == wanted, "neutrality", name, "one for a trade of " + places.length + " legs");
        return rules.of(legs, places);
    }

    private static double[][] rows(double[]... rows) {
        return rows;
    }

    private static double[] cash(CurveLegs legs, int[] places) {
        double[] row = new double[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = legs.price(places[i]);
        }
        return row;
    }

    private static double[] dv01(CurveLegs legs, int[] places) {
        double[] row = new double[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = legs.dv01(places[i]);
        }
        return row;
    }

    /** Each hedge carries its share of the DV01 of what is hedged. */
    private static double[][] shares(CurveLegs legs, int[] places, double[] shares) {
        int last = places.length - 1;
        double[][] rows = new double[last][places.length];
        for (int i = 0; i < last; i++) {
            rows[i][i] = legs.dv01(places[i]);
            rows[i][last] = shares[i] * legs.dv01(places[last]);
        }
        return rows;
    }

    /** Slopes of the last series on the others, with a constant. */
    private static double[] slopes(double[][] series) {
        int last = series.length - 1;
        double[][] moments = new double[series.length][series.length];
        double[] means = new double[series.length];
        int n = series[0].length;
        for (int i = 0; i <= last; i++) {
            for (double value : series[i]) {
                means[i] += value / n;
            }
        }
        for (int t = 0; t < n; t++) {
            for (int i = 0; i <= last; i++) {
                for (int j = 0; j <= i; j++) {
                    moments[i][j] += (series[i][t] - means[i]) * (series[j][t] - means[j]);
                }
            }
        }
        if (last == 1) {
            requireScatter(moments[0][0], 0);
            return new double[] {moments[1][0] / moments[0][0]};
        }
        double determinant = moments[0][0] * moments[1][1] - moments[1][0] * moments[1][0];
        requireScatter(determinant, 1e-12 * moments[0][0] * moments[1][1]);
        return new double[] {
            (moments[2][0] * moments[1][1] - moments[2][1] * moments[1][0]) / determinant,
            (moments[2][1] * moments[0][0] - moments[2][0] * moments[1][0]) / determinant
        };
    }

    private static void requireScatter(double scatter, double least) {
        if (!(scatter > least)) {
            throw new ZeroVariance("series", "the regression of yields");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
