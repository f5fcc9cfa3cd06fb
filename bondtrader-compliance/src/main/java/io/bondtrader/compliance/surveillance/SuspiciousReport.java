package io.bondtrader.compliance.surveillance;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The draft of a suspicious transaction and order report: who reports, which orders and trades, what is suspicious about
 * them, who took part, and where in the signed log each of it stands. A person completes and judges it: a detector knows
 * conditions, not intent.
 *
 * <p>Source: Regulation (EU) No 596/2014, Article 16, and the template in the Annex of Delegated Regulation (EU) 2016/957,
 * whose six sections it follows; the wording of the template was not compared. Immutable.
 */
public final class SuspiciousReport {

    private final Reporter reporter;
    private final SurveillanceAlert alert;
    private final DetectorKind kind;
    private final List<Row> rows;
    private final List<Person> persons;
    private final Checkpoint checkpoint;
    private final String signedCheckpoint;

    /**
     * An order, trade or other event of the report.
     *
     * @param event what happened
     * @param owner who stood behind the account; empty for events of the market
     * @param leaf the hash of its entry in the log, in hexadecimal digits
     */
    public record Row(FlowEvent event, String owner, String leaf) {}

    /**
     * Somebody who took part.
     *
     * @param owner the beneficial owner
     * @param accounts its accounts that appear, sorted
     * @param role what part it had
     */
    public record Person(String owner, List<String> accounts, String role) {

        /** Copies the list. */
        public Person {
            accounts = List.copyOf(accounts);
        }
    }

    private SuspiciousReport(
            Reporter reporter,
            SurveillanceAlert alert,
            List<Row> rows,
            List<Person> persons,
            Checkpoint checkpoint,
            String signedCheckpoint) {
        this.reporter = reporter;
        this.alert = alert;
        this.kind = alert.detector();
        this.rows = List.copyOf(rows);
        this.persons = List.copyOf(persons);
        this.checkpoint = checkpoint;
        this.signedCheckpoint = signedCheckpoint;
    }

    /**
     * Drafts a report.
     *
     * @param reporter who reports
     * @param alert what was found
     * @param trail the log that the alert was found in
     * @param reference the owners of the run
     * @return the draft, at the log's newest checkpoint
     * @throws InvalidInput if the alert names leaves that the log does not have, or that are no events of the flow
     */
    public static SuspiciousReport draft(
            Reporter reporter, SurveillanceAlert alert, AuditTrail trail, MarketReference reference) {
        Checkpoint checkpoint = trail.checkpoint();
        String signed = trail.signedCheckpoint();
        List<Row> rows = new ArrayList<>();
        for (long index : alert.events()) {
            InvalidInput.unless(index < checkpoint.size(), "leaf of the alert", index, "below " + checkpoint.size());
            trail.read(index, index + 1, logged -> rows.add(row(logged, reference)));
        }
        return new SuspiciousReport(reporter, alert, rows, persons(alert, rows), checkpoint, signed);
    }

    private static Row row(LoggedEvent logged, MarketReference reference) {
        FlowEvent event = SurveillanceRecords.flow(logged)
                .orElseThrow(() -> new InvalidInput("leaf of the alert", logged.index(), "an event of the flow"));
        String owner = event.account().isEmpty() ? "" : reference.ownerOf(event.account());
        return new Row(event, owner, logged.leaf().toString());
    }

    private static List<Person> persons(SurveillanceAlert alert, List<Row> rows) {
        List<Person> persons = new ArrayList<>();
        persons.add(person(alert.owner(), rows, "suspected"));
        alert.others().forEach(other -> persons.add(person(other, rows, "took part")));
        return persons;
    }

    private static Person person(String owner, List<Row> rows, String role) {
        TreeSet<String> accounts = new TreeSet<>();
        rows.stream()
                .filter(row -> row.owner().equals(owner))
                .forEach(row -> accounts.add(row.event().account()));
        return new Person(owner, List.copyOf(accounts), role);
    }

    /** {@return what was found} */
    public SurveillanceAlert alert() {
        return alert;
    }

    /** {@return who reports} */
    public Reporter reporter() {
        return reporter;
    }

    /** {@return the orders, trades and other events that show it, in their order} */
    public List<Row> rows() {
        return rows;
    }

    /** {@return who took part, the suspected owner first} */
    public List<Person> persons() {
        return persons;
    }

    /** {@return the checkpoint of the log at which the draft was made} */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    String signedCheckpoint() {
        return signedCheckpoint;
    }

    /** {@return what happened and why it is suspicious, in sentences} */
    public String narrative() {
        StringBuilder text = new StringBuilder();
        text.append("Between ").append(alert.beganAt()).append(" and ").append(alert.foundAt());
        text.append(", orders or trades of ").append(alert.owner());
        if (!alert.others().isEmpty()) {
            text.append(", with ").append(String.join(", ", alert.others())).append(',');
        }
        text.append(" in ").append(alert.instrument()).append(" met the conditions of \"");
        text.append(kind.title()).append("\". ");
        for (Condition condition : alert.conditions()) {
            text.append(words(condition.name())).append(" came to ");
            text.append(CanonicalJson.number((float) condition.measured()));
            text.append(condition.atLeast() ? ", where at least " : ", where at most ");
            text.append(CanonicalJson.number((float) condition.bound())).append(" is suspicious. ");
        }
        text.append("The rule is version ").append(alert.ruleVersion());
        text.append("; whoever replays the log by it comes to the same alert.");
        return text.toString();
    }

    /** Turns {@code withdrawnWithinSeconds} into "Withdrawn within seconds". */
    static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i == 0) {
                words.append(Character.toUpperCase(c));
            } else if (Character.isUpperCase(c)) {
                words.append(' ').append(Character.toLowerCase(c));
            } else {
                words.append(c);
            }
        }
        return words.toString();
    }

    /** {@return the draft as canonical JSON, by the sections of the template} */
    public CanonicalJson toJson() {
        Map<String, Object> all = new TreeMap<>();
        all.put("status", "DRAFT");
        all.put(
                "submitter",
                Map.of(
                        "firm", reporter.firm(),
                        "lei", reporter.lei().toString(),
                        "person", reporter.person(),
                        "position", reporter.position(),
                        "contact", reporter.contact(),
                        "capacity", reporter.capacity()));
        all.put("transactions", rows.stream().map(SuspiciousReport::json).toList());
        all.put("suspicion", Map.of("kind", kind, "narrative", narrative(), "alert", alert.toJson()));
        all.put(
                "persons",
                persons.stream()
                        .map(person ->
                                Map.of("owner", person.owner(), "accounts", person.accounts(), "role", person.role()))
                        .toList());
        all.put("additional", Map.of("ruleVersion", alert.ruleVersion(), "ruleHash", alert.ruleHash()));
        all.put(
                "documentation",
                Map.of(
                        "alert",
                        alert.id(),
                        "fromLeaf",
                        alert.fromIndex(),
                        "toLeaf",
                        alert.toIndex(),
                        "checkpoint",
                        signedCheckpoint));
        return CanonicalJson.of(all);
    }

    private static Map<String, Object> json(Row row) {
        FlowEvent event = row.event();
        Map<String, Object> all = new TreeMap<>();
        all.put("leaf", event.index());
        all.put("leafHash", row.leaf());
        all.put("time", SurveillanceRecords.instant(event.timeNanos()));
        all.put("kind", event.kind());
        all.put("instrument", event.instrument());
        all.put("venue", event.venue());
        all.put("owner", row.owner());
        all.put("account", event.account());
        all.put("counterparty", event.counterparty());
        all.put("order", event.orderId());
        all.put("side", side(event));
        all.put("price", CanonicalJson.number(event.price()));
        all.put("size", CanonicalJson.number(event.size()));
        return all;
    }

    static String side(FlowEvent event) {
        return switch (event.sign()) {
            case 1 -> "buy";
            case -1 -> "sell";
            default -> "";
        };
    }

    /** {@return the draft as a page for people, without scripts and without anything loaded from elsewhere} */
    public String toHtml() {
        return SuspiciousReportPage.of(this);
    }

    @Override
    public String toString() {
        return "Draft about " + alert.owner() + ": " + kind.title() + " in " + alert.instrument();
    }
}
