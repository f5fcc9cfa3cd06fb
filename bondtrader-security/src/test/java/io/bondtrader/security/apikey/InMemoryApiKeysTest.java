package io.bondtrader.security.apikey;

import io.bondtrader.security.contract.ApiKeyStoreContract;

final class InMemoryApiKeysTest extends ApiKeyStoreContract {

    @Override
    protected ApiKeyStore store() {
        return new InMemoryApiKeys();
    }
}
