package io.bondtrader.security.access.grant;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be changed in the book. What gives rights waits for approval; what takes them does not. */
public sealed interface Change {

    /** {@return how many other persons must approve} */
    default int approvals() {
        return 1;
    }

    /** {@return a few words for the log} */
    String summary();

    /**
     * Gives a role.
     *
     * @param grant the grant
     */
    record GrantRole(RoleGrant grant) implements Change {
        @Override
        public String summary() {
            return "grant " + grant.role() + " to " + grant.account() + " in " + grant.scope();
        }
    }

    /**
     * Adds an account.
     *
     * @param entry the account
     */
    record OpenAccount(AccountEntry entry) implements Change {
        @Override
        public String summary() {
            return "open account " + entry.account();
        }
    }

    /**
     * Adds accounts and gives roles, all or nothing.
     *
     * @param accounts the accounts
     * @param grants the grants
     */
    record Import(List<AccountEntry> accounts, List<RoleGrant> grants) implements Change {

        /** Copies the lists. */
        public Import {
            accounts = List.copyOf(accounts);
            grants = List.copyOf(grants);
        }

        @Override
        public String summary() {
            return "import " + accounts.size() + " accounts and " + grants.size() + " grants";
        }
    }

    /**
     * Lends roles.
     *
     * @param delegation the delegation
     */
    record Delegate(Delegation delegation) implements Change {
        @Override
        public String summary() {
            return "delegate " + delegation.roles() + " from " + delegation.from() + " to " + delegation.to();
        }
    }

    /**
     * Opens an exception from a duty.
     *
     * @param exception the exception
     */
    record OpenException(DutyException exception) implements Change {
        @Override
        public int approvals() {
            return 2;
        }

        @Override
        public String summary() {
            return "exception " + exception.id() + " from " + exception.duty() + " for " + exception.person()
                    + " until " + exception.until();
        }
    }

    /** What takes rights away: whoever may propose it, does it. */
    sealed interface Ending extends Change {
        @Override
        default int approvals() {
            return 0;
        }
    }

    /**
     * Takes a role away.
     *
     * @param grant the grant
     */
    record RevokeRole(RoleGrant grant) implements Ending {
        @Override
        public String summary() {
            return "revoke " + grant.role() + " of " + grant.account() + " in " + grant.scope();
        }
    }

    /**
     * Closes an account.
     *
     * @param account the account
     */
    record CloseAccount(AccountId account) implements Ending {
        @Override
        public String summary() {
            return "close account " + account;
        }
    }

    /**
     * Ends a delegation.
     *
     * @param id its id
     */
    record EndDelegation(String id) implements Ending {
        @Override
        public String summary() {
            return "end delegation " + id;
        }
    }

    /**
     * Ends an exception.
     *
     * @param id its id
     */
    record EndException(String id) implements Ending {
        @Override
        public String summary() {
            return "end exception " + id;
        }
    }

    /** {@return the roles that it gives} */
    default Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        if (this instanceof GrantRole role) {
            roles.add(role.grant().role());
        } else if (this instanceof Import imported) {
            imported.grants().forEach(grant -> roles.add(grant.role()));
        } else if (this instanceof Delegate delegate) {
            roles.addAll(delegate.delegation().roles());
        }
        return roles;
    }

    /**
     * Says who gains by it: nobody of them may approve it, and nobody may propose it for himself but an exception.
     *
     * @param book with the change made, so that new accounts are known
     * @return the persons
     */
    default Set<PersonId> gainers(AccessBook book) {
        Set<PersonId> gain = new TreeSet<>(Comparator.comparing(PersonId::value));
        PersonRegistry registry = book.registry();
        if (this instanceof GrantRole role) {
            registry.personBehind(role.grant().account()).ifPresent(gain::add);
        } else if (this instanceof OpenAccount open) {
            registry.personBehind(open.entry().account()).ifPresent(gain::add);
        } else if (this instanceof Import imported) {
            imported.accounts()
                    .forEach(entry -> registry.personBehind(entry.account()).ifPresent(gain::add));
            imported.grants()
                    .forEach(grant -> registry.personBehind(grant.account()).ifPresent(gain::add));
        } else if (this instanceof Delegate delegate) {
            registry.personBehind(delegate.delegation().to()).ifPresent(gain::add);
        } else if (this instanceof OpenException open) {
            gain.add(open.exception().person());
        }
        return gain;
    }

    /**
     * Carries it out.
     *
     * @param editor of the book
     */
    default void apply(AccessBook.Editor editor) {
        if (this instanceof GrantRole role) {
            editor.grant(role.grant());
        } else if (this instanceof OpenAccount open) {
            editor.open(open.entry());
        } else if (this instanceof Import imported) {
            imported.accounts().forEach(editor::open);
            imported.grants().forEach(editor::grant);
        } else if (this instanceof Delegate delegate) {
            editor.delegate(delegate.delegation());
        } else if (this instanceof OpenException open) {
            editor.open(open.exception());
        } else if (this instanceof RevokeRole role) {
            editor.revoke(role.grant());
        } else if (this instanceof CloseAccount close) {
            editor.close(close.account());
        } else if (this instanceof EndDelegation end) {
            editor.endDelegation(end.id());
        } else if (this instanceof EndException end) {
            editor.endException(end.id());
        }
    }
}
