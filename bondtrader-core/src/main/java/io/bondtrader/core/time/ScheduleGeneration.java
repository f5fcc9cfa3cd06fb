package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rolls the dates of a schedule; {@link ScheduleTerms} states the rules. */
final class ScheduleGeneration {

    private final ScheduleTerms terms;
    private final boolean backward;
    private final int sign;

    private ScheduleGeneration(ScheduleTerms terms) {
        this.terms = terms;
        StubConvention stub = terms.stub();
        boolean first = stub != null && stub.isFirst();
        boolean last = stub != null && stub.isLast();
        this.backward = (first || last) ? first : terms.direction() == RollDirection.BACKWARD;
        this.sign = backward ? -1 : 1;
    }

    static Schedule of(ScheduleTerms terms) {
        if (terms.direction() == RollDirection.ZERO) {
            List<LocalDate> two = List.of(terms.effective(), terms.termination());
            return adjusted(terms, two, List.of(true));
        }
        return new ScheduleGeneration(terms).roll();
    }

    private Schedule roll() {
        LocalDate near = backward ? terms.termination() : terms.effective();
        LocalDate far = backward ? terms.effective() : terms.termination();
        LocalDate nearStub = backward ? terms.penultimateDate() : terms.firstDate();
        LocalDate farStub = backward ? terms.firstDate() : terms.penultimateDate();

        List<LocalDate> dates = new ArrayList<>();
        List<Boolean> regular = new ArrayList<>();
        dates.add(near);
        LocalDate seed = near;
        if (nearStub != null) {
            dates.add(nearStub);
            regular.add(step(near, 1).equals(nearStub));
            seed = nearStub;
        }
        rollFrom(seed, farStub == null ? far : farStub, dates, regular);
        if (farStub != null) {
            dates.add(far);
            regular.add(step(farStub, 1).equals(far));
        } else {
            applyStubConvention(dates, regular, nearStub == null ? 0 : 1);
        }
        if (backward) {
            Collections.reverse(dates);
            Collections.reverse(regular);
        }
        return adjusted(terms, dates, regular);
    }

    /** Adds dates up to and including the far end, whose period is regular only if the roll hits it. */
    private void rollFrom(LocalDate seed, LocalDate end, List<LocalDate> dates, List<Boolean> regular) {
        LocalDate last = seed;
        for (int k = 1; !last.equals(end); k++) {
            LocalDate next = step(seed, k);
            boolean reaches = backward ? !next.isBefore(end) : !next.isAfter(end);
            last = reaches ? next : end;
            dates.add(last);
            regular.add(reaches);
        }
    }

    /** Joins the remainder to the counted period beside it; an explicit period is not counted and stays as it is. */
    private void applyStubConvention(List<LocalDate> dates, List<Boolean> regular, int explicitPeriods) {
        int lastPeriod = regular.size() - 1;
        StubConvention stub = terms.stub();
        if (stub == null || regular.get(lastPeriod)) {
            return;
        }
        if (stub == StubConvention.NONE) {
            throw new InvalidInput(
                    "interval from " + terms.effective() + " to " + terms.termination(),
                    terms.tenor() + " with a remainder",
                    "a whole number of tenors, for the stub convention is NONE");
        }
        if (stub.isLong() && lastPeriod > explicitPeriods) {
            dates.remove(lastPeriod);
            regular.remove(lastPeriod - 1);
        }
    }

    private LocalDate step(LocalDate seed, int periods) {
        if (terms.tenor().isMonthBased()) {
            long months = (long) terms.tenor().months() * periods;
            if (months > Integer.MAX_VALUE) {
                throw new InvalidInput("tenor of a schedule", terms.tenor(), "short enough to count with");
            }
            return RollDates.roll(seed, sign * (int) months, terms.endOfMonth());
        }
        return terms.tenor().addTo(seed, sign * periods);
    }

    /** Adjusts the dates, and leaves out those between the ends that adjustment makes no date of their own. */
    private static Schedule adjusted(ScheduleTerms terms, List<LocalDate> dates, List<Boolean> regular) {
        List<SchedulePeriod> periods = new ArrayList<>(regular.size());
        HolidayCalendar calendar = terms.calendar();
        int last = regular.size() - 1;
        LocalDate termination = terms.terminationConvention().adjust(dates.get(last + 1), calendar);
        LocalDate from = dates.get(0);
        LocalDate start = terms.convention().adjust(from, calendar);
        boolean merged = false;
        for (int i = 0; i <= last; i++) {
            LocalDate to = dates.get(i + 1);
            LocalDate end = i == last ? termination : terms.convention().adjust(to, calendar);
            if (i < last && (!end.isAfter(start) || !end.isBefore(termination))) {
                merged = true;
                continue;
            }
            periods.add(new SchedulePeriod(from, to, start, end, regular.get(i) && !merged));
            from = to;
            start = end;
            merged = false;
        }
        return new Schedule(periods);
    }
}
