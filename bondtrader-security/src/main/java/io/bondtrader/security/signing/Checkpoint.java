package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.error.SignatureRejected;
import java.util.List;

/**
 * What a log states when it signs: its name, how many records it has, and the root over them. Immutable and safe for use
 * by any thread.
 *
 * <p>Source: C2SP tlog-checkpoint.
 *
 * @param origin the log's name, such as {@code example.com/audit}; at most 255 characters
 * @param size the number of records
 * @param root the root of the Merkle tree over them
 * @param extensions further lines, which nothing here reads; normally none
 */
public record Checkpoint(String origin, long size, HashValue root, List<String> extensions) {

    static final int LONGEST_LINE = 255;

    private static final int MOST_EXTENSIONS = 16;

    /**
     * States a log.
     *
     * @throws InvalidInput if the origin or an extension is empty, too long or has control characters, the size is
     *     negative, or an empty log has a root other than the hash of nothing
     */
    public Checkpoint {
        StrictText.line("origin", origin, LONGEST_LINE);
        InvalidInput.unless(size >= 0, "size", size, "0 or more");
        InvalidInput.unless(
                size > 0 || root.equals(HashValue.ofNothing()), "root of an empty log", root, "the hash of nothing");
        extensions = List.copyOf(extensions);
        InvalidInput.unless(
                extensions.size() <= MOST_EXTENSIONS,
                "number of extension lines",
                extensions.size(),
                "at most " + MOST_EXTENSIONS);
        extensions.forEach(line -> StrictText.line("extension line", line, LONGEST_LINE));
    }

    /**
     * States a log, without extensions.
     *
     * @param origin the log's name
     * @param size the number of records
     * @param root the root of the Merkle tree over them
     * @return the checkpoint, which nobody has signed
     * @throws InvalidInput as the constructor does
     */
    public static Checkpoint of(String origin, long size, HashValue root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /**
     * Verifies and reads a signed checkpoint.
     *
     * @param note the signed note
     * @param origin the name of the log that is meant: one key may sign for several
     * @param keys those that are trusted to sign for it
     * @return the checkpoint
     * @throws InvalidInput if it is no signed note, or its text no checkpoint
     * @throws SignatureRejected if too few trusted keys signed, one of their signatures does not verify, or it is of
     *     another log
     */
    public static Checkpoint open(String note, String origin, TrustedKeys keys) {
        Checkpoint checkpoint = parse(keys.open(note).text());
        if (!checkpoint.origin.equals(origin)) {
            throw new SignatureRejected("the checkpoint was signed for another log");
        }
        return checkpoint;
    }

    static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        // Three lines, and what follows the last newline: nothing.
        if (lines.size() < 4) {
            throw InvalidInput.unreadable("checkpoint", text, "an origin, a size and a root");
        }
        return new Checkpoint(
                lines.get(0), size(lines.get(1)), HashValue.parse(lines.get(2)), lines.subList(3, lines.size() - 1));
    }

    private static long size(String digits) {
        boolean decimal = !digits.isEmpty()
                && digits.length() <= 19
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        try {
            InvalidInput.unless(decimal, "size", digits, "a decimal number without leading zeros");
            return Long.parseLong(digits);
        } catch (NumberFormatException beyond) {
            throw InvalidInput.unreadable("size", digits, "at most 2^63 - 1");
        }
    }

    /** {@return the lines that are signed} */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.toBase64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Signs it. A log must not sign two checkpoints of which neither extends the other.
     *
     * @param signers the keys; during a rotation the old one and the new one
     * @return the signed note
     * @throws InvalidInput if there is no signer, or one twice
     * @throws SignatureRejected if a signer returned what does not verify
     */
    public String sign(List<NoteSigner> signers) {
        return SignedNote.sign(text(), signers);
    }

    /**
     * Requires that the log only grew since an earlier checkpoint: nothing was changed, dropped or rolled back.
     *
     * @param earlier a checkpoint of the same log, opened and so verified, of 1 record or more
     * @param proof of the growth from its size to this one's
     * @throws ProofRejected if it is of another log or later, or the proof does not lead to both roots
     */
    public void requireExtends(Checkpoint earlier, ConsistencyProof proof) {
        boolean fits = origin.equals(earlier.origin) && proof.fromSize() == earlier.size && proof.toSize() == size;
        if (!fits || !proof.proves(earlier.root, root)) {
            throw new ProofRejected("the log of " + size + " records is not proven to extend that of " + earlier.size);
        }
    }
}
