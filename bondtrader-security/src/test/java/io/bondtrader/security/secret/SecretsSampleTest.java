package io.bondtrader.security.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Principal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on secrets shows. */
final class SecretsSampleTest {

    @TempDir
    private Path folder;

    @Test
    void readsASecretAndRotatesIt() {
        var audit = new InMemoryAuditSink();
        char[] passphrase = "correct horse battery staple".toCharArray();
        char[] newPassword = "another".toCharArray();

        // The embedded default: one encrypted file, for its owner alone.
        var file = EncryptedFileSecrets.create(
                folder.resolve("secrets"), passphrase, MasterKey.argon2id(), new SecureRandom());
        try (SecretValue value = SecretValue.of(newPassword)) {
            file.stage("feed/password", value);
        }
        file.promote("feed/password"); // after the new one was tried out

        var feed = new Principal(AccountId.of("feed-handler"), null, List.of());
        var secrets = Secrets.builder(file, (reader, name) -> reader.equals(feed) && name.startsWith("feed/"))
                .events(SecurityEventSink.to(audit))
                .watchEnvironment(System.getenv().keySet())
                .build();

        Optional<String> session = secrets.attempt(
                "feed/password",
                SecretAccess.inside(feed, "connects to the feed"),
                reading -> reading.value().useCharacters(SecretsSampleTest::connect));

        assertThat(session).contains("connected");
        assertThat(audit.events()).hasSize(1);
    }

    private static Optional<String> connect(char[] password) {
        return password.length == 7 ? Optional.of("connected") : Optional.empty();
    }
}
