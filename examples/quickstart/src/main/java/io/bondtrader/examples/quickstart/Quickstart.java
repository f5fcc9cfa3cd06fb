package io.bondtrader.examples.quickstart;

import io.bondtrader.core.verify.Verifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntConsumer;

/** Values a book of bonds and shows both calculations behind each number. {@code --help} tells the options. */
public final class Quickstart {

    private static final int LONG_BOOK = 2_000;

    private Quickstart() {}

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
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            return value(options, out, err);
        } catch (Options.Misused misused) {
            err.println("quickstart: " + misused.getMessage() + "; --help explains everything");
        } catch (Csv.Unreadable unreadable) {
            err.println("quickstart: " + unreadable.getMessage());
        } catch (IOException unwritable) {
            err.println("quickstart: cannot write " + unwritable.getMessage());
        }
        return 2;
    }

    private static int value(Options options, PrintStream out, PrintStream err) throws Csv.Unreadable, IOException {
        Path bookFile = options.book();
        Path yieldsFile = options.yields();
        LocalDate asked = options.date();
        Holding.Book book = Holding.read(bookFile == null ? Csv.resource("sample-book.csv") : Csv.read(bookFile));
        ParYields yields = ParYields.read(
                yieldsFile == null ? Csv.resource("sample-yields.csv") : Csv.read(yieldsFile),
                asked == null ? LocalDate.MAX : asked);
        if (book.holdings().isEmpty() && book.rejected().isEmpty()) {
            throw new Csv.Unreadable(bookFile + " holds no bonds, only a header");
        }
        Verifier verifier = Verifier.builder().policy(options.policy()).build();
        LocalDate date = asked == null ? yields.date() : asked;
        Valuation.OfBook valued = Valuation.of(
                book, yields, date, verifier, progress(book.holdings().size(), err));

        write(options.json(), JsonReport.of(valued, yields));
        write(options.html(), HtmlReport.of(valued, yields).getBytes(StandardCharsets.UTF_8));
        if (!options.quiet()) {
            out.printf("valued for %s off the par yields of %s%n%n", date, yields.date());
            out.print(BookTable.of(valued));
        }
        valued.rejected()
                .forEach(r -> err.println("line " + r.line() + " not valued: " + r.reason() + "   [" + r.text() + "]"));
        long unconfirmed = options.policy().oneIn() == 1 ? valued.unconfirmed() : 0;
        if (unconfirmed > 0) {
            err.println("bonds with a number that the second path does not confirm: " + unconfirmed);
        }
        out.println("wrote " + options.json() + " (all numbers, both paths) and " + options.html()
                + " (open in a browser)");
        return valued.rejected().isEmpty() && unconfirmed == 0 ? 0 : 1;
    }

    private static IntConsumer progress(int size, PrintStream err) {
        if (size < LONG_BOOK || !Boolean.getBoolean("bondtrader.terminal")) { // set by examples/run
            return done -> {};
        }
        return done -> {
            if (done % 500 == 0 || done == size) {
                err.print("\rvalued " + done + " of " + size + (done == size ? "\n" : ""));
                err.flush();
            }
        };
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
    }
}
