package io.bondtrader.security.access;

import static io.bondtrader.security.access.AccessFixture.ANN;
import static io.bondtrader.security.access.AccessFixture.BOB;
import static io.bondtrader.security.access.AccessFixture.CID;
import static io.bondtrader.security.access.AccessFixture.MIA;
import static io.bondtrader.security.access.AccessFixture.RATES;
import static io.bondtrader.security.access.AccessFixture.account;
import static io.bondtrader.security.access.AccessFixture.grant;
import static io.bondtrader.security.access.AccessFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.Delegation;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.error.AccessDenied;
import io.bondtrader.security.error.DutyConflict;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rights are proposed by one, approved by another, and nobody hands them to himself. */
final class AccessManagementTest {

    private final AccessFixture desk = AccessFixture.desk();
    private final AccessManagement management = desk.control.management();

    private static Change give(String account, String role) {
        return new Change.GrantRole(grant(account, role, RATES));
    }

    private ReasonCode refusal(ChangeResult result) {
        assertThat(result).isInstanceOf(ChangeResult.Refused.class);
        return ((ChangeResult.Refused) result).reason().code();
    }

    private String waiting(ChangeResult result) {
        assertThat(result).isInstanceOf(ChangeResult.Waiting.class);
        return ((ChangeResult.Waiting) result).proposal();
    }

    @Test
    @Asvs("2.3.5")
    void aGrantWorksOnceAnotherPersonApproved() {
        String id = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));
        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isFalse();
        assertThat(management.waiting()).hasSize(1);

        assertThat(management.approve(BOB, id)).isInstanceOf(ChangeResult.Made.class);

        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isTrue();
        assertThat(management.waiting()).isEmpty();
        assertThat(desk.eventTypes())
                .containsExactly(
                        SecurityEventType.AUTHZ_ADMIN,
                        SecurityEventType.MALICIOUS_DIRECT_REFERENCE,
                        SecurityEventType.AUTHZ_CHANGE);
    }

    @Test
    @Attack("A40")
    void a40AnAdministratorCannotGrantToHimselfOrToHisSecondAccount() {
        desk.store.update(book -> book.edit()
                .open(AccountEntry.person(AccountId.of("ann-two"), PersonId.of("ann")))
                .open(AccountEntry.service(AccountId.of("ann-robot"), AccountId.of("ann-two")))
                .open(AccountEntry.apiKey(AccountId.of("ann-key"), AccountId.of("ann-robot")))
                .done());

        for (String own : List.of("ann", "ann-two", "ann-robot", "ann-key")) {
            desk.events.clear();
            assertThat(refusal(management.propose(ANN, give(own, Desk.READ_ONLY))))
                    .as(own)
                    .isEqualTo(ReasonCode.SELF_GRANT);
            assertThat(desk.eventTypes()).containsExactly(SecurityEventType.AUTHZ_FAIL);
        }
        assertThat(refusal(management.propose(ANN, give("ann", Desk.TRADER)))).isEqualTo(ReasonCode.DUTY_CONFLICT);
        assertThat(refusal(management.propose(
                        ANN, new Change.OpenAccount(AccountEntry.person(AccountId.of("third"), PersonId.of("ann"))))))
                .isEqualTo(ReasonCode.SELF_GRANT);
    }

    @Test
    @Attack("A40")
    void a40NobodyApprovesWhatHeProposedOrWhatHeGains() {
        desk.store.update(book -> book.edit()
                .open(AccountEntry.person(AccountId.of("ann-two"), PersonId.of("ann")))
                .grant(grant("ann-two", Desk.ADMIN, GrantScope.any()))
                .done());
        String id = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));
        String forBob = waiting(management.propose(ANN, give("bob", Desk.READ_ONLY)));

        assertThat(refusal(management.approve(ANN, id))).isEqualTo(ReasonCode.OWN_REQUEST);
        assertThat(refusal(management.approve(account("ann-two", "ann"), id))).isEqualTo(ReasonCode.OWN_REQUEST);
        assertThat(refusal(management.approve(BOB, forBob))).isEqualTo(ReasonCode.SELF_GRANT);
        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isFalse();
    }

    @Test
    @Attack("A40")
    void a40AnApproverCannotPutAnotherRequestInThePlaceOfOne() {
        String id = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));

        // Withdrawing is the proposer's; there is no editing; an approved or withdrawn proposal cannot be approved
        // again.
        assertThat(refusal(management.withdraw(BOB, id))).isEqualTo(ReasonCode.UNKNOWN_PROPOSAL);
        assertThat(management.withdraw(ANN, id)).isInstanceOf(ChangeResult.Made.class);
        assertThat(refusal(management.approve(BOB, id))).isEqualTo(ReasonCode.UNKNOWN_PROPOSAL);
        String next = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));
        assertThat(next).isNotEqualTo(id);
        assertThat(management.approve(BOB, next)).isInstanceOf(ChangeResult.Made.class);
        assertThat(refusal(management.approve(CID, next))).isEqualTo(ReasonCode.UNKNOWN_PROPOSAL);
    }

    @Test
    @Attack("A40")
    void a40DelegationDoesNotRunInACircle() {
        var until = AccessFixture.NOON.plusSeconds(3600);
        String there = waiting(management.propose(
                ANN,
                new Change.Delegate(Delegation.of(
                        "there", AccountId.of("tom"), AccountId.of("eve"), Set.of(Desk.RISK_MANAGER), until))));
        assertThat(management.approve(BOB, there)).isInstanceOf(ChangeResult.Made.class);
        desk.events.clear();

        ChangeResult back = management.propose(
                ANN,
                new Change.Delegate(Delegation.of(
                        "back", AccountId.of("eve"), AccountId.of("tom"), Set.of(Desk.READ_ONLY), until)));

        assertThat(refusal(back)).isEqualTo(ReasonCode.INVALID_CHANGE);
        assertThat(desk.eventTypes()).containsExactly(SecurityEventType.AUTHZ_FAIL);
        // Longer ways round, and to oneself, are circles too.
        assertThatThrownBy(() -> desk.store
                        .read()
                        .edit()
                        .delegate(Delegation.of("b", AccountId.of("eve"), AccountId.of("max"), Set.of("x"), until))
                        .delegate(Delegation.of("c", AccountId.of("max"), AccountId.of("tom"), Set.of("x"), until))
                        .done())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> desk.store
                        .read()
                        .edit()
                        .open(AccountEntry.person(AccountId.of("tom-two"), PersonId.of("tom")))
                        .delegate(Delegation.of("b", AccountId.of("tom"), AccountId.of("tom-two"), Set.of("x"), until))
                        .done())
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLentRoleWorksUntilItsEndAndIsNotLentOn() {
        var until = AccessFixture.NOON.plusSeconds(3600);
        desk.store.update(book -> book.edit()
                .delegate(Delegation.of("one", AccountId.of("max"), AccountId.of("eve"), Set.of(Desk.TRADER), until))
                .delegate(Delegation.of("two", AccountId.of("eve"), AccountId.of("cid"), Set.of(Desk.TRADER), until))
                .done());

        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isTrue();
        assertThat(desk.control.check(CID, Desk.READ_ORDER, order("1"))).isFalse();
        desk.pass(Duration.ofHours(1));
        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isFalse();
    }

    @Test
    @Attack("A40")
    void a40WhoLendsARoleDoesNotApproveIt() {
        var until = AccessFixture.NOON.plusSeconds(3600);
        String id = waiting(management.propose(
                ANN,
                new Change.Delegate(
                        Delegation.of("one", AccountId.of("cid"), AccountId.of("eve"), Set.of(Desk.ADMIN), until))));

        assertThat(refusal(management.approve(CID, id))).isEqualTo(ReasonCode.OWN_REQUEST);
        assertThat(management.approve(BOB, id)).isInstanceOf(ChangeResult.Made.class);
    }

    @Test
    void onlyTheRolesNamedAreLent() {
        var until = AccessFixture.NOON.plusSeconds(3600);
        desk.store.update(book -> book.edit()
                .grant(grant("max", Desk.READ_ONLY, RATES))
                .delegate(Delegation.of("one", AccountId.of("max"), AccountId.of("eve"), Set.of(Desk.READ_ONLY), until))
                .done());

        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isTrue();
        assertThat(desk.decide(AccessFixture.EVE, Desk.ENTER_ORDER, order("1")).isPermit())
                .isFalse();
    }

    @Test
    void aLenderWhoseAccountIsClosedLendsNothing() {
        var until = AccessFixture.NOON.plusSeconds(3600);
        desk.store.update(book -> book.edit()
                .delegate(Delegation.of("one", AccountId.of("max"), AccountId.of("eve"), Set.of(Desk.TRADER), until))
                .close(AccountId.of("max"))
                .done());

        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isFalse();
    }

    @Test
    void aKeyDiesWithItsOwnersAccount() {
        desk.store.update(book -> book.edit()
                .open(AccountEntry.apiKey(AccountId.of("mia-key"), AccountId.of("mia")))
                .grant(grant("mia-key", Desk.READ_ONLY, RATES))
                .done());
        Principal key = account("mia-key", "mia");
        assertThat(desk.control.check(key, Desk.READ_ORDER, order("1"))).isTrue();

        assertThat(management.propose(ANN, new Change.CloseAccount(AccountId.of("mia"))))
                .isInstanceOf(ChangeResult.Made.class);

        assertThat(desk.control.check(key, Desk.READ_ORDER, order("1"))).isFalse();
    }

    @Test
    void whoMayNotProposeOrApproveIsDenied() {
        assertThat(refusal(management.propose(MIA, give("eve", Desk.READ_ONLY))))
                .isEqualTo(ReasonCode.NOT_GRANTED);
        String id = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));
        assertThat(refusal(management.approve(MIA, id))).isEqualTo(ReasonCode.NOT_GRANTED);
        assertThat(refusal(management.propose(MIA, new Change.CloseAccount(AccountId.of("max")))))
                .isEqualTo(ReasonCode.NOT_GRANTED);
        assertThat(desk.eventTypes().stream().filter(SecurityEventType.AUTHZ_FAIL::equals))
                .hasSize(3);
    }

    @Test
    void aProposalDoesNotWaitForEver() {
        String id = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));
        desk.pass(AccessManagement.PATIENCE);

        assertThat(management.waiting()).isEmpty();
        assertThat(refusal(management.approve(BOB, id))).isEqualTo(ReasonCode.UNKNOWN_PROPOSAL);
    }

    @Test
    void unknownRolesAndAccountsAreRefused() {
        assertThat(refusal(management.propose(ANN, give("eve", "emperor")))).isEqualTo(ReasonCode.UNKNOWN_ROLE);
        assertThat(refusal(management.propose(ANN, give("nobody", Desk.TRADER))))
                .isEqualTo(ReasonCode.INVALID_CHANGE);
    }

    @Test
    @Attack("A42")
    void a42OfTwoGrantsThatAreHarmlessAloneExactlyOneIsMade() {
        Race.rounds(
                8,
                300,
                round -> {
                    AccessFixture one = AccessFixture.desk();
                    AccessManagement manage = one.control.management();
                    String trade = waiting(manage.propose(ANN, give("eve", Desk.TRADER)));
                    String control = waiting(manage.propose(ANN, give("eve", Desk.RISK_MANAGER)));
                    return thread -> {
                        Principal approver = thread < 4 ? BOB : CID;
                        ChangeResult made = manage.approve(approver, thread % 2 == 0 ? trade : control);
                        return made instanceof ChangeResult.Made;
                    };
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    @Attack("A65")
    void a65AChangeThatCannotBeReportedIsNotMade() {
        String id = waiting(management.propose(ANN, give("eve", Desk.READ_ONLY)));
        desk.sinkFails = true;

        assertThatThrownBy(() -> management.approve(BOB, id)).hasMessage("the audit trail is full");
        assertThatThrownBy(() -> management.propose(ANN, new Change.CloseAccount(AccountId.of("mia"))))
                .hasMessage("the audit trail is full");

        desk.sinkFails = false;
        assertThat(desk.control.check(AccessFixture.EVE, Desk.READ_ORDER, order("1")))
                .isFalse();
        assertThat(desk.control.check(MIA, Desk.READ_ORDER, order("1"))).isTrue();
    }

    @Test
    void anImportIsMadeWholeOrNotAtAll() {
        List<AccountEntry> accounts = List.of(
                AccountEntry.person(AccountId.of("zoe"), PersonId.of("zoe")),
                AccountEntry.apiKey(AccountId.of("zoe-key"), AccountId.of("zoe")));
        Change clash = new Change.Import(
                accounts, List.of(grant("zoe", Desk.TRADER, RATES), grant("zoe-key", Desk.RISK_MANAGER, RATES)));
        Change fine = new Change.Import(
                accounts, List.of(grant("zoe", Desk.TRADER, RATES), grant("zoe-key", Desk.READ_ONLY, RATES)));

        assertThat(refusal(management.propose(ANN, clash))).isEqualTo(ReasonCode.DUTY_CONFLICT);
        assertThat(management.approve(BOB, waiting(management.propose(ANN, fine))))
                .isInstanceOf(ChangeResult.Made.class);
        assertThat(desk.control.check(account("zoe-key", "zoe"), Desk.READ_ORDER, order("1")))
                .isTrue();
    }

    @Test
    void aPolicyIsPublishedByTwoAndOnlyIfNobodyWouldHoldTooMuch() {
        AccessPolicy wider = Desk.policy("v2")
                .roles(Role.of("chief").inheriting(Desk.READ_ONLY))
                .build();
        assertThatThrownBy(() -> desk.control.publish(wider, ANN, ANN)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> desk.control.publish(wider, MIA, ANN)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> desk.control.publish(wider, ANN, MIA)).isInstanceOf(AccessDenied.class);
        assertThat(desk.control.policy().version()).isEqualTo("v1");
        assertThat(desk.events).hasSize(3);

        desk.control.publish(wider, ANN, BOB);
        assertThat(desk.decide(MIA, Desk.READ_ORDER, order("1")).policyVersion())
                .isEqualTo("v2");

        AccessPolicy tighter = Desk.policy("v3")
                .duties(new StaticDuty.Cardinality("two-admins", Desk.ADMIN, 2))
                .build();
        assertThat(desk.control.queries().simulate(tighter).conflicts()).hasSize(1);
        assertThatThrownBy(() -> desk.control.publish(tighter, ANN, BOB)).isInstanceOf(DutyConflict.class);
        assertThat(desk.control.policy().version()).isEqualTo("v2");
    }

    @Test
    void aSimulationSaysWhatWouldBeGainedAndLost() {
        AccessPolicy other = AccessPolicy.builder("v2")
                .permissions(Desk.permissions())
                .roles(
                        Role.of(Desk.READ_ONLY, Desk.READ_ORDER),
                        Role.of(Desk.TRADER, Desk.ENTER_ORDER, Desk.APPROVE_LIMIT)
                                .inheriting(Desk.READ_ONLY),
                        Role.of(Desk.RISK_MANAGER),
                        Role.of(Desk.ADMIN))
                .duties(new StaticDuty.ExclusivePermissions(
                        "x", new TreeSet<>(Set.of(Desk.ENTER_ORDER, Desk.READ_LIMIT)), 1))
                .build();

        PolicyDifference difference = desk.control.queries().simulate(other);

        assertThat(difference.gained())
                .allMatch(one -> one.permission().equals(Desk.APPROVE_LIMIT))
                .extracting(one -> one.account().value())
                .containsExactly("gateway", "max", "mia");
        assertThat(difference.lost())
                .anyMatch(one ->
                        one.account().value().equals("eve") && one.permission().equals(Desk.READ_LIMIT))
                .noneMatch(one ->
                        one.account().value().equals("eve") && one.permission().equals(Desk.READ_ORDER));
        assertThat(desk.control.queries().simulate(desk.control.policy()).isEmpty())
                .isTrue();
    }

    @Test
    void aBookThatHoldsTooMuchInOneHandIsNotLoaded() {
        AccessBook book = AccessFixture.book()
                .edit()
                .grant(grant("tom", Desk.TRADER, RATES))
                .done();

        assertThatThrownBy(() -> AccessFixture.of(Desk.policy("v1").build(), book))
                .isInstanceOf(DutyConflict.class)
                .hasMessageContaining("person tom holds");
    }

    @Test
    void whoComesToHoldTooMuchElsewhereIsDeniedEverything() {
        desk.store.update(book ->
                book.edit().grant(grant("mia", Desk.RISK_MANAGER, RATES)).done());

        assertThat(desk.decide(MIA, Desk.READ_ORDER, order("1")).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.CONFLICTING_ROLES);
        assertThat(desk.control.check(MIA, Desk.READ_ORDER, order("1"))).isFalse();
        assertThat(desk.control.check(AccessFixture.MAX, Desk.READ_ORDER, order("1")))
                .isTrue();
        assertThat(desk.control.queries().conflicts()).isNotEmpty();
    }
}
