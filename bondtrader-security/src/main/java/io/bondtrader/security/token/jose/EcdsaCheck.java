package io.bondtrader.security.token.jose;

import io.bondtrader.security.error.KeyRefused;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** ECDSA with r and s of the order's length, one after the other (RFC 7518, section 3.4). */
final class EcdsaCheck implements SignatureCheck {

    private final ECPublicKeyParameters key;
    private final String hash;
    private final int half;

    private EcdsaCheck(ECPublicKeyParameters key, String hash, int half) {
        this.key = key;
        this.hash = hash;
        this.half = half;
    }

    /** Refuses coordinates of another length, and points off the curve. */
    static EcdsaCheck of(SignatureAlgorithm algorithm, byte[] x, byte[] y) {
        X9ECParameters curve = CustomNamedCurves.getByName(algorithm.curve());
        int length = (curve.getCurve().getFieldSize() + 7) / 8;
        if (x.length != length || y.length != length) {
            throw new KeyRefused("coordinates of a key on " + algorithm.curve() + " must be " + length + " bytes");
        }
        try {
            ECDomainParameters domain = new ECDomainParameters(curve);
            ECPublicKeyParameters key = new ECPublicKeyParameters(
                    curve.getCurve().createPoint(new BigInteger(1, x), new BigInteger(1, y)), domain);
            return new EcdsaCheck(key, algorithm.hashName(), length);
        } catch (IllegalArgumentException off) {
            throw new KeyRefused("a key on " + algorithm.curve() + " must be a point of the curve");
        }
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != 2 * half) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        // Bouncy Castle refuses r and s of zero and from the order upwards.
        return signer.verifySignature(
                Digests.of(hash, message),
                new BigInteger(1, Arrays.copyOfRange(signature, 0, half)),
                new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half)));
    }
}
