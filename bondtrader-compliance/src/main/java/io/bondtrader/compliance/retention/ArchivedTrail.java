package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.DeletedEventReader;
import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.RangeProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log and its archives as one: what was taken out of the log is read from the archives, each checked against its signed
 * checkpoint when it is opened. Proofs come from the log, which keeps all hashes. One archive at a time is held in memory.
 *
 * <p>Safe for use by many threads; holds nothing that must be closed.
 */
public sealed class ArchivedTrail implements AuditTrail permits ArchivedLog {

    private final AuditTrail log;
    private final AuditArchive archive;
    private final TrustedKeys keys;
    private volatile @Nullable OpenedArchive newest;

    ArchivedTrail(AuditTrail log, AuditArchive archive, TrustedKeys keys) {
        this.log = Objects.requireNonNull(log);
        this.archive = Objects.requireNonNull(archive);
        this.keys = Objects.requireNonNull(keys);
    }

    /**
     * Returns a log together with its archives.
     *
     * @param log the log, which may have lost old entries
     * @param archive holds them
     * @param keys that the log's checkpoints are signed by
     * @return the two as one
     */
    public static ArchivedTrail of(AuditTrail log, AuditArchive archive, TrustedKeys keys) {
        return new ArchivedTrail(log, archive, keys);
    }

    @Override
    public Checkpoint checkpoint() {
        return log.checkpoint();
    }

    @Override
    public String signedCheckpoint() {
        return log.signedCheckpoint();
    }

    /**
     * {@inheritDoc}
     *
     * @throws MissingData if an event of the range was deleted, after all before it were read; {@link #readHeld} goes on
     */
    @Override
    public void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> reader) {
        readHeld(startInclusive, endExclusive, reader, (index, leaf) -> {
            throw new MissingData("event " + index + " was deleted from the archives when its time was over");
        });
    }

    @Override
    public void readHeld(
            long startInclusive, long endExclusive, Consumer<LoggedEvent> reader, DeletedEventReader deleted) {
        long size = log.checkpoint().size();
        boolean within = startInclusive >= 0 && startInclusive <= endExclusive && endExclusive <= size;
        InvalidInput.unless(within, "range", startInclusive + " to " + endExclusive, "within 0 to " + size);
        long next = startInclusive;
        while (next < Math.min(endExclusive, log.firstEntry())) {
            OpenedArchive opened = archiveOf(next);
            long end = Math.min(endExclusive, opened.bundle().endExclusive());
            for (; next < end; next++) {
                LoggedEvent event = opened.event(next).orElse(null);
                if (event == null) {
                    deleted.deleted(next, opened.leaf(next));
                } else {
                    reader.accept(event);
                }
            }
        }
        log.read(next, endExclusive, reader);
    }

    private OpenedArchive archiveOf(long index) {
        OpenedArchive known = newest;
        if (known != null && known.bundle().holds(index)) {
            return known;
        }
        List<ArchiveBundle> bundles = archive.bundles();
        for (ArchiveBundle bundle : bundles) {
            if (bundle.holds(index)) {
                OpenedArchive opened = archive.opened(bundle, keys);
                newest = opened;
                return opened;
            }
        }
        throw new MissingData(
                "event " + index + " was taken out of the log and stands in none of " + bundles.size() + " archives");
    }

    @Override
    public byte[] entry(long index) {
        if (index < 0 || index >= log.firstEntry()) {
            return log.entry(index);
        }
        LoggedEvent event = archiveOf(index)
                .event(index)
                .orElseThrow(() ->
                        new MissingData("event " + index + " was deleted from the archives when its time was over"));
        return EventCodec.encode(event.record(), event.previous());
    }

    @Override
    public InclusionProof inclusion(long index, long treeSize) {
        return log.inclusion(index, treeSize);
    }

    @Override
    public ConsistencyProof consistency(long fromSize, long toSize) {
        return log.consistency(fromSize, toSize);
    }

    @Override
    public RangeProof range(long startInclusive, long endExclusive, long treeSize) {
        return log.range(startInclusive, endExclusive, treeSize);
    }

    /** {@return the first event that the archives or the log hold a place for} */
    @Override
    public long firstEntry() {
        long first = log.firstEntry();
        List<ArchiveBundle> bundles = archive.bundles();
        for (int i = bundles.size() - 1; i >= 0; i--) {
            ArchiveBundle bundle = bundles.get(i);
            first = bundle.holds(first - 1) ? bundle.startInclusive() : first;
        }
        return first;
    }

    @Override
    public String toString() {
        return "Archived[" + log + "]";
    }
}
