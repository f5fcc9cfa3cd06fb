package io.bondtrader.compliance.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.MonitorRefused;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds trades to rules, before and after. Every decision is durable in the log, with each rule's finding and citation, before
 * it is given: if the log fails there is no answer but its exception, so nothing goes through unrecorded.
 *
 * <p>A clearance is counted down over the executions that use it. What was done before a monitor was started, it reads from the
 * log; what another monitor of the same log does meanwhile, it does not see: one log has one monitor.
 *
 * <p>Safe for use by many threads. A change of rules takes two persons and counts for whatever is asked after it; each decision
 * is made by one version.
 */
public final class Monitor {

    static final String DECIDED = "monitor.decided";
    static final String APPROVED = "monitor.approved";
    static final String RECHECKED = "monitor.rechecked";
    static final String CHANGED = "monitor.rules_changed";

    private static final String[] TAGS = {"mifid2", "monitor"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuditJournal journal;
    private final ClearanceUse used = new ClearanceUse();
    private volatile MonitorRules rules;

    private Monitor(AuditJournal journal, MonitorRules rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /**
     * Starts a monitor; the log says by which rules and by whom. Reads the log once, for what was done under earlier decisions.
     *
     * @param journal writes to the log
     * @param rules the first version
     * @param proposedBy the natural person who wrote it
     * @param approvedBy another person
     * @return the monitor
     * @throws MonitorRefused if both are one person; the attempt is logged
     * @throws LogDamaged if an event of the log cannot be read
     */
    public static Monitor of(AuditJournal journal, MonitorRules rules, PersonId proposedBy, PersonId approvedBy) {
        Monitor monitor = new Monitor(journal, rules);
        monitor.readUse();
        monitor.logChange("", rules, proposedBy, approvedBy);
        return monitor;
    }

    private void readUse() {
        journal.log()
                .read(journal.log().firstEntry(), journal.log().checkpoint().size(), event -> {
                    if (event.record().action().equals(RECHECKED)) {
                        used.take(body(event));
                    }
                });
    }

    /**
     * Changes the rules. Decisions under way end by the version that they began with.
     *
     * @param next the new version
     * @param proposedBy the natural person who wrote it
     * @param approvedBy another person
     * @throws MonitorRefused if both are one person; the attempt is logged
     */
    public synchronized void change(MonitorRules next, PersonId proposedBy, PersonId approvedBy) {
        logChange(rules.sha256(), next, proposedBy, approvedBy);
        rules = next;
    }

    private void logChange(String before, MonitorRules next, PersonId proposedBy, PersonId approvedBy) {
        Map<String, Object> body = new TreeMap<>();
        body.put("before", before);
        body.put("after", next.sha256());
        body.put("rules", next.ids());
        body.put("proposedBy", proposedBy.value());
        boolean two = !proposedBy.equals(approvedBy);
        Outcome outcome = two ? Outcome.SUCCESS : Outcome.DENIED;
        journal.write(approvedBy.value(), CHANGED, next.version(), outcome, body, "monitor", "sox");
        if (!two) {
            throw new MonitorRefused("rules " + next.version() + " must be approved by another person");
        }
    }

    /** {@return the rules that count now} */
    public MonitorRules rules() {
        return rules;
    }

    /**
     * Holds a trade to the rules before it is done.
     *
     * @param trade the trade
     * @return the decision and its place in the log
     * @throws io.bondtrader.compliance.error.LogUnavailable if it could not be recorded: the trade must not be done
     */
    public MonitorAnswer before(MonitoredTrade trade) {
        MonitorRules now = rules;
        MonitorDecision decision = now.check(trade, new TradeStage(false, journal.now()));
        return logged(DECIDED, trade, decision, now, Map.of());
    }

    /**
     * Notes that a person agrees to a trade that needs it.
     *
     * @param index the place of the decision
     * @param by the natural person: another than entered the trade
     * @param reason why
     * @return the place of the approval, which clears the trade
     * @throws MonitorRefused if no decision that needs approval is there, or the same person entered the trade; that attempt
     *     is logged
     */
    public long approve(long index, PersonId by, String reason) {
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        JsonNode decided = event(index, DECIDED);
        if (!decided.path("effect").asText().equals(Effect.NEEDS_APPROVAL.name())) {
            throw new MonitorRefused("event " + index + " needs no approval or cannot have one");
        }
        String order = decided.path("trade").path("order").asText();
        boolean other = !decided.path("trade").path("trader").asText().equals(by.value());
        Map<String, Object> body = Map.of("decision", index, "reason", reason);
        long place = journal.write(
                by.value(), APPROVED, order, other ? Outcome.SUCCESS : Outcome.DENIED, body, "monitor", "mifid2");
        if (!other) {
            throw new MonitorRefused("the trade of event " + index + " must be approved by another person");
        }
        return place;
    }

    /**
     * Looks at an execution without a name: as {@link #after(MonitoredTrade, long, String)}, and each call is one of its own.
     *
     * @param trade as it was done
     * @param clearance the place of the decision that let it through, or of the approval; negative if there is none
     * @return the decision; {@code Block} says that the trade should not have been done
     * @throws io.bondtrader.compliance.error.LogUnavailable if it could not be recorded
     */
    public MonitorAnswer after(MonitoredTrade trade, long clearance) {
        return recheck(trade, clearance, "");
    }

    /**
     * Looks at an execution: holds it to the rules of now, and to what was decided before it. All executions under one decision
     * together may be no more than was asked for.
     *
     * @param trade as it was done; its nominal is that of this execution alone
     * @param clearance the place of the decision that let it through, or of the approval; negative if there is none
     * @param execution the firm's name of the execution, so that one that is told twice counts once
     * @return the decision; {@code Block} says that the trade should not have been done
     * @throws InvalidInput if the name is blank
     * @throws io.bondtrader.compliance.error.LogUnavailable if it could not be recorded; it counts as done all the same
     */
    public MonitorAnswer after(MonitoredTrade trade, long clearance, String execution) {
        InvalidInput.unless(!execution.isBlank(), "execution", execution, "not blank");
        return recheck(trade, clearance, execution);
    }

    private MonitorAnswer recheck(MonitoredTrade trade, long clearance, String execution) {
        MonitorRules now = rules;
        List<Finding> findings = new ArrayList<>(
                now.check(trade, new TradeStage(true, journal.now())).findings());
        Clearance cleared = clearance(trade, clearance);
        String problem = cleared.problem();
        if (cleared.decision() >= 0) {
            BigDecimal done;
            synchronized (used) {
                done = used.use(cleared.decision(), execution, trade.nominal());
            }
            if (done.compareTo(cleared.nominal()) > 0) {
                problem = "more was done than asked for: " + done.toPlainString() + " of "
                        + cleared.nominal().toPlainString();
            }
        }
        findings.add(
                problem.isEmpty()
                        ? new Finding("clearance", Effect.ALLOW, Finding.DEFAULT_DENY, "was let through before")
                        : Finding.denied("clearance", problem));
        Map<String, Object> more = new TreeMap<>();
        more.put("clearance", clearance);
        more.put("decision", cleared.decision());
        more.put("execution", execution);
        return logged(RECHECKED, trade, MonitorDecision.of(findings), now, more);
    }

    /** The decision that a trade was done under, and how much it let through; or what is wrong with it. */
    private record Clearance(long decision, BigDecimal nominal, String problem) {

        static Clearance none(String problem) {
            return new Clearance(-1, BigDecimal.ZERO, problem);
        }
    }

    private Clearance clearance(MonitoredTrade trade, long clearance) {
        if (clearance < 0) {
            return Clearance.none("was never asked for");
        }
        long decision;
        JsonNode decided;
        boolean approved;
        try {
            LoggedEvent event = read(clearance);
            approved =
                    event.record().action().equals(APPROVED) && event.record().outcome() == Outcome.SUCCESS;
            decision = approved ? body(event).path("decision").asLong(-1) : clearance;
            decided = event(decision, DECIDED);
        } catch (MonitorRefused | InvalidInput none) {
            return Clearance.none("the log has no decision there");
        }
        String effect = decided.path("effect").asText();
        boolean through = approved
                ? effect.equals(Effect.NEEDS_APPROVAL.name())
                : effect.equals(Effect.ALLOW.name()) || effect.equals(Effect.REPORT.name());
        if (!through) {
            return Clearance.none("was not let through: " + effect);
        }
        JsonNode asked = decided.path("trade");
        Map<String, Object> done = trade.toJson();
        for (String name : List.of("order", "account", "bookingCountry", "client", "side", "isin", "venue")) {
            if (!asked.path(name).asText().equals(String.valueOf(done.get(name)))) {
                return Clearance.none("another " + name + " was asked for");
            }
        }
        return new Clearance(decision, new BigDecimal(asked.path("nominal").asText()), "");
    }

    private MonitorAnswer logged(
            String action, MonitoredTrade trade, MonitorDecision decision, MonitorRules by, Map<String, ?> more) {
        Map<String, Object> body = new TreeMap<>(more);
        body.put("trade", trade.toJson());
        body.put("effect", decision.effect());
        body.put("findings", decision.findings().stream().map(Finding::toJson).toList());
        body.put("rules", by.version());
        body.put("rulesSha256", by.sha256());
        Outcome outcome = decision.effect() == Effect.ALLOW || decision.effect() == Effect.REPORT
                ? Outcome.SUCCESS
                : Outcome.DENIED;
        long index = journal.write(trade.trader(), action, trade.order(), outcome, body, TAGS);
        return new MonitorAnswer(decision, index, by.version());
    }

    private JsonNode event(long index, String action) {
        LoggedEvent event = read(index);
        if (!event.record().action().equals(action)) {
            throw new MonitorRefused("event " + index + " is no decision of the monitor");
        }
        return body(event);
    }

    private LoggedEvent read(long index) {
        long size = journal.log().checkpoint().size();
        InvalidInput.unless(index >= 0 && index < size, "index", index, "that of an event, below " + size);
        List<LoggedEvent> found = new ArrayList<>(1);
        journal.log().read(index, index + 1, found::add);
        return found.get(0);
    }

    private static JsonNode body(LoggedEvent event) {
        try {
            return JSON.readTree(event.record().body().text());
        } catch (JsonProcessingException unreadable) {
            throw new LogDamaged("event " + event.index() + " is no JSON");
        }
    }

    @Override
    public String toString() {
        return "Monitor[" + rules + "]";
    }
}
