package io.bondtrader.security.authentication;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Accounts of one process, gone with it. Login names are compared without regard to case. Safe for use by many threads. */
public final class InMemoryAccounts implements AccountDirectory {

    private final Map<AccountId, Account> byId = new HashMap<>();
    private final Map<String, AccountId> byLogin = new HashMap<>();
    private final Map<Identity, AccountId> byIdentity = new HashMap<>();

    private record Identity(String issuer, String subject) {}

    /** Creates an empty directory. */
    public InMemoryAccounts() {}

    /**
     * Adds an account or replaces what is known of it.
     *
     * @param loginName what its user types, up to 256 characters
     * @param account the account
     * @throws InvalidInput if the name is another account's, empty or too long
     */
    public synchronized void put(String loginName, Account account) {
        String name = loginName.toLowerCase(Locale.ROOT);
        InvalidInput.unless(
                !name.isBlank() && loginName.length() <= 256, "login name", loginName, "1 to 256 characters");
        AccountId owner = byLogin.getOrDefault(name, account.id());
        InvalidInput.unless(owner.equals(account.id()), "login name", loginName, "of one account");
        byLogin.values().removeIf(account.id()::equals);
        byLogin.put(name, account.id());
        byId.put(account.id(), account);
    }

    /**
     * Links a user of an identity provider with an account. Make sure who asks: whoever is linked signs in.
     *
     * @param issuer of the identity
     * @param subject at the issuer
     * @param account that is there
     * @throws InvalidInput if there is no such account, or the identity is linked with another
     */
    public synchronized void link(String issuer, String subject, AccountId account) {
        InvalidInput.unless(byId.containsKey(account), "account", account, "in the directory");
        AccountId linked = byIdentity.getOrDefault(new Identity(issuer, subject), account);
        InvalidInput.unless(linked.equals(account), "identity", subject, "linked with one account");
        byIdentity.put(new Identity(issuer, subject), account);
    }

    @Override
    public synchronized Optional<Account> byLoginName(String loginName) {
        return Optional.ofNullable(byLogin.get(loginName.toLowerCase(Locale.ROOT)))
                .map(byId::get);
    }

    @Override
    public synchronized Optional<Account> byId(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<Account> byFederatedIdentity(String issuer, String subject) {
        return Optional.ofNullable(byIdentity.get(new Identity(issuer, subject)))
                .map(byId::get);
    }
}
