package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * A network: all addresses that begin with the same bits. Immutable.
 *
 * @param network its first address, with all later bits zero
 * @param length of the prefix in bits
 */
public record CidrRange(IpAddress network, int length) {

    private static final int LONGEST = 49;

    /**
     * Checks that the address is the network's first.
     *
     * @throws InvalidInput if the length is outside the address, or bits after the prefix are set
     */
    public CidrRange {
        Objects.requireNonNull(network, "network");
        InvalidInput.unless(
                network.network(length).equals(network), "network", network, "without bits after the first " + length);
    }

    /**
     * Reads a network.
     *
     * @param text as in {@code 192.0.2.0/24} or {@code 2001:db8::/32}
     * @return the network
     * @throws InvalidInput if the text is anything else, or bits after the prefix are set: it may have been meant otherwise
     */
    public static CidrRange parse(String text) {
        int slash = text.length() > LONGEST ? -1 : text.indexOf('/');
        int length = slash < 0 ? -1 : length(text, slash + 1);
        if (length < 0) {
            throw InvalidInput.unreadable("network", text, "an address, a slash and the length of the prefix");
        }
        return new CidrRange(IpAddress.parse(text.substring(0, slash)), length);
    }

    private static int length(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = 10 * value + (c - '0');
        }
        return value;
    }

    /**
     * Says whether an address is in the network.
     *
     * @param address of either version
     * @return whether it is of the same version and begins with the prefix
     */
    public boolean contains(IpAddress address) {
        return address.isVersion4() == network.isVersion4()
                && address.network(length).equals(network);
    }

    /** The last address of the network. */
    IpAddress last() {
        if (network.isVersion4()) {
            long host = length == 32 ? 0 : 0xffff_ffffL >>> length;
            return IpAddress.ofVersion4(network.low() | host);
        }
        long high = length >= 64 ? network.high() : network.high() | (-1L >>> length);
        long low = length >= 128 ? network.low() : length <= 64 ? -1L : network.low() | (-1L >>> (length - 64));
        return IpAddress.unmapped(high, low);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
