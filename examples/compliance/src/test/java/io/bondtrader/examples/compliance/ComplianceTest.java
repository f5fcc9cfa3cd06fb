package io.bondtrader.examples.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it. */
final class ComplianceTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Compliance.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }

    /** The page is what the program prints, so it cannot grow old. */
    @Test
    void theDayComesOutAsThePageOfTheHandbookShowsIt() throws IOException {
        Path day = folder.resolve("day");
        int exit = run(day.toString());

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(exit).isZero();
        String page = HandbookPage.read("compliance-day.md");
        out.toString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> assertThat(page).contains(line));
        assertThat(Files.readString(day.resolve("transactions.xml"))).contains("auth.016");
        assertThat(Files.readString(day.resolve("suspicion.html"))).startsWith("<!DOCTYPE html>");
        assertThat(Files.readString(day.resolve("access/personal-data.json"))).contains("Jane Doe");
        assertThat(Files.readString(
                        day.resolve("log/segments/0000000000000000000.log"),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Jane Doe");
    }

    @Test
    void aFolderThatExistsIsNotWrittenInto() {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("exists already");
    }

    @Test
    void wrongArgumentsGetTheUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--nothing")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("usage: examples/run compliance FOLDER");
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("usage: examples/run compliance FOLDER");
    }
}
