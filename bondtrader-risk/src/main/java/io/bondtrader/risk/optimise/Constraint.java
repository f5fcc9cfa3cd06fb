package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One rule that weights must obey, with the name by which a {@link Solution} speaks of it.
 *
 * <p>Weights are fractions of the portfolio's value. Limits may be infinite where a side is open. Arrays run in the order of the
 * problem's assets and are copied. Immutable and safe for use by many threads.
 */
public final class Constraint {

    /** What a constraint adds to a program. */
    @FunctionalInterface
    interface Restriction {

        void addTo(ConstraintForm form, int owner);
    }

    private static final double OPEN = Double.POSITIVE_INFINITY;

    private final String name;
    private final String rule;
    private final Restriction restriction;
    private final double[] tradesFrom; // empty unless it counts trades

    private Constraint(String name, String rule, Restriction restriction) {
        this(name, rule, restriction, new double[0]);
    }

    private Constraint(String name, String rule, Restriction restriction, double[] tradesFrom) {
        InvalidInput.unless(!name.isBlank(), "name of a constraint", name, "not blank");
        this.name = name;
        this.rule = rule;
        this.restriction = restriction;
        this.tradesFrom = tradesFrom;
    }

    /** {@return that weights sum to one, named {@code fully invested}} */
    public static Constraint fullyInvested() {
        return budget("fully invested", 1);
    }

    /**
     * Fixes the sum of weights.
     *
     * @param name of the constraint
     * @param total of all weights
     * @return the constraint
     * @throws InvalidInput if the total is not finite
     */
    public static Constraint budget(String name, double total) {
        finite("total", total);
        return new Constraint(name, "sum of weights = " + total, (form, owner) -> {
            double[] ones = new double[form.assets.size()];
            Arrays.fill(ones, 1);
            form.addRow(owner, ones, total, total);
        });
    }

    /** {@return that no weight is negative, named {@code long only}} */
    public static Constraint longOnly() {
        return box("long only", 0, OPEN);
    }

    /**
     * Bounds every weight alike.
     *
     * @param name of the constraint
     * @param lower least weight of each asset
     * @param upper greatest weight of each asset
     * @return the constraint
     * @throws InvalidInput if a bound is NaN or they are the wrong way round
     */
    public static Constraint box(String name, double lower, double upper) {
        ordered(name, lower, upper);
        return new Constraint(name, "each weight in [" + lower + ", " + upper + "]", (form, owner) -> {
            for (int i = 0; i < form.assets.size(); i++) {
                form.addBound(owner, i, lower, upper);
            }
        });
    }

    /**
     * Bounds every weight by limits of its own.
     *
     * @param name of the constraint
     * @param lower least weights
     * @param upper greatest weights
     * @return the constraint
     * @throws InvalidInput if a bound is NaN, two are the wrong way round, or there are more of one kind
     */
    public static Constraint bounds(String name, double[] lower, double[] upper) {
        InvalidInput.unless(lower.length == upper.length, "upper bounds of " + name, upper.length, "" + lower.length);
        for (int i = 0; i < lower.length; i++) {
            ordered(name + "[" + i + "]", lower[i], upper[i]);
        }
        double[] least = lower.clone();
        double[] most = upper.clone();
        return new Constraint(name, "a bound for each weight", (form, owner) -> {
            sized(name, least.length, form);
            for (int i = 0; i < least.length; i++) {
                form.addBound(owner, i, least[i], most[i]);
            }
        });
    }

    /**
     * Bounds the weight of one asset.
     *
     * @param name of the constraint
     * @param asset its name
     * @param lower its least weight
     * @param upper its greatest weight
     * @return the constraint
     * @throws InvalidInput if a bound is NaN or they are the wrong way round
     */
    public static Constraint asset(String name, String asset, double lower, double upper) {
        ordered(name, lower, upper);
        return new Constraint(name, "weight of " + asset + " in [" + lower + ", " + upper + "]", (form, owner) -> {
            form.addBound(owner, indexOf(asset, form), lower, upper);
        });
    }

    /**
     * Fixes a weighted sum.
     *
     * @param name of the constraint
     * @param coefficients of the weights
     * @param value of the sum
     * @return the constraint
     * @throws InvalidInput if a number is not finite
     */
    public static Constraint equality(String name, double[] coefficients, double value) {
        return between(name, coefficients, value, value);
    }

    /**
     * Keeps a weighted sum from falling short.
     *
     * @param name of the constraint
     * @param coefficients of the weights
     * @param least value of the sum
     * @return the constraint
     * @throws InvalidInput if a number is not finite
     */
    public static Constraint atLeast(String name, double[] coefficients, double least) {
        return between(name, coefficients, least, OPEN);
    }

    /**
     * Keeps a weighted sum from exceeding a cap.
     *
     * @param name of the constraint
     * @param coefficients of the weights
     * @param most value of the sum
     * @return the constraint
     * @throws InvalidInput if a number is not finite
     */
    public static Constraint atMost(String name, double[] coefficients, double most) {
        return between(name, coefficients, -OPEN, most);
    }

    /**
     * Keeps a weighted sum, such as a duration, a yield or an exposure, in a band.
     *
     * @param name of the constraint
     * @param coefficients of the weights, such as the duration of each asset
     * @param lower end of the band
     * @param upper end of the band
     * @return the constraint
     * @throws InvalidInput if a coefficient is not finite, or the ends are NaN or the wrong way round
     */
    public static Constraint between(String name, double[] coefficients, double lower, double upper) {
        ordered(name, lower, upper);
        double[] copy = coefficients.clone();
        for (double coefficient : copy) {
            finite("coefficient of " + name, coefficient);
        }
        return new Constraint(name, "weighted sum in [" + lower + ", " + upper + "]", (form, owner) -> {
            sized(name, copy.length, form);
            form.addRow(owner, copy.clone(), lower, upper);
        });
    }

    /**
     * Keeps the modified duration of the portfolio in a band.
     *
     * @param durations of the assets, years
     * @param lower end of the band, years
     * @param upper end of the band, years
     * @return the constraint, whose name is "duration"
     * @throws InvalidInput as {@link #between} does
     */
    public static Constraint duration(double[] durations, double lower, double upper) {
        return between("duration", durations, lower, upper);
    }

    /**
     * Keeps the weight of a group of assets, such as an issuer, in a band.
     *
     * @param name of the constraint
     * @param members names of the assets in the group
     * @param lower least weight of the group
     * @param upper greatest weight of the group
     * @return the constraint
     * @throws InvalidInput if the group is empty, or the ends are NaN or the wrong way round
     */
    public static Constraint group(String name, Set<String> members, double lower, double upper) {
        InvalidInput.unless(!members.isEmpty(), "members of " + name, members, "not empty");
        ordered(name, lower, upper);
        List<String> named = members.stream().sorted().toList();
        return new Constraint(name, "weight of the group in [" + lower + ", " + upper + "]", (form, owner) -> {
            double[] coefficients = new double[form.assets.size()];
            for (String member : named) {
                coefficients[indexOf(member, form)] = 1;
            }
            form.addRow(owner, coefficients, lower, upper);
        });
    }

    /**
     * Caps the weight of each group of a kind, such as sector, rating, issuer or country.
     *
     * @param kind of group, which begins each name: {@code sector Utilities}
     * @param groupOf the group of each asset
     * @param caps the greatest weight of each group that is capped
     * @return a constraint for each cap, by name of the group
     * @throws InvalidInput if a cap is NaN or its group has no member
     */
    public static List<Constraint> groupCaps(String kind, Map<String, String> groupOf, Map<String, Double> caps) {
        List<Constraint> constraints = new ArrayList<>();
        new TreeMap<>(caps).forEach((group, cap) -> {
            Set<String> members = new HashSet<>();
            groupOf.forEach((asset, of) -> {
                if (of.equals(group)) {
                    members.add(asset);
                }
            });
            constraints.add(group(kind + " " + group, members, -OPEN, cap));
        });
        return List.copyOf(constraints);
    }

    /**
     * Matches the key-rate durations of a liability or a benchmark, tenor by tenor.
     *
     * @param tenors names of the key rates
     * @param durations key-rate durations by tenor, then by asset, years
     * @param targets key-rate durations to match, years
     * @param tolerance how far each may be off, years, not negative
     * @return a constraint for each tenor, named {@code key rate} and the tenor
     * @throws InvalidInput if the lengths differ, a number is not finite or the tolerance is negative
     */
    public static List<Constraint> keyRates(
            List<String> tenors, double[][] durations, double[] targets, double tolerance) {
        InvalidInput.unless(durations.length == tenors.size(), "rows of durations", durations.length, "one a tenor");
        InvalidInput.unless(targets.length == tenors.size(), "targets", targets.length, "one a tenor");
        InvalidInput.unless(tolerance >= 0 && tolerance < OPEN, "tolerance", tolerance, "finite, not negative");
        List<Constraint> constraints = new ArrayList<>();
        for (int k = 0; k < targets.length; k++) {
            finite("target of " + tenors.get(k), targets[k]);
            constraints.add(
                    between("key rate " + tenors.get(k), durations[k], targets[k] - tolerance, targets[k] + tolerance));
        }
        return List.copyOf(constraints);
    }

    /**
     * Limits what is bought plus what is sold.
     *
     * @param name of the constraint
     * @param holdings weights that are held now
     * @param limit of the sum of absolute changes: 0.20 lets a tenth of the portfolio be exchanged
     * @return the constraint
     * @throws InvalidInput if a holding is not finite or the limit is negative
     */
    public static Constraint turnover(String name, double[] holdings, double limit) {
        InvalidInput.unless(limit >= 0, "limit of " + name, limit, "not negative");
        double[] from = holdings.clone();
        for (double held : from) {
            finite("holding", held);
        }
        return new Constraint(
                name,
                "purchases + sales ≤ " + limit,
                (form, owner) -> {
                    double[] ones = new double[from.length];
                    Arrays.fill(ones, 1);
                    form.addTrades(owner, ones, ones, limit);
                },
                from);
    }

    /**
     * Lets purchases and the costs of all trades be paid from sales and cash alone.
     *
     * @param name of the constraint
     * @param holdings weights that are held now
     * @param costs of trading a unit of each asset, fractions of its value, from 0 to below 1
     * @param cash that may be spent, a fraction of the portfolio's value; negative if some must be raised
     * @return the constraint
     * @throws InvalidInput if a number is not finite, a cost is out of range or lengths differ
     */
    public static Constraint selfFinancing(String name, double[] holdings, double[] costs, double cash) {
        finite("cash", cash);
        InvalidInput.unless(costs.length == holdings.length, "costs", costs.length, "as many as holdings");
        double[] from = holdings.clone();
        double[] paid = new double[from.length];
        double[] received = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            finite("holding", from[i]);
            InvalidInput.unless(costs[i] >= 0 && costs[i] < 1, "cost", costs[i], "from 0 to below 1");
            paid[i] = 1 + costs[i];
            received[i] = costs[i] - 1;
        }
        return new Constraint(
                name,
                "purchases + costs − sales ≤ " + cash,
                (form, owner) -> form.addTrades(owner, paid, received, cash),
                from);
    }

    private static void finite(String what, double value) {
        InvalidInput.unless(Double.isFinite(value), what, value, "finite");
    }

    private static void ordered(String name, double lower, double upper) {
        if (!(lower <= upper && lower < OPEN && upper > -OPEN)) {
            throw new InvalidInput("limits of " + name, "[" + lower + ", " + upper + "]", "a lower and an upper one");
        }
    }

    private static void sized(String name, int length, ConstraintForm form) {
        InvalidInput.unless(
                length == form.assets.size(), "coefficients of " + name, length, "one an asset, " + form.assets.size());
    }

    private static int indexOf(String asset, ConstraintForm form) {
        int index = form.assets.indexOf(asset);
        InvalidInput.unless(index >= 0, "asset", asset, "one of the problem's");
        return index;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return what it asks for, in words} */
    public String rule() {
        return rule;
    }

    void addTo(ConstraintForm form, int owner) {
        restriction.addTo(form, owner);
    }

    /** Weights from which it counts trades; empty if it does not. */
    double[] tradesFrom() {
        return tradesFrom.clone();
    }

    @Override
    public String toString() {
        return name + ": " + rule;
    }
}
