package io.bondtrader.security.key;

import java.security.SecureRandom;

/** Wrapping under one key in memory. */
record LocalWrapping(SymmetricKey master, SecureRandom random) implements KeyWrapping {

    @Override
    public byte[] wrap(byte[] plain, EncryptionContext context) {
        return AesGcm.seal(master, new byte[0], plain, context.bytes(), random);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, EncryptionContext context) {
        return AesGcm.open(master, 0, wrapped, context.bytes());
    }
}
