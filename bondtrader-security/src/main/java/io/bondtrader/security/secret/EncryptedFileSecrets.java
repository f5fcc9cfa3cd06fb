package io.bondtrader.security.secret;

import io.bondtrader.security.error.KeyStateRefused;
import io.bondtrader.security.error.SecretUnavailable;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.internal.OwnerOnlyFolder;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Secrets in one encrypted file that its owner alone can read. The key comes from a passphrase; every write replaces the file
 * whole, and begins by checking all of it, so a file that does not open is never written over.
 *
 * <p>An older copy of the file put back in its place is not noticed: keep {@link #written} elsewhere if that matters.
 *
 * <p>Safe for use by many threads and by many processes of one machine. {@link #close} forgets the key.
 */
public final class EncryptedFileSecrets implements WritableSecretSource, AutoCloseable {

    private static final String FILE = "secrets.json";
    private static final int LARGEST = 16 << 20;
    private static final int SALT_BYTES = 16;

    private final OwnerOnlyFolder folder;
    private final SymmetricKey key;
    private final KeyWrapping wrapping;

    private EncryptedFileSecrets(OwnerOnlyFolder folder, SymmetricKey key, SecureRandom random) {
        this.folder = folder;
        this.key = key;
        this.wrapping = KeyWrapping.under(key, random);
    }

    /**
     * Makes an empty file.
     *
     * @param folder for the file alone, closed to others; made where it is missing
     * @param passphrase at least 12 characters; wiped
     * @param master how the key is derived from it
     * @param random a secure source
     * @return the secrets
     * @throws UnsafeStorage if others can read the folder, or a file is there already
     */
    public static EncryptedFileSecrets create(Path folder, char[] passphrase, MasterKey master, SecureRandom random) {
        try {
            OwnerOnlyFolder opened = OwnerOnlyFolder.open(folder);
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            var secrets = new EncryptedFileSecrets(opened, master.derive(passphrase, salt), random);
            String text = Base64.getEncoder().encodeToString(salt);
            return opened.locked(() -> {
                if (opened.read(FILE, LARGEST).isPresent()) {
                    throw new UnsafeStorage("the folder of secrets must have no file yet, to make one");
                }
                opened.write(FILE, new SecretFile(master, text, 0, Map.of()).write(secrets.wrapping));
                return secrets;
            });
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /**
     * Opens a file, and checks all of it.
     *
     * @param folder of the file, closed to others
     * @param passphrase as when it was made; wiped
     * @param random a secure source
     * @return the secrets
     * @throws UnsafeStorage if others can read it, it is not as it was written, or the
     *     passphrase is another
     * @throws SecretUnavailable if there is no file
     */
    public static EncryptedFileSecrets open(Path folder, char[] passphrase, SecureRandom random) {
        try {
            OwnerOnlyFolder opened = OwnerOnlyFolder.open(folder);
            byte[] text = opened.read(FILE, LARGEST)
                    .orElseThrow(() -> new SecretUnavailable("file", "is not where it should be"));
            SecretFile.Head head = SecretFile.head(text);
            byte[] salt = Base64.getDecoder().decode(head.salt());
            var secrets = new EncryptedFileSecrets(opened, head.master().derive(passphrase, salt), random);
            SecretFile.read(text, secrets.wrapping);
            return secrets;
        } catch (IllegalArgumentException altered) {
            throw new UnsafeStorage("the file of secrets must be as it was written, opened with its own passphrase");
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public Optional<SecretVersion> read(String name, SecretStage stage) {
        SecretNames.checked(name);
        SecretFile file;
        try {
            file = file();
        } catch (UncheckedIOException unreadable) {
            throw new SecretUnavailable(name, "cannot be read from its file");
        }
        SecretFile.Sealed hidden = file.secrets.getOrDefault(name, Map.of()).get(stage);
        if (hidden == null) {
            return Optional.empty();
        }
        byte[] plain =
                wrapping.unwrap(Base64.getDecoder().decode(hidden.text()), SecretFile.context(name, hidden.id()));
        try {
            return Optional.of(new SecretVersion(Long.toString(hidden.id()), SecretValue.of(plain)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public String stage(String name, SecretValue value) {
        SecretNames.checked(name);
        Objects.requireNonNull(value, "value");
        long[] id = new long[1];
        change(name, (stages, file) -> {
            id[0] = file.written + 1;
            byte[] hidden = value.use(plain -> wrapping.wrap(plain, SecretFile.context(name, id[0])));
            stages.put(
                    SecretStage.PENDING,
                    new SecretFile.Sealed(id[0], Base64.getEncoder().encodeToString(hidden)));
        });
        return Long.toString(id[0]);
    }

    @Override
    public void promote(String name) {
        change(SecretNames.checked(name), (stages, file) -> {
            SecretFile.Sealed pending = required(name, stages, SecretStage.PENDING);
            SecretFile.Sealed current = stages.get(SecretStage.CURRENT);
            stages.remove(SecretStage.PENDING);
            stages.put(SecretStage.CURRENT, pending);
            if (current != null) {
                stages.put(SecretStage.PREVIOUS, current);
            }
        });
    }

    @Override
    public void rollBack(String name) {
        change(SecretNames.checked(name), (stages, file) -> {
            SecretFile.Sealed previous = required(name, stages, SecretStage.PREVIOUS);
            SecretFile.Sealed current = required(name, stages, SecretStage.CURRENT);
            stages.remove(SecretStage.PREVIOUS);
            stages.put(SecretStage.CURRENT, previous);
            stages.put(SecretStage.PENDING, current);
        });
    }

    @Override
    public void remove(String name) {
        change(SecretNames.checked(name), (stages, file) -> stages.clear());
    }

    /** {@return how often the file was changed; a lower number than before means that an older copy was put back} */
    public long written() {
        return file().written;
    }

    @Override
    public void close() {
        key.close();
    }

    private SecretFile file() {
        byte[] text = folder.read(FILE, LARGEST)
                .orElseThrow(() -> new SecretUnavailable("file", "is not where it should be"));
        return SecretFile.read(text, wrapping);
    }

    private interface Change {
        void to(Map<SecretStage, SecretFile.Sealed> stages, SecretFile file);
    }

    private synchronized void change(String name, Change change) {
        folder.locked(() -> {
            SecretFile file = file();
            Map<String, Map<SecretStage, SecretFile.Sealed>> secrets = new TreeMap<>(file.secrets);
            Map<SecretStage, SecretFile.Sealed> stages = new TreeMap<>(secrets.getOrDefault(name, Map.of()));
            change.to(stages, file);
            if (stages.isEmpty()) {
                secrets.remove(name);
            } else {
                secrets.put(name, stages);
            }
            folder.write(FILE, new SecretFile(file.master, file.salt, file.written + 1, secrets).write(wrapping));
            return name;
        });
    }

    private static SecretFile.Sealed required(
            String name, Map<SecretStage, SecretFile.Sealed> stages, SecretStage stage) {
        SecretFile.Sealed hidden = stages.get(stage);
        if (hidden == null) {
            throw new KeyStateRefused(name, "has no version " + stage);
        }
        return hidden;
    }

    @Override
    public String toString() {
        return "EncryptedFileSecrets";
    }
}
