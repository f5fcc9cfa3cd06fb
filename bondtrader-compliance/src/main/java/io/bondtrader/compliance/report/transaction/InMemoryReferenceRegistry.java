package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Lei;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** References in memory. Safe for use by many threads. */
public final class InMemoryReferenceRegistry implements ReferenceRegistry {

    private final Map<String, String> claims = new ConcurrentHashMap<>();

    /** Creates an empty registry. */
    public InMemoryReferenceRegistry() {}

    @Override
    public boolean claim(Lei firm, TransactionReference reference, String transaction) {
        String holder = claims.putIfAbsent(firm.value() + " " + reference.text(), transaction);
        return holder == null || holder.equals(transaction);
    }
}
