package io.bondtrader.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.WritableSecretSourceContract;
import io.bondtrader.security.error.SecretUnavailable;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Asvs({"11.4.4", "13.3.1"})
final class EncryptedFileSecretsTest extends WritableSecretSourceContract {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** The floor, for speed. */
    private static final MasterKey FLOOR = new MasterKey(MasterKey.Method.ARGON2ID, 19 * 1024, 2);

    @TempDir
    private Path parent;

    private int made;

    @Override
    protected WritableSecretSource source() {
        return EncryptedFileSecrets.create(parent.resolve("secrets-" + made++), passphrase(), FLOOR, RANDOM);
    }

    private static char[] passphrase() {
        return Canary.text("passphrase", 30).toCharArray();
    }

    @Test
    void aFileOpensWithItsPassphraseAlone() {
        Path folder = parent.resolve("own");
        char[] passphrase = passphrase();
        try (EncryptedFileSecrets made = EncryptedFileSecrets.create(folder, passphrase, FLOOR, RANDOM)) {
            put(made, "feed", Canary.text("feed", 40));
        }
        assertThat(passphrase).containsOnly('\0');

        try (EncryptedFileSecrets opened = EncryptedFileSecrets.open(folder, passphrase(), RANDOM)) {
            assertThat(opened.read("feed", SecretStage.CURRENT)).isPresent();
        }
        assertThatThrownBy(() -> EncryptedFileSecrets.open(folder, "another passphrase".toCharArray(), RANDOM))
                .isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> EncryptedFileSecrets.create(folder, passphrase(), FLOOR, RANDOM))
                .isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> EncryptedFileSecrets.open(parent.resolve("none"), passphrase(), RANDOM))
                .isInstanceOf(SecretUnavailable.class);
        assertThatThrownBy(() ->
                        EncryptedFileSecrets.create(parent.resolve("short"), "too short".toCharArray(), FLOOR, RANDOM))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void pbkdf2IsThereForThoseWhoseRulesAskForIt() {
        Path folder = parent.resolve("own");
        try (EncryptedFileSecrets made =
                EncryptedFileSecrets.create(folder, passphrase(), MasterKey.pbkdf2(), RANDOM)) {
            put(made, "feed", "value");
        }
        try (EncryptedFileSecrets opened = EncryptedFileSecrets.open(folder, passphrase(), RANDOM)) {
            assertThat(opened.read("feed", SecretStage.CURRENT)).isPresent();
        }
    }

    @Attack("A34")
    @Test
    void a34CostsBelowTheFloorOrAbsurdOnesAreRefused() {
        assertThatThrownBy(() -> new MasterKey(MasterKey.Method.PBKDF2, 0, 599_999))
                .isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> new MasterKey(MasterKey.Method.PBKDF2, 0, Integer.MAX_VALUE))
                .isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> new MasterKey(MasterKey.Method.ARGON2ID, 19 * 1024 - 1, 2))
                .isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> new MasterKey(MasterKey.Method.ARGON2ID, Integer.MAX_VALUE, 2))
                .isInstanceOf(UnsafeStorage.class);
    }

    @Attack("A61")
    @Test
    void a61NothingOfASecretStandsInTheFileOrInText() throws IOException {
        Path folder = parent.resolve("own");
        EncryptedFileSecrets secrets = EncryptedFileSecrets.create(folder, passphrase(), FLOOR, RANDOM);
        put(secrets, "feed", Canary.text("feed", 40));

        String file = Files.readString(folder.resolve("secrets.json"));
        assertThat(file.contains(Canary.MARK)).isFalse();
        assertThat(file).contains("feed");
        assertThat(secrets.toString()).isEqualTo("EncryptedFileSecrets");
    }

    /** Every byte: a part that is changed is found, and the file stays as it is however often somebody writes. */
    @Test
    void anAlteredFileIsNeitherReadNorWrittenOver() throws IOException {
        Path folder = parent.resolve("own");
        EncryptedFileSecrets secrets = EncryptedFileSecrets.create(folder, passphrase(), FLOOR, RANDOM);
        put(secrets, "feed", "one");
        put(secrets, "feed", "two");
        put(secrets, "other", "three");
        Path path = folder.resolve("secrets.json");
        byte[] whole = Files.readAllBytes(path);

        for (int i = 0; i < whole.length; i++) {
            byte[] altered = whole.clone();
            altered[i] = (byte) (altered[i] == '1' ? '2' : '1');
            if (altered[i] == whole[i]) {
                continue;
            }
            Files.write(path, altered);
            assertThatThrownBy(() -> secrets.read("feed", SecretStage.CURRENT))
                    .as("byte %s", i)
                    .isInstanceOf(UnsafeStorage.class);
            assertThatThrownBy(() -> put(secrets, "new", "value")).isInstanceOf(UnsafeStorage.class);
            assertThat(Files.readAllBytes(path)).isEqualTo(altered);
        }
    }

    @Test
    void aStagePassedOffAsAnotherIsFound() throws IOException {
        Path folder = parent.resolve("own");
        EncryptedFileSecrets secrets = EncryptedFileSecrets.create(folder, passphrase(), FLOOR, RANDOM);
        put(secrets, "feed", "one");
        put(secrets, "feed", "two");
        Path path = folder.resolve("secrets.json");
        String text = Files.readString(path, StandardCharsets.UTF_8);
        Files.writeString(
                path,
                text.replace("PREVIOUS", "X").replace("CURRENT", "PREVIOUS").replace("\"X\"", "\"CURRENT\""),
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> secrets.read("feed", SecretStage.CURRENT)).isInstanceOf(UnsafeStorage.class);
    }

    @Test
    void anOlderCopyShowsInTheCount() throws IOException {
        Path folder = parent.resolve("own");
        EncryptedFileSecrets secrets = EncryptedFileSecrets.create(folder, passphrase(), FLOOR, RANDOM);
        put(secrets, "feed", "one");
        byte[] older = Files.readAllBytes(folder.resolve("secrets.json"));
        long count = secrets.written();
        put(secrets, "feed", "two");
        assertThat(secrets.written()).isGreaterThan(count);
        Files.write(folder.resolve("secrets.json"), older);

        assertThat(secrets.written()).isEqualTo(count);
    }

    @Attack("A55")
    @Test
    void a55LinksAndOpenFilesAreRefused() throws IOException {
        Path folder = parent.resolve("own");
        EncryptedFileSecrets secrets = EncryptedFileSecrets.create(folder, passphrase(), FLOOR, RANDOM);
        put(secrets, "feed", "one");
        Path path = folder.resolve("secrets.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw----r--"));
        assertThatThrownBy(() -> secrets.read("feed", SecretStage.CURRENT))
                .isInstanceOf(UnsafeStorage.class)
                .hasMessageNotContaining(parent.toString());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Path moved = Files.move(path, parent.resolve("moved.json"));
        Files.createSymbolicLink(path, moved);
        assertThatThrownBy(() -> secrets.read("feed", SecretStage.CURRENT)).isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> put(secrets, "feed", "two")).isInstanceOf(UnsafeStorage.class);
    }

    @Test
    void aClosedFileReadsNothing() {
        EncryptedFileSecrets secrets = EncryptedFileSecrets.create(parent.resolve("own"), passphrase(), FLOOR, RANDOM);
        put(secrets, "feed", "one");
        secrets.close();

        assertThatThrownBy(() -> secrets.read("feed", SecretStage.CURRENT)).isInstanceOf(IllegalStateException.class);
    }

    private static void put(WritableSecretSource source, String name, String value) {
        try (SecretValue secret = SecretValue.of(value.toCharArray())) {
            source.stage(name, secret);
        }
        source.promote(name);
    }
}
