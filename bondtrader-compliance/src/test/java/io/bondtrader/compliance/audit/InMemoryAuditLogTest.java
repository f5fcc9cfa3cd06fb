package io.bondtrader.compliance.audit;

import io.bondtrader.compliance.contract.AuditLogContract;
import io.bondtrader.security.signing.TrustedKeys;

/** The log in memory keeps to the contract of all logs. */
final class InMemoryAuditLogTest extends AuditLogContract {

    @Override
    protected AuditLog open() {
        return InMemoryAuditLog.of(ORIGIN, Samples.signer());
    }

    @Override
    protected TrustedKeys keys() {
        return TrustedKeys.of(Samples.signer().verifier());
    }
}
