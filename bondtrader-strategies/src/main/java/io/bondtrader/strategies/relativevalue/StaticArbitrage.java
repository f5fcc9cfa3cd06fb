package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.InteriorPointSolver;
import io.bondtrader.risk.optimise.Objective;
import io.bondtrader.risk.optimise.Problem;
import io.bondtrader.risk.optimise.Solution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What can be earned from quotes alone, whatever rates do: purchases and sales that bring money today and never need any later.
 * Money from payments may be kept until the next one, at no interest.
 *
 * <pre>
 *   maximise    Σ sold · bid − Σ bought · ask                               dirty prices
 *   subject to  Σ (bought − sold) · payments until each date ≥ 0            for every date
 *               0 ≤ bought ≤ face asked,  0 ≤ sold ≤ face bid
 * </pre>
 *
 * <p>Two bonds of the same payments at crossing prices are the plainest case. Not in it: what it costs to borrow what is sold until
 * its last payment, default, and the risk of fails. Bonds must settle on one day. Source for the program: Ronn, Journal of Finance 42
 * (1987), "A new linear programming approach to bond portfolio management". Immutable and safe for use by many threads.
 */
public final class StaticArbitrage {

    private static final int MOST_BONDS = 200;
    private static final double LEAST = 1e-8; // of the largest face: one millionth per 100
    private static final double NOISE = 1e-6;

    private final double profit;
    private final Map<String, Double> faces;

    private StaticArbitrage(double profit, Map<String, Double> faces) {
        this.profit = profit;
        this.faces = Collections.unmodifiableMap(faces);
    }

    /**
     * Looks for an arbitrage.
     *
     * @param book quotes, all labels different, one settlement, from 1 to 200
     * @return the most profitable one; of profit 0 and no faces where there is none
     * @throws InvalidInput if labels repeat or settlements differ
     * @throws NotConverged if the program does not settle
     */
    public static StaticArbitrage in(List<TwoWayQuote> book) {
        requireOneSettlement(book.stream().map(TwoWayQuote::terms).toList());
        int n = book.size();
        double unit = 1;
        for (TwoWayQuote quote : book) {
            unit = Math.max(unit, Math.max(quote.bidFace(), quote.askFace()));
        }
        List<LocalDate> dates = dates(book.stream().map(TwoWayQuote::terms).toList());
        double[] costs = new double[2 * n];
        double[] most = new double[2 * n];
        for (int j = 0; j < n; j++) {
            TwoWayQuote quote = book.get(j);
            costs[j] = quote.dirtyAsk() / 100;
            costs[n + j] = -quote.dirtyBid() / 100;
            most[j] = quote.askFace() / unit;
            most[n + j] = quote.bidFace() / unit;
        }
        double[][] paid = new double[n][];
        for (int j = 0; j < n; j++) {
            paid[j] = cumulative(book.get(j).terms(), dates);
        }
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(Constraint.bounds("faces", new double[2 * n], most));
        for (int d = 0; d < dates.size(); d++) {
            double[] row = new double[2 * n];
            for (int j = 0; j < n; j++) {
                row[j] = paid[j][d];
                row[n + j] = -paid[j][d];
            }
            constraints.add(Constraint.atLeast(dates.get(d).toString(), row, 0));
        }
        Solution.Optimal best = solve(costs, constraints).orElseThrow();
        double[] x = best.weights();
        if (!(-best.objective() > LEAST)) {
            return new StaticArbitrage(0, Map.of());
        }
        Map<String, Double> faces = new LinkedHashMap<>();
        for (int j = 0; j < n; j++) {
            double face = (x[j] - x[n + j]) * unit;
            if (Math.abs(face) > NOISE * unit) {
                faces.put(book.get(j).label(), face);
            }
        }
        return new StaticArbitrage(-best.objective() * unit, faces);
    }

    /**
     * Returns the least that a bond's payments cost when bought as payments of other bonds: above it, selling the bond is an
     * arbitrage.
     *
     * @param target the bond
     * @param others quotes of other bonds of the same settlement
     * @return clean price per 100; empty if the others do not pay late enough
     * @throws InvalidInput if labels repeat or settlements differ
     * @throws NotConverged if the program does not settle
     */
    public static OptionalDouble highestPrice(BondQuote target, List<TwoWayQuote> others) {
        return bound(target, others, true);
    }

    /**
     * Returns the most that a bond's payments bring when sold as payments of other bonds: below it, buying the bond is an
     * arbitrage.
     *
     * @param target the bond
     * @param others quotes of other bonds of the same settlement
     * @return clean price per 100
     * @throws InvalidInput if labels repeat or settlements differ
     * @throws NotConverged if the program does not settle
     */
    public static OptionalDouble lowestPrice(BondQuote target, List<TwoWayQuote> others) {
        return bound(target, others, false);
    }

    private static OptionalDouble bound(BondQuote target, List<TwoWayQuote> others, boolean upper) {
        List<BondQuote> all =
                new ArrayList<>(others.stream().map(TwoWayQuote::terms).toList());
        all.add(target);
        requireOneSettlement(all);
        int n = others.size();
        InvalidInput.unless(n > 0, "others", "none", "at least one");
        List<LocalDate> dates = dates(all);
        double[] wanted = cumulative(target, dates);
        double[] prices = new double[n];
        double[][] paid = new double[n][];
        for (int j = 0; j < n; j++) {
            prices[j] = (upper ? others.get(j).dirtyAsk() : -others.get(j).dirtyBid()) / 100;
            paid[j] = cumulative(others.get(j).terms(), dates);
        }
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(Constraint.longOnly());
        for (int d = 0; d < wanted.length; d++) {
            double[] row = new double[n];
            for (int j = 0; j < n; j++) {
                row[j] = upper ? paid[j][d] : -paid[j][d];
            }
            constraints.add(Constraint.atLeast(dates.get(d).toString(), row, upper ? wanted[d] : -wanted[d]));
        }
        Solution solution = solve(prices, constraints);
        if (solution instanceof Solution.Infeasible) {
            return OptionalDouble.empty(); // the others pay too late
        }
        double worth = solution.orElseThrow().objective();
        return OptionalDouble.of(100 * (upper ? worth : -worth) - target.accruedInterest());
    }

    /** An interior-point method: these programs are so degenerate that simplex methods go round in circles. */
    private static Solution solve(double[] costs, List<Constraint> constraints) {
        List<String> names =
                IntStream.range(0, costs.length).mapToObj(j -> "x" + j).toList();
        return InteriorPointSolver.solve(Problem.over(names)
                .minimise(Objective.linear(costs))
                .subjectTo(constraints)
                .build());
    }

    private static void requireOneSettlement(List<BondQuote> bonds) {
        InvalidInput.unless(
                !bonds.isEmpty() && bonds.size() <= MOST_BONDS, "bonds", bonds.size(), "from 1 to " + MOST_BONDS);
        LocalDate settlement = bonds.get(0).settlement();
        HashSet<String> labels = new HashSet<>();
        for (BondQuote bond : bonds) {
            InvalidInput.unless(labels.add(bond.label()), "label", bond.label(), "there once");
            InvalidInput.unless(
                    bond.settlement().equals(settlement),
                    "settlement",
                    bond.settlement(),
                    "that of all, " + settlement);
        }
    }

    private static List<LocalDate> dates(List<BondQuote> bonds) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        bonds.forEach(bond -> bond.payments().forEach(payment -> dates.add(payment.date())));
        return List.copyOf(dates);
    }

    /** What one unit of face has paid by each date. */
    private static double[] cumulative(BondQuote bond, List<LocalDate> dates) {
        double[] paid = new double[dates.size()];
        int next = 0;
        double sum = 0;
        for (int d = 0; d < paid.length; d++) {
            while (next < bond.payments().size()
                    && !bond.payments().get(next).date().isAfter(dates.get(d))) {
                sum += bond.payments().get(next).amount() / 100;
                next++;
            }
            paid[d] = sum;
        }
        return paid;
    }

    /** {@return what it brings today, in currency units; 0 if there is none} */
    public double profit() {
        return profit;
    }

    /** {@return faces by label in currency units, negative if sold; empty if there is none} */
    public Map<String, Double> faces() {
        return faces;
    }

    /** {@return whether there is an arbitrage} */
    public boolean isFound() {
        return profit > 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                isFound() ? String.format(Locale.ROOT, "%.2f today:", profit) : "no static arbitrage");
        faces.forEach((label, face) -> text.append(
                String.format(Locale.ROOT, " %s %.0f %s,", face < 0 ? "sell" : "buy", Math.abs(face), label)));
        return text.toString();
    }
}
