package io.bondtrader.security.key;

import io.bondtrader.security.contract.KeyringStoreContract;

final class InMemoryKeyringsTest extends KeyringStoreContract {

    private final InMemoryKeyrings store = new InMemoryKeyrings();

    @Override
    protected KeyringStore store() {
        return store;
    }

    @Override
    protected KeyringStore reopened() {
        return store;
    }
}
