package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.List;

/**
 * How much each bond's price error counts. Whatever the rule gives is divided by its sum, so that weights sum to 1.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FitWeights {

    private enum Rule {
        EQUAL,
        INVERSE_DURATION_SQUARED,
        BID_ASK,
        GIVEN
    }

    private static final FitWeights EQUALLY = new FitWeights(Rule.EQUAL, new double[0]);
    private static final FitWeights BY_DURATION = new FitWeights(Rule.INVERSE_DURATION_SQUARED, new double[0]);

    private final Rule rule;
    private final double[] numbers; // one for each bond; none where the rule needs none

    private FitWeights(Rule rule, double[] numbers) {
        this.rule = rule;
        this.numbers = numbers;
    }

    /** {@return all bonds alike} */
    public static FitWeights equal() {
        return EQUALLY;
    }

    /**
     * Returns weights by 1/D², D the modified duration at the market price: about what makes errors of yields count alike.
     *
     * @return the rule
     */
    public static FitWeights inverseDurationSquared() {
        return BY_DURATION;
    }

    /**
     * Returns weights by 1/s², s the distance of bid and ask: what dealers are sure of counts most.
     *
     * @param spreads price points per 100, positive, one for each bond
     * @return the rule
     * @throws InvalidInput if a spread is not positive
     */
    public static FitWeights bidAsk(double... spreads) {
        return new FitWeights(Rule.BID_ASK, checked("spread", spreads));
    }

    /**
     * Returns given weights.
     *
     * @param weights positive, one for each bond
     * @return the rule
     * @throws InvalidInput if a weight is not positive
     */
    public static FitWeights of(double... weights) {
        return new FitWeights(Rule.GIVEN, checked("weight", weights));
    }

    private static double[] checked(String name, double[] numbers) {
        for (double number : numbers) {
            InvalidInput.unless(number >= 1e-12 && number <= 1e12, name, number, "positive, 1e-12 to 1e12");
        }
        return numbers.clone();
    }

    /** The weights of all bonds, before they are divided by their sum. */
    double[] of(List<BondQuote> bonds) {
        double[] weights = new double[bonds.size()];
        if (rule == Rule.BID_ASK || rule == Rule.GIVEN) {
            InvalidInput.unless(
                    numbers.length == weights.length,
                    "weights.length",
                    numbers.length,
                    "one a bond, " + weights.length);
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] = switch (rule) {
                case EQUAL -> 1.0;
                case GIVEN -> numbers[k];
                case BID_ASK -> 1.0 / (numbers[k] * numbers[k]);
                case INVERSE_DURATION_SQUARED -> byDuration(bonds.get(k));
            };
        }
        return weights;
    }

    private static double byDuration(BondQuote bond) {
        double duration = bond.modifiedDuration(bond.dirtyPrice());
        return 1.0 / (duration * duration);
    }

    @Override
    public String toString() {
        return "FitWeights[" + rule + (numbers.length == 0 ? "" : " " + Arrays.toString(numbers)) + "]";
    }
}
