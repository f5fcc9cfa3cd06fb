package io.bondtrader.security.token.refresh;

import io.bondtrader.security.contract.RefreshStoreContract;
import java.time.InstantSource;

/** The store of one process keeps the contract. */
final class InMemoryRefreshFamiliesTest extends RefreshStoreContract {

    @Override
    protected RefreshStore store(InstantSource clock) {
        return new InMemoryRefreshFamilies(clock);
    }
}
