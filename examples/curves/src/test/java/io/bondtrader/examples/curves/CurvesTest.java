package io.bondtrader.examples.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Curves.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void theSampleIsDrawnWithABondForEveryDotAndNothingFromElsewhere() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(run("--html", page.toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        String html = Files.readString(page);
        assertThat(html.split("<circle class=\"bond\"", -1)).hasSizeGreaterThan(100);
        assertThat(html.split("<polygon", -1)).hasSizeGreaterThan(1500);
        assertThat(html)
                .contains("Prices are not closing prices")
                .contains("Richest")
                .contains("Cheapest");
        assertThat(html).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("not confirmed");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("bonds fitted");
    }

    @Test
    void twoRunsDrawTheSameBytes() throws IOException {
        run("--html", folder.resolve("a.html").toString());
        run("--html", folder.resolve("b.html").toString());
        assertThat(folder.resolve("a.html")).hasSameBinaryContentAs(folder.resolve("b.html"));
    }

    @Test
    void whatCannotBeReadIsSaidAndEndsWithTwo() throws IOException {
        assertThat(run("--yields", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(run("--rates", "x")).isEqualTo(2);
        assertThat(run("--html")).isEqualTo(2);
        Path broken = Files.writeString(folder.resolve("broken.csv"), "date,1Y\n2025-07-11,4.0,5.0\n");
        assertThat(run("--yields", broken.toString())).isEqualTo(2);
        Path words = Files.writeString(folder.resolve("words.csv"), "date,1Y\n2025-07-11,four\n");
        assertThat(run("--yields", words.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--help");
    }

    @Test
    void aYieldThatCannotBeEndsWithOne() throws IOException {
        Path yields = Files.writeString(folder.resolve("absurd.csv"), "date,1Y\n2025-07-11,4000\n");
        assertThat(run("--yields", yields.toString())).isEqualTo(1);
    }

    @Test
    void helpTellsTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--auctions").contains("exit code");
    }
}
