package io.bondtrader.examples.strategies;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.examples.risk.Risk;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.error.UnknownStrategy;
import io.bondtrader.strategies.strategy.StrategyFactory;
import io.bondtrader.strategies.strategy.StrategySpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Strategies on real Treasury yields. {@code --help} tells the options. */
public final class Strategies {

    private static final String USAGE = """
            usage: examples/run strategies [OPTIONS]

            Back-tests five strategies and a benchmark on Treasuries that are issued, pay coupons, age and are funded;
            first each at full risk, then together under one budget of risk. Prints what each earned after costs, writes
            a tear sheet of each as HTML and JSON, and comparison.html.

              --yields FILE       daily par yields, date and tenors (default: ten years of the US Treasury's)
              --strategies FILE   JSON array of strategies, by name and parameters (default: the usual five)
              --list              prints the strategies that there are, and their parameters
              --allocation HOW    fixed, parity, kelly or performance (default: parity)
              --half-spread BP    cost of trading the newest bonds, in basis points of yield; older ones cost twice
                                  that (default: 0.25)
              --out FOLDER        where pages are written (default: here)
            """;

    /** The usual five, and the benchmark first. */
    private static final String USUAL = """
            [{"strategy": "buy-and-hold", "id": "benchmark"},
             {"strategy": "momentum", "id": "momentum"},
             {"strategy": "volatility-breakout", "id": "breakout"},
             {"strategy": "carry", "id": "carry", "parameters": {"longOnly": true}},
             {"strategy": "curve-slope", "id": "slope"},
             {"strategy": "butterfly", "id": "butterfly"}]
            """;

    private Strategies() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        try {
            Options options = Options.parse(List.of(args));
            if (options.help()) {
                out.print(USAGE);
                return 0;
            }
            if (options.list()) {
                out.print(StrategyFactory.standard().describe());
                return 0;
            }
            ParYieldHistory yields = options.yields() == null ? sample() : ParYieldHistory.read(options.yields());
            List<StrategySpec> specs =
                    StrategySpec.parseAll(options.strategies() == null ? USUAL : text(options.strategies()));
            new Contest(yields, specs, options).run(out, err);
            return 0;
        } catch (InvalidInput | MissingData | UnknownStrategy refused) {
            err.println("strategies: " + refused.getMessage());
            return 2;
        } catch (BondTraderException failed) {
            err.println("strategies: " + failed.getMessage());
            return 1;
        } catch (IOException failed) {
            err.println("strategies: the pages cannot be written: " + failed.getMessage());
            return 1;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new MissingData("strategies in " + file);
        }
    }

    private static ParYieldHistory sample() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Risk.class.getResourceAsStream("par-yields.csv")), StandardCharsets.UTF_8))) {
            return ParYieldHistory.parse(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
