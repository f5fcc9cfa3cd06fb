package io.bondtrader.core.verify;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.alert.Severity;
import io.bondtrader.core.alert.Slf4jAlertSink;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.Unavailable;
import io.bondtrader.core.observe.Metrics;
import io.bondtrader.core.observe.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody who has to know about a checked calculation: the slow side of {@link Verifier}. */
final class Reporting {

    private static final Logger LOG = LoggerFactory.getLogger("io.bondtrader.verify");

    private final List<DiscrepancyListener> listeners;
    private final AlertSink alerts;
    private final @Nullable AuditSink audit;
    private final Metrics metrics;
    private final @Nullable InstantSource timestamps;
    private final String actor;
    private final boolean deliveryRequired;
    private final Severity severity;

    Reporting(Verifier.Builder builder) {
        AlertSink chosen =
                builder.alerts != null ? builder.alerts : AlertSink.installed().orElse(null);
        List<DiscrepancyListener> all = new ArrayList<>(builder.listeners);
        if (chosen != null) {
            all.add(0, DiscrepancyListener.logging()); // the default sink writes that line itself
        }
        this.alerts = chosen != null ? chosen : new Slf4jAlertSink();
        this.listeners = List.copyOf(all);
        this.audit =
                builder.audit != null ? builder.audit : AuditSink.installed().orElse(null);
        this.metrics =
                builder.metrics != null ? builder.metrics : Metrics.installed().orElse(Metrics.none());
        this.timestamps = builder.timestamps;
        this.actor = builder.actor;
        this.deliveryRequired = builder.deliveryRequired;
        this.severity = builder.policy.refusing() ? Severity.ERROR : Severity.WARNING;
    }

    boolean hearsOfAgreement() {
        return audit != null || metrics != Metrics.none();
    }

    /** Delivers to each in turn; one that fails keeps nothing from the next. */
    @Nullable
    Unavailable report(Verified verified, CalculationInputs inputs, double argument) {
        Delivery delivery = new Delivery(verified);
        String measure = verified.measure().name();
        delivery.attempt("metrics", () -> count("bondtrader.verify.checked", new Tag("measure", measure)));
        AuditSink auditSink = audit;
        if (verified.isAgreed() && auditSink == null) {
            return null;
        }
        CalculationRecord calculation = calculation(verified, inputs, argument, delivery);
        Instant now = timestamps == null ? null : timestamps.instant();
        if (!verified.isAgreed()) {
            Tag[] tags = {
                new Tag("measure", measure),
                new Tag("verdict", verified.verdict().name())
            };
            delivery.attempt("metrics", () -> count("bondtrader.verify.unconfirmed", tags));
            delivery.attempt("alert sink", () -> alerts.raise(alert(calculation, now)));
            for (DiscrepancyListener listener : listeners) {
                delivery.attempt("listener", () -> listener.onDiscrepancy(calculation));
            }
        }
        if (auditSink != null) {
            delivery.attempt("audit sink", () -> auditSink.record(event(calculation, now)));
        }
        return deliveryRequired ? delivery.failure() : null;
    }

    private void count(String name, Tag... tags) {
        metrics.counter(name, tags).increment();
    }

    /** Inputs that cannot be told must not hide the number: the record says that they could not be. */
    private static CalculationRecord calculation(
            Verified verified, CalculationInputs inputs, double argument, Delivery delivery) {
        List<CalculationRecord> told = new ArrayList<>(1);
        delivery.attempt("record", () -> told.add(CalculationRecord.of(verified, inputs, argument)));
        if (!told.isEmpty()) {
            return told.get(0);
        }
        CanonicalJson untold = CanonicalJson.of(Map.of("untold", true));
        return new CalculationRecord(verified, untold, CanonicalJson.of(Map.of()), LibraryVersion.current());
    }

    private Alert alert(CalculationRecord calculation, @Nullable Instant now) {
        Verified verified = calculation.verified();
        DualPath pair = verified.pair();
        Map<String, String> context = new TreeMap<>();
        for (PathOutcome path : verified.paths()) {
            context.put(
                    path.method(),
                    path instanceof PathOutcome.Value value ? CanonicalJson.number(value.value()) : "failed");
        }
        verified.difference().ifPresent(apart -> context.put("difference", CanonicalJson.number(apart)));
        context.put("tolerance", verified.tolerance().toString());
        context.put("verdict", verified.verdict().name());
        context.put("inputs", calculation.inputs().text());
        context.put("inputsSha256", calculation.inputsSha256());
        String key = "verify/" + pair.measure() + "/" + pair.primaryMethod() + "/" + pair.secondaryMethod();
        return new Alert(severity, "bondtrader.verify", key, verified.toString(), context, now);
    }

    private AuditEvent event(CalculationRecord calculation, @Nullable Instant now) {
        return new AuditEvent(actor, "calculation.verified", now, calculation.inputs(), calculation.evidence());
    }

    /** What became of telling everybody about one calculation. For one thread. */
    private final class Delivery {

        private final Verified verified;
        private @Nullable Unavailable failure;

        Delivery(Verified verified) {
            this.verified = verified;
        }

        /** Runs a step; if it fails, says so in the log with the number, counts it, and keeps the first failure. */
        void attempt(String to, Runnable step) {
            try {
                step.run();
            } catch (RuntimeException broken) {
                LOG.error("The {} did not take: {}", to, verified, broken);
                if (to.equals("metrics")) {
                    return; // nowhere left to count it, and no evidence is lost with it
                }
                attempt("metrics", () -> count("bondtrader.verify.undelivered", new Tag("to", to)));
                if (failure == null) {
                    failure = new Unavailable("The " + to + " did not take: " + verified, broken);
                }
            }
        }

        @Nullable
        Unavailable failure() {
            return failure;
        }
    }
}
