package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.error.InsufficientHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of an account day by day, and what was paid in and out.
 *
 * <p><b>Returns</b> are simple and of the account, not of who paid into it: a flow is taken out of the day's return by the rule
 * of {@link FlowTiming}, and days are linked by multiplication (time-weighted return, GIPS Standards 2020, section 2.A).
 *
 * <p><b>Ruin.</b> A day whose loss takes all there was ends the record: its return is -100 %, whatever is owed beyond that, and
 * no return follows, because a return on nothing has no meaning. {@link #ruin} names the day; amounts of money after it stay.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TrackRecord {

    private static final double DAYS_A_YEAR = 365.25;

    private final String name;
    private final FlowTiming timing;
    private final List<TrackDay> days;
    private final double[] returns;
    private final boolean ruined;

    private TrackRecord(String name, FlowTiming timing, List<TrackDay> days, double[] returns, boolean ruined) {
        this.name = name;
        this.timing = timing;
        this.days = days;
        this.returns = returns;
        this.ruined = ruined;
    }

    /**
     * Returns the record of an account that nothing was paid into or out of.
     *
     * @param name whose record it is, such as the strategy's
     * @param dates the days, ascending
     * @param equity value at the end of each day, the first positive
     * @return the record
     * @throws InvalidInput if dates do not ascend, a value is not finite, counts differ or the first value is not positive
     * @throws InsufficientHistory if there is no day
     */
    public static TrackRecord of(String name, LocalDate[] dates, double[] equity) {
        InvalidInput.unless(dates.length == equity.length, "values", equity.length, "one a date, " + dates.length);
        Builder builder = builder(name);
        for (int i = 0; i < dates.length; i++) {
            builder.add(dates[i], equity[i]);
        }
        return builder.build();
    }

    /**
     * Returns a builder that takes a day at a time, with flows at the end of their day.
     *
     * @param name whose record it will be
     * @return the builder
     * @throws InvalidInput if the name is blank
     */
    public static Builder builder(String name) {
        return builder(name, FlowTiming.END_OF_DAY);
    }

    /**
     * Returns a builder that takes a day at a time.
     *
     * @param name whose record it will be
     * @param timing when money is paid in or out on its day
     * @return the builder
     * @throws InvalidInput if the name is blank
     */
    public static Builder builder(String name, FlowTiming timing) {
        return new Builder(name, timing);
    }

    /** {@return whose record it is} */
    public String name() {
        return name;
    }

    /** {@return when money is paid in or out on its day} */
    public FlowTiming timing() {
        return timing;
    }

    /** {@return the days, all of them, also those after ruin} */
    public List<TrackDay> days() {
        return days;
    }

    /** {@return the first day} */
    public LocalDate start() {
        return days.get(0).date();
    }

    /** {@return the last day that returns reach, the day of ruin if there was one} */
    public LocalDate end() {
        return days.get(returns.length).date();
    }

    /** {@return the day on which all was lost, if there was one} */
    public Optional<LocalDate> ruin() {
        return ruined ? Optional.of(end()) : Optional.empty();
    }

    /** {@return the return of each day but the first, up to the day of ruin} */
    public double[] returns() {
        return returns.clone();
    }

    /** {@return number of returns} */
    public int size() {
        return returns.length;
    }

    /**
     * Returns the day of a return.
     *
     * @param index of the return, from 0
     * @return the day at whose end it was made
     */
    public LocalDate dateOfReturn(int index) {
        return days.get(Objects.checkIndex(index, returns.length) + 1).date();
    }

    /** {@return what one unit grew to by the end of each day, 1 on the first; one more value than there are returns} */
    public double[] growth() {
        double[] growth = new double[returns.length + 1];
        growth[0] = 1;
        for (int i = 0; i < returns.length; i++) {
            growth[i + 1] = growth[i] * (1 + returns[i]);
        }
        return growth;
    }

    /** {@return the time-weighted return over the whole record, 0.25 for a quarter gained} */
    public double timeWeightedReturn() {
        double growth = 1;
        for (double one : returns) {
            growth *= 1 + one;
        }
        return growth - 1;
    }

    /** {@return the yearly rate at which all flows and the last value have no present value, where there is just one} */
    public MoneyWeightedReturn moneyWeightedReturn() {
        return MoneyWeightedReturn.of(this);
    }

    /** {@return what was gained: the last value less the first and what was paid in after it; also beyond ruin} */
    public double profit() {
        double paidIn = 0;
        for (int i = 1; i < days.size(); i++) {
            paidIn += days.get(i).flow();
        }
        return days.get(days.size() - 1).equity() - days.get(0).equity() - paidIn;
    }

    /** {@return years from the first day to the last that returns reach, of 365.25 days} */
    public double years() {
        return ChronoUnit.DAYS.between(start(), end()) / DAYS_A_YEAR;
    }

    /**
     * Returns the part between two days. Its first day is the base that the first return counts from.
     *
     * @param first first day, inclusive
     * @param last last day, inclusive
     * @return the days between them as a record of the same name
     * @throws InsufficientHistory if no day lies between them
     * @throws InvalidInput if the part begins after ruin
     */
    public TrackRecord between(LocalDate first, LocalDate last) {
        Builder part = builder(name, timing);
        for (TrackDay day : days) {
            if (!day.date().isBefore(first) && !day.date().isAfter(last)) {
                part.add(day);
            }
        }
        return part.build();
    }

    /**
     * Returns this record's growth on the days of another, to compare the two day by day.
     *
     * @param other the record whose days are wanted
     * @return what one unit grew to by each day that the other's returns reach
     * @throws MissingData if a day is not in this record, or after its ruin
     */
    double[] growthOn(TrackRecord other) {
        double[] mine = growth();
        double[] wanted = new double[other.returns.length + 1];
        int at = 0;
        for (int i = 0; i < wanted.length; i++) {
            LocalDate day = other.days.get(i).date();
            while (at < mine.length && days.get(at).date().isBefore(day)) {
                at++;
            }
            if (at == mine.length || !days.get(at).date().equals(day)) {
                throw new MissingData("return of " + name + " on " + day + ", a day of " + other.name);
            }
            wanted[i] = mine[at];
        }
        return wanted;
    }

    /** {@return the name, the days and the return} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "TrackRecord[%s, %s to %s, %d returns, %+.2f%%%s]",
                name,
                start(),
                end(),
                returns.length,
                100 * timeWeightedReturn(),
                ruined ? ", ruined" : "");
    }

    /** Takes days one at a time, each in constant time. For one thread. */
    public static final class Builder {

        private final String name;
        private final FlowTiming timing;
        private final List<TrackDay> days = new ArrayList<>();
        private double[] returns = new double[64];
        private int count;
        private double growth = 1;
        private boolean ruined;

        private Builder(String name, FlowTiming timing) {
            InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
            this.name = name;
            this.timing = Objects.requireNonNull(timing);
        }

        /**
         * Adds a day on which nothing but the value is known.
         *
         * @param date the day, after the last one
         * @param equity what the account is worth at its end
         * @return this
         * @throws InvalidInput as {@link #add(TrackDay)} does
         */
        public Builder add(LocalDate date, double equity) {
            return add(TrackDay.of(date, equity));
        }

        /**
         * Adds a day. A flow on the first day is part of its value.
         *
         * @param day the day, after the last one
         * @return this
         * @throws InvalidInput if the day is not after the last one, the first value is not positive, or a withdrawal leaves
         *     nothing although the day did not lose it
         */
        public Builder add(TrackDay day) {
            if (days.isEmpty()) {
                InvalidInput.unless(day.equity() > 0, "equity on " + day.date(), day.equity(), "positive at the start");
            } else {
                TrackDay before = days.get(days.size() - 1);
                InvalidInput.unless(
                        day.date().isAfter(before.date()), "date", day.date(), "after the last, " + before.date());
                if (!ruined) {
                    append(dayReturn(before.equity(), day));
                }
            }
            days.add(day);
            return this;
        }

        private double dayReturn(double before, TrackDay day) {
            double base = timing.base(before, day.flow());
            double worth = timing.worth(day.equity(), day.flow());
            InvalidInput.unless(base > 0, "value after the flow of " + day.date(), base, "positive");
            if (worth <= 0) {
                ruined = true;
                return -1;
            }
            InvalidInput.unless(day.equity() > 0, "value after the flow of " + day.date(), day.equity(), "positive");
            return Figures.moderate("return of " + day.date(), worth / base - 1);
        }

        private void append(double value) {
            growth = Figures.moderate("growth of one unit", growth * (1 + value));
            if (count == returns.length) {
                returns = Arrays.copyOf(returns, 2 * count);
            }
            returns[count++] = value;
        }

        /**
         * Returns the record so far; days may be added afterwards.
         *
         * @return the record
         * @throws InsufficientHistory if there is no day
         */
        public TrackRecord build() {
            if (days.isEmpty()) {
                throw new InsufficientHistory("a track record", 0, 1);
            }
            return new TrackRecord(name, timing, List.copyOf(days), Arrays.copyOf(returns, count), ruined);
        }
    }
}
