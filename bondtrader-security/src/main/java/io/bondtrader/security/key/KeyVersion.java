package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a key. Immutable; prints no key.
 *
 * @param <K> the key
 */
public final class KeyVersion<K> {

    private final int number;
    private final KeyState state;
    private final Instant publishedAt;
    private final Instant since;
    private final @Nullable K material;

    KeyVersion(int number, KeyState state, Instant publishedAt, Instant since, @Nullable K material) {
        this.number = number;
        this.state = state;
        this.publishedAt = publishedAt;
        this.since = since;
        this.material = material;
    }

    /**
     * Returns a version as it was stored.
     *
     * @param <K> the key
     * @param number its number in the keyring, from 1
     * @param state where it stands
     * @param publishedAt when it was made
     * @param since since when it stands there
     * @param material the key; null once destroyed
     * @return the version
     * @throws InvalidInput if a version that is not destroyed has no key, or a destroyed one has
     */
    public static <K> KeyVersion<K> restored(
            int number, KeyState state, Instant publishedAt, Instant since, @Nullable K material) {
        boolean fits = (material == null) == (state == KeyState.DESTROYED);
        InvalidInput.unless(fits, "version " + number, state, "with its key, or destroyed and without");
        return new KeyVersion<>(number, state, Objects.requireNonNull(publishedAt), since, material);
    }

    KeyVersion<K> to(KeyState next, Instant at) {
        return new KeyVersion<>(number, next, publishedAt, at, next == KeyState.DESTROYED ? null : material);
    }

    /** {@return its number in the keyring, from 1} */
    public int number() {
        return number;
    }

    /** {@return where it stands} */
    public KeyState state() {
        return state;
    }

    /** {@return when it was made} */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** {@return since when it stands there} */
    public Instant since() {
        return since;
    }

    /** {@return the key, where its state lets anybody read with it} */
    public Optional<K> reading() {
        return state.reads() ? Optional.ofNullable(material) : Optional.empty();
    }

    @Nullable
    K material() {
        return material;
    }

    @Override
    public String toString() {
        return "v" + number + " " + state + " since " + since;
    }
}
