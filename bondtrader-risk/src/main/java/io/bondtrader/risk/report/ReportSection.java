package io.bondtrader.risk.report;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A part of a report. {@link RiskSections} makes them of the library's results; one's own figures go in the same way.
 *
 * <p>All kinds are immutable and safe for use by many threads.
 */
public sealed interface ReportSection {

    /** {@return the heading} */
    String title();

    /** {@return what a reader should know: methods, conventions, units; may be empty} */
    String note();

    /**
     * Rows of text and numbers.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param columns the titles of columns
     * @param rows the rows, each with a cell a column: a {@link Number} or text
     */
    record Table(String title, String note, List<String> columns, List<List<Object>> rows) implements ReportSection {

        /**
         * Copies the rows.
         *
         * @throws InvalidInput if a row has another number of cells than there are columns, or a number is not finite
         */
        public Table {
            requireTitle(title);
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Object> row : rows) {
                InvalidInput.unless(
                        row.size() == columns.size(), "cells", row.size(), "one a column, " + columns.size());
                for (Object cell : row) {
                    InvalidInput.unless(
                            !(cell instanceof Number number) || Double.isFinite(number.doubleValue()),
                            "cell of " + title,
                            cell,
                            "finite");
                }
            }
        }
    }

    /**
     * One bar a name, to the right for positive and to the left for negative values.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param unit of the values
     * @param bars the bars, from the top
     */
    record Bars(String title, String note, String unit, List<Item> bars) implements ReportSection {

        /**
         * Copies the bars.
         *
         * @throws InvalidInput if the title is blank
         */
        public Bars {
            requireTitle(title);
            bars = List.copyOf(bars);
        }
    }

    /**
     * Steps from nothing to a total.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param unit of the values
     * @param steps the steps, in order; their sum is the total
     */
    record Waterfall(String title, String note, String unit, List<Item> steps) implements ReportSection {

        /**
         * Copies the steps.
         *
         * @throws InvalidInput if the title is blank
         */
        public Waterfall {
            requireTitle(title);
            steps = List.copyOf(steps);
        }

        /** {@return the sum of the steps} */
        public double total() {
            return steps.stream().mapToDouble(Item::value).sum();
        }
    }

    /**
     * Values day by day, and which days stand out.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param unit of the values
     * @param days the days, ascending
     * @param lines lines over all days
     * @param dots a dot a day, none if empty
     * @param marked whether a day's dot stands out
     */
    record Series(
            String title,
            String note,
            String unit,
            List<LocalDate> days,
            List<Line> lines,
            List<Double> dots,
            List<Boolean> marked)
            implements ReportSection {

        /**
         * Copies everything.
         *
         * @throws InvalidInput if there is no day, or a line has another number of values
         */
        public Series {
            requireTitle(title);
            days = List.copyOf(days);
            lines = List.copyOf(lines);
            dots = List.copyOf(dots);
            marked = List.copyOf(marked);
            InvalidInput.unless(!days.isEmpty(), "days of " + title, 0, "at least one");
            for (Line line : lines) {
                InvalidInput.unless(
                        line.values().size() == days.size(),
                        "values of " + line.name(),
                        line.values().size(),
                        "one a day");
            }
            InvalidInput.unless(dots.isEmpty() || dots.size() == days.size(), "dots", dots.size(), "one a day or none");
            InvalidInput.unless(marked.size() == dots.size(), "marks", marked.size(), "one a dot");
        }
    }

    /**
     * How much of each limit is used.
     *
     * @param title the heading
     * @param note what a reader should know
     * @param gauges one a limit
     */
    record Utilisation(String title, String note, List<Gauge> gauges) implements ReportSection {

        /**
         * Copies the gauges.
         *
         * @throws InvalidInput if the title is blank
         */
        public Utilisation {
            requireTitle(title);
            gauges = List.copyOf(gauges);
        }
    }

    /**
     * A name and a value.
     *
     * @param name what is shown
     * @param value its value, finite
     */
    record Item(String name, double value) {

        /**
         * Checks the value.
         *
         * @throws InvalidInput if it is not finite
         */
        public Item {
            InvalidInput.unless(Double.isFinite(value), name, value, "finite");
        }
    }

    /**
     * A line of a series.
     *
     * @param name what it shows
     * @param values one a day, finite
     */
    record Line(String name, List<Double> values) {

        /**
         * Copies the values.
         *
         * @throws InvalidInput if one is not finite
         */
        public Line {
            values = List.copyOf(values);
            for (double value : values) {
                InvalidInput.unless(Double.isFinite(value), name, value, "finite");
            }
        }
    }

    /**
     * How much of a limit is used.
     *
     * @param limit its name
     * @param used what is used, in the unit of the threshold
     * @param threshold where it binds
     * @param utilisation the share that is used: above 1 for a breach
     * @param warning the share from which it warns, if it does
     */
    record Gauge(String limit, double used, double threshold, double utilisation, OptionalDouble warning) {

        /**
         * Checks the numbers.
         *
         * @throws InvalidInput if one is not finite
         */
        public Gauge {
            InvalidInput.unless(Double.isFinite(used), "use of " + limit, used, "finite");
            InvalidInput.unless(Double.isFinite(threshold), "threshold of " + limit, threshold, "finite");
            InvalidInput.unless(Double.isFinite(utilisation), "utilisation of " + limit, utilisation, "finite");
        }

        /**
         * Returns the gauge of a limit that may not be exceeded.
         *
         * @param limit its name
         * @param used what is used
         * @param threshold where it binds, positive
         * @return the gauge, without a warning
         * @throws InvalidInput if a number is not finite or the threshold not positive
         */
        public static Gauge of(String limit, double used, double threshold) {
            InvalidInput.unless(threshold > 0, "threshold of " + limit, threshold, "positive");
            return new Gauge(limit, used, threshold, used / threshold, OptionalDouble.empty());
        }
    }

    private static void requireTitle(String title) {
        InvalidInput.unless(!title.isBlank(), "title", title, "not blank");
    }
}
