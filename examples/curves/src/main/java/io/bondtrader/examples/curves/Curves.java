package io.bondtrader.examples.curves;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.CubicSpline;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FitWeights;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.OutlierRule;
import io.bondtrader.core.curve.fit.Svensson;
import io.bondtrader.core.error.BondTraderException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws a year of bootstrapped zero curves and curves fitted to a Treasury book. {@code --help} tells the options. */
public final class Curves {

    private static final String USAGE = """
            usage: examples/run curves [OPTIONS]

            Bootstraps the zero curve of every day of par yields, fits curves to a book of US Treasuries on the last
            day, and draws both. Without options: the year to 11 July 2025.

              --yields FILE    CSV of par yields in percent: date,1M,3M,1Y,...,30Y, a day a line
              --auctions FILE  CSV with columns cusip, issue_date, maturity_date, coupon_percent,
                               first_period (accrued or short) and price_per_100, an auction a line
              --html FILE      where to write the page (default curves.html)
              --help           this text

            exit code: 0 drawn, every curve confirmed by both methods · 1 a curve was not confirmed or not found
                       2 wrong use, or a file that cannot be read or written
            """;

    private Curves() {}

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
        Path yields = null;
        Path auctions = null;
        Path html = Path.of("curves.html");
        try {
            for (int k = 0; k < args.length; k++) {
                switch (args[k]) {
                    case "--yields" -> yields = file(args, ++k);
                    case "--auctions" -> auctions = file(args, ++k);
                    case "--html" -> html = file(args, ++k);
                    case "--help", "-h" -> {
                        out.print(USAGE);
                        return 0;
                    }
                    default -> throw new IllegalArgumentException("unknown option " + args[k]);
                }
            }
            return draw(yields, auctions, html, out);
        } catch (BondTraderException refused) {
            err.println("curves: " + refused.getMessage());
            return 1;
        } catch (IllegalArgumentException | DateTimeParseException | IOException unusable) {
            err.println("curves: " + unusable.getMessage() + "; --help explains everything");
            return 2;
        }
    }

    private static Path file(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a file name");
        }
        try {
            return Path.of(args[at]);
        } catch (InvalidPathException unusable) {
            throw new IllegalArgumentException(args[at - 1] + " needs a file name", unusable);
        }
    }

    private static int draw(@Nullable Path yields, @Nullable Path auctions, Path html, PrintStream out)
            throws IOException {
        ZeroCurves zeros = ZeroCurves.of(yields == null ? CsvTable.sample("sample-yields.csv") : CsvTable.read(yields));
        List<BondQuote> book = AuctionedBook.quotes(
                auctions == null ? CsvTable.sample("sample-auctions.csv") : CsvTable.read(auctions),
                zeros,
                zeros.lastDay());
        CurveFit bonds = CurveFit.of(book)
                .withName("Treasuries of " + zeros.lastDay())
                .withWeights(FitWeights.inverseDurationSquared())
                .withOutliers(OutlierRule.standard());
        FittedCurve svensson = bonds.fit(Svensson.standard());
        FittedCurve spline = bonds.fit(CubicSpline.of(List.of(0.0, 2.0, 5.0, 10.0, 20.0, 31.0)));
        String page = CurvesPage.of(zeros, svensson, spline, zeros.on(zeros.lastDay()));
        Files.writeString(html, page);

        out.printf(
                Locale.ROOT,
                "%d zero curves, by both methods within %.1e, par yields repriced within %.1e%n",
                zeros.days(),
                zeros.farthestApart(),
                zeros.worstRepricing());
        out.printf(
                Locale.ROOT,
                "%d bonds fitted, %d left out, root mean square error %.3f per 100%n",
                book.size() - svensson.excluded().size(),
                svensson.excluded().size(),
                svensson.rmsPriceError());
        out.println("wrote " + html + " (open in a browser)");
        return zeros.unconfirmed() == 0 ? 0 : 1;
    }
}
