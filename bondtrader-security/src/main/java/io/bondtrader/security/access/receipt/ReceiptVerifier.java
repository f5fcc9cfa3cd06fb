package io.bondtrader.security.access.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.error.ReceiptRejected;
import io.bondtrader.security.signing.TrustedKeys;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies receipts with nothing but public keys. A statement has one spelling: what does not read back to the very text
 * that was signed is refused, though its signature may verify.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class ReceiptVerifier {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(8).build())
            .build());

    private final TrustedKeys keys;

    /**
     * Trusts keys.
     *
     * @param keys the keys that sign receipts
     */
    public ReceiptVerifier(TrustedKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /**
     * Verifies a receipt.
     *
     * @param receipt the receipt
     * @return what it says
     * @throws io.bondtrader.security.error.SignatureRejected if no trusted key signed it as it is
     * @throws ReceiptRejected if a trusted key signed it, but it is no receipt
     * @throws io.bondtrader.core.error.InvalidInput if it is no signed note
     */
    public DecisionReceipt verify(SignedReceipt receipt) {
        String statement = keys.open(receipt.note()).text();
        if (!statement.startsWith(DecisionReceipt.HEADER)) {
            throw new ReceiptRejected("the signed note is no decision receipt");
        }
        DecisionReceipt read = read(statement.substring(DecisionReceipt.HEADER.length()));
        if (!read.statement().equals(statement)) {
            throw new ReceiptRejected("the receipt is not in its one spelling");
        }
        return read;
    }

    /**
     * Verifies that a receipt permits something with one content and no other.
     *
     * @param receipt the receipt
     * @param content the content, the order for example
     * @return what it says
     * @throws io.bondtrader.security.error.SignatureRejected if no trusted key signed it as it is
     * @throws ReceiptRejected if a trusted key signed it, but it is no receipt, no permit, or of other content
     * @throws io.bondtrader.core.error.InvalidInput if it is no signed note
     */
    public DecisionReceipt verifyPermit(SignedReceipt receipt, CanonicalJson content) {
        DecisionReceipt read = verify(receipt);
        if (!read.outcome().equals("permit")) {
            throw new ReceiptRejected("the receipt is of a decision to " + read.outcome());
        }
        if (!read.contentDigest().equals(content.sha256())) {
            throw new ReceiptRejected("the receipt is of other content");
        }
        return read;
    }

    private static DecisionReceipt read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<DecisionReceipt.Proof> proofs = new ArrayList<>();
            for (JsonNode proof : member(node, "proofs")) {
                proofs.add(new DecisionReceipt.Proof(
                        text(proof, "factor"),
                        Instant.parse(text(proof, "provedAt")),
                        member(proof, "ageSeconds").longValue(),
                        text(proof, "content")));
            }
            return new DecisionReceipt(
                    text(node, "outcome"),
                    text(node, "request"),
                    text(node, "content"),
                    text(node, "resource"),
                    text(node, "action"),
                    text(node, "object"),
                    text(node, "account"),
                    text(node, "person"),
                    text(node, "onBehalfOf"),
                    text(node, "policyVersion"),
                    text(node, "policyDigest"),
                    texts(node, "rules"),
                    texts(node, "obligations"),
                    text(node, "exception"),
                    proofs,
                    Instant.parse(text(node, "decidedAt")));
        } catch (JsonProcessingException | DateTimeException unreadable) {
            throw new ReceiptRejected("the receipt cannot be read");
        }
    }

    private static JsonNode member(JsonNode node, String name) {
        @Nullable JsonNode member = node.get(name);
        if (member == null) {
            throw new ReceiptRejected("the receipt lacks " + name);
        }
        return member;
    }

    private static String text(JsonNode node, String name) {
        return member(node, name).asText();
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        member(node, name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
