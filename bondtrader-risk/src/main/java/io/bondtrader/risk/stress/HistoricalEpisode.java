package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.ParYieldHistory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A time in which rates moved as they rarely do: what happened between its first and last day may happen again.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what it is called
 * @param from the last day before
 * @param to the last day of it
 */
public record HistoricalEpisode(String name, LocalDate from, LocalDate to) {

    /**
     * Checks the days.
     *
     * @throws InvalidInput if the name is blank or the last day not after the first
     */
    public HistoricalEpisode {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(to.isAfter(from), "to", to, "after " + from);
    }

    /**
     * Returns an episode by its days in ISO form.
     *
     * @param name what it is called
     * @param from the last day before, such as {@code 2013-05-21}
     * @param to the last day of it
     * @return the episode
     * @throws InvalidInput if a day cannot be read or the last is not after the first
     */
    public static HistoricalEpisode of(String name, String from, String to) {
        return new HistoricalEpisode(name, day(from), day(to));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable("day", text, "a day such as 2013-05-21");
        }
    }

    /** {@return episodes of the US Treasury market that people remember, in order of time} */
    public static List<HistoricalEpisode> treasury() {
        return List.of(
                of("1994 bond sell-off", "1994-02-03", "1994-11-07"),
                of("September 2001", "2001-09-10", "2001-09-17"),
                of("Lehman weeks 2008", "2008-09-12", "2008-10-10"),
                of("flight to quality, November 2008", "2008-10-31", "2008-12-30"),
                of("taper tantrum 2013", "2013-05-21", "2013-09-05"),
                of("March 2020, flight to quality", "2020-02-19", "2020-03-09"),
                of("March 2020, dash for cash", "2020-03-09", "2020-03-18"),
                of("hikes of 2022", "2021-12-31", "2022-10-24"),
                of("March 2023, Silicon Valley Bank", "2023-03-08", "2023-03-24"));
    }

    /**
     * Returns what happened to zero rates, as a scenario: their changes at standard tenors, in straight lines between and
     * flat outside. A day without yields stands for the last one before that had some.
     *
     * @param history the par yields
     * @return the scenario, called as the episode is
     * @throws MissingData if the history does not reach from the first to the last day
     */
    public CurveScenario curveScenario(ParYieldHistory history) {
        List<Tenor> tenors = CurveFactors.standardTenors();
        CurveFactors factors = CurveFactors.of(tenors);
        double[] before = zeroRates(history, from, tenors);
        double[] after = zeroRates(history, to, tenors);
        double[] years =
                factors.times().stream().mapToDouble(Double::doubleValue).toArray();
        return CurveScenario.ofChange(name, years, before, after);
    }

    /**
     * Returns the episode as a scenario of the curves of all currencies.
     *
     * @param history the par yields
     * @return the scenario
     * @throws MissingData if the history does not reach from the first to the last day
     */
    public StressScenario scenario(ParYieldHistory history) {
        return StressScenario.of(curveScenario(history));
    }

    /**
     * Returns those of several episodes that a history reaches, as scenarios of the curves of all currencies.
     *
     * @param episodes the episodes
     * @param history the par yields
     * @return the scenarios, in the same order
     */
    public static List<StressScenario> scenarios(List<HistoricalEpisode> episodes, ParYieldHistory history) {
        LocalDate first = history.dates().get(0);
        LocalDate last = history.dates().get(history.dates().size() - 1);
        List<StressScenario> scenarios = new ArrayList<>();
        for (HistoricalEpisode episode : episodes) {
            if (!episode.from.isBefore(first) && !episode.to.isAfter(last)) {
                scenarios.add(episode.scenario(history));
            }
        }
        return List.copyOf(scenarios);
    }

    private double[] zeroRates(ParYieldHistory history, LocalDate day, List<Tenor> tenors) {
        List<LocalDate> dates = history.dates();
        LocalDate last = dates.get(dates.size() - 1);
        if (day.isBefore(dates.get(0)) || day.isAfter(last)) {
            throw new MissingData("par yields of " + day + " for episode " + name + "; the history reaches from "
                    + dates.get(0) + " to " + last);
        }
        for (LocalDate candidate = day; !candidate.isBefore(dates.get(0)); candidate = candidate.minusDays(1)) {
            int place = Collections.binarySearch(dates, candidate);
            if (place >= 0 && !history.yields(place).isEmpty()) {
                return history.between(candidate, candidate)
                        .zeroRates(tenors, Parallelism.callingThread())
                        .latest();
            }
        }
        throw new MissingData("par yields on or before " + day);
    }
}
