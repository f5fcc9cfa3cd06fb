package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.mfa.OneTimeSecret.Hash;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Asvs("6.5.5")
final class OneTimeCodesTest {

    private static final int[] RFC_4226 = {
        755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489
    };
    private static final OneTimeSecret SECRET = rfc(Hash.SHA1, 6);
    private static final long STEP = 41_152_263; // of 2009-02-13T23:31:30Z, RFC 6238's 1234567890

    @Test
    void countersGiveTheCodesOfRfc4226AppendixD() {
        for (int counter = 0; counter < RFC_4226.length; counter++) {
            assertThat(SECRET.code(counter)).isEqualTo(RFC_4226[counter]);
        }
    }

    /** RFC 6238, appendix B; the longer keys repeat the digits, as its reference code and erratum 2866 say. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void timesGiveTheCodesOfRfc6238AppendixB(long seconds, String sha1, String sha256, String sha512) {
        assertThat(at(seconds).verify(rfc(Hash.SHA1, 8), "f", sha1)).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(at(seconds).verify(rfc(Hash.SHA256, 8), "f", sha256)).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(at(seconds).verify(rfc(Hash.SHA512, 8), "f", sha512)).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(at(seconds).verify(rfc(Hash.SHA256, 8), "f", sha1)).isEqualTo(CodeVerdict.WRONG);
    }

    @Test
    @Attack("A26")
    void a26UsedCodesAndOlderOnesOfTheWindowAreRefused() {
        var codes = at(STEP * 30);
        assertThat(codes.verify(SECRET, "f", code(STEP))).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(codes.verify(SECRET, "f", code(STEP))).isEqualTo(CodeVerdict.REPLAYED);
        assertThat(codes.verify(SECRET, "f", code(STEP - 1))).isEqualTo(CodeVerdict.REPLAYED);
        assertThat(codes.verify(SECRET, "another", code(STEP))).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(codes.verify(SECRET, "f", code(STEP + 1))).isEqualTo(CodeVerdict.ACCEPTED);
    }

    @Test
    @Attack("A26")
    void a26ParallelUsesOfOneCodeHaveOneSuccess() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 200; round++) {
                var codes = at(STEP * 30);
                List<Callable<CodeVerdict>> uses = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    uses.add(() -> codes.verify(SECRET, "f", code(STEP)));
                }
                assertThat(threads.invokeAll(uses).stream().map(OneTimeCodesTest::result))
                        .containsOnlyOnce(CodeVerdict.ACCEPTED)
                        .containsOnly(CodeVerdict.ACCEPTED, CodeVerdict.REPLAYED);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Attack("A27")
    void a27DriftIsAllowedAsSetAndNeverWidens() {
        for (int drift = 0; drift <= 2; drift++) {
            for (int off = -3; off <= 3; off++) {
                var verdict = at(STEP * 30).withDrift(drift).verify(SECRET, "f", code(STEP + off));
                assertThat(verdict == CodeVerdict.ACCEPTED).isEqualTo(Math.abs(off) <= drift);
            }
        }
        assertThatThrownBy(() -> at(0).withDrift(3)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> at(0).withDrift(-1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A27")
    void a27AClockThatFallsBackMakesNoUsedCodeGood() {
        var store = new InMemorySteps();
        var now = TimeCodes.of(store, () -> Instant.ofEpochSecond(STEP * 30));
        var earlier = TimeCodes.of(store, () -> Instant.ofEpochSecond(STEP * 30 - 3600));
        assertThat(now.verify(SECRET, "f", code(STEP))).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(earlier.verify(SECRET, "f", code(STEP - 120))).isEqualTo(CodeVerdict.REPLAYED);
        assertThatThrownBy(() -> at(-1).verify(SECRET, "f", "123456")).isInstanceOf(InvalidInput.class);
        assertThat(at(0).verify(SECRET, "f", code(0))).isEqualTo(CodeVerdict.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 123 456", "12345", "1234567", "-12345", "+12345", "１２３４５６", "12 3456", "123  56", "12345a"
            })
    @Attack("A29")
    void a29AnythingButDigitsIsNoCode(String text) {
        assertThat(at(59).verify(SECRET, "f", text)).isEqualTo(CodeVerdict.MALFORMED);
    }

    @Test
    @Attack("A29")
    void a29OneSpaceInTheMiddleIsReadAsAppsShowIt() {
        String code = code(STEP);
        assertThat(at(STEP * 30).verify(SECRET, "f", code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(CodeVerdict.ACCEPTED);
    }

    @Test
    void buttonsMayBePressedAheadAndNeverBehind() {
        var codes = CounterCodes.of(new InMemorySteps(), 3);
        assertThat(codes.verify(SECRET, "f", code(4))).isEqualTo(CodeVerdict.WRONG);
        assertThat(codes.verify(SECRET, "f", code(3))).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(codes.verify(SECRET, "f", code(3))).isEqualTo(CodeVerdict.WRONG);
        assertThat(codes.verify(SECRET, "f", code(1))).isEqualTo(CodeVerdict.WRONG);
        assertThat(codes.verify(SECRET, "f", code(7))).isEqualTo(CodeVerdict.ACCEPTED);
        assertThatThrownBy(() -> CounterCodes.of(new InMemorySteps(), 11)).isInstanceOf(InvalidInput.class);
    }

    /** The key of RFC 4226 in base32, RFC 4648 section 6. */
    @Test
    void appsReadTheAddress() {
        assertThat(new String(Provisioning.timeBased(SECRET, "Halvorsen & Co", "mia@halvorsen.example")))
                .isEqualTo("otpauth://totp/Halvorsen%20%26%20Co:mia%40halvorsen.example"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Halvorsen%20%26%20Co"
                        + "&algorithm=SHA1&digits=6&period=30");
        for (String name : List.of("", " ", "a:b", "a\nb", "x".repeat(101))) {
            assertThatThrownBy(() -> Provisioning.timeBased(SECRET, name, "mia"))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> Provisioning.timeBased(SECRET, "desk", name))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void secretsAreLongHiddenAndWiped() {
        var secret = OneTimeSecret.generate(new SecureRandom(), Hash.SHA256, 6);
        assertThat(secret.exportKey()).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(secret).hasToString("OneTimeSecret[SHA256, 6 digits]");
        secret.close();
        assertThatThrownBy(secret::exportKey).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.code(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(secret::base32).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OneTimeSecret.of(new byte[15], Hash.SHA1, 6)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OneTimeSecret.of(new byte[20], Hash.SHA1, 5)).isInstanceOf(InvalidInput.class);
    }

    private static TimeCodes at(long seconds) {
        InstantSource clock = () -> Instant.ofEpochSecond(seconds);
        return TimeCodes.of(new InMemorySteps(), clock);
    }

    private static String code(long counter) {
        return String.format(Locale.ROOT, "%06d", SECRET.code(counter));
    }

    private static OneTimeSecret rfc(Hash hash, int digits) {
        int length = hash == Hash.SHA1 ? 20 : hash == Hash.SHA256 ? 32 : 64;
        return OneTimeSecret.of(
                "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII), hash, digits);
    }

    private static CodeVerdict result(Future<CodeVerdict> use) {
        try {
            return use.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
