package io.bondtrader.security.mfa;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a hardware token is asked to sign, for whom, for what and until when. Kept on our side until it is answered; the
 * browser gets challenge and credentials.
 *
 * <p>Immutable.
 *
 * @param id names the ceremony; 256 random bits
 * @param account whose token must answer
 * @param binding reference of the session, or of the sign-in under way, in which it must be answered
 * @param purpose what the answer is for
 * @param challenge in base64url: 32 random bytes and, for a transaction, the SHA-256 of its text
 * @param transaction what the user agrees to with the answer; empty for a sign-in
 * @param keys the account's tokens when the ceremony began: those that may answer, or may not be enrolled again
 * @param until when it must be answered
 */
public record HardwareChallenge(
        String id,
        AccountId account,
        String binding,
        Purpose purpose,
        String challenge,
        String transaction,
        List<TokenKey> keys,
        Instant until) {

    /** Copies the list. */
    public HardwareChallenge {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(binding, "binding");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(until, "until");
        keys = List.copyOf(keys);
    }

    /** What an answer is for. One for the one is never taken for the other. */
    public enum Purpose {
        /** To enrol the token. */
        REGISTRATION,
        /** To prove that the user has it. */
        ASSERTION
    }
}
