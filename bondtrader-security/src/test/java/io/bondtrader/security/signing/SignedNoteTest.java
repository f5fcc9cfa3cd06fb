package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.SignatureRejected;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes of other implementations verify here, and ours are theirs to the byte. */
final class SignedNoteTest {

    // golang.org/x/mod, sumdb/note: the example of the package's documentation.
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String GO_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String GO_LINE = "— PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    // Rust crate signed_note and others: a second public example.
    private static final String FOO_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String FOO_NOTE = "This is an example message.\n\n— example.com/foo"
            + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void notesOfOtherImplementationsOpen() {
        NoteVerifier go = NoteVerifier.parse(GO_KEY);

        OpenedNote opened = TrustedKeys.of(go).open(GO_TEXT + "\n" + GO_LINE);

        assertThat(opened.text()).isEqualTo(GO_TEXT);
        assertThat(opened.signers()).containsExactly(go);
        assertThat(TrustedKeys.of(NoteVerifier.parse(FOO_KEY)).open(FOO_NOTE).text())
                .isEqualTo("This is an example message.\n");
    }

    @Test
    void ourNoteIsTheirsToTheByte() {
        try (Ed25519Signer signer = goSigner()) {
            assertThat(signer.verifier().text()).isEqualTo(GO_KEY);
            assertThat(SignedNote.sign(GO_TEXT, List.of(signer))).isEqualTo(GO_TEXT + "\n" + GO_LINE);
        }
    }

    @Test
    void aNoteThatNoTrustedKeySignedDoesNotOpen() {
        assertThatThrownBy(() -> TrustedKeys.of(NoteVerifier.parse(GO_KEY)).open(FOO_NOTE))
                .isInstanceOf(SignatureRejected.class)
                .hasMessageContaining("0 trusted keys signed the note, 1 must");
    }

    @Test
    void anyChangedCharacterOfTheTextIsRejected() {
        TrustedKeys keys = TrustedKeys.of(NoteVerifier.parse(GO_KEY));
        String note = GO_TEXT + "\n" + GO_LINE;
        for (int i = 0; i < GO_TEXT.length() - 1; i++) {
            char other = note.charAt(i) == 'x' ? 'y' : 'x';
            String changed = note.substring(0, i) + other + note.substring(i + 1);
            assertThatThrownBy(() -> keys.open(changed)).isInstanceOf(SignatureRejected.class);
        }
    }

    @Test
    void anyChangedCharacterOfTheSignatureIsRefused() {
        TrustedKeys keys = TrustedKeys.of(NoteVerifier.parse(GO_KEY));
        String note = GO_TEXT + "\n" + GO_LINE;
        for (int i = GO_TEXT.length() + 1; i < note.length(); i++) {
            char other = note.charAt(i) == 'A' ? 'B' : 'A';
            String changed = note.substring(0, i) + other + note.substring(i + 1);
            assertThatThrownBy(() -> keys.open(changed)).isInstanceOfAny(SignatureRejected.class, InvalidInput.class);
        }
    }

    @Test
    void anyPartOrChangeOfAVerifierKeyIsRefused() {
        for (int i = 0; i < GO_KEY.length(); i++) {
            String cut = GO_KEY.substring(0, i);
            String changed = cut + (char) (GO_KEY.charAt(i) + 1) + GO_KEY.substring(i + 1);
            assertThatThrownBy(() -> NoteVerifier.parse(cut)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> NoteVerifier.parse(changed)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> NoteVerifier.parse("a".repeat(257))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatIsNoNoteIsRefused() {
        for (String bad : List.of(
                "",
                "\n",
                "text\n",
                "text\n\n",
                "\n\n" + GO_LINE,
                GO_TEXT + GO_LINE,
                GO_TEXT + "\n" + GO_LINE.trim(),
                GO_TEXT + "\n" + GO_LINE + "\n",
                GO_TEXT + "\n-- " + GO_LINE.substring(2),
                GO_TEXT + "\n" + GO_LINE.replace("PeterNeumann", "Peter+Neumann"),
                GO_TEXT + "\n" + GO_LINE.replace("PeterNeumann ", " "),
                GO_TEXT + "\n" + GO_LINE.replace("PeterNeumann", "Peter\u00a0Neumann"),
                GO_TEXT + "\n— PeterNeumann x08gow==\n",
                GO_TEXT + "\n— PeterNeumann\n",
                GO_TEXT.replace(",", "\r") + "\n" + GO_LINE)) {
            assertThatThrownBy(() -> TrustedKeys.of(NoteVerifier.parse(GO_KEY)).open(bad))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void whatCannotBeANoteIsNotSigned() {
        try (Ed25519Signer signer = goSigner()) {
            assertThatThrownBy(() -> SignedNote.sign("no newline", List.of(signer)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> SignedNote.sign("text\n", List.of())).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> SignedNote.sign("text\n", List.of(signer, signer)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("named once");
        }
    }

    static Ed25519Signer goSigner() {
        byte[] typed = Base64.getDecoder().decode(GO_SECRET);
        return Ed25519Signer.ofSeed("PeterNeumann", Arrays.copyOfRange(typed, 1, 33));
    }
}
