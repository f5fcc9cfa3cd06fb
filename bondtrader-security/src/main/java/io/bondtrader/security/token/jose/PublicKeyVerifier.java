package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.Set;

/**
 * Checks signatures of public keys. Takes no shared secret, and no algorithm that uses one.
 *
 * <p>Immutable; safe for use by many threads. ECDSA and Ed25519 run on Bouncy Castle, whose checks of form are stricter and
 * whose arithmetic is faster than the JDK's; RSA runs on the JDK.
 */
public final class PublicKeyVerifier extends JwsVerifier {

    private final Set<SignatureAlgorithm> algorithms;
    private final KeySource keys;

    private PublicKeyVerifier(Set<SignatureAlgorithm> algorithms, KeySource keys) {
        this.algorithms = algorithms;
        this.keys = keys;
    }

    /**
     * Returns a verifier, after known answers have shown that this machine checks signatures rightly.
     *
     * @param algorithms all that are agreed, at least one
     * @param keys where to find keys
     * @return the verifier
     * @throws InvalidInput if no algorithm is agreed
     * @throws io.bondtrader.security.error.SelfTestFailed if a known answer comes out wrong
     */
    public static PublicKeyVerifier of(Set<SignatureAlgorithm> algorithms, KeySource keys) {
        InvalidInput.unless(!algorithms.isEmpty(), "algorithms", algorithms, "at least one");
        TokenSelfTest.run();
        return untested(algorithms, keys);
    }

    static PublicKeyVerifier untested(Set<SignatureAlgorithm> algorithms, KeySource keys) {
        return new PublicKeyVerifier(Set.copyOf(algorithms), Objects.requireNonNull(keys, "keys"));
    }

    @Override
    public long keyGeneration() {
        return keys.generation();
    }

    @Override
    void requireAgreed(String name) {
        if (SignatureAlgorithm.named(name).filter(algorithms::contains).isEmpty()) {
            throw new RefusedToken(Refusal.ALGORITHM);
        }
    }

    @Override
    VerificationKey requireSigned(CompactJws jws) {
        KeyLookup lookup = keys.find(jws.header().keyIdOrNull());
        if (lookup instanceof KeyLookup.Unavailable) {
            throw new RefusedToken(Refusal.KEYS_UNAVAILABLE);
        }
        // A key is for one algorithm, whatever the header says.
        if (!(lookup instanceof KeyLookup.Found found)
                || !found.key().algorithm().joseName().equals(jws.header().algorithm())) {
            throw new RefusedToken(Refusal.KEY_UNKNOWN);
        }
        if (!found.key().verifies(jws.signed(), jws.signature())) {
            throw new RefusedToken(Refusal.SIGNATURE);
        }
        return found.key();
    }

    @Override
    public String toString() {
        return "PublicKeyVerifier" + algorithms;
    }
}
