package io.bondtrader.security.mfa;

import io.bondtrader.security.key.KeyWrapping;

/**
 * Encrypts what a factor shares with us before it is kept, with a key that is not in the same database. Safe for use by
 * many threads.
 */
public interface SecretProtector {

    /**
     * Encrypts and authenticates.
     *
     * @param secret to be kept; the caller wipes it
     * @param context what the secret belongs to; not secret, bound to the text
     * @return printable text
     */
    String protect(byte[] secret, String context);

    /**
     * Decrypts.
     *
     * @param text as {@link #protect} gave it
     * @param context the same as then
     * @return the secret; the caller wipes it
     * @throws io.bondtrader.core.error.BondTraderException or another unchecked exception if text or context is not what
     *     it was
     */
    byte[] reveal(String text, String context);

    /**
     * Returns protection by authenticated encryption, under a key in memory, a keyring that rotates, or a hardware module.
     *
     * @param wrapping as {@code KeyringCipher} is one
     * @return the protector
     */
    static SecretProtector under(KeyWrapping wrapping) {
        return new WrappedSecrets(wrapping);
    }
}
