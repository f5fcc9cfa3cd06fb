package io.bondtrader.security.access.grant;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All accounts, grants, delegations, exceptions and waiting proposals at one moment. Changed by {@link #edit} and kept by an
 * {@link AccessStore}.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class AccessBook {

    private final long version;
    private final PersonRegistry registry;
    private final Map<AccountId, Set<RoleGrant>> grants;
    private final SortedMap<String, DutyException> exceptions;
    private final SortedMap<String, Proposal> proposals;
    private final long proposalsMade;

    private AccessBook(long version, Editor editor) {
        this.version = version;
        this.registry = new PersonRegistry(editor.accounts, editor.delegations);
        Map<AccountId, Set<RoleGrant>> copy = new HashMap<>();
        editor.grants.forEach((account, held) -> {
            InvalidInput.unless(editor.accounts.containsKey(account), "account of a grant", account, "known");
            if (!held.isEmpty()) {
                copy.put(account, Collections.unmodifiableSet(new LinkedHashSet<>(held)));
            }
        });
        this.grants = Collections.unmodifiableMap(copy);
        this.exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(editor.exceptions));
        this.proposals = Collections.unmodifiableSortedMap(new TreeMap<>(editor.proposals));
        this.proposalsMade = editor.proposalsMade;
    }

    private AccessBook(long version, AccessBook same) {
        this.version = version;
        this.registry = same.registry;
        this.grants = same.grants;
        this.exceptions = same.exceptions;
        this.proposals = same.proposals;
        this.proposalsMade = same.proposalsMade;
    }

    /** {@return a book with nobody in it} */
    public static AccessBook empty() {
        return new AccessBook(0, new Editor());
    }

    /** {@return what begins as this book and can be changed} */
    public Editor edit() {
        Editor editor = new Editor();
        editor.version = version;
        registry.accounts().forEach(entry -> editor.accounts.put(entry.account(), entry));
        registry.delegations().forEach(delegation -> editor.delegations.put(delegation.id(), delegation));
        grants.forEach((account, held) -> editor.grants.put(account, new LinkedHashSet<>(held)));
        editor.exceptions.putAll(exceptions);
        editor.proposals.putAll(proposals);
        editor.proposalsMade = proposalsMade;
        return editor;
    }

    /**
     * Returns this book under another version. For stores.
     *
     * @param number the version
     * @return the book
     */
    public AccessBook at(long number) {
        return new AccessBook(number, this);
    }

    /** {@return the version, which its store counts up with every change} */
    public long version() {
        return version;
    }

    /** {@return the accounts and who is behind them} */
    public PersonRegistry registry() {
        return registry;
    }

    /**
     * Returns what is granted to an account itself.
     *
     * @param account the account
     * @return the grants, ended ones among them
     */
    public Set<RoleGrant> grants(AccountId account) {
        return grants.getOrDefault(account, Set.of());
    }

    /** {@return the exceptions, ended ones among them, by id} */
    public SortedMap<String, DutyException> exceptions() {
        return exceptions;
    }

    /** {@return the proposals that wait for approval, by id} */
    public SortedMap<String, Proposal> proposals() {
        return proposals;
    }

    /** {@return how many proposals were ever made} */
    public long proposalsMade() {
        return proposalsMade;
    }

    /**
     * Returns this book with a proposal, or with what has become of it.
     *
     * @param proposal the proposal
     * @param forgotten the ids of others that nobody waits for any more
     * @return the book
     */
    public AccessBook withProposal(Proposal proposal, Set<String> forgotten) {
        return edit().forget(forgotten).keep(proposal).done();
    }

    /**
     * Returns this book without a proposal.
     *
     * @param id the proposal's
     * @return the book
     */
    public AccessBook withoutProposal(String id) {
        return edit().forget(Set.of(id)).done();
    }

    /** A book that is being changed. For use by one thread. */
    public static final class Editor {

        private long version;
        private final Map<AccountId, AccountEntry> accounts = new LinkedHashMap<>();
        private final Map<String, Delegation> delegations = new LinkedHashMap<>();
        private final Map<AccountId, Set<RoleGrant>> grants = new LinkedHashMap<>();
        private final Map<String, DutyException> exceptions = new LinkedHashMap<>();
        private final Map<String, Proposal> proposals = new LinkedHashMap<>();
        private long proposalsMade;

        private Editor() {}

        /**
         * Adds an account.
         *
         * @param entry the account
         * @return this editor
         * @throws InvalidInput if there is one of that identifier, closed or not
         */
        public Editor open(AccountEntry entry) {
            InvalidInput.unless(
                    accounts.putIfAbsent(entry.account(), entry) == null, "account", entry.account(), "a new one");
            return this;
        }

        /**
         * Closes an account for good.
         *
         * @param account the account
         * @return this editor
         * @throws InvalidInput if there is none
         */
        public Editor close(AccountId account) {
            AccountEntry entry = accounts.get(account);
            if (entry == null) {
                throw new InvalidInput("account", account, "known");
            }
            accounts.put(account, entry.close());
            return this;
        }

        /**
         * Adds a grant; one of the same role in the same scope is replaced.
         *
         * @param grant the grant
         * @return this editor
         */
        public Editor grant(RoleGrant grant) {
            revoke(grant);
            grants.computeIfAbsent(grant.account(), none -> new LinkedHashSet<>())
                    .add(grant);
            return this;
        }

        /**
         * Takes a grant away, whenever it would have ended.
         *
         * @param grant the grant
         * @return this editor
         */
        public Editor revoke(RoleGrant grant) {
            grants.getOrDefault(grant.account(), new LinkedHashSet<>())
                    .removeIf(held ->
                            held.role().equals(grant.role()) && held.scope().equals(grant.scope()));
            return this;
        }

        /**
         * Adds a delegation.
         *
         * @param delegation the delegation
         * @return this editor
         * @throws InvalidInput if there is one of that id
         */
        public Editor delegate(Delegation delegation) {
            InvalidInput.unless(
                    delegations.putIfAbsent(delegation.id(), delegation) == null,
                    "delegation",
                    delegation.id(),
                    "a new one");
            return this;
        }

        /**
         * Ends a delegation.
         *
         * @param id its id
         * @return this editor
         */
        public Editor endDelegation(String id) {
            delegations.remove(Objects.requireNonNull(id, "id"));
            return this;
        }

        /**
         * Adds an exception.
         *
         * @param exception the exception
         * @return this editor
         * @throws InvalidInput if there is one of that id
         */
        public Editor open(DutyException exception) {
            InvalidInput.unless(
                    exceptions.putIfAbsent(exception.id(), exception) == null,
                    "exception",
                    exception.id(),
                    "a new one");
            return this;
        }

        /**
         * Ends an exception.
         *
         * @param id its id
         * @return this editor
         */
        public Editor endException(String id) {
            exceptions.remove(Objects.requireNonNull(id, "id"));
            return this;
        }

        /** Keeps a proposal, or what has become of it. */
        Editor keep(Proposal proposal) {
            if (proposals.put(proposal.id(), proposal) == null) {
                proposalsMade++;
            }
            return this;
        }

        /** Forgets proposals. */
        Editor forget(Collection<String> ids) {
            proposals.keySet().removeAll(ids);
            return this;
        }

        /**
         * Checks and makes the book.
         *
         * @return the book
         * @throws InvalidInput if an account that is referred to is unknown, or owners or delegations run in a circle
         */
        public AccessBook done() {
            return new AccessBook(version, this);
        }
    }
}
