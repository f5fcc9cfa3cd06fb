package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.error.InvalidInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A bet on the shape of a curve, whose weights follow from the bonds as they stand now.
 *
 * <ul>
 *   <li>A steepener buys the short leg and sells one unit of the long leg; it earns when the curve steepens.
 *   <li>A butterfly buys the wings and sells one unit of the body; it earns when the body's yield rises against the wings'.
 *   <li>{@link #reversed()} bets the other way.
 * </ul>
 *
 * <p>Weights drift as time passes and rates move: {@link #rehedge} says when they have drifted too far. Immutable and safe for use
 * by many threads.
 */
public final class CurveTrade {

    private final CurveLegs legs;
    private final int[] places; // hedges first, what is hedged last
    private final double[] faces;
    private final double[][] rules;
    private final Neutrality neutrality;

    private CurveTrade(CurveLegs legs, int[] places, double[] faces, double[][] rules, Neutrality neutrality) {
        this.legs = legs;
        this.places = places;
        this.faces = faces;
        this.rules = rules;
        this.neutrality = neutrality;
    }

    /**
     * Returns a steepener.
     *
     * @param legs what there is
     * @param shortLeg what is bought
     * @param longLeg what one unit is sold of
     * @param neutrality a rule for two legs
     * @return the trade
     * @throws InvalidInput if a leg is unknown, stands twice or is not the shorter, or the rule has no answer
     */
    public static CurveTrade steepener(CurveLegs legs, String shortLeg, String longLeg, Neutrality neutrality) {
        int[] places = {legs.place(shortLeg), legs.place(longLeg)};
        requireLonger(legs, places[0], places[1]);
        return solve(legs, places, neutrality);
    }

    /**
     * Returns a butterfly.
     *
     * @param legs what there is
     * @param shortWing what is bought
     * @param body what one unit is sold of
     * @param longWing what is bought beside
     * @param neutrality a rule for three legs
     * @return the trade
     * @throws InvalidInput if a leg is unknown, stands twice or out of order, or the rule has no answer
     */
    public static CurveTrade butterfly(
            CurveLegs legs, String shortWing, String body, String longWing, Neutrality neutrality) {
        int[] places = {legs.place(shortWing), legs.place(longWing), legs.place(body)};
        requireLonger(legs, places[0], places[2]);
        requireLonger(legs, places[2], places[1]);
        return solve(legs, places, neutrality);
    }

    private static void requireLonger(CurveLegs legs, int first, int second) {
        InvalidInput.unless(
                legs.years(first) < legs.years(second),
                "leg",
                legs.names().get(second),
                "longer than " + legs.names().get(first));
    }

    private static CurveTrade solve(CurveLegs legs, int[] places, Neutrality neutrality) {
        double[][] rules = neutrality.rules(legs, places);
        double[] faces = new double[places.length];
        faces[places.length - 1] = -1;
        if (places.length == 2) {
            faces[0] = rules[0][1] / rules[0][0];
        } else {
            double[] a = rules[0];
            double[] b = rules[1];
            double determinant = a[0] * b[1] - a[1] * b[0];
            double size = Math.abs(a[0] * b[1]) + Math.abs(a[1] * b[0]);
            InvalidInput.unless(
                    Math.abs(determinant) > 1e-12 * size, "legs", legs.names(), "such that the rules differ on them");
            faces[0] = (a[2] * b[1] - a[1] * b[2]) / determinant;
            faces[1] = (a[0] * b[2] - a[2] * b[0]) / determinant;
        }
        for (double face : faces) {
            InvalidInput.unless(Double.isFinite(face), "neutrality", neutrality, "such that it has an answer");
        }
        return new CurveTrade(legs, places, faces, rules, neutrality);
    }

    /** {@return the bet the other way} */
    public CurveTrade reversed() {
        return times(-1);
    }

    /**
     * Returns the trade in another size.
     *
     * @param dv01 of what is hedged: of a steepener's long leg or a butterfly's body, in currency units, above 0
     * @return the trade with faces in currency units
     * @throws InvalidInput if the DV01 is not positive
     */
    public CurveTrade scaledToDv01(double dv01) {
        InvalidInput.unless(dv01 > 0 && dv01 <= 1e15, "dv01", dv01, "positive, at most 1e15");
        int last = faces.length - 1;
        return times(dv01 / (Math.abs(faces[last]) * legs.dv01(places[last]) / 100));
    }

    private CurveTrade times(double factor) {
        double[] scaled = faces.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new CurveTrade(legs, places, scaled, rules, neutrality);
    }

    /**
     * Returns the face of a leg.
     *
     * @param leg its name
     * @return the face, negative if it is sold; 0 if it is not part of the trade
     * @throws InvalidInput if there is no such leg
     */
    public double face(String leg) {
        int place = legs.place(leg);
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) {
                return faces[i];
            }
        }
        return 0;
    }

    /**
     * Returns the risk of a leg.
     *
     * @param leg its name
     * @return what the leg loses when all rates rise by one basis point, negative if it is sold
     * @throws InvalidInput if there is no such leg
     */
    public double dv01(String leg) {
        return face(leg) / 100 * legs.dv01(leg);
    }

    /** {@return the faces by the names of the legs, hedges first; negative if sold} */
    public Map<String, Double> faces() {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            map.put(legs.names().get(places[i]), faces[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    CurveLegs legs() {
        return legs;
    }

    /** The slope's move of each key. */
    double[] slopeShape() {
        return CurveExposure.slope(legs, places);
    }

    /** {@return what the trade is left with: cash, level, slope, curvature, and each key rate} */
    public CurveExposure exposure() {
        return CurveExposure.of(legs, places, faces);
    }

    /**
     * What to do about weights that have drifted.
     *
     * <p>Immutable and safe for use by many threads.
     *
     * @param drift what is left of the rules, as a part of what they cancel: 0 is perfect, 1 has no hedge
     * @param trades faces to buy or sell by leg; empty while the drift is within the threshold
     */
    public record Rehedge(double drift, Map<String, Double> trades) {

        /** Copies the trades. */
        public Rehedge {
            trades = Collections.unmodifiableMap(new LinkedHashMap<>(trades));
        }

        /** {@return whether there is anything to trade} */
        public boolean isNeeded() {
            return !trades.isEmpty();
        }
    }

    /**
     * Compares what is held with the weights of now. Where they differ too much, the hedges are traded; what is hedged stays.
     *
     * @param held faces by leg, of all legs of the trade
     * @param threshold the largest drift that is left alone, such as 0.02, from 0 to 1
     * @return the drift, and what to trade
     * @throws InvalidInput if the threshold is out of range, a leg is missing, or nothing is held of what is hedged
     */
    public Rehedge rehedge(Map<String, Double> held, double threshold) {
        InvalidInput.unless(threshold >= 0 && threshold <= 1, "threshold", threshold, "from 0 to 1");
        double[] now = new double[places.length];
        for (int i = 0; i < now.length; i++) {
            String leg = legs.names().get(places[i]);
            Double face = held.get(leg);
            InvalidInput.unless(
                    face != null && Double.isFinite(face), "held of " + leg, String.valueOf(face), "a finite face");
            now[i] = face == null ? 0 : face;
        }
        int last = now.length - 1;
        InvalidInput.unless(now[last] != 0, "held of " + legs.names().get(places[last]), now[last], "not zero");
        double drift = 0;
        for (double[] rule : rules) {
            double left = 0;
            double size = 0;
            for (int i = 0; i < now.length; i++) {
                left += rule[i] * now[i];
                size += Math.abs(rule[i] * now[i]);
            }
            drift = Math.max(drift, size == 0 ? 0 : Math.abs(left) / size);
        }
        Map<String, Double> trades = new LinkedHashMap<>();
        for (int i = 0; i < last && drift > threshold; i++) {
            trades.put(legs.names().get(places[i]), faces[i] / faces[last] * now[last] - now[i]);
        }
        return new Rehedge(drift, trades);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        faces().forEach((leg, face) -> text.append(
                String.format(Locale.ROOT, "%s %.7g of %s, ", face < 0 ? "sell" : "buy", Math.abs(face), leg)));
        return text.append("neutral to ").append(neutrality).toString();
    }
}
