package io.bondtrader.compliance.audit.export;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.signing.RangeProof;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an export says of itself. Immutable.
 *
 * @param origin the log's name
 * @param startInclusive the first event of the range
 * @param endExclusive the one after the last
 * @param query which events of the range were asked for, as text of canonical JSON; {@code {}} for all
 * @param events how many are in it
 * @param omitted how many of the range are not, each with its hash in {@code omitted.jsonl}
 * @param files each file's length in bytes and its SHA-256
 * @param proof leads from the hashes of the whole range to the checkpoint
 * @param signedCheckpoint the checkpoint as a signed note
 */
public record ExportManifest(
        String origin,
        long startInclusive,
        long endExclusive,
        String query,
        long events,
        long omitted,
        SortedMap<String, FileDigest> files,
        RangeProof proof,
        String signedCheckpoint) {

    static final String FILE = "manifest.json";
    static final String OMITTED = "omitted.jsonl";
    static final String FORMAT = "bondtrader-audit-export/1";

    /**
     * A file's length and hash.
     *
     * @param bytes its length
     * @param sha256 in 64 lower-case hexadecimal digits
     */
    public record FileDigest(long bytes, String sha256) {}

    /** Copies the files. */
    public ExportManifest {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** {@return the manifest as it is written: canonical JSON} */
    public CanonicalJson toJson() {
        Map<String, Object> digests = new TreeMap<>();
        files.forEach((name, digest) -> digests.put(name, Map.of("bytes", digest.bytes(), "sha256", digest.sha256())));
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("origin", origin);
        members.put("start", startInclusive);
        members.put("end", endExclusive);
        members.put("treeSize", proof.treeSize());
        members.put("query", query);
        members.put("events", events);
        members.put("omitted", omitted);
        members.put("files", digests);
        List<String> outside =
                proof.outside().stream().map(hash -> hash.toBase64()).toList();
        members.put("proof", outside);
        members.put("checkpoint", signedCheckpoint);
        return CanonicalJson.of(members);
    }
}
