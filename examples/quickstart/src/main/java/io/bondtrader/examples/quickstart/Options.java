package io.bondtrader.examples.quickstart;

import io.bondtrader.core.verify.VerificationPolicy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Options(
        @Nullable Path book,
        @Nullable Path yields,
        @Nullable LocalDate date,
        Path json,
        Path html,
        VerificationPolicy policy,
        boolean quiet,
        boolean help) {

    static final String USAGE = """
            usage: examples/run quickstart [OPTIONS]

            Values a book of bonds off par yields and the zero curve behind them, every number by two
            independent methods.
            Without options it values the sample: 40 US Treasuries of 11 July 2025.

              --book FILE     CSV with columns coupon_percent, issue_date, maturity_date and, if wanted,
                              cusip or isin, convention (default US_TREASURY), face (default 1,000,000)
              --yields FILE   CSV of par yields in percent: date,1M,3M,1Y,...,30Y, a day a line
              --date DATE     valuation date (default: the last day of the yields); settlement follows by
                              the bond's convention, and the yields are those of the last day up to it
              --policy NAME   flag (default), strict (a bond that is not confirmed is not valued),
                              sample:N (one calculation in N), off
              --json FILE     where to write all numbers with their evidence (default quickstart.json)
              --html FILE     where to write the report to look at (default quickstart.html)
              --quiet         no table
              --help          this text

            Lines that begin with # are comments. A line that describes no bond is reported with its number
            and reason; the rest is valued.

            exit code: 0 all valued and confirmed · 1 some lines not valued or not confirmed
                       2 wrong use, or a file that cannot be read or written
            """;

    /** A command line that means nothing. */
    @SuppressWarnings("serial") // thrown and read, never stored
    static final class Misused extends Exception {
        Misused(String message) {
            super(message);
        }
    }

    static Options parse(String... args) throws Misused {
        Path book = null;
        Path yields = null;
        LocalDate date = null;
        Path json = Path.of("quickstart.json");
        Path html = Path.of("quickstart.html");
        VerificationPolicy policy = VerificationPolicy.flag();
        boolean quiet = false;
        boolean help = false;
        for (int k = 0; k < args.length; k++) {
            switch (args[k]) {
                case "--book" -> book = path(args, ++k);
                case "--yields" -> yields = path(args, ++k);
                case "--date" -> date = date(value(args, ++k));
                case "--policy" -> policy = policy(value(args, ++k));
                case "--json" -> json = path(args, ++k);
                case "--html" -> html = path(args, ++k);
                case "--quiet" -> quiet = true;
                case "--help", "-h" -> help = true;
                default -> throw new Misused("unknown option " + args[k]);
            }
        }
        return new Options(book, yields, date, json, html, policy, quiet, help);
    }

    private static String value(String[] args, int at) throws Misused {
        if (at >= args.length) {
            throw new Misused(args[at - 1] + " needs a value");
        }
        return args[at];
    }

    private static Path path(String[] args, int at) throws Misused {
        try {
            return Path.of(value(args, at));
        } catch (InvalidPathException e) {
            throw new Misused(args[at - 1] + " needs a file name");
        }
    }

    private static LocalDate date(String text) throws Misused {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misused("--date needs a date such as 2025-07-11, not " + text);
        }
    }

    private static VerificationPolicy policy(String text) throws Misused {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.matches("sample:[1-9]\\d{0,8}")) {
            return VerificationPolicy.sample(Integer.parseInt(name.substring(7)));
        }
        return switch (name) {
            case "flag" -> VerificationPolicy.flag();
            case "strict" -> VerificationPolicy.strict();
            case "off" -> VerificationPolicy.off();
            default -> throw new Misused("--policy is flag, strict, sample:N or off, not " + text);
        };
    }
}
