package io.bondtrader.security.access;

import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccessStore;
import io.bondtrader.security.access.grant.InMemoryAccessStore;
import io.bondtrader.security.contract.AccessStoreContract;

/** The store in memory keeps to the contract. */
final class InMemoryAccessStoreTest extends AccessStoreContract {
    @Override
    protected AccessStore store(AccessBook book) {
        return new InMemoryAccessStore(book);
    }
}
