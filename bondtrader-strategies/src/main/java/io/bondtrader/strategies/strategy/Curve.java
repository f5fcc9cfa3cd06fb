package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** The instruments of a curve, the series of their yields, their maturities, and what funding costs. */
final class Curve {

    static final Parameter INSTRUMENTS = Parameter.names(
            "instruments", List.of("UST 2Y", "UST 5Y", "UST 10Y", "UST 30Y"), 1, "what is traded, by maturity");
    static final Parameter SERIES = Parameter.names(
            "series",
            List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield", "UST 30Y yield"),
            1,
            "their yields as decimals, in the same order");
    static final Parameter YEARS = Parameter.numbers(
            "years", List.of(2.0, 5.0, 10.0, 30.0), 0.05, 100, "years", "their maturities, in the same order");
    static final Parameter FUNDING = Parameter.text(
            "funding", "none", "series of the funding rate as a decimal; none takes the yield of the shortest");

    static final List<Parameter> PARAMETERS = List.of(INSTRUMENTS, SERIES, YEARS, FUNDING);

    private final List<String> instruments;
    private final List<String> series;
    private final double[] years;
    private final String funding;

    private Curve(List<String> instruments, List<String> series, double[] years, String funding) {
        this.instruments = instruments;
        this.series = series;
        this.years = years;
        this.funding = funding;
        InvalidInput.unless(
                series.size() == instruments.size(), "parameter series", series, "one an instrument of " + instruments);
        InvalidInput.unless(
                years.length == instruments.size(),
                "parameter years",
                years.length,
                "one an instrument of " + instruments);
        for (int i = 1; i < years.length; i++) {
            InvalidInput.unless(years[i] > years[i - 1], "parameter years", years[i], "ascending");
        }
        InvalidInput.unless(!series.contains(funding), "parameter funding", funding, "none of the series");
    }

    static Curve of(Parameters p, boolean withFunding) {
        return new Curve(
                p.names(INSTRUMENTS),
                p.names(SERIES),
                p.numbers(YEARS).stream().mapToDouble(x -> x).toArray(),
                withFunding ? p.text(FUNDING) : "none");
    }

    List<String> instruments() {
        return instruments;
    }

    int size() {
        return years.length;
    }

    /** Not copied: read only. */
    double[] years() {
        return years;
    }

    boolean hasFunding() {
        return !funding.equals("none");
    }

    /** The series of the yields, and that of the funding rate after them if there is one. */
    List<String> allSeries() {
        List<String> all = new ArrayList<>(series);
        if (hasFunding()) {
            all.add(funding);
        }
        return List.copyOf(all);
    }
}
