package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.session.AccountEpochs;
import java.util.Optional;
import java.util.OptionalLong;

/** The epochs that a directory tells; an account that is not enabled has none. */
record DirectoryEpochs(AccountDirectory directory) implements AccountEpochs {

    @Override
    public OptionalLong of(AccountId account) {
        Optional<Account> found = directory.byId(account).filter(Account::enabled);
        return found.isPresent() ? OptionalLong.of(found.get().epoch()) : OptionalLong.empty();
    }
}
