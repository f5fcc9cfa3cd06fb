package io.bondtrader.core.verify;

import io.bondtrader.core.error.DiscrepancyFound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the comparison of a book's two paths came to: how many numbers were checked, how many bonds were not confirmed, and
 * where the paths lay farthest apart.
 *
 * <p>Not changed once a calculation has returned it; safe for use by many threads from then on.
 */
public final class BookEvidence {

    private final SortedMap<Integer, List<Verified>> unconfirmed = new TreeMap<>();
    private final SortedMap<Integer, DiscrepancyFound> refused = new TreeMap<>();
    private final Widest[] widest;
    private long checked;

    /** The largest share of its tolerance that a measure's difference takes. */
    private record Widest(Measure measure, double share, int index) {}

    BookEvidence(List<Measure> measures) {
        this.widest = new Widest[measures.size()];
        for (int m = 0; m < widest.length; m++) {
            widest[m] = new Widest(measures.get(m), 0.0, -1);
        }
    }

    /** {@return how many numbers were compared with their second path} */
    public long checked() {
        return checked;
    }

    /** {@return whether every number that was checked was confirmed} */
    public boolean isAgreed() {
        return unconfirmed.isEmpty();
    }

    /** {@return the numbers that were not confirmed, by the bonds' places, with the evidence} */
    public SortedMap<Integer, List<Verified>> unconfirmed() {
        return Collections.unmodifiableSortedMap(unconfirmed);
    }

    /** {@return the bonds whose numbers the policy refused, by their places} */
    public SortedMap<Integer, DiscrepancyFound> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    /**
     * Returns how much of its tolerance the widest difference of a measure takes.
     *
     * @param measure one of those that were calculated
     * @return 0 if the paths agree to the last bit or nothing was checked; above 1 if some bond was not confirmed
     */
    public double largestShareOfTolerance(Measure measure) {
        return find(measure).share();
    }

    /**
     * Returns the bond whose paths lie farthest apart for a measure.
     *
     * @param measure one of those that were calculated
     * @return the bond's place in the book; -1 if nothing was checked, or all agree to the last bit
     */
    public int worstBond(Measure measure) {
        return find(measure).index();
    }

    private Widest find(Measure measure) {
        for (Widest candidate : widest) {
            if (candidate.measure().equals(measure)) {
                return candidate;
            }
        }
        return new Widest(measure, 0.0, -1);
    }

    /** Takes what one chunk found, under the lock of the whole. */
    synchronized void add(long numbers, double[] shares, int[] indices) {
        checked += numbers;
        for (int m = 0; m < widest.length; m++) {
            Widest now = widest[m];
            // Ties go to the first bond, so that the order in which chunks finish does not matter.
            boolean wider = shares[m] > now.share()
                    || (shares[m] == now.share() && indices[m] >= 0 && indices[m] < now.index());
            widest[m] = wider ? new Widest(now.measure(), shares[m], indices[m]) : now;
        }
    }

    synchronized void addUnconfirmed(int index, Verified verified) {
        unconfirmed.computeIfAbsent(index, k -> new ArrayList<>()).add(verified);
    }

    synchronized void addRefused(int index, DiscrepancyFound refusal) {
        refused.put(index, refusal);
    }

    @Override
    public String toString() {
        return "BookEvidence[" + checked + " numbers checked, " + unconfirmed.size() + " bonds not confirmed]";
    }
}
