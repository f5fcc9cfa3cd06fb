package io.bondtrader.security.mfa;

import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;

/**
 * Reads and verifies what hardware tokens answer: WebAuthn, in an adapter. Called with a challenge that was just taken and
 * is still good. It checks what stands in the answer (form, signature, challenge, type, origin, relying party, attestation);
 * whose token it is, whether it counts upwards and which flags are asked for is checked here, whatever it says.
 *
 * <p>Safe for use by many threads. Answers come from outside: no answer may make it throw.
 */
public interface HardwareTokenVerifier {

    /**
     * Reads the answer of a token that is to be enrolled.
     *
     * @param challenge with purpose {@link HardwareChallenge.Purpose#REGISTRATION}
     * @param answer as the browser sent it
     * @return {@link Registered} or {@link Rejected}
     */
    Reading register(HardwareChallenge challenge, String answer);

    /**
     * Reads the answer of an enrolled token. It must be signed by one of the challenge's keys.
     *
     * @param challenge with purpose {@link HardwareChallenge.Purpose#ASSERTION}
     * @param answer as the browser sent it
     * @return {@link Asserted} or {@link Rejected}
     */
    Reading verify(HardwareChallenge challenge, String answer);

    /** What was read. */
    sealed interface Reading permits Registered, Asserted, Rejected {}

    /**
     * A token that signed the challenge of its enrolment.
     *
     * @param key of the token
     * @param flags of the answer
     */
    record Registered(TokenKey key, Flags flags) implements Reading {}

    /**
     * A token that signed a challenge.
     *
     * @param credentialId whose key verifies the answer
     * @param counter of signatures in the answer
     * @param flags of the answer
     */
    record Asserted(String credentialId, long counter, Flags flags) implements Reading {}

    /**
     * An answer that proves nothing.
     *
     * @param reason a word for the event, without anything of the answer
     */
    record Rejected(String reason) implements Reading {}

    /**
     * What a token says of the moment it answered.
     *
     * @param userPresent somebody touched it
     * @param userVerified it knew the user by PIN or finger
     * @param backupEligible its key may be copied to other devices
     * @param backedUp its key was copied
     */
    record Flags(boolean userPresent, boolean userVerified, boolean backupEligible, boolean backedUp) {}
}
