package io.bondtrader.compliance.report.basel;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.VerifiedLog;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The events of one kind in a period; of several of one day and name the last counts, as a correction. */
final class LatestFigures {

    /** A figure and where it stands. */
    record Figure(String entity, String day, EventBody body, EventIndices event, EventIndices replaced) {

        ReportCell cell(String name) {
            return ReportCell.of(body.text(name), event);
        }

        ReportCell line(String label) {
            return ReportCell.of(body.object("lines").text(label), event);
        }

        double number(String label) {
            return Double.parseDouble(body.object("lines").text(label));
        }
    }

    private LatestFigures() {}

    /**
     * Reads the figures.
     *
     * @param action of the events
     * @param distinguishing members that tell apart figures of one day
     */
    static Collection<Figure> of(VerifiedLog log, ReportParameters parameters, String action, String distinguishing) {
        TreeMap<String, Figure> latest = new TreeMap<>();
        log.read(event -> {
            if (event.record().action().equals(action)
                    && parameters.covers(event.record().time())) {
                take(latest, event, distinguishing);
            }
        });
        return latest.values();
    }

    private static void take(Map<String, Figure> latest, LoggedEvent event, String distinguishing) {
        EventBody body = EventBody.of(event);
        String entity = event.record().resource();
        String day = body.text("day");
        String key = String.join("\n", day, entity, body.text(distinguishing));
        Figure before = latest.get(key);
        EventIndices replaced =
                before == null ? EventIndices.none() : before.replaced().union(before.event());
        latest.put(key, new Figure(entity, day, body, EventIndices.of(event.index()), replaced));
    }
}
