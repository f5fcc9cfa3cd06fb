package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.util.Set;

/**
 * Checks that a message was signed by the key it carries: that its sender holds that key, and nothing of who the sender is.
 * For proofs of possession (RFC 9449), which bind a key that is known from elsewhere; no other kind of token can be given to
 * it by mistake, since it refuses all types but one.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class EmbeddedKeyVerifier extends JwsVerifier {

    private final Set<SignatureAlgorithm> algorithms;
    private final String type;

    private EmbeddedKeyVerifier(Set<SignatureAlgorithm> algorithms, String type) {
        this.algorithms = algorithms;
        this.type = type;
    }

    /**
     * Returns a verifier for DPoP proofs.
     *
     * @param algorithms all that are agreed, at least one
     * @return the verifier
     * @throws InvalidInput if no algorithm is agreed
     * @throws io.bondtrader.security.error.SelfTestFailed if a known answer comes out wrong
     */
    public static EmbeddedKeyVerifier forDpop(Set<SignatureAlgorithm> algorithms) {
        InvalidInput.unless(!algorithms.isEmpty(), "algorithms", algorithms, "at least one");
        TokenSelfTest.run();
        return new EmbeddedKeyVerifier(Set.copyOf(algorithms), "dpop+jwt");
    }

    @Override
    public long keyGeneration() {
        return 0;
    }

    @Override
    boolean embedsKey() {
        return true;
    }

    @Override
    void requireAgreed(String name) {
        if (SignatureAlgorithm.named(name).filter(algorithms::contains).isEmpty()) {
            throw new RefusedToken(Refusal.ALGORITHM);
        }
    }

    @Override
    VerificationKey requireSigned(CompactJws jws) {
        if (!jws.header().type().filter(type::equals).isPresent()) {
            throw new RefusedToken(Refusal.TYPE);
        }
        Claims jwk = jws.header().embeddedKey();
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.named(jws.header().algorithm()).orElseThrow();
        if (jwk == null) {
            throw new RefusedToken(Refusal.KEY_UNKNOWN);
        }
        VerificationKey key;
        try {
            key = JwkReader.publicKey(jwk, Set.of(algorithm)).orElseThrow(() -> new RefusedToken(Refusal.KEY_UNKNOWN));
        } catch (KeyRefused | InvalidInput weak) {
            throw new RefusedToken(Refusal.KEY_UNKNOWN);
        }
        if (!key.verifies(jws.signed(), jws.signature())) {
            throw new RefusedToken(Refusal.SIGNATURE);
        }
        return key;
    }

    @Override
    public String toString() {
        return "EmbeddedKeyVerifier" + algorithms;
    }
}
