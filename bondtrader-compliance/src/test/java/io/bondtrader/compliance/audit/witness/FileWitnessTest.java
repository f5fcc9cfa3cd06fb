package io.bondtrader.compliance.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.InMemoryAuditLog;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.contract.WitnessContract;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Cosigner;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness in a folder keeps to the contract of all witnesses, and remembers. */
final class FileWitnessTest extends WitnessContract {

    @TempDir
    private Path temporary;

    private final List<FileWitness> opened = new ArrayList<>();
    private final Cosigner cosigner = Cosigner.of(Samples.signer("witness.example/w1", 20), Samples.CLOCK);

    @Override
    protected Witness open(NoteVerifier key) {
        FileWitness witness = FileWitness.open(temporary.resolve("witness"), cosigner, ORIGIN, TrustedKeys.of(key));
        opened.add(witness);
        return witness;
    }

    @AfterEach
    void close() {
        opened.forEach(FileWitness::close);
    }

    @Test
    void aWitnessThatIsOpenedAgainRemembersWhatItSigned() {
        InMemoryAuditLog log = InMemoryAuditLog.of(ORIGIN, Samples.signer());
        log.append(Samples.orders(Samples.ids(), 0, 9)).join();
        Witness witness = open(Samples.signer().verifier());
        witness.addCheckpoint(0, List.of(), log.signedCheckpoint());
        assertThatThrownBy(() -> open(Samples.signer().verifier())).isInstanceOf(LogUnavailable.class);
        close();
        assertThat(open(Samples.signer().verifier()).addCheckpoint(0, List.of(), log.signedCheckpoint()))
                .isEqualTo(new WitnessAnswer.SignedOther(9));
    }

    @Test
    void witnessesAreAskedAgainFromWhatTheySignedLastAndOnlyTrueSignaturesCount() {
        InMemoryAuditLog log = InMemoryAuditLog.of(ORIGIN, Samples.signer());
        log.append(Samples.orders(Samples.ids(), 0, 9)).join();
        Witness honest = open(Samples.signer().verifier());
        honest.addCheckpoint(0, List.of(), log.signedCheckpoint());
        log.append(Samples.orders(Samples.ids(), 9, 12)).join();
        NoteVerifier other = Cosigner.of(Samples.signer("witness.example/w2", 21), Samples.CLOCK)
                .verifier();
        Witness lying = new Witness() {
            @Override
            public NoteVerifier key() {
                return other;
            }

            @Override
            public WitnessAnswer addCheckpoint(long oldSize, List<HashValue> proof, String note) {
                return new WitnessAnswer.Cosigned("— witness.example/w2 AAAAAAAAAAAAAAAA\nnonsense\n");
            }
        };
        WitnessReport report =
                Witnesses.of(List.of(lying, honest), 2).cosign(log.checkpoint(), log.signedCheckpoint(), log);
        assertThat(report.cosigners()).containsExactly(honest.key());
        assertThat(report.refusals()).containsOnlyKeys(other.name() + "+" + other.keyId());
        assertThat(report.isEnough()).isFalse();
        assertThat(TrustedKeys.of(Samples.signer().verifier(), honest.key())
                        .requiring(2)
                        .open(report.note())
                        .text())
                .isEqualTo(log.checkpoint().text());
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> Witnesses.of(List.of(), 1)).isInstanceOf(InvalidInput.class);
    }
}
