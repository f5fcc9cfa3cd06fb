package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.network.IpAddress;

/**
 * Addresses with a common beginning. Immutable.
 *
 * @param first the first of them
 * @param length of what they have in common, in bits
 */
public record SourceNetwork(IpAddress first, int length) {

    /**
     * Checks that no bit is set behind the common ones.
     *
     * @throws InvalidInput if one is, or the length is outside the address
     */
    public SourceNetwork {
        InvalidInput.unless(
                first.network(length).equals(first), "network", first + "/" + length, "free of bits of a host");
    }

    /**
     * Reads a network.
     *
     * @param text as in {@code 10.1.0.0/16} or {@code 2001:db8::/32}
     * @return the network
     * @throws InvalidInput if it is anything else
     */
    public static SourceNetwork parse(String text) {
        String rule = "an address, a slash and a length in bits";
        int slash = text.indexOf('/');
        String digits = text.substring(slash + 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (slash < 0 || !number) {
            throw InvalidInput.unreadable("network", text, rule);
        }
        return new SourceNetwork(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(digits));
    }

    /**
     * Says whether an address belongs to it.
     *
     * @param address of either version
     * @return whether it does
     */
    public boolean contains(IpAddress address) {
        return address.isVersion4() == first.isVersion4()
                && address.network(length).equals(first);
    }

    @Override
    public String toString() {
        return first + "/" + length;
    }
}
