package io.bondtrader.compliance.overview;

import io.bondtrader.compliance.audit.witness.WitnessReport;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.retention.RetentionReport;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.HashValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What compliance has to look at: deadlines, open alerts, legal holds, what waits for deletion, how the log is, runs of
 * reports, and changes that wait for a second person. What is told of events comes from the verified log; deadlines, retention
 * and witnesses are handed in. Immutable.
 *
 * @param asOf when
 * @param origin the log's name
 * @param logSize the size of the log that it was computed at
 * @param logRoot the log's Merkle root at that size
 * @param figures the most important numbers
 * @param sections the details
 */
public record Overview(
        Instant asOf, String origin, long logSize, HashValue logRoot, List<Figure> figures, List<Section> sections) {

    /** Copies the lists. */
    public Overview {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(logRoot, "logRoot");
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
    }

    /** How urgent something is. */
    public enum Tone {
        /** Nobody has to act. */
        PLAIN,
        /** All is well. */
        GOOD,
        /** Somebody should look at it soon. */
        LATE,
        /** Somebody has to act. */
        BAD
    }

    /**
     * A number at the top. Immutable.
     *
     * @param label what it counts
     * @param value the number
     * @param tone how urgent it is
     */
    public record Figure(String label, String value, Tone tone) {}

    /**
     * A line of a section; the tone is that of its last cell. Immutable.
     *
     * @param tone how urgent it is
     * @param cells as many as the section has columns
     */
    public record Line(Tone tone, List<ReportCell> cells) {

        /** Copies the cells. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A table of the page. Immutable.
     *
     * @param title what it shows
     * @param columns their names
     * @param lines the most urgent first
     */
    public record Section(String title, List<String> columns, List<Line> lines) {

        /**
         * Copies the lists.
         *
         * @throws InvalidInput if a line is of another width
         */
        public Section {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
            for (Line line : lines) {
                InvalidInput.unless(
                        line.cells().size() == columns.size(),
                        "cells of a line",
                        line.cells().size(),
                        "as many as columns");
            }
        }
    }

    /**
     * Begins an overview.
     *
     * @param log the verified log
     * @param now the time
     * @return a builder
     */
    public static Builder of(VerifiedLog log, Instant now) {
        return new Builder(log, now);
    }

    /** {@return the overview as canonical JSON} */
    public CanonicalJson toJson() {
        List<Map<String, Object>> numbers = new ArrayList<>();
        for (Figure figure : figures) {
            numbers.add(Map.of("label", figure.label(), "value", figure.value(), "tone", figure.tone()));
        }
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Section section : sections) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Line line : section.lines()) {
                lines.add(Map.of(
                        "tone",
                        line.tone(),
                        "cells",
                        line.cells().stream()
                                .map(cell -> Map.of(
                                        "value",
                                        cell.value(),
                                        "events",
                                        cell.events().toString()))
                                .toList()));
            }
            tables.add(Map.of("title", section.title(), "columns", section.columns(), "lines", lines));
        }
        Map<String, Object> members = new TreeMap<>();
        members.put("asOf", asOf);
        members.put("origin", origin);
        members.put("logSize", logSize);
        members.put("logRoot", logRoot.toBase64());
        members.put("figures", numbers);
        members.put("sections", tables);
        return CanonicalJson.of(members);
    }

    /** {@return the overview as one page of HTML without script and without anything from elsewhere} */
    public String toHtml() {
        return OverviewPage.of(this);
    }

    @Override
    public String toString() {
        return "Overview[" + asOf + ", log of " + logSize + " events]";
    }

    /** Gathers what an overview shows. For one thread. */
    public static final class Builder {

        private final VerifiedLog log;
        private final Instant now;
        private final List<Deadline> deadlines = new ArrayList<>();
        private @Nullable RetentionReport retention;
        private @Nullable WitnessReport witnesses;
        private long lost;

        private Builder(VerifiedLog log, Instant now) {
            this.log = Objects.requireNonNull(log);
            this.now = Objects.requireNonNull(now);
        }

        /**
         * Adds a deadline.
         *
         * @param deadline the deadline
         * @return this
         */
        public Builder deadline(Deadline deadline) {
            deadlines.add(Objects.requireNonNull(deadline));
            return this;
        }

        /**
         * Shows what is held and what waits for deletion.
         *
         * @param report as {@code RetentionRun.report} tells it
         * @return this
         */
        public Builder retention(RetentionReport report) {
            retention = report;
            return this;
        }

        /**
         * Shows what witnesses said of the newest checkpoint.
         *
         * @param report as {@code Witnesses.cosign} tells it
         * @return this
         */
        public Builder witnesses(WitnessReport report) {
            witnesses = report;
            return this;
        }

        /**
         * Shows how many events the log lost, where its policy is to go on without them.
         *
         * @param events as the log counts them
         * @return this
         * @throws InvalidInput if the number is negative
         */
        public Builder lostEvents(long events) {
            InvalidInput.unless(events >= 0, "lost events", events, "0 or more");
            lost = events;
            return this;
        }

        /**
         * Makes the overview.
         *
         * @return the overview
         * @throws io.bondtrader.compliance.error.LogDamaged if the events do not lead to the checkpoint
         */
        public Overview build() {
            LogFacts facts = new LogFacts();
            log.read(facts::take);
            OverviewSections made = new OverviewSections(now, facts);
            made.deadlines(deadlines);
            made.alerts();
            made.runs();
            made.changes();
            made.holds();
            if (retention != null) {
                made.retention(retention);
            }
            made.health(log, witnesses, lost);
            return new Overview(now, log.origin(), log.size(), log.root(), made.figures(), made.sections());
        }
    }
}
