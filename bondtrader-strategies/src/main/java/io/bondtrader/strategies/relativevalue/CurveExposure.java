package io.bondtrader.strategies.relativevalue;

import java.util.List;
import java.util.Locale;

/**
 * What a trade is left with. Everything but cash is a DV01: what is lost when rates move by one basis point in the named way, in the
 * unit of the faces.
 *
 * <p>Slope and curvature span the trade's own legs: with x from −½ at the shortest to ½ at the longest, and flat outside, rates
 * move by x and by ½ − 2|x| basis points.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param cash what is paid for the trade; negative if it brings money
 * @param level all rates rise
 * @param slope long rates rise and short ones fall, one basis point apart
 * @param curvature rates in the middle rise and those at the ends fall, one basis point apart
 * @param keys what the keys are called
 * @param keyRates one rate rises, and its neighbourhood with it
 */
public record CurveExposure(
        double cash, double level, double slope, double curvature, List<String> keys, List<Double> keyRates) {

    /** Copies the lists. */
    public CurveExposure {
        keys = List.copyOf(keys);
        keyRates = List.copyOf(keyRates);
    }

    static CurveExposure of(CurveLegs legs, int[] places, double[] faces) {
        int count = legs.tenors().count();
        Double[] rates = new Double[count];
        String[] keys = new String[count];
        double cash = 0;
        for (int i = 0; i < places.length; i++) {
            cash += faces[i] / 100 * legs.price(places[i]);
        }
        double level = 0;
        double slope = 0;
        double curvature = 0;
        double[] shape = slope(legs, places);
        for (int k = 0; k < count; k++) {
            double rate = 0;
            for (int i = 0; i < places.length; i++) {
                rate += faces[i] / 100 * legs.keyRates(places[i])[k];
            }
            rates[k] = rate;
            keys[k] = legs.tenors().label(k);
            level += rate;
            slope += rate * shape[k];
            curvature += rate * (0.5 - 2 * Math.abs(shape[k]));
        }
        return new CurveExposure(cash, level, slope, curvature, List.of(keys), List.of(rates));
    }

    /** x at each key. */
    static double[] slope(CurveLegs legs, int[] places) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int place : places) {
            first = Math.min(first, legs.years(place));
            last = Math.max(last, legs.years(place));
        }
        double[] shape = new double[legs.tenors().count()];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = Math.max(-0.5, Math.min(0.5, (legs.tenors().years(k) - first) / (last - first) - 0.5));
        }
        return shape;
    }

    /** {@return the exposures as a table for a console} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "cash %.4f, DV01 by level %.6f, slope %.6f, curvature %.6f\n",
                cash,
                level,
                slope,
                curvature));
        for (int k = 0; k < keys.size(); k++) {
            text.append(String.format(Locale.ROOT, "%-6s %14.6f\n", keys.get(k), keyRates.get(k)));
        }
        return text.toString();
    }
}
