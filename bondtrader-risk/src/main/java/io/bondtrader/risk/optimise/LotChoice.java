package io.bondtrader.risk.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses one option for each holding so that a sum of penalties is least and cash is not overspent: branch and bound, where the
 * bound lets cash be overspent at a price (Lagrange).
 *
 * <pre>
 * bound = Σ chosen (f + λ g) + Σ open min (f + λ g) − λ C   ≤   best that can follow
 * </pre>
 *
 * <p>At the best price the bound is so close to the optimum that few branches are looked at. Amounts of cash are whole cents, so
 * that nothing is overspent by rounding. Source: Martello and Toth, Knapsack Problems (1990), section 2.
 */
final class LotChoice {

    private static final long NODES = 5_000_000;

    /** Something that can be done with a holding: its penalty, and the cents it takes from cash. */
    record Option(double penalty, long cents) {}

    private final List<List<Option>> options; // of each holding
    private final long cash;
    private final int[] order;
    private final int[] current;
    private final double[] openBound; // of holdings from a depth on
    private double price;
    private double best = Double.POSITIVE_INFINITY;
    private int[] bestChoice = {};
    private long nodes;

    private LotChoice(List<List<Option>> options, long cash) {
        this.options = options;
        this.cash = cash;
        this.current = new int[options.size()];
        this.openBound = new double[options.size() + 1];
        this.order = IntStream.range(0, options.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -spread(options.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long spread(List<Option> of) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Option option : of) {
            least = Math.min(least, option.cents());
            most = Math.max(most, option.cents());
        }
        return most - least;
    }

    /** The choice, and whether it is proven to be the best; no choice if cash cannot be kept. */
    record Choice(List<Integer> chosen, boolean proven) {}

    static Choice of(List<List<Option>> options, long cash) {
        LotChoice search = new LotChoice(options, cash);
        search.findPrice();
        search.branch(0, 0, 0);
        return new Choice(Arrays.stream(search.bestChoice).boxed().toList(), search.nodes <= NODES);
    }

    /** The least price at which nobody wants to overspend. */
    private void findPrice() {
        double low = 0;
        double high = 1e-12;
        for (int k = 0; k < 200 && spent(high) > cash; k++) {
            low = high;
            high *= 4;
        }
        for (int k = 0; k < 100 && spent(0) > cash; k++) {
            double middle = 0.5 * (low + high);
            if (spent(middle) > cash) {
                low = middle;
            } else {
                high = middle;
            }
        }
        price = spent(0) > cash ? high : 0;
        for (int depth = options.size() - 1; depth >= 0; depth--) {
            Option cheapest = cheapest(options.get(order[depth]), price);
            openBound[depth] = openBound[depth + 1] + cheapest.penalty() + price * cheapest.cents();
        }
    }

    private long spent(double atPrice) {
        long sum = 0;
        for (List<Option> of : options) {
            sum += cheapest(of, atPrice).cents();
        }
        return sum;
    }

    private static Option cheapest(List<Option> of, double atPrice) {
        Option best = of.get(0);
        for (Option option : of) {
            double less = option.penalty() + atPrice * option.cents() - best.penalty() - atPrice * best.cents();
            if (less < 0 || (!(less > 0) && option.cents() < best.cents())) {
                best = option;
            }
        }
        return best;
    }

    private void branch(int depth, double penalty, long cents) {
        if (nodes++ > NODES) {
            return;
        }
        if (depth == options.size()) {
            if (cents <= cash && penalty < best) {
                best = penalty;
                bestChoice = current.clone();
            }
            return;
        }
        List<Option> of = options.get(order[depth]);
        Integer[] byCost = new Integer[of.size()];
        Arrays.setAll(byCost, k -> k);
        Arrays.sort(
                byCost,
                Comparator.comparingDouble(
                        k -> of.get(k).penalty() + price * of.get(k).cents()));
        for (int k : byCost) {
            double next = penalty + of.get(k).penalty();
            long spent = cents + of.get(k).cents();
            double bound = next + openBound[depth + 1] + price * ((double) spent - cash);
            if (bound < best * (1 - 1e-12)) {
                current[order[depth]] = k;
                branch(depth + 1, next, spent);
            }
        }
    }
}
