package io.bondtrader.security.token.jose;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How tokens are signed so that whoever can check cannot sign. Source: RFC 7518, section 3.1, and RFC 8037. */
public enum SignatureAlgorithm {
    /** Ed25519. */
    EDDSA("EdDSA", "OKP", "Ed25519", "SHA-512"),
    /** ECDSA on P-256 with SHA-256. */
    ES256("ES256", "EC", "P-256", "SHA-256"),
    /** ECDSA on P-384 with SHA-384. */
    ES384("ES384", "EC", "P-384", "SHA-384"),
    /** ECDSA on P-521 with SHA-512. */
    ES512("ES512", "EC", "P-521", "SHA-512"),
    /** RSA, PKCS#1 v1.5, SHA-256. */
    RS256("RS256", "RSA", "", "SHA-256"),
    /** RSA, PKCS#1 v1.5, SHA-384. */
    RS384("RS384", "RSA", "", "SHA-384"),
    /** RSA, PKCS#1 v1.5, SHA-512. */
    RS512("RS512", "RSA", "", "SHA-512"),
    /** RSA, PSS with a salt as long as the hash, SHA-256. */
    PS256("PS256", "RSA", "", "SHA-256"),
    /** RSA, PSS with a salt as long as the hash, SHA-384. */
    PS384("PS384", "RSA", "", "SHA-384"),
    /** RSA, PSS with a salt as long as the hash, SHA-512. */
    PS512("PS512", "RSA", "", "SHA-512");

    private static final Map<String, SignatureAlgorithm> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(a -> a.jose, Function.identity()));

    private final String jose;
    private final String keyType;
    private final String curve;
    private final String hash;

    SignatureAlgorithm(String jose, String keyType, String curve, String hash) {
        this.jose = jose;
        this.keyType = keyType;
        this.curve = curve;
        this.hash = hash;
    }

    /**
     * Returns the algorithm of a name.
     *
     * @param name as in the header; case counts
     * @return the algorithm, or nothing
     */
    public static Optional<SignatureAlgorithm> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** {@return the name in headers and keys} */
    public String joseName() {
        return jose;
    }

    /** {@return the hash, by its name in the JDK; that of Ed25519 is the one inside it} */
    public String hashName() {
        return hash;
    }

    String keyType() {
        return keyType;
    }

    String curve() {
        return curve;
    }

    boolean fits(String type, String crv) {
        return keyType.equals(type) && curve.equals(crv);
    }
}
