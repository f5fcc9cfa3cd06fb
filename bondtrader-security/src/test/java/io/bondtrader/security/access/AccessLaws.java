package io.bondtrader.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.Holdings;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Condition;
import io.bondtrader.security.access.policy.Effect;
import io.bondtrader.security.access.policy.PolicyJson;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every policy. */
final class AccessLaws {

    private static final List<Principal> PEOPLE = List.of(AccessFixture.MIA, AccessFixture.TOM, AccessFixture.EVE);

    @Provide
    Arbitrary<List<AccessRule>> rules() {
        Attribute<Boolean> unknown = Attribute.flag("unknown");
        Arbitrary<Condition> simple = Arbitraries.of(
                Condition.always(),
                new Condition.Not(Condition.always()),
                Condition.above(Desk.NOTIONAL, "50"),
                Condition.above(Desk.NOTIONAL, "500"),
                new Condition.Flag(unknown));
        Arbitrary<Condition> conditions = Arbitraries.oneOf(
                simple,
                simple.list().ofMinSize(1).ofMaxSize(3).map(Condition.AllOf::new),
                simple.list().ofMinSize(1).ofMaxSize(3).map(Condition.AnyOf::new));
        Arbitrary<Effect> effects = Arbitraries.of(
                new Effect.Forbid(),
                new Effect.Allow(),
                new Effect.Allow(),
                new Effect.StepUp(new TreeSet<>(Set.of(Factor.PASSWORD)), Duration.ofMinutes(5), false),
                new Effect.StepUp(new TreeSet<>(Set.of(Factor.TIME_CODE)), Duration.ofMinutes(5), false),
                new Effect.Approval(Desk.APPROVE_ORDER, 1, new TreeSet<>(Set.of(Desk.RISK_MANAGER))),
                new Effect.Oblige("tell"));
        Arbitrary<Set<String>> roles =
                Arbitraries.of(Set.of(), Set.of(), Set.of(Desk.TRADER), Set.of(Desk.READ_ONLY), Set.of(Desk.ADMIN));
        return Combinators.combine(conditions, effects, roles)
                .as((when, effect, who) -> new AccessRule(
                        "x",
                        new TreeSet<>(Set.of(Desk.READ_ORDER)),
                        new TreeSet<>(who),
                        GrantScope.any(),
                        when,
                        effect))
                .list()
                .ofMaxSize(6)
                .map(list -> {
                    List<AccessRule> named = new ArrayList<>();
                    for (AccessRule rule : list) {
                        named.add(new AccessRule(
                                "r" + named.size(),
                                rule.permissions(),
                                rule.roles(),
                                rule.scope(),
                                rule.when(),
                                rule.effect()));
                    }
                    return named;
                });
    }

    private static AccessPolicy policy(List<AccessRule> rules) {
        return Desk.policy("v1").rules(rules).build();
    }

    private static Decision decide(AccessPolicy policy, Principal who) {
        return AccessFixture.of(policy)
                .control
                .decide(AccessRequest.of(who, Desk.READ_ORDER, AccessFixture.order("1"))
                        .with(Desk.NOTIONAL, new java.math.BigDecimal(100)));
    }

    private static String outcome(Decision decision) {
        return decision.getClass().getSimpleName() + decision.reasons();
    }

    @Property(tries = 500)
    void theOrderOfRulesMeansNothing(@ForAll("rules") List<AccessRule> rules, @ForAll long seed) {
        List<AccessRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(seed));
        // Ids say the order in which a policy keeps its rules: reverse them, too.
        List<AccessRule> renamed = new ArrayList<>();
        for (AccessRule rule : rules) {
            renamed.add(new AccessRule(
                    "r" + (9 - renamed.size()),
                    rule.permissions(),
                    rule.roles(),
                    rule.scope(),
                    rule.when(),
                    rule.effect()));
        }
        for (Principal who : PEOPLE) {
            Decision decision = decide(policy(rules), who);
            assertThat(outcome(decide(policy(shuffled), who))).isEqualTo(outcome(decision));
            assertThat(decide(policy(renamed), who).getClass()).isEqualTo(decision.getClass());
        }
    }

    @Property(tries = 500)
    void oneMoreForbiddingRuleGrantsNothing(
            @ForAll("rules") List<AccessRule> rules, @ForAll("rules") List<AccessRule> more) {
        List<AccessRule> all = new ArrayList<>(rules);
        for (AccessRule rule : more) {
            all.add(new AccessRule(
                    "f" + all.size(),
                    rule.permissions(),
                    rule.roles(),
                    rule.scope(),
                    rule.when(),
                    new Effect.Forbid()));
        }
        for (Principal who : PEOPLE) {
            Decision with = decide(policy(all), who);
            Decision without = decide(policy(rules), who);
            assertThat(with instanceof Decision.Deny || with.getClass().equals(without.getClass()))
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void aForbiddingRuleThatAppliesBeatsEverything(@ForAll("rules") List<AccessRule> rules) {
        List<AccessRule> all = new ArrayList<>(rules);
        all.add(AccessRule.forbid("no", Desk.READ_ORDER));
        for (Principal who : PEOPLE) {
            assertThat(decide(policy(all), who)).isInstanceOf(Decision.Deny.class);
        }
    }

    @Property(tries = 300)
    void theQuickCheckSaysWhatTheDecisionSays(@ForAll("rules") List<AccessRule> rules) {
        AccessFixture fixture = AccessFixture.of(policy(rules));
        for (Principal who : PEOPLE) {
            for (String at : List.of("RATES", "CREDIT", "")) {
                var object = AccessFixture.order("1").atDesk(at);
                assertThat(fixture.control.check(who, Desk.READ_ORDER, object))
                        .isEqualTo(fixture.decide(who, Desk.READ_ORDER, object).isPermit());
            }
        }
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackTheSame(@ForAll("rules") List<AccessRule> rules) {
        AccessPolicy policy = policy(rules);

        AccessPolicy read = PolicyJson.strict().read(policy.json().text());

        assertThat(read).isEqualTo(policy);
        assertThat(read.digest()).isEqualTo(policy.digest());
    }

    @Provide
    Arbitrary<List<Integer>> wishes() {
        return Arbitraries.integers().between(0, 11).list().ofMaxSize(8);
    }

    @Property(tries = 200)
    void noSeriesOfGrantsPutsExclusiveDutiesIntoOneHand(@ForAll("wishes") List<Integer> wishes) {
        String[] roles = {"maker", "checker", "chief", "other"};
        String[] accounts = {"mia", "mia-key", "max"};
        AccessPolicy policy = Desk.policy("v1")
                .roles(
                        Role.of("maker", Desk.READ_REPORT),
                        Role.of("checker", Desk.READ_LIMIT),
                        Role.of("chief").inheriting("maker"),
                        Role.of("other"))
                .duties(new StaticDuty.MutuallyExclusive("mc", new TreeSet<>(Set.of("maker", "checker")), 1))
                .build();
        AccessBook book = AccessFixture.book()
                .edit()
                .open(io.bondtrader.security.access.grant.AccountEntry.apiKey(
                        AccountId.of("mia-key"), AccountId.of("mia")))
                .done();
        AccessFixture fixture = AccessFixture.of(policy, book);
        AccessManagement management = fixture.control.management();
        for (int wish : wishes) {
            Change change =
                    new Change.GrantRole(AccessFixture.grant(accounts[wish % 3], roles[wish / 3], GrantScope.any()));
            if (management.propose(AccessFixture.ANN, change) instanceof ChangeResult.Waiting waiting) {
                management.approve(AccessFixture.BOB, waiting.proposal());
            }
        }
        AccessBook after = fixture.store.read();
        assertThat(Holdings.of(after, AccessFixture.NOON).conflicts(policy, after, AccessFixture.NOON))
                .isEmpty();
    }
}
