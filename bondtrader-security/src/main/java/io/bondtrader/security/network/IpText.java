package io.bondtrader.security.network;

import org.jspecify.annotations.Nullable;

/** The text of addresses: strict in what it reads, one form in what it writes. */
final class IpText {

    private static final int LONGEST = 45;
    private static final int GROUPS = 8;

    final boolean version4;
    final long high;
    final long low;

    private IpText(boolean version4, long high, long low) {
        this.version4 = version4;
        this.high = high;
        this.low = low;
    }

    static @Nullable IpText read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            long bits = four(text, 0);
            return bits < 0 ? null : new IpText(true, 0, bits);
        }
        return six(text);
    }

    /** Four numbers from 0 to 255 without leading zeros, from a position to the end; -1 for anything else. */
    private static long four(String text, int from) {
        long bits = 0;
        int at = from;
        for (int part = 0; part < 4; part++) {
            int start = at;
            int value = 0;
            while (at < text.length() && digit(text.charAt(at)) && at - start < 3) {
                value = 10 * value + (text.charAt(at) - '0');
                at++;
            }
            boolean padded = at - start > 1 && text.charAt(start) == '0';
            if (at == start || value > 255 || padded) {
                return -1;
            }
            bits = bits << 8 | value;
            boolean dot = at < text.length() && text.charAt(at) == '.';
            if (part < 3 != dot) {
                return -1;
            }
            at += dot ? 1 : 0;
        }
        return at == text.length() ? bits : -1;
    }

    private static @Nullable IpText six(String text) {
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = at;
            int value = 0;
            while (end < text.length()
                    && end - at < 4
                    && Character.digit(text.charAt(end), 16) >= 0
                    && text.charAt(end) < 128) {
                value = value << 4 | Character.digit(text.charAt(end), 16);
                end++;
            }
            if (end < text.length() && text.charAt(end) == '.') {
                long bits = four(text, at);
                if (bits < 0 || count > GROUPS - 2) {
                    return null;
                }
                groups[count++] = (int) (bits >>> 16);
                groups[count++] = (int) (bits & 0xffff);
                at = text.length();
                break;
            }
            if (end == at || count == GROUPS) {
                return null;
            }
            groups[count++] = value;
            at = end;
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) != ':' || at + 1 == text.length()) {
                return null;
            }
            at++;
            if (text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at++;
            }
        }
        // Two colons stand for one group of zeros at least.
        boolean whole = gap < 0 ? count == GROUPS : count < GROUPS;
        return whole ? joined(groups, count, gap) : null;
    }

    private static IpText joined(int[] groups, int count, int gap) {
        long high = 0;
        long low = 0;
        int missing = GROUPS - count;
        for (int i = 0; i < GROUPS; i++) {
            int value;
            if (gap < 0 || i < gap) {
                value = groups[i];
            } else {
                value = i < gap + missing ? 0 : groups[i - missing];
            }
            if (i < 4) {
                high = high << 16 | value;
            } else {
                low = low << 16 | value;
            }
        }
        return new IpText(false, high, low);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static String version4(long bits) {
        return (bits >>> 24 & 0xff) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /** RFC 5952: no leading zeros, small letters, the longest run of two zero groups or more shortened, the first if equal. */
    static String version6(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4)) & 0xffff);
        }
        int best = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > longest) {
                longest = run;
                best = i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == best) {
                text.append("::");
                i += longest - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
