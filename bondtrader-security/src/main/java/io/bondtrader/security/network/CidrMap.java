package io.bondtrader.security.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the longest prefix of an address. Networks are cut into pieces that do not overlap when the map is made, so
 * a look-up is a binary search that allocates nothing. Immutable and safe for use by many threads.
 *
 * @param <V> what belongs to a network
 */
public final class CidrMap<V> {

    private final Pieces<V> four;
    private final Pieces<V> six;

    private CidrMap(Pieces<V> four, Pieces<V> six) {
        this.four = four;
        this.six = six;
    }

    /**
     * Returns a map.
     *
     * @param <V> what belongs to a network
     * @param networks in any order, overlapping or not
     * @return the map
     */
    public static <V> CidrMap<V> of(Map<CidrRange, V> networks) {
        return new CidrMap<>(Pieces.of(networks, true), Pieces.of(networks, false));
    }

    /**
     * Looks for the longest prefix.
     *
     * @param address of either version
     * @return what belongs to it; nothing if the address is in no network
     */
    public Optional<V> find(IpAddress address) {
        return Optional.ofNullable((address.isVersion4() ? four : six).find(address));
    }

    /** Starts of pieces in order, each with the value up to the next start. */
    private static final class Pieces<V> {

        private final long[] high;
        private final long[] low;
        private final List<@Nullable V> values;

        private Pieces(long[] high, long[] low, List<@Nullable V> values) {
            this.high = high;
            this.low = low;
            this.values = values;
        }

        static <V> Pieces<V> of(Map<CidrRange, V> networks, boolean four) {
            List<CidrRange> ranges = networks.keySet().stream()
                    .filter(range -> range.network().isVersion4() == four)
                    .sorted(Comparator.comparing(CidrRange::network).thenComparing(CidrRange::length))
                    .toList();
            List<IpAddress> starts = new ArrayList<>();
            List<@Nullable V> values = new ArrayList<>();
            // Networks nest or are apart; the innermost open one rules, and gives back to its outer one where it ends.
            Deque<CidrRange> open = new ArrayDeque<>();
            for (CidrRange range : ranges) {
                close(open, range.network(), networks, starts, values);
                put(starts, values, range.network(), networks.get(range));
                open.push(range);
            }
            close(open, null, networks, starts, values);
            long[] high = new long[starts.size()];
            long[] low = new long[starts.size()];
            for (int i = 0; i < high.length; i++) {
                high[i] = starts.get(i).high();
                low[i] = starts.get(i).low();
            }
            return new Pieces<>(high, low, values);
        }

        private static <V> void close(
                Deque<CidrRange> open,
                @Nullable IpAddress next,
                Map<CidrRange, V> networks,
                List<IpAddress> starts,
                List<@Nullable V> values) {
            while (!open.isEmpty() && (next == null || !open.element().contains(next))) {
                CidrRange ended = open.pop();
                IpAddress after = after(ended.last());
                if (after != null) {
                    CidrRange outer = open.peek();
                    put(starts, values, after, outer == null || !outer.contains(after) ? null : networks.get(outer));
                }
            }
        }

        private static <V> void put(
                List<IpAddress> starts, List<@Nullable V> values, IpAddress start, @Nullable V value) {
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last).equals(start)) {
                values.set(last, value);
            } else {
                starts.add(start);
                values.add(value);
            }
        }

        /** The next address of the same version; null after the last. */
        private static @Nullable IpAddress after(IpAddress address) {
            if (address.isVersion4()) {
                return (address.low() & 0xffff_ffffL) == 0xffff_ffffL ? null : IpAddress.ofVersion4(address.low() + 1);
            }
            long low = address.low() + 1;
            long high = low == 0 ? address.high() + 1 : address.high();
            return low == 0 && high == 0 ? null : IpAddress.unmapped(high, low);
        }

        @Nullable
        V find(IpAddress address) {
            int from = 0;
            int to = high.length - 1;
            while (from <= to) {
                int middle = (from + to) >>> 1;
                int order = Long.compareUnsigned(high[middle], address.high());
                order = order != 0 ? order : Long.compareUnsigned(low[middle], address.low());
                if (order <= 0) {
                    from = middle + 1;
                } else {
                    to = middle - 1;
                }
            }
            return to < 0 ? null : values.get(to);
        }
    }
}
