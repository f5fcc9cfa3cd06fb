package io.bondtrader.strategies.signal;

/**
 * Wilder's relative strength index: 100 - 100/(1 + average gain / average loss), from 0 to 100.
 *
 * <p>Source: Wilder, <i>New Concepts in Technical Trading Systems</i> (1978). The averages are his, of weight 1/n, begun at
 * the first value with neither gain nor loss. With no loss it is 100; with no move at all it is 50. Mutable, for one thread.
 */
public final class RelativeStrengthIndex extends CountingIndicator implements Indicator {

    private final double weight;
    private double previous;
    private double gain;
    private double loss;

    private RelativeStrengthIndex(int length) {
        super(length + 1);
        weight = 1.0 / length;
    }

    /**
     * Returns an index that has seen nothing.
     *
     * @param length n, at least 1; Wilder takes 14
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 1
     */
    public static RelativeStrengthIndex of(int length) {
        return new RelativeStrengthIndex(Inputs.length("length", length, 1));
    }

    @Override
    public double update(double value) {
        double change = isFirst() ? 0 : Inputs.value(value) - previous;
        previous = Inputs.value(value);
        gain += weight * (Math.max(change, 0) - gain);
        loss += weight * (Math.max(-change, 0) - loss);
        double moves = gain + loss;
        return now(moves > 0 ? 100 * (gain / moves) : 50);
    }

    @Override
    public RelativeStrengthIndex fresh() {
        return new RelativeStrengthIndex(warmUp() - 1);
    }

    @Override
    public String toString() {
        return "RelativeStrengthIndex[" + (warmUp() - 1) + "]";
    }
}
