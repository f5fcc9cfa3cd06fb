package io.bondtrader.examples.security;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.examples.security.Transcript.Mark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The security module at work, and under attack. {@code --help} tells the options. */
public final class Security {

    private static final String USAGE = """
            usage: examples/run security [OPTIONS]

            Signs a trader in with a password and an authenticator app, sends an order that another person must approve,
            and shows keys, tokens, limits and secrets at work. Each step is attacked, and each attack must fail; A26
            and the like name its row in the list of attacks. Prints what was allowed, what was refused and why, and
            the trail of security events. Ends with 1 if an attack got through.

              --page FILE   writes the same as one HTML page
              --qr FILE     writes the QR code of the app, as PNG if FILE ends so and as SVG otherwise; it holds the
                            app's secret, so only you may read the file
            """;

    private Security() {}

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
            Walkthrough walk = Walkthrough.run();
            TextReport.print(walk, out);
            options.write(walk);
            return walk.transcript.lines(Mark.WRONG).isEmpty() ? 0 : 1;
        } catch (InvalidInput refused) {
            err.println("security: " + refused.getMessage());
            return 2;
        } catch (IOException failed) {
            err.println("security: a file cannot be written: " + failed.getMessage());
            return 1;
        }
    }
}
