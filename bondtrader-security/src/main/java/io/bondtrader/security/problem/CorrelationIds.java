package io.bondtrader.security.problem;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that tie the log entries of one request together. One that comes with a request is kept if it is a plain token; any
 * other is replaced, so that none carries a line or a header of its own. Safe for use by many threads.
 */
public final class CorrelationIds {

    private static final int BYTES = 16;
    private static final int LONGEST = 64;

    private final SecureRandom random;

    private CorrelationIds(SecureRandom random) {
        this.random = random;
    }

    /**
     * Returns a source of numbers.
     *
     * @param random where they come from
     * @return the source
     */
    public static CorrelationIds of(SecureRandom random) {
        return new CorrelationIds(Objects.requireNonNull(random));
    }

    /**
     * Returns the number of a request.
     *
     * @param incoming value of the header that carries it; null without one
     * @return that value if it is 8 to 64 letters, digits and hyphens; otherwise a new one of 128 random bits
     */
    public String accept(@Nullable String incoming) {
        boolean plain = incoming != null
                && incoming.length() >= 8
                && incoming.length() <= LONGEST
                && incoming.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-');
        return incoming != null && plain ? incoming : next();
    }

    /** {@return a new number} */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
