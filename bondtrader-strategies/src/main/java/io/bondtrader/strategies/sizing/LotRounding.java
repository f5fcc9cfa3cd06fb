package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;

/**
 * Rounds faces to lots, together: first all towards zero, then up one lot at a time, the most wanting first, while the caps
 * allow it. No cap is ever exceeded.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LotRounding {

    private static final int MOST_LOTS = 1_000_000;

    private final List<LotTerms> terms;
    private final double[] usePerFace;
    private final double cap;

    private LotRounding(List<LotTerms> terms, double[] usePerFace, double cap) {
        this.terms = terms;
        this.usePerFace = usePerFace;
        this.cap = cap;
    }

    /**
     * Returns a rounding.
     *
     * @param terms of each bond
     * @param usePerFace what a unit of face uses of the cap, such as its price or DV01, positive
     * @param cap the most that all may use together, from 0
     * @return the rounding
     * @throws InvalidInput if a number is out of range or counts differ
     */
    public static LotRounding of(List<LotTerms> terms, double[] usePerFace, double cap) {
        double[] use = Checks.finite("usePerFace", usePerFace, terms.size());
        for (int i = 0; i < use.length; i++) {
            Checks.positive("usePerFace[" + i + "]", use[i]);
        }
        Checks.notNegative("cap", cap);
        return new LotRounding(List.copyOf(terms), use, cap);
    }

    /**
     * Rounds.
     *
     * @param wanted a face per bond, negative where it is sold short; what they use may exceed the cap
     * @param largest the largest face of each bond, long or short, from 0
     * @return a face per bond that can be traded
     * @throws InvalidInput if a number is out of range or counts differ
     */
    public SizedPosition round(double[] wanted, double[] largest) {
        int n = terms.size();
        double[] asked = Checks.finite("wanted", wanted, n);
        double[] most = Checks.finite("largest", largest, n);
        double[] faces = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            Checks.notNegative("largest[" + i + "]", most[i]);
            all += usePerFace[i] * Math.min(Math.abs(asked[i]), most[i]);
        }
        double scale = all > cap ? cap / all : 1;
        for (int i = 0; i < n; i++) {
            faces[i] = terms.get(i).roundDown(scale * Math.min(Math.abs(asked[i]), most[i]));
        }
        while (used(faces) > cap) { // the last bit of a product
            int last = largestUse(faces);
            faces[last] = terms.get(last)
                    .roundDown(Math.max(0, faces[last] - terms.get(last).increment()));
        }
        raise(faces, asked, most);
        double missed = 0;
        for (int i = 0; i < n; i++) {
            missed = Math.max(missed, usePerFace[i] * Math.abs(Math.abs(asked[i]) - faces[i]));
            faces[i] = Math.copySign(faces[i], asked[i]);
        }
        return new SizedPosition(
                faces,
                "of face",
                new WorstCase("largest distance from what was wanted", missed, "of the cap's unit", "lots as given"),
                new WorstCase("use of the cap", used(faces), "of the cap's unit", "never more than " + cap));
    }

    /** Adds the lot that lessens the distance most, as long as one does and fits. */
    private void raise(double[] faces, double[] asked, double[] most) {
        for (int added = 0; added < MOST_LOTS; added++) {
            int best = -1;
            double gain = 0;
            for (int i = 0; i < faces.length; i++) {
                double next = terms.get(i).next(faces[i]);
                double gained =
                        usePerFace[i] * (Math.abs(Math.abs(asked[i]) - faces[i]) - Math.abs(Math.abs(asked[i]) - next));
                if (gained > gain && next <= most[i] && fits(faces, i, next)) {
                    best = i;
                    gain = gained;
                }
            }
            if (best < 0) {
                return;
            }
            faces[best] = terms.get(best).next(faces[best]);
        }
    }

    private boolean fits(double[] faces, int raised, double face) {
        double[] then = faces.clone();
        then[raised] = face;
        return used(then) <= cap;
    }

    private double used(double[] faces) {
        double sum = 0;
        for (int i = 0; i < faces.length; i++) {
            sum += usePerFace[i] * Math.abs(faces[i]);
        }
        return sum;
    }

    private int largestUse(double[] faces) {
        int largest = 0;
        for (int i = 1; i < faces.length; i++) {
            if (usePerFace[i] * faces[i] > usePerFace[largest] * faces[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    @Override
    public String toString() {
        return "lots " + terms + " within " + cap;
    }
}
