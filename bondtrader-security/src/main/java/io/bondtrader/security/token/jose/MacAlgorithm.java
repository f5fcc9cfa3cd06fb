package io.bondtrader.security.token.jose;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How tokens are sealed under a shared secret: whoever can check one can make one. Not a {@link SignatureAlgorithm}, so
 * that no public key is ever taken for a secret. Source: RFC 7518, section 3.2.
 */
public enum MacAlgorithm {
    /** HMAC with SHA-256. */
    HS256("HS256", "HmacSHA256", "SHA-256", 32),
    /** HMAC with SHA-384. */
    HS384("HS384", "HmacSHA384", "SHA-384", 48),
    /** HMAC with SHA-512. */
    HS512("HS512", "HmacSHA512", "SHA-512", 64);

    private static final Map<String, MacAlgorithm> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(a -> a.jose, Function.identity()));

    private final String jose;
    private final String jdk;
    private final String hash;
    private final int bytes;

    MacAlgorithm(String jose, String jdk, String hash, int bytes) {
        this.jose = jose;
        this.jdk = jdk;
        this.hash = hash;
        this.bytes = bytes;
    }

    /**
     * Returns the algorithm of a name.
     *
     * @param name as in the header; case counts
     * @return the algorithm, or nothing
     */
    public static Optional<MacAlgorithm> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** {@return the name in headers and keys} */
    public String joseName() {
        return jose;
    }

    /** {@return the hash, by its name in the JDK} */
    public String hashName() {
        return hash;
    }

    /** {@return the length of the seal, and the least of a key, in bytes} */
    public int bytes() {
        return bytes;
    }

    String jdkName() {
        return jdk;
    }
}
