package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Decides and keeps the record: request, decision and the tables' hash are durable in the log before the answer is given, so that
 * every decision can be made again from the log alone.
 *
 * <p>Safe for use by many threads.
 */
public final class TransparencyLog {

    static final String DECIDED = "transparency.decided";

    private final AuditJournal journal;
    private final BondTransparency rules;

    private TransparencyLog(AuditJournal journal, BondTransparency rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /**
     * Returns a log of decisions.
     *
     * @param journal writes to the audit log
     * @param rules decide
     * @return the log
     */
    public static TransparencyLog of(AuditJournal journal, BondTransparency rules) {
        return new TransparencyLog(Objects.requireNonNull(journal), Objects.requireNonNull(rules));
    }

    /**
     * Decides, and keeps the record.
     *
     * @param request what
     * @param actor who asks: a desk, a system
     * @return the decision and its place in the log
     * @throws InvalidInput if nobody asks, or an amount has more than 40 digits
     * @throws io.bondtrader.compliance.error.NoRuleInForce if the tables say nothing for the law or the day; nothing is logged
     * @throws io.bondtrader.core.error.MissingData as {@link BondTransparency#decide}; nothing is logged
     * @throws io.bondtrader.compliance.error.LogUnavailable if it could not be recorded: there is no decision
     */
    public TransparencyAnswer decide(TransparencyRequest request, String actor) {
        InvalidInput.unless(RequestJson.writable(request.size()), "size", "an amount", "of at most 40 digits");
        TransparencyDecision decision = rules.decide(request);
        Map<String, Object> body = new TreeMap<>();
        body.put("request", RequestJson.write(request));
        body.put("decision", decision.toJson());
        body.put("calendar", rules.calendar().name());
        long index =
                journal.write(actor, DECIDED, request.reference(), Outcome.SUCCESS, body, "mifid2", "transparency");
        return new TransparencyAnswer(decision, index);
    }

    @Override
    public String toString() {
        return "TransparencyLog[" + rules + "]";
    }
}
