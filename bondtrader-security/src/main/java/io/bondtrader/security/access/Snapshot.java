package io.bondtrader.security.access;

import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.Conflict;
import io.bondtrader.security.access.grant.Holdings;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy and a book, compiled for looking up. Immutable; swapped as a whole. */
final class Snapshot {

    private final AccessPolicy policy;
    private final AccessBook book;
    private final long epoch;
    private final Map<Permission, Guard> guards;
    private final Map<AccountId, Holder> holders = new HashMap<>();
    private final List<Conflict> conflicts;

    Snapshot(AccessPolicy policy, AccessBook book, long epoch, Instant now) {
        this.policy = policy;
        this.book = book;
        this.epoch = epoch;
        this.guards = new HashMap<>(Guard.of(policy));
        this.conflicts = Holdings.of(book, now).conflicts(policy, book, now);
        Map<String, CompiledRole> roles = new HashMap<>();
        for (String role : policy.roles().roles().keySet()) {
            roles.put(role, new CompiledRole(policy.roles(), role, guards));
        }
        Set<String> conflicted = new HashSet<>();
        conflicts.forEach(conflict -> conflicted.add(conflict.holder()));
        for (AccountEntry entry : book.registry().accounts()) {
            AccountId account = entry.account();
            List<Grip> grips = new ArrayList<>();
            for (Holdings.Held held : Holdings.of(book, account, now)) {
                @Nullable CompiledRole role = roles.get(held.grant().role());
                if (role != null) {
                    grips.add(new Grip(held, role, lender(held)));
                }
            }
            holders.put(
                    account,
                    new Holder(
                            book.registry().personBehind(account).orElse(null),
                            book.registry().isClosed(account),
                            conflicted.contains(Holdings.holder(book, account)),
                            grips));
        }
    }

    private @Nullable PersonId lender(Holdings.Held held) {
        return held.lender() == null
                ? null
                : book.registry().personBehind(held.lender()).orElseThrow();
    }

    AccessPolicy policy() {
        return policy;
    }

    AccessBook book() {
        return book;
    }

    long epoch() {
        return epoch;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    @Nullable
    Guard guard(Permission permission) {
        return guards.get(permission);
    }

    @Nullable
    Holder holder(AccountId account) {
        return holders.get(account);
    }

    Set<AccountId> accounts() {
        return holders.keySet();
    }

    /** The guard of a permission that is known to be declared. */
    Guard declared(Permission permission) {
        return Objects.requireNonNull(guards.get(permission));
    }
}
