package io.bondtrader.compliance.transparency;

import java.time.Instant;
import java.util.Objects;

/**
 * One publication of a trade.
 *
 * @param notLaterThan when it must be public
 * @param content what of it
 * @param flag the flag of the trade report, such as {@code LRGS} or {@code VLF5}; empty if the publication is not deferred
 */
public record PublicationStep(Instant notLaterThan, PublishedContent content, String flag) {

    /** Refuses null. */
    public PublicationStep {
        Objects.requireNonNull(notLaterThan, "notLaterThan");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(flag, "flag");
    }
}
