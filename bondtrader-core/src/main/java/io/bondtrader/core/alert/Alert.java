package io.bondtrader.core.alert;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person may have to act on.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param severity how urgent it is
 * @param source the part of the system that raises it, such as {@code bondtrader.verify}
 * @param deduplicationKey equal for alerts that are news of the same trouble, so that a sink can tell it once
 * @param message one line for a person; it carries no secret
 * @param context the facts, by name
 * @param raisedAt when it was raised, if whoever raised it was given a clock
 */
public record Alert(
        Severity severity,
        String source,
        String deduplicationKey,
        String message,
        Map<String, String> context,
        @Nullable Instant raisedAt) {

    /**
     * Checks that the alert says something, and copies its context in the order of its names.
     *
     * @throws InvalidInput if the source, the key or the message is blank
     */
    public Alert {
        InvalidInput.unless(!source.isBlank(), "source", source, "not blank");
        InvalidInput.unless(!deduplicationKey.isBlank(), "deduplicationKey", deduplicationKey, "not blank");
        InvalidInput.unless(!message.isBlank(), "message", message, "not blank");
        SortedMap<String, String> sorted = new TreeMap<>(context);
        context = Collections.unmodifiableSortedMap(sorted);
    }
}
