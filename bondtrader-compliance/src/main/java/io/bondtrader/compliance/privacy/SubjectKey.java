package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.retention.RecordClass;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of one person's data in one kind of record, as a store keeps it. Kinds have keys of their own because one may have to
 * be kept while another may be erased. Immutable.
 *
 * @param subject whose data
 * @param recordClass in which kind of record
 * @param wrapped the key encrypted under the firm's key, in base64; empty once it is destroyed
 * @param createdAt when it was made
 * @param destroyedAt when it was destroyed; null as long as it is not
 */
public record SubjectKey(
        SubjectId subject,
        RecordClass recordClass,
        String wrapped,
        Instant createdAt,
        @Nullable Instant destroyedAt) {

    /** Checks that nothing is missing. */
    public SubjectKey {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(recordClass, "recordClass");
        Objects.requireNonNull(wrapped, "wrapped");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** {@return whether it was destroyed} */
    public boolean isDestroyed() {
        return destroyedAt != null;
    }

    SubjectKey destroyed(Instant at) {
        return new SubjectKey(subject, recordClass, "", createdAt, at);
    }

    @Override
    public String toString() {
        return "SubjectKey[" + subject + " in " + recordClass + (isDestroyed() ? ", destroyed" : "") + "]";
    }
}
