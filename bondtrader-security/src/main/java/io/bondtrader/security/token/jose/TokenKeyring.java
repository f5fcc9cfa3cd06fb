package io.bondtrader.security.token.jose;

import io.bondtrader.security.key.KeyVersion;
import io.bondtrader.security.key.Keyring;
import io.bondtrader.security.key.RotatingKeyring;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A keyring that signs tokens and checks them: its primary key signs, and all that still read are published. Since a key is
 * published before it signs and read after it has signed its last, verifiers that fetch the set in between miss none.
 *
 * <p>Safe for use by many threads.
 */
public final class TokenKeyring implements SigningKeys, KeySource {

    private final RotatingKeyring<Ed25519TokenSigner> keyring;
    private volatile @Nullable Published published;

    private record Published(
            Keyring<Ed25519TokenSigner> of, @Nullable VerificationKeys keys, long generation) {}

    private TokenKeyring(RotatingKeyring<Ed25519TokenSigner> keyring) {
        this.keyring = keyring;
    }

    /**
     * Returns the keys of a keyring.
     *
     * @param keyring of {@link Ed25519TokenSigner#kind}
     * @return the keys
     */
    public static TokenKeyring of(RotatingKeyring<Ed25519TokenSigner> keyring) {
        return new TokenKeyring(Objects.requireNonNull(keyring, "keyring"));
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.bondtrader.security.error.KeyStateRefused if the keyring has no primary key
     */
    @Override
    public TokenSigner current() {
        return keyring.current().primaryKey();
    }

    @Override
    public KeyLookup find(@Nullable String keyId) {
        VerificationKeys keys = published().keys();
        return keys == null ? new KeyLookup.Unavailable() : keys.find(keyId);
    }

    @Override
    public long generation() {
        Published now = published();
        return now.keys() == null ? -1 : now.generation();
    }

    /** {@return the public keys, to serve as a JWK set; nothing while there are none} */
    public Optional<VerificationKeys> publicKeys() {
        return Optional.ofNullable(published().keys());
    }

    private Published published() {
        Keyring<Ed25519TokenSigner> now = keyring.current();
        Published known = published;
        return known != null && known.of() == now ? known : publish(now);
    }

    private synchronized Published publish(Keyring<Ed25519TokenSigner> now) {
        Published known = published;
        if (known != null && known.of() == now) {
            return known;
        }
        List<VerificationKey> reading = now.versions().stream()
                .map(KeyVersion::reading)
                .flatMap(Optional::stream)
                .map(Ed25519TokenSigner::verificationKey)
                .toList();
        Published next = new Published(
                now,
                reading.isEmpty() ? null : VerificationKeys.of(reading),
                known == null ? 0 : known.generation() + 1);
        published = next;
        return next;
    }

    @Override
    public String toString() {
        return "TokenKeyring[" + keyring + "]";
    }
}
