package io.bondtrader.risk.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns multipliers of a program into prices of the constraints that its rows and bounds come from. */
final class Prices {

    /** A limit is met within this share of its size, or of one. */
    private static final double MET = 1e-9;

    private final Problem problem;
    private final QuadraticProgram program;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int owner, ShadowPrice price) {}

    private Prices(Problem problem) {
        this.problem = problem;
        this.program = problem.program();
    }

    static List<ShadowPrice> of(Problem problem, double[] rowMultipliers, double[] boundMultipliers) {
        Prices prices = new Prices(problem);
        for (int k = 0; k < rowMultipliers.length; k++) {
            prices.addRow(k, rowMultipliers[k]);
        }
        for (int j = 0; j < boundMultipliers.length; j++) {
            prices.addBound(j, boundMultipliers[j]);
        }
        return prices.entries.stream()
                .sorted(Comparator.comparingInt(Entry::owner))
                .map(Entry::price)
                .toList();
    }

    private void addRow(int row, double multiplier) {
        if (multiplier == 0) { // exactly: a row that does not bind
            return;
        }
        boolean equality = program.rowLower[row] == program.rowUpper[row];
        ShadowPrice.Side side =
                equality ? ShadowPrice.Side.EQUAL : multiplier > 0 ? ShadowPrice.Side.LOWER : ShadowPrice.Side.UPPER;
        add(program.rowOwner[row], side, Optional.empty(), multiplier);
    }

    private void addBound(int variable, double multiplier) {
        if (multiplier == 0) { // exactly: a bound that does not bind
            return;
        }
        boolean sale = program.holdings != null && variable >= program.size / 2;
        boolean atLower = multiplier > 0;
        int owner = atLower ? program.lowerOwner[variable] : program.upperOwner[variable];
        // A cap on sales is a floor under the weight, and the other way round.
        ShadowPrice.Side side = atLower != sale ? ShadowPrice.Side.LOWER : ShadowPrice.Side.UPPER;
        String asset = problem.assets().get(program.asset(variable));
        add(owner, side, Optional.of(asset), sale ? -multiplier : multiplier);
    }

    private void add(int owner, ShadowPrice.Side side, Optional<String> asset, double price) {
        if (owner != QuadraticProgram.NOBODY) {
            String name = problem.constraints().get(owner).name();
            entries.add(new Entry(owner, new ShadowPrice(name, side, asset, price)));
        }
    }

    /** Names of constraints of which some limit is met exactly. */
    static List<String> activeConstraints(Problem problem, double[] x) {
        QuadraticProgram program = problem.program();
        BitSet active = new BitSet();
        for (int k = 0; k < program.rows.length; k++) {
            double value = program.activity(k, x);
            if (meets(value, program.rowLower[k]) || meets(value, program.rowUpper[k])) {
                active.set(program.rowOwner[k]);
            }
        }
        for (int j = 0; j < x.length; j++) {
            if (program.lowerOwner[j] != QuadraticProgram.NOBODY && meets(x[j], program.lower[j])) {
                active.set(program.lowerOwner[j]);
            }
            if (program.upperOwner[j] != QuadraticProgram.NOBODY && meets(x[j], program.upper[j])) {
                active.set(program.upperOwner[j]);
            }
        }
        return active.stream()
                .mapToObj(owner -> problem.constraints().get(owner).name())
                .toList();
    }

    private static boolean meets(double value, double limit) {
        return Double.isFinite(limit) && Math.abs(value - limit) <= MET * Math.max(1, Math.abs(limit));
    }
}
