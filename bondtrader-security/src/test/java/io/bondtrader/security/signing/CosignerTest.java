package io.bondtrader.security.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.NoteSignerContract;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.testdata.Attack;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A witness signs a log that only grew, with the time, and its signature passes for nothing else. */
final class CosignerTest extends NoteSignerContract {

    private static final String ORIGIN = "example.com/behind-the-sofa";
    private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);
    private static final Ed25519Signer LOG = CheckpointTest.signer(ORIGIN, 1);
    private static final Ed25519Signer WITNESS_KEY = CheckpointTest.signer("witness.example.com/w1", 2);
    private static final Cosigner WITNESS = Cosigner.of(WITNESS_KEY, () -> TIME);
    private static final TrustedKeys LOG_KEYS = TrustedKeys.of(LOG.verifier());
    private static final TrustedKeys BOTH =
            TrustedKeys.of(LOG.verifier(), WITNESS.verifier()).requiring(2);
    private static final MerkleTree TREE = MerkleLawsTest.tree(20);
    private static final Checkpoint AT_12 = Checkpoint.of(ORIGIN, 12, TREE.root(12));
    private static final Checkpoint AT_20 = Checkpoint.of(ORIGIN, 20, TREE.root());

    @Override
    protected NoteSigner newSigner() {
        return WITNESS;
    }

    /** C2SP tlog-cosignature: the key's id, the time before the signature, the two lines before the text. */
    @Test
    void theLayoutIsThatOfTheFormat() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update("witness.example.com/w1\n".getBytes(UTF_8));
        sha.update((byte) 4);
        byte[] id = Arrays.copyOf(sha.digest(WITNESS_KEY.verifier().publicKey()), 4);
        byte[] cosignature = WITNESS.sign(AT_20.text().getBytes(UTF_8));
        String signed = "cosignature/v1\ntime 1679315147\n" + AT_20.text();

        assertThat(WITNESS.verifier().keyId()).isEqualTo(HexFormat.of().formatHex(id));
        assertThat(cosignature).hasSize(72);
        assertThat(ByteBuffer.wrap(cosignature).getLong()).isEqualTo(1_679_315_147L);
        // The format's own example was signed at that second: four bytes of its key's id, then the time.
        byte[] example = Base64.getDecoder().decode("jWbPPwAAAABkGFDL");
        assertThat(ByteBuffer.wrap(example, 4, 8).getLong()).isEqualTo(1_679_315_147L);
        assertThat(WITNESS_KEY.verifier().verifies(signed.getBytes(UTF_8), Arrays.copyOfRange(cosignature, 8, 72)))
                .isTrue();
        assertThat(NoteVerifier.parse(WITNESS.verifier().text())).isEqualTo(WITNESS.verifier());
        assertThat(WITNESS)
                .hasToString("Cosigner[witness.example.com/w1+" + HexFormat.of().formatHex(id) + "]");
    }

    @Test
    void aWitnessedCheckpointOpensAndSaysWhen() {
        String first = WITNESS.cosignFirst(AT_12.sign(List.of(LOG)), LOG_KEYS, ORIGIN);
        String note = WITNESS.cosign(AT_20.sign(List.of(LOG)), LOG_KEYS, AT_12, TREE.consistency(12, 20));

        assertThat(Checkpoint.open(first, ORIGIN, BOTH)).isEqualTo(AT_12);
        assertThat(Checkpoint.open(note, ORIGIN, BOTH)).isEqualTo(AT_20);
        assertThat(BOTH.open(note).signers()).containsExactly(LOG.verifier(), WITNESS.verifier());
        assertThat(BOTH.open(note).cosignedAt())
                .containsOnlyKeys(WITNESS.verifier())
                .containsValue(TIME);
        assertThat(LOG_KEYS.open(note).cosignedAt()).isEmpty();
    }

    @Test
    @Attack("A12")
    void a12AWitnessSignsNoLogThatWasRewrittenNorAnother() {
        MerkleTree other = MerkleLawsTest.tree(3);
        for (int i = 3; i < 20; i++) {
            other.append(MerkleLawsTest.leaf(i + 1));
        }
        String rewritten = Checkpoint.of(ORIGIN, 20, other.root()).sign(List.of(LOG));
        String foreign = Checkpoint.of("example.com/other", 20, TREE.root()).sign(List.of(LOG));
        String unsigned = AT_20.sign(List.of(WITNESS_KEY));
        ConsistencyProof growth = TREE.consistency(12, 20);

        assertThatThrownBy(() -> WITNESS.cosign(rewritten, LOG_KEYS, AT_12, growth))
                .isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() -> WITNESS.cosign(rewritten, LOG_KEYS, AT_12, other.consistency(12, 20)))
                .isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() -> WITNESS.cosign(foreign, LOG_KEYS, AT_12, growth))
                .isInstanceOf(SignatureRejected.class);
        assertThatThrownBy(() -> WITNESS.cosign(unsigned, LOG_KEYS, AT_12, growth))
                .isInstanceOf(SignatureRejected.class);
        assertThatThrownBy(() -> WITNESS.cosignFirst(unsigned, LOG_KEYS, ORIGIN))
                .isInstanceOf(SignatureRejected.class);
        assertThatThrownBy(() -> WITNESS.cosign(AT_12.sign(List.of(LOG)), LOG_KEYS, AT_20, growth))
                .isInstanceOf(ProofRejected.class);
    }

    @Test
    @Attack("A07")
    void a07OneWitnessSignsANoteOnce() {
        String note = WITNESS.cosignFirst(AT_12.sign(List.of(LOG)), LOG_KEYS, ORIGIN);

        assertThatThrownBy(() -> WITNESS.cosignFirst(note, LOG_KEYS, ORIGIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not signed yet");
    }

    @Test
    @Attack("A09")
    void a09AnotherTimeOrAnotherLengthIsRejected() {
        byte[] text = AT_20.text().getBytes(UTF_8);
        byte[] cosignature = WITNESS.sign(text);
        byte[] beyond = Cosignature.of(Long.MAX_VALUE, Arrays.copyOfRange(cosignature, 8, 72));
        byte[] before = Cosignature.of(-1, WITNESS_KEY.sign(Cosignature.message(-1, text)));
        byte[] late = Cosignature.of(Long.MAX_VALUE, WITNESS_KEY.sign(Cosignature.message(Long.MAX_VALUE, text)));

        for (byte[] bad : List.of(
                new byte[0],
                new byte[8],
                Arrays.copyOf(cosignature, 64),
                Arrays.copyOf(cosignature, 71),
                Arrays.copyOf(cosignature, 73),
                beyond,
                before,
                late)) {
            assertThat(WITNESS.verifier().verifies(text, bad)).isFalse();
        }
        assertThatThrownBy(() -> Cosigner.of(WITNESS_KEY, () -> Instant.ofEpochSecond(-1))
                        .sign(text))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A02")
    void a02ANoteDoesNotPassAsAWitnessesSignatureNorTheOtherWayRound() {
        String text = "cosignature/v1\ntime 1679315147\n" + AT_20.text();

        assertThatThrownBy(() -> WITNESS_KEY.note(text)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> Checkpoint.of("cosignature/v1", 20, TREE.root()).sign(List.of(WITNESS_KEY)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> WITNESS.note("pay 100\n")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Cosigner.of(WITNESS, () -> TIME)).isInstanceOf(InvalidInput.class);
        assertThat(WITNESS.verifier()).isNotEqualTo(WITNESS_KEY.verifier());
        assertThat(WITNESS.verifier().keyId())
                .isNotEqualTo(WITNESS_KEY.verifier().keyId());
        String note = AT_20.sign(List.of(WITNESS_KEY));
        assertThatThrownBy(() -> TrustedKeys.of(WITNESS.verifier()).open(note)).isInstanceOf(SignatureRejected.class);
    }

    @Test
    @Attack("A43")
    void a43OneKeyAsLogAndAsWitnessDoesNotCountAsTwo() {
        assertThatThrownBy(() -> TrustedKeys.of(WITNESS_KEY.verifier(), WITNESS.verifier()))
                .isInstanceOf(InvalidInput.class);
    }
}
