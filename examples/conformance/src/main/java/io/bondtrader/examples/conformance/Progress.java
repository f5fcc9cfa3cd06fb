package io.bondtrader.examples.conformance;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** Tells somebody who waits at a terminal how far the run is; silent everywhere else. */
final class Progress {

    private static final int ROWS_BETWEEN = 1000;

    private final PrintStream err;
    private final boolean terminal;
    private int shown;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether somebody watches at a terminal. */
    @SuppressWarnings("SystemConsoleNull") // up to JDK 21 null is the answer; the question below is of JDK 22
    static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderThanThat) {
            return true;
        } catch (ReflectiveOperationException unanswered) {
            return false;
        }
    }

    void row(String file, int line) {
        if (terminal && line % ROWS_BETWEEN == 0) {
            String text = String.format(Locale.ROOT, "  %s: line %,d", file, line);
            err.print("\r" + text);
            err.flush();
            shown = Math.max(shown, text.length());
        }
    }

    /** Wipes the line. */
    void done() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }
}
