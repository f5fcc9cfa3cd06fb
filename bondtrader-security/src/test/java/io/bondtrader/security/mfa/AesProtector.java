package io.bondtrader.security.mfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with one key that lives as long as the test. */
public final class AesProtector implements SecretProtector {

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** Makes a key. */
    public AesProtector() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String protect(byte[] secret, String context) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret);
            byte[] all = ByteBuffer.allocate(12 + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] reveal(String text, String context) {
        byte[] all = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().encodeToString(all).equals(text) || all.length < 28) {
            throw new IllegalArgumentException("another spelling");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, 12), context).doFinal(all, 12, all.length - 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not what was protected");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
