package io.bondtrader.examples.compliance;

import io.bondtrader.core.error.BondTraderException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compliance module at work. {@code --help} tells the options. */
public final class Compliance {

    private static final String USAGE = """
            usage: examples/run compliance FOLDER

            Lives through a day of a desk: trades are logged, somebody trades with himself, the alert is replayed from
            the log, a report of suspicion is drafted, transactions are reported, a person sees her data and is
            forgotten, and an auditor verifies all of it offline, also after somebody changed a byte. Prints each step;
            the files of the day stay in FOLDER, which must not exist yet.
            """;

    private Compliance() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            out.print(USAGE);
            return 0;
        }
        if (args.length != 1 || args[0].startsWith("-")) {
            err.print(USAGE);
            return 2;
        }
        Path folder = Path.of(args[0]);
        if (Files.exists(folder)) {
            err.println("compliance: " + folder + " exists already");
            return 2;
        }
        try {
            Files.createDirectories(folder);
            return new Day(folder, out).run() ? 0 : 1;
        } catch (BondTraderException refused) {
            err.println("compliance: " + refused.getMessage());
            return 1;
        } catch (IOException failed) {
            err.println("compliance: a file cannot be written: " + failed.getMessage());
            return 1;
        }
    }
}
