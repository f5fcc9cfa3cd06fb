package io.bondtrader.core.verify;

import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.RollDirection;
import io.bondtrader.core.time.Schedule;
import io.bondtrader.core.time.SchedulePeriod;
import io.bondtrader.core.time.ScheduleTerms;
import io.bondtrader.core.time.StubConvention;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule by inspection: goes forward from the effective to the termination date, looks at every day and asks whether
 * the terms make it a roll date. It counts no tenors and rolls no dates, and it moves to business days by looking at one
 * day after the other, so it shares nothing with the generation in {@code time} but the terms.
 */
final class ScheduleWalk {

    private final ScheduleTerms terms;
    private final LocalDate effective;
    private final LocalDate termination;
    private final boolean fromTheEnd;

    private ScheduleWalk(ScheduleTerms terms) {
        this.terms = terms;
        this.effective = terms.effective();
        this.termination = terms.termination();
        StubConvention stub = terms.stub();
        if (stub == StubConvention.SHORT_FIRST || stub == StubConvention.LONG_FIRST) {
            this.fromTheEnd = true;
        } else if (stub == StubConvention.SHORT_LAST || stub == StubConvention.LONG_LAST) {
            this.fromTheEnd = false;
        } else {
            this.fromTheEnd = terms.direction() == RollDirection.BACKWARD;
        }
    }

    static Schedule of(ScheduleTerms terms) {
        CalendarWalk.checkDistance(terms.effective(), terms.termination());
        return new ScheduleWalk(terms).schedule();
    }

    private Schedule schedule() {
        if (terms.direction() == RollDirection.ZERO) {
            return adjusted(List.of(effective, termination));
        }
        LocalDate lower = terms.firstDate() == null ? effective : terms.firstDate();
        LocalDate upper = terms.penultimateDate() == null ? termination : terms.penultimateDate();
        LocalDate seed = fromTheEnd ? upper : lower;

        List<LocalDate> inside = new ArrayList<>();
        for (LocalDate day = lower.plusDays(1); day.isBefore(upper); day = day.plusDays(1)) {
            if (rolls(seed, day)) {
                inside.add(day);
            }
        }
        LocalDate far = fromTheEnd ? lower : upper;
        boolean explicitFar = (fromTheEnd ? terms.firstDate() : terms.penultimateDate()) != null;
        boolean longStub = terms.stub() == StubConvention.LONG_FIRST || terms.stub() == StubConvention.LONG_LAST;
        if (longStub && !explicitFar && !rolls(seed, far) && !inside.isEmpty()) {
            inside.remove(fromTheEnd ? 0 : inside.size() - 1);
        }

        List<LocalDate> dates = new ArrayList<>();
        dates.add(effective);
        addIfNew(dates, lower);
        dates.addAll(inside);
        addIfNew(dates, upper);
        addIfNew(dates, termination);
        return adjusted(dates);
    }

    private static void addIfNew(List<LocalDate> dates, LocalDate date) {
        if (!dates.get(dates.size() - 1).equals(date)) {
            dates.add(date);
        }
    }

    /** Whether a day lies a whole number of tenors from the seed. */
    private boolean rolls(LocalDate seed, LocalDate day) {
        Tenor tenor = terms.tenor();
        if (!tenor.isMonthBased()) {
            long length = tenor.unit() == Tenor.Unit.WEEK ? 7L * tenor.amount() : tenor.amount();
            return Math.floorMod(day.toEpochDay() - seed.toEpochDay(), length) == 0;
        }
        if (Math.floorMod(monthsBetween(seed, day), (long) tenor.months()) != 0) {
            return false;
        }
        boolean last = terms.endOfMonth() && seed.getDayOfMonth() == lengthOfMonth(seed);
        int wanted = last ? 31 : seed.getDayOfMonth();
        return day.getDayOfMonth() == Math.min(wanted, lengthOfMonth(day));
    }

    /** Whether a period is exactly one tenor long, counted from the end that the schedule is counted from. */
    private boolean isRegular(LocalDate start, LocalDate end) {
        LocalDate from = fromTheEnd ? end : start;
        LocalDate to = fromTheEnd ? start : end;
        if (!terms.tenor().isMonthBased()) {
            long length = terms.tenor().unit() == Tenor.Unit.WEEK ? 7L : 1L;
            return end.toEpochDay() - start.toEpochDay()
                    == length * terms.tenor().amount();
        }
        return monthsBetween(start, end) == terms.tenor().months() && rolls(from, to);
    }

    private static long monthsBetween(LocalDate from, LocalDate to) {
        return 12L * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
    }

    private static int lengthOfMonth(LocalDate date) {
        return CalendarWalk.lengthOfMonth(date.getYear(), date.getMonthValue());
    }

    /** Moves the dates; one that leaves the open interval between those that stay is dropped and its period irregular. */
    private Schedule adjusted(List<LocalDate> dates) {
        @Nullable LocalDate seed = seedOf(dates);
        LocalDate end = moved(termination, terms.terminationConvention());
        List<LocalDate> kept = new ArrayList<>(List.of(effective));
        List<LocalDate> moved = new ArrayList<>(List.of(moved(effective, terms.convention())));
        for (LocalDate date : dates.subList(1, dates.size() - 1)) {
            LocalDate open = moved(date, terms.convention());
            if (open.isAfter(moved.get(moved.size() - 1)) && open.isBefore(end)) {
                kept.add(date);
                moved.add(open);
            }
        }
        kept.add(termination);
        moved.add(end);
        List<SchedulePeriod> periods = new ArrayList<>();
        for (int i = 1; i < kept.size(); i++) {
            LocalDate from = kept.get(i - 1);
            LocalDate to = kept.get(i);
            boolean whole = dates.indexOf(to) == dates.indexOf(from) + 1;
            periods.add(new SchedulePeriod(
                    from, to, moved.get(i - 1), moved.get(i), whole && isRegularPart(from, to, seed)));
        }
        return new Schedule(periods);
    }

    private @Nullable LocalDate seedOf(List<LocalDate> dates) {
        if (terms.direction() == RollDirection.ZERO) {
            return null;
        }
        LocalDate stubEnd = fromTheEnd ? terms.penultimateDate() : terms.firstDate();
        return stubEnd != null ? stubEnd : dates.get(fromTheEnd ? dates.size() - 1 : 0);
    }

    /** Counted dates belong to one seed; the explicit periods outside them are each measured by themselves. */
    private boolean isRegularPart(LocalDate start, LocalDate end, @Nullable LocalDate seed) {
        if (seed == null) {
            return true;
        }
        LocalDate lower = terms.firstDate() == null ? effective : terms.firstDate();
        LocalDate upper = terms.penultimateDate() == null ? termination : terms.penultimateDate();
        boolean counted = !start.isBefore(lower) && !end.isAfter(upper);
        if (!counted) {
            return isRegular(start, end);
        }
        return rolls(seed, start) && rolls(seed, end) && isOneTenor(start, end);
    }

    private boolean isOneTenor(LocalDate start, LocalDate end) {
        return !terms.tenor().isMonthBased()
                || monthsBetween(start, end) == terms.tenor().months();
    }

    private LocalDate moved(LocalDate date, BusinessDayConvention convention) {
        HolidayCalendar calendar = terms.calendar();
        if (convention == BusinessDayConvention.UNADJUSTED || calendar.isBusinessDay(date)) {
            return date;
        }
        return switch (convention) {
            case UNADJUSTED -> date;
            case FOLLOWING -> open(date, 1);
            case PRECEDING -> open(date, -1);
            case MODIFIED_FOLLOWING -> inMonth(date, open(date, 1), open(date, -1));
            case MODIFIED_PRECEDING -> inMonth(date, open(date, -1), open(date, 1));
            case HALF_MONTH_MODIFIED_FOLLOWING -> {
                LocalDate later = open(date, 1);
                boolean crossesHalf = date.getDayOfMonth() <= 15 && later.getDayOfMonth() > 15;
                yield crossesHalf ? open(date, -1) : inMonth(date, later, open(date, -1));
            }
            case NEAREST -> {
                LocalDate later = date;
                LocalDate earlier = date;
                while (!calendar.isBusinessDay(later) && !calendar.isBusinessDay(earlier)) {
                    later = later.plusDays(1);
                    earlier = earlier.minusDays(1);
                }
                yield calendar.isBusinessDay(later) ? later : earlier;
            }
        };
    }

    private static LocalDate inMonth(LocalDate date, LocalDate first, LocalDate otherwise) {
        return first.getMonth() == date.getMonth() ? first : otherwise;
    }

    private LocalDate open(LocalDate date, int direction) {
        LocalDate day = date;
        while (!terms.calendar().isBusinessDay(day)) {
            day = day.plusDays(direction);
        }
        return day;
    }
}
