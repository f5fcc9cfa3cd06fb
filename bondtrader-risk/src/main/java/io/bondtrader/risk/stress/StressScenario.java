package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.regulatory.IrrbbScenario;
import io.bondtrader.risk.regulatory.IrrbbShocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/**
 * What happens to the market, under a name: any number of {@link StressEffect}s. Moves of one curve, spread or currency add
 * up; of several defaults of one bond the one with the least recovery holds.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what the scenario is called; not blank
 * @param effects what happens
 */
public record StressScenario(String name, List<StressEffect> effects) {

    /**
     * Copies the effects.
     *
     * @throws InvalidInput if the name is blank
     */
    public StressScenario {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        effects = List.copyOf(effects);
    }

    /**
     * Returns the scenario in which the curves of all currencies move alike.
     *
     * @param move what happens to them; the scenario is called by its name
     * @return the scenario
     */
    public static StressScenario of(CurveScenario move) {
        return builder(move.name()).rates(move).build();
    }

    /**
     * Returns a builder of a scenario.
     *
     * @param name what it is called
     * @return the builder of a scenario in which nothing happens
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns the six prescribed shocks of the banking book.
     *
     * @param shocks their sizes
     * @param currencies whose curves move
     * @return the six scenarios
     * @throws MissingData if the rules name no sizes for a currency
     */
    public static List<StressScenario> irrbb(IrrbbShocks shocks, Collection<Currency> currencies) {
        List<StressScenario> six = new ArrayList<>();
        for (IrrbbScenario scenario : IrrbbScenario.values()) {
            Builder builder = builder("IRRBB " + scenario.label());
            for (Currency currency : currencies) {
                builder.rates(currency.getCurrencyCode(), shocks.scenario(currency, scenario));
            }
            six.add(builder.build());
        }
        return List.copyOf(six);
    }

    /**
     * Returns several scenarios at once.
     *
     * @param name what it is called
     * @param parts the scenarios
     * @return the sum
     * @throws InvalidInput if the name is blank
     */
    public static StressScenario sum(String name, List<StressScenario> parts) {
        List<StressEffect> effects = new ArrayList<>();
        parts.forEach(part -> effects.addAll(part.effects));
        return new StressScenario(name, effects);
    }

    /**
     * Returns this scenario and another at once.
     *
     * @param other the other scenario
     * @return the sum, called by both names
     */
    public StressScenario plus(StressScenario other) {
        return sum(name + " and " + other.name, List.of(this, other));
    }

    /**
     * Returns a multiple of the scenario.
     *
     * @param factor what every effect is multiplied by, positive
     * @return the multiple
     * @throws InvalidInput if the factor is not positive, an effect would be out of range, or a bond defaults
     */
    public StressScenario times(double factor) {
        InvalidInput.unless(factor > 0 && factor <= 1_000, "factor", factor, "positive, at most 1,000");
        return new StressScenario(
                factor + " × " + name,
                effects.stream().map(effect -> effect.times(factor)).toList());
    }

    /**
     * Returns the scenario under another name.
     *
     * @param other what it shall be called
     * @return the same effects
     * @throws InvalidInput if the name is blank
     */
    public StressScenario named(String other) {
        return new StressScenario(other, effects);
    }

    /** Settings of a {@link StressScenario}. For one thread. */
    public static final class Builder {

        private final String name;
        private final List<StressEffect> effects = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Moves the curves of all currencies.
         *
         * @param move what happens to them
         * @return this
         */
        public Builder rates(CurveScenario move) {
            effects.add(new StressEffect.Rates(null, move));
            return this;
        }

        /**
         * Moves the curve of a currency.
         *
         * @param currency which, by ISO 4217
         * @param move what happens to it
         * @return this
         */
        public Builder rates(String currency, CurveScenario move) {
            effects.add(new StressEffect.Rates(currency, move));
            return this;
        }

        /**
         * Adds to spreads.
         *
         * @param scope whose spreads
         * @param absolute what is added, as a decimal
         * @return this
         * @throws InvalidInput if the amount is out of range
         */
        public Builder spreads(Scope scope, double absolute) {
            effects.add(new StressEffect.Spreads(scope, absolute, 0));
            return this;
        }

        /**
         * Widens spreads by a part of themselves.
         *
         * @param scope whose spreads
         * @param part 0.5 makes 100 basis points 150
         * @return this
         * @throws InvalidInput if the part is out of range
         */
        public Builder proportionalSpreads(Scope scope, double part) {
            effects.add(new StressEffect.Spreads(scope, 0, part));
            return this;
        }

        /**
         * Downgrades.
         *
         * @param scope whose ratings
         * @param notches by how many
         * @param table the spreads of ratings
         * @return this
         * @throws InvalidInput if a rating would move by more than 21 notches
         */
        public Builder downgrade(Scope scope, int notches, SpreadTable table) {
            effects.add(new StressEffect.Downgrade(scope, notches, table, 1));
            return this;
        }

        /**
         * Lets issuers default.
         *
         * @param scope whose bonds
         * @param recovery what is left of each unit of face, from 0 to 1
         * @return this
         * @throws InvalidInput if the recovery is out of range
         */
        public Builder defaults(Scope scope, double recovery) {
            effects.add(new StressEffect.Default(scope, recovery));
            return this;
        }

        /**
         * Widens bid-ask spreads.
         *
         * @param scope which positions
         * @param widening as a part of the price; half of it is lost
         * @return this
         * @throws InvalidInput if it is not from 0 to 1
         */
        public Builder bidAsk(Scope scope, double widening) {
            effects.add(new StressEffect.Liquidity(scope, widening, 0));
            return this;
        }

        /**
         * Takes haircuts.
         *
         * @param scope which positions
         * @param part what is taken off the worth of a position
         * @return this
         * @throws InvalidInput if it is not from 0 to 1
         */
        public Builder haircut(Scope scope, double part) {
            effects.add(new StressEffect.Liquidity(scope, 0, part));
            return this;
        }

        /**
         * Moves a currency against the reporting currency.
         *
         * @param currency which, by ISO 4217
         * @param change as a part: -0.1 for ten per cent less
         * @return this
         * @throws InvalidInput if the change is not above -1
         */
        public Builder exchangeRate(String currency, double change) {
            effects.add(new StressEffect.Currencies(currency, change));
            return this;
        }

        /**
         * Returns the scenario.
         *
         * @return the scenario
         * @throws InvalidInput if the name is blank
         */
        public StressScenario build() {
            return new StressScenario(name, effects);
        }
    }
}
