package io.bondtrader.examples.jshell;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JShell as {@code examples/run jshell} starts it. It exits with 0 whatever happens, so what it prints is checked. */
final class StartupScriptTest {

    @TempDir
    private Path folder;

    @Test
    void threeLinesPriceATreasury() throws Exception {
        String output = jshell(
                "var bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, \"2025-11-15\", \"2035-11-15\")",
                "var pricing = BondPricing.of(bond, LocalDate.of(2026, 3, 17))",
                "System.out.println(pricing.dirtyPriceFromYield(0.0440))");

        // Strata 2.12 and QuantLib 1.29 give 100.256817209181.
        assertThat(output.lines())
                .singleElement()
                .satisfies(line -> assertThat(Double.parseDouble(line)).isCloseTo(100.256817209181, within(1e-12)));
    }

    @Test
    void threeLinesVerifyAPrice() throws Exception {
        String output = jshell(
                "var bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, \"2025-11-15\", \"2035-11-15\")",
                "var pricing = VerifiedPricing.of(bond, LocalDate.of(2026, 3, 17))",
                "System.out.println(pricing.cleanPrice(0.0440).isAgreed() + \" \" + pricing.cleanPrice(0.0440))");

        assertThat(output).contains("true clean price 98.824497").contains("closed annuity 98.8244967671");
    }

    @Test
    void tenLinesBackTestAStrategy() throws Exception {
        Path yields = folder.resolve("yields.csv");
        StringBuilder days = new StringBuilder("date,3M,10Y\n");
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < 100; i++) {
            days.append(day.plusDays(i))
                    .append(",5.00,")
                    .append(i % 2 == 0 ? "4.40" : "4.50")
                    .append('\n');
        }
        Files.writeString(yields, days);
        String output = jshell(
                "var history = ParYieldHistory.read(Path.of(\"" + yields + "\"))",
                "Strategy reversion() {",
                "    var score = ZScore.of(20);",
                "    return view -> {",
                "        if (!(view.event() instanceof Observations)) return List.of();",
                "        double cheap = score.update(view.series(\"UST 10Y yield\").last());",
                "        return List.of(Intent.ofDv01(\"UST 10Y\", 10_000 * Math.rint(cheap)));",
                "    };",
                "}",
                "var result = Backtest.on(TreasuryMarket.of(history)).strategy(\"reversion\", () -> reversion()).run()",
                "System.out.println(result)");

        // It buys cheap and is filled a day later, when it is dear: a loss each time.
        assertThat(output).contains("BacktestResult[2024-01-01 to 2024-04-09").containsPattern("reversion +profit +-");
    }

    @Test
    void fewLinesAskWhoMayTrade() throws Exception {
        String output = jshell(
                "var mia = AccountId.of(\"mia\")",
                "var book = AccessBook.empty().edit().open(AccountEntry.person(mia, PersonId.of(\"mia\")))"
                        + ".grant(RoleGrant.of(mia, Desk.TRADER, GrantScope.any())).done()",
                "var access = AccessControl.builder(Desk.policy(\"desk-1\").build(), new InMemoryAccessStore(book),"
                        + " InstantSource.system(), SecurityEventSink.none()).build()",
                "var order = ResourceRef.of(Desk.ORDER, \"4711\")",
                "var trader = Principal.of(mia, PersonId.of(\"mia\"))",
                "System.out.println(access.check(trader, Desk.ENTER_ORDER, order))",
                "System.out.println(access.check(trader, Desk.APPROVE_ORDER, order))");

        assertThat(output.lines()).containsExactly("true", "false");
    }

    @Test
    void namesOfTwoPackagesMeanOneThing() throws Exception {
        String output = jshell(
                "System.out.println(List.of(Verdict.class, Decision.class, Problem.class, Dimension.class, Effect.class,"
                        + " Change.class, Reason.class).stream().noneMatch(c -> c.getName().contains(\"security\")))");

        assertThat(output).isEqualToIgnoringNewLines("true");
    }

    private String jshell(String... lines) throws Exception {
        Path script = folder.resolve("script.jsh");
        Files.write(script, List.of(lines));
        Files.writeString(script, System.lineSeparator() + "/exit" + System.lineSeparator(), APPEND);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        "bondtrader.jsh",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
