package io.bondtrader.security.access.receipt;

import static io.bondtrader.security.access.AccessFixture.MIA;
import static io.bondtrader.security.access.AccessFixture.asks;
import static io.bondtrader.security.access.AccessFixture.content;
import static io.bondtrader.security.access.AccessFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.access.AccessFixture;
import io.bondtrader.security.access.Decision;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.BoundEvidence;
import io.bondtrader.security.error.ReceiptRejected;
import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.TrustedKeys;
import io.bondtrader.testdata.Canary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receipt proves one decision on one content, and nothing else. */
final class DecisionReceiptTest {

    private final AccessFixture desk = AccessFixture.desk();
    private final Ed25519Signer key = Ed25519Signer.ofSeed("desk/receipts", Canary.bytes("receipt-key", 32));
    private final ReceiptVerifier verifier = new ReceiptVerifier(TrustedKeys.of(key.verifier()));
    private final AccessRequest request = asks(MIA, Desk.ENTER_ORDER, order("1"))
            .about(content("1000000"))
            .provedBy(new BoundEvidence(
                    Factor.TIME_CODE,
                    AccessFixture.NOON.minusSeconds(5),
                    content("1000000").sha256()));
    private final Decision permit = desk.control.decide(request);
    private final SignedReceipt receipt = new ReceiptIssuer(key).issue(permit);

    @Test
    void aReceiptSaysWhatWasDecidedForWhomByWhichPolicyOnWhichProofs() {
        DecisionReceipt read = verifier.verifyPermit(receipt, content("1000000"));

        assertThat(read.outcome()).isEqualTo("permit");
        assertThat(read.requestDigest()).isEqualTo(request.digest());
        assertThat(read.contentDigest()).isEqualTo(content("1000000").sha256());
        assertThat(List.of(read.resource(), read.action(), read.object(), read.account(), read.person()))
                .containsExactly("order", "enter", "order/1", "mia", "mia");
        assertThat(read.policyVersion()).isEqualTo("v1");
        assertThat(read.policyDigest()).isEqualTo(desk.control.policy().digest());
        assertThat(read.rules()).containsExactly("trader");
        assertThat(read.decidedAt()).isEqualTo(AccessFixture.NOON);
        assertThat(read.proofs())
                .containsExactly(
                        new DecisionReceipt.Proof("PASSWORD", AccessFixture.NOON.minusSeconds(60), 60, ""),
                        new DecisionReceipt.Proof(
                                "TIME_CODE",
                                AccessFixture.NOON.minusSeconds(5),
                                5,
                                content("1000000").sha256()));
    }

    @Test
    void ofAServiceThatActedForAUserTheUserAnswers() {
        Decision decision = desk.control.decide(asks(AccessFixture.GATEWAY, Desk.ENTER_ORDER, order("9"))
                .onBehalfOf(MIA)
                .about(content("1")));

        DecisionReceipt read = verifier.verifyPermit(new ReceiptIssuer(key).issue(decision), content("1"));

        assertThat(List.of(read.account(), read.onBehalfOf(), read.person())).containsExactly("gateway", "mia", "mia");
    }

    @Test
    void statementAndSignaturesMayBeKeptApart() {
        SignedReceipt kept = new SignedReceipt(receipt.statement(), receipt.signatures());

        assertThat(verifier.verify(SignedReceipt.ofNote(kept.note()))).isEqualTo(verifier.verify(receipt));
        assertThat(receipt.statement()).startsWith("bondtrader decision receipt 1\n{");
    }

    @Test
    void aChangeOfAnyByteIsRefused() {
        byte[] note = receipt.note().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < note.length; at++) {
            for (int flip : new int[] {1, 0x20, 0x80}) {
                byte[] bad = note.clone();
                bad[at] ^= (byte) flip;
                String text = new String(bad, StandardCharsets.UTF_8);
                assertThatThrownBy(() -> verifier.verify(SignedReceipt.ofNote(text)))
                        .as("byte %d", at)
                        .isInstanceOf(BondTraderException.class);
            }
        }
    }

    @Test
    void anotherContentAnotherOutcomeOrAnotherKeyIsRefused() {
        assertThatThrownBy(() -> verifier.verifyPermit(receipt, content("9000000")))
                .isInstanceOf(ReceiptRejected.class)
                .hasMessageContaining("other content");
        SignedReceipt denial = new ReceiptIssuer(key)
                .issue(desk.control.decide(
                        asks(AccessFixture.EVE, Desk.ENTER_ORDER, order("2")).about(content("1000000"))));
        assertThat(verifier.verify(denial).outcome()).isEqualTo("deny");
        assertThatThrownBy(() -> verifier.verifyPermit(denial, content("1000000")))
                .isInstanceOf(ReceiptRejected.class);
        Ed25519Signer other = Ed25519Signer.ofSeed("desk/receipts", Canary.bytes("another-receipt-key", 32));
        assertThatThrownBy(() -> verifier.verify(new ReceiptIssuer(other).issue(permit)))
                .isInstanceOf(SignatureRejected.class);
    }

    @Test
    void whatTheKeySignedBesidesReceiptsIsNoReceipt() {
        String statement = receipt.statement();
        for (String text : List.of(
                "something else\n",
                statement.replace("receipt 1", "receipt 2"),
                statement.replace("{", "{ "),
                statement.replace("\"account\"", "\"extra\":\"\",\"account\""),
                statement.replace("\"account\":\"mia\",", ""),
                statement.replace("\"account\":\"mia\"", "\"account\":\"max\",\"account\":\"mia\""),
                statement.replace("\"ageSeconds\":60", "\"ageSeconds\":60.0"),
                statement.replace("2026-03-02T12:00:00Z", "noon"),
                statement.substring(0, statement.length() - 2) + "\n")) {
            assertThatThrownBy(() -> verifier.verify(SignedReceipt.ofNote(key.note(text))))
                    .isInstanceOf(ReceiptRejected.class);
        }
        assertThatThrownBy(() -> SignedReceipt.ofNote("no note")).isInstanceOf(BondTraderException.class);
    }

    @Test
    void everyPartOfARequestIsInItsDigest() {
        AccessRequest plain = asks(MIA, Desk.ENTER_ORDER, order("1"));

        assertThat(List.of(
                        plain.digest(),
                        plain.onBehalfOf(AccessFixture.MAX).digest(),
                        plain.about(content("1")).digest(),
                        plain.with(Desk.DV01, java.math.BigDecimal.ONE).digest(),
                        plain.from(io.bondtrader.security.network.IpAddress.parse("10.0.0.1"))
                                .digest(),
                        asks(MIA, Desk.AMEND_ORDER, order("1")).digest(),
                        asks(MIA, Desk.ENTER_ORDER, order("2")).digest(),
                        asks(MIA, Desk.ENTER_ORDER, order("1").atDesk("X")).digest(),
                        asks(AccessFixture.MAX, Desk.ENTER_ORDER, order("1")).digest()))
                .doesNotHaveDuplicates();
        assertThat(plain.with(Desk.DV01, new java.math.BigDecimal("1.50")).digest())
                .isEqualTo(
                        plain.with(Desk.DV01, new java.math.BigDecimal("1.5")).digest());
    }
}
