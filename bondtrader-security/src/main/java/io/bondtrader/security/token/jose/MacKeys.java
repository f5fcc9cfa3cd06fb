package io.bondtrader.security.token.jose;

import io.bondtrader.security.error.KeyRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of shared secrets. A token that names none is checked with the only one, if there is only one.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class MacKeys {

    private final List<MacKey> keys;
    private final KeyIndex<MacKey> index;

    private MacKeys(List<MacKey> keys) {
        this.keys = List.copyOf(keys);
        this.index = new KeyIndex<>(this.keys, MacKey::keyIdOrNull);
    }

    /**
     * Returns a set.
     *
     * @param keys at least one, with identifiers that differ
     * @return the set
     * @throws KeyRefused if two have the same identifier, or one of several has none
     */
    public static MacKeys of(MacKey... keys) {
        return new MacKeys(List.of(keys));
    }

    /**
     * Reads a set in the form of RFC 7517, section 5. Secrets for another use or algorithm are passed over.
     *
     * @param json a JSON object; wipe yours
     * @param algorithms those agreed
     * @return the set
     * @throws KeyRefused if a secret is too short, if there is a public key, if two have the same identifier, or if none
     *     is left
     */
    public static MacKeys read(String json, Set<MacAlgorithm> algorithms) {
        return JwkReader.refusing(() -> {
            List<MacKey> keys = new ArrayList<>();
            for (Claims jwk : JwkReader.set(json.getBytes(StandardCharsets.UTF_8))) {
                if (!JwkReader.required(jwk, "kty").equals("oct")) {
                    throw new KeyRefused("public keys and shared secrets must not stand in one set");
                }
                JwkReader.secret(jwk, algorithms).ifPresent(keys::add);
            }
            return new MacKeys(keys);
        });
    }

    @Nullable
    MacKey find(@Nullable String keyId) {
        return index.find(keyId);
    }

    @Override
    public String toString() {
        return "MacKeys" + keys;
    }
}
