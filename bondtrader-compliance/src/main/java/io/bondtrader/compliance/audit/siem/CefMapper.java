package io.bondtrader.compliance.audit.siem;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.security.input.LogText;
import io.bondtrader.security.network.IpAddress;

/**
 * Events in ArcSight's Common Event Format, version 0. A bar or backslash of the header and an equals sign or backslash of
 * the rest are escaped, so no value opens a field of its own. Immutable.
 */
public final class CefMapper implements EventMapper {

    private static final String HEAD = "CEF:0|BondTrader|BondTrader|1|";

    private CefMapper() {}

    /** {@return the mapper} */
    public static CefMapper standard() {
        return new CefMapper();
    }

    @Override
    public String map(LoggedEvent event) {
        AuditRecord record = event.record();
        StringBuilder out = new StringBuilder(256).append(HEAD);
        out.append(header(record.action())).append('|');
        out.append(header(record.action().replace('.', ' '))).append('|');
        out.append(severity(record)).append('|');
        out.append("rt=").append(record.time().toEpochMilli());
        field(out, "externalId", record.id().toString());
        field(out, "suser", record.actor());
        field(out, "spriv", record.role());
        IpAddress ip = record.ip();
        if (ip != null && ip.isVersion4()) {
            field(out, "src", ip.toString());
        } else if (ip != null) {
            field(out, "c6a2Label", "Source IPv6 Address");
            field(out, "c6a2", ip.toString());
        }
        field(out, "outcome", record.outcome().name().toLowerCase(java.util.Locale.ROOT));
        custom(out, 1, "resource", record.resource());
        custom(out, 2, "correlation", record.correlationId());
        custom(out, 3, "tags", String.join(" ", record.tags()));
        custom(out, 4, "leaf", event.leaf().toString());
        out.append(" cn1Label=index cn1=").append(event.index());
        field(out, "msg", record.body().text());
        return out.toString();
    }

    private static void custom(StringBuilder out, int number, String label, String value) {
        if (!value.isEmpty()) {
            field(out, "cs" + number + "Label", label);
            field(out, "cs" + number, value);
        }
    }

    private static void field(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append('=').append(value(value));
        }
    }

    /** After {@link LogText} a backslash is doubled already, and no line ends inside. */
    private static String value(String text) {
        return LogText.encode(text).replace("=", "\\=");
    }

    private static String header(String text) {
        return LogText.encode(text).replace("|", "\\|");
    }

    /** 0 to 10: what was denied or failed is medium, alerts are high. */
    private static int severity(AuditRecord record) {
        ActionWords.Kind kind = ActionWords.kind(record.action());
        if (kind == ActionWords.Kind.ABUSE_ALERT || kind == ActionWords.Kind.CONTROL_BREACH) {
            return 8;
        }
        return record.outcome() == Outcome.SUCCESS || record.outcome() == Outcome.OBSERVED ? 2 : 6;
    }
}
