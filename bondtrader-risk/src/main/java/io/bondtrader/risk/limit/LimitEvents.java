package io.bondtrader.risk.limit;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.alert.Severity;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.trade.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what happened under the engine's lock and tells the sinks when the lock is released, so that a slow sink holds up
 * nobody's order. A sink that fails takes nothing back: the event is counted as undelivered.
 */
final class LimitEvents {

    private static final String SOURCE = "bondtrader.risk.limit";
    private static final String ENGINE = "limit engine";

    private final @Nullable AlertSink alerts;
    private final @Nullable AuditSink audit;
    private final AtomicLong undelivered = new AtomicLong();

    LimitEvents(@Nullable AlertSink alerts, @Nullable AuditSink audit) {
        this.alerts = alerts;
        this.audit = audit;
    }

    /** What one call has to tell. */
    final class Batch {

        private final List<Runnable> told = new ArrayList<>(0);

        void decided(Decision decision, Instant now) {
            Order order = decision.order();
            Denial first = decision.reasons().get(0);
            boolean refused = decision instanceof Decision.Rejected;
            String action = refused
                    ? "limit.order.rejected"
                    : decision instanceof Decision.Reduced ? "limit.order.reduced" : "limit.order.warned";
            Map<String, Object> inputs = new TreeMap<>();
            inputs.put("order", order.id());
            inputs.put("security", order.security().id());
            inputs.put("book", order.book().name());
            inputs.put("desk", order.book().desk());
            inputs.put("side", order.side().name());
            inputs.put("face", order.face().toPlainString());
            Map<String, Object> result = new TreeMap<>();
            result.put(
                    "codes",
                    decision.reasons().stream()
                            .map(reason -> reason.code().id())
                            .toList());
            result.put(
                    "reasons", decision.reasons().stream().map(Denial::message).toList());
            result.put("largestFace", decision.largestFace().toPlainString());
            record(order.trader(), action, now, inputs, result);
            String limit = first.limit() == null ? first.code().id() : first.limit();
            raise(
                    refused ? Severity.WARNING : Severity.INFO,
                    "limit/order/" + limit,
                    "order " + order.id() + ": " + first,
                    Map.of("order", order.id(), "code", first.code().id(), "limit", limit),
                    now);
        }

        void crossed(Utilisation utilisation, Instant now) {
            Limit limit = utilisation.limit();
            boolean exceeded = !utilisation.withinLimit();
            Map<String, Object> result = new TreeMap<>();
            result.put("value", utilisation.value());
            result.put("threshold", utilisation.threshold());
            record(
                    ENGINE,
                    exceeded ? "limit.exceeded" : "limit.back-within",
                    now,
                    Map.of("limit", limit.id(), "version", limit.version(), "owner", limit.owner()),
                    result);
            Severity severity = switch (limit.action()) {
                case WARN -> Severity.WARNING;
                case REDUCE, BLOCK -> Severity.ERROR;
                case KILL_SWITCH -> Severity.CRITICAL;
            };
            raise(
                    exceeded ? severity : Severity.INFO,
                    "limit/" + limit.id(),
                    exceeded ? utilisation.toString() : utilisation + ", back within",
                    Map.of(
                            "limit", limit.id(),
                            "owner", limit.owner(),
                            "code", limit.measure().code().id()),
                    now);
        }

        void changed(StateChange change) {
            Map<String, Object> inputs = new TreeMap<>();
            inputs.put("scope", change.scope().toString());
            inputs.put("reason", change.reason());
            if (change.approvedBy() != null) {
                inputs.put("approvedBy", change.approvedBy());
            }
            record(
                    change.by(),
                    "limit.state.changed",
                    change.at(),
                    inputs,
                    Map.of("state", change.state().name()));
            raise(
                    change.state() == TradingState.HALTED ? Severity.CRITICAL : Severity.WARNING,
                    "limit/state/" + change.scope(),
                    "trading of " + change.scope() + " is " + change.state() + ": " + change.reason(),
                    Map.of("by", change.by(), "state", change.state().name()),
                    change.at());
        }

        void overridden(TemporaryOverride override, Instant now) {
            record(
                    override.requestedBy(),
                    "limit.override.granted",
                    now,
                    Map.of(
                            "limit", override.limit(),
                            "approvedBy", override.approvedBy(),
                            "reason", override.reason(),
                            "from", override.from(),
                            "until", override.until()),
                    Map.of("threshold", override.threshold()));
        }

        void installed(LimitSet limits, String by, Instant now) {
            record(
                    by,
                    "limit.set.installed",
                    now,
                    Map.of(
                            "limits",
                            limits.limits().stream()
                                    .map(limit -> limit.id() + " v" + limit.version() + ", proposed by "
                                            + limit.proposedBy() + ", approved by " + limit.approvedBy())
                                    .toList()),
                    Map.of("limits", limits.limits().size()));
        }

        void noted(String actor, String action, Instant now, Map<String, ?> inputs) {
            record(actor, action, now, inputs, Map.of());
        }

        private void record(String actor, String action, Instant now, Map<String, ?> inputs, Map<String, ?> result) {
            if (audit != null) {
                AuditSink sink = audit;
                told.add(() -> sink.record(
                        new AuditEvent(actor, action, now, CanonicalJson.of(inputs), CanonicalJson.of(result))));
            }
        }

        private void raise(Severity severity, String key, String message, Map<String, String> context, Instant now) {
            if (alerts != null) {
                AlertSink sink = alerts;
                told.add(() -> sink.raise(new Alert(severity, SOURCE, key, message, context, now)));
            }
        }

        void tell() {
            for (Runnable event : told) {
                try {
                    event.run();
                } catch (RuntimeException failed) {
                    undelivered.incrementAndGet();
                }
            }
        }
    }

    Batch batch() {
        return new Batch();
    }

    long undelivered() {
        return undelivered.get();
    }
}
