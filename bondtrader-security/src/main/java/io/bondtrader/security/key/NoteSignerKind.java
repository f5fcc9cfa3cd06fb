package io.bondtrader.security.key;

import io.bondtrader.security.signing.Ed25519Signer;
import java.security.SecureRandom;

/** Ed25519 keys that sign notes, kept as their seeds. */
record NoteSignerKind(String name) implements KeyKind<Ed25519Signer> {

    private static final int SEED_BYTES = 32;

    @Override
    public byte[] generate(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    @Override
    public Ed25519Signer read(int version, byte[] bytes) {
        return Ed25519Signer.ofSeed(name, bytes);
    }

    @Override
    public void wipe(Ed25519Signer key) {
        key.close();
    }
}
