package io.bondtrader.security.access;

import static io.bondtrader.security.access.AccessFixture.NOON;
import static io.bondtrader.security.access.AccessFixture.RATES;
import static io.bondtrader.security.access.AccessFixture.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.Conflict;
import io.bondtrader.security.access.grant.Delegation;
import io.bondtrader.security.access.grant.DutyException;
import io.bondtrader.security.access.grant.Holdings;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.testdata.Attack;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Duties that exclude each other are never in one hand, however they came there. */
final class StaticDutyTest {

    private static final AccessPolicy POLICY = Desk.policy("v1")
            .roles(
                    Role.of("desk-head").inheriting(Desk.TRADER),
                    Role.of("chief").inheriting("desk-head"),
                    Role.of("controller").inheriting(Desk.RISK_MANAGER))
            .build();

    private static List<Conflict> conflicts(AccessBook.Editor editor) {
        AccessBook book = editor.done();
        return Holdings.of(book, NOON).conflicts(POLICY, book, NOON);
    }

    private static AccessBook.Editor book() {
        return AccessFixture.book().edit();
    }

    @Test
    @Attack("A39")
    void a39AnInheritedConflictIsFoundAndItsPathNamed() {
        List<Conflict> found =
                conflicts(book().grant(grant("eve", "chief", RATES)).grant(grant("eve", "controller", RATES)));

        Conflict offices = found.stream()
                .filter(one -> one.duty().equals("separate-offices"))
                .findFirst()
                .orElseThrow();
        assertThat(offices.holder()).isEqualTo("person eve");
        assertThat(offices.paths()).containsExactly("controller → risk-manager", "chief → desk-head → trader");
        assertThat(offices.grants()).contains("chief by eve", "controller by eve");
        assertThat(offices.toString()).contains("chief → desk-head → trader");
    }

    @Test
    @Attack("A39")
    void a39ARoleThatAloneHoldsTooMuchIsNoPolicy() {
        AccessPolicy.Builder policy =
                Desk.policy("v1").roles(Role.of("king").inheriting(Desk.TRADER, Desk.RISK_MANAGER));

        assertThatThrownBy(policy::build)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("role king")
                .hasMessageContaining("king → trader");
    }

    @Test
    @Attack("A39")
    void a39RolesInACircleAreNoPolicy() {
        AccessPolicy.Builder policy = Desk.policy("v1")
                .roles(
                        Role.of("a").inheriting("b"),
                        Role.of("b").inheriting("c"),
                        Role.of("c").inheriting("a"));

        assertThatThrownBy(policy::build).isInstanceOf(InvalidInput.class).hasMessageContaining("cycle");
        assertThatThrownBy(() ->
                        Desk.policy("v1").roles(Role.of("a").inheriting("a")).build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cycle");
    }

    @Test
    void aDiamondOfRolesIsNoCircleAndDepthCostsNoStack() {
        AccessPolicy.Builder policy = Desk.policy("v1")
                .roles(
                        Role.of("left").inheriting("bottom"),
                        Role.of("right").inheriting("bottom"),
                        Role.of("top").inheriting("left", "right"),
                        Role.of("bottom", Desk.READ_REPORT),
                        Role.of("r0", Desk.READ_LIMIT));
        for (int k = 1; k <= 20_000; k++) {
            policy.roles(new Role("r" + k, new TreeSet<>(), new TreeSet<>()));
        }

        AccessPolicy built = policy.build();

        assertThat(built.roles().closure("top")).containsExactly("bottom", "left", "right", "top");
        assertThat(built.roles().permissions("top")).containsExactly(Desk.READ_REPORT);
        AccessPolicy.Builder chain = AccessPolicy.builder("v1").permissions(Desk.permissions());
        chain.roles(Role.of("c0", Desk.READ_LIMIT));
        for (int k = 1; k <= 2_000; k++) {
            chain.roles(Role.of("c" + k).inheriting("c" + (k - 1)));
        }
        assertThat(chain.build().roles().permissions("c2000")).containsExactly(Desk.READ_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trader",
                "TRADER",
                " trader",
                "trader ",
                "tra der",
                "trader\u200b",
                "tr\u0430der",
                "*",
                "",
                "trader--x",
                "-trader",
                "trader-",
                "1trader",
                "trader\n"
            })
    @Attack("A39")
    void a39VariantsOfARolesNameAreNoNames(String name) {
        assertThatThrownBy(() -> Role.of(name)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> grant("eve", name, RATES)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> io.bondtrader.security.access.request.Permission.of("order", name))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A39")
    void a39UnknownRolesAndPermissionsAreNoPolicy() {
        assertThatThrownBy(() -> Desk.policy("v1")
                        .roles(Role.of("x").inheriting("ghost"))
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ghost");
        var burn = io.bondtrader.security.access.request.Permission.of("order", "burn");
        assertThatThrownBy(() -> Desk.policy("v1").roles(Role.of("x", burn)).build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("order:burn");
        assertThatThrownBy(() ->
                        Desk.policy("v1").rules(AccessRule.forbid("x", burn)).build())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Desk.policy("v1")
                        .rules(AccessRule.forbid("x", Desk.READ_ORDER).forRoles("ghost"))
                        .build())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Desk.policy("v1").record(burn).build()).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A43")
    void a43AccountsKeysAndServicesOfOnePersonCountTogether() {
        for (String account : List.of("mia-two", "mia-key", "mia-robot", "mia-robot-key")) {
            AccessBook.Editor editor = book().open(AccountEntry.person(AccountId.of("mia-two"), PersonId.of("mia")))
                    .open(AccountEntry.apiKey(AccountId.of("mia-key"), AccountId.of("mia")))
                    .open(AccountEntry.service(AccountId.of("mia-robot"), AccountId.of("mia-two")))
                    .open(AccountEntry.apiKey(AccountId.of("mia-robot-key"), AccountId.of("mia-robot")))
                    .grant(grant(account, Desk.RISK_MANAGER, RATES));

            assertThat(conflicts(editor))
                    .as(account)
                    .isNotEmpty()
                    .allMatch(one -> one.holder().equals("person mia"));
        }
    }

    @Test
    @Attack("A43")
    void a43AServiceThatNobodyOwnsHoldsNoConflictingDutiesEither() {
        assertThat(conflicts(book().grant(grant("gateway", Desk.RISK_MANAGER, RATES))))
                .isNotEmpty()
                .allMatch(one -> one.holder().equals("account gateway"));
    }

    @Test
    @Attack("A43")
    void a43WhatIsLentCountsForTheBorrower() {
        AccessBook.Editor editor = book().delegate(Delegation.of(
                "one", AccountId.of("tom"), AccountId.of("mia"), Set.of(Desk.RISK_MANAGER), NOON.plusSeconds(60)));

        assertThat(conflicts(editor)).isNotEmpty().allMatch(one -> one.holder().equals("person mia"));
        assertThat(conflicts(editor).get(0).grants()).contains("risk-manager by mia lent by tom");
    }

    @Test
    void permissionsThatExcludeEachOtherDoSoInRolesOfOnesOwnAndInRules() {
        AccessPolicy policy = AccessPolicy.builder("v1")
                .permissions(Desk.permissions())
                .roles(Role.of("a", Desk.ENTER_ORDER), Role.of("b", Desk.READ_LIMIT), Role.of("c"))
                .rules(AccessRule.allow("limits", Desk.APPROVE_LIMIT).forRoles("c"))
                .duties(new StaticDuty.ExclusivePermissions(
                        "x", new TreeSet<>(Set.of(Desk.ENTER_ORDER, Desk.APPROVE_LIMIT)), 1))
                .build();

        assertThat(policy.broken(policy.staticDuties().get(0), Set.of("a", "b")))
                .isEmpty();
        assertThat(policy.broken(policy.staticDuties().get(0), Set.of("a", "c")))
                .containsExactly("rule limits → limit:approve", "a → order:enter");
    }

    @Test
    void atMostSoManyPersonsHoldARoleHoweverManyAccountsTheyHave() {
        AccessPolicy policy = Desk.policy("v1")
                .duties(new StaticDuty.Cardinality("three-admins", Desk.ADMIN, 3))
                .build();
        AccessBook three = book().open(AccountEntry.person(AccountId.of("ann-two"), PersonId.of("ann")))
                .grant(grant("ann-two", Desk.ADMIN, GrantScope.any()))
                .done();
        AccessBook four =
                three.edit().grant(grant("eve", Desk.ADMIN, GrantScope.any())).done();

        assertThat(Holdings.of(three, NOON).conflicts(policy, three, NOON)).isEmpty();
        assertThat(Holdings.of(four, NOON).conflicts(policy, four, NOON))
                .singleElement()
                .satisfies(one -> assertThat(one.holder()).isEqualTo("4 holders"));
    }

    @Test
    void anExceptionCoversWhatEndsWithItAndNothingElse() {
        var end = NOON.plusSeconds(3600);
        AccessBook.Editor excepted = book();
        for (String duty : List.of("separate-offices", "trade-or-control")) {
            excepted.open(new DutyException(duty + "-x", PersonId.of("mia"), duty, NOON, end, "tom is ill today"));
        }
        AccessBook boxed = excepted.grant(grant("mia", Desk.RISK_MANAGER, RATES).until(end))
                .done();
        AccessBook longer = boxed.edit()
                .grant(grant("mia", Desk.RISK_MANAGER, RATES).until(end.plusNanos(1)))
                .done();
        AccessBook other = boxed.edit()
                .grant(grant("max", Desk.RISK_MANAGER, RATES).until(end))
                .done();

        assertThat(Holdings.of(boxed, NOON).conflicts(POLICY, boxed, NOON)).isEmpty();
        assertThat(Holdings.of(boxed, NOON.minusNanos(1)).conflicts(POLICY, boxed, NOON.minusNanos(1)))
                .isNotEmpty();
        assertThat(Holdings.of(longer, NOON).conflicts(POLICY, longer, NOON)).isNotEmpty();
        assertThat(Holdings.of(other, NOON).conflicts(POLICY, other, NOON)).isNotEmpty();
    }

    @Test
    void dutiesThatEverybodyWouldKeepAreNoDuties() {
        assertThatThrownBy(() -> new StaticDuty.MutuallyExclusive("x", new TreeSet<>(Set.of("a", "b")), 2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new StaticDuty.MutuallyExclusive("x", new TreeSet<>(Set.of("a", "b")), 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new StaticDuty.Cardinality("x", "a", 0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void ownersThatAreUnknownOrRunInACircleAreNoBook() {
        assertThatThrownBy(() -> book().open(AccountEntry.apiKey(AccountId.of("k"), AccountId.of("ghost")))
                        .done())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book().open(AccountEntry.service(AccountId.of("s"), AccountId.of("t")))
                        .open(AccountEntry.service(AccountId.of("t"), AccountId.of("s")))
                        .done())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("circle");
    }
}
