package io.bondtrader.compliance.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a range of the log, or the events of it that are asked for, for somebody who has no access to the log. The manifest
 * carries the signed checkpoint and a proof over the whole range: events left out by a query are there with their hashes, so
 * that nobody can leave one out without its place being seen. That an event left out does not match the query, only the
 * event itself shows: whoever doubts asks for it by its index and compares its hash.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class AuditExport {

    private final AuditTrail trail;
    private final long start;
    private final long end;
    private final AuditQuery query;
    private final Set<ExportFormat> formats;

    private AuditExport(AuditTrail trail, long start, long end, AuditQuery query, Set<ExportFormat> formats) {
        this.trail = trail;
        this.start = start;
        this.end = end;
        this.query = query;
        this.formats = formats;
    }

    /**
     * Returns an export of a range of the log.
     *
     * @param trail the log
     * @param startInclusive the first event
     * @param endExclusive the one after the last
     * @return an export of all events of the range as JSON lines
     * @throws InvalidInput if the range is empty or ends behind the log
     */
    public static AuditExport ofRange(AuditTrail trail, long startInclusive, long endExclusive) {
        long size = trail.checkpoint().size();
        boolean inside = startInclusive >= 0 && startInclusive < endExclusive && endExclusive <= size;
        InvalidInput.unless(
                inside, "range", startInclusive + " to " + endExclusive, "a part of the log of " + size + " events");
        return new AuditExport(
                trail, startInclusive, endExclusive, AuditQuery.all(), EnumSet.of(ExportFormat.JSON_LINES));
    }

    /**
     * Returns an export of the whole log.
     *
     * @param trail the log
     * @return an export of all its events as JSON lines
     * @throws InvalidInput if the log is empty
     */
    public static AuditExport ofAll(AuditTrail trail) {
        return ofRange(trail, 0, trail.checkpoint().size());
    }

    /**
     * Keeps the events that are asked for, and of the others their hashes.
     *
     * @param wanted which events
     * @return the export
     */
    public AuditExport matching(AuditQuery wanted) {
        return new AuditExport(trail, start, end, Objects.requireNonNull(wanted), formats);
    }

    /**
     * Writes another form besides.
     *
     * @param format the form
     * @return the export
     */
    public AuditExport also(ExportFormat format) {
        EnumSet<ExportFormat> more = EnumSet.of(ExportFormat.JSON_LINES, format);
        more.addAll(formats);
        return new AuditExport(trail, start, end, query, more);
    }

    /**
     * Writes the export. It is there whole or not at all: files are written beside and moved at the end.
     *
     * @param folder that does not exist yet
     * @return what was written
     * @throws LogUnavailable if the files cannot be written, or the folder exists
     */
    public ExportManifest writeTo(Path folder) {
        Path target = folder.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException("the folder of an export");
            }
            Files.createDirectories(beside);
            try (Stream<Path> old = Files.list(beside)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            ExportManifest manifest = write(beside);
            Files.writeString(
                    beside.resolve(ExportManifest.FILE), manifest.toJson().text(), UTF_8);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw new LogUnavailable(
                    "an export cannot be written: " + e.getClass().getSimpleName(), e);
        }
    }

    private ExportManifest write(Path folder) throws IOException {
        // One note for all: its size is what everything is proven to.
        String note = trail.signedCheckpoint();
        long size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
        Checkpoint checkpoint = trail.checkpoint();
        long[] counts = new long[2];
        List<EventWriter> writers = new ArrayList<>();
        try (OutputStream omitted = stream(folder.resolve(ExportManifest.OMITTED))) {
            for (ExportFormat format : formats) {
                writers.add(writer(format, stream(folder.resolve(format.file()))));
            }
            trail.read(start, end, event -> {
                try {
                    if (query.matches(event.record())) {
                        counts[0]++;
                        for (EventWriter writer : writers) {
                            writer.write(event);
                        }
                    } else {
                        counts[1]++;
                        omitted.write(omission(event.index(), event.leaf()));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } finally {
            for (EventWriter writer : writers) {
                writer.close();
            }
        }
        return new ExportManifest(
                checkpoint.origin(),
                start,
                end,
                query.toJson().text(),
                counts[0],
                counts[1],
                digests(folder),
                trail.range(start, end, size),
                note);
    }

    static byte[] omission(long index, HashValue leaf) {
        return ("{\"index\":" + index + ",\"leaf\":\"" + leaf.toBase64() + "\"}\n").getBytes(UTF_8);
    }

    private static OutputStream stream(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    static EventWriter writer(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case JSON_LINES -> new JsonLinesWriter(out);
            case CSV -> new CsvEventWriter(out);
            case XML -> new XmlEventWriter(out);
        };
    }

    private static SortedMap<String, ExportManifest.FileDigest> digests(Path folder) throws IOException {
        SortedMap<String, ExportManifest.FileDigest> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(folder)) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Digests.of(file));
            }
        }
        return files;
    }

    @Override
    public String toString() {
        return "AuditExport[" + start + " to " + end + ", " + query + "]";
    }
}
