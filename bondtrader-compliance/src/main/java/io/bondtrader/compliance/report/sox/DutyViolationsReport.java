package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Persons who hold duties that do not go together as of the end of the period, and objects that one person made and checked
 * in it. Persons, not accounts: two accounts of one person are one.
 *
 * <p>What makes and what checks is the parameter {@code makerChecker}: pairs {@code maker>checker} of actions, separated by
 * semicolons. Two roles that do not go together are a toxic pair where they meet: in scopes that may hold one object. Those that a
 * person holds in different places (of one dimension: book, desk, portfolio, issuer) are listed apart, unless the parameter {@code
 * scopes} is {@code ignore}: access control itself refuses such pairs wherever they hold. Source: ANSI INCITS 359-2012, static and
 * dynamic separation of duty relations. Immutable.
 */
public final class DutyViolationsReport implements ReportDefinition {

    /** The pairs that hold without the parameter. */
    public static final String STANDARD_PAIRS =
            "change.proposed>change.approved;order.created>order.approved;payment.created>payment.approved;"
                    + "limit.proposed>limit.approved";

    /** Creates the definition. */
    public DutyViolationsReport() {}

    @Override
    public String kind() {
        return "sox.duty_violations";
    }

    @Override
    public String title() {
        return "Segregation of duties";
    }

    @Override
    public String rules() {
        return "duty-violations/2";
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        Map<String, List<String>> makersOf = pairs(parameters.value("makerChecker", STANDARD_PAIRS));
        AccessState state = new AccessState();
        Map<String, List<Made>> made = new HashMap<>();
        List<List<ReportCell>> alone = new ArrayList<>();
        List<List<ReportCell>> refused = new ArrayList<>();
        log.read(event -> {
            if (!event.record().time().isBefore(parameters.until())) {
                return;
            }
            state.take(event);
            String action = event.record().action();
            String person = state.personOf(event.record().actor());
            List<String> makers = makersOf.getOrDefault(action, List.of());
            if (!makers.isEmpty() && parameters.covers(event.record().time())) {
                checked(event, person, made, makers, event.record().outcome() == Outcome.DENIED ? refused : alone);
            }
            if (event.record().outcome() == Outcome.SUCCESS
                    && makersOf.values().stream().anyMatch(of -> of.contains(action))) {
                made.computeIfAbsent(event.record().resource(), fresh -> new ArrayList<>())
                        .add(new Made(action, person, event.index()));
            }
        });
        String scopes = parameters.value("scopes", "meet");
        InvalidInput.unless(scopes.equals("meet") || scopes.equals("ignore"), "scopes", scopes, "meet or ignore");
        Pairs found = Pairs.of(state, scopes.equals("ignore"));
        ReportTable toxic = pairs("Toxic pairs", found.toxic);
        ReportTable apart = pairs("Pairs held in different places", found.apart);
        ReportTable own = ReportTable.of(
                        "Made and checked by one person", "Person", "Object", "Made", "Checked", "Time")
                .withRows(alone);
        ReportTable stopped = ReportTable.of(
                        "Attempts that were refused", "Person", "Object", "Made", "Checked", "Time")
                .withRows(refused);
        return Report.of(this, log, parameters)
                .summary("Duties in force", state.duties().size(), dutyEvents(state))
                .summary("Toxic pairs held", toxic.rows().size(), toxic.events())
                .summary("Pairs held in different places", apart.rows().size(), apart.events())
                .summary("Made and checked by one person", alone.size(), own.events())
                .summary("Attempts that were refused", refused.size(), stopped.events())
                .table(toxic)
                .table(apart)
                .table(own)
                .table(stopped)
                .build();
    }

    /** What somebody made. */
    private record Made(String action, String person, long index) {}

    private static void checked(
            LoggedEvent event,
            String person,
            Map<String, List<Made>> made,
            List<String> makers,
            List<List<ReportCell>> found) {
        if (event.record().outcome() != Outcome.SUCCESS && event.record().outcome() != Outcome.DENIED) {
            return;
        }
        String object = event.record().resource();
        for (Made each : made.getOrDefault(object, List.of())) {
            if (each.person().equals(person) && makers.contains(each.action())) {
                EventIndices both = EventIndices.of(each.index(), event.index());
                found.add(List.of(Events.cells(
                        both,
                        person,
                        object,
                        each.action(),
                        event.record().action(),
                        event.record().time())));
            }
        }
    }

    private static EventIndices dutyEvents(AccessState state) {
        return state.duties().values().stream()
                .map(AccessState.Duty::events)
                .reduce(EventIndices.none(), EventIndices::union);
    }

    /** Pairs of roles in one hand that do not go together: where they meet, and where they do not. */
    private static final class Pairs {

        private final List<List<ReportCell>> toxic = new ArrayList<>();
        private final List<List<ReportCell>> apart = new ArrayList<>();

        static Pairs of(AccessState state, boolean everywhere) {
            Pairs pairs = new Pairs();
            state.byPerson()
                    .forEach((person, held) -> state.duties()
                            .forEach((id, duty) -> pairs.add(
                                    person,
                                    id,
                                    duty,
                                    with(held, duty.first()),
                                    with(held, duty.second()),
                                    everywhere)));
            return pairs;
        }

        private void add(
                String person,
                String id,
                AccessState.Duty duty,
                List<AccessState.Held> first,
                List<AccessState.Held> second,
                boolean everywhere) {
            // Whoever stands behind an account without a person is nobody that could be told apart.
            if (first.isEmpty() || second.isEmpty() || person.equals(AccessState.UNKNOWN)) {
                return;
            }
            List<AccessState.Held> one = first.stream()
                    .filter(each -> everywhere || meetsAny(each, second))
                    .toList();
            List<AccessState.Held> other = second.stream()
                    .filter(each -> everywhere || meetsAny(each, first))
                    .toList();
            if (one.isEmpty()) {
                apart.add(row(person, id, duty, first, second));
            } else {
                toxic.add(row(person, id, duty, one, other));
            }
        }

        private static boolean meetsAny(AccessState.Held held, List<AccessState.Held> others) {
            ScopeText scope = ScopeText.parse(held.grant().scope());
            return others.stream()
                    .anyMatch(other -> scope.meets(ScopeText.parse(other.grant().scope())));
        }

        private static List<ReportCell> row(
                String person,
                String id,
                AccessState.Duty duty,
                List<AccessState.Held> first,
                List<AccessState.Held> second) {
            EventIndices one = events(first);
            EventIndices other = events(second);
            return List.of(
                    ReportCell.of(person, one.union(other)),
                    ReportCell.of(id, duty.events()),
                    ReportCell.of(duty.first(), one),
                    ReportCell.of(accounts(first), one),
                    ReportCell.of(duty.second(), other),
                    ReportCell.of(accounts(second), other));
        }
    }

    private static ReportTable pairs(String title, List<List<ReportCell>> rows) {
        return ReportTable.of(title, "Person", "Duty", "First role", "Held by", "Second role", "Also held by")
                .withRows(rows);
    }

    private static List<AccessState.Held> with(List<AccessState.Held> held, String role) {
        return held.stream().filter(each -> each.grant().role().equals(role)).toList();
    }

    private static EventIndices events(List<AccessState.Held> held) {
        return held.stream().map(AccessState.Held::events).reduce(EventIndices.none(), EventIndices::union);
    }

    private static String accounts(List<AccessState.Held> held) {
        return String.join(
                ", ",
                held.stream()
                        .map(each -> each.grant().account() + " in "
                                + Events.scope(each.grant().scope()))
                        .toList());
    }

    /** Makers by checker. */
    private static Map<String, List<String>> pairs(String text) {
        Map<String, List<String>> makersOf = new TreeMap<>();
        for (String pair : text.split(";", -1)) {
            int arrow = pair.indexOf('>');
            InvalidInput.unless(
                    arrow > 0 && arrow < pair.length() - 1 && arrow == pair.lastIndexOf('>'),
                    "makerChecker",
                    text,
                    "pairs maker>checker separated by semicolons");
            makersOf.computeIfAbsent(pair.substring(arrow + 1), fresh -> new ArrayList<>())
                    .add(pair.substring(0, arrow));
        }
        return makersOf;
    }

    @Override
    public String toString() {
        return kind();
    }
}
