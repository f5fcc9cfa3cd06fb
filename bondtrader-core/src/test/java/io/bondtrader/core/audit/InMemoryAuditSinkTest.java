package io.bondtrader.core.audit;

import io.bondtrader.core.contract.AuditSinkContract;
import java.util.List;

class InMemoryAuditSinkTest extends AuditSinkContract {

    private final InMemoryAuditSink sink = new InMemoryAuditSink();

    @Override
    protected AuditSink sink() {
        return sink;
    }

    @Override
    protected List<String> kept() {
        return sink.events().stream()
                .map(event -> event.toCanonicalJson().text())
                .toList();
    }
}
