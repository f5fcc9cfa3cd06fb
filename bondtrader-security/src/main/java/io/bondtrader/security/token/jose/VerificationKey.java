package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A public key that tokens are checked with: of one algorithm, strong enough and well formed, or it does not exist.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class VerificationKey {

    private final @Nullable String keyId;
    private final SignatureAlgorithm algorithm;
    private final SortedMap<String, String> members;
    private final SignatureCheck check;

    private VerificationKey(
            @Nullable String keyId,
            SignatureAlgorithm algorithm,
            SortedMap<String, String> members,
            SignatureCheck check) {
        InvalidInput.unless(
                keyId == null || JwsHeader.isKeyId(keyId),
                "key identifier",
                keyId,
                "1 to 128 visible ASCII characters");
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.members = members;
        this.check = check;
    }

    /**
     * Reads one key in the form of RFC 7517.
     *
     * @param jwk a JSON object without a private part
     * @param algorithms those agreed; a key that names none gets the only one of them that fits it
     * @return the key
     * @throws KeyRefused if it is no such key, weak, private, or for another use
     */
    public static VerificationKey readJwk(String jwk, Set<SignatureAlgorithm> algorithms) {
        try {
            Claims members = StrictJson.object(jwk.getBytes(StandardCharsets.UTF_8));
            return JwkReader.refusing(() -> JwkReader.publicKey(members, algorithms))
                    .orElseThrow(() -> new KeyRefused("a key must be for checking signatures by an agreed algorithm"));
        } catch (RefusedToken unreadable) {
            throw new KeyRefused("a key must be one strict JSON object");
        }
    }

    /**
     * Returns an Ed25519 key.
     *
     * @param keyId how tokens name it; null if they do not
     * @param key 32 bytes
     * @return the key
     * @throws KeyRefused if it is not a point of the prime-order group
     */
    public static VerificationKey ofEd25519(@Nullable String keyId, byte[] key) {
        SortedMap<String, String> members = new TreeMap<>();
        members.put("crv", SignatureAlgorithm.EDDSA.curve());
        members.put("kty", "OKP");
        members.put("x", Base64Url.encode(key));
        return new VerificationKey(keyId, SignatureAlgorithm.EDDSA, members, Ed25519Check.of(key));
    }

    /**
     * Returns an ECDSA key.
     *
     * @param keyId how tokens name it; null if they do not
     * @param algorithm ES256, ES384 or ES512
     * @param x of the field's length, big-endian
     * @param y of the field's length, big-endian
     * @return the key
     * @throws InvalidInput if the algorithm is another
     * @throws KeyRefused if it is not a point of the algorithm's curve
     */
    public static VerificationKey ofPoint(@Nullable String keyId, SignatureAlgorithm algorithm, byte[] x, byte[] y) {
        InvalidInput.unless(algorithm.keyType().equals("EC"), "algorithm", algorithm, "one of ECDSA");
        SortedMap<String, String> members = new TreeMap<>();
        members.put("crv", algorithm.curve());
        members.put("kty", "EC");
        members.put("x", Base64Url.encode(x));
        members.put("y", Base64Url.encode(y));
        return new VerificationKey(keyId, algorithm, members, EcdsaCheck.of(algorithm, x, y));
    }

    /**
     * Returns an RSA key.
     *
     * @param keyId how tokens name it; null if they do not
     * @param algorithm one of RS and PS
     * @param modulus of 2048 to 8192 bits
     * @param exponent odd, at least 65537
     * @return the key
     * @throws InvalidInput if the algorithm is another
     * @throws KeyRefused if the key is weak
     */
    public static VerificationKey ofRsa(
            @Nullable String keyId, SignatureAlgorithm algorithm, BigInteger modulus, BigInteger exponent) {
        InvalidInput.unless(algorithm.keyType().equals("RSA"), "algorithm", algorithm, "one of RSA");
        SortedMap<String, String> members = new TreeMap<>();
        RsaCheck check = RsaCheck.of(algorithm, modulus, exponent);
        members.put("e", Base64Url.encode(unsigned(exponent)));
        members.put("kty", "RSA");
        members.put("n", Base64Url.encode(unsigned(modulus)));
        return new VerificationKey(keyId, algorithm, members, check);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    boolean verifies(byte[] message, byte[] signature) {
        return check.verifies(message, signature);
    }

    /** {@return how tokens name the key} */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    @Nullable
    String keyIdOrNull() {
        return keyId;
    }

    /** {@return the one algorithm that the key is for} */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * {@return the key's thumbprint in Base64url: SHA-256 of its required members in order of name (RFC 7638)}
     */
    public String thumbprint() {
        return Base64Url.encode(Digests.of("SHA-256", json(members).getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return the key as JSON to publish (RFC 7517)} */
    public String toJwk() {
        SortedMap<String, String> all = new TreeMap<>(members);
        all.put("alg", algorithm.joseName());
        all.put("use", "sig");
        if (keyId != null) {
            all.put("kid", keyId.replace("\\", "\\\\").replace("\"", "\\\""));
        }
        return json(all);
    }

    private static String json(SortedMap<String, String> members) {
        StringBuilder text = new StringBuilder("{");
        members.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        return text.append('}').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that
                && Objects.equals(keyId, that.keyId)
                && algorithm == that.algorithm
                && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "VerificationKey[" + algorithm.joseName() + ", " + (keyId == null ? "unnamed" : keyId) + "]";
    }
}
