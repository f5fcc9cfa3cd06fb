package io.bondtrader.examples.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PortfoliosTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Portfolios.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFrontierThePricesAndTheTradesArePrinted() {
        assertThat(run()).isZero();
        assertThat(printed())
                .contains("Treasuries at par on 2025-07-11")
                .contains("Efficient frontier")
                .contains("best Sharpe")
                .contains("yield lower +")
                .contains("duration lower +")
                .contains("✓ agreed")
                .contains("BUY")
                .contains("cash 25000.00 USD to");
    }

    @Test
    void aWishThatCannotBeMetNamesWhatStandsAgainstIt() {
        assertThat(run("--yield", "4.6", "--duration", "4", "6")).isEqualTo(1);
        assertThat(printed())
                .contains("infeasible: [fully invested, cap, duration, yield] contradict each other")
                .contains("yield by 0.00");
    }

    @Test
    void anOptionThatMeansNothingIsRefusedAndHelpIsGiven() {
        assertThat(run("--duration", "four", "6")).isEqualTo(2);
        assertThat(run("--yield")).isEqualTo(2);
        assertThat(run("--colour", "red")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--help");
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("usage: examples/run portfolio");
    }
}
