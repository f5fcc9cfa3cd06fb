package io.bondtrader.security.access;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.duty.DutyHistory;
import io.bondtrader.security.access.duty.InMemoryDutyHistory;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.InMemoryAccessStore;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A desk for tests: mia and max trade rates, tom controls risk, ann, bob and cid administer, eve looks on at credit, and a
 * gateway sends orders for others.
 */
public final class AccessFixture implements InstantSource, SecurityEventSink {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final GrantScope RATES = GrantScope.of(Dimension.DESK, "RATES");
    public static final Principal MIA = person("mia");
    public static final Principal MAX = person("max");
    public static final Principal TOM = person("tom");
    public static final Principal ANN = person("ann");
    public static final Principal BOB = person("bob");
    public static final Principal CID = person("cid");
    public static final Principal EVE = person("eve");
    public static final Principal GATEWAY = new Principal(AccountId.of("gateway"), null, List.of());

    public final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
    public final InMemoryAccessStore store;
    public final AccessControl control;
    public volatile Instant now = NOON;
    public volatile boolean sinkFails;

    public AccessFixture(AccessPolicy policy, AccessBook book, DutyHistory history, AttributeSource source) {
        this.store = new InMemoryAccessStore(book);
        this.control = AccessControl.builder(policy, store, this, this)
                .history(history)
                .attributes(source)
                .build();
    }

    public static AccessFixture of(AccessPolicy policy) {
        return of(policy, book());
    }

    public static AccessFixture of(AccessPolicy policy, AccessBook book) {
        return new AccessFixture(policy, book, new InMemoryDutyHistory(), AttributeSource.none());
    }

    public static AccessFixture desk() {
        return of(Desk.policy("v1").build());
    }

    public static Principal person(String name) {
        return Principal.of(
                AccountId.of(name), PersonId.of(name), new FactorEvidence(Factor.PASSWORD, NOON.minusSeconds(60)));
    }

    /** Somebody's further account. */
    public static Principal account(String account, String person) {
        return Principal.of(AccountId.of(account), PersonId.of(person));
    }

    public static AccessBook book() {
        AccessBook.Editor book = AccessBook.empty().edit();
        for (String name : List.of("mia", "max", "tom", "ann", "bob", "cid", "eve")) {
            book.open(AccountEntry.person(AccountId.of(name), PersonId.of(name)));
        }
        book.open(AccountEntry.unownedService(AccountId.of("gateway")));
        book.grant(grant("mia", Desk.TRADER, RATES)).grant(grant("max", Desk.TRADER, RATES));
        book.grant(grant("tom", Desk.RISK_MANAGER, RATES));
        for (String name : List.of("ann", "bob", "cid")) {
            book.grant(grant(name, Desk.ADMIN, GrantScope.any()));
        }
        book.grant(grant("eve", Desk.READ_ONLY, GrantScope.of(Dimension.DESK, "CREDIT")));
        book.grant(grant("gateway", Desk.TRADER, GrantScope.any()));
        return book.done();
    }

    public static RoleGrant grant(String account, String role, GrantScope scope) {
        return RoleGrant.of(AccountId.of(account), role, scope);
    }

    public static ResourceRef order(String id) {
        return ResourceRef.of(Desk.ORDER, id).atDesk("RATES").inBook("B1").ofIssuer("UST");
    }

    public static CanonicalJson content(String face) {
        return CanonicalJson.of(Map.of("security", "T 4 2035", "face", face));
    }

    public static AccessRequest asks(Principal who, Permission permission, ResourceRef object) {
        return AccessRequest.of(who, permission, object);
    }

    public Decision decide(Principal who, Permission permission, ResourceRef object) {
        return control.decide(asks(who, permission, object));
    }

    public List<SecurityEventType> eventTypes() {
        return events.stream().map(SecurityEvent::type).toList();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void report(SecurityEvent event) {
        if (sinkFails) {
            throw new IllegalStateException("the audit trail is full");
        }
        events.add(event);
    }
}
