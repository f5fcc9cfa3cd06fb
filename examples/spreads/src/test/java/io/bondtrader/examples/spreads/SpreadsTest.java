package io.bondtrader.examples.spreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as somebody runs it. */
final class SpreadsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Spreads.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void everySpreadIsShownWithItsProofAndThePageNeedsNothingFromAnywhere() throws IOException {
        Path html = folder.resolve("made/spreads.html");

        assertThat(run("--html", html.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Z-spread, continuous", "asset swap, market value", "every spread reprices the bond within")
                .contains("zero key rates", "adds up", "✓ agreed");
        assertThat(Files.readString(html))
                .contains("<svg", "Key-rate durations", "G-spread")
                .doesNotContain("NaN")
                .doesNotContain("src=")
                .doesNotContain("href=");
    }

    @Test
    void aPriceThatIsNoneIsRefused() {
        assertThat(run("--price", "-5", "--html", folder.resolve("x.html").toString()))
                .isEqualTo(2);
        assertThat(run("--price", "dear")).isEqualTo(2);
        assertThat(run("--prise", "99")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cleanPrice", "'dear' is no price", "--prise");
        assertThat(run("--help")).isZero();
    }
}
