package io.bondtrader.risk.factor;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.error.InsufficientHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A government's par yields day by day, and the zero rates behind them as risk factors.
 *
 * <p>A day's curve is built from the tenors that were published on it: where one is missing, its zero rate is that of the
 * curve through the others, and beyond the longest it is flat; {@link #published} says how often that was so. Immutable and
 * safe for use by many threads.
 */
public final class ParYieldHistory {

    private final List<Tenor> tenors;
    private final List<LocalDate> dates;
    private final double[][] yields; // by day, decimals, NaN where none was published

    private ParYieldHistory(List<Tenor> tenors, List<LocalDate> dates, double[][] yields) {
        this.tenors = tenors;
        this.dates = dates;
        this.yields = yields;
    }

    /**
     * Returns a history.
     *
     * @param tenors the tenors, ascending
     * @param dates the days, ascending
     * @param yields a row for each day, a semiannual par yield as a decimal for each tenor; NaN where none was published
     * @return the history
     * @throws InvalidInput if tenors or days do not ascend, sizes differ, or a yield is infinite
     * @throws InsufficientHistory if there is no day
     */
    public static ParYieldHistory of(List<Tenor> tenors, List<LocalDate> dates, double[][] yields) {
        if (dates.isEmpty()) {
            throw new InsufficientHistory("par yields", 0, 1);
        }
        InvalidInput.unless(!tenors.isEmpty(), "tenors", "empty", "at least one");
        InvalidInput.unless(yields.length == dates.size(), "rows", yields.length, "one a day, " + dates.size());
        double[][] copy = new double[yields.length][];
        for (int t = 0; t < copy.length; t++) {
            LocalDate date = dates.get(t);
            InvalidInput.unless(t == 0 || date.isAfter(dates.get(t - 1)), "date", date, "after the one before it");
            InvalidInput.unless(
                    yields[t].length == tenors.size(),
                    "yields on " + date,
                    yields[t].length,
                    "one a tenor, " + tenors.size());
            for (double yield : yields[t]) {
                InvalidInput.unless(!Double.isInfinite(yield), "par yield on " + date, yield, "finite");
            }
            copy[t] = yields[t].clone();
        }
        return new ParYieldHistory(List.copyOf(tenors), List.copyOf(dates), copy);
    }

    /**
     * Reads a file of comma-separated values: a line of titles, {@code date} and tenors such as {@code 3M} and {@code 10Y},
     * then a line a day with yields in per cent, empty where none was published.
     *
     * @param file the file
     * @return the history
     * @throws MissingData if the file cannot be read
     * @throws InvalidInput if a line is not of that form; the message names the line
     */
    public static ParYieldHistory read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return parse(reader);
        } catch (IOException unreadable) {
            throw new MissingData("par yields: the file " + file.getFileName() + " cannot be read");
        }
    }

    /**
     * Reads lines of the form that {@link #read} describes.
     *
     * @param source the lines; not closed
     * @return the history
     * @throws IOException if the source cannot be read
     * @throws InvalidInput if a line is not of that form
     */
    public static ParYieldHistory parse(Reader source) throws IOException {
        BufferedReader lines = source instanceof BufferedReader buffered ? buffered : new BufferedReader(source);
        String titles = lines.readLine();
        if (titles == null || !titles.startsWith("date,")) {
            throw InvalidInput.unreadable("line 1", titles, "'date,' and the tenors");
        }
        List<Tenor> tenors = Arrays.stream(titles.split(",", -1))
                .skip(1)
                .map(title -> Tenor.parse(title.trim()))
                .toList();
        List<LocalDate> dates = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] fields = line.split(",", -1);
            if (fields.length != tenors.size() + 1) {
                throw InvalidInput.unreadable(
                        "line " + number, line, "a date and " + tenors.size() + " yields in per cent");
            }
            try {
                dates.add(LocalDate.parse(fields[0].trim()));
                double[] row = new double[tenors.size()];
                for (int i = 0; i < row.length; i++) {
                    String field = fields[i + 1].trim();
                    row[i] = field.isEmpty() ? Double.NaN : Double.parseDouble(field) / 100;
                }
                rows.add(row);
            } catch (DateTimeParseException | NumberFormatException unreadable) {
                throw InvalidInput.unreadable(
                        "line " + number, line, "a date and " + tenors.size() + " yields in per cent");
            }
        }
        return of(tenors, dates, rows.toArray(double[][]::new));
    }

    /** {@return the days, ascending} */
    public List<LocalDate> dates() {
        return dates;
    }

    /** {@return the tenors, ascending} */
    public List<Tenor> tenors() {
        return tenors;
    }

    /**
     * Returns the part of the history between two days.
     *
     * @param from the first day
     * @param to the last day
     * @return the days from the first to the last, both included
     * @throws InsufficientHistory if no day is between them
     */
    public ParYieldHistory between(LocalDate from, LocalDate to) {
        int first = 0;
        while (first < dates.size() && dates.get(first).isBefore(from)) {
            first++;
        }
        int end = dates.size();
        while (end > first && dates.get(end - 1).isAfter(to)) {
            end--;
        }
        if (end == first) {
            throw new InsufficientHistory("par yields from " + from + " to " + to, 0, 1);
        }
        return new ParYieldHistory(tenors, dates.subList(first, end), Arrays.copyOfRange(yields, first, end));
    }

    /**
     * Returns the yields of a day.
     *
     * @param day the day's place, from 0
     * @return those that were published, ascending by tenor
     * @throws InvalidInput if there is no such day
     */
    public List<ParYield> yields(int day) {
        InvalidInput.unless(day >= 0 && day < yields.length, "day", day, "0 to " + (yields.length - 1));
        List<ParYield> published = new ArrayList<>();
        for (int i = 0; i < tenors.size(); i++) {
            if (!Double.isNaN(yields[day][i])) {
                published.add(new ParYield(tenors.get(i), yields[day][i]));
            }
        }
        return published;
    }

    /**
     * Returns the zero curve of a day.
     *
     * @param day the day's place, from 0
     * @return the curve through the day's par yields
     * @throws InvalidInput if there is no such day
     * @throws MissingData if nothing was published on it
     */
    public DiscountCurve curve(int day) {
        List<ParYield> published = yields(day);
        if (published.isEmpty()) {
            throw new MissingData("par yields of " + dates.get(day) + "; leave the day out");
        }
        return ParYieldBootstrap.of(dates.get(day), published).solve().curve();
    }

    /** {@return the zero curve of the last day} */
    public DiscountCurve latestCurve() {
        return curve(dates.size() - 1);
    }

    /**
     * Returns the share of days on which a tenor was published.
     *
     * @param tenor one of the tenors
     * @return from 0 to 1
     * @throws MissingData if it is none of them
     */
    public double published(Tenor tenor) {
        int index = tenors.indexOf(tenor);
        if (index < 0) {
            throw new MissingData("par yields of tenor " + tenor);
        }
        long count =
                Arrays.stream(yields).filter(row -> !Double.isNaN(row[index])).count();
        return count / (double) yields.length;
    }

    /**
     * Returns zero rates as risk factors, a curve a day.
     *
     * @param keys the tenors of the factors, which need not be published ones
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return continuously compounded zero rates, named {@code zero 2Y} and so on
     * @throws InvalidInput if there is no tenor
     * @throws MissingData if nothing was published on a day
     */
    public FactorHistory zeroRates(List<Tenor> keys, Parallelism parallelism) {
        InvalidInput.unless(!keys.isEmpty(), "keys", "empty", "at least one tenor");
        double[][] levels = new double[dates.size()][keys.size()];
        parallelism.forEachChunk(dates.size(), 16, (chunk, from, to) -> {
            for (int t = from; t < to; t++) {
                DiscountCurve curve = curve(t);
                for (int i = 0; i < keys.size(); i++) {
                    levels[t][i] = curve.zeroRate(CurveFactors.years(keys.get(i)));
                }
            }
        });
        return FactorHistory.of(keys.stream().map(CurveFactors::name).toList(), dates, levels);
    }

    /** {@return the number of days, the first and the last, and the tenors} */
    @Override
    public String toString() {
        return "ParYieldHistory[" + dates.size() + " days from " + dates.get(0) + " to "
                + dates.get(dates.size() - 1) + ", " + tenors.get(0) + " to "
                + tenors.get(tenors.size() - 1) + "]";
    }
}
