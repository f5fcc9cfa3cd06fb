package io.bondtrader.security.key;

import io.bondtrader.security.error.DecryptionRefused;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Envelope encryption: each message has a key of its own, which travels with it, wrapped under a key above. The key above
 * may be one that never leaves a hardware module, and sees 32 bytes a message, however long it is.
 *
 * <p>A ciphertext is: form 2, length of the wrapped key in two bytes, the wrapped key, nonce, ciphertext, tag. All before the
 * nonce is bound to the rest, and so is the context, to both. Immutable; safe for use by many threads as far as the
 * wrapping is.
 */
public final class EnvelopeEncryption {

    private static final byte FORM = 2;
    private static final int HEAD = 3;
    private static final int LONGEST_KEY = 0xffff;

    private final KeyWrapping wrapping;
    private final SecureRandom random;

    private EnvelopeEncryption(KeyWrapping wrapping, SecureRandom random) {
        this.wrapping = wrapping;
        this.random = random;
    }

    /**
     * Returns the encryption.
     *
     * @param wrapping of each message's key
     * @param random a secure source, of keys and nonces
     * @return the encryption
     */
    public static EnvelopeEncryption of(KeyWrapping wrapping, SecureRandom random) {
        return new EnvelopeEncryption(Objects.requireNonNull(wrapping), Objects.requireNonNull(random));
    }

    /**
     * Encrypts.
     *
     * @param plain the message
     * @param context what it belongs to; the same is needed to open it
     * @return the ciphertext
     */
    public byte[] encrypt(byte[] plain, EncryptionContext context) {
        byte[] bytes = SymmetricKey.KIND.generate(random);
        try (SymmetricKey key = SymmetricKey.of(bytes)) {
            byte[] wrapped = wrapping.wrap(bytes, context);
            if (wrapped.length > LONGEST_KEY) {
                throw new IllegalStateException("a wrapped key has " + wrapped.length + " bytes");
            }
            byte[] prefix = ByteBuffer.allocate(HEAD + wrapped.length)
                    .put(FORM)
                    .putShort((short) wrapped.length)
                    .put(wrapped)
                    .array();
            return AesGcm.seal(key, prefix, plain, context.bytes(), random);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Opens.
     *
     * @param encrypted what {@link #encrypt} gave
     * @param context as at encryption
     * @return the message
     * @throws DecryptionRefused if it was altered or belongs to another context or key
     */
    public byte[] decrypt(byte[] encrypted, EncryptionContext context) {
        if (encrypted.length < HEAD || encrypted[0] != FORM) {
            throw new DecryptionRefused("has another form");
        }
        int length = ByteBuffer.wrap(encrypted, 1, 2).getShort() & LONGEST_KEY;
        if (encrypted.length < HEAD + length) {
            throw new DecryptionRefused("is shorter than its key");
        }
        byte[] bytes = wrapping.unwrap(Arrays.copyOfRange(encrypted, HEAD, HEAD + length), context);
        try {
            if (bytes.length != SymmetricKey.BYTES) {
                throw new DecryptionRefused("has a key of another length");
            }
            try (SymmetricKey key = SymmetricKey.of(bytes)) {
                return AesGcm.open(key, HEAD + length, encrypted, context.bytes());
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
