package io.bondtrader.examples.security;

import io.bondtrader.examples.security.Transcript.Line;
import io.bondtrader.examples.security.Transcript.Mark;
import io.bondtrader.examples.security.Transcript.Step;
import io.bondtrader.security.event.SecurityEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The walk as plain text. */
final class TextReport {

    private TextReport() {}

    static void print(Walkthrough walk, PrintStream out) {
        int number = 0;
        for (Step step : walk.transcript.steps()) {
            out.println();
            out.println(++number + ". " + step.title());
            for (Line line : step.lines()) {
                out.println(format("   %s %-3s %s", line.mark().sign(), line.row(), line.what()));
                out.println("           " + line.why() + events(line.events()));
            }
        }
        trail(walk, out);
        summary(walk.transcript, out);
    }

    /** The words in order, each once. */
    static String events(List<String> events) {
        return events.isEmpty() ? "" : "  [" + events.stream().distinct().collect(Collectors.joining(", ")) + "]";
    }

    private static void trail(Walkthrough walk, PrintStream out) {
        out.println();
        out.println("The trail");
        for (SecurityEvent event : walk.house.trail.events()) {
            List<String> cells = cells(walk, event);
            out.println(format(
                            "   %s  %-12s %-13s %-30s %-22s %s",
                            cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5))
                    .stripTrailing());
        }
    }

    /** {@return time, account, address, event, subject and details of an event} */
    static List<String> cells(Walkthrough walk, SecurityEvent event) {
        return List.of(
                event.occurredAt().toString().substring(5, 19).replace('T', ' '),
                event.account() == null ? "-" : event.account().toString(),
                event.source() == null ? "-" : event.source().toString(),
                event.type().word(),
                walk.house.trail.named(event.subject()),
                walk.house.trail.named(event.details().entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(" "))));
    }

    private static void summary(Transcript transcript, PrintStream out) {
        out.println();
        out.println(format(
                "✓ %d allowed   ✗ %d attacks refused   ! %d otherwise than they should",
                transcript.lines(Mark.ALLOWED).size(),
                transcript.lines(Mark.REFUSED).size(),
                transcript.lines(Mark.WRONG).size()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
