package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The code of docs/mfa.md. */
final class MfaSampleTest {

    @Test
    void codesAreAcceptedOnce() {
        SecureRandom random = new SecureRandom();
        InstantSource clock = () -> Instant.parse("2026-03-02T09:30:00Z");

        // Enrolment: keep the key encrypted, show the address once as a QR code.
        var secret = OneTimeSecret.generate(random, OneTimeSecret.Hash.SHA1, 6);
        char[] address = Provisioning.timeBased(secret, "Halvorsen Capital", "mia");
        Arrays.fill(address, '\0');

        // Login: the password was right; now the code.
        var codes = TimeCodes.of(new InMemorySteps(), clock);
        String typed = String.format(
                Locale.ROOT, "%06d", secret.code(clock.instant().getEpochSecond() / TimeCodes.STEP_SECONDS));
        CodeVerdict verdict = codes.verify(secret, "mia-phone", typed);
        CodeVerdict again = codes.verify(secret, "mia-phone", typed);

        assertThat(verdict).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(again).isEqualTo(CodeVerdict.REPLAYED);
    }

    @Test
    void backupCodesWorkOnce() {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        var backup = BackupCodes.of(new InMemoryBackupCodes(), key, random);
        List<char[]> shownOnce = backup.regenerate("mia", 10);
        boolean used = backup.use("mia", shownOnce.get(0)); // wiped now
        int left = backup.remaining("mia");

        assertThat(used).isTrue();
        assertThat(left).isEqualTo(9);
    }
}
