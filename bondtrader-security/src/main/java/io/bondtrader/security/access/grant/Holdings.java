package io.bondtrader.security.access.grant;

import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What every person holds together, over accounts, keys, services and what others lend. Roles that the policy does not know
 * count for nothing here, and grant nothing anywhere.
 *
 * <p>Immutable.
 */
public final class Holdings {

    private final SortedMap<String, List<Held>> byHolder;

    /**
     * A role in a hand.
     *
     * @param grant as it was granted
     * @param account by which account it is used: the borrower's if it is lent
     * @param lender the account that lends it; null if it is the account's own
     * @param until when it ends, not included; null for no end
     */
    public record Held(
            RoleGrant grant,
            AccountId account,
            @Nullable AccountId lender,
            @Nullable Instant until) {}

    private Holdings(SortedMap<String, List<Held>> byHolder) {
        this.byHolder = byHolder;
    }

    /**
     * Returns what an account may use: its own grants and what is lent to it. What has ended, and what a closed account
     * lends, is not among it.
     *
     * @param book the book
     * @param account the account
     * @param now the time
     * @return the roles
     */
    public static List<Held> of(AccessBook book, AccountId account, Instant now) {
        List<Held> held = new ArrayList<>();
        if (isClosed(book, account)) {
            return held;
        }
        for (RoleGrant grant : book.grants(account)) {
            if (!grant.endedBy(now)) {
                held.add(new Held(grant, account, null, grant.until()));
            }
        }
        for (Delegation delegation : book.registry().delegations()) {
            if (delegation.to().equals(account) && !delegation.endedBy(now) && !isClosed(book, delegation.from())) {
                addLent(book, delegation, now, held);
            }
        }
        return held;
    }

    private static void addLent(AccessBook book, Delegation delegation, Instant now, List<Held> held) {
        for (RoleGrant grant : book.grants(delegation.from())) {
            if (delegation.roles().contains(grant.role()) && !grant.endedBy(now)) {
                Instant until = grant.until() == null || grant.until().isAfter(delegation.until())
                        ? delegation.until()
                        : grant.until();
                held.add(new Held(grant, delegation.to(), delegation.from(), until));
            }
        }
    }

    private static boolean isClosed(AccessBook book, AccountId account) {
        return book.registry().isClosed(account);
    }

    /**
     * Returns what everybody holds.
     *
     * @param book the book
     * @param now the time
     * @return the holdings
     */
    public static Holdings of(AccessBook book, Instant now) {
        SortedMap<String, List<Held>> all = new TreeMap<>();
        for (AccountEntry entry : book.registry().accounts()) {
            List<Held> held = of(book, entry.account(), now);
            if (!held.isEmpty()) {
                all.computeIfAbsent(holder(book, entry.account()), none -> new ArrayList<>())
                        .addAll(held);
            }
        }
        return new Holdings(all);
    }

    /**
     * Returns in whose name an account's duties are counted.
     *
     * @param book the book
     * @param account the account
     * @return the person as text, or the account if nobody owns it
     */
    public static String holder(AccessBook book, AccountId account) {
        Optional<PersonId> person = book.registry().personBehind(account);
        return person.map(known -> "person " + known).orElseGet(() -> "account " + account);
    }

    /**
     * Returns the duties in one hand that exclude each other. An open exception covers what ends no later than itself.
     *
     * @param policy whose duties
     * @param book for its exceptions
     * @param now the time
     * @return the conflicts, sorted by duty and holder
     */
    public List<Conflict> conflicts(AccessPolicy policy, AccessBook book, Instant now) {
        List<Conflict> conflicts = new ArrayList<>();
        for (StaticDuty duty : policy.staticDuties()) {
            if (duty instanceof StaticDuty.Cardinality cardinality) {
                cardinality(policy, cardinality).ifPresent(conflicts::add);
                continue;
            }
            byHolder.forEach((holder, held) -> {
                SortedSet<String> roles = new TreeSet<>();
                List<String> grants = new ArrayList<>();
                for (Held one : held) {
                    String role = one.grant().role();
                    if (policy.roles().roles().containsKey(role) && !excepted(duty.id(), holder, one, book, now)) {
                        roles.add(role);
                        String lent = one.lender() == null ? "" : " lent by " + one.lender();
                        grants.add(role + " by " + one.account() + lent);
                    }
                }
                List<String> paths = policy.broken(duty, roles);
                if (!paths.isEmpty()) {
                    conflicts.add(new Conflict(duty.id(), holder, paths, grants));
                }
            });
        }
        return List.copyOf(conflicts);
    }

    private static boolean excepted(String duty, String holder, Held held, AccessBook book, Instant now) {
        for (DutyException exception : book.exceptions().values()) {
            if (exception.duty().equals(duty)
                    && ("person " + exception.person()).equals(holder)
                    && exception.openAt(now)
                    && held.until() != null
                    && !held.until().isAfter(exception.until())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Conflict> cardinality(AccessPolicy policy, StaticDuty.Cardinality duty) {
        List<String> holders = new ArrayList<>();
        byHolder.forEach((holder, held) -> {
            boolean holds = held.stream()
                    .map(one -> one.grant().role())
                    .filter(role -> policy.roles().roles().containsKey(role))
                    .anyMatch(role -> policy.roles().closure(role).contains(duty.role()));
            if (holds) {
                holders.add(holder);
            }
        });
        return holders.size() <= duty.maxPersons()
                ? Optional.empty()
                : Optional.of(new Conflict(duty.id(), holders.size() + " holders", List.of(duty.role()), holders));
    }
}
