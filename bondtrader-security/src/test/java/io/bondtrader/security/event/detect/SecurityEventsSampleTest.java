package io.bondtrader.security.event.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.security.event.SampledEvents;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.network.CidrRange;
import io.bondtrader.security.network.GeoResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page on security events shows. */
final class SecurityEventsSampleTest {

    private final List<AuditEvent> trail = new ArrayList<>();
    private final List<Alert> raised = new ArrayList<>();

    private final AuditSink audit = trail::add;
    private final AlertSink pager = raised::add;
    private final GeoResolver places = Stream.places();

    @Test
    void putsDetectionBeforeTheTrail() {
        SecurityEventSink trail = SampledEvents.standard(SecurityEventSink.to(audit));

        List<Detector> detectors = new ArrayList<>(ThreatDetection.standardDetectors());
        Set<CidrRange> ours = Set.of(CidrRange.parse("192.0.2.0/28"));
        detectors.add(ImpossibleTravel.of(places, TravelRule.standard().trusting(ours)));

        SecurityEventSink events = ThreatDetection.of(trail, pager, Duration.ofHours(1), detectors);

        events.report(Stream.in("mia", Stream.LONDON, Duration.ZERO));
        events.report(Stream.in("mia", Stream.ZURICH, Duration.ofMinutes(1)));
        events.report(Stream.in("mia", Stream.NEW_YORK, Duration.ofHours(1)));

        assertThat(raised).extracting(Alert::deduplicationKey).containsExactly("impossible-travel account mia");
        assertThat(this.trail).hasSize(4);
    }
}
