package io.bondtrader.compliance.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.PrunableTrail;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Archives of a log. An archive holds a range of events, packed, each kind of record in a file of its own, because kinds live
 * differently long; the hashes of all events of the range stay for ever, so that every old proof still works and a deleted
 * file leaves a place that everybody can see.
 *
 * <p>Safe for use by many threads; two processes must not archive one log.
 */
public final class AuditArchive {

    static final String ARCHIVED = "retention.archived";
    static final String MANIFEST = "manifest.json";
    static final String LEAVES = "leaves.bin";

    /** An archive is made in memory. */
    private static final int LARGEST = 100_000;

    private final ArchiveStore store;
    private final RecordClassifier classifier;

    private AuditArchive(ArchiveStore store, RecordClassifier classifier) {
        this.store = Objects.requireNonNull(store);
        this.classifier = Objects.requireNonNull(classifier);
    }

    /**
     * Returns the archives in a store.
     *
     * @param store keeps the files
     * @param classifier tells kinds of records apart; the same for the life of the archives
     * @return the archives
     */
    public static AuditArchive in(ArchiveStore store, RecordClassifier classifier) {
        return new AuditArchive(store, classifier);
    }

    /**
     * Archives the oldest events of a log: writes them, reads them back and checks them against the signed checkpoint, and
     * only then logs it. The log still holds them; {@link #prune} takes them out.
     *
     * @param journal writes to the log
     * @param endExclusive the first event that is not archived; at most 100,000 at once
     * @param keys that the log's checkpoints are signed by
     * @param actor who does it
     * @return the archive
     * @throws InvalidInput if there is nothing to archive before that event, or it is not in the log
     * @throws LogDamaged if what was written does not prove itself
     */
    public synchronized ArchiveBundle archive(AuditJournal journal, long endExclusive, TrustedKeys keys, String actor) {
        AuditTrail trail = journal.log();
        long start =
                bundles().stream().mapToLong(ArchiveBundle::endExclusive).max().orElse(trail.firstEntry());
        long size = trail.checkpoint().size();
        InvalidInput.unless(
                endExclusive > start && endExclusive <= size && endExclusive - start <= LARGEST,
                "end of the archive",
                endExclusive,
                "from " + (start + 1) + " to " + Math.min(size, start + LARGEST));
        ArchiveBundle bundle = write(trail, start, endExclusive);
        verify(bundle, keys);
        journal.write(
                actor,
                ARCHIVED,
                bundle.name(),
                Outcome.SUCCESS,
                Map.of("manifest", bundle.toJson().sha256(), "start", start, "end", endExclusive),
                "retention");
        return bundle;
    }

    private ArchiveBundle write(AuditTrail trail, long start, long end) {
        String note = trail.signedCheckpoint();
        long size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
        Map<RecordClass, PackedEvents> files = new EnumMap<>(RecordClass.class);
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        trail.read(start, end, event -> {
            files.computeIfAbsent(classifier.classOf(event.record()), fresh -> new PackedEvents())
                    .add(event);
            leaves.writeBytes(event.leaf().toBytes());
        });
        Map<RecordClass, ArchiveBundle.Part> parts = new EnumMap<>(RecordClass.class);
        Map<RecordClass, byte[]> contents = new EnumMap<>(RecordClass.class);
        files.forEach((recordClass, file) -> {
            byte[] content = file.finished();
            contents.put(recordClass, content);
            parts.put(recordClass, file.part(content));
        });
        ArchiveBundle bundle = new ArchiveBundle(
                trail.checkpoint().origin(),
                start,
                end,
                parts,
                PackedEvents.sha256(leaves.toByteArray()),
                trail.range(start, end, size),
                note);
        contents.forEach((recordClass, content) -> store.put(bundle.name(), file(recordClass), content));
        store.put(bundle.name(), LEAVES, leaves.toByteArray());
        // The manifest comes last: an archive without one is none.
        store.put(bundle.name(), MANIFEST, bundle.toJson().text().getBytes(UTF_8));
        return bundle;
    }

    static String file(RecordClass recordClass) {
        return recordClass.name() + ".jsonl.gz";
    }

    /** {@return all archives, oldest first; what a crash left without a manifest is none} */
    public List<ArchiveBundle> bundles() {
        List<ArchiveBundle> bundles = new ArrayList<>();
        for (String name : store.archives()) {
            store.get(name, MANIFEST)
                    .ifPresent(manifest -> bundles.add(ArchiveManifests.read(name, new String(manifest, UTF_8))));
        }
        return bundles;
    }

    /**
     * Checks an archive: the hashes of its range lead to the signed checkpoint, every event that is there has its hash, and the
     * manifest says what is there. What it says of a file that was deleted, the log's event of the archive proves by its hash.
     *
     * @param bundle the archive
     * @param keys that the log's checkpoints are signed by
     * @return the kinds of records whose files are there; the others were deleted
     * @throws LogDamaged if something does not fit; the message names the first bad event
     */
    public List<RecordClass> verify(ArchiveBundle bundle, TrustedKeys keys) {
        return opened(bundle, keys).kinds();
    }

    OpenedArchive opened(ArchiveBundle bundle, TrustedKeys keys) {
        return OpenedArchive.open(store, bundle, keys);
    }

    /**
     * Reads the events of one kind.
     *
     * @param bundle the archive
     * @param recordClass the kind
     * @param reader gets them in order
     * @throws MissingData if they were deleted, or there never were any
     * @throws LogDamaged if the file was changed
     */
    public void read(ArchiveBundle bundle, RecordClass recordClass, Consumer<LoggedEvent> reader) {
        Optional<byte[]> content = store.get(bundle.name(), file(recordClass));
        ArchiveBundle.Part part = bundle.part(recordClass).orElse(null);
        if (part == null || content.isEmpty()) {
            throw new MissingData("archive " + bundle.name() + " has no events of " + recordClass);
        }
        OpenedArchive.events(bundle, recordClass, part, content.get(), reader);
    }

    /**
     * Reads all events of an archive that were not deleted, kind by kind.
     *
     * @param bundle the archive
     * @param reader gets them
     * @throws LogDamaged if a file was changed
     */
    public void readAll(ArchiveBundle bundle, Consumer<LoggedEvent> reader) {
        bundle.parts()
                .forEach((recordClass, part) -> store.get(bundle.name(), file(recordClass))
                        .ifPresent(content -> OpenedArchive.events(bundle, recordClass, part, content, reader)));
    }

    /** Tells whether the file of a kind is there. */
    boolean holds(ArchiveBundle bundle, RecordClass recordClass) {
        return store.get(bundle.name(), file(recordClass)).isPresent();
    }

    void delete(ArchiveBundle bundle, RecordClass recordClass) {
        store.delete(bundle.name(), file(recordClass));
    }

    /**
     * Takes events out of a log that are archived, after the archives were checked once more.
     *
     * @param trail the log
     * @param keys that its checkpoints are signed by
     * @return the first event that the log may still hold
     * @throws LogDamaged if an archive does not prove itself: then nothing is taken out
     */
    public synchronized long prune(PrunableTrail trail, TrustedKeys keys) {
        long end = trail.firstEntry();
        for (ArchiveBundle bundle : bundles()) {
            if (bundle.endExclusive() > end) {
                boolean next = bundle.startInclusive() <= end;
                if (!next) {
                    throw new LogDamaged("the archives have a gap before event " + bundle.startInclusive());
                }
                verify(bundle, keys);
                end = bundle.endExclusive();
            }
        }
        trail.forgetEntries(end);
        return end;
    }

    /** {@return what tells kinds of records apart} */
    RecordClassifier classifier() {
        return classifier;
    }

    static LocalDate day(LoggedEvent event) {
        return event.record().time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public String toString() {
        return "AuditArchive[" + store + "]";
    }
}
