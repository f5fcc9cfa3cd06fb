package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.report.EventBody;
import java.util.Optional;

/**
 * What the events of access control itself tell of grants, in the words of their {@code change}. They suffice for single grants,
 * revocations and closed accounts; an import, a delegation, an exception and a policy are told by number or by name only.
 */
final class SecurityWords {

    private static final String GRANT = "grant ";
    private static final String REVOKE = "revoke ";
    private static final String CLOSE = "close account ";
    private static final String PROPOSED = ", proposed by ";

    private SecurityWords() {}

    /** What a change did. */
    enum Kind {
        GRANTED,
        REVOKED,
        CLOSED
    }

    /** A change that can be added up; role and scope are empty for a closed account. */
    record Change(Kind kind, String account, String role, String scope, String proposer) {}

    /** Whether an event is one of access control that says that rights were changed. */
    static boolean changes(LoggedEvent event) {
        return event.record().action().equals("security.authz_change");
    }

    /** The person behind the account that acted, if the event says so. */
    static Optional<String> person(LoggedEvent event) {
        if (!event.record().action().startsWith("security.")) {
            return Optional.empty();
        }
        String person = EventBody.of(event).object("inputs").text("person");
        return person.isEmpty() ? Optional.empty() : Optional.of(person);
    }

    /** What a change did, if its words suffice to add it up. */
    static Optional<Change> read(LoggedEvent event) {
        String text = changes(event) ? Events.result(event, "change") : "";
        int by = text.lastIndexOf(PROPOSED);
        String proposer = by < 0 ? event.record().actor() : text.substring(by + PROPOSED.length());
        String done = by < 0 ? text : text.substring(0, by);
        if (done.startsWith(CLOSE)) {
            return Optional.of(new Change(Kind.CLOSED, done.substring(CLOSE.length()), "", "", proposer));
        }
        if (done.startsWith(GRANT)) {
            return right(Kind.GRANTED, done.substring(GRANT.length()), " to ", proposer);
        }
        return done.startsWith(REVOKE)
                ? right(Kind.REVOKED, done.substring(REVOKE.length()), " of ", proposer)
                : Optional.empty();
    }

    /** {@code role to account in scope}: neither role nor account has blanks. */
    private static Optional<Change> right(Kind kind, String text, String link, String proposer) {
        int role = text.indexOf(link);
        int account = role < 0 ? -1 : text.indexOf(" in ", role + link.length());
        if (role <= 0 || account < 0 || text.substring(0, role).indexOf(' ') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                kind,
                text.substring(role + link.length(), account),
                text.substring(0, role),
                text.substring(account + " in ".length()),
                proposer));
    }
}
