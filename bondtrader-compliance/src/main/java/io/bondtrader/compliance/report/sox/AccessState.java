package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.EventBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who has which access after some events of a log, taken in their order. For one thread. */
final class AccessState {

    /** The person of an account that was never opened. */
    static final String UNKNOWN = "(unknown)";

    /** A role that an account holds somewhere. */
    record Grant(String account, String role, String scope) implements Comparable<Grant> {

        private static final Comparator<Grant> ORDER =
                Comparator.comparing(Grant::account).thenComparing(Grant::role).thenComparing(Grant::scope);

        static Grant of(LoggedEvent event, EventBody body) {
            return new Grant(event.record().resource(), body.text("role"), ScopeText.normal(body.text("scope")));
        }

        @Override
        public int compareTo(Grant other) {
            return ORDER.compare(this, other);
        }
    }

    /** How a role was given. */
    record Given(String by, String approvedBy, Instant at, EventIndices events) {}

    /** A role held by a person, with what shows it. */
    record Held(Grant grant, Given given, EventIndices events) {}

    /** Two roles that do not go together. */
    record Duty(String first, String second, EventIndices events) {}

    /** A person, or what a role may do, and where that stands. */
    record Known<T>(T value, EventIndices events) {}

    private final TreeMap<String, Known<String>> persons = new TreeMap<>();
    private final TreeMap<Grant, Given> grants = new TreeMap<>();
    private final TreeMap<String, Known<List<String>>> roles = new TreeMap<>();
    private final TreeMap<String, Duty> duties = new TreeMap<>();

    /** Takes an event; all but those of access are passed over. */
    void take(LoggedEvent event) {
        if (event.record().outcome() != Outcome.SUCCESS) {
            return;
        }
        if (event.record().action().startsWith("security.")) {
            told(event);
            return;
        }
        if (!event.record().action().startsWith("access.")) {
            return;
        }
        String resource = event.record().resource();
        EventIndices here = EventIndices.of(event.index());
        EventBody body = EventBody.of(event);
        switch (event.record().action()) {
            case AccessJournal.ACCOUNT_OPENED -> persons.put(resource, new Known<>(body.text("person"), here));
            case AccessJournal.ACCOUNT_CLOSED ->
                grants.keySet().removeIf(grant -> grant.account().equals(resource));
            case AccessJournal.ROLE_DEFINED -> roles.put(resource, new Known<>(body.texts("permissions"), here));
            case AccessJournal.ROLE_GRANTED ->
                grants.put(
                        Grant.of(event, body),
                        new Given(
                                event.record().actor(),
                                body.text("approvedBy"),
                                event.record().time(),
                                here));
            case AccessJournal.ROLE_REVOKED -> grants.remove(Grant.of(event, body));
            case AccessJournal.DUTY_DEFINED ->
                duties.put(resource, new Duty(body.text("first"), body.text("second"), here));
            case AccessJournal.DUTY_ENDED -> duties.remove(resource);
            default -> {
                // Campaigns and certificates change nobody's access.
            }
        }
    }

    /** Takes an event of access control itself, as far as its words suffice. */
    private void told(LoggedEvent event) {
        EventIndices here = EventIndices.of(event.index());
        // Who acted, acted as that person; what the host said when it opened the account comes first.
        SecurityWords.person(event)
                .ifPresent(person -> persons.putIfAbsent(event.record().actor(), new Known<>(person, here)));
        SecurityWords.read(event).ifPresent(change -> {
            Grant grant = new Grant(change.account(), change.role(), ScopeText.normal(change.scope()));
            switch (change.kind()) {
                case GRANTED -> {
                    Given before = grants.get(grant);
                    EventIndices both = before == null ? here : here.union(before.events());
                    grants.put(
                            grant,
                            new Given(
                                    personOf(change.proposer()),
                                    personOf(event.record().actor()),
                                    event.record().time(),
                                    both));
                }
                case REVOKED -> grants.remove(grant);
                case CLOSED -> grants.keySet().removeIf(held -> held.account().equals(change.account()));
            }
        });
    }

    /** The person behind an account, or the actor itself: events of this module are written in a person's own name. */
    String personOf(String actor) {
        Known<String> known = persons.get(actor);
        return known == null ? actor : known.value();
    }

    Known<String> holder(String account) {
        return persons.getOrDefault(account, new Known<>(UNKNOWN, EventIndices.none()));
    }

    /** By person. */
    Map<String, List<Held>> byPerson() {
        TreeMap<String, List<Held>> held = new TreeMap<>();
        grants.forEach((grant, given) -> {
            Known<String> person = holder(grant.account());
            held.computeIfAbsent(person.value(), fresh -> new ArrayList<>())
                    .add(new Held(grant, given, person.events().union(given.events())));
        });
        return held;
    }

    boolean holds(Grant grant) {
        return grants.containsKey(grant);
    }

    Map<Grant, Given> grants() {
        return new TreeMap<>(grants);
    }

    Map<String, Duty> duties() {
        return duties;
    }

    /** What a role may do; nothing if no event says it. */
    Known<List<String>> permissions(String role) {
        return roles.getOrDefault(role, new Known<>(List.of(), EventIndices.none()));
    }

    Set<String> undefinedRoles() {
        TreeSet<String> names = new TreeSet<>();
        grants.keySet().forEach(grant -> names.add(grant.role()));
        names.removeAll(roles.keySet());
        return names;
    }
}
