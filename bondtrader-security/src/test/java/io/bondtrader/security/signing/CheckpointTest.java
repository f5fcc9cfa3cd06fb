package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.error.SignatureRejected;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckpointTest {

    private static final String ORIGIN = "example.com/audit";
    private static final Ed25519Signer KEY = signer(ORIGIN, 1);
    private static final Ed25519Signer NEXT = signer(ORIGIN, 2);
    private static final Ed25519Signer WITNESS = signer("example.com/witness", 3);
    private static final MerkleTree TREE = MerkleLawsTest.tree(20);
    private static final Checkpoint AT_12 = Checkpoint.of(ORIGIN, 12, TREE.root(12));
    private static final Checkpoint AT_20 = Checkpoint.of(ORIGIN, 20, TREE.root());

    @Test
    void whatWasSignedIsWhatIsRead() {
        Checkpoint extended = new Checkpoint(ORIGIN, 20, TREE.root(), List.of("desk rates"));
        Checkpoint empty = Checkpoint.of(ORIGIN, 0, new MerkleTree().root());

        for (Checkpoint checkpoint : List.of(AT_12, AT_20, extended, empty)) {
            String note = checkpoint.sign(List.of(KEY));
            assertThat(Checkpoint.open(note, ORIGIN, TrustedKeys.of(KEY.verifier())))
                    .isEqualTo(checkpoint);
        }
    }

    @Test
    void theTextIsThatOfTheFormat() {
        assertThat(AT_12.text())
                .isEqualTo("example.com/audit\n12\n" + TREE.root(12).toBase64() + "\n");
    }

    @Test
    void duringARotationOldAndNewVerifiersBothOpen() {
        String note = AT_20.sign(List.of(KEY, NEXT));

        assertThat(Checkpoint.open(note, ORIGIN, TrustedKeys.of(KEY.verifier())))
                .isEqualTo(AT_20);
        assertThat(Checkpoint.open(note, ORIGIN, TrustedKeys.of(NEXT.verifier())))
                .isEqualTo(AT_20);
        assertThat(Checkpoint.open(note, ORIGIN, TrustedKeys.of(KEY.verifier(), NEXT.verifier())))
                .isEqualTo(AT_20);
    }

    @Test
    void afterARotationTheOldKeyAloneDoesNotOpen() {
        String note = AT_20.sign(List.of(KEY));

        assertThatThrownBy(() -> Checkpoint.open(note, ORIGIN, TrustedKeys.of(NEXT.verifier())))
                .isInstanceOf(SignatureRejected.class);
    }

    @Test
    void aWitnessCanBeRequired() {
        TrustedKeys both = TrustedKeys.of(KEY.verifier(), WITNESS.verifier()).requiring(2);

        assertThat(Checkpoint.open(AT_20.sign(List.of(KEY, WITNESS)), ORIGIN, both))
                .isEqualTo(AT_20);
        assertThatThrownBy(() -> Checkpoint.open(AT_20.sign(List.of(KEY)), ORIGIN, both))
                .isInstanceOf(SignatureRejected.class)
                .hasMessageContaining("1 trusted keys signed the note, 2 must");
        assertThat(both.toString()).startsWith("TrustedKeys[2 of [NoteVerifier[example.com/audit+");
        assertThatThrownBy(() -> both.requiring(3)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> both.requiring(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(TrustedKeys::of).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLogThatGrewExtendsItsEarlierCheckpoint() {
        AT_20.requireExtends(AT_12, TREE.consistency(12, 20));
        AT_20.requireExtends(AT_20, TREE.consistency(20, 20));
    }

    @Test
    void aRewrittenForkedOrShrunkLogDoesNotExtend() {
        MerkleTree other = new MerkleTree();
        for (int i = 0; i < 20; i++) {
            other.append(MerkleLawsTest.leaf(i == 3 ? 99 : i));
        }
        Checkpoint forked = Checkpoint.of(ORIGIN, 20, other.root());
        Checkpoint foreign = Checkpoint.of("example.com/other", 20, TREE.root());

        rejected(forked, AT_12, other.consistency(12, 20));
        rejected(forked, AT_12, TREE.consistency(12, 20));
        rejected(forked, AT_20, TREE.consistency(20, 20));
        rejected(AT_12, AT_20, TREE.consistency(12, 20));
        rejected(AT_20, AT_12, TREE.consistency(11, 20));
        rejected(foreign, AT_12, TREE.consistency(12, 20));
    }

    @Test
    void recordsAreProvenAgainstACheckpointOfTheProofsSize() {
        HashValue third = MerkleLawsTest.leaf(3);
        List<HashValue> two = List.of(third, MerkleLawsTest.leaf(4));

        TREE.inclusion(3, 20).require(third, AT_20);
        TREE.range(3, 5, 12).require(two, AT_12);

        assertThatThrownBy(() -> TREE.inclusion(3, 20).require(third, AT_12))
                .isInstanceOf(ProofRejected.class)
                .hasMessageContaining("record 3 is not proven to be in the log of 12 records");
        assertThatThrownBy(() -> TREE.inclusion(4, 20).require(third, AT_20)).isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() -> TREE.range(3, 5, 12).require(two, AT_20)).isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() -> TREE.range(4, 6, 12).require(two, AT_12))
                .isInstanceOf(ProofRejected.class)
                .hasMessageContaining("records 4 to 5");
    }

    @Test
    void aSignedTextThatIsNoCheckpointIsRefused() {
        String root = TREE.root().toBase64();
        for (String bad : List.of(
                "example.com/audit\n20\n",
                "example.com/audit\n\n" + root + "\n",
                "example.com/audit\n020\n" + root + "\n",
                "example.com/audit\n+20\n" + root + "\n",
                "example.com/audit\n-1\n" + root + "\n",
                "example.com/audit\n٢٠\n" + root + "\n",
                "example.com/audit\n9223372036854775808\n" + root + "\n",
                "example.com/audit\n99999999999999999999\n" + root + "\n",
                "example.com/audit\n0\n" + root + "\n",
                "example.com/audit\n20\n" + root + "\n\n",
                "example.com/audit\n20\n" + root + "\n" + "x\n".repeat(17),
                "example.com/audit\n20\n" + root + " \n",
                "\n20\n" + root + "\n")) {
            String note = SignedNote.sign(bad, List.of(KEY));
            assertThatThrownBy(() -> Checkpoint.open(note, ORIGIN, TrustedKeys.of(KEY.verifier())))
                    .as(bad)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> Checkpoint.of(ORIGIN, -1, TREE.root())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Checkpoint(ORIGIN, 1, TREE.root(), Collections.nCopies(17, "x")))
                .isInstanceOf(InvalidInput.class);
    }

    private static void rejected(Checkpoint later, Checkpoint earlier, ConsistencyProof proof) {
        assertThatThrownBy(() -> later.requireExtends(earlier, proof)).isInstanceOf(ProofRejected.class);
    }

    static Ed25519Signer signer(String name, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return Ed25519Signer.ofSeed(name, seed);
    }
}
