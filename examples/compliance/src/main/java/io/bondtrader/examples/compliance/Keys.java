package io.bondtrader.examples.compliance;

import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.NoteVerifier;

/** The public key of the day's log. */
final class Keys {

    private Keys() {}

    static NoteVerifier verifier() {
        try (Ed25519Signer signer = Ed25519Signer.ofSeed(Day.ORIGIN, new byte[32])) {
            return signer.verifier();
        }
    }
}
