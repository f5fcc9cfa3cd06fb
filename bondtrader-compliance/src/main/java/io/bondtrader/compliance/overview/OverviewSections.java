package io.bondtrader.compliance.overview;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.witness.WitnessReport;
import io.bondtrader.compliance.overview.Overview.Figure;
import io.bondtrader.compliance.overview.Overview.Line;
import io.bondtrader.compliance.overview.Overview.Section;
import io.bondtrader.compliance.overview.Overview.Tone;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.retention.RetainedPart;
import io.bondtrader.compliance.retention.RetentionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes figures and sections. For one thread. */
final class OverviewSections {

    /** A log that says nothing for so long has probably lost its writers. */
    private static final Duration QUIET = Duration.ofHours(24);

    private final Instant now;
    private final LogFacts facts;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    OverviewSections(Instant now, LogFacts facts) {
        this.now = now;
        this.facts = facts;
    }

    List<Figure> figures() {
        return figures;
    }

    List<Section> sections() {
        return sections;
    }

    private void add(String title, List<String> columns, List<Line> lines) {
        List<Line> urgent = new ArrayList<>(lines);
        urgent.sort(Comparator.comparing(Line::tone).reversed());
        sections.add(new Section(title, columns, urgent));
    }

    private void figure(String label, long value, Tone otherwise) {
        figures.add(new Figure(label, Long.toString(value), value == 0 ? Tone.GOOD : otherwise));
    }

    void deadlines(List<Deadline> deadlines) {
        List<Line> lines = new ArrayList<>();
        int overdue = 0;
        for (Deadline deadline :
                deadlines.stream().sorted(Comparator.comparing(Deadline::due)).toList()) {
            Deadline.State state = deadline.state(now);
            overdue += state == Deadline.State.OVERDUE ? 1 : 0;
            Tone tone = switch (state) {
                case DONE -> Tone.GOOD;
                case AHEAD -> Tone.PLAIN;
                case SOON, DONE_LATE -> Tone.LATE;
                case OVERDUE -> Tone.BAD;
            };
            lines.add(line(
                    tone,
                    EventIndices.none(),
                    deadline.what(),
                    deadline.due(),
                    away(deadline.due()),
                    state.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        figure("Deadlines overdue", overdue, Tone.BAD);
        add("Deadlines", List.of("What", "Due", "From now", "State"), lines);
    }

    void alerts() {
        figure("Open alerts", facts.alerts.size(), Tone.LATE);
        add("Open alerts", List.of("Alert", "What", "Since", "Age"), facts(facts.alerts.values(), Tone.LATE));
    }

    void changes() {
        figure("Changes waiting", facts.changes.size(), Tone.LATE);
        List<Line> lines = new ArrayList<>();
        for (LogFacts.Fact fact : facts.changes.values()) {
            lines.add(line(
                    Tone.LATE,
                    EventIndices.of(fact.event()),
                    fact.id(),
                    fact.what(),
                    fact.by(),
                    fact.since(),
                    fact.state()));
        }
        add("Changes waiting", List.of("Change", "Subject", "Last step by", "Since", "State"), lines);
    }

    void holds() {
        figures.add(new Figure("Legal holds", Integer.toString(facts.holds.size()), Tone.PLAIN));
        List<Line> lines = new ArrayList<>();
        for (LogFacts.Fact fact : facts.holds.values()) {
            lines.add(line(
                    Tone.PLAIN,
                    EventIndices.of(fact.event()),
                    fact.id(),
                    fact.what(),
                    fact.state(),
                    fact.by(),
                    fact.since()));
        }
        add("Legal holds", List.of("Hold", "Matter", "Owner", "Placed by", "Since"), lines);
    }

    private List<Line> facts(Collection<LogFacts.Fact> open, Tone tone) {
        List<Line> lines = new ArrayList<>();
        for (LogFacts.Fact fact : open) {
            lines.add(line(
                    tone,
                    EventIndices.of(fact.event()),
                    fact.id(),
                    fact.what(),
                    fact.since(),
                    length(Duration.between(fact.since(), now))));
        }
        return lines;
    }

    void runs() {
        List<Line> lines = new ArrayList<>();
        int troubled = 0;
        for (Map.Entry<String, LogFacts.Runs> each : facts.runs.entrySet()) {
            LogFacts.Runs runs = each.getValue();
            LogFacts.Fact last = runs.last;
            boolean bad = last != null
                    && (last.state().equals("given up") || last.state().equals("failed"));
            troubled += runs.missed + runs.givenUp;
            EventIndices events = last == null ? EventIndices.none() : EventIndices.of(last.event());
            EventIndices trouble = runs.lastTrouble < 0 ? EventIndices.none() : EventIndices.of(runs.lastTrouble);
            Tone well = last == null ? Tone.PLAIN : Tone.GOOD;
            Tone tone = bad ? Tone.BAD : runs.missed + runs.givenUp > 0 ? Tone.LATE : well;
            lines.add(new Line(
                    tone,
                    List.of(
                            ReportCell.of(each.getKey()),
                            ReportCell.of(last == null ? "" : last.what(), events),
                            ReportCell.of(Integer.toString(runs.succeeded)),
                            counted(runs.failed, trouble),
                            counted(runs.missed, trouble),
                            counted(runs.givenUp, trouble),
                            ReportCell.of(last == null ? "not run yet" : last.state(), events))));
        }
        figure("Runs missed or given up", troubled, Tone.BAD);
        add(
                "Report runs",
                List.of("Schedule", "Last due", "Succeeded", "Failed attempts", "Missed", "Given up", "Last step"),
                lines);
    }

    private static ReportCell counted(int count, EventIndices trouble) {
        return ReportCell.of(count, count == 0 ? EventIndices.none() : trouble);
    }

    void retention(RetentionReport report) {
        figure("Records to delete", report.due().size(), Tone.LATE);
        List<Line> lines = new ArrayList<>();
        for (RetainedPart part : report.parts()) {
            lines.add(line(
                    part.mayGo() ? Tone.LATE : Tone.PLAIN,
                    EventIndices.none(),
                    part.place(),
                    part.recordClass(),
                    part.events(),
                    part.oldest() + " to " + part.newest(),
                    part.keepUntil() == null ? "not begun" : part.keepUntil(),
                    part.held(),
                    part.mayGo() ? "may be deleted" : "kept: " + part.reason()));
        }
        add("Retention", List.of("Place", "Records", "Events", "Days", "Keep until", "On hold", "State"), lines);
    }

    void health(VerifiedLog log, @Nullable WitnessReport witnesses, long lost) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(Tone.GOOD, EventIndices.none(), "Events, all hashed to the signed root", log.size()));
        LoggedEvent newest = facts.newest;
        Duration age = newest == null
                ? QUIET.plusSeconds(1)
                : Duration.between(newest.record().time(), now);
        boolean quiet = age.compareTo(QUIET) > 0;
        lines.add(line(
                quiet ? Tone.LATE : Tone.GOOD,
                newest == null ? EventIndices.none() : EventIndices.of(newest.index()),
                "Age of the newest event under the checkpoint",
                newest == null ? "no event yet" : length(age)));
        lines.add(line(lost == 0 ? Tone.GOOD : Tone.BAD, EventIndices.none(), "Events lost by failure", lost));
        boolean unseen = witnesses != null && !witnesses.isEnough();
        if (witnesses != null) {
            lines.add(line(
                    unseen ? Tone.BAD : Tone.GOOD,
                    EventIndices.none(),
                    "Witnesses that signed",
                    witnesses.cosigners().size() + " of " + witnesses.required() + " required"));
            witnesses
                    .refusals()
                    .forEach((name, why) -> lines.add(line(Tone.LATE, EventIndices.none(), "Witness " + name, why)));
        }
        Tone tone = lost > 0 || unseen ? Tone.BAD : quiet ? Tone.LATE : Tone.GOOD;
        String word = switch (tone) {
            case BAD -> "act";
            case LATE -> "quiet";
            default -> "healthy";
        };
        figures.add(new Figure("Audit log", word, tone));
        add("Audit log", List.of("What", "Value"), lines);
    }

    private static Line line(Tone tone, EventIndices events, Object... values) {
        List<ReportCell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            cells.add(ReportCell.of(values[i], i == 0 ? events : EventIndices.none()));
        }
        return new Line(tone, cells);
    }

    private String away(Instant due) {
        Duration left = Duration.between(now, due);
        return left.isNegative() ? length(left.negated()) + " ago" : "in " + length(left);
    }

    /** In the two largest units. */
    static String length(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }
}
