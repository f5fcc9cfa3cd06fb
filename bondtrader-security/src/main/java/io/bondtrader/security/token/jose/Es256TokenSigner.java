package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Objects;

/**
 * A P-256 key that signs on the JDK, whose arithmetic with private keys is made to take the same time for each. Prints as its
 * identifier.
 *
 * <p>Safe for use by many threads.
 */
public final class Es256TokenSigner implements TokenSigner {

    private static final int BYTES = 32;
    private static final String CURVE = "secp256r1";

    private final VerificationKey verificationKey;
    private final String keyId;
    private final PrivateKey privateKey;
    private final SecureRandom random;

    private Es256TokenSigner(String keyId, KeyPair pair, SecureRandom random) {
        ECPublicKey point = (ECPublicKey) pair.getPublic();
        this.keyId = keyId;
        this.privateKey = pair.getPrivate();
        this.random = random;
        this.verificationKey = VerificationKey.ofPoint(
                keyId,
                SignatureAlgorithm.ES256,
                fixed(point.getW().getAffineX()),
                fixed(point.getW().getAffineY()));
    }

    /**
     * Makes a new key.
     *
     * @param keyId how tokens name it: 1 to 128 visible ASCII characters
     * @param random where the key, and a number for each signature, come from
     * @return the signer
     */
    public static Es256TokenSigner generate(String keyId, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return new Es256TokenSigner(keyId, generator.generateKeyPair(), random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /**
     * Takes a key that was stored.
     *
     * @param keyId how tokens name it: 1 to 128 visible ASCII characters
     * @param pair both sides, on P-256
     * @param random where a number for each signature comes from
     * @return the signer
     * @throws InvalidInput if it is another kind of pair
     * @throws KeyRefused if the sides do not belong together
     */
    public static Es256TokenSigner of(String keyId, KeyPair pair, SecureRandom random) {
        boolean ec = pair.getPublic() instanceof ECPublicKey && pair.getPrivate() instanceof ECPrivateKey;
        InvalidInput.unless(ec, "key pair", pair.getPublic().getAlgorithm(), "one of EC");
        boolean p256 = isP256(((ECPublicKey) pair.getPublic()).getParams())
                && isP256(((ECPrivateKey) pair.getPrivate()).getParams());
        InvalidInput.unless(p256, "curve of the key pair", "another", "P-256");
        Es256TokenSigner signer = new Es256TokenSigner(keyId, pair, Objects.requireNonNull(random, "random"));
        byte[] message = {1};
        if (!signer.verificationKey.verifies(message, signer.sign(message))) {
            throw new KeyRefused("the sides of a key pair must belong together");
        }
        return signer;
    }

    private static boolean isP256(ECParameterSpec curve) {
        try {
            AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
            known.init(new ECGenParameterSpec(CURVE));
            ECParameterSpec p256 = known.getParameterSpec(ECParameterSpec.class);
            return curve.getOrder().equals(p256.getOrder()) && curve.getCurve().equals(p256.getCurve());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static byte[] fixed(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] fixed = new byte[BYTES];
        int from = Math.max(0, bytes.length - BYTES);
        System.arraycopy(bytes, from, fixed, BYTES - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    @Override
    public String algorithm() {
        return SignatureAlgorithm.ES256.joseName();
    }

    @Override
    public String keyId() {
        return keyId;
    }

    /** {@return the public side, to publish} */
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(privateKey, random);
            signer.update(message);
            return Arrays.copyOf(signer.sign(), 2 * BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 key does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "Es256TokenSigner[" + keyId + "]";
    }
}
