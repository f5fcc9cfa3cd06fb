package io.bondtrader.compliance.retention;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.RangeProof;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A range of the log that was archived. Immutable.
 *
 * @param origin the log's name
 * @param startInclusive the first event
 * @param endExclusive the one after the last
 * @param parts its files by kind of record: what lives differently long lies apart
 * @param leavesSha256 the hash of the file that holds the hashes of all events of the range
 * @param proof leads from them to the checkpoint
 * @param signedCheckpoint the checkpoint as a signed note
 */
public record ArchiveBundle(
        String origin,
        long startInclusive,
        long endExclusive,
        Map<RecordClass, Part> parts,
        String leavesSha256,
        RangeProof proof,
        String signedCheckpoint) {

    static final String FORMAT = "bondtrader-audit-archive/1";

    /**
     * One file of events of one kind.
     *
     * @param events how many
     * @param oldest the day of the oldest
     * @param newest the day of the newest
     * @param bytes the file's length
     * @param sha256 the file's hash
     */
    public record Part(long events, LocalDate oldest, LocalDate newest, long bytes, String sha256) {}

    /** Copies the parts. */
    public ArchiveBundle {
        InvalidInput.unless(
                startInclusive < endExclusive, "range", startInclusive + " to " + endExclusive, "not empty");
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    boolean holds(long index) {
        return index >= startInclusive && index < endExclusive;
    }

    /** {@return its name: the range, sorting by it} */
    public String name() {
        return "%012d-%012d".formatted(startInclusive, endExclusive);
    }

    /**
     * Looks a part up.
     *
     * @param recordClass of the part
     * @return the part, if the range has such events
     */
    public Optional<Part> part(RecordClass recordClass) {
        return Optional.ofNullable(parts.get(recordClass));
    }

    /** {@return the manifest as it is written: canonical JSON} */
    public CanonicalJson toJson() {
        Map<String, Object> files = new TreeMap<>();
        parts.forEach((recordClass, part) -> files.put(
                recordClass.name(),
                Map.of(
                        "events", part.events(),
                        "oldest", part.oldest(),
                        "newest", part.newest(),
                        "bytes", part.bytes(),
                        "sha256", part.sha256())));
        List<String> outside =
                proof.outside().stream().map(hash -> hash.toBase64()).toList();
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("origin", origin);
        members.put("start", startInclusive);
        members.put("end", endExclusive);
        members.put("parts", files);
        members.put("leaves", leavesSha256);
        members.put("treeSize", proof.treeSize());
        members.put("proof", outside);
        members.put("checkpoint", signedCheckpoint);
        return CanonicalJson.of(members);
    }
}
