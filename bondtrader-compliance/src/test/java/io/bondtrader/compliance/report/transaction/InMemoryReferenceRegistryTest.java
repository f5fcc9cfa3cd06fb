package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.contract.ReferenceRegistryContract;

/** References in memory keep the contract. */
final class InMemoryReferenceRegistryTest extends ReferenceRegistryContract {

    @Override
    protected ReferenceRegistry registry() {
        return new InMemoryReferenceRegistry();
    }
}
