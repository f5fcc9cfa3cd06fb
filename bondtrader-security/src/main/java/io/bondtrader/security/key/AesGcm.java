package io.bondtrader.security.key;

import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.error.KeyStateRefused;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with random nonces of 96 bits and tags of 128: NIST SP 800-38D. The platform's implementation; what stands
 * before nonce and ciphertext is bound to them.
 */
final class AesGcm {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private AesGcm() {}

    /** Returns prefix, nonce, ciphertext and tag in one. */
    static byte[] seal(SymmetricKey key, byte[] prefix, byte[] plain, byte[] context, SecureRandom random) {
        if (!key.countMessage()) {
            throw new KeyStateRefused("key", "has encrypted as many messages as it may: rotate it");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] out = new byte[prefix.length + NONCE_BYTES + plain.length + TAG_BYTES];
        System.arraycopy(prefix, 0, out, 0, prefix.length);
        System.arraycopy(nonce, 0, out, prefix.length, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0);
            cipher.updateAAD(prefix);
            cipher.updateAAD(context);
            cipher.doFinal(plain, 0, plain.length, out, prefix.length + NONCE_BYTES);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has AES/GCM/NoPadding", e);
        }
    }

    /** Opens what {@link #seal} gave, with a prefix of that length. */
    static byte[] open(SymmetricKey key, int prefix, byte[] sealed, byte[] context) {
        int length = sealed.length - prefix - NONCE_BYTES;
        if (length < TAG_BYTES) {
            throw new DecryptionRefused("is shorter than its tag");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, prefix);
            cipher.updateAAD(sealed, 0, prefix);
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, prefix + NONCE_BYTES, length);
        } catch (AEADBadTagException altered) {
            throw new DecryptionRefused("was altered, belongs elsewhere, or is of another key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has AES/GCM/NoPadding", e);
        }
    }

    private static Cipher cipher(int mode, SymmetricKey key, byte[] nonce, int from) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secretKey(), new GCMParameterSpec(8 * TAG_BYTES, nonce, from, NONCE_BYTES));
        return cipher;
    }
}
