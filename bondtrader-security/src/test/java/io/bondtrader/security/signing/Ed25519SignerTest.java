package io.bondtrader.security.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.contract.NoteSignerContract;
import io.bondtrader.testdata.Race;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** A key in memory is a signer, and closing it spoils no signature. */
final class Ed25519SignerTest extends NoteSignerContract {

    @Override
    protected NoteSigner newSigner() {
        return CheckpointTest.signer("example.com/audit", 7);
    }

    /** Half wiped, a key would still sign, and what it signs could tell of the other half. */
    @Test
    void whoeverSignsWhileItIsClosedGetsAWholeSignatureOrNone() {
        byte[] message = "order 17".getBytes(UTF_8);
        NoteVerifier verifier = newSigner().verifier();
        Race.rounds(
                8,
                300,
                round -> {
                    Ed25519Signer signer = CheckpointTest.signer("example.com/audit", 7);
                    return thread -> {
                        if (thread == 0) {
                            signer.close();
                            return true;
                        }
                        try {
                            return verifier.verifies(message, signer.sign(message));
                        } catch (IllegalStateException closed) {
                            return true;
                        }
                    };
                },
                (round, whole) -> assertThat(whole).isEqualTo(8));
    }

    /** Nobody can ask for the private key, so the test looks where it lies: what is closed holds it no longer. */
    @Test
    void aClosedSignerHoldsItsPrivateKeyNoLonger() throws ReflectiveOperationException {
        Ed25519Signer signer = CheckpointTest.signer("example.com/audit", 7);
        Field seed = Ed25519Signer.class.getDeclaredField("seed");
        seed.setAccessible(true);
        byte[] held = (byte[]) seed.get(signer);
        assertThat(held).isNotEqualTo(new byte[32]);

        signer.close();

        assertThat(held).isEqualTo(new byte[32]);
    }
}
