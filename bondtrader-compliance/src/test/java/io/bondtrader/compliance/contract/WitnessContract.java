package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.witness.Witness;
import io.bondtrader.compliance.audit.witness.WitnessAnswer;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.MerkleTree;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every witness keeps to. A test of an implementation extends this. */
public abstract class WitnessContract {

    /** The log that the witness knows. */
    protected static final String ORIGIN = "bondtrader.example/audit";

    private final Ed25519Signer log = signer(7);

    /**
     * Opens a witness that knows the log and has signed nothing yet.
     *
     * @param key the log's
     * @return the witness
     */
    protected abstract Witness open(NoteVerifier key);

    private static Ed25519Signer signer(int fill) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return Ed25519Signer.ofSeed(ORIGIN, seed);
    }

    private static MerkleTree tree(String kind, int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.append(HashValue.ofRecord((kind + i).getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }

    private static String note(MerkleTree tree, Ed25519Signer by) {
        return Checkpoint.of(ORIGIN, tree.size(), tree.root()).sign(List.of(by));
    }

    private static void assertSigned(Witness witness, String note, WitnessAnswer answer) {
        assertThat(answer).isInstanceOf(WitnessAnswer.Cosigned.class);
        String lines = ((WitnessAnswer.Cosigned) answer).lines();
        assertThat(TrustedKeys.of(witness.key()).open(note + lines).signers()).containsExactly(witness.key());
    }

    @Test
    void aLogThatOnlyGrowsIsSigned() {
        Witness witness = open(log.verifier());
        MerkleTree tree = tree("a", 20);
        String first = note(tree("a", 5), log);
        assertSigned(witness, first, witness.addCheckpoint(0, List.of(), first));
        String second = note(tree, log);
        assertSigned(
                witness,
                second,
                witness.addCheckpoint(5, tree.consistency(5, 20).path(), second));
        assertSigned(witness, second, witness.addCheckpoint(20, List.of(), second));
    }

    @Test
    void whoDoesNotKnowWhatWasSignedLastIsTold() {
        Witness witness = open(log.verifier());
        String first = note(tree("a", 5), log);
        assertThat(witness.addCheckpoint(3, List.of(), first)).isEqualTo(new WitnessAnswer.SignedOther(0));
        witness.addCheckpoint(0, List.of(), first);
        String second = note(tree("a", 9), log);
        assertThat(witness.addCheckpoint(0, List.of(), second)).isEqualTo(new WitnessAnswer.SignedOther(5));
        assertThat(witness.addCheckpoint(9, List.of(), second)).isEqualTo(new WitnessAnswer.SignedOther(5));
    }

    @Test
    void aSecondHistoryIsNotSigned() {
        Witness witness = open(log.verifier());
        String first = note(tree("a", 5), log);
        witness.addCheckpoint(0, List.of(), first);
        MerkleTree other = tree("b", 20);
        String second = note(other, log);
        List<HashValue> proof = other.consistency(5, 20).path();
        assertThat(witness.addCheckpoint(5, proof, second)).isInstanceOf(WitnessAnswer.Refused.class);
        String sameSize = note(tree("b", 5), log);
        assertThat(witness.addCheckpoint(5, List.of(), sameSize)).isInstanceOf(WitnessAnswer.Refused.class);
        String smaller = note(tree("a", 4), log);
        assertThat(witness.addCheckpoint(5, List.of(), smaller)).isInstanceOf(WitnessAnswer.Refused.class);
        MerkleTree true20 = tree("a", 20);
        String honest = note(true20, log);
        assertSigned(
                witness,
                honest,
                witness.addCheckpoint(5, true20.consistency(5, 20).path(), honest));
    }

    @Test
    void whatTheLogDidNotSignIsNotSigned() {
        Witness witness = open(log.verifier());
        assertThat(witness.addCheckpoint(0, List.of(), note(tree("a", 5), signer(8))))
                .isInstanceOf(WitnessAnswer.Refused.class);
        assertThat(witness.addCheckpoint(0, List.of(), "no note")).isInstanceOf(WitnessAnswer.Refused.class);
    }
}
