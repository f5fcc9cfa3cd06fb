package io.bondtrader.compliance.transparency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.HolidayCalendar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes logged decisions again, each by the tables and the calendar that it was made by, and compares byte by byte.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TransparencyReplay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, TransparencyTables> tables = new HashMap<>();
    private final Map<String, HolidayCalendar> calendars = new HashMap<>();

    private TransparencyReplay(Collection<TransparencyTables> tables, Collection<HolidayCalendar> calendars) {
        tables.forEach(version -> this.tables.put(version.sha256(), version));
        calendars.forEach(calendar -> this.calendars.put(calendar.name(), calendar));
    }

    /**
     * Returns a replay.
     *
     * @param tables every version that decided
     * @param calendars every calendar that decided
     * @return the replay
     */
    public static TransparencyReplay of(Collection<TransparencyTables> tables, Collection<HolidayCalendar> calendars) {
        return new TransparencyReplay(tables, calendars);
    }

    /**
     * Makes every decision of a log again.
     *
     * @param trail the log, up to its checkpoint
     * @return one line per decision, in the order of the log
     * @throws LogDamaged if an event is no decision although it says so
     * @throws MissingData if the tables or the calendar of a decision were not given
     */
    public List<ReplayedDecision> replay(AuditTrail trail) {
        List<ReplayedDecision> all = new ArrayList<>();
        trail.read(trail.firstEntry(), trail.checkpoint().size(), event -> {
            if (event.record().action().equals(TransparencyLog.DECIDED)) {
                all.add(replay(event));
            }
        });
        return List.copyOf(all);
    }

    private ReplayedDecision replay(LoggedEvent event) {
        JsonNode body = body(event);
        String sha256 = body.path("decision").path("tablesSha256").asText();
        String calendar = body.path("calendar").asText();
        TransparencyTables by = tables.get(sha256);
        HolidayCalendar days = calendars.get(calendar);
        if (by == null || days == null) {
            throw new MissingData("tables " + sha256 + " and calendar " + calendar + " of event " + event.index());
        }
        TransparencyRequest request;
        try {
            request = RequestJson.read(JsonMembers.parse(body.path("request").toString()));
        } catch (InvalidInput unreadable) {
            throw new LogDamaged("event " + event.index() + " asks for nothing: " + unreadable.getMessage());
        }
        TransparencyDecision decision = BondTransparency.of(by, days).decide(request);
        String now = CanonicalJson.of(decision.toJson()).text();
        String then = CanonicalJson.of(JSON.convertValue(body.path("decision"), Object.class))
                .text();
        boolean same = now.equals(then);
        return new ReplayedDecision(event.index(), request.reference(), decision, same);
    }

    private static JsonNode body(LoggedEvent event) {
        try {
            return JSON.readTree(event.record().body().text());
        } catch (JsonProcessingException unreadable) {
            throw new LogDamaged("event " + event.index() + " is no JSON");
        }
    }
}
