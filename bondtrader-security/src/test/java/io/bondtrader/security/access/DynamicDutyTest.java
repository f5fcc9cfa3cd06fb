package io.bondtrader.security.access;

import static io.bondtrader.security.access.AccessFixture.ANN;
import static io.bondtrader.security.access.AccessFixture.BOB;
import static io.bondtrader.security.access.AccessFixture.CID;
import static io.bondtrader.security.access.AccessFixture.GATEWAY;
import static io.bondtrader.security.access.AccessFixture.MAX;
import static io.bondtrader.security.access.AccessFixture.MIA;
import static io.bondtrader.security.access.AccessFixture.NOON;
import static io.bondtrader.security.access.AccessFixture.RATES;
import static io.bondtrader.security.access.AccessFixture.TOM;
import static io.bondtrader.security.access.AccessFixture.account;
import static io.bondtrader.security.access.AccessFixture.asks;
import static io.bondtrader.security.access.AccessFixture.content;
import static io.bondtrader.security.access.AccessFixture.grant;
import static io.bondtrader.security.access.AccessFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.Delegation;
import io.bondtrader.security.access.grant.DutyException;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
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

/** Who took one step on an object does not take the other. */
final class DynamicDutyTest {

    private static final Permission ENTER = Desk.ENTER_ORDER;
    private static final Permission APPROVE = Desk.APPROVE_ORDER;
    private static final Permission CANCEL = Desk.CANCEL_ORDER;

    /** A desk without static duties, where one role does everything. */
    private static AccessFixture free(DynamicDuty... duties) {
        return AccessFixture.of(freePolicy(duties), freeBook().done());
    }

    private static AccessPolicy freePolicy(DynamicDuty... duties) {
        return AccessPolicy.builder("free")
                .permissions(Desk.permissions())
                .roles(Role.of("all", ENTER, APPROVE, CANCEL, Desk.AMEND_ORDER), Role.of("other", ENTER, APPROVE))
                .roles(Desk.roles().toArray(new Role[0]))
                .duties(duties)
                .build();
    }

    private static AccessBook.Editor freeBook() {
        AccessBook.Editor book = AccessFixture.book().edit();
        for (String name : List.of("mia", "max", "tom", "eve", "gateway")) {
            book.grant(grant(name, "all", GrantScope.any()));
        }
        return book;
    }

    private static ReasonCode only(Decision decision) {
        assertThat(decision.isPermit()).isFalse();
        assertThat(decision.reasons()).hasSize(1);
        return decision.reasons().get(0).code();
    }

    @Test
    @Asvs("2.3.5")
    void whoEnteredAnOrderDoesNotApproveItNorTheOtherWayRound() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));

        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        assertThat(only(desk.decide(MIA, APPROVE, order("1")))).isEqualTo(ReasonCode.SAME_PERSON);
        assertThat(desk.decide(MIA, APPROVE, order("2")).isPermit()).isTrue();
        assertThat(only(desk.decide(MIA, ENTER, order("2")))).isEqualTo(ReasonCode.SAME_PERSON);
        assertThat(desk.decide(MAX, APPROVE, order("1")).isPermit()).isTrue();
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
    }

    @Test
    @Attack("A41")
    void a41WhoSubmittedAndThenChangedHisRoleStillSubmitted() {
        AccessFixture desk = AccessFixture.desk();
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        desk.store.update(book -> book.edit()
                .revoke(grant("mia", Desk.TRADER, RATES))
                .grant(grant("mia", Desk.RISK_MANAGER, RATES))
                .done());
        desk.pass(Duration.ofDays(400));

        assertThat(only(desk.decide(MIA, APPROVE, order("1")))).isEqualTo(ReasonCode.SAME_PERSON);
        assertThat(desk.decide(MIA, APPROVE, order("2")).isPermit()).isTrue();
    }

    @Test
    @Attack("A43")
    void a43TheSamePersonIsTheSameByEveryAccountKeyAndService() {
        AccessBook book = freeBook()
                .open(AccountEntry.person(AccountId.of("mia-two"), PersonId.of("mia")))
                .open(AccountEntry.apiKey(AccountId.of("mia-key"), AccountId.of("mia-two")))
                .open(AccountEntry.service(AccountId.of("mia-robot"), AccountId.of("mia")))
                .grant(grant("mia-two", "all", GrantScope.any()))
                .grant(grant("mia-key", "all", GrantScope.any()))
                .grant(grant("mia-robot", "all", GrantScope.any()))
                .done();
        AccessFixture desk = AccessFixture.of(freePolicy(new DynamicDuty.DistinctActor("d", ENTER, APPROVE)), book);
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();

        for (String other : List.of("mia-two", "mia-key", "mia-robot")) {
            assertThat(only(desk.decide(account(other, "mia"), APPROVE, order("1"))))
                    .as(other)
                    .isEqualTo(ReasonCode.SAME_PERSON);
        }
        // A gateway that acts for her is she, too.
        assertThat(only(desk.control.decide(asks(GATEWAY, APPROVE, order("1")).onBehalfOf(MIA))))
                .isEqualTo(ReasonCode.SAME_PERSON);
    }

    @Test
    @Attack("A43")
    void a43AServiceThatNobodyOwnsTakesNoStepThatDutiesLookAt() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));

        assertThat(only(desk.decide(GATEWAY, ENTER, order("1")))).isEqualTo(ReasonCode.NO_PERSON);
        assertThat(desk.control
                        .decide(asks(GATEWAY, ENTER, order("1")).onBehalfOf(MIA))
                        .isPermit())
                .isTrue();
        assertThat(desk.control
                        .decide(asks(GATEWAY, APPROVE, order("1")).onBehalfOf(MAX))
                        .isPermit())
                .isTrue();
    }

    @Test
    @Attack("A43")
    void a43ALenderStandsBehindWhatIsDoneWithHisRole() {
        AccessBook book = AccessFixture.book()
                .edit()
                .grant(grant("mia", "other", RATES))
                .delegate(Delegation.of(
                        "one", AccountId.of("mia"), AccountId.of("eve"), Set.of("other"), NOON.plusSeconds(600)))
                .done();
        AccessFixture desk = AccessFixture.of(freePolicy(new DynamicDuty.DistinctActor("d", ENTER, APPROVE)), book);
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();

        assertThat(only(desk.decide(AccessFixture.EVE, APPROVE, order("1")))).isEqualTo(ReasonCode.SAME_PERSON);
        assertThat(desk.decide(AccessFixture.EVE, APPROVE, order("2")).isPermit())
                .isTrue();
        assertThat(only(desk.decide(MIA, ENTER, order("2")))).isEqualTo(ReasonCode.SAME_PERSON);
    }

    @Test
    void aDeniedStepWasNotTaken() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        assertThat(desk.decide(MIA, APPROVE, order("1")).isPermit()).isFalse();

        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
    }

    @Test
    void stepsOfAPersonAreCountedByKind() {
        AccessFixture desk = free(new DynamicDuty.MaxSteps("m", new TreeSet<>(Set.of(ENTER, APPROVE, CANCEL)), 2));

        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        assertThat(desk.decide(MIA, APPROVE, order("1")).isPermit()).isTrue();
        assertThat(only(desk.decide(MIA, CANCEL, order("1")))).isEqualTo(ReasonCode.TOO_MANY_STEPS);
        assertThat(desk.decide(MAX, CANCEL, order("1")).isPermit()).isTrue();
        assertThat(desk.decide(MIA, CANCEL, order("2")).isPermit()).isTrue();
    }

    @Test
    void aPauseIsKeptByEverybodyAndToItsEnd() {
        AccessFixture desk = free(new DynamicDuty.CoolOff("c", ENTER, APPROVE, Duration.ofMinutes(10)));
        assertThat(desk.decide(MIA, APPROVE, order("1")).isPermit()).isTrue();
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();

        assertThat(only(desk.decide(MAX, APPROVE, order("1")))).isEqualTo(ReasonCode.TOO_SOON);
        desk.pass(Duration.ofMinutes(10).minusNanos(1));
        assertThat(only(desk.decide(MAX, APPROVE, order("1")))).isEqualTo(ReasonCode.TOO_SOON);
        desk.pass(Duration.ofNanos(1));
        assertThat(desk.decide(MAX, APPROVE, order("1")).isPermit()).isTrue();
        desk.now = NOON.minusSeconds(3600);
        assertThat(only(desk.decide(MAX, APPROVE, order("1")))).isEqualTo(ReasonCode.TOO_SOON);
    }

    @Test
    @Asvs("2.3.5")
    void twoOthersMustApproveTheSameContentAndTheirApprovalIsUsedUp() {
        AccessFixture desk = free(new DynamicDuty.NofM("n", CANCEL, APPROVE, 2, new TreeSet<>(Set.of("all"))));
        var million = content("1000000");
        var cancel = asks(MIA, CANCEL, order("1")).about(million);

        Decision first = desk.control.decide(cancel);
        assertThat(first).isInstanceOf(Decision.ApprovalRequired.class);
        assertThat(((Decision.ApprovalRequired) first).approvals().get(0).count())
                .isEqualTo(2);
        for (Principal approver : List.of(MIA, MAX, MAX)) {
            assertThat(desk.control
                            .decide(asks(approver, APPROVE, order("1")).about(million))
                            .isPermit())
                    .isTrue();
        }
        assertThat(desk.control
                        .decide(asks(TOM, APPROVE, order("1")).about(content("1")))
                        .isPermit())
                .isTrue();
        // Her own approval, max's second one and tom's of other content do not count.
        assertThat(((Decision.ApprovalRequired) desk.control.decide(cancel))
                        .approvals()
                        .get(0)
                        .count())
                .isEqualTo(1);
        assertThat(desk.control
                        .decide(asks(TOM, APPROVE, order("1")).about(million))
                        .isPermit())
                .isTrue();
        assertThat(desk.control
                        .decide(asks(MIA, CANCEL, order("1")).about(content("1")))
                        .isPermit())
                .isFalse();
        assertThat(desk.control.decide(cancel).isPermit()).isTrue();
        assertThat(desk.control.decide(cancel)).isInstanceOf(Decision.ApprovalRequired.class);
    }

    @Test
    void anApproverWhoHeldNoEligibleRoleDoesNotCount() {
        AccessFixture desk = free(new DynamicDuty.NofM("n", CANCEL, APPROVE, 1, new TreeSet<>(Set.of("other"))));
        assertThat(desk.decide(MAX, APPROVE, order("1")).isPermit()).isTrue();

        assertThat(desk.decide(MIA, CANCEL, order("1"))).isInstanceOf(Decision.ApprovalRequired.class);
    }

    @Test
    void aStepOnNoObjectInParticularIsDenied() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));

        assertThat(only(desk.decide(MIA, ENTER, ResourceRef.any(Desk.ORDER)))).isEqualTo(ReasonCode.NO_OBJECT);
    }

    @Test
    void stepsOnObjectsOfTwoKindsAreNoDuty() {
        assertThatThrownBy(() -> freePolicy(new DynamicDuty.DistinctActor("d", ENTER, Desk.APPROVE_LIMIT)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("one resource type");
    }

    @Test
    @Attack("A42")
    void a42OfTwoStepsOfOnePersonAtTheSameMomentExactlyOneIsPermitted() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));
        Race.rounds(
                32,
                1_000,
                round -> {
                    ResourceRef object = order("race-" + round);
                    return thread -> desk.decide(MIA, thread % 2 == 0 ? ENTER : APPROVE, object)
                            .isPermit();
                },
                (round, winners) -> assertThat(winners).isEqualTo(16));
    }

    private void openException(AccessFixture desk, DutyException exception) {
        AccessManagement management = desk.control.management();
        ChangeResult proposed = management.propose(ANN, new Change.OpenException(exception));
        String id = ((ChangeResult.Waiting) proposed).proposal();
        assertThat(management.approve(BOB, id)).isInstanceOf(ChangeResult.Waiting.class);
        assertThat(management.approve(CID, id)).isInstanceOf(ChangeResult.Made.class);
    }

    private static DutyException exception(Duration length) {
        return new DutyException("fire", PersonId.of("mia"), "d", NOON, NOON.plus(length), "the building is on fire");
    }

    @Test
    @Attack("A66")
    void a66AnExceptionIsOpenedByTwoOthersUsedLoudlyAndListedForReview() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        openException(desk, exception(Duration.ofHours(1)));
        assertThat(desk.eventTypes())
                .containsExactly(
                        SecurityEventType.AUTHZ_ADMIN,
                        SecurityEventType.AUTHZ_ADMIN,
                        SecurityEventType.AUTHZ_EXCEPTION);
        desk.events.clear();

        Decision decision = desk.decide(MIA, APPROVE, order("1"));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(((Decision.Permit) decision).exception()).isEqualTo("fire");
        assertThat(decision.reasons()).extracting(Reason::code).contains(ReasonCode.GRANTED_BY_EXCEPTION);
        assertThat(desk.eventTypes()).containsExactly(SecurityEventType.AUTHZ_EXCEPTION);
        assertThat(desk.control.review("fire"))
                .extracting(DutyStep::object)
                .containsExactly(order("1").identity());
    }

    @Test
    @Attack("A66")
    void a66AnExceptionIsForOnePersonOneDutyAndAShortWhile() {
        AccessFixture desk = free(
                new DynamicDuty.DistinctActor("d", ENTER, APPROVE), new DynamicDuty.DistinctActor("e", ENTER, CANCEL));
        openException(desk, exception(Duration.ofHours(1)));
        for (Principal trader : List.of(MIA, MAX)) {
            assertThat(desk.decide(trader, ENTER, order("of-" + trader.account()))
                            .isPermit())
                    .isTrue();
        }

        assertThat(desk.decide(MAX, APPROVE, order("of-max")).isPermit()).isFalse();
        assertThat(desk.decide(MIA, CANCEL, order("of-mia")).isPermit()).isFalse();
        desk.pass(Duration.ofHours(1).minusNanos(1));
        assertThat(desk.decide(MIA, APPROVE, order("of-mia")).isPermit()).isTrue();
        desk.pass(Duration.ofNanos(1));
        assertThat(desk.decide(MIA, APPROVE, order("of-mia")).isPermit()).isFalse();
        assertThatThrownBy(() -> exception(Duration.ofHours(24).plusNanos(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new DutyException("x", PersonId.of("mia"), "d", NOON, NOON.plusSeconds(1), "because"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A66")
    void a66NobodyOpensAnExceptionForHimselfWithOneFriend() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));
        AccessManagement management = desk.control.management();
        DutyException own =
                new DutyException("own", PersonId.of("bob"), "d", NOON, NOON.plusSeconds(60), "I would like to do it");
        String id = ((ChangeResult.Waiting) management.propose(BOB, new Change.OpenException(own))).proposal();

        assertThat(management.approve(ANN, id)).isInstanceOf(ChangeResult.Waiting.class);
        assertThat(management.approve(ANN, id)).isInstanceOf(ChangeResult.Refused.class);
        assertThat(management.approve(BOB, id)).isInstanceOf(ChangeResult.Refused.class);
        assertThat(desk.store.read().exceptions()).isEmpty();
        assertThat(management.approve(CID, id)).isInstanceOf(ChangeResult.Made.class);

        assertThat(management.propose(ANN, new Change.EndException("own"))).isInstanceOf(ChangeResult.Made.class);
        assertThat(desk.store.read().exceptions()).isEmpty();
    }

    @Test
    @Attack({"A65", "A66"})
    void a66AUseThatCannotBeReportedIsNoUse() {
        AccessFixture desk = free(new DynamicDuty.DistinctActor("d", ENTER, APPROVE));
        assertThat(desk.decide(MIA, ENTER, order("1")).isPermit()).isTrue();
        openException(desk, exception(Duration.ofHours(1)));
        desk.sinkFails = true;

        assertThatThrownBy(() -> desk.decide(MIA, APPROVE, order("1"))).hasMessage("the audit trail is full");
        assertThat(desk.control.review("fire")).isEmpty();
    }
}
