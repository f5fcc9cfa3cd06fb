package io.bondtrader.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt proves one event to whoever has the log's key. */
final class AuditReceiptTest {

    private static final TrustedKeys KEYS = TrustedKeys.of(Samples.signer().verifier());

    private final InMemoryAuditLog log = InMemoryAuditLog.of(Samples.ORIGIN, Samples.signer());

    @Test
    void aReceiptIsReadAsItWasWrittenAndProvesItsEvent() {
        log.append(Samples.orders(Samples.ids(), 0, 37)).join();
        for (int index = 0; index < 37; index++) {
            AuditReceipt receipt =
                    AuditReceipt.parse(AuditReceipt.of(log, index).text());
            assertThat(receipt).isEqualTo(AuditReceipt.of(log, index));
            assertThat(receipt.require(log.entry(index), Samples.ORIGIN, KEYS)
                            .record()
                            .resource())
                    .isEqualTo("order-" + index);
        }
    }

    @Test
    void theTextHasTheFormOfTlogProof() {
        log.append(Samples.orders(Samples.ids(), 0, 3)).join();
        AuditReceipt receipt = AuditReceipt.of(log, 2);
        assertThat(receipt.path()).hasSize(1);
        assertThat(receipt.text())
                .isEqualTo("c2sp.org/tlog-proof@v1\nindex 2\n"
                        + receipt.path().get(0).toBase64() + "\n\n" + log.signedCheckpoint());
        String extra = receipt.text().replace("@v1\n", "@v1\nextra AAAA\n");
        assertThat(AuditReceipt.parse(extra)).isEqualTo(receipt);
    }

    @Test
    void anotherEventPlaceKeyOrLogIsRejected() {
        log.append(Samples.orders(Samples.ids(), 0, 9)).join();
        AuditReceipt receipt = AuditReceipt.of(log, 4);
        assertThatThrownBy(() -> receipt.require(log.entry(5), Samples.ORIGIN, KEYS))
                .isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() ->
                        new AuditReceipt(5, receipt.path(), receipt.note()).require(log.entry(4), Samples.ORIGIN, KEYS))
                .isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() -> receipt.require(log.entry(4), "other.example/log", KEYS))
                .isInstanceOf(SignatureRejected.class);
        TrustedKeys others = TrustedKeys.of(Samples.signer(Samples.ORIGIN, 8).verifier());
        assertThatThrownBy(() -> receipt.require(log.entry(4), Samples.ORIGIN, others))
                .isInstanceOf(SignatureRejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 99999999999999999999\n\nnote\n",
                "c2sp.org/tlog-proof@v1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra AA\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\nnote",
            })
    void whatIsNoProofIsRefused(String text) {
        assertThatThrownBy(() -> AuditReceipt.parse(text)).isInstanceOf(BondTraderException.class);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> new AuditReceipt(-1, List.of(), "\n")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditReceipt.of(log, 0)).isInstanceOf(InvalidInput.class);
    }
}
