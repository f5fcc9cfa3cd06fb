package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.Objects;

/**
 * A strategy's place in an engine.
 *
 * @param id unique in the engine; the name of its account
 * @param strategy in the state in which it begins; it belongs to the engine from then on
 * @param weight by which its risk is multiplied before capital is allocated, positive
 * @param maximumLoss in the engine's currency: once its account has lost so much since its best, the strategy is killed;
 *     positive, infinite for none
 */
public record StrategySlot(String id, Strategy strategy, double weight, double maximumLoss) {

    /**
     * Checks the slot.
     *
     * @throws InvalidInput if the identifier is blank, or weight or loss not positive
     */
    public StrategySlot {
        Objects.requireNonNull(strategy);
        InvalidInput.unless(!id.isBlank(), "id", id, "not blank");
        InvalidInput.unless(weight > 0.0 && weight < Double.POSITIVE_INFINITY, "weight", weight, "positive and finite");
        InvalidInput.unless(maximumLoss > 0.0, "maximumLoss", maximumLoss, "positive");
    }

    /**
     * Returns a slot of weight one without a maximum loss.
     *
     * @param id unique in the engine
     * @param strategy in the state in which it begins
     * @return the slot
     * @throws InvalidInput if the identifier is blank
     */
    public static StrategySlot of(String id, Strategy strategy) {
        return new StrategySlot(id, strategy, 1.0, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the slot with a loss at which it is killed.
     *
     * @param loss since its best, positive
     * @return the copy
     * @throws InvalidInput if it is not positive
     */
    public StrategySlot killedAtLoss(double loss) {
        return new StrategySlot(id, strategy, weight, loss);
    }
}
