package io.bondtrader.examples.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it. */
final class StrategiesTest {

    private static final String TWO = """
            [{"strategy": "buy-and-hold", "id": "hold"},
             {"strategy": "curve-slope", "id": "slope", "parameters": {"window": 60}}]
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path yields = Path.of("");
    private Path strategies = Path.of("");

    @BeforeEach
    void prepare() throws Exception {
        yields = folder.resolve("yields.csv");
        strategies = folder.resolve("strategies.json");
        Files.writeString(yields, twoYears());
        Files.writeString(strategies, TWO);
    }

    @Test
    void itPrintsBothRunsAndWritesAPageOfEach() throws Exception {
        int exit = run("--yields", yields, "--strategies", strategies, "--out", folder);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Each at full risk", "Under one budget of risk (parity)", "hold", "slope", "FUNDING");
        for (String page : new String[] {"hold.html", "slope.html", "together.html", "comparison.html"}) {
            assertThat(Files.readString(folder.resolve(page)))
                    .startsWith("<!DOCTYPE html>")
                    .doesNotContain("http://");
        }
        assertThat(folder.resolve("hold.json")).content().startsWith("{");
    }

    @Test
    void theSameRunPrintsTheSame() {
        run("--yields", yields, "--strategies", strategies, "--out", folder, "--allocation", "kelly");
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        run("--yields", yields, "--strategies", strategies, "--out", folder, "--allocation", "kelly");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first);
    }

    @Test
    void itTellsItsOptionsAndItsStrategies() {
        assertThat(run("--help")).isZero();
        assertThat(run("--list")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--half-spread", "momentum", "butterfly");
    }

    @Test
    void nonsenseIsRefusedWithTheReason() throws Exception {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run("--yields", folder.resolve("absent.csv"))).isEqualTo(2);
        assertThat(run("--strategies", folder.resolve("absent.json"))).isEqualTo(2);
        assertThat(run("--half-spread", "much")).isEqualTo(2);
        assertThat(run("--half-spread")).isEqualTo(2);
        assertThat(run("--yields", yields, "--allocation", "luck")).isEqualTo(2);
        Files.writeString(strategies, "[{\"strategy\": \"nonsense\", \"id\": \"a\"}]");
        assertThat(run("--yields", yields, "--strategies", strategies)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("BT-1001", "BT-2001", "BT-4103");
    }

    private int run(Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        return Strategies.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                texts);
    }

    private static String twoYears() {
        Random random = new Random(12);
        StringBuilder text = new StringBuilder("date,3M,2Y,5Y,10Y\n");
        double level = 4.0;
        double slope = 1.0;
        LocalDate day = LocalDate.of(2022, 1, 3);
        for (int i = 0; i < 730; i++, day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                level += 0.05 * random.nextGaussian();
                slope += 0.03 * random.nextGaussian() + 0.02 * (1.0 - slope);
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f%n",
                        day,
                        level - 0.5,
                        level,
                        level + 0.6 * slope,
                        level + slope));
            }
        }
        return text.toString();
    }
}
