package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A track record on one page: what it made, what it risked, what it cost, and how much of it may be luck.
 *
 * <p>{@link #toHtml} is one file with its drawings and styles inside: no script, no network, for screens light or dark and for
 * paper. {@link #toJson} holds the same figures for machines. Immutable and safe for use by many threads.
 */
public final class TearSheet {

    private static final int MOST_TRADES = 100;

    final String title;
    final String currency;
    final PerformanceStatistics statistics;
    final Optional<TrackRecord> benchmark;
    final Optional<BenchmarkStatistics> comparison;
    final Optional<OverfittingReport> overfitting;
    final Optional<RollingStatistics> rolling;
    final Map<String, Double> attribution;
    final List<String> notes;
    final boolean logarithmic;
    final int mostTrades;

    private TearSheet(Builder builder) {
        this.title = builder.title;
        this.currency = builder.currency;
        this.statistics = builder.statistics;
        this.benchmark = builder.benchmark;
        PerformanceStatistics figures = builder.statistics;
        this.comparison = benchmark.map(other -> BenchmarkStatistics.of(figures.record(), other, figures.basis()));
        this.overfitting =
                builder.overfitting.isPresent() || figures.sharpe().isEmpty() ? builder.overfitting : judged(builder);
        int window = builder.window;
        this.rolling = figures.record().size() > window
                ? Optional.of(RollingStatistics.of(figures.record(), figures.basis(), window))
                : Optional.empty();
        this.attribution = Collections.unmodifiableMap(new LinkedHashMap<>(builder.attribution));
        this.notes = List.copyOf(builder.notes);
        this.logarithmic = builder.logarithmic;
        this.mostTrades = builder.mostTrades;
    }

    private static Optional<OverfittingReport> judged(Builder builder) {
        return Optional.of(
                builder.trials == 0
                        ? OverfittingReport.trialsUnknown(builder.statistics)
                        : OverfittingReport.of(builder.statistics, builder.trials, builder.trialVariance));
    }

    /**
     * Returns a builder.
     *
     * @param statistics the figures of the record, with its closed trades
     * @return the builder
     */
    public static Builder builder(PerformanceStatistics statistics) {
        return new Builder(statistics);
    }

    /**
     * Returns the sheet of a record with nothing but its figures.
     *
     * @param statistics the figures of the record, with its closed trades
     * @return the sheet
     */
    public static TearSheet of(PerformanceStatistics statistics) {
        return builder(statistics).build();
    }

    /** {@return the figures it shows} */
    public PerformanceStatistics statistics() {
        return statistics;
    }

    /** {@return how likely the record was luck, absent if it never moved} */
    public Optional<OverfittingReport> overfitting() {
        return overfitting;
    }

    /** {@return the sheet as one page that needs nothing else} */
    public String toHtml() {
        return TearSheetPage.render(this);
    }

    /** {@return the sheet as JSON: members in a settled order, numbers in full, {@code null} for figures there are not} */
    public String toJson() {
        return TearSheetTree.text(TearSheetTree.of(this));
    }

    /** {@return the title and the main figures} */
    @Override
    public String toString() {
        return "TearSheet[" + title + ": " + statistics + "]";
    }

    /** What a sheet shows. For one thread. */
    public static final class Builder {

        private final PerformanceStatistics statistics;
        private final Map<String, Double> attribution = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();
        private String title;
        private String currency = "";
        private Optional<TrackRecord> benchmark = Optional.empty();
        private Optional<OverfittingReport> overfitting = Optional.empty();
        private int trials;
        private double trialVariance;
        private int window = 126;
        private boolean logarithmic;
        private int mostTrades = MOST_TRADES;

        private Builder(PerformanceStatistics statistics) {
            this.statistics = statistics;
            this.title = statistics.record().name();
        }

        /**
         * Sets the title, the record's name unless set.
         *
         * @param text the title
         * @return this
         * @throws InvalidInput if it is blank
         */
        public Builder title(String text) {
            InvalidInput.unless(!text.isBlank(), "title", text, "not blank");
            title = text;
            return this;
        }

        /**
         * Sets the currency that stands beside money.
         *
         * @param code such as {@code USD}
         * @return this
         */
        public Builder currency(String code) {
            currency = code;
            return this;
        }

        /**
         * Sets what the record is compared with.
         *
         * @param record a record with a value on each of the days
         * @return this
         */
        public Builder benchmark(TrackRecord record) {
            benchmark = Optional.of(record);
            return this;
        }

        /**
         * Sets how likely the record was luck. Unless set, the sheet assumes one trial and says so.
         *
         * @param report the report
         * @return this
         */
        public Builder overfitting(OverfittingReport report) {
            overfitting = Optional.of(report);
            return this;
        }

        /**
         * Says how many trials the record was chosen among; a record that never moved is not judged. What
         * {@link #overfitting} is given counts more.
         *
         * @param count 1 or more; 1 if the record is the only one
         * @param variance of the trials' Sharpe ratios per period, 0 or more
         * @return this
         * @throws InvalidInput if a number is out of range
         */
        public Builder trials(int count, double variance) {
            InvalidInput.unless(count >= 1, "count", count, "1 or more");
            trialVariance = Figures.notNegative("variance", variance);
            trials = count;
            return this;
        }

        /**
         * Adds a part of the profit, such as carry or a strategy's share.
         *
         * @param part what it came from
         * @param amount in money
         * @return this
         * @throws InvalidInput if the part is there already or the amount not finite
         */
        public Builder attribution(String part, double amount) {
            Figures.finite("amount", amount);
            InvalidInput.unless(attribution.putIfAbsent(part, amount) == null, "part", part, "named once");
            return this;
        }

        /**
         * Adds a sentence that a reader should know: data, assumptions, what is left out.
         *
         * @param text the sentence
         * @return this
         */
        public Builder note(String text) {
            notes.add(text);
            return this;
        }

        /**
         * Sets how many returns rolling figures are of, 126 unless set; they are left out of shorter records.
         *
         * @param returns 2 or more
         * @return this
         * @throws InvalidInput if there are fewer
         */
        public Builder rollingWindow(int returns) {
            InvalidInput.unless(returns >= 2, "returns", returns, "2 or more");
            window = returns;
            return this;
        }

        /**
         * Draws growth by its logarithm, where equal rates have equal slopes; a ruined record is drawn as it is.
         *
         * @return this
         */
        public Builder logarithmic() {
            logarithmic = true;
            return this;
        }

        /**
         * Sets how many of the last closed trades are listed, 100 unless set. The sheet says how many more there are.
         *
         * @param count 0 or more
         * @return this
         * @throws InvalidInput if it is negative
         */
        public Builder mostTrades(int count) {
            InvalidInput.unless(count >= 0, "count", count, "0 or more");
            mostTrades = count;
            return this;
        }

        /**
         * Returns the sheet.
         *
         * @return the sheet
         * @throws MissingData if the benchmark has no value on a day of the record
         */
        public TearSheet build() {
            return new TearSheet(this);
        }
    }
}
