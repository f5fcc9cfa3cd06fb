package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
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

    @Test
    void aFactorIsEnrolledByProof() {
        SecureRandom random = new SecureRandom();
        InstantSource clock = () -> Instant.parse("2026-03-02T09:30:00Z");
        SecretProtector protector =
                SecretProtector.under(KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom()));
        SecurityEventSink events = SecurityEventSink.none();
        UserNotifier mail = UserNotifier.none();
        var password = new FactorEvidence(Factor.PASSWORD, clock.instant());
        var mia = Principal.of(AccountId.of("a-17"), PersonId.of("p-17"), password);

        var check = FactorCheck.of(
                new InMemoryFactors(), protector, new InMemorySteps(), new InMemoryAttempts(), clock, events);
        var enrolment = FactorEnrolment.of(check, random, events, mail);
        var actor = new FactorActor(mia, "session reference", null);
        var started = (FactorEnrolment.Started) enrolment.begin(actor, Factor.TIME_CODE, "phone", null);
        char[] address = Provisioning.timeBased(started.secret(), "Halvorsen Capital", "mia");
        String picture = QrCode.of(address).toSvg(); // shown once, cached nowhere
        Arrays.fill(address, '\0');

        String typed = TestAuthenticator.code(started.secret(), clock.instant());
        FactorChange change = enrolment.confirm(actor, started.factor(), typed);
        FactorVerdict again = check.verify(mia.account(), started.factor(), typed, null);

        assertThat(picture).startsWith("<svg");
        assertThat(change).isInstanceOf(FactorChange.Changed.class);
        assertThat(again).isEqualTo(new FactorVerdict.Refused());
    }
}
