package io.bondtrader.compliance.audit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that an event stands in a log, as one text that anybody verifies offline with the log's public key: {@code
 * c2sp.org/tlog-proof@v1}, kept in files that end in {@code .tlog-proof}. Immutable.
 *
 * @param index the place of the event
 * @param path the hashes from beside the event's leaf up to the root's
 * @param note the checkpoint, verbatim, with all its signatures
 */
public record AuditReceipt(long index, List<HashValue> path, String note) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 63;

    /**
     * Takes a proof as it came.
     *
     * @throws InvalidInput if the index is negative, or there are more hashes than any tree needs
     */
    public AuditReceipt {
        InvalidInput.unless(index >= 0, "index", index, "0 or more");
        InvalidInput.unless(path.size() <= DEEPEST, "length of path", path.size(), "at most " + DEEPEST);
        path = List.copyOf(path);
        InvalidInput.unless(note.endsWith("\n"), "note", note, "ended by a newline");
    }

    /**
     * Makes the receipt of an event, under the newest checkpoint.
     *
     * @param trail the log
     * @param index the place of the event
     * @return the receipt
     * @throws InvalidInput if there is no such event
     */
    public static AuditReceipt of(AuditTrail trail, long index) {
        String note = trail.signedCheckpoint();
        String[] lines = note.split("\n", 3);
        return of(trail, index, Long.parseLong(lines[1]), note);
    }

    /**
     * Makes the receipt of an event under a checkpoint of one's choice, such as one with signatures of witnesses.
     *
     * @param trail the log
     * @param index the place of the event
     * @param size of the log at the checkpoint
     * @param note the checkpoint
     * @return the receipt
     * @throws InvalidInput if there is no such event or size
     */
    public static AuditReceipt of(AuditTrail trail, long index, long size, String note) {
        return new AuditReceipt(index, trail.inclusion(index, size).path(), note);
    }

    /**
     * Reads what {@link #text()} wrote. Extra data is passed over: nothing vouches for it.
     *
     * @param text a proof
     * @return the receipt
     * @throws InvalidInput if it is anything else
     */
    public static AuditReceipt parse(String text) {
        String rule = "a proof of " + HEADER;
        InvalidInput.unless(text.length() <= LONGEST, "length of proof", text.length(), "at most " + LONGEST);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw InvalidInput.unreadable("proof", text, rule);
        }
        List<String> lines = List.of(text.substring(0, end).split("\n", -1));
        int at = lines.size() > 1 && lines.get(1).startsWith("extra ") ? 2 : 1;
        boolean shaped = lines.get(0).equals(HEADER)
                && lines.size() > at
                && lines.get(at).matches("index (0|[1-9][0-9]{0,17})");
        if (!shaped) {
            throw InvalidInput.unreadable("proof", text, rule);
        }
        List<HashValue> path = new ArrayList<>();
        lines.subList(at + 1, lines.size()).forEach(line -> path.add(HashValue.parse(line)));
        long index = Long.parseLong(lines.get(at).substring("index ".length()));
        return new AuditReceipt(index, path, text.substring(end + 2));
    }

    /** {@return the proof as text} */
    public String text() {
        StringBuilder text =
                new StringBuilder(HEADER).append("\nindex ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.toBase64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /**
     * Requires that an event stands in the log at this place.
     *
     * @param entry the bytes of the event
     * @param origin the log's name
     * @param keys those that must have signed
     * @return the event
     * @throws InvalidInput if the entry is no event, or the note no checkpoint
     * @throws io.bondtrader.security.error.SignatureRejected if the checkpoint is not signed, or of another log
     * @throws io.bondtrader.security.error.ProofRejected if the event is not proven
     */
    public LoggedEvent require(byte[] entry, String origin, TrustedKeys keys) {
        Checkpoint checkpoint = Checkpoint.open(note, origin, keys);
        InclusionProof proof = new InclusionProof(index, checkpoint.size(), path);
        proof.require(HashValue.ofRecord(entry), checkpoint);
        return EventCodec.decode(index, entry);
    }
}
