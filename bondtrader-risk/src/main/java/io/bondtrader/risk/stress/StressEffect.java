package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.limit.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens in a scenario. Immutable and safe for use by many threads.
 *
 * <p>Scopes of spreads and credit speak of securities (issuer, sector, rating, country, currency, tenor, security), those of
 * liquidity of positions, so of desks and books as well.
 */
public sealed interface StressEffect {

    /**
     * Returns a multiple.
     *
     * @param factor what the effect is multiplied by, positive
     * @return the multiple
     * @throws InvalidInput if the effect has none: a default is none or whole
     */
    StressEffect times(double factor);

    /**
     * A curve moves.
     *
     * @param currency whose curve, by ISO 4217; null for all
     * @param move what happens to it
     */
    record Rates(@Nullable String currency, CurveScenario move) implements StressEffect {

        /** Keeps the parts. */
        public Rates {
            Objects.requireNonNull(move);
        }

        @Override
        public Rates times(double factor) {
            return new Rates(currency, move.times(factor));
        }
    }

    /**
     * Spreads move by an amount and by a part of themselves.
     *
     * @param scope whose spreads
     * @param absolute what is added, as a decimal
     * @param proportional the part of the Z-spread that is added: 0.5 makes 100 basis points 150
     */
    record Spreads(Scope scope, double absolute, double proportional) implements StressEffect {

        /**
         * Checks the sizes.
         *
         * @throws InvalidInput if one is out of range
         */
        public Spreads {
            Objects.requireNonNull(scope);
            InvalidInput.unless(Math.abs(absolute) <= 10, "absolute", absolute, "from -10 to 10");
            InvalidInput.unless(Math.abs(proportional) <= 1_000, "proportional", proportional, "at most 1,000");
        }

        @Override
        public Spreads times(double factor) {
            return new Spreads(scope, factor * absolute, factor * proportional);
        }
    }

    /**
     * Ratings move, and spreads with them.
     *
     * @param scope whose ratings
     * @param notches by how many they fall, negative for upgrades
     * @param table the spreads of ratings
     * @param share of the change of spread that happens
     */
    record Downgrade(Scope scope, int notches, SpreadTable table, double share) implements StressEffect {

        /**
         * Checks the sizes.
         *
         * @throws InvalidInput if a rating would move by more than 21 notches, or the share is out of range
         */
        public Downgrade {
            Objects.requireNonNull(scope);
            Objects.requireNonNull(table);
            InvalidInput.unless(Math.abs(notches) <= 21, "notches", notches, "at most 21");
            InvalidInput.unless(Math.abs(share) <= 1_000, "share", share, "at most 1,000");
        }

        @Override
        public Downgrade times(double factor) {
            return new Downgrade(scope, notches, table, factor * share);
        }
    }

    /**
     * Issuers default.
     *
     * @param scope whose bonds
     * @param recovery what is left of each unit of face, from 0 to 1
     */
    record Default(Scope scope, double recovery) implements StressEffect {

        /**
         * Checks the recovery.
         *
         * @throws InvalidInput if it is not from 0 to 1
         */
        public Default {
            Objects.requireNonNull(scope);
            InvalidInput.unless(recovery >= 0 && recovery <= 1, "recovery", recovery, "from 0 to 1");
        }

        @Override
        public Default times(double factor) {
            throw new InvalidInput("factor", factor, "1 for a scenario with defaults: a bond defaults or does not");
        }
    }

    /**
     * Positions are closed at worse prices.
     *
     * @param scope which positions
     * @param bidAskWidening what is added to the difference of bid and ask, as a part of the price; half of it is lost
     * @param haircut what is taken off the worth of a position
     */
    record Liquidity(Scope scope, double bidAskWidening, double haircut) implements StressEffect {

        /**
         * Checks the sizes.
         *
         * @throws InvalidInput if one is negative or above 1
         */
        public Liquidity {
            Objects.requireNonNull(scope);
            InvalidInput.unless(
                    bidAskWidening >= 0 && bidAskWidening <= 1, "bidAskWidening", bidAskWidening, "from 0 to 1");
            InvalidInput.unless(haircut >= 0 && haircut <= 1, "haircut", haircut, "from 0 to 1");
        }

        @Override
        public Liquidity times(double factor) {
            return new Liquidity(scope, factor * bidAskWidening, factor * haircut);
        }
    }

    /**
     * A currency moves against the reporting currency.
     *
     * @param currency which, by ISO 4217
     * @param change of its value in the reporting currency, as a part: -0.1 for ten per cent less
     */
    record Currencies(String currency, double change) implements StressEffect {

        /**
         * Checks the size.
         *
         * @throws InvalidInput if the change is not above -1 or the currency blank
         */
        public Currencies {
            InvalidInput.unless(!currency.isBlank(), "currency", currency, "not blank");
            InvalidInput.unless(change > -1 && change <= 1_000, "change", change, "above -1, at most 1,000");
        }

        @Override
        public Currencies times(double factor) {
            return new Currencies(currency, factor * change);
        }
    }
}
