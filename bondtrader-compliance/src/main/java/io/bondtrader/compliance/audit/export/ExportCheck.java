package io.bondtrader.compliance.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.ExportRejected;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export without the log: every line is an event in canonical form, the hashes of all events, left-out ones
 * included, lead to the signed checkpoint, and the other files are what the events make.
 *
 * <p>Reads the files from beginning to end, and holds nothing for each event. Stateless; safe for use by many threads.
 */
public final class ExportCheck {

    private static final int LONGEST_MANIFEST = 1 << 20;

    private ExportCheck() {}

    /**
     * Checks an export.
     *
     * @param folder of the export
     * @param keys that the log's checkpoints are signed by
     * @return its manifest, every word of which is proven but the query
     * @throws ExportRejected if something was changed, left out or added; the message names the first bad index
     */
    public static ExportManifest verify(Path folder, TrustedKeys keys) {
        return verify(folder, keys, event -> {});
    }

    /**
     * Checks an export and reads its events.
     *
     * @param folder of the export
     * @param keys that the log's checkpoints are signed by
     * @param reader gets each event before all is proven: nothing may be relied on until the method returns
     * @return its manifest, every word of which is proven but the query
     * @throws ExportRejected if something was changed, left out or added; the message names the first bad index
     */
    public static ExportManifest verify(Path folder, TrustedKeys keys, Consumer<LoggedEvent> reader) {
        try {
            ExportManifest manifest = manifest(folder);
            requireFiles(folder, manifest);
            Checkpoint checkpoint = Checkpoint.open(manifest.signedCheckpoint(), manifest.origin(), keys);
            if (!proven(folder, manifest, checkpoint, reader)) {
                throw new ExportRejected("the events from " + manifest.startInclusive()
                        + " on do not lead to the signed checkpoint of " + checkpoint.size());
            }
            return manifest;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (BondTraderException refused) {
            if (refused instanceof ExportRejected rejected) {
                throw rejected;
            }
            throw new ExportRejected(refused.getMessage());
        }
    }

    private static ExportRejected unreadable(IOException cause) {
        return new ExportRejected("a file cannot be read: " + cause.getClass().getSimpleName());
    }

    private static ExportManifest manifest(Path folder) throws IOException {
        Path file = folder.resolve(ExportManifest.FILE);
        if (Files.size(file) > LONGEST_MANIFEST) {
            throw new ExportRejected("the manifest is longer than " + LONGEST_MANIFEST + " bytes");
        }
        return ManifestReader.read(Files.readString(file, UTF_8));
    }

    private static void requireFiles(Path folder, ExportManifest manifest) throws IOException {
        Set<String> known =
                Stream.of(ExportFormat.values()).map(ExportFormat::file).collect(Collectors.toCollection(TreeSet::new));
        known.add(ExportManifest.OMITTED);
        Set<String> named = manifest.files().keySet();
        boolean fits = known.containsAll(named)
                && named.contains(ExportManifest.OMITTED)
                && named.contains(ExportFormat.JSON_LINES.file());
        if (!fits) {
            throw new ExportRejected("the manifest names other files than an export has: " + named);
        }
        Set<String> there = new TreeSet<>(named);
        there.add(ExportManifest.FILE);
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> found =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            if (!found.equals(there)) {
                throw new ExportRejected("the folder holds " + found + ", the manifest names " + there);
            }
        }
    }

    private static boolean proven(
            Path folder, ExportManifest manifest, Checkpoint checkpoint, Consumer<LoggedEvent> reader)
            throws IOException {
        long range = manifest.endExclusive() - manifest.startInclusive();
        if (manifest.events() + manifest.omitted() != range) {
            throw new ExportRejected("the manifest counts " + (manifest.events() + manifest.omitted())
                    + " events in a range of " + range);
        }
        try (Reproduction reproduction = new Reproduction(manifest);
                Lines events = new Lines(folder.resolve(ExportFormat.JSON_LINES.file()));
                Lines omitted = new Lines(folder.resolve(ExportManifest.OMITTED))) {
            Leaves leaves = new Leaves(manifest, events, omitted, reproduction, reader);
            boolean leads = manifest.proof().proves(leaves, checkpoint.root());
            leaves.forEachRemaining(leaf -> {}); // which event is the first bad one says more than that one is
            events.requireEnd();
            omitted.requireEnd();
            reproduction.requireSame(folder);
            return leads && checkpoint.size() == manifest.proof().treeSize();
        }
    }

    /** The hashes of the range in order, from lines that must fit together without a gap. */
    private static final class Leaves implements Iterator<HashValue> {

        private final Lines events;
        private final Lines omitted;
        private final Reproduction reproduction;
        private final Consumer<LoggedEvent> reader;
        private final long end;
        private long index;
        private @Nullable HashValue before;

        Leaves(
                ExportManifest manifest,
                Lines events,
                Lines omitted,
                Reproduction reproduction,
                Consumer<LoggedEvent> reader) {
            this.events = events;
            this.omitted = omitted;
            this.reproduction = reproduction;
            this.reader = reader;
            this.end = manifest.endExclusive();
            this.index = manifest.startInclusive();
        }

        @Override
        public boolean hasNext() {
            return index < end;
        }

        @Override
        public HashValue next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                HashValue leaf = leaf();
                before = leaf;
                index++;
                return leaf;
            } catch (IOException unreadable) {
                throw unreadable(unreadable);
            }
        }

        private HashValue leaf() throws IOException {
            LoggedEvent event = events.event(index);
            if (event == null) {
                HashValue leaf = omitted.leaf(index);
                reproduction.omit(index, leaf);
                return leaf;
            }
            // The root would not tell which event was changed; the chain does.
            if (before != null && !event.previous().equals(before)) {
                throw new ExportRejected(
                        "event " + (index - 1) + " is not the one that event " + index + " was appended to", index - 1);
            }
            reproduction.write(event);
            reader.accept(event);
            return event.leaf();
        }
    }

    /** Lines of a file, one ahead. */
    private static final class Lines implements AutoCloseable {

        private final BufferedReader in;
        private @Nullable String ahead;

        Lines(Path file) throws IOException {
            this.in = Files.newBufferedReader(file, UTF_8);
            this.ahead = in.readLine();
        }

        /** The event of a place, or null if the line ahead is of another. */
        @Nullable
        LoggedEvent event(long index) throws IOException {
            String end = JsonLinesWriter.MIDDLE + index + "}";
            String line = ahead;
            if (line == null || !line.startsWith(JsonLinesWriter.BEGINNING) || !line.endsWith(end)) {
                return null;
            }
            byte[] entry = line.substring(JsonLinesWriter.BEGINNING.length(), line.length() - end.length())
                    .getBytes(UTF_8);
            ahead = in.readLine();
            try {
                return EventCodec.decode(index, entry);
            } catch (BondTraderException none) {
                throw new ExportRejected("event " + index + " is not one: " + none.getMessage(), index);
            }
        }

        HashValue leaf(long index) throws IOException {
            String beginning = "{\"index\":" + index + ",\"leaf\":\"";
            String line = ahead;
            if (line == null || !line.startsWith(beginning) || !line.endsWith("\"}")) {
                throw new ExportRejected("event " + index + " is missing", index);
            }
            ahead = in.readLine();
            return HashValue.parse(line.substring(beginning.length(), line.length() - 2));
        }

        void requireEnd() {
            if (ahead != null) {
                throw new ExportRejected("there are more lines than events in the range");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Writes the files anew, into their hashes alone. */
    private static final class Reproduction implements AutoCloseable {

        private final ExportManifest manifest;
        private final Map<String, Counted> files = new java.util.TreeMap<>();
        private final List<EventWriter> writers = new ArrayList<>();
        private final Counted omitted = new Counted();

        Reproduction(ExportManifest manifest) throws IOException {
            this.manifest = manifest;
            files.put(ExportManifest.OMITTED, omitted);
            for (ExportFormat format : ExportFormat.values()) {
                if (manifest.files().containsKey(format.file())) {
                    Counted file = new Counted();
                    files.put(format.file(), file);
                    writers.add(AuditExport.writer(format, file));
                }
            }
        }

        void write(LoggedEvent event) throws IOException {
            for (EventWriter writer : writers) {
                writer.write(event);
            }
        }

        void omit(long index, HashValue leaf) throws IOException {
            omitted.write(AuditExport.omission(index, leaf));
        }

        void requireSame(Path folder) throws IOException {
            for (EventWriter writer : writers) {
                writer.close();
            }
            for (Map.Entry<String, Counted> file : files.entrySet()) {
                ExportManifest.FileDigest made = file.getValue().digest();
                ExportManifest.FileDigest found = Digests.of(folder.resolve(file.getKey()));
                if (!made.equals(found) || !made.equals(manifest.files().get(file.getKey()))) {
                    throw new ExportRejected(file.getKey() + " is not what the events and the manifest say");
                }
            }
        }

        @Override
        public void close() {
            // Everything goes into hashes: there is nothing to release.
        }
    }

    /** A stream that is only hashed. */
    private static final class Counted extends DigestOutputStream {

        private long bytes;

        Counted() {
            super(OutputStream.nullOutputStream(), Digests.sha256());
        }

        @Override
        public void write(int value) throws IOException {
            bytes++;
            super.write(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            bytes += length;
            super.write(source, offset, length);
        }

        ExportManifest.FileDigest digest() {
            return new ExportManifest.FileDigest(
                    bytes, HexFormat.of().formatHex(getMessageDigest().digest()));
        }
    }
}
