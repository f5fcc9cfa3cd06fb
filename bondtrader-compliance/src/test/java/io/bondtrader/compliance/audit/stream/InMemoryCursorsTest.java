package io.bondtrader.compliance.audit.stream;

import io.bondtrader.compliance.contract.CursorStoreContract;

/** Places in memory keep the contract. */
final class InMemoryCursorsTest extends CursorStoreContract {

    @Override
    protected CursorStore emptyStore() {
        return new InMemoryCursors();
    }

    @Override
    protected CursorStore reopened(CursorStore store) {
        return store;
    }
}
