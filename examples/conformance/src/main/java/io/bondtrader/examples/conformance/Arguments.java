package io.bondtrader.examples.conformance;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param folders the folders to check
 * @param failuresShown how many failures are shown of each file
 * @param json where the machine-readable report goes; null if nowhere
 * @param help whether only the help is wanted
 */
record Arguments(
        List<Path> folders, int failuresShown, @Nullable Path json, boolean help) {

    static final String USAGE = """
            usage: examples/run conformance DIR [DIR...] [--max-failures N] [--json FILE]

            Recognises files of golden values in each folder by name, computes every row, and prints
            for each file and measure how many rows agree, the worst errors and the first failures.

              --max-failures N   failures shown of each file, 10 by default
              --json FILE        writes the report to a file as JSON, too
              --help             shows this text and the files that are recognised

            Exit code: 0 all rows agree, 1 some do not or nothing was checked, 2 the command line or a
            folder is wrong.
            """;

    private static final int DEFAULT_FAILURES = 10;

    /** What is wrong with a command line. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Arguments parse(String... arguments) throws Wrong {
        List<Path> folders = new ArrayList<>();
        int failures = DEFAULT_FAILURES;
        Path json = null;
        boolean onlyPaths = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (onlyPaths || !argument.startsWith("-") || argument.equals("-")) {
                folders.add(path(argument));
                continue;
            }
            switch (argument) {
                case "--" -> onlyPaths = true;
                case "-h", "--help" -> {
                    return new Arguments(List.of(), failures, null, true);
                }
                case "--max-failures" -> failures = count(argument, value(arguments, ++i));
                case "--json" -> json = path(value(arguments, ++i));
                default -> throw new Wrong("there is no option " + argument);
            }
        }
        if (folders.isEmpty()) {
            throw new Wrong("a folder is missing");
        }
        return new Arguments(List.copyOf(folders), failures, json, false);
    }

    private static String value(String[] arguments, int index) throws Wrong {
        if (index >= arguments.length) {
            throw new Wrong(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static Path path(String text) throws Wrong {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new Wrong("'" + text + "' is not a path");
        }
    }

    private static int count(String option, String text) throws Wrong {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException ignored) {
            // Said below, as of a negative number.
        }
        throw new Wrong(option + " takes a whole number from 0 on, not '" + text + "'");
    }
}
