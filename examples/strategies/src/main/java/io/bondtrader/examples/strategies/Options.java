package io.bondtrader.examples.strategies;

import io.bondtrader.core.error.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program was told.
 *
 * @param help whether only the usage is wanted
 * @param yields the file of par yields; null for the sample
 * @param strategies a file of strategies; null for the usual five
 * @param allocation how capital is divided
 * @param halfSpread in basis points of yield, of the newest bonds; older ones twice that
 * @param out where the pages go
 * @param list whether only the types of strategies are wanted
 */
record Options(
        boolean help,
        @Nullable Path yields,
        @Nullable Path strategies,
        String allocation,
        double halfSpread,
        Path out,
        boolean list) {

    static Options parse(List<String> args) {
        boolean help = false;
        boolean list = false;
        Path yields = null;
        Path strategies = null;
        String allocation = "parity";
        double halfSpread = 0.25;
        Path out = Path.of("");
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "-h", "--help" -> help = true;
                case "--list" -> list = true;
                case "--yields" -> yields = Path.of(value(args, ++i));
                case "--strategies" -> strategies = Path.of(value(args, ++i));
                case "--allocation" -> allocation = value(args, ++i);
                case "--half-spread" -> halfSpread = number(value(args, ++i));
                case "--out" -> out = Path.of(value(args, ++i));
                default -> throw new InvalidInput("option", args.get(i), "one of those that --help lists");
            }
        }
        return new Options(help, yields, strategies, allocation, halfSpread, out, list);
    }

    private static String value(List<String> args, int place) {
        InvalidInput.unless(place < args.size(), "option", args.get(place - 1), "followed by a value");
        return args.get(place);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable("half-spread", text, "a number of basis points");
        }
    }
}
