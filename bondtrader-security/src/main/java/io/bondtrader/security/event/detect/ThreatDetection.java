package io.bondtrader.security.event.detect;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.event.detect.Watch.News;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A sink that hands every event on and looks for attacks in them. What is found is recorded by the sink behind and raised as
 * an alert, once for each subject and quiet period, with the number of times it was found meanwhile.
 *
 * <p>The sink behind keeps its word: its exception goes through, after the detectors have seen the event. Nothing that a
 * detector or the alert sink does reaches the request: a detector that throws is reported as
 * {@link SecurityEventType#SYS_MONITOR_DISABLED} and left out from then on; alerts that cannot be raised are reported once,
 * and tried again a minute later.
 *
 * <p>Safe for use by many threads, and needs nothing to be closed. State is that of one process: several behind a load
 * balancer each see their part, unless their events come together first.
 */
public final class ThreatDetection implements SecurityEventSink {

    private static final String SOURCE = "bondtrader.security";

    private final SecurityEventSink behind;
    private final AlertSink alerts;
    private final List<Watch> watches;
    private final AtomicBoolean alertsFail = new AtomicBoolean();

    private ThreatDetection(SecurityEventSink behind, AlertSink alerts, Duration quiet, List<Detector> detectors) {
        InvalidInput.unless(!quiet.isNegative() && !quiet.isZero(), "quiet", quiet, "above 0");
        this.behind = Objects.requireNonNull(behind);
        this.alerts = Objects.requireNonNull(alerts);
        this.watches = detectors.stream()
                .map(detector -> new Watch(Objects.requireNonNull(detector), quiet))
                .toList();
    }

    /**
     * Returns a sink that looks for attacks.
     *
     * @param behind keeps the events
     * @param alerts takes what is found
     * @param quiet how long the same trouble is not told again, by the time of the events
     * @param detectors each for this sink alone
     * @return the sink
     * @throws InvalidInput if the quiet period is not positive
     */
    public static ThreatDetection of(
            SecurityEventSink behind, AlertSink alerts, Duration quiet, List<Detector> detectors) {
        return new ThreatDetection(behind, alerts, quiet, detectors);
    }

    /** {@return new detectors with standard thresholds, all but {@link ImpossibleTravel}, which needs a database of places} */
    public static List<Detector> standardDetectors() {
        return List.of(
                new CriticalEvents(),
                PasswordSpraying.standard(),
                CredentialStuffing.standard(),
                BruteForce.standard(),
                Enumeration.ofObjects(),
                Enumeration.ofSecrets(),
                Enumeration.ofApiKeys());
    }

    @Override
    public void report(SecurityEvent event) {
        try {
            behind.report(event);
        } finally {
            for (Watch watch : watches) {
                look(watch, event);
            }
        }
    }

    private void look(Watch watch, SecurityEvent event) {
        try {
            for (News news : watch.observe(event)) {
                if (!tell(watch.name(), news)) {
                    watch.unheard(news);
                }
            }
        } catch (RuntimeException failed) {
            if (watch.switchOff()) {
                SecurityEvent off = SecurityEvent.of(SecurityEventType.SYS_MONITOR_DISABLED, event.occurredAt())
                        .about("detector: " + watch.name())
                        .with("failure", failed.getClass().getSimpleName());
                tell("threat-detection", new News(Finding.of(off, "A detector failed and is switched off"), 0));
            }
        }
    }

    /** Says whether the alert was raised. */
    private boolean tell(String detector, News news) {
        Finding finding = news.finding();
        SecurityEvent event = finding.event().with("detector", detector).with("since", news.since());
        boolean recorded = finding.recorded() || isRecorded(event);
        Map<String, String> context = new TreeMap<>(event.details());
        context.put("event", event.type().word());
        context.put("recorded", String.valueOf(recorded));
        Alert alert = new Alert(
                event.type().severity(),
                SOURCE,
                detector + " " + finding.subject(),
                finding.message(),
                context,
                event.occurredAt());
        try {
            alerts.raise(alert);
        } catch (RuntimeException failed) {
            reportAlerts(alertsFail.compareAndSet(false, true), SecurityEventType.SYS_MONITOR_DISABLED, event);
            return false;
        }
        reportAlerts(alertsFail.compareAndSet(true, false), SecurityEventType.SYS_MONITOR_ENABLED, event);
        return true;
    }

    private void reportAlerts(boolean changed, SecurityEventType type, SecurityEvent cause) {
        if (changed) {
            boolean unused = isRecorded(
                    SecurityEvent.of(type, cause.occurredAt()).about("alerts").with("guard", "alerts of attacks"));
        }
    }

    /** The request's own event has been recorded or refused by now; what was found in it must not change its fate. */
    private boolean isRecorded(SecurityEvent event) {
        try {
            behind.report(event);
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }
}
