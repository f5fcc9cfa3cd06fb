package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where a request really came from. Whoever connects to us is known; what it says of the address before is believed only
 * if it is one of our own proxies, and so on backwards. The first address that is none of ours is the client, and everything
 * it wrote itself is left aside.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TrustedProxies {

    private static final int MOST = 20;

    private final CidrMap<Boolean> proxies;

    private TrustedProxies(CidrMap<Boolean> proxies) {
        this.proxies = proxies;
    }

    /**
     * Returns the proxies of a house.
     *
     * @param networks that they are in, as {@link CidrRange#parse} reads them; none if clients connect directly
     * @return the proxies
     * @throws InvalidInput if one is no network, or is all addresses: then anybody could say anything
     */
    public static TrustedProxies of(String... networks) {
        Map<CidrRange, Boolean> all = new HashMap<>();
        for (String network : networks) {
            CidrRange range = CidrRange.parse(network);
            InvalidInput.unless(range.length() > 0, "trusted network", network, "not all addresses");
            all.put(range, true);
        }
        return new TrustedProxies(CidrMap.of(all));
    }

    /**
     * Finds the client.
     *
     * @param peer who connected to us
     * @param forwardedFor values of {@code X-Forwarded-For} in the order of the headers; empty without one
     * @return the address that the request came from, as far back as the word of our own proxies reaches; what cannot be
     *     read ends the walk, and so does a list of more than twenty
     */
    public IpAddress client(IpAddress peer, List<String> forwardedFor) {
        IpAddress client = peer;
        List<String> hops = hops(forwardedFor);
        for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
            try {
                client = IpAddress.parse(hops.get(i));
            } catch (InvalidInput unreadable) {
                return client;
            }
        }
        return client;
    }

    /** The last hops, which are those that our own proxies wrote. */
    private static List<String> hops(List<String> values) {
        List<String> hops = new ArrayList<>();
        for (int v = values.size() - 1; v >= 0 && hops.size() < MOST; v--) {
            String value = values.get(v);
            int end = value.length();
            while (end >= 0 && hops.size() < MOST) {
                int comma = value.lastIndexOf(',', end - 1);
                hops.add(0, strip(value.substring(comma + 1, end)));
                end = comma;
            }
        }
        return hops;
    }

    /** Blanks and tabs around an element of a list are the header's own, RFC 9110 section 5.6.1. */
    private static String strip(String element) {
        int from = 0;
        int to = element.length();
        while (from < to && blank(element.charAt(from))) {
            from++;
        }
        while (to > from && blank(element.charAt(to - 1))) {
            to--;
        }
        return element.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    private boolean trusts(IpAddress address) {
        return proxies.find(address).isPresent();
    }
}
