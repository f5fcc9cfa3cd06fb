package io.bondtrader.security.error;

import io.bondtrader.core.error.ErrorCode;

/** The failures of {@code bondtrader-security}: {@code BT-50nn}. Bad input keeps the codes of core. */
public enum SecurityErrorCode implements ErrorCode {
    /** A signature is missing, or made by another key, or of other text. */
    SIGNATURE_REJECTED("BT-5001", "A signature is missing or does not verify.", false),
    /** A Merkle proof or a hash chain does not lead to where it should. */
    PROOF_REJECTED("BT-5002", "A proof does not lead to the root that was signed.", false),
    /** Too many passwords are being hashed at once. */
    HASHING_BUSY("BT-5021", "Too many passwords are being checked at once.", true),
    /** There is no room for one more sign-in, ceremony or redirect under way. */
    STATE_FULL("BT-5031", "Too many sign-ins are under way.", true),
    /** A record could not be updated because it changed each time. */
    STATE_CONTENDED("BT-5032", "A record changed too often to be updated.", true),
    /** What was asked for does not exist, or is not for this user; the two look alike on purpose. */
    ACCESS_DENIED("BT-5041", "There is nothing of that name, or it is not yours to use.", false),
    /** The user has to prove a factor first. */
    STEP_UP_REQUIRED("BT-5042", "Another proof of identity is needed first.", true),
    /** Others have to approve first. */
    APPROVAL_REQUIRED("BT-5043", "The approval of others is needed first.", true),
    /** Roles, accounts or a policy would let one person hold duties that exclude each other. */
    DUTY_CONFLICT("BT-5044", "Duties that exclude each other would be in one hand.", false),
    /** A receipt is signed, but not for this, or not in the form that receipts have. */
    RECEIPT_REJECTED("BT-5045", "A decision receipt does not prove what it should.", false),
    /** A token key is weak, ill-formed, ambiguous, or for another use. */
    KEY_REFUSED("BT-5050", "A token key is too weak or not what it should be.", false),
    /** Known signatures are not told from false ones. */
    SELF_TEST_FAILED("BT-5051", "The signature checks of this machine fail their self-test.", false),
    /** An issuer's public keys could not be fetched. */
    KEYS_UNAVAILABLE("BT-5052", "The public keys of a token issuer cannot be had.", true),
    /** A version of a key cannot do that in its state. */
    KEY_STATE("BT-5061", "A key cannot do that in its state.", false),
    /** Two changed a keyring at once. */
    KEYRING_CHANGED("BT-5062", "A keyring was changed by somebody else meanwhile.", true),
    /** A ciphertext was altered, swapped, or is of a key out of use. */
    DECRYPTION_REFUSED("BT-5063", "Something could not be decrypted.", false),
    /** A keyring's journal was altered. */
    JOURNAL_DAMAGED("BT-5064", "A keyring's journal is damaged.", false),
    /** A secret's source does not answer, or not with a secret. */
    SECRET_UNAVAILABLE("BT-5065", "A secret is unavailable.", true),
    /** A secret does not exist or is not for this reader. */
    SECRET_REFUSED("BT-5066", "There is no such secret for this reader.", false),
    /** Secrets would be kept where others could read them. */
    UNSAFE_STORAGE("BT-5067", "A place for secrets is not safe.", false),
    /** A body is longer than its endpoint takes. */
    REQUEST_TOO_LARGE("BT-5071", "A request is too large.", false),
    /** A body from outside breaks its rules. */
    INPUT_REJECTED("BT-5081", "A request breaks its rules.", false);

    private final String id;
    private final String summary;
    private final boolean retryable;

    SecurityErrorCode(String id, String summary, boolean retryable) {
        this.id = id;
        this.summary = summary;
        this.retryable = retryable;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
