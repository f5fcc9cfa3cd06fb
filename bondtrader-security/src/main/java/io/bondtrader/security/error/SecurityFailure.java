package io.bondtrader.security.error;

import io.bondtrader.core.error.BondTraderException;

/**
 * The failures of {@code bondtrader-security}. The family is closed: whoever switches over its members has thought of
 * everything. Bad input and missing data are core's own {@code InvalidInput} and {@code MissingData}.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public abstract sealed class SecurityFailure extends BondTraderException
        permits AccessDenied,
                DecryptionRefused,
                DutyConflict,
                HashingBusy,
                InputRejected,
                JournalDamaged,
                KeyRefused,
                KeyStateRefused,
                KeyringChanged,
                KeysUnavailable,
                ProofRejected,
                ReceiptRejected,
                RequestTooLarge,
                SecretRefused,
                SecretUnavailable,
                SelfTestFailed,
                SignatureRejected,
                StateContended,
                StateFull,
                UnsafeStorage {

    SecurityFailure(SecurityErrorCode code, String detail) {
        super(code, detail);
    }
}
