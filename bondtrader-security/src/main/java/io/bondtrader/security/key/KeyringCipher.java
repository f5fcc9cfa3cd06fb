package io.bondtrader.security.key;

import io.bondtrader.security.error.DecryptionRefused;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Encrypts with the primary version of a keyring and opens with whichever version did it: AES-256-GCM with a bound context.
 * A ciphertext begins with a byte for the form and four for the version, both bound as well, so the right key is found at
 * once whatever the number of versions.
 *
 * <p>Immutable; safe for use by many threads. Also a {@link KeyWrapping}, for keys below.
 */
public final class KeyringCipher implements KeyWrapping {

    private static final byte FORM = 1;
    private static final int PREFIX = 5;

    private final Supplier<Keyring<SymmetricKey>> keyring;
    private final SecureRandom random;

    private KeyringCipher(Supplier<Keyring<SymmetricKey>> keyring, SecureRandom random) {
        this.keyring = keyring;
        this.random = random;
    }

    /**
     * Returns a cipher.
     *
     * @param keyring gives the keyring as it stands, as {@link RotatingKeyring#current} does
     * @param random a secure source, of nonces
     * @return the cipher
     */
    public static KeyringCipher of(Supplier<Keyring<SymmetricKey>> keyring, SecureRandom random) {
        return new KeyringCipher(Objects.requireNonNull(keyring), Objects.requireNonNull(random));
    }

    /**
     * Encrypts.
     *
     * @param plain what to encrypt
     * @param context what it belongs to; the same is needed to open it
     * @return the ciphertext: 33 bytes more than was given
     * @throws io.bondtrader.security.error.KeyStateRefused if there is no primary version, or it is worn out
     */
    @Override
    public byte[] wrap(byte[] plain, EncryptionContext context) {
        Keyring<SymmetricKey> keys = keyring.get();
        byte[] prefix = ByteBuffer.allocate(PREFIX)
                .put(FORM)
                .putInt(keys.primaryNumber())
                .array();
        return AesGcm.seal(keys.primaryKey(), prefix, plain, context.bytes(), random);
    }

    /**
     * Opens.
     *
     * @param wrapped what {@link #wrap} gave
     * @param context as at encryption
     * @return what was encrypted
     * @throws DecryptionRefused if it was altered, belongs to another context, or its version is unknown or out of use
     */
    @Override
    public byte[] unwrap(byte[] wrapped, EncryptionContext context) {
        SymmetricKey key = keyring.get()
                .reading(version(wrapped))
                .orElseThrow(() -> new DecryptionRefused("is of a key that is unknown or out of use"));
        return AesGcm.open(key, PREFIX, wrapped, context.bytes());
    }

    /**
     * Says whether a ciphertext is of another version than new ones, and should be encrypted anew.
     *
     * @param wrapped what {@link #wrap} gave
     * @return whether its version is not the primary one
     * @throws DecryptionRefused if it has another form
     */
    public boolean outdated(byte[] wrapped) {
        return version(wrapped) != keyring.get().primaryNumber();
    }

    private static int version(byte[] wrapped) {
        if (wrapped.length < PREFIX || wrapped[0] != FORM) {
            throw new DecryptionRefused("has another form");
        }
        return ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt();
    }

    @Override
    public String toString() {
        return "KeyringCipher[" + keyring.get().name() + "]";
    }
}
