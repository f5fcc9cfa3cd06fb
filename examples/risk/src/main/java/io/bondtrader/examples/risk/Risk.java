package io.bondtrader.examples.risk;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.var.BackTest;
import io.bondtrader.risk.var.FactorMapping;
import io.bondtrader.risk.var.RiskModel;
import io.bondtrader.risk.var.ScenarioBook;
import io.bondtrader.risk.var.TrafficLight;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Value at risk of a book of Treasuries from real curves. {@code --help} tells the options. */
public final class Risk {

    private static final String USAGE = """
            usage: examples/run risk [report | backtest | limits] [OPTIONS]

              report     writes risk.html and risk.json: value at risk by several models, its parts, stress, key rates
                         (the default)
              backtest   runs each model through history and counts what was lost beyond its value at risk
              limits     writes limits.html and limits.json: stress and reverse stress of the book, orders held to limits

              --book FILE      CUSIP, type, coupon, issue and maturity date, face (default: the quickstart's sample)
              --yields FILE    daily par yields, date and tenors (default: ten years of the US Treasury's)
              --years N        years of back-test, before them a window (default: what the yields hold)
              --window N       moves that each day's figures know (default: 500)
              --confidence C   such as 0.99, which is the default
              --out FOLDER     where the report is written (default: here)
            """;

    private Risk() {}

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
            ParYieldHistory yields = options.yields() == null ? sample() : ParYieldHistory.read(options.yields());
            List<Position> positions =
                    options.book() == null ? TreasuryBook.sample() : TreasuryBook.read(options.book());
            if (options.backTest()) {
                backTest(out, options, yields, positions);
            } else if (options.limits()) {
                DeskLimits.write(out, options, yields, positions);
            } else {
                DeskReport.write(out, options, yields, positions);
            }
            return 0;
        } catch (InvalidInput | MissingData refused) {
            err.println("risk: " + refused.getMessage());
            return 2;
        } catch (BondTraderException failed) {
            err.println("risk: " + failed.getMessage());
            return 1;
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

    /** The book off the last day's curve, settled as Treasuries are. */
    static ValuedBook value(ParYieldHistory yields, List<Position> positions) {
        DiscountCurve curve = yields.latestCurve();
        LocalDate settlement = BondConventions.US_TREASURY.settlementDate(curve.referenceDate());
        return ValuedBook.of(positions, RiskMarket.of(settlement, "USD", curve)).requireComplete();
    }

    static FactorMoves moves(ParYieldHistory yields, Parallelism parallelism) {
        return yields.zeroRates(CurveFactors.standardTenors(), parallelism).moves(ReturnKind.ABSOLUTE);
    }

    private static void backTest(PrintStream out, Options options, ParYieldHistory yields, List<Position> positions) {
        Parallelism parallelism = Parallelism.commonPool();
        FactorMoves moves = moves(yields, parallelism);
        if (options.years() > 0) {
            LocalDate start = yields.dates().get(yields.dates().size() - 1).minusYears(options.years());
            int first = (int)
                    moves.ends().stream().filter(day -> day.isBefore(start)).count();
            moves = moves.range(Math.max(0, first - options.window()), moves.size());
        }
        ValuedBook valued = value(yields, positions);
        ScenarioBook book = ScenarioBook.of(valued, FactorMapping.ofCurve("USD", CurveFactors.standard()));
        out.printf(
                Locale.ROOT,
                "%d positions worth %,.0f USD on %s; one-day VaR %s%% from the %d moves before each day%n%n",
                positions.size(),
                book.value(),
                yields.dates().get(yields.dates().size() - 1),
                options.confidence() * 100,
                options.window());
        out.printf(
                "%-31s %6s %6s %8s %14s %14s %8s %22s %6s%n",
                "model",
                "days",
                "beyond",
                "promised",
                "Kupiec (p)",
                "Christ. (p)",
                "ES Z2",
                "green/amber/red 250d",
                "today");
        for (Map.Entry<String, RiskModel> model : Models.all().entrySet()) {
            BackTest test = BackTest.rolling(
                    book, moves, options.window(), model.getValue(), options.confidence(), parallelism);
            Map<TrafficLight.Zone, Integer> zones = test.zones(250);
            double runs = zones.values().stream().mapToInt(Integer::intValue).sum();
            out.printf(
                    Locale.ROOT,
                    "%-31s %6d %6d %8.1f %6.2f (%.3f) %6.2f (%.3f) %8.2f %7.1f%% %5.1f%% %5.1f%% %6s%n",
                    model.getKey(),
                    test.days().size(),
                    test.exceptionCount(),
                    test.days().size() * (1 - options.confidence()),
                    test.coverage().unconditional(),
                    test.coverage().unconditionalProbability(),
                    test.coverage().independence(),
                    test.coverage().independenceProbability(),
                    test.shortfall().statistic(),
                    100 * zones.getOrDefault(TrafficLight.Zone.GREEN, 0) / runs,
                    100 * zones.getOrDefault(TrafficLight.Zone.AMBER, 0) / runs,
                    100 * zones.getOrDefault(TrafficLight.Zone.RED, 0) / runs,
                    test.trafficLight(250).zone());
        }
        out.printf(
                "%nfrom %s to %s; the book is held as it is today%n",
                moves.ends().get(options.window()), moves.ends().get(moves.size() - 1));
    }

    /** What was asked for. */
    record Options(
            boolean help,
            boolean backTest,
            boolean limits,
            @Nullable Path book,
            @Nullable Path yields,
            int years,
            int window,
            double confidence,
            Path out) {

        static Options parse(List<String> args) {
            boolean help = false;
            boolean backTest = false;
            boolean limits = false;
            @Nullable Path book = null;
            @Nullable Path yields = null;
            int years = 0;
            int window = 500;
            double confidence = 0.99;
            Path out = Path.of("");
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                switch (arg) {
                    case "--help", "-h" -> help = true;
                    case "report" -> backTest = false;
                    case "backtest" -> backTest = true;
                    case "limits" -> limits = true;
                    case "--book" -> book = Path.of(value(args, ++i, arg));
                    case "--yields" -> yields = Path.of(value(args, ++i, arg));
                    case "--years" -> years = (int) number(value(args, ++i, arg), arg, 1, 100);
                    case "--window" -> window = (int) number(value(args, ++i, arg), arg, 30, 100_000);
                    case "--confidence" -> confidence = number(value(args, ++i, arg), arg, 0.5, 0.9999);
                    case "--out" -> out = Path.of(value(args, ++i, arg));
                    default -> throw InvalidInput.unreadable("option", arg, "one of those that --help lists");
                }
            }
            return new Options(help, backTest, limits, book, yields, years, window, confidence, out);
        }

        private static String value(List<String> args, int at, String option) {
            if (at >= args.size()) {
                throw InvalidInput.unreadable("value of " + option, "", "given after it");
            }
            return args.get(at);
        }

        private static double number(String text, String option, double low, double high) {
            try {
                double number = Double.parseDouble(text);
                InvalidInput.unless(number >= low && number <= high, option, text, "from " + low + " to " + high);
                return number;
            } catch (NumberFormatException unreadable) {
                throw InvalidInput.unreadable(option, text, "a number");
            }
        }
    }
}
