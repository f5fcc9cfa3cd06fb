package io.bondtrader.security.access.receipt;

import io.bondtrader.security.access.Decision;
import io.bondtrader.security.signing.NoteSigner;
import java.util.Objects;

/** Signs receipts of decisions. Safe for use by many threads as far as its signer is. */
public final class ReceiptIssuer {

    private final NoteSigner signer;

    /**
     * Signs with a key that signs nothing but receipts.
     *
     * @param signer the key
     */
    public ReceiptIssuer(NoteSigner signer) {
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    /**
     * Returns a receipt.
     *
     * @param decision which only an access control can have made
     * @return the signed receipt
     * @throws io.bondtrader.core.error.BondTraderException if the key cannot be reached
     */
    public SignedReceipt issue(Decision decision) {
        return SignedReceipt.ofNote(signer.note(DecisionReceipt.of(decision).statement()));
    }
}
