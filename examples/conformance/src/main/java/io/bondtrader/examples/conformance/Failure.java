package io.bondtrader.examples.conformance;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measure of one row that did not come out.
 *
 * @param line the line in the file, from 1
 * @param id the row's own name; empty if it has none
 * @param measure what was compared; empty if it is the whole row
 * @param expected what the file says; null if nothing was compared
 * @param computed what the library says; null if nothing was computed
 * @param remark how far apart they are, or why there is nothing to compare
 */
record Failure(
        int line,
        String id,
        String measure,
        @Nullable String expected,
        @Nullable String computed,
        String remark) {

    static Failure ofNumbers(int line, String id, String measure, String text, double computed, double expected) {
        double error = Math.abs(computed - expected);
        String remark = "off by " + Figures.error(error);
        if (expected != 0.0) { // exactly zero: there is no error relative to it
            remark += String.format(Locale.ROOT, ", %.1e of it", error / Math.abs(expected));
        }
        return new Failure(line, id, measure, text, Double.toString(computed), remark);
    }

    static Failure ofTexts(int line, String id, String measure, String expected, String computed) {
        return new Failure(line, id, measure, expected, computed, "");
    }

    /** Shows where two lists first part; whole lists would be too long to read. */
    static Failure ofLists(int line, String id, String measure, List<String> expected, List<String> computed) {
        int first = 0;
        while (first < Math.min(expected.size(), computed.size())
                && expected.get(first).equals(computed.get(first))) {
            first++;
        }
        String sizes = expected.size() == computed.size()
                ? " of " + expected.size()
                : "; " + expected.size() + " expected, " + computed.size() + " computed";
        return new Failure(
                line, id, measure, item(expected, first), item(computed, first), "item " + (first + 1) + sizes);
    }

    static Failure ofReason(int line, String id, String measure, String reason) {
        return new Failure(line, id, measure, null, null, reason);
    }

    private static String item(List<String> list, int index) {
        return index < list.size() ? list.get(index) : "nothing";
    }
}
