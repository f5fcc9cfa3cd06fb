package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A log that is written to, and its archives, as one: for registers that read their own past, such as clients' categories or
 * restrictions, and must not forget it because it was archived.
 *
 * <p>Safe for use by many threads. Closing it closes the log.
 */
public final class ArchivedLog extends ArchivedTrail implements AuditLog {

    private final AuditLog log;

    private ArchivedLog(AuditLog log, AuditArchive archive, TrustedKeys keys) {
        super(log, archive, keys);
        this.log = log;
    }

    /**
     * Returns a log together with its archives.
     *
     * @param log the log, which may have lost old entries
     * @param archive holds them
     * @param keys that the log's checkpoints are signed by
     * @return the two as one
     */
    public static ArchivedLog of(AuditLog log, AuditArchive archive, TrustedKeys keys) {
        return new ArchivedLog(log, archive, keys);
    }

    @Override
    public CompletableFuture<Long> append(AuditRecord event) {
        return log.append(event);
    }

    @Override
    public CompletableFuture<Long> append(List<AuditRecord> events) {
        return log.append(events);
    }

    @Override
    public void close() {
        log.close();
    }
}
