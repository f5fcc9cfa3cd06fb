package io.bondtrader.compliance.surveillance;

import static io.bondtrader.compliance.surveillance.Scenario.MILLION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.InMemoryAuditLog;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.HashValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found live is found again in the log, byte for byte, and a report leads back to signed events. */
final class SurveillanceReplayTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Reporter REPORTER = new Reporter(
            "Example Securities",
            Lei.of("5493001KJTIIGC8Y1R12"),
            "C. Officer",
            "Head of compliance",
            "+44 20 0000",
            "venue");

    private final EventIds ids = EventIds.of(() -> START, new SplittableRandom(7));
    private final InMemoryAuditLog log =
            InMemoryAuditLog.of("example.com/audit", Ed25519Signer.ofSeed("example.com/audit", new byte[32]));

    private static Scenario spoof() {
        return new Scenario()
                .usualDay()
                .bid("show", "ann/1", 98, 10 * MILLION)
                .after(10)
                .offer("real", "ann/2", 100.5, MILLION)
                .fill("real", 100.5, MILLION, "bob")
                .after(5)
                .cancel("show");
    }

    private List<SurveillanceAlert> live(List<FlowEvent> events, MarketReference reference) {
        LoggedSurveillance live =
                LoggedSurveillance.begin(log, ids::next, START, SurveillanceRules.standard(), reference);
        List<SurveillanceAlert> alerts = new ArrayList<>();
        for (int i = 0; i < events.size(); i += 7) {
            alerts.addAll(live.accept(events.subList(i, Math.min(events.size(), i + 7))));
        }
        alerts.addAll(live.finish());
        return alerts;
    }

    @Test
    void aLiveRunReplaysToTheByte() {
        SimulatedMarket market =
                MarketSimulator.run(new SimulationSettings(1, 30, LocalDate.of(2026, 1, 5), 0.05, 1), 5);
        List<SurveillanceAlert> alerts = live(market.events(), market.reference());
        SurveillanceReplay replay = SurveillanceReplay.of(log, SurveillanceRules.standard(), market.reference(), true);

        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(replay.matches()).isTrue();
        assertThat(replay.alerts()).isEqualTo(alerts);
        assertThat(replay.missing()).isEmpty();
        assertThat(replay.unexplained()).isEmpty();
        assertThat(replay.checkpoint()).isEqualTo(log.checkpoint());
    }

    @Test
    void alertsNameTheLeavesOfTheLog() {
        SurveillanceAlert alert = live(spoof().events(), spoof().reference()).get(0);
        List<String> actions = new ArrayList<>();
        for (long leaf : alert.events()) {
            log.read(leaf, leaf + 1, event -> actions.add(event.record().action()));
        }

        assertThat(actions).containsExactly("flow.new", "flow.fill", "flow.cancel");
    }

    @Test
    void anAlertThatWasNeverFoundAndOneThatWasKeptBackAreSeen() {
        SurveillanceAlert alert = live(spoof().events(), spoof().reference()).get(0);
        SurveillanceAlert forged = new SurveillanceAlert(
                alert.detector(),
                alert.ruleVersion(),
                alert.ruleHash(),
                "innocent",
                alert.others(),
                alert.instrument(),
                alert.fromNanos(),
                alert.toNanos(),
                alert.fromIndex(),
                alert.toIndex(),
                alert.conditions(),
                alert.events());
        log.append(SurveillanceRecords.of(ids.next(), forged)).join();
        SurveillanceReplay replay = SurveillanceReplay.of(log, SurveillanceRules.standard(), spoof().reference(), true);

        assertThat(replay.matches()).isFalse();
        assertThat(replay.unexplained()).containsExactly(forged.toJson().text());

        SurveillanceReplay stricter = SurveillanceReplay.of(
                log,
                SurveillanceRules.standard().with(DetectorKind.SPOOFING_ORDER, "sizeMultiple", 11),
                spoof().reference(),
                true);
        assertThat(stricter.alerts()).isEmpty();
        assertThat(stricter.sameRun()).isFalse();
        assertThat(stricter.unexplained()).hasSize(2);

        InMemoryAuditLog silent =
                InMemoryAuditLog.of("example.com/b", Ed25519Signer.ofSeed("example.com/b", new byte[32]));
        spoof().events()
                .forEach(event ->
                        silent.append(SurveillanceRecords.of(ids.next(), event)).join());
        SurveillanceReplay kept =
                SurveillanceReplay.of(silent, SurveillanceRules.standard(), spoof().reference(), true);
        assertThat(kept.missing()).hasSize(1);
        assertThat(kept.sameRun()).isFalse();
    }

    @Test
    void everyKindOfEventComesBackFromItsRecordAsItWas() {
        List<FlowEvent> events = new ArrayList<>(new Scenario()
                .market(100.1)
                .bid("o", "ann", 99.25, 1234567.89)
                .amend("o", 99.1, 2e6)
                .fill("o", 99.1, 0.1 + 0.2, "bob", true)
                .cancel("o")
                .knows("desk", "client", "c", -1, 5e6)
                .allocate("fund", "desk", 100, 1e6, 12.5)
                .holds("ann", -5e6, 3e6, -12.5)
                .news()
                .restrict("", 60)
                .clear("ann", -1, 60)
                .events());

        for (FlowEvent event : events) {
            AuditRecord record = SurveillanceRecords.of(ids.next(), event);
            LoggedEvent logged = new LoggedEvent(
                    event.index(), HashValue.ofRecord(new byte[0]), HashValue.ofRecord(new byte[0]), record);
            assertThat(SurveillanceRecords.flow(logged)).contains(event);
        }
        assertThat(events.stream().map(FlowEvent::kind).distinct()).hasSize(FlowKind.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":2,\"price\":\"1\"}",
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":\"1\"}",
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":1,\"price\":1}",
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":1,\"price\":\"NaN\"}",
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":1,\"price\":\"1.0\"}",
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":1,\"other\":\"1\"}",
                "{\"account\":\"a\",\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":1,\"otherTime\":\"noon\"}",
                "{\"account\":\"a\",\"orderId\":\"o\",\"sign\":1}",
                "{\"instrument\":\"b\",\"orderId\":\"o\",\"sign\":1}"
            })
    void aRecordOfTheFlowThatCannotBeReadIsRefused(String body) {
        assertThatThrownBy(() -> SurveillanceRecords.flow(logged("flow.new", body)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anUnknownKindOfFlowIsRefusedAndOtherRecordsAreLeftAlone() {
        assertThatThrownBy(() -> SurveillanceRecords.flow(logged("flow.whim", "{}")))
                .isInstanceOf(InvalidInput.class);
        assertThat(SurveillanceRecords.flow(logged("order.executed", "{}"))).isEmpty();
    }

    private LoggedEvent logged(String action, String body) {
        CanonicalJson json = CanonicalJson.of(parsed(body));
        AuditRecord record = new AuditRecord(
                ids.next(), START, "x", "", null, action, "", Outcome.OBSERVED, "", new TreeSet<>(), json);
        return new LoggedEvent(0, HashValue.ofRecord(new byte[0]), HashValue.ofRecord(new byte[0]), record);
    }

    private static Map<?, ?> parsed(String body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readValue(body, Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Test
    void aDraftSaysWhoWhatAndWhyAndLeadsToSignedEvents() {
        SurveillanceAlert alert = live(spoof().events(), spoof().reference()).get(0);
        SuspiciousReport draft = SuspiciousReport.draft(REPORTER, alert, log, spoof().reference());

        assertThat(draft.rows())
                .extracting(row -> row.event().kind())
                .containsExactly(FlowKind.NEW, FlowKind.FILL, FlowKind.CANCEL);
        assertThat(draft.rows())
                .allSatisfy(row -> assertThat(row.leaf())
                        .isEqualTo(HashValue.ofRecord(log.entry(row.event().index()))
                                .toString()));
        assertThat(draft.persons()).singleElement().satisfies(person -> {
            assertThat(person.owner()).isEqualTo("ann");
            assertThat(person.accounts()).containsExactly("ann/1", "ann/2");
        });
        assertThat(draft.narrative())
                .contains("ann", "spoofing by one order", "Size multiple came to 10, where at least 2 is suspicious");
        assertThat(draft.toJson().text())
                .contains("\"status\":\"DRAFT\"", "\"lei\":\"5493001KJTIIGC8Y1R12\"", alert.id(), "example.com/audit");
        assertThat(draft.toHtml())
                .startsWith("<!DOCTYPE html>")
                .contains("1. Who submits", "6. Documents", "Head of compliance", alert.id())
                .doesNotContain("<script");
    }

    @Test
    void namesFromOutsideAreEscapedOnThePage() {
        Reporter odd =
                new Reporter("<b>Firm</b> & Co", Lei.of("5493001KJTIIGC8Y1R12"), "\"O'Hara\"", "x", "y\nz", "venue");
        SurveillanceAlert alert = live(spoof().events(), spoof().reference()).get(0);

        assertThat(SuspiciousReport.draft(odd, alert, log, spoof().reference()).toHtml())
                .contains("&lt;b&gt;Firm&lt;/b&gt; &amp; Co", "&quot;O&#39;Hara&quot;", "y\\nz")
                .doesNotContain("<b>Firm");
    }

    @Test
    void aDraftOfLeavesThatAreNotThereOrNotOfTheFlowIsRefused() {
        SurveillanceAlert alert = live(spoof().events(), spoof().reference()).get(0);
        InMemoryAuditLog other =
                InMemoryAuditLog.of("example.com/b", Ed25519Signer.ofSeed("example.com/b", new byte[32]));

        assertThatThrownBy(() -> SuspiciousReport.draft(REPORTER, alert, other, spoof().reference()))
                .isInstanceOf(InvalidInput.class);
        for (long i = 0; i <= alert.toIndex(); i++) {
            other.append(SurveillanceRecords.of(ids.next(), alert)).join();
        }
        assertThatThrownBy(() -> SuspiciousReport.draft(REPORTER, alert, other, spoof().reference()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Reporter(" ", REPORTER.lei(), "a", "b", "c", "d"))
                .isInstanceOf(InvalidInput.class);
    }
}
