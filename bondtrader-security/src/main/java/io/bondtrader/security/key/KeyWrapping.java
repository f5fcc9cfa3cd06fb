package io.bondtrader.security.key;

import java.security.SecureRandom;

/**
 * Encrypts short secrets, keys above all, under a key that stands above them: one in memory, or one that never leaves a
 * hardware module or a key management service. Called once for each key that is made or loaded. Safe for use by many
 * threads.
 */
public interface KeyWrapping {

    /**
     * Encrypts.
     *
     * @param plain what to encrypt; not kept, not changed
     * @param context what it belongs to, bound to the result
     * @return the ciphertext, authenticated
     * @throws io.bondtrader.core.error.BondTraderException if the key above cannot be reached
     */
    byte[] wrap(byte[] plain, EncryptionContext context);

    /**
     * Decrypts.
     *
     * @param wrapped what {@link #wrap} gave
     * @param context what it belongs to
     * @return the secret; wiped by the caller
     * @throws io.bondtrader.security.error.DecryptionRefused if it is anything else or belongs elsewhere
     * @throws io.bondtrader.core.error.BondTraderException if the key above cannot be reached
     */
    byte[] unwrap(byte[] wrapped, EncryptionContext context);

    /**
     * Returns wrapping under a key in memory, by AES-256-GCM.
     *
     * @param master the key above
     * @param random a secure source, of nonces
     * @return the wrapping
     */
    static KeyWrapping under(SymmetricKey master, SecureRandom random) {
        return new LocalWrapping(master, random);
    }
}
