package io.bondtrader.security.token.jose;

import io.bondtrader.security.error.KeyRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys by identifier, each of which names one. A key without one stands alone, and so may one that tokens do not name. */
final class KeyIndex<K> {

    private final Map<String, K> named = new HashMap<>();
    private final @Nullable K only;

    KeyIndex(List<K> keys, Function<K, @Nullable String> identifier) {
        if (keys.isEmpty()) {
            throw new KeyRefused("a set of keys must hold one for the agreed use and algorithms");
        }
        for (K key : keys) {
            String keyId = identifier.apply(key);
            if (keyId == null && keys.size() > 1) {
                throw new KeyRefused("keys of a set of several must have identifiers");
            }
            if (keyId != null && named.put(keyId, key) != null) {
                throw new KeyRefused("key identifiers of a set must differ");
            }
        }
        only = keys.size() == 1 ? keys.get(0) : null;
    }

    @Nullable
    K find(@Nullable String keyId) {
        return keyId == null ? only : named.get(keyId);
    }
}
