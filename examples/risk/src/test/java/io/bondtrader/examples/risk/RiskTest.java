package io.bondtrader.examples.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RiskTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Risk.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theReportHoldsEveryModelAndItsBackTest(@TempDir Path folder) throws IOException {
        assertThat(run("report", "--out", folder.toString())).isZero();

        assertThat(printed()).contains("historical: VaR 99.00%", "Monte Carlo: VaR", "agreed", "level");
        assertThat(Files.readString(folder.resolve("risk.html")))
                .contains("<svg", "Value at risk against what happened");
        assertThat(Files.readString(folder.resolve("risk.json"))).contains("\"asOf\" : \"2025-07-11\"");
    }

    @Test
    void theBackTestHasALineAModel() {
        assertThat(run("backtest", "--years", "1", "--window", "250")).isZero();

        assertThat(printed())
                .contains("historical", "volatility-scaled", "delta-gamma", "from 2024-07-11 to 2025-07-11");
    }

    @Test
    void ordersAreHeldToLimitsAndTheBookIsStressed(@TempDir Path folder) throws IOException {
        assertThat(run("limits", "--out", folder.toString())).isZero();

        assertThat(printed())
                .contains("hikes of 2022", "IRRBB parallel up", "✓ agreed", "most likely move of size")
                .contains("order 1: buy 1,000,000 of ", "order 2: buy 500,000,000 of ", "rejected, largest face ")
                .contains("ORDER-LOT", "binding: ", "dv01: ");
        assertThat(Files.readString(folder.resolve("limits.html"))).contains("<svg", "tenor-share");
        assertThat(Files.readString(folder.resolve("limits.json"))).contains("IRRBB steepener");
    }

    @Test
    void ownFilesAreReadAndTheirMistakesNamed(@TempDir Path folder) throws IOException {
        Path book = folder.resolve("book.csv");
        Files.writeString(book, "cusip,type,coupon,issue,maturity,face\nABC,Note,four,2024-05-15,2034-05-15,1\n");

        assertThat(run("--book", book.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2", "coupon in per cent");
    }

    @Test
    void strangeOptionsAreExplained() {
        assertThat(run("--frequency")).isEqualTo(2);
        assertThat(run("--window")).isEqualTo(2);
        assertThat(run("--window", "many")).isEqualTo(2);
        assertThat(run("--confidence", "2")).isEqualTo(2);
        assertThat(run("--yields", "nowhere.csv")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--help", "nowhere.csv");
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("usage: examples/run risk");
    }
}
