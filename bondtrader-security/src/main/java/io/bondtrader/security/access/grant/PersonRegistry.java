package io.bondtrader.security.access.grant;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads from accounts, keys and services to the natural person behind them. Ownership and delegation form no cycle.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class PersonRegistry {

    private final Map<AccountId, AccountEntry> accounts;
    private final Map<String, Delegation> delegations;
    private final Map<AccountId, PersonId> persons = new HashMap<>();

    /**
     * Checks owners and delegations.
     *
     * @param accounts by their identifiers
     * @param delegations by their ids
     * @throws InvalidInput if an owner or a delegate is unknown, ownership runs in a circle, delegation does, from person
     *     to person, or somebody lends behind whom there is no person
     */
    PersonRegistry(Map<AccountId, AccountEntry> accounts, Map<String, Delegation> delegations) {
        this.accounts = Map.copyOf(accounts);
        this.delegations = Map.copyOf(delegations);
        for (AccountEntry entry : accounts.values()) {
            @Nullable PersonId person = resolve(entry);
            if (person != null) {
                persons.put(entry.account(), person);
            }
        }
        checkDelegations();
    }

    private @Nullable PersonId resolve(AccountEntry start) {
        Set<AccountId> seen = new HashSet<>();
        AccountEntry entry = start;
        while (entry.owner() != null) {
            InvalidInput.unless(seen.add(entry.account()), "owner of " + start.account(), entry.account(), "no circle");
            @Nullable AccountEntry owner = accounts.get(entry.owner());
            if (owner == null) {
                throw new InvalidInput("owner of " + entry.account(), entry.owner(), "a known account");
            }
            entry = owner;
        }
        return entry.person();
    }

    private void checkDelegations() {
        Map<String, Set<String>> lends = new LinkedHashMap<>();
        for (Delegation delegation : delegations.values()) {
            InvalidInput.unless(
                    persons.containsKey(delegation.from()), "lender", delegation.from(), "an account with a person");
            String from = holder(delegation.from());
            String to = holder(delegation.to());
            lends.computeIfAbsent(from, none -> new HashSet<>()).add(to);
        }
        for (Delegation delegation : delegations.values()) {
            String lender = holder(delegation.from());
            Deque<String> open = new ArrayDeque<>(Set.of(holder(delegation.to())));
            Set<String> seen = new HashSet<>();
            while (!open.isEmpty()) {
                String at = open.remove();
                InvalidInput.unless(
                        !at.equals(lender), "delegation " + delegation.id(), delegation.to(), "free of a circle");
                if (seen.add(at)) {
                    open.addAll(lends.getOrDefault(at, Set.of()));
                }
            }
        }
    }

    /** Whoever duties are counted for: the person, or the account itself if nobody owns it. */
    private String holder(AccountId account) {
        InvalidInput.unless(accounts.containsKey(account), "account", account, "known");
        @Nullable PersonId person = persons.get(account);
        return person == null ? "account " + account : "person " + person;
    }

    /**
     * Returns an account.
     *
     * @param account its identifier
     * @return the account, or nothing
     */
    public Optional<AccountEntry> account(AccountId account) {
        return Optional.ofNullable(accounts.get(account));
    }

    /** {@return all accounts} */
    public Collection<AccountEntry> accounts() {
        return accounts.values();
    }

    /** {@return all delegations} */
    public Collection<Delegation> delegations() {
        return delegations.values();
    }

    /**
     * Returns the natural person behind an account, through however many owners.
     *
     * @param account the account
     * @return the person; nothing if the account is unknown or nobody owns it
     */
    public Optional<PersonId> personBehind(AccountId account) {
        return Optional.ofNullable(persons.get(account));
    }

    /**
     * Says whether an account may do nothing: it is unknown, closed, or owned by one that is closed.
     *
     * @param account the account
     * @return whether it may do nothing
     */
    public boolean isClosed(AccountId account) {
        @Nullable AccountEntry entry = accounts.get(account);
        while (entry != null && !entry.closed()) {
            if (entry.owner() == null) {
                return false;
            }
            entry = accounts.get(entry.owner());
        }
        return true;
    }
}
