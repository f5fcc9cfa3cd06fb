package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule is made from. Dates are counted from one end by multiples of the tenor, so that none drifts, and only
 * then adjusted to business days.
 *
 * <p>Counting back starts at the penultimate date, or else at the termination date, and stops at the first date, or else at
 * the effective date; counting forward is the mirror image. What is left over at the far end becomes a stub: short unless
 * the stub convention says long. A stub convention at the near end turns the direction of counting round.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param effective the first day
 * @param termination the last day, after {@code effective}
 * @param tenor the length of a regular period, above zero
 * @param calendar which days are business days; {@link HolidayCalendars#NONE} by default
 * @param convention how dates move to business days; {@link BusinessDayConvention#UNADJUSTED} by default
 * @param terminationConvention the same for the termination date; {@code convention} by default
 * @param direction from which end dates are counted; {@link RollDirection#BACKWARD} by default
 * @param endOfMonth whether every counted date is the last of its month if the date counted from is
 * @param stub where the odd period goes; null for a short one at the far end
 * @param firstDate end of an explicit first period; null if there is none
 * @param penultimateDate start of an explicit last period; null if there is none
 */
public record ScheduleTerms(
        LocalDate effective,
        LocalDate termination,
        Tenor tenor,
        HolidayCalendar calendar,
        BusinessDayConvention convention,
        BusinessDayConvention terminationConvention,
        RollDirection direction,
        boolean endOfMonth,
        @Nullable StubConvention stub,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate penultimateDate) {

    private static final int MAX_PERIODS = 100_000;

    /**
     * Checks the terms against one another.
     *
     * @throws InvalidInput if dates are out of order, the tenor is not above zero, or the interval has more than 100,000
     *     periods
     */
    public ScheduleTerms {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(convention, "convention");
        Objects.requireNonNull(terminationConvention, "terminationConvention");
        if (!effective.isBefore(termination)) {
            throw new InvalidInput("termination date", termination, "after the effective date " + effective);
        }
        InvalidInput.unless(tenor.amount() > 0, "tenor of a schedule", tenor, "above zero");
        checkInside("first date", firstDate, effective, termination);
        checkInside("penultimate date", penultimateDate, effective, termination);
        if (firstDate != null && penultimateDate != null && penultimateDate.isBefore(firstDate)) {
            throw new InvalidInput("penultimate date", penultimateDate, "on or after the first date " + firstDate);
        }
        long days = termination.toEpochDay() - effective.toEpochDay();
        if (direction != RollDirection.ZERO && days / shortestDays(tenor) > MAX_PERIODS) {
            throw new InvalidInput("tenor of a schedule", tenor, "long enough for 100,000 periods at most");
        }
    }

    private static long shortestDays(Tenor tenor) {
        return switch (tenor.unit()) {
            case DAY -> tenor.amount();
            case WEEK -> 7L * tenor.amount();
            case MONTH -> 28L * tenor.amount();
            case YEAR -> 365L * tenor.amount();
        };
    }

    private static void checkInside(String name, @Nullable LocalDate date, LocalDate after, LocalDate before) {
        if (date != null && !(date.isAfter(after) && date.isBefore(before))) {
            throw new InvalidInput(name, date, "after the effective date " + after + " and before " + before);
        }
    }

    /**
     * Makes the schedule.
     *
     * @return the schedule; a counted date that adjusts to the same business day as its neighbour is left out, which
     *     makes the period around it irregular
     * @throws InvalidInput if the stub convention is {@link StubConvention#NONE} and the interval does not divide
     * @throws io.bondtrader.core.error.MissingData if a date lies beyond the calendar's horizon
     */
    public Schedule schedule() {
        return ScheduleGeneration.of(this);
    }

    /**
     * Starts terms with the defaults: unadjusted, counted back from the termination date.
     *
     * @param effective the first day
     * @param termination the last day
     * @param tenor the length of a regular period
     * @return a builder
     */
    public static Builder of(LocalDate effective, LocalDate termination, Tenor tenor) {
        return new Builder(effective, termination, tenor);
    }

    /** Collects terms; for one thread, to be dropped once built. */
    public static final class Builder {

        private final LocalDate effective;
        private final LocalDate termination;
        private final Tenor tenor;
        private HolidayCalendar calendar = HolidayCalendars.NONE;
        private BusinessDayConvention convention = BusinessDayConvention.UNADJUSTED;
        private @Nullable BusinessDayConvention terminationConvention;
        private RollDirection direction = RollDirection.BACKWARD;
        private boolean endOfMonth;
        private @Nullable StubConvention stub;
        private @Nullable LocalDate firstDate;
        private @Nullable LocalDate penultimateDate;

        private Builder(LocalDate effective, LocalDate termination, Tenor tenor) {
            this.effective = Objects.requireNonNull(effective, "effective");
            this.termination = Objects.requireNonNull(termination, "termination");
            this.tenor = Objects.requireNonNull(tenor, "tenor");
        }

        /**
         * Sets how dates move to business days, the termination date too unless {@link #terminationConvention} says
         * otherwise.
         *
         * @param calendar which days are business days
         * @param convention how others move
         * @return this builder
         */
        public Builder adjusted(HolidayCalendar calendar, BusinessDayConvention convention) {
            this.calendar = calendar;
            this.convention = convention;
            return this;
        }

        /**
         * Sets how the termination date moves.
         *
         * @param convention the convention
         * @return this builder
         */
        public Builder terminationConvention(BusinessDayConvention convention) {
            this.terminationConvention = convention;
            return this;
        }

        /**
         * Sets from which end dates are counted.
         *
         * @param direction the direction
         * @return this builder
         */
        public Builder direction(RollDirection direction) {
            this.direction = direction;
            return this;
        }

        /**
         * Sets whether counted dates stay at the end of their months.
         *
         * @param endOfMonth whether they do
         * @return this builder
         */
        public Builder endOfMonth(boolean endOfMonth) {
            this.endOfMonth = endOfMonth;
            return this;
        }

        /**
         * Sets where the odd period goes.
         *
         * @param stub the stub convention
         * @return this builder
         */
        public Builder stub(StubConvention stub) {
            this.stub = stub;
            return this;
        }

        /**
         * Sets the end of an explicit first period.
         *
         * @param firstDate the date, or null for none
         * @return this builder
         */
        public Builder firstDate(@Nullable LocalDate firstDate) {
            this.firstDate = firstDate;
            return this;
        }

        /**
         * Sets the start of an explicit last period.
         *
         * @param penultimateDate the date, or null for none
         * @return this builder
         */
        public Builder penultimateDate(@Nullable LocalDate penultimateDate) {
            this.penultimateDate = penultimateDate;
            return this;
        }

        /**
         * Returns the terms.
         *
         * @return the terms
         * @throws InvalidInput if they contradict one another
         */
        public ScheduleTerms build() {
            return new ScheduleTerms(
                    effective,
                    termination,
                    tenor,
                    calendar,
                    convention,
                    terminationConvention == null ? convention : terminationConvention,
                    direction,
                    endOfMonth,
                    stub,
                    firstDate,
                    penultimateDate);
        }

        /**
         * Returns the schedule of the terms.
         *
         * @return the schedule
         * @throws InvalidInput if the terms contradict one another
         */
        public Schedule schedule() {
            return build().schedule();
        }
    }
}
