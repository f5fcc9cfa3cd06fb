package io.bondtrader.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.access.duty.InMemoryDutyHistory;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.InMemoryAccessStore;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.error.DutyConflict;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.testdata.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every set of roles of two persons, times every workflow of four steps, for small policies: each decision is compared with
 * an oracle that shares no code with the product. Person 0 uses his account for the steps of even place and his key for the
 * others; the oracle knows persons only.
 */
final class ModelCheckTest {

    private static final int STEPS = 3;
    private static final int ROLES = 4;
    private static final String[] STEP = {"enter", "approve", "release"};
    private static final String[] ROLE = {"maker", "checker", "releaser", "head"};

    private record Small(boolean exclusive, boolean distinct, int most, int approvals) {

        AccessPolicy policy() {
            Permission[] p = new Permission[STEPS];
            for (int k = 0; k < STEPS; k++) {
                p[k] = Permission.of("order", STEP[k]);
            }
            AccessPolicy.Builder policy = AccessPolicy.builder("small")
                    .permissions(List.of(p))
                    .roles(
                            Role.of(ROLE[0], p[0]),
                            Role.of(ROLE[1], p[1]),
                            Role.of(ROLE[2], p[2]),
                            Role.of(ROLE[3]).inheriting(ROLE[0], ROLE[2]));
            if (exclusive) {
                policy.duties(
                        new StaticDuty.MutuallyExclusive("exclusive", new TreeSet<>(Set.of(ROLE[0], ROLE[1])), 1));
            }
            if (distinct) {
                policy.duties(new DynamicDuty.DistinctActor("distinct", p[0], p[1]));
            }
            if (most > 0) {
                policy.duties(new DynamicDuty.MaxSteps("most", new TreeSet<>(Set.of(p[0], p[1], p[2])), most));
            }
            if (approvals > 0) {
                policy.duties(new DynamicDuty.NofM("release", p[2], p[1], approvals, new TreeSet<>(Set.of(ROLE[1]))));
            }
            return policy.build();
        }
    }

    /** The oracle: bits and lists. */
    private static final class Oracle {
        private final Small small;
        private final int[] roles;
        private final List<int[]> taken = new ArrayList<>();

        Oracle(Small small, int... roles) {
            this.small = small;
            this.roles = roles;
        }

        private boolean has(int person, int role) {
            boolean head = (roles[person] & 8) != 0;
            return (roles[person] & (1 << role)) != 0 || (head && (role == 0 || role == 2));
        }

        boolean loads() {
            return !small.exclusive || !((has(0, 0) && has(0, 1)) || (has(1, 0) && has(1, 1)));
        }

        char decide(int person, int step) {
            char outcome = judge(person, step);
            if (outcome == 'P') {
                taken.add(new int[] {person, step});
            }
            return outcome;
        }

        private char judge(int person, int step) {
            if (!has(person, step)) {
                return 'D';
            }
            boolean[] did = new boolean[STEPS];
            boolean otherApproved = false;
            for (int[] one : taken) {
                if (one[0] == person) {
                    did[one[1]] = true;
                }
                if (one[1] == 2) {
                    otherApproved = false; // released: what was approved is used up
                } else if (one[1] == 1 && one[0] != person) {
                    otherApproved = true;
                }
            }
            if (small.distinct && ((step == 0 && did[1]) || (step == 1 && did[0]))) {
                return 'D';
            }
            did[step] = true;
            int kinds = 0;
            for (boolean done : did) {
                kinds += done ? 1 : 0;
            }
            if (small.most > 0 && kinds > small.most) {
                return 'D';
            }
            // Of two persons one other can approve: one approval is to be had, two never.
            int others = otherApproved ? 1 : 0;
            return step == 2 && others < small.approvals ? 'A' : 'P';
        }
    }

    private static AccessBook book(int first, int second) {
        AccessBook.Editor book = AccessBook.empty().edit();
        book.open(AccountEntry.person(AccountId.of("a0"), PersonId.of("p0")));
        book.open(AccountEntry.apiKey(AccountId.of("k0"), AccountId.of("a0")));
        book.open(AccountEntry.person(AccountId.of("a1"), PersonId.of("p1")));
        for (int role = 0; role < ROLES; role++) {
            if ((first & (1 << role)) != 0) {
                book.grant(RoleGrant.of(AccountId.of("a0"), ROLE[role], GrantScope.any()));
                book.grant(RoleGrant.of(AccountId.of("k0"), ROLE[role], GrantScope.any()));
            }
            if ((second & (1 << role)) != 0) {
                book.grant(RoleGrant.of(AccountId.of("a1"), ROLE[role], GrantScope.any()));
            }
        }
        return book.done();
    }

    private static char letter(Decision decision) {
        return decision.isPermit() ? 'P' : decision instanceof Decision.ApprovalRequired ? 'A' : 'D';
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Attack({"A41", "A42", "A43"})
    void a41EveryWorkflowOfEverySetOfRolesIsDecidedAsTheOracleSays(int number) {
        Small small = List.of(
                        new Small(false, true, 0, 0),
                        new Small(false, false, 2, 0),
                        new Small(false, false, 0, 1),
                        new Small(true, true, 2, 1),
                        new Small(false, true, 1, 2))
                .get(number);
        AccessPolicy policy = small.policy();
        Principal[] person = {
            Principal.of(AccountId.of("a0"), PersonId.of("p0")), Principal.of(AccountId.of("a1"), PersonId.of("p1"))
        };
        Principal key = Principal.of(AccountId.of("k0"), PersonId.of("p0"));
        long decided = 0;
        for (int roles = 0; roles < 256; roles++) {
            int first = roles & 15;
            int second = roles >> 4;
            boolean loads = new Oracle(small, first, second).loads();
            AccessControl control;
            try {
                control = AccessControl.builder(
                                policy,
                                new InMemoryAccessStore(book(first, second)),
                                () -> AccessFixture.NOON,
                                SecurityEventSink.none())
                        .history(new InMemoryDutyHistory())
                        .build();
            } catch (DutyConflict conflict) {
                assertThat(loads).as("roles %d and %d", first, second).isFalse();
                continue;
            }
            assertThat(loads).as("roles %d and %d", first, second).isTrue();
            for (int flow = 0; flow < 1296; flow++) {
                Oracle oracle = new Oracle(small, first, second);
                ResourceRef order =
                        ResourceRef.of(io.bondtrader.security.access.request.ResourceType.of("order"), "o" + flow);
                int rest = flow;
                for (int place = 0; place < 4; place++) {
                    int who = rest % 2;
                    int step = rest / 2 % 3;
                    rest /= 6;
                    Principal actor = who == 0 && place % 2 == 1 ? key : person[who];
                    char got =
                            letter(control.decide(AccessRequest.of(actor, Permission.of("order", STEP[step]), order)));
                    char want = oracle.decide(who, step);
                    if (got != want) {
                        throw new AssertionError("%s, roles %d and %d, workflow %d, step %d: %s instead of %s"
                                .formatted(small, first, second, flow, place, got, want));
                    }
                    decided++;
                }
            }
        }
        assertThat(decided).isGreaterThanOrEqualTo(100 * 1296 * 4);
    }
}
