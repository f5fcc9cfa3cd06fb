package io.bondtrader.core.pricing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import org.jspecify.annotations.Nullable;

/** A form's prices and yields with the checks that callers from outside need: what goes in, and what comes out. */
final class CheckedForm {

    /** Yields beyond this are taken for a mistake of unit. */
    static final double HIGHEST_YIELD = 1e6;

    private CheckedForm() {}

    /** The yield that every yield with a price lies above. */
    static double floor(DiscountForm form) {
        return Math.max(form.floor(), -HIGHEST_YIELD); // without time to maturity, a form knows no floor
    }

    /** The dirty price of a yield, finite. */
    static double price(DiscountForm form, double floor, double yield) {
        if (yield > floor && yield < HIGHEST_YIELD) {
            double price = form.price(yield);
            if (price < Double.POSITIVE_INFINITY) {
                return price;
            }
        }
        throw outOfRange(floor, yield);
    }

    /** The yield of a dirty price, in range. */
    static double solve(DiscountForm form, double floor, double dirtyPrice, int @Nullable [] steps) {
        if (!(dirtyPrice > 0.0 && dirtyPrice < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("dirtyPrice", dirtyPrice, "positive and finite");
        }
        double yield = form.solve(dirtyPrice, steps);
        if (!(yield > floor && yield < HIGHEST_YIELD)) {
            throw new NotConverged("no yield in range gives dirty price " + dirtyPrice, 0, 0.0, dirtyPrice);
        }
        return yield;
    }

    /** Price and derivatives, finite, in the order of {@link Sensitivities}. */
    static void sensitivities(DiscountForm form, double floor, double yield, double[] out) {
        if (yield > floor && yield < HIGHEST_YIELD) {
            form.sensitivities(yield, out);
            if (areUsable(out)) {
                return;
            }
        }
        throw outOfRange(floor, yield);
    }

    /** Whether the numbers of a pass are those of a price. */
    static boolean areUsable(double[] sensitivities) {
        return Math.abs(sensitivities[2]) < Double.POSITIVE_INFINITY && sensitivities[0] > 0.0;
    }

    /** The dirty price of a clean one; a refusal speaks of the price that was given. */
    static double dirty(double cleanPrice, double accrued) {
        double dirtyPrice = cleanPrice + accrued;
        if (!(dirtyPrice > 0.0 && dirtyPrice < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("cleanPrice", cleanPrice, "finite, and positive with accrued interest " + accrued);
        }
        return dirtyPrice;
    }

    private static InvalidInput outOfRange(double floor, double yield) {
        return new InvalidInput("yield", yield, "above " + floor + " and in the range that gives a finite price");
    }
}
