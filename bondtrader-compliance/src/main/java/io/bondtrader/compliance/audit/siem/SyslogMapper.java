package io.bondtrader.compliance.audit.siem;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Events as messages of RFC 5424: facility 13 (log audit), what identifies the event as structured data, and the event in
 * another mapper's form as the message. Immutable.
 */
public final class SyslogMapper implements EventMapper {

    private static final int AUDIT = 13;
    private static final int WARNING = 4;
    private static final int NOTICE = 5;
    private static final int INFORMATIONAL = 6;
    private static final int MESSAGE_ID = 32;

    private final String host;
    private final String element;
    private final EventMapper content;

    private SyslogMapper(String host, String element, EventMapper content) {
        this.host = host;
        this.element = element;
        this.content = content;
    }

    /**
     * Returns a mapper.
     *
     * @param host the machine's name, as {@code app-1.example.com}
     * @param enterprise the firm's private enterprise number, which names of own data must carry (RFC 5424, section 7.2.2)
     * @param content writes the message behind the structured data
     * @return the mapper
     * @throws InvalidInput if the host is no name of a header, or the number is below 0
     */
    public static SyslogMapper of(String host, int enterprise, EventMapper content) {
        SyslogMessage.requireHeader("host", host, SyslogMessage.LONGEST_HOST);
        InvalidInput.unless(enterprise >= 0, "enterprise number", enterprise, "0 or more");
        return new SyslogMapper(host, "bondtrader@" + enterprise, Objects.requireNonNull(content));
    }

    @Override
    public String map(LoggedEvent event) {
        AuditRecord record = event.record();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("index", Long.toString(event.index()));
        data.put("id", record.id().toString());
        data.put("leaf", event.leaf().toString());
        data.put("actor", record.actor());
        data.put("outcome", record.outcome().name());
        return new SyslogMessage(
                        AUDIT,
                        severity(record),
                        record.time(),
                        host,
                        "bondtrader",
                        "",
                        messageId(record.action()),
                        Map.of(element, data),
                        content.map(event))
                .text();
    }

    /** What a header cannot hold of an action becomes a line; the message has it whole. */
    private static String messageId(String action) {
        String visible = action.codePoints()
                .map(c -> c > ' ' && c < 0x7f ? c : '_')
                .limit(MESSAGE_ID)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.isEmpty() ? "-" : visible;
    }

    private static int severity(AuditRecord record) {
        ActionWords.Kind kind = ActionWords.kind(record.action());
        if (kind == ActionWords.Kind.ABUSE_ALERT || kind == ActionWords.Kind.CONTROL_BREACH) {
            return WARNING;
        }
        return record.outcome() == Outcome.SUCCESS || record.outcome() == Outcome.OBSERVED ? INFORMATIONAL : NOTICE;
    }
}
