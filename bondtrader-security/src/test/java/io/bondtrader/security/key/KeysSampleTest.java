package io.bondtrader.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on keys shows. */
final class KeysSampleTest {

    @TempDir
    private Path folder;

    @Test
    void rotatesDataKeysAndOpensWhatOldOnesMade() {
        var random = new SecureRandom();
        var masterKey = SymmetricKey.generate(random);
        var audit = new InMemoryAuditSink();
        byte[] totpSecret = {1, 2, 3};

        // Keys live 90 days; what they encrypted may be read for a year more.
        var policy = RotationPolicy.internal(Duration.ofDays(90), Duration.ofDays(365))
                .withNotices(Duration.ofDays(7));
        var keys = RotatingKeyring.builder("data", KeyKind.symmetric(), policy)
                .events(SecurityEventSink.to(audit))
                .open(FileKeyrings.in(folder.resolve("keys")), KeyWrapping.under(masterKey, random));
        keys.runDue(AccountId.of("rotation-job")); // daily, by your scheduler

        var cipher = KeyringCipher.of(keys::current, random);
        var place = EncryptionContext.purpose("totp-secret").with("account", "clara");
        byte[] sealed = cipher.wrap(totpSecret, place);

        keys.rotateNow(AccountId.of("clara"), "laptop lost");
        keys.rollBack(AccountId.of("clara"), "laptop found");
        byte[] opened = cipher.unwrap(sealed, place); // in its own place only

        assertThat(opened).isEqualTo(totpSecret);
        assertThat(keys.current().versions()).hasSize(2);
        assertThat(audit.events()).hasSize(5);
    }
}
