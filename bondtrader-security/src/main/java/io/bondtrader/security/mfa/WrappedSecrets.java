package io.bondtrader.security.mfa;

import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.key.EncryptionContext;
import io.bondtrader.security.key.KeyWrapping;
import java.util.Base64;
import java.util.Objects;

/** Secrets of factors under a key wrapping, as text in base64url of one spelling. */
record WrappedSecrets(KeyWrapping wrapping) implements SecretProtector {

    WrappedSecrets {
        Objects.requireNonNull(wrapping, "wrapping");
    }

    @Override
    public String protect(byte[] secret, String context) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(wrapping.wrap(secret, place(context)));
    }

    @Override
    public byte[] reveal(String text, String context) {
        byte[] wrapped;
        try {
            wrapped = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new DecryptionRefused("has another form");
        }
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped).equals(text)) {
            throw new DecryptionRefused("has another form");
        }
        return wrapping.unwrap(wrapped, place(context));
    }

    private static EncryptionContext place(String context) {
        return EncryptionContext.purpose("factor-secret").with("owner", context);
    }
}
