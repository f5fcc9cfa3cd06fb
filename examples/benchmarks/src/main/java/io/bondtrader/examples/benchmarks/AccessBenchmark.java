package io.bondtrader.examples.benchmarks;

import io.bondtrader.security.access.AccessControl;
import io.bondtrader.security.access.Decision;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.InMemoryAccessStore;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One of a thousand users asks for one of a policy's permissions and has it, in the middle of the policy, beside jCasbin with
 * roles and an equality matcher. The claims under test: a decision with its reasons takes at most 0.02 of jCasbin's time at
 * 80 rules and does not grow with the policy; a check of roles alone takes no longer than jCasbin's cache and allocates
 * nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class AccessBenchmark {

    private static final int USERS = 1000;

    private static final String MODEL = """
            [request_definition]
            r = sub, obj, act
            [policy_definition]
            p = sub, obj, act
            [role_definition]
            g = _, _
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act
            """;

    /** Roles times permissions of each. */
    @Param({"4x20", "100x10", "1000x10"})
    String policy = "";

    private AccessControl control = control(1, 1);
    private Principal user = Principal.of(AccountId.of("u0"), PersonId.of("p0"));
    private Permission permission = permission(0, 0);
    private ResourceRef object = ResourceRef.any(permission.resource());
    private AccessRequest request = AccessRequest.of(user, permission, object);
    private Enforcer enforcer = new Enforcer();
    private CachedEnforcer cached = new CachedEnforcer();
    private String[] asked = {};

    private static Permission permission(int role, int number) {
        return Permission.of("data-" + role + "-" + number, "read");
    }

    private static AccessControl control(int roles, int each) {
        AccessPolicy.Builder policy = AccessPolicy.builder("v1");
        List<Permission> all = new ArrayList<>();
        for (int role = 0; role < roles; role++) {
            Permission[] own = new Permission[each];
            for (int k = 0; k < each; k++) {
                own[k] = permission(role, k);
                all.add(own[k]);
            }
            policy.roles(Role.of("role-" + role, own));
        }
        AccessBook.Editor book = AccessBook.empty().edit();
        for (int k = 0; k < USERS; k++) {
            book.open(AccountEntry.person(AccountId.of("u" + k), PersonId.of("p" + k)));
            book.grant(RoleGrant.of(AccountId.of("u" + k), "role-" + k % roles, GrantScope.any()));
        }
        return AccessControl.builder(
                        policy.permissions(all).build(),
                        new InMemoryAccessStore(book.done()),
                        InstantSource.system(),
                        SecurityEventSink.none())
                .build();
    }

    /** Makes both policies and one question that both answer with yes. */
    @Setup
    public void prepare() {
        int roles = Integer.parseInt(policy.substring(0, policy.indexOf('x')));
        int each = Integer.parseInt(policy.substring(policy.indexOf('x') + 1));
        control = control(roles, each);
        int middle = roles / 2;
        user = Principal.of(AccountId.of("u" + middle), PersonId.of("p" + middle));
        permission = permission(middle, each / 2);
        object = ResourceRef.any(permission.resource());
        request = AccessRequest.of(user, permission, object);
        asked = new String[] {
            "u" + middle, permission.resource().name(), permission.action().name()
        };
        Model model = CoreEnforcer.newModel(MODEL);
        enforcer = new Enforcer(model);
        cached = new CachedEnforcer(CoreEnforcer.newModel(MODEL));
        for (Enforcer one : List.of(enforcer, cached)) {
            one.enableLog(false);
            for (int role = 0; role < roles; role++) {
                for (int k = 0; k < each; k++) {
                    one.addPolicy("role-" + role, "data-" + role + "-" + k, "read");
                }
            }
            for (int k = 0; k < USERS; k++) {
                one.addGroupingPolicy("u" + k, "role-" + k % roles);
            }
        }
        if (!decide().isPermit() || !check() || !enforceCasbin() || !enforceCachedCasbin()) {
            throw new IllegalStateException("somebody says no");
        }
    }

    /** A decision with its reasons, the request included. */
    @Benchmark
    public Decision decide() {
        return control.decide(AccessRequest.of(user, permission, object));
    }

    /** A decision with its reasons of a request that is there. */
    @Benchmark
    public Decision decideOnly() {
        return control.decide(request);
    }

    /** Yes or no. */
    @Benchmark
    public boolean check() {
        return control.check(user, permission, object);
    }

    /** JCasbin, yes or no. */
    @Benchmark
    public boolean enforceCasbin() {
        return enforcer.enforce(asked[0], asked[1], asked[2]);
    }

    /** JCasbin, remembering its answers. */
    @Benchmark
    public boolean enforceCachedCasbin() {
        return cached.enforce(asked[0], asked[1], asked[2]);
    }
}
