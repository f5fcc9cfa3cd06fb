package io.bondtrader.examples.security;

import io.bondtrader.security.error.SecretRefused;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.secret.EncryptedFileSecrets;
import io.bondtrader.security.secret.MasterKey;
import io.bondtrader.security.secret.SecretAccess;
import io.bondtrader.security.secret.SecretAccessReport;
import io.bondtrader.security.secret.SecretReading;
import io.bondtrader.security.secret.SecretValue;
import io.bondtrader.security.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A feed's password in an encrypted file. */
final class SecretWalk {

    private static final Principal FEED = new Principal(AccountId.of("feed-handler"), null, List.of());
    private static final Principal REPORT = new Principal(AccountId.of("risk-report"), null, List.of());

    private final House house;
    private final Transcript transcript;
    private final Path folder;

    SecretWalk(House house, Transcript transcript, Path folder) {
        this.house = house;
        this.transcript = transcript;
        this.folder = folder;
    }

    void run() throws IOException {
        transcript.step("A secret from a file");
        Path place = folder.resolve("secrets");
        String passphrase = house.newSecret();
        String password = house.newSecret();
        try (var file = EncryptedFileSecrets.create(
                        place, passphrase.toCharArray(), MasterKey.argon2id(), house.random);
                var value = SecretValue.of(password.toCharArray())) {
            file.stage("feed/password", value);
            file.promote("feed/password");
            try (Secrets secrets = Secrets.builder(
                            file, (reader, name) -> reader.equals(FEED) && name.startsWith("feed/"))
                    .clock(house.clock)
                    .events(house.trail)
                    .watchEnvironment(Set.of("PATH", "FEED_PASSWORD"))
                    .build()) {
                read(secrets, password);
            }
        }
        tamper(place, passphrase);
    }

    private void read(Secrets secrets, String password) {
        transcript.allowed("the environment holds FEED_PASSWORD", true, "reported, and never read");
        SecretAccess access = SecretAccess.inside(FEED, "connects to the feed");
        try (SecretReading reading = secrets.read("feed/password", access)) {
            transcript.allowed(
                    "the feed handler reads its password",
                    reading.value().useCharacters(characters -> password.equals(new String(characters))),
                    "version " + reading.version() + ", on the record before it is given");
            transcript.attack(
                    "A61",
                    "the reading is printed",
                    () -> (reading + " " + reading.value()).contains(password)
                            ? Optional.empty()
                            : Optional.of(reading.value().toString()));
        }
        transcript.attack("", "the risk report reads it", () -> {
            SecretAccess other = SecretAccess.inside(REPORT, "curious");
            String refused = refusal(secrets, "feed/password", other);
            return refused.equals(refusal(secrets, "feed/nothing", other))
                    ? Optional.of("the words of a secret that is not there")
                    : Optional.empty();
        });
        List<SecretAccessReport.Row> rows =
                SecretAccessReport.of(house.trail.events()).ofSecret("feed/password").rows().stream()
                        .filter(row -> !row.reader().equals("unknown"))
                        .toList();
        transcript.allowed(
                "who read it, and who tried",
                rows.size() == 2,
                rows.stream()
                        .map(row -> row.reader() + " " + row.reads() + " read, " + row.failures() + " refused")
                        .toList());
    }

    private static String refusal(Secrets secrets, String name, SecretAccess access) {
        try (SecretReading reading = secrets.read(name, access)) {
            return reading.name() + " was read";
        } catch (SecretRefused refused) {
            return refused.clientMessage();
        }
    }

    private void tamper(Path place, String passphrase) throws IOException {
        transcript.attack("", "the file with another passphrase", () -> {
            EncryptedFileSecrets.open(place, "a guess, no more".toCharArray(), house.random)
                    .close();
            return Optional.empty();
        });
        if (Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
            transcript.attack("A55", "the folder is open to others", () -> {
                EncryptedFileSecrets.open(place, passphrase.toCharArray(), house.random)
                        .close();
                return Optional.empty();
            });
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            transcript.allowed("nothing else lies beside it", files.count() == 1, "one file or folder");
        }
    }
}
