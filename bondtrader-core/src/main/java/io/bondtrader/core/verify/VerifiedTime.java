package io.bondtrader.core.verify;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Schedule;
import io.bondtrader.core.time.SchedulePeriod;
import io.bondtrader.core.time.ScheduleTerms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Day counts and schedules, each calculated twice: by the formulas of {@code time}, and by looking at every single day
 * between the dates. The second path takes time in proportion to the days, about a microsecond for each three hundred.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedTime {

    private static final DualPath FRACTION =
            new DualPath(Measure.DAY_COUNT_FRACTION, "day count formula", "day by day");
    private static final DualPath SCHEDULE = new DualPath(Measure.SCHEDULE_DATES, "counted tenors", "day by day");

    private final Verifier verifier;

    private VerifiedTime(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns day counts and schedules that a verifier watches.
     *
     * @param verifier the verifier
     * @return the verified day counts and schedules
     */
    public static VerifiedTime of(Verifier verifier) {
        return new VerifiedTime(verifier);
    }

    /**
     * Returns the fraction of a year between two dates.
     *
     * @param dayCount the day count; one of the application's own that bears no name of {@link
     *     io.bondtrader.core.time.DayCounts} has no second path and comes back as {@link Verdict#NOT_CHECKED}
     * @param start first day, included
     * @param end last day, excluded
     * @return years, with the evidence
     * @throws InvalidInput if the dates are out of order or the day count needs the accrual period
     * @throws DiscrepancyFound if the walk does not confirm the formula and the policy refuses such a number
     */
    public Verified yearFraction(DayCount dayCount, LocalDate start, LocalDate end) {
        return verify(dayCount, start, end, null, dayCount.yearFraction(start, end));
    }

    /**
     * Returns the fraction of a year between two dates of an accrual period.
     *
     * @param dayCount the day count
     * @param start first day, included
     * @param end last day, excluded
     * @param period the accrual period that the dates belong to
     * @return years, with the evidence
     * @throws InvalidInput if the dates are out of order
     * @throws DiscrepancyFound if the walk does not confirm the formula and the policy refuses such a number
     */
    public Verified yearFraction(DayCount dayCount, LocalDate start, LocalDate end, AccrualPeriod period) {
        return verify(dayCount, start, end, period, dayCount.yearFraction(start, end, period));
    }

    private Verified verify(
            DayCount dayCount, LocalDate start, LocalDate end, @Nullable AccrualPeriod period, double formula) {
        double argument = start.toEpochDay();
        if (!DayByDay.knows(dayCount) || !verifier.selects(argument, end.toEpochDay())) {
            return verifier.unchecked(FRACTION, formula, 0);
        }
        CalculationInputs inputs = new FractionInputs(dayCount, start, end, period);
        double walked;
        try {
            walked = DayByDay.yearFraction(dayCount, start, end, period);
        } catch (BondTraderException failure) {
            return verifier.verify(FRACTION, inputs, argument, formula, failure, 0);
        }
        return verifier.verify(FRACTION, inputs, argument, formula, walked, 0);
    }

    /**
     * Returns the schedule of some terms.
     *
     * @param terms the terms
     * @return the schedule, with the evidence
     * @throws InvalidInput if the terms leave a remainder and allow none
     * @throws io.bondtrader.core.error.MissingData if a date lies beyond the calendar's horizon
     * @throws DiscrepancyFound if the walk does not confirm every date and the policy refuses such a schedule
     */
    public VerifiedSchedule schedule(ScheduleTerms terms) {
        return verify(terms, terms.schedule());
    }

    /** Apart from its generation, so that tests can hand in a schedule that is wrong. */
    VerifiedSchedule verify(ScheduleTerms terms, Schedule schedule) {
        int boundaries = schedule.periods().size() + 1;
        double argument = terms.effective().toEpochDay();
        if (!verifier.selects(argument, terms.termination().toEpochDay())) {
            return new VerifiedSchedule(schedule, verifier.unchecked(SCHEDULE, boundaries, 0));
        }
        CalculationInputs inputs = new ScheduleInputs(terms);
        Verified dates;
        try {
            double confirmed = boundaries - differing(schedule, ScheduleWalk.of(terms));
            dates = verifier.verify(SCHEDULE, inputs, argument, boundaries, confirmed, 0);
        } catch (DiscrepancyFound refused) {
            throw refused;
        } catch (BondTraderException failure) {
            dates = verifier.verify(SCHEDULE, inputs, argument, boundaries, failure, 0);
        }
        return new VerifiedSchedule(schedule, dates);
    }

    /** How many periods of the longer schedule have no equal in the same place of the other. */
    private static int differing(Schedule counted, Schedule walked) {
        List<SchedulePeriod> ours = counted.periods();
        List<SchedulePeriod> theirs = walked.periods();
        int differing = Math.abs(ours.size() - theirs.size());
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            differing += ours.get(i).equals(theirs.get(i)) ? 0 : 1;
        }
        return differing;
    }

    private record FractionInputs(
            DayCount dayCount,
            LocalDate start,
            LocalDate end,
            @Nullable AccrualPeriod period) implements CalculationInputs {

        @Override
        public Map<String, ?> inputs(Measure measure, double argument) {
            Map<String, Object> inputs = new HashMap<>(Map.of("start", start, "end", end));
            if (period != null) {
                inputs.put("period", told(period));
            }
            return inputs;
        }

        @Override
        public Map<String, ?> conventions() {
            return Map.of("day count", dayCount.toString());
        }

        private static Map<String, Object> told(AccrualPeriod period) {
            Map<String, Object> members = new HashMap<>();
            members.put("start", period.start());
            members.put("end", period.end());
            members.put("frequency", period.frequency());
            members.put("end of month", period.endOfMonth());
            members.put("regular start", period.regularStart());
            members.put("regular end", period.regularEnd());
            members.put("termination", period.termination());
            return members;
        }
    }

    private record ScheduleInputs(ScheduleTerms terms) implements CalculationInputs {

        @Override
        public Map<String, ?> inputs(Measure measure, double argument) {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("effective", terms.effective());
            inputs.put("termination", terms.termination());
            inputs.put("tenor", terms.tenor().toString());
            inputs.put("first date", terms.firstDate());
            inputs.put("penultimate date", terms.penultimateDate());
            return inputs;
        }

        @Override
        public Map<String, ?> conventions() {
            Map<String, Object> conventions = new HashMap<>();
            conventions.put("calendar", terms.calendar().name());
            conventions.put("convention", terms.convention());
            conventions.put("termination convention", terms.terminationConvention());
            conventions.put("direction", terms.direction());
            conventions.put("end of month", terms.endOfMonth());
            conventions.put("stub", terms.stub());
            return conventions;
        }
    }
}
