package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of public keys. A token that names none is checked with the only one, if there is only one.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class VerificationKeys implements KeySource {

    private static final int MOST = 256;

    private final List<VerificationKey> keys;
    private final KeyIndex<VerificationKey> index;

    private VerificationKeys(List<VerificationKey> keys) {
        InvalidInput.unless(keys.size() <= MOST, "number of keys", keys.size(), "at most " + MOST);
        this.keys = List.copyOf(keys);
        this.index = new KeyIndex<>(this.keys, VerificationKey::keyIdOrNull);
    }

    /**
     * Returns a set.
     *
     * @param keys at least one, with identifiers that differ
     * @return the set
     * @throws KeyRefused if two have the same identifier, or one of several has none
     */
    public static VerificationKeys of(VerificationKey... keys) {
        return new VerificationKeys(List.of(keys));
    }

    /**
     * Returns a set.
     *
     * @param keys at least one, with identifiers that differ
     * @return the set
     * @throws KeyRefused if two have the same identifier, or one of several has none
     */
    public static VerificationKeys of(List<VerificationKey> keys) {
        return new VerificationKeys(keys);
    }

    /**
     * Reads a set in the form of RFC 7517, section 5. Keys for another use or algorithm are passed over.
     *
     * @param json a JSON object, at most 256 KiB
     * @param algorithms those agreed; a key that names none gets the only one of them that fits it
     * @return the set
     * @throws KeyRefused if a key is weak, ill-formed, ambiguous, private or a shared secret; if two have the same
     *     identifier; or if none is left
     */
    public static VerificationKeys read(byte[] json, Set<SignatureAlgorithm> algorithms) {
        return JwkReader.refusing(() -> {
            List<VerificationKey> keys = new ArrayList<>();
            for (Claims jwk : JwkReader.set(json)) {
                if (JwkReader.required(jwk, "kty").equals("oct")) {
                    throw new KeyRefused("public keys and shared secrets must not stand in one set");
                }
                JwkReader.publicKey(jwk, algorithms).ifPresent(keys::add);
            }
            return new VerificationKeys(keys);
        });
    }

    /**
     * Reads a set in the form of RFC 7517, section 5, as {@link #read(byte[], Set)} does.
     *
     * @param json a JSON object, at most 256 KiB
     * @param algorithms those agreed
     * @return the set
     * @throws KeyRefused if the set or a key is not as it must be
     */
    public static VerificationKeys read(String json, Set<SignatureAlgorithm> algorithms) {
        return read(json.getBytes(StandardCharsets.UTF_8), algorithms);
    }

    @Override
    public KeyLookup find(@Nullable String keyId) {
        VerificationKey key = index.find(keyId);
        return key == null ? new KeyLookup.Unknown() : new KeyLookup.Found(key);
    }

    @Override
    public long generation() {
        return 0;
    }

    /** {@return the keys} */
    public List<VerificationKey> keys() {
        return keys;
    }

    /** {@return the set as JSON to publish} */
    public String toJson() {
        return keys.stream().map(VerificationKey::toJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    @Override
    public String toString() {
        return "VerificationKeys" + keys;
    }
}
