package io.bondtrader.examples.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bondtrader.examples.security.Transcript.Mark;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.testdata.Attack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it. */
final class SecurityTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void itWalksAndWritesAPageAndAQrCodeForItsOwnerAlone() throws Exception {
        Path page = folder.resolve("walk.html");
        Path qr = folder.resolve("app.png");
        int exit = run("--page", page, "--qr", qr);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1. A password and an authenticator app", "The trail", "! 0 otherwise")
                .doesNotContain("got through");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("A26").doesNotContain("src=", "href=");
        assertThat(Files.readAllBytes(qr)).startsWith(0x89, 'P', 'N', 'G');
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(qr)))
                .isEqualTo("rw-------");
    }

    @Test
    void twoRunsPrintTheSame() throws Exception {
        assertThat(text(Walkthrough.run())).isEqualTo(text(Walkthrough.run()));
    }

    @Test
    @Attack("A61")
    void a61NothingThatWasHandedOutIsPrinted() throws Exception {
        Walkthrough walk = Walkthrough.run();
        String printed = text(walk) + HtmlPage.of(walk) + walk.house.trail.events() + walk.house.mails;

        assertThat(walk.house.secrets()).hasSizeGreaterThan(25);
        for (String secret : walk.house.secrets()) {
            assertThat(printed.contains(secret)).isFalse();
        }
    }

    @Test
    void theUserIsToldAndEveryKindOfRefusalIsOnTheTrail() throws Exception {
        Walkthrough walk = Walkthrough.run();

        assertThat(walk.house.mails).contains("mia: authn_factor_change", "mia: authn_login_successafterfail");
        assertThat(walk.house.trail.events())
                .extracting(event -> event.type())
                .contains(
                        SecurityEventType.AUTHN_LOGIN_FAIL,
                        SecurityEventType.AUTHN_LOGIN_FAIL_MAX,
                        SecurityEventType.AUTHN_TOKEN_REUSE,
                        SecurityEventType.AUTHZ_FAIL,
                        SecurityEventType.MALICIOUS_DIRECT_REFERENCE,
                        SecurityEventType.MALICIOUS_EXTRANEOUS,
                        SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED,
                        SecurityEventType.SENSITIVE_READ,
                        SecurityEventType.SENSITIVE_READ_FAIL,
                        SecurityEventType.SESSION_USE_AFTER_EXPIRE);
    }

    @Test
    void anAttackThatGetsThroughIsSaid() {
        Transcript transcript = new Transcript(new Trail());
        transcript.step("A planted hole");
        transcript.attack("A26", "the same code twice", Optional::empty);

        assertThat(transcript.lines(Mark.WRONG))
                .singleElement()
                .satisfies(line -> assertThat(line.why()).isEqualTo("it got through"));
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run("--page")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("security: ");
        assertThat(out.size()).isZero();
    }

    @Test
    void itSaysWhatItTakes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: examples/run security");
    }

    private static String text(Walkthrough walk) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextReport.print(walk, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int run(Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        return Security.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                texts);
    }
}
