package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteSigner;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import io.bondtrader.testdata.Race;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every signer of notes does. */
public abstract class NoteSignerContract {

    private static final Checkpoint CHECKPOINT =
            Checkpoint.of("example.com/audit", 7, HashValue.ofRecord("seven".getBytes(StandardCharsets.UTF_8)));

    /** Returns a signer that can reach its key. */
    protected abstract NoteSigner newSigner();

    @Test
    public void thePublicSideIsAlwaysTheSame() {
        NoteSigner signer = newSigner();
        NoteVerifier before = signer.verifier();
        signer.sign(text(CHECKPOINT));

        assertThat(signer.verifier()).isEqualTo(before);
        assertThat(NoteVerifier.parse(before.text())).isEqualTo(before);
    }

    @Test
    public void whatItSignedVerifiesAndNothingElseDoes() {
        NoteSigner signer = newSigner();
        byte[] signature = signer.sign(text(CHECKPOINT));
        byte[] other = text(Checkpoint.of("example.com/audit", 8, CHECKPOINT.root()));

        assertThat(signer.verifier().verifies(text(CHECKPOINT), signature)).isTrue();
        assertThat(signer.verifier().verifies(other, signature)).isFalse();
        for (int i = 0; i < signature.length; i++) {
            signature[i] ^= 1;
            assertThat(signer.verifier().verifies(text(CHECKPOINT), signature)).isFalse();
            signature[i] ^= 1;
        }
    }

    @Test
    public void theMessageStaysAsItWas() {
        byte[] message = text(CHECKPOINT);
        newSigner().sign(message);

        assertThat(message).isEqualTo(text(CHECKPOINT));
    }

    @Test
    public void itsNotesOpen() {
        NoteSigner signer = newSigner();
        TrustedKeys keys = TrustedKeys.of(signer.verifier());

        assertThat(Checkpoint.open(CHECKPOINT.sign(List.of(signer)), "example.com/audit", keys))
                .isEqualTo(CHECKPOINT);
    }

    @Test
    public void manyThreadsSignEachTheirOwn() {
        NoteSigner signer = newSigner();
        Race.rounds(
                16,
                20,
                round -> thread -> {
                    byte[] message = text(Checkpoint.of("example.com/audit", 1 + round, CHECKPOINT.root()));
                    return signer.verifier().verifies(message, signer.sign(message));
                },
                (round, verified) -> assertThat(verified).isEqualTo(16));
    }

    private static byte[] text(Checkpoint checkpoint) {
        return checkpoint.text().getBytes(StandardCharsets.UTF_8);
    }
}
