package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.sensitivity.Dimension;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;

/**
 * Looks for limits that no portfolio keeps. Amounts that add up are variables, one for each part of the house that the
 * limits tell apart; limits on them are linear constraints, whose feasibility the first phase of the simplex method
 * decides. Of an infeasible set, each limit without which it stays infeasible is dropped: what is left contradicts itself
 * and has no superfluous member (J. Chinneck, "Feasibility and Infeasibility in Optimization", 2008, deletion filter).
 */
final class Consistency {

    /** So many parts are told apart at most. */
    private static final int MOST_PARTS = 200_000;

    /** Stands for all groups that no limit names. */
    private static final String OTHER = "\u0000other";

    /** What adds up in the same way. */
    private record Family(LimitMeasure measure) {}

    /** A maximum on the net amount of every group of a dimension within a scope counts as one limit. */
    private record Constraint(Limit limit, BitSet parts, boolean minimum, double threshold) {}

    private final List<Limit> members;
    private final boolean signed;
    private final Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);

    private Consistency(List<Limit> members, boolean signed, Map<Dimension, SortedSet<String>> domains) {
        this.members = members;
        this.signed = signed;
        Map<Dimension, Set<String>> named = new EnumMap<>(Dimension.class);
        for (Limit limit : members) {
            name(limit.scope(), named);
            if (limit.measure() instanceof LimitMeasure.Concentration concentration) {
                named.computeIfAbsent(concentration.by(), k -> new TreeSet<>());
            }
        }
        named.forEach((dimension, names) -> {
            SortedSet<String> domain = domains.get(dimension);
            Set<String> all = new LinkedHashSet<>(domain == null ? names : domain);
            if (domain == null) {
                all.add(OTHER);
            }
            values.put(dimension, List.copyOf(all));
        });
    }

    static void require(List<Limit> limits, Map<Dimension, SortedSet<String>> domains) {
        Map<Family, List<Limit>> families = new LinkedHashMap<>();
        for (Limit limit : limits) {
            LimitMeasure family = family(limit.measure());
            if (limit.threshold() instanceof Threshold.Absolute) {
                families.computeIfAbsent(new Family(family), k -> new ArrayList<>())
                        .add(limit);
            }
        }
        families.forEach((family, members) -> {
            if (members.stream().anyMatch(limit -> limit.bound() == LimitBound.MINIMUM)) {
                if (family.measure() instanceof LimitMeasure.WeightedMaturity) {
                    requireRanges(members);
                } else {
                    boolean net = CompiledLimit.isSigned(family.measure());
                    new Consistency(members, net, domains).requireFeasible();
                }
            }
        });
        requireShares(limits, domains);
    }

    /** Measures of one family bound the same amounts. */
    private static LimitMeasure family(LimitMeasure measure) {
        if (measure instanceof LimitMeasure.Concentration concentration && !concentration.share()) {
            return new LimitMeasure.Exposure(concentration.kind(), Netting.NET);
        }
        return measure;
    }

    /** A share of each group below an equal share leaves something that no group may hold. */
    private static void requireShares(List<Limit> limits, Map<Dimension, SortedSet<String>> domains) {
        for (Limit limit : limits) {
            if (limit.measure() instanceof LimitMeasure.Concentration concentration
                    && concentration.share()
                    && limit.threshold() instanceof Threshold.Absolute share) {
                SortedSet<String> groups = domains.get(concentration.by());
                if (groups != null && share.value() * groups.size() < 1 - 1e-12) {
                    throw new ContradictoryConstraints(List.of(limit.id()));
                }
            }
        }
    }

    /** Means do not add up: only limits of one scope are compared. */
    private static void requireRanges(List<Limit> members) {
        for (Limit low : members) {
            for (Limit high : members) {
                if (low.bound() == LimitBound.MINIMUM
                        && high.bound() == LimitBound.MAXIMUM
                        && low.scope().equals(high.scope())
                        && value(low) > value(high)) {
                    throw new ContradictoryConstraints(List.of(low.id(), high.id()));
                }
            }
        }
    }

    private static double value(Limit limit) {
        return limit.threshold() instanceof Threshold.Absolute absolute ? absolute.value() : 0;
    }

    private static void name(Scope scope, Map<Dimension, Set<String>> named) {
        if (scope instanceof Scope.In in) {
            named.computeIfAbsent(in.dimension(), k -> new TreeSet<>()).addAll(in.values());
        } else if (scope instanceof Scope.And and) {
            and.parts().forEach(part -> name(part, named));
        } else if (scope instanceof Scope.Or or) {
            or.parts().forEach(part -> name(part, named));
        } else if (scope instanceof Scope.Not not) {
            name(not.part(), named);
        }
    }

    private void requireFeasible() {
        List<Constraint> all = constraints(parts());
        Set<Limit> kept = new LinkedHashSet<>(members);
        if (isFeasible(all, kept)) {
            return;
        }
        for (Limit candidate : members) {
            kept.remove(candidate);
            if (isFeasible(all, kept)) {
                kept.add(candidate);
            }
        }
        throw new ContradictoryConstraints(
                members.stream().filter(kept::contains).map(Limit::id).toList());
    }

    /** Every combination of groups. */
    private List<Map<Dimension, String>> parts() {
        List<Map<Dimension, String>> parts = new ArrayList<>();
        parts.add(Map.of());
        for (Map.Entry<Dimension, List<String>> dimension : values.entrySet()) {
            InvalidInput.unless(
                    (long) parts.size() * dimension.getValue().size() <= MOST_PARTS,
                    "groups that limits of one measure tell apart",
                    (long) parts.size() * dimension.getValue().size(),
                    "at most " + MOST_PARTS + "; use fewer dimensions in the scopes of one measure");
            List<Map<Dimension, String>> finer = new ArrayList<>();
            for (Map<Dimension, String> part : parts) {
                for (String value : dimension.getValue()) {
                    Map<Dimension, String> copy = new EnumMap<>(Dimension.class);
                    copy.putAll(part);
                    copy.put(dimension.getKey(), value);
                    finer.add(copy);
                }
            }
            parts = finer;
        }
        return parts;
    }

    private List<Constraint> constraints(List<Map<Dimension, String>> parts) {
        List<Constraint> constraints = new ArrayList<>();
        for (Limit limit : members) {
            boolean minimum = limit.bound() == LimitBound.MINIMUM;
            Map<String, BitSet> groups = new LinkedHashMap<>();
            for (int k = 0; k < parts.size(); k++) {
                Map<Dimension, String> part = parts.get(k);
                if (limit.scope().contains(dimension -> part.getOrDefault(dimension, OTHER))) {
                    String group = "";
                    if (limit.measure() instanceof LimitMeasure.Concentration concentration) {
                        group = part.getOrDefault(concentration.by(), OTHER);
                    }
                    groups.computeIfAbsent(group, g -> new BitSet()).set(k);
                }
            }
            groups.remove(OTHER); // of however many groups
            groups.values().forEach(members -> constraints.add(new Constraint(limit, members, minimum, value(limit))));
            if (groups.isEmpty() && minimum) {
                constraints.add(new Constraint(limit, new BitSet(), true, value(limit)));
            }
        }
        return constraints;
    }

    private boolean isFeasible(List<Constraint> all, Set<Limit> kept) {
        List<Constraint> chosen = all.stream()
                .filter(constraint -> kept.contains(constraint.limit()))
                .toList();
        Map<BitSet, Integer> columns =
                new LinkedHashMap<>(); // parts that the same constraints contain are one variable
        List<List<Integer>> members = new ArrayList<>();
        chosen.forEach(constraint -> members.add(new ArrayList<>()));
        BitSet touched = new BitSet();
        chosen.forEach(constraint -> touched.or(constraint.parts()));
        for (int part = touched.nextSetBit(0); part >= 0; part = touched.nextSetBit(part + 1)) {
            BitSet signature = new BitSet();
            for (int c = 0; c < chosen.size(); c++) {
                signature.set(c, chosen.get(c).parts().get(part));
            }
            if (columns.putIfAbsent(signature, columns.size()) == null) {
                int column = columns.size() - 1;
                signature.stream().forEach(c -> members.get(c).add(column));
            }
        }
        double scale = chosen.stream()
                .mapToDouble(constraint -> Math.abs(constraint.threshold()))
                .max()
                .orElse(1);
        double unit = scale > 0 ? scale : 1;
        int width = Math.max(1, columns.size());
        Collection<LinearConstraint> rows = new ArrayList<>();
        for (int c = 0; c < chosen.size(); c++) {
            double[] row = new double[width];
            members.get(c).forEach(column -> row[column] = 1);
            double bound = chosen.get(c).threshold() / unit;
            if (chosen.get(c).minimum()) {
                rows.add(new LinearConstraint(row, Relationship.GEQ, bound));
            } else {
                rows.add(new LinearConstraint(row, Relationship.LEQ, bound));
                if (signed) {
                    rows.add(new LinearConstraint(row, Relationship.GEQ, -bound));
                }
            }
        }
        try {
            new SimplexSolver(1e-9)
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(new double[width], 0),
                            new LinearConstraintSet(rows),
                            new NonNegativeConstraint(!signed));
            return true;
        } catch (NoFeasibleSolutionException infeasible) {
            return false;
        } catch (TooManyIterationsException undecided) {
            return true; // what cannot be proven is not refused
        }
    }
}
