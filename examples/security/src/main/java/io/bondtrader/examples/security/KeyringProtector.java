package io.bondtrader.examples.security;

import io.bondtrader.security.key.EncryptionContext;
import io.bondtrader.security.key.KeyringCipher;
import io.bondtrader.security.mfa.SecretProtector;
import java.util.Base64;

/** Keeps the secrets of authenticator apps under the keyring, each bound to its account and factor. */
record KeyringProtector(KeyringCipher cipher) implements SecretProtector {

    @Override
    public String protect(byte[] secret, String context) {
        return Base64.getUrlEncoder().encodeToString(cipher.wrap(secret, place(context)));
    }

    @Override
    public byte[] reveal(String text, String context) {
        return cipher.unwrap(Base64.getUrlDecoder().decode(text), place(context));
    }

    private static EncryptionContext place(String context) {
        return EncryptionContext.purpose("one-time-secret").with("of", context);
    }
}
