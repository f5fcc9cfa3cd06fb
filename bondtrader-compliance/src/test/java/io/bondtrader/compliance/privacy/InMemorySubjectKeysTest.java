package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.contract.SubjectKeyStoreContract;

/** Keys in memory keep the contract. */
final class InMemorySubjectKeysTest extends SubjectKeyStoreContract {

    @Override
    protected SubjectKeyStore emptyStore() {
        return new InMemorySubjectKeys();
    }
}
