package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;

/**
 * An address of the Internet Protocol, version 4 or 6. Read strictly, because what two parsers read differently gets past
 * one of them: four decimal numbers without leading zeros, or the text form of RFC 4291 section 2.2 without a zone. An
 * IPv4 address mapped into IPv6 is that IPv4 address.
 *
 * <p>Immutable. Printed in the form of RFC 5952.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private static final long MAPPED = 0xffffL << 32;

    private final boolean four;
    private final long high;
    private final long low;

    private IpAddress(boolean four, long high, long low) {
        this.four = four;
        this.high = high;
        this.low = low;
    }

    /**
     * Reads an address.
     *
     * @param text as in {@code 192.0.2.1} or {@code 2001:db8::1}
     * @return the address
     * @throws InvalidInput if the text is anything else, names of hosts and ports included
     */
    public static IpAddress parse(String text) {
        IpText read = IpText.read(text);
        if (read == null) {
            throw InvalidInput.unreadable("address", text, "an IPv4 or IPv6 address without zone or port");
        }
        return read.version4 ? ofVersion4(read.low) : ofVersion6(read.high, read.low);
    }

    /** Returns an address of 32 bits. */
    static IpAddress ofVersion4(long bits) {
        return new IpAddress(true, 0, MAPPED | (bits & 0xffff_ffffL));
    }

    /** Returns an address of 128 bits; a mapped one becomes version 4. */
    static IpAddress ofVersion6(long high, long low) {
        return high == 0 && (low & 0xffff_ffff_0000_0000L) == MAPPED
                ? ofVersion4(low)
                : new IpAddress(false, high, low);
    }

    /** Returns an address of 128 bits as it stands, for the ends of networks that mapped addresses lie in. */
    static IpAddress unmapped(long high, long low) {
        return new IpAddress(false, high, low);
    }

    /** {@return whether it is of version 4} */
    public boolean isVersion4() {
        return four;
    }

    /** {@return how many bits it has: 32 or 128} */
    public int bits() {
        return four ? 32 : 128;
    }

    /** {@return the upper 64 bits of the IPv6 form, in which version 4 is mapped} */
    public long high() {
        return high;
    }

    /** {@return the lower 64 bits of the IPv6 form, in which version 4 is mapped} */
    public long low() {
        return low;
    }

    /**
     * Returns the first address of the network this one is in.
     *
     * @param length of the prefix in bits, from 0 to {@link #bits}
     * @return the address with all later bits zero
     * @throws InvalidInput if the length is outside that range
     */
    public IpAddress network(int length) {
        if (length < 0 || length > bits()) {
            throw new InvalidInput("length of the prefix", length, "from 0 to " + bits());
        }
        if (four) {
            long kept = length == 0 ? 0 : low & 0xffff_ffffL & (-1L << (32 - length));
            return ofVersion4(kept);
        }
        long keptHigh = length >= 64 ? high : length == 0 ? 0 : high & (-1L << (64 - length));
        long keptLow = length <= 64 ? 0 : low & (-1L << (128 - length));
        return new IpAddress(false, keptHigh, keptLow);
    }

    /** Version 4 comes before version 6, each in the order of its bits. */
    @Override
    public int compareTo(IpAddress other) {
        if (four != other.four) {
            return four ? -1 : 1;
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && four == that.four && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low);
    }

    @Override
    public String toString() {
        return four ? IpText.version4(low) : IpText.version6(high, low);
    }
}
