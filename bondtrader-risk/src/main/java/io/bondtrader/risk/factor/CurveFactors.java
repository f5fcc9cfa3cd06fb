package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;

/**
 * The zero rates of one curve as risk factors: their names, and the times at which they act. Between two of them a move is
 * spread in a straight line, outside it is flat.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param names of the factors, one a time
 * @param times in years, ascending, above 0
 */
public record CurveFactors(List<String> names, List<Double> times) {

    /**
     * Copies both lists.
     *
     * @throws InvalidInput if there is none, their numbers differ, or times are not positive and ascending
     */
    public CurveFactors {
        names = List.copyOf(names);
        times = List.copyOf(times);
        InvalidInput.unless(!names.isEmpty(), "names", "empty", "at least one");
        InvalidInput.unless(names.size() == times.size(), "times", times.size(), "one a name, " + names.size());
        double before = 0;
        for (double time : times) {
            InvalidInput.unless(time > before && Double.isFinite(time), "time", time, "above " + before);
            before = time;
        }
    }

    /**
     * Returns the factors of tenors, named as {@link ParYieldHistory#zeroRates} names them.
     *
     * @param tenors the tenors, ascending
     * @return the factors
     * @throws InvalidInput if there is none or they do not ascend
     */
    public static CurveFactors of(List<Tenor> tenors) {
        return new CurveFactors(
                tenors.stream().map(CurveFactors::name).toList(),
                tenors.stream().map(CurveFactors::years).toList());
    }

    /**
     * Returns the factors 3M, 6M, 1Y, 2Y, 3Y, 5Y, 7Y, 10Y, 20Y and 30Y.
     *
     * @return the factors of a government curve
     */
    public static CurveFactors standard() {
        return of(standardTenors());
    }

    /** {@return the tenors of the standard factors} */
    public static List<Tenor> standardTenors() {
        return List.of("3M", "6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y").stream()
                .map(Tenor::parse)
                .toList();
    }

    /**
     * Returns the same times under other names, for a second curve.
     *
     * @param prefix put before each name, such as {@code EUR }
     * @return the renamed factors
     */
    public CurveFactors prefixed(String prefix) {
        return new CurveFactors(names.stream().map(name -> prefix + name).toList(), times);
    }

    static String name(Tenor tenor) {
        return "zero " + tenor;
    }

    static double years(Tenor tenor) {
        return tenor.isMonthBased()
                ? tenor.months() / 12.0
                : tenor.addTo(LocalDate.EPOCH).toEpochDay() / 365.0;
    }
}
