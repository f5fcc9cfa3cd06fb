package io.bondtrader.security.access;

import static io.bondtrader.security.access.AccessFixture.EVE;
import static io.bondtrader.security.access.AccessFixture.GATEWAY;
import static io.bondtrader.security.access.AccessFixture.MIA;
import static io.bondtrader.security.access.AccessFixture.TOM;
import static io.bondtrader.security.access.AccessFixture.asks;
import static io.bondtrader.security.access.AccessFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.duty.DutyHistory;
import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.duty.InMemoryDutyHistory;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccessStore;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Condition;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.error.AccessDenied;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is granted is permitted, and nothing else. */
@Asvs("7.5.3")
final class DecisionTest {

    private static final Permission SEND = Desk.ENTER_ORDER;

    private final AccessFixture desk = AccessFixture.desk();

    @Test
    void aTraderEntersOrdersOfHisDesk() {
        Decision decision = desk.decide(MIA, SEND, order("1"));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.reasons()).extracting(Reason::code).containsExactly(ReasonCode.GRANTED_BY_ROLE);
        assertThat(decision.ruleIds()).containsExactly("trader");
        assertThat(decision.policyVersion()).isEqualTo("v1");
        assertThat(decision.policyDigest()).isEqualTo(desk.control.policy().digest());
        assertThat(decision.decidedAt()).isEqualTo(AccessFixture.NOON);
        assertThat(desk.eventTypes()).containsExactly(SecurityEventType.AUTHZ_PERMIT);
        assertThat(desk.events.get(0).details()).containsEntry("permission", "order:enter");
    }

    @Test
    void whatIsInheritedIsGrantedAndNotReportedUnlessThePolicySaysSo() {
        assertThat(desk.decide(MIA, Desk.READ_ORDER, order("1")).isPermit()).isTrue();
        assertThat(desk.events).isEmpty();
    }

    @Test
    @Asvs("8.2.1")
    void whatNothingGrantsIsDenied() {
        Decision decision = desk.decide(EVE, SEND, order("1").atDesk("CREDIT"));

        assertThat(decision).isInstanceOf(Decision.Deny.class);
        assertThat(decision.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_GRANTED);
        assertThat(desk.eventTypes()).containsExactly(SecurityEventType.AUTHZ_FAIL);
    }

    @Test
    void anAdministratorDoesNotTrade() {
        for (Permission permission : Desk.permissions()) {
            if (!permission.resource().name().startsWith("access-")) {
                ResourceRef object = ResourceRef.of(permission.resource(), "1").atDesk("RATES");
                assertThat(desk.decide(AccessFixture.ANN, permission, object).isPermit())
                        .as("%s", permission)
                        .isFalse();
            }
        }
    }

    @Test
    void aPermissionThatThePolicyDoesNotKnowIsDenied() {
        Decision decision = desk.decide(MIA, Permission.of("order", "enter-all"), order("1"));

        assertThat(decision.reasons()).extracting(Reason::code).containsExactly(ReasonCode.UNKNOWN_PERMISSION);
        assertThat(desk.eventTypes()).containsExactly(SecurityEventType.AUTHZ_FAIL);
    }

    @Test
    void accountsThatAreUnknownOrOfAnotherPersonAreDenied() {
        Principal nobody = AccessFixture.person("nobody");
        Principal borrowed = Principal.of(AccountId.of("mia"), PersonId.of("eve"));
        Principal ownerless = new Principal(AccountId.of("mia"), null, List.of());

        assertThat(desk.decide(nobody, SEND, order("1")).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.UNKNOWN_ACCOUNT);
        for (Principal other : List.of(borrowed, ownerless)) {
            assertThat(desk.decide(other, SEND, order("1")).reasons())
                    .extracting(Reason::code)
                    .containsExactly(ReasonCode.PERSON_MISMATCH);
            assertThat(desk.control.check(other, Desk.READ_ORDER, order("1"))).isFalse();
        }
    }

    @Test
    void aGrantEndsAtItsEndAndNotBefore() {
        AccessBook book = AccessFixture.book()
                .edit()
                .grant(new RoleGrant(
                        AccountId.of("eve"), Desk.READ_ONLY, AccessFixture.RATES, AccessFixture.NOON.plusSeconds(10)))
                .done();
        AccessFixture fixture = AccessFixture.of(Desk.policy("v1").build(), book);

        fixture.pass(Duration.ofMillis(9_999));
        assertThat(fixture.control.check(EVE, Desk.READ_ORDER, order("1"))).isTrue();
        assertThat(fixture.decide(EVE, Desk.READ_ORDER, order("1")).isPermit()).isTrue();

        fixture.pass(Duration.ofMillis(1));
        assertThat(fixture.control.check(EVE, Desk.READ_ORDER, order("1"))).isFalse();
        assertThat(fixture.decide(EVE, Desk.READ_ORDER, order("1")).isPermit()).isFalse();
    }

    @Test
    void anObjectOfNoDeskIsNotCoveredByADesksScope() {
        assertThat(desk.decide(MIA, Desk.READ_ORDER, ResourceRef.of(Desk.ORDER, "1"))
                        .isPermit())
                .isFalse();
    }

    @Test
    @Attack("A46")
    @Asvs("8.2.2")
    void a46AnotherDesksOrderLooksAsIfThereWereNone() {
        AccessRequest foreign = asks(MIA, Desk.READ_ORDER, order("4711").atDesk("CREDIT"));

        assertThatThrownBy(() -> desk.control.require(foreign)).isInstanceOfSatisfying(AccessDenied.class, denied -> {
            AccessDenied missing = AccessDenied.notFound("order 4712");
            assertThat(denied.clientMessage()).isEqualTo(missing.clientMessage());
            assertThat(denied.code()).isEqualTo(missing.code());
            assertThat(denied.clientMessage()).doesNotContain("4711", "CREDIT", "mia");
        });
        assertThat(desk.eventTypes()).containsExactly(SecurityEventType.MALICIOUS_DIRECT_REFERENCE);
        assertThat(desk.events.get(0).subject()).isEqualTo("order/4711");
    }

    @Test
    @Attack("A46")
    @Asvs({"16.3.2", "16.5.1"})
    void a46EveryKindOfDenialLooksTheSameToAClient() {
        List<AccessRequest> denied = List.of(
                asks(MIA, Desk.READ_ORDER, order("1").atDesk("CREDIT")),
                asks(EVE, SEND, order("1")),
                asks(AccessFixture.person("nobody"), SEND, order("1")),
                asks(MIA, Permission.of("order", "burn"), order("1")));

        assertThat(denied.stream()
                        .map(request -> {
                            try {
                                desk.control.require(request);
                                return "permitted";
                            } catch (AccessDenied refused) {
                                return refused.clientMessage();
                            }
                        })
                        .distinct())
                .containsExactly(AccessDenied.notFound("").clientMessage());
        assertThat(desk.events).hasSize(denied.size());
    }

    @Test
    @Attack("A45")
    @Asvs("8.3.3")
    void a45AServiceDoesForAUserOnlyWhatBothMay() {
        assertThat(desk.control
                        .decide(asks(GATEWAY, SEND, order("1")).onBehalfOf(MIA))
                        .isPermit())
                .isTrue();
        // The gateway may enter orders; eve may not, and tom may approve where the gateway may not.
        Decision forEve = desk.control.decide(asks(GATEWAY, SEND, order("2")).onBehalfOf(EVE));
        Decision forTom = desk.control.decide(
                asks(GATEWAY, Desk.APPROVE_ORDER, order("1")).onBehalfOf(TOM));
        Decision elsewhere = desk.control.decide(
                asks(GATEWAY, SEND, order("3").atDesk("CREDIT")).onBehalfOf(MIA));

        assertThat(forEve.reasons()).containsExactly(new Reason(ReasonCode.NOT_GRANTED, "", "the user acted for"));
        assertThat(forTom.reasons()).containsExactly(new Reason(ReasonCode.NOT_GRANTED, "", "the actor"));
        assertThat(elsewhere.reasons()).containsExactly(new Reason(ReasonCode.OUT_OF_SCOPE, "", "the user acted for"));
        assertThat(desk.eventTypes().subList(1, 4)).doesNotContain(SecurityEventType.AUTHZ_PERMIT);
    }

    @Test
    void aServiceForAUserWhoIsNotWhoHeSaysIsDenied() {
        Principal false_ = Principal.of(AccountId.of("mia"), PersonId.of("max"));

        assertThat(desk.control
                        .decide(asks(GATEWAY, SEND, order("1")).onBehalfOf(false_))
                        .isPermit())
                .isFalse();
    }

    @Test
    @Attack("A44")
    @Asvs("8.3.2")
    void a44TheFirstDecisionAfterARevocationIsADenial() {
        assertThat(desk.control.check(MIA, Desk.READ_ORDER, order("1"))).isTrue();
        long before = desk.control.epoch();

        desk.control
                .management()
                .propose(
                        AccessFixture.ANN,
                        new io.bondtrader.security.access.grant.Change.RevokeRole(
                                AccessFixture.grant("mia", Desk.TRADER, AccessFixture.RATES)));

        assertThat(desk.control.check(MIA, Desk.READ_ORDER, order("1"))).isFalse();
        assertThat(desk.decide(MIA, SEND, order("1")).isPermit()).isFalse();
        assertThat(desk.control.epoch()).isGreaterThan(before);
    }

    @Test
    @Attack("A44")
    void a44ARevocationByAnotherProcessCountsAsSoonAsTheStoreTellsOfIt() {
        assertThat(desk.control.check(MIA, Desk.READ_ORDER, order("1"))).isTrue();

        desk.store.update(book -> book.edit().close(AccountId.of("mia")).done());

        assertThat(desk.control.check(MIA, Desk.READ_ORDER, order("1"))).isFalse();
        assertThat(desk.decide(MIA, Desk.READ_ORDER, order("1")).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.ACCOUNT_CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "null", "late", "wrong type"})
    @Attack("A47")
    @Asvs("16.5.3")
    void a47AnAttributeThatIsNotToBeHadDenies(String how) throws InterruptedException {
        Attribute<String> mood = Attribute.text("mood");
        AccessPolicy policy = Desk.policy("v1")
                .rules(AccessRule.forbid("bad-mood", SEND)
                        .when(new Condition.OneOf(mood, new java.util.TreeSet<>(List.of("bad")))))
                .build();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch never = new CountDownLatch(1);
        AttributeSource source = (attribute, request) -> {
            switch (how) {
                case "throws" -> throw new IllegalStateException("down");
                case "late" -> {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return "good";
                }
                case "wrong type" -> {
                    return 7;
                }
                default -> {
                    return null;
                }
            }
        };
        Duration patience = how.equals("late") ? Duration.ofMillis(50) : Duration.ofMinutes(1);
        AccessFixture fixture = new AccessFixture(
                policy, AccessFixture.book(), new InMemoryDutyHistory(), source.within(pool, patience));
        try {
            Decision decision = fixture.decide(MIA, SEND, order("1"));

            assertThat(decision).isInstanceOf(Decision.Deny.class);
            assertThat(decision.ruleIds()).containsExactly("bad-mood");
            assertThat(decision.reasons())
                    .extracting(Reason::code)
                    .containsExactly(how.equals("null") ? ReasonCode.ATTRIBUTE_MISSING : ReasonCode.RULE_FAILED);
            assertThat(fixture.eventTypes()).containsExactly(SecurityEventType.AUTHZ_FAIL);
        } finally {
            never.countDown();
            pool.shutdownNow();
        }
    }

    @Test
    @Attack("A47")
    void a47ARuleThatThrowsDeniesWhateverItsEffect() {
        Condition broken = new Condition.Named("broken", facts -> {
            throw new IllegalStateException("no");
        });
        for (AccessRule rule : List.of(
                AccessRule.forbid("r", SEND),
                AccessRule.oblige("r", "tell-nobody", SEND),
                AccessRule.approval("r", Desk.APPROVE_ORDER, 1, java.util.Set.of(Desk.RISK_MANAGER), SEND),
                AccessRule.forbid("r", SEND).when(new Condition.Not(broken)))) {
            AccessRule throwing = rule.when(rule.when() instanceof Condition.Always ? broken : rule.when());
            AccessFixture fixture =
                    AccessFixture.of(Desk.policy("v1").rules(throwing).build());

            assertThat(fixture.decide(MIA, SEND, order("1")).reasons())
                    .extracting(Reason::code)
                    .containsExactly(ReasonCode.RULE_FAILED);
        }
        // An allowing rule too, for who has no role that grants.
        AccessFixture fixture = AccessFixture.of(Desk.policy("v1")
                .rules(AccessRule.allow("r", Desk.READ_REPORT).when(Condition.any(Condition.always(), broken)))
                .build());
        assertThat(fixture.decide(AccessFixture.ANN, Desk.READ_REPORT, ResourceRef.any(Desk.READ_REPORT.resource()))
                        .isPermit())
                .isFalse();
    }

    @Test
    @Attack("A47")
    void a47ABookThatCannotBeReadDenies() {
        AccessStore broken = new AccessStore() {
            private boolean loaded;

            @Override
            public long version() {
                throw new IllegalStateException("down");
            }

            @Override
            public AccessBook read() {
                if (loaded) {
                    throw new IllegalStateException("down");
                }
                loaded = true;
                return AccessFixture.book();
            }

            @Override
            public AccessBook update(UnaryOperator<AccessBook> change) {
                throw new IllegalStateException("down");
            }
        };
        AccessFixture events = AccessFixture.desk();
        AccessControl control = AccessControl.builder(Desk.policy("v1").build(), broken, events, events)
                .build();

        assertThat(control.decide(asks(MIA, Desk.READ_ORDER, order("1"))).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.BOOK_UNAVAILABLE);
        assertThat(control.check(MIA, Desk.READ_ORDER, order("1"))).isFalse();
        assertThat(events.eventTypes())
                .containsOnly(SecurityEventType.AUTHZ_FAIL)
                .hasSize(2);
    }

    @Test
    @Attack("A47")
    void a47AHistoryThatCannotBeReadDenies() {
        DutyHistory broken = new DutyHistory() {
            @Override
            public List<DutyStep> read(ResourceRef object) {
                throw new IllegalStateException("down");
            }

            @Override
            public Optional<DutyStep> appendIf(ResourceRef object, Function<List<DutyStep>, Optional<DutyStep>> check) {
                throw new IllegalStateException("down");
            }

            @Override
            public List<DutyStep> underException(String exception) {
                return List.of();
            }
        };
        AccessFixture fixture =
                new AccessFixture(Desk.policy("v1").build(), AccessFixture.book(), broken, AttributeSource.none());

        assertThat(fixture.decide(MIA, SEND, order("1")).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.HISTORY_UNAVAILABLE);
        assertThat(fixture.eventTypes()).containsExactly(SecurityEventType.AUTHZ_FAIL);
    }

    @Test
    void aHistoryThatForgetsAStepGrantsNothing() {
        DutyHistory forgetful = new DutyHistory() {
            @Override
            public List<DutyStep> read(ResourceRef object) {
                return List.of();
            }

            @Override
            public Optional<DutyStep> appendIf(ResourceRef object, Function<List<DutyStep>, Optional<DutyStep>> check) {
                return check.apply(List.of()).filter(step -> false);
            }

            @Override
            public List<DutyStep> underException(String exception) {
                return List.of();
            }
        };
        AccessFixture fixture =
                new AccessFixture(Desk.policy("v1").build(), AccessFixture.book(), forgetful, AttributeSource.none());

        assertThatThrownBy(() -> fixture.decide(MIA, SEND, order("1"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Attack("A65")
    void a65WhatCannotBeReportedIsNotGranted() {
        desk.sinkFails = true;

        assertThatThrownBy(() -> desk.decide(MIA, SEND, order("1"))).hasMessage("the audit trail is full");
        assertThatThrownBy(() -> desk.decide(EVE, SEND, order("1"))).hasMessage("the audit trail is full");

        // Nor is the step counted as taken: the same person may still approve, if the role allows it.
        desk.sinkFails = false;
        assertThat(desk.control
                        .explain(asks(TOM, Desk.APPROVE_ORDER, order("1")))
                        .permitted())
                .isTrue();
        assertThat(desk.events).isEmpty();
    }

    @Test
    @Asvs("8.2.4")
    void theHourAndTheNetworkCountForEveryRequestOfASession() {
        AccessFixture fixture = AccessFixture.of(Desk.policy("v1")
                .rules(
                        AccessRule.forbid("office-hours", SEND)
                                .when(new Condition.Not(Condition.weekdays(
                                        java.time.ZoneId.of("UTC"),
                                        java.time.LocalTime.of(7, 0),
                                        java.time.LocalTime.of(18, 0)))),
                        AccessRule.stepUp(
                                        "from-outside",
                                        java.util.Set.of(io.bondtrader.security.identity.Factor.HARDWARE_TOKEN),
                                        Duration.ofMinutes(5),
                                        SEND)
                                .when(new Condition.Not(new Condition.SourceIn(List.of(
                                        io.bondtrader.security.access.policy.SourceNetwork.parse("10.0.0.0/8"))))))
                .build());
        AccessRequest inside =
                asks(MIA, SEND, order("1")).from(io.bondtrader.security.network.IpAddress.parse("10.1.2.3"));
        AccessRequest outside =
                asks(MIA, SEND, order("2")).from(io.bondtrader.security.network.IpAddress.parse("192.0.2.1"));

        assertThat(fixture.control.decide(inside).isPermit()).isTrue();
        assertThat(fixture.control.decide(outside)).isInstanceOf(Decision.StepUpRequired.class);
        fixture.pass(Duration.ofHours(6));
        assertThat(fixture.control.decide(inside).ruleIds()).containsExactly("office-hours");
        assertThat(fixture.control.decide(outside)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void requireSaysWhatIsMissing() {
        AccessFixture fixture = AccessFixture.of(Desk.policy("v1")
                .rules(
                        AccessRule.stepUp(
                                "prove",
                                java.util.Set.of(io.bondtrader.security.identity.Factor.TIME_CODE),
                                Duration.ofMinutes(5),
                                Desk.AMEND_ORDER),
                        AccessRule.approval(
                                "ask", Desk.APPROVE_ORDER, 1, java.util.Set.of(Desk.RISK_MANAGER), Desk.CANCEL_ORDER),
                        AccessRule.oblige("tell", "tell-the-desk", SEND))
                .build());

        assertThat(fixture.control.require(asks(MIA, SEND, order("1"))).obligations())
                .containsExactly("tell-the-desk");
        assertThatThrownBy(() -> fixture.control.require(asks(MIA, Desk.AMEND_ORDER, order("1"))))
                .hasMessageStartingWith("BT-5042");
        assertThatThrownBy(() -> fixture.control.require(asks(MIA, Desk.CANCEL_ORDER, order("1"))))
                .hasMessageStartingWith("BT-5043");
        // Neither is a denial, and neither is reported as one.
        assertThat(fixture.eventTypes()).containsExactly(SecurityEventType.AUTHZ_PERMIT);
    }

    @Test
    void aRequestForAnObjectOfAnotherKindIsNoRequest() {
        assertThatThrownBy(() -> asks(MIA, Desk.READ_LIMIT, order("1"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.control.check(MIA, Desk.READ_LIMIT, order("1")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anExplanationSaysWhatWasLookedAtAndLeavesNoTrace() {
        Explanation explanation = desk.control.explain(asks(TOM, SEND, order("1")));

        assertThat(explanation.permitted()).isFalse();
        assertThat(explanation.toString()).contains("NOT_GRANTED");
        assertThat(desk.control.explain(asks(MIA, SEND, order("1"))).lines())
                .anySatisfy(line -> assertThat(line).contains("mia", "trader"))
                .anySatisfy(line -> assertThat(line).contains("enter-or-approve"));
        assertThat(desk.events).isEmpty();
        assertThat(desk.control
                        .explain(asks(TOM, Desk.APPROVE_ORDER, order("1")))
                        .permitted())
                .isTrue();
    }

    @Test
    void whoCanAndWhatCanNameTheWayOfEveryRight() {
        List<Entitlement> readers = desk.control.queries().whoCan(Desk.READ_ORDER, order("1"));

        assertThat(readers).extracting(one -> one.account().value()).containsExactly("gateway", "max", "mia", "tom");
        assertThat(readers.get(2).via()).isEqualTo("trader → read-only");
        assertThat(readers.get(2).scope()).isEqualTo(AccessFixture.RATES);
        assertThat(desk.control.queries().whatCan(AccountId.of("eve")))
                .extracting(one -> one.permission().toString())
                .containsExactly("limit:read", "order:read", "position:read", "report:read");
        assertThat(desk.control.queries().whatCan(AccountId.of("nobody"))).isEmpty();
    }

    @Test
    void whatARuleAllowsIsNamedWithItsPlaceUnlessAnotherForbidsItAlways() {
        AccessFixture fixture = AccessFixture.of(Desk.policy("v1")
                .rules(
                        AccessRule.allow("orders-for-all", Desk.READ_ORDER).within(AccessFixture.RATES),
                        AccessRule.allow("traders-see-limits", Desk.PROPOSE_LIMIT)
                                .forRoles(Desk.TRADER),
                        AccessRule.forbid("no-reports", Desk.READ_REPORT).forRoles(Desk.READ_ONLY))
                .build());

        assertThat(fixture.control.queries().whatCan(AccountId.of("ann")))
                .filteredOn(one -> one.permission().equals(Desk.READ_ORDER))
                .singleElement()
                .satisfies(one -> assertThat(one.scope()).isEqualTo(AccessFixture.RATES));
        assertThat(fixture.control.queries().whatCan(AccountId.of("mia")))
                .filteredOn(one -> one.via().equals("rule traders-see-limits"))
                .singleElement()
                .satisfies(one -> assertThat(one.scope()).isEqualTo(AccessFixture.RATES));
        assertThat(fixture.control.queries().whatCan(AccountId.of("mia")))
                .noneMatch(one -> one.permission().equals(Desk.READ_REPORT));
        assertThat(fixture.decide(AccessFixture.ANN, Desk.READ_ORDER, order("1"))
                        .isPermit())
                .isTrue();
        assertThat(fixture.decide(AccessFixture.ANN, Desk.READ_ORDER, order("1").atDesk("FX"))
                        .isPermit())
                .isFalse();
    }

    @Test
    void aRightOfSomePlacesIsNoRightOfOthers() {
        GrantScope scope = GrantScope.of(io.bondtrader.security.access.request.Dimension.DESK, "RATES", "CREDIT")
                .and(io.bondtrader.security.access.request.Dimension.ISSUER, java.util.Set.of("UST"));

        assertThat(scope.covers(order("1"))).isTrue();
        assertThat(scope.covers(order("1").atDesk("FX"))).isFalse();
        assertThat(scope.covers(order("1").ofIssuer("ACME"))).isFalse();
        assertThat(scope.covers(order("1").ofIssuer(""))).isFalse();
        assertThatThrownBy(() -> GrantScope.of(io.bondtrader.security.access.request.Dimension.DESK, "*"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> GrantScope.of(io.bondtrader.security.access.request.Dimension.DESK))
                .isInstanceOf(InvalidInput.class);
    }
}
