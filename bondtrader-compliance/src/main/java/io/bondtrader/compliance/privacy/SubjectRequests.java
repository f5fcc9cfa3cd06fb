package io.bondtrader.compliance.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.DeletedEventReader;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.RequestStateRefused;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.HolidayCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Requests of persons, as the log says: received, identified, extended, answered or refused, each by an event, and made anew
 * from them.
 *
 * <p>Safe for use by many threads.
 */
public final class SubjectRequests {

    private static final String RECEIVED = "privacy.request_received";
    private static final String IDENTIFIED = "privacy.request_identified";
    private static final String EXTENDED = "privacy.request_extended";
    private static final String ANSWERED = "privacy.request_answered";
    private static final String REFUSED = "privacy.request_refused";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuditJournal journal;
    private final HolidayCalendar calendar;
    private final Map<String, SubjectRequest> requests = new LinkedHashMap<>();
    private long read;

    private SubjectRequests(AuditJournal journal, HolidayCalendar calendar) {
        this.journal = Objects.requireNonNull(journal);
        this.calendar = Objects.requireNonNull(calendar);
    }

    /**
     * Reads the requests of a log.
     *
     * @param journal writes to that log; if entries were taken out of it, to an {@code ArchivedLog}
     * @param calendar of working days where the firm is
     * @return the requests
     * @throws io.bondtrader.core.error.MissingData if entries were taken out of the log and it knows no archive
     */
    public static SubjectRequests in(AuditJournal journal, HolidayCalendar calendar) {
        SubjectRequests all = new SubjectRequests(journal, calendar);
        synchronized (all) {
            all.catchUp();
        }
        return all;
    }

    /**
     * Takes a request in.
     *
     * @param id never used before
     * @param kind what is asked for
     * @param subject who asks
     * @param received on which day it came, at whatever door of the firm
     * @param actor who writes it down
     * @return the request
     * @throws RequestStateRefused if the id was used
     */
    public synchronized SubjectRequest receive(
            String id, RequestKind kind, SubjectId subject, LocalDate received, String actor) {
        InvalidInput.unless(!id.isBlank(), "id of a request", id, "not blank");
        catchUp();
        if (requests.containsKey(id)) {
            throw new RequestStateRefused("request " + id + " was received before");
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("kind", kind);
        body.put("subject", subject.value());
        body.put("received", received);
        body.put("due", RequestClock.due(received, false, calendar));
        journal.write(actor, RECEIVED, id, Outcome.SUCCESS, body, "gdpr", subject.tag());
        return required(id);
    }

    /**
     * Says that who asks is proven.
     *
     * @param id of the request
     * @param how it was proven; no copy of a document, only what was looked at
     * @param actor who looked
     * @return the request
     * @throws RequestStateRefused if it is not waiting for that
     */
    public SubjectRequest identify(String id, String how, String actor) {
        return move(id, IDENTIFIED, Map.of("how", notBlank("how", how)), actor, RequestState.RECEIVED);
    }

    /**
     * Extends the time by two months.
     *
     * @param id of the request
     * @param reason which the person is told within the first month
     * @param actor who decides
     * @return the request
     * @throws RequestStateRefused if it is closed, extended already, or the first month is over
     */
    public synchronized SubjectRequest extend(String id, String reason, String actor) {
        SubjectRequest request = required(id);
        LocalDate today = journal.now().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        if (request.extended() || today.isAfter(request.due())) {
            throw new RequestStateRefused(
                    "request " + id + " cannot be extended: that was to be done by " + request.due() + ", and once");
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("reason", notBlank("reason", reason));
        body.put("due", RequestClock.due(request.received(), true, calendar));
        return move(id, EXTENDED, body, actor, RequestState.RECEIVED, RequestState.IDENTIFIED);
    }

    /**
     * Closes a request with an answer.
     *
     * @param id of the request
     * @param answer what was done, and where the answer is kept; no personal data
     * @param actor who answered
     * @return the request
     * @throws RequestStateRefused if who asks is not proven, or it is closed
     */
    public SubjectRequest answer(String id, String answer, String actor) {
        return move(id, ANSWERED, Map.of("answer", notBlank("answer", answer)), actor, RequestState.IDENTIFIED);
    }

    /**
     * Closes a request without doing what was asked.
     *
     * @param id of the request
     * @param reason with its legal ground, which the person is told
     * @param actor who decided
     * @return the request
     * @throws RequestStateRefused if it is closed
     */
    public SubjectRequest refuse(String id, String reason, String actor) {
        return move(
                id,
                REFUSED,
                Map.of("reason", notBlank("reason", reason)),
                actor,
                RequestState.RECEIVED,
                RequestState.IDENTIFIED);
    }

    private synchronized SubjectRequest move(
            String id, String action, Map<String, Object> body, String actor, RequestState... from) {
        SubjectRequest request = required(id);
        if (!List.of(from).contains(request.state())) {
            throw new RequestStateRefused(
                    "request " + id + " is " + request.state() + ", and must be one of " + List.of(from));
        }
        Map<String, Object> whole = new TreeMap<>(body);
        whole.put("subject", request.subject().value());
        journal.write(
                actor,
                action,
                id,
                Outcome.SUCCESS,
                whole,
                "gdpr",
                request.subject().tag());
        return required(id);
    }

    private static String notBlank(String name, String value) {
        InvalidInput.unless(!value.isBlank(), name, value, "not blank");
        return value;
    }

    /**
     * Looks a request up.
     *
     * @param id of the request
     * @return the request
     * @throws MissingData if there is none
     */
    public synchronized SubjectRequest required(String id) {
        catchUp();
        SubjectRequest request = requests.get(id);
        if (request == null) {
            throw new MissingData("request " + id + " is not known");
        }
        return request;
    }

    /** {@return all requests, oldest first} */
    public synchronized List<SubjectRequest> all() {
        catchUp();
        return new ArrayList<>(requests.values());
    }

    /**
     * Lists what is late.
     *
     * @param day the day
     * @return the open requests whose time ran out before
     */
    public List<SubjectRequest> late(LocalDate day) {
        return all().stream().filter(request -> request.isLateOn(day)).toList();
    }

    private void catchUp() {
        AuditTrail trail = journal.log();
        long size = trail.checkpoint().size();
        if (read < size) {
            trail.readHeld(read, size, this::take, DeletedEventReader.IGNORE);
            read = size;
        }
    }

    private void take(LoggedEvent event) {
        String action = event.record().action();
        if (!action.startsWith("privacy.request_")) {
            return;
        }
        try {
            JsonNode body = JSON.readTree(event.record().body().text());
            String id = event.record().resource();
            EventIndices index = EventIndices.of(event.index());
            if (action.equals(RECEIVED)) {
                requests.put(
                        id,
                        new SubjectRequest(
                                id,
                                RequestKind.valueOf(body.path("kind").asText()),
                                new SubjectId(body.path("subject").asText()),
                                LocalDate.parse(body.path("received").asText()),
                                LocalDate.parse(body.path("due").asText()),
                                false,
                                RequestState.RECEIVED,
                                index));
            } else {
                requests.computeIfPresent(id, (known, request) -> moved(request, action, body, index));
            }
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException | InvalidInput unreadable) {
            throw new LogDamaged("event " + event.index() + " is no event of a person's request");
        }
    }

    private static SubjectRequest moved(SubjectRequest request, String action, JsonNode body, EventIndices index) {
        boolean extended = request.extended() || action.equals(EXTENDED);
        LocalDate due =
                action.equals(EXTENDED) ? LocalDate.parse(body.path("due").asText()) : request.due();
        RequestState state = switch (action) {
            case IDENTIFIED -> RequestState.IDENTIFIED;
            case ANSWERED -> RequestState.ANSWERED;
            case REFUSED -> RequestState.REFUSED;
            default -> request.state();
        };
        return new SubjectRequest(
                request.id(),
                request.kind(),
                request.subject(),
                request.received(),
                due,
                extended,
                state,
                request.events().union(index));
    }

    @Override
    public synchronized String toString() {
        return "SubjectRequests[" + requests.size() + "]";
    }
}
