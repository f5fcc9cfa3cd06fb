package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How positions make up value at risk and expected shortfall.
 *
 * <p>The component of a position is its own loss in the very scenarios that the figure is read off, with the same weights:
 * components add up to the figure exactly. One scenario is a rough witness; for a steadier split use the expected shortfall.
 * Source: Hallerbach, <i>Decomposing portfolio value at risk</i>, Journal of Risk 5 (2003); Tasche, <i>Risk contributions and
 * performance measurement</i> (1999). Immutable and safe for use by many threads.
 *
 * @param risk the figures of all positions together
 * @param parts the part of each position, in the order of positions
 */
public record TailContributions(TailRisk risk, List<Part> parts) {

    /** Copies the list. */
    public TailContributions {
        parts = List.copyOf(parts);
    }

    /**
     * What one position has to do with the risk of the book.
     *
     * @param position its name
     * @param componentValueAtRisk its part of value at risk; negative if it hedges the rest
     * @param componentExpectedShortfall its part of expected shortfall
     * @param standaloneValueAtRisk value at risk if it were alone
     * @param incrementalValueAtRisk value at risk of the book less that of the book without it
     */
    public record Part(
            String position,
            double componentValueAtRisk,
            double componentExpectedShortfall,
            double standaloneValueAtRisk,
            double incrementalValueAtRisk) {}

    static TailContributions of(PnlVectors vectors, double confidence, QuantileConvention convention) {
        double[] totals = vectors.totals();
        TailLosses losses = vectors.losses(totals);
        TailRisk risk = losses.risk(vectors.method(), confidence, convention);
        RankWeights quantile = losses.quantile(confidence, convention);
        RankWeights tail = losses.tail(confidence, convention);
        int[] order = TailLosses.order(totals);
        List<Part> parts = new ArrayList<>();
        double[] rest = new double[totals.length];
        for (int i = 0; i < vectors.positions().size(); i++) {
            double[] own = vectors.row(i);
            for (int s = 0; s < rest.length; s++) {
                rest[s] = totals[s] - own[s];
            }
            double without = vectors.losses(rest)
                    .risk(vectors.method(), confidence, convention)
                    .valueAtRisk();
            double alone = vectors.losses(own)
                    .risk(vectors.method(), confidence, convention)
                    .valueAtRisk();
            parts.add(new Part(
                    vectors.positions().get(i),
                    component(quantile, order, own),
                    component(tail, order, own),
                    alone,
                    risk.valueAtRisk() - without));
        }
        return new TailContributions(risk, parts);
    }

    private static double component(RankWeights figure, int[] order, double[] own) {
        double sum = 0;
        for (int i = 0; i < figure.count(); i++) {
            sum -= figure.weight(i) * own[order[figure.rank(i)]];
        }
        return sum;
    }

    /**
     * Returns the positions with the largest parts.
     *
     * @param count how many, 1 or more
     * @return the parts with the largest component of expected shortfall, largest first
     * @throws InvalidInput if the count is not positive
     */
    public List<Part> largest(int count) {
        InvalidInput.unless(count > 0, "count", count, "1 or more");
        return parts.stream()
                .sorted(Comparator.comparingDouble(Part::componentExpectedShortfall)
                        .reversed())
                .limit(count)
                .toList();
    }

    /** {@return the risk and the largest parts} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(risk.toString());
        for (Part part : largest(Math.min(5, Math.max(1, parts.size())))) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %s: component VaR %,.2f, ES %,.2f, alone %,.2f, incremental %,.2f",
                    part.position(),
                    part.componentValueAtRisk(),
                    part.componentExpectedShortfall(),
                    part.standaloneValueAtRisk(),
                    part.incrementalValueAtRisk()));
        }
        return text.toString();
    }
}
