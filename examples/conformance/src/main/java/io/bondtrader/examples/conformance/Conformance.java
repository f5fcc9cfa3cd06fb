package io.bondtrader.examples.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.core.audit.CanonicalJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Computes folders of golden values and says which rows agree; see {@code docs/conformance.md}. */
public final class Conformance {

    static final int ALL_AGREE = 0;
    static final int DISAGREEMENT = 1;
    static final int WRONG_USE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    Conformance(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs the program and exits with its code.
     *
     * @param arguments folders and options; {@code --help} explains them
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, UTF_8);
        PrintStream err = new PrintStream(System.err, true, UTF_8);
        int code = new Conformance(out, err, Progress.isWatched()).run(arguments);
        out.flush();
        System.exit(code);
    }

    int run(String... arguments) {
        Arguments wanted;
        try {
            wanted = Arguments.parse(arguments);
        } catch (Arguments.Wrong wrong) {
            err.println("conformance: " + wrong.getMessage());
            err.println();
            err.print(Arguments.USAGE);
            return WRONG_USE;
        }
        if (wanted.help()) {
            out.print(Arguments.USAGE);
            out.println();
            out.println("Files that are recognised:");
            GoldenFiles.ALL.forEach(kind -> out.println("  " + kind.fileName()));
            return ALL_AGREE;
        }
        for (Path folder : wanted.folders()) {
            if (!Files.isDirectory(folder)) {
                err.println("conformance: " + folder + (Files.exists(folder) ? " is not a folder" : " does not exist"));
                return WRONG_USE;
            }
        }
        return check(wanted);
    }

    private int check(Arguments wanted) {
        List<FolderReport> reports = new ArrayList<>();
        Progress progress = new Progress(err, terminal);
        TextReport text = new TextReport(out);
        for (Path folder : wanted.folders()) {
            try {
                FolderReport report = FolderReport.of(folder, progress, wanted.failuresShown());
                text.print(report);
                reports.add(report);
            } catch (IOException | UncheckedIOException unreadable) {
                err.println("conformance: " + folder + " cannot be read: " + unreadable);
                return WRONG_USE;
            }
        }
        text.printSummary(reports);
        boolean agree = reports.stream().allMatch(report -> report.failed() == 0)
                && reports.stream().anyMatch(report -> report.rows() > 0);
        Path json = wanted.json();
        if (json != null) {
            try {
                Files.writeString(json, CanonicalJson.of(JsonReport.of(reports, agree)) + "\n");
            } catch (IOException unwritable) {
                err.println("conformance: " + json + " cannot be written: " + unwritable);
                return WRONG_USE;
            }
        }
        return agree ? ALL_AGREE : DISAGREEMENT;
    }
}
