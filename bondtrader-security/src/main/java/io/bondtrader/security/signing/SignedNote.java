package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.SignatureRejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A note taken apart: text, and signatures that nobody has verified. It does not leave the package; {@link TrustedKeys}
 * gives out the text of a note that verifies.
 *
 * <p>Source: C2SP signed-note. Stricter: a key signs once, and sizes are bounded.
 *
 * @param text with its final newline
 * @param signatures in the note's order
 */
record SignedNote(String text, List<Signature> signatures) {

    /** Sixteen signatures of 5 kB, which the format asks for, and a text of 48 kB. */
    static final int LONGEST = 131_072;

    static final int MOST_SIGNATURES = 32;

    private static final String DASH = "— ";

    private static final int ID_BYTES = 4;

    /**
     * A signature line.
     *
     * @param name of the key
     * @param keyId as 8 hexadecimal digits
     * @param encoded the line's Base64: id and signature
     */
    record Signature(String name, String keyId, String encoded) {

        boolean isOf(NoteVerifier verifier) {
            return name.equals(verifier.name()) && keyId.equals(verifier.keyId());
        }

        byte[] bytes() {
            byte[] all = StrictText.base64("signature", encoded);
            return Arrays.copyOfRange(all, ID_BYTES, all.length);
        }
    }

    static String sign(String text, List<NoteSigner> signers) {
        requireText(text);
        InvalidInput.unless(
                !signers.isEmpty() && signers.size() <= MOST_SIGNATURES,
                "number of signers",
                signers.size(),
                "1 to " + MOST_SIGNATURES);
        byte[] message = StrictText.utf8("text", text);
        StringBuilder note = new StringBuilder(text).append('\n');
        Set<NoteVerifier> signed = new HashSet<>();
        for (NoteSigner signer : signers) {
            NoteVerifier verifier = signer.verifier();
            InvalidInput.unless(signed.add(verifier), "signer", verifier.name(), "named once");
            note.append(line(signer, message));
        }
        return note.toString();
    }

    /** Adds a signature to a note that has others, which nothing here verifies. */
    static String append(String note, NoteSigner signer) {
        SignedNote parsed = parse(note);
        NoteVerifier verifier = signer.verifier();
        InvalidInput.unless(
                parsed.signatures().stream().noneMatch(signature -> signature.isOf(verifier)),
                "signer",
                verifier.name(),
                "one that has not signed yet");
        String longer = note + line(signer, StrictText.utf8("text", parsed.text()));
        parse(longer);
        return longer;
    }

    private static String line(NoteSigner signer, byte[] message) {
        NoteVerifier verifier = signer.verifier();
        byte[] signature = signer.sign(message.clone());
        if (!verifier.verifies(message, signature)) {
            throw new SignatureRejected("what " + verifier + " signed does not verify");
        }
        byte[] line = Arrays.copyOf(HexFormat.of().parseHex(verifier.keyId()), ID_BYTES + signature.length);
        System.arraycopy(signature, 0, line, ID_BYTES, signature.length);
        return DASH + verifier.name() + ' ' + StrictText.toBase64(line) + '\n';
    }

    static SignedNote parse(String note) {
        InvalidInput.unless(note.length() <= LONGEST, "length of note", note.length(), "at most " + LONGEST);
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw InvalidInput.unreadable("note", note, "a text, an empty line and signature lines");
        }
        String text = note.substring(0, split + 1);
        requireText(text);
        List<Signature> signatures = new ArrayList<>();
        int start = split + 2;
        while (start < note.length()) {
            InvalidInput.unless(
                    signatures.size() < MOST_SIGNATURES, "number of signatures", "more", "at most " + MOST_SIGNATURES);
            int end = note.indexOf('\n', start);
            signatures.add(signature(note.substring(start, end)));
            start = end + 1;
        }
        InvalidInput.unless(!signatures.isEmpty(), "number of signatures", 0, "1 or more");
        return new SignedNote(text, List.copyOf(signatures));
    }

    private static Signature signature(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw InvalidInput.unreadable("signature line", line, "a dash, a key name and Base64");
        }
        String name = StrictText.line("key name", line.substring(DASH.length(), space), Checkpoint.LONGEST_LINE);
        boolean plain = name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || isSpace(c));
        InvalidInput.unless(plain, "key name", name, "free of spaces and plus");
        String encoded = line.substring(space + 1);
        byte[] bytes = StrictText.base64("signature", encoded);
        InvalidInput.unless(bytes.length > ID_BYTES, "length of signature", bytes.length, "more than its key's id");
        return new Signature(name, HexFormat.of().formatHex(bytes, 0, ID_BYTES), encoded);
    }

    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character);
    }

    private static void requireText(String text) {
        InvalidInput.unless(text.length() > 1 && text.endsWith("\n"), "text", text, "one or more whole lines");
        InvalidInput.unless(text.length() <= LONGEST / 2, "length of text", text.length(), "at most " + LONGEST / 2);
        InvalidInput.unless(
                text.codePoints().allMatch(c -> c == '\n' || c >= ' '), "text", text, "free of control characters");
        // Signed as a note, such a text would be a witness's signature at a time of somebody else's choice.
        InvalidInput.unless(
                !text.startsWith(Cosignature.HEADER), "text", text, "without the first line of a cosignature");
    }
}
