package io.bondtrader.security.token.jose;

import io.bondtrader.security.key.KeyKind;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 keys that sign tokens, kept as their seeds. */
record TokenSignerKind(String prefix) implements KeyKind<Ed25519TokenSigner> {

    @Override
    public byte[] generate(SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return seed;
    }

    @Override
    public Ed25519TokenSigner read(int version, byte[] bytes) {
        return Ed25519TokenSigner.ofSeed(prefix + "-" + version, bytes);
    }

    @Override
    public void wipe(Ed25519TokenSigner key) {
        key.close();
    }
}
