package io.bondtrader.testdata;

/** Secrets for tests that can be found again: no output of any test may contain one. */
public final class Canary {

    /** What every canary begins with. Twelve bytes: base64 keeps it in one piece where it stands at the front. */
    public static final String MARK = "cAnArY=Birds";

    private Canary() {}

    /** Returns a secret of some length, not below that of the mark, the same for the same name. */
    public static String text(String name, int length) {
        StringBuilder text =
                new StringBuilder(MARK).append(name.hashCode() & 0xfffff).append(name);
        while (text.length() < length) {
            text.append((char) ('a' + (text.length() * 7 + name.length()) % 26));
        }
        text.setLength(Math.max(length, MARK.length()));
        return text.toString();
    }

    /** Returns a secret of some bytes, not fewer than the mark has. */
    public static byte[] bytes(String name, int length) {
        return text(name, length).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
