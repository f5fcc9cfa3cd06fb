package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By when transactions are reported, and which are late: by the close of the working day after the trade.
 *
 * <p>Source: Regulation (EU) No 600/2014, Article 26(1). The working day is the competent authority's: calendar, time zone
 * and closing time are its own and are passed in. Immutable and safe for use by many threads.
 */
public final class ReportDeadlines {

    private final HolidayCalendar calendar;
    private final ZoneId zone;
    private final LocalTime close;
    private final DatedRules<Integer> workingDays;

    private ReportDeadlines(HolidayCalendar calendar, ZoneId zone, LocalTime close, DatedRules<Integer> workingDays) {
        this.calendar = calendar;
        this.zone = zone;
        this.close = close;
        this.workingDays = workingDays;
    }

    /**
     * Returns the deadlines of an authority.
     *
     * @param calendar its working days
     * @param zone its time zone
     * @param close when its working day ends there
     * @return the deadlines
     */
    public static ReportDeadlines of(HolidayCalendar calendar, ZoneId zone, LocalTime close) {
        Citation article = new Citation(Jurisdiction.EU, "Regulation (EU) No 600/2014", "Article 26(1)", false);
        DatedRules<Integer> days = DatedRules.of(
                "working days to report a transaction", List.of(DatedRule.since(LocalDate.of(2018, 1, 3), article, 1)));
        return new ReportDeadlines(
                Objects.requireNonNull(calendar), Objects.requireNonNull(zone), Objects.requireNonNull(close), days);
    }

    /**
     * Returns the deadline of a trade.
     *
     * @param traded when it was done
     * @return the last instant at which its report is on time
     * @throws io.bondtrader.compliance.error.NoRuleInForce if the trade is from before 2018-01-03
     */
    public Instant deadline(Instant traded) {
        LocalDate day = traded.atZone(zone).toLocalDate();
        int days = workingDays.on(day).content();
        return calendar.plusBusinessDays(day, days).atTime(close).atZone(zone).toInstant();
    }

    /**
     * A transaction and when its report went out.
     *
     * @param transaction what identifies it: the execution's id
     * @param traded when it was done
     * @param reported when a report that stands was sent; empty if none does
     */
    public record Transaction(String transaction, Instant traded, Optional<Instant> reported) {}

    /** Where a transaction stands against its deadline. */
    public enum State {
        /** Reported on time. */
        ON_TIME,
        /** Reported after the deadline. */
        REPORTED_LATE,
        /** Not reported, the deadline far. */
        OPEN,
        /** Not reported, the deadline near. */
        DUE_SOON,
        /** Not reported, the deadline gone. */
        LATE
    }

    /**
     * A transaction against its deadline.
     *
     * @param transaction what identifies it
     * @param deadline by when
     * @param state where it stands
     */
    public record Due(String transaction, Instant deadline, State state) {}

    /**
     * Compares transactions with their deadlines.
     *
     * @param transactions the transactions
     * @param now the time
     * @param soon how long before the deadline a transaction counts as due soon, not negative
     * @return all of them, the earliest deadline first
     * @throws InvalidInput if {@code soon} is negative
     */
    public List<Due> compare(Collection<Transaction> transactions, Instant now, Duration soon) {
        InvalidInput.unless(!soon.isNegative(), "soon", soon, "not negative");
        return transactions.stream()
                .map(transaction -> due(transaction, now, soon))
                .sorted(Comparator.comparing((Due due) -> due.deadline()).thenComparing((Due due) -> due.transaction()))
                .toList();
    }

    private Due due(Transaction transaction, Instant now, Duration soon) {
        Instant deadline = deadline(transaction.traded());
        State state;
        if (transaction.reported().isPresent()) {
            state = transaction.reported().get().isAfter(deadline) ? State.REPORTED_LATE : State.ON_TIME;
        } else if (now.isAfter(deadline)) {
            state = State.LATE;
        } else {
            state = now.isBefore(deadline.minus(soon)) ? State.OPEN : State.DUE_SOON;
        }
        return new Due(transaction.transaction(), deadline, state);
    }
}
