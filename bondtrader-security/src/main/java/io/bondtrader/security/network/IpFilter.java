package io.bondtrader.security.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which addresses may come in: the rule of the longest prefix decides, and where none holds, the one for all others. Immutable
 * and safe for use by many threads.
 */
public final class IpFilter {

    private final CidrMap<Boolean> rules;
    private final boolean others;

    private IpFilter(CidrMap<Boolean> rules, boolean others) {
        this.rules = rules;
        this.others = others;
    }

    /** {@return a builder of a filter that lets nobody in unless told} */
    public static Builder denyingOthers() {
        return new Builder(false);
    }

    /** {@return a builder of a filter that lets everybody in unless told} */
    public static Builder allowingOthers() {
        return new Builder(true);
    }

    /**
     * Says whether an address may come in.
     *
     * @param address after trusted proxies
     * @return whether it may
     */
    public boolean allows(IpAddress address) {
        return rules.find(address).orElse(others);
    }

    /** Collects rules. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<CidrRange, Boolean> rules = new HashMap<>();
        private final Set<CidrRange> denied = new HashSet<>();
        private final boolean others;

        private Builder(boolean others) {
            this.others = others;
        }

        /**
         * Lets networks in.
         *
         * @param networks as {@link CidrRange#parse} reads them
         * @return this builder
         */
        public Builder allow(String... networks) {
            for (String network : networks) {
                rules.put(CidrRange.parse(network), true);
            }
            return this;
        }

        /**
         * Keeps networks out. Said of the same network, this wins over letting it in, whichever came first.
         *
         * @param networks as {@link CidrRange#parse} reads them
         * @return this builder
         */
        public Builder deny(String... networks) {
            for (String network : networks) {
                denied.add(CidrRange.parse(network));
            }
            return this;
        }

        /** {@return the filter} */
        public IpFilter build() {
            Map<CidrRange, Boolean> all = new HashMap<>(rules);
            denied.forEach(range -> all.put(range, false));
            return new IpFilter(CidrMap.of(all), others);
        }
    }
}
