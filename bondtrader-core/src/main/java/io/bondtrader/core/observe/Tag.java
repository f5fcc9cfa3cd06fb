package io.bondtrader.core.observe;

import io.bondtrader.core.error.InvalidInput;

/**
 * One dimension of a metric, such as {@code measure=yield}. Keep the number of different values small: most backends
 * store a series for each.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param key what the dimension is called, not blank
 * @param value where on it the metric lies, not blank
 */
public record Tag(String key, String value) implements Comparable<Tag> {

    /**
     * Checks that both are there.
     *
     * @throws InvalidInput if either is blank
     */
    public Tag {
        InvalidInput.unless(!key.isBlank(), "key", key, "not blank");
        InvalidInput.unless(!value.isBlank(), "value", value, "not blank");
    }

    @Override
    public int compareTo(Tag other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : value.compareTo(other.value);
    }
}
