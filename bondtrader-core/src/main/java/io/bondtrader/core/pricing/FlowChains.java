package io.bondtrader.core.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The payment days of a book, each sequence kept once. Bonds of one market pay on few days: all that pay on the 15th of
 * May and November share one chain, of which each uses as many days as it has payments left.
 *
 * <p>Filled by one thread at a time while a book is compiled; {@link #toGrid} ends that.
 */
final class FlowChains {

    private static final int[] NO_CHAINS = {};

    private final List<int[]> chains = new ArrayList<>();
    private final Map<Long, int[]> byFirstTwoDays = new HashMap<>();
    private final Map<Integer, Integer> byFirstDay = new HashMap<>();

    /**
     * Returns the number of a chain that starts with these days.
     *
     * @param days payment days after settlement, in order; taken over
     */
    synchronized int chainOf(int[] days) {
        if (days.length == 1) {
            return byFirstDay.computeIfAbsent(days[0], first -> add(days));
        }
        long key = ((long) days[0] << 32) | days[1];
        int[] candidates = byFirstTwoDays.getOrDefault(key, NO_CHAINS);
        for (int candidate : candidates) {
            int[] chain = chains.get(candidate);
            int common = Math.min(chain.length, days.length);
            if (Arrays.equals(chain, 0, common, days, 0, common)) {
                if (days.length > common) {
                    chains.set(candidate, days);
                }
                return candidate;
            }
        }
        int added = add(days);
        int[] more = Arrays.copyOf(candidates, candidates.length + 1);
        more[candidates.length] = added;
        byFirstTwoDays.put(key, more);
        byFirstDay.putIfAbsent(days[0], added);
        return added;
    }

    private int add(int[] days) {
        chains.add(days);
        return chains.size() - 1;
    }

    /** Replaces the days of every chain by their places among all days of the book, which are returned in order. */
    int[] toGrid() {
        BitSet used = new BitSet();
        for (int[] chain : chains) {
            for (int day : chain) {
                used.set(day);
            }
        }
        int[] grid = used.stream().toArray();
        int[] place = new int[grid.length == 0 ? 0 : grid[grid.length - 1] + 1];
        for (int k = 0; k < grid.length; k++) {
            place[grid[k]] = k;
        }
        for (int c = 0; c < chains.size(); c++) {
            int[] places = chains.get(c).clone();
            for (int k = 0; k < places.length; k++) {
                places[k] = place[places[k]];
            }
            chains.set(c, places);
        }
        byFirstTwoDays.clear();
        byFirstDay.clear();
        return grid;
    }

    /** The chains by their numbers: days while the book is compiled, places on the grid afterwards. */
    int[][] chains() {
        return chains.toArray(new int[0][]);
    }
}
