package io.bondtrader.security.token.jose;

import io.bondtrader.security.error.KeyRefused;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 with the public point decoded once (RFC 8032, section 5.1.7: S below the order, no other length). */
final class Ed25519Check implements SignatureCheck {

    private final Ed25519.PublicPoint point;

    private Ed25519Check(Ed25519.PublicPoint point) {
        this.point = point;
    }

    /** Refuses points off the curve and those of small order, under which one signature fits many messages. */
    static Ed25519Check of(byte[] key) {
        Ed25519.PublicPoint point =
                key.length == Ed25519.PUBLIC_KEY_SIZE ? Ed25519.validatePublicKeyFullExport(key, 0) : null;
        if (point == null) {
            throw new KeyRefused("an Ed25519 key must be 32 bytes that encode a point of the prime-order group");
        }
        return new Ed25519Check(point);
    }

    /** Takes any encoded point, for published cases whose keys are of mixed order. */
    static Ed25519Check partly(byte[] key) {
        return new Ed25519Check(Ed25519.validatePublicKeyPartialExport(key, 0));
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }
}
