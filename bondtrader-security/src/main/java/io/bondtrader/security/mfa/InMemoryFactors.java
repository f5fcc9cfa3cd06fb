package io.bondtrader.security.mfa;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Factors of one process, gone with it: for tests. Safe for use by many threads. */
public final class InMemoryFactors implements FactorStore {

    private final Map<AccountId, AccountFactors> byAccount = new HashMap<>();
    private final Map<String, AccountId> byCredential = new HashMap<>();

    /** Creates an empty store. */
    public InMemoryFactors() {}

    @Override
    public synchronized AccountFactors of(AccountId account) {
        return byAccount.getOrDefault(account, new AccountFactors(account, 0, List.of()));
    }

    @Override
    public synchronized boolean replace(AccountFactors expected, List<EnrolledFactor> next) {
        AccountId account = expected.account();
        Set<String> credentials = new HashSet<>();
        for (EnrolledFactor factor : next) {
            if (factor.material() instanceof TokenKey token) {
                AccountId owner = byCredential.getOrDefault(token.credentialId(), account);
                if (!owner.equals(account) || !credentials.add(token.credentialId())) {
                    return false;
                }
            }
        }
        if (of(account).version() != expected.version()) {
            return false;
        }
        byCredential.values().removeIf(account::equals);
        credentials.forEach(credential -> byCredential.put(credential, account));
        byAccount.put(account, new AccountFactors(account, expected.version() + 1, next));
        return true;
    }

    @Override
    public synchronized Optional<AccountId> ownerOf(String credentialId) {
        return Optional.ofNullable(byCredential.get(credentialId));
    }
}
