package io.bondtrader.consumer;

import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.contract.AuditSinkContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A user's own sink under the published contract kit: what the artifact with classifier {@code tests} is for. */
final class OwnAuditSinkTest extends AuditSinkContract {

    private final List<AuditEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected AuditSink sink() {
        return events::add;
    }

    @Override
    protected List<String> kept() {
        synchronized (events) {
            return events.stream().map(event -> event.toCanonicalJson().text()).toList();
        }
    }
}
