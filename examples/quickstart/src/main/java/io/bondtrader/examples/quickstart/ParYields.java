package io.bondtrader.examples.quickstart;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The par yields of one day: semiannual yields by years to maturity, straight lines in between, flat outside. */
record ParYields(LocalDate date, List<Point> points) {

    /** One published yield. */
    record Point(String tenor, double years, double yield) {}

    /** Reads the last published day, or the last one up to a given day. */
    static ParYields read(Csv csv, LocalDate latest) throws Csv.Unreadable {
        csv.require("date");
        ParYields found = null;
        for (Csv.Line line : csv.lines()) {
            if (line.fields().size() != csv.columns().size()) {
                throw unreadable(
                        csv,
                        line,
                        "it has " + line.fields().size() + " fields, the header "
                                + csv.columns().size());
            }
            Map<String, String> fields = csv.byColumn(line);
            LocalDate date;
            try {
                date = LocalDate.parse(fields.getOrDefault("date", ""));
            } catch (DateTimeParseException e) {
                throw unreadable(csv, line, "its date is not like 2025-07-11");
            }
            if (!date.isAfter(latest) && (found == null || date.isAfter(found.date))) {
                found = new ParYields(date, points(csv, line));
            }
        }
        if (found == null || found.points.size() < 2) {
            throw new Csv.Unreadable(csv.name() + " has no day with two yields" + upTo(latest));
        }
        return found;
    }

    private static String upTo(LocalDate latest) {
        return latest.equals(LocalDate.MAX) ? "" : " up to " + latest;
    }

    private static List<Point> points(Csv csv, Csv.Line line) throws Csv.Unreadable {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < csv.columns().size(); k++) {
            String column = csv.columns().get(k);
            String text = line.fields().get(k);
            if (column.equals("date") || text.isEmpty()) {
                continue;
            }
            try {
                String tenor = column.toUpperCase(Locale.ROOT);
                LocalDate origin = LocalDate.of(2001, 1, 1);
                double years = (Tenor.parse(tenor).addTo(origin).toEpochDay() - origin.toEpochDay()) / 365.25;
                double percent = Double.parseDouble(text);
                InvalidInput.unless(percent > -20.0 && percent < 100.0, "yield", text, "a percentage");
                points.add(new Point(tenor, years, percent / 100.0));
            } catch (NumberFormatException | InvalidInput e) {
                throw unreadable(csv, line, "column " + column + " is no yield: " + text);
            }
        }
        points.sort((a, b) -> Double.compare(a.years(), b.years()));
        return List.copyOf(points);
    }

    private static Csv.Unreadable unreadable(Csv csv, Csv.Line line, String why) {
        return new Csv.Unreadable(csv.name() + " line " + line.number() + " cannot be read: " + why);
    }

    double at(double years) {
        Point before = points.get(0);
        for (Point point : points) {
            if (years <= point.years()) {
                double width = point.years() - before.years();
                double weight = width > 0.0 ? (years - before.years()) / width : 1.0;
                return before.yield() + Math.max(0.0, weight) * (point.yield() - before.yield());
            }
            before = point;
        }
        return before.yield();
    }
}
