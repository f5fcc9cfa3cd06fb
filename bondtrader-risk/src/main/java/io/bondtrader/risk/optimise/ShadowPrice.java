package io.bondtrader.risk.optimise;

import java.util.Locale;
import java.util.Optional;

/**
 * What a binding limit costs: the derivative of the least objective with respect to that limit.
 *
 * <p>A floor that binds has a positive price, for raising it raises what is minimised; a cap that binds has a negative one, for
 * raising it lets the objective fall. An equality may have either sign.
 *
 * @param constraint name of the constraint
 * @param side which of its limits binds
 * @param asset the asset whose own bound binds; empty for a weighted sum
 * @param price change of the objective per unit of the limit
 */
public record ShadowPrice(String constraint, Side side, Optional<String> asset, double price) {

    /** A side of a constraint. */
    public enum Side {
        /** A floor. */
        LOWER,
        /** A cap. */
        UPPER,
        /** A value that is prescribed. */
        EQUAL
    }

    /** {@return constraint, asset, side and price} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s%s %s %+.6g",
                constraint,
                asset.map(name -> "[" + name + "]").orElse(""),
                side.name().toLowerCase(Locale.ROOT),
                price);
    }
}
