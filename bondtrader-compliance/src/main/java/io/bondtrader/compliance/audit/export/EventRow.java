package io.bondtrader.compliance.audit.export;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of an event, in their order: the same in every form. */
final class EventRow {

    private EventRow() {}

    static Map<String, String> of(LoggedEvent event) {
        AuditRecord record = event.record();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("index", Long.toString(event.index()));
        row.put("id", record.id().toString());
        row.put("time", record.time().toString());
        row.put("actor", record.actor());
        row.put("role", record.role());
        row.put("ip", record.ip() == null ? "" : record.ip().toString());
        row.put("action", record.action());
        row.put("resource", record.resource());
        row.put("outcome", record.outcome().name());
        row.put("correlationId", record.correlationId());
        row.put("tags", String.join(" ", record.tags()));
        row.put("previous", event.previous().toBase64());
        row.put("leaf", event.leaf().toBase64());
        row.put("body", record.body().text());
        return row;
    }
}
