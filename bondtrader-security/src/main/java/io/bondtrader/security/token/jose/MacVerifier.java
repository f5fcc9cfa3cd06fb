package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks seals under shared secrets. Takes no public key, and no algorithm that uses one.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class MacVerifier extends JwsVerifier {

    private final Set<MacAlgorithm> algorithms;
    private final MacKeys keys;

    private MacVerifier(Set<MacAlgorithm> algorithms, MacKeys keys) {
        this.algorithms = algorithms;
        this.keys = keys;
    }

    /**
     * Returns a verifier, after known answers have shown that this machine checks seals rightly.
     *
     * @param algorithms all that are agreed, at least one
     * @param keys the secrets
     * @return the verifier
     * @throws InvalidInput if no algorithm is agreed
     * @throws io.bondtrader.security.error.SelfTestFailed if a known answer comes out wrong
     */
    public static MacVerifier of(Set<MacAlgorithm> algorithms, MacKeys keys) {
        InvalidInput.unless(!algorithms.isEmpty(), "algorithms", algorithms, "at least one");
        TokenSelfTest.run();
        return untested(algorithms, keys);
    }

    static MacVerifier untested(Set<MacAlgorithm> algorithms, MacKeys keys) {
        return new MacVerifier(Set.copyOf(algorithms), Objects.requireNonNull(keys, "keys"));
    }

    @Override
    public long keyGeneration() {
        return 0;
    }

    @Override
    void requireAgreed(String name) {
        if (MacAlgorithm.named(name).filter(algorithms::contains).isEmpty()) {
            throw new RefusedToken(Refusal.ALGORITHM);
        }
    }

    @Override
    @Nullable
    VerificationKey requireSigned(CompactJws jws) {
        MacKey key = keys.find(jws.header().keyIdOrNull());
        if (key == null || !key.algorithm().joseName().equals(jws.header().algorithm())) {
            throw new RefusedToken(Refusal.KEY_UNKNOWN);
        }
        if (!key.verifies(jws.signed(), jws.signature())) {
            throw new RefusedToken(Refusal.SIGNATURE);
        }
        return null;
    }

    @Override
    public String toString() {
        return "MacVerifier" + algorithms;
    }
}
