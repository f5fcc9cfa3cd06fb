package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.report.ReportCell;
import java.util.List;

/** How events become cells. */
final class Events {

    private Events() {}

    /** Cells of one row that all come from the same events. */
    static ReportCell[] cells(EventIndices events, Object... values) {
        ReportCell[] cells = new ReportCell[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = ReportCell.of(values[i], events);
        }
        return cells;
    }

    static EventIndices all(List<ReportCell[]> rows) {
        return union(rows.stream().map(row -> row[0].events()).toList());
    }

    /** Of many sets at once: one after the other would take quadratic time. */
    static EventIndices union(List<EventIndices> sets) {
        return EventIndices.of(sets.stream().flatMapToLong(EventIndices::stream).toArray());
    }

    static String scope(String scope) {
        return scope.isEmpty() ? "everywhere" : scope;
    }

    /** A detail of an event of the security module, which keeps them under its result. */
    static String result(LoggedEvent event, String name) {
        EventBody body = EventBody.of(event);
        String detail = body.object("result").text(name);
        return detail.isEmpty() ? body.text(name) : detail;
    }
}
