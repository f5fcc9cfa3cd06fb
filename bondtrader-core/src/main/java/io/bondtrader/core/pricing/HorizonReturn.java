package io.bondtrader.core.pricing;

import java.util.Locale;

/**
 * What a bond earns until a horizon, and what for: the parts add up to the whole, in price points per 100.
 *
 * <pre>
 *   income         at an unchanged yield: price at the horizon, accrued interest, reinvested coupons, less the price paid
 *   roll-down      what the unchanged curve at the bond's unchanged Z-spread prices beyond that
 *   curve change   what the curve of the horizon adds, at the same Z-spread
 *   spread change  what the Z-spread of the horizon adds
 * </pre>
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param paid the dirty price now, per 100
 * @param income per 100
 * @param rollDown per 100
 * @param curveChange per 100
 * @param spreadChange per 100
 * @param cleanPriceAtHorizon the bond's price then, per 100
 * @param zSpread the bond's Z-spread now, continuously compounded, as a decimal
 */
public record HorizonReturn(
        double paid,
        double income,
        double rollDown,
        double curveChange,
        double spreadChange,
        double cleanPriceAtHorizon,
        double zSpread) {

    /** {@return what the parts add up to, per 100} */
    public double gain() {
        return income + rollDown + curveChange + spreadChange;
    }

    /** {@return the gain over the price paid, as a decimal, not annualised} */
    public double totalReturn() {
        return gain() / paid;
    }

    /** {@return the parts in a line, per 100} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "income %.6f + roll-down %.6f + curve %.6f + spread %.6f = %.6f on %.6f: %.4f%%",
                income,
                rollDown,
                curveChange,
                spreadChange,
                gain(),
                paid,
                100.0 * totalReturn());
    }
}
