package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.SurveillanceRecords;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Anomalies are in the log when they are told, and are found again in it byte for byte. */
final class LoggedAnomaliesTest {

    private static final AnomalySettings SETTINGS = new AnomalySettings(3600, 40, 20, 0.3, 1000);

    private final TestLog test = new TestLog();
    private final EventIds ids = EventIds.of(() -> TestLog.START, new SplittableRandom(7));
    private final SimulatedMarket market =
            MarketSimulator.run(new SimulationSettings(1, 30, LocalDate.of(2026, 1, 5), 0.05, 6), 3);
    private final Grouping byOwner = Grouping.byOwner(market.reference());

    private List<AnomalyAlert> live() {
        LoggedAnomalies live = LoggedAnomalies.begin(test.log, ids::next, TestLog.START, SETTINGS, byOwner, "owner");
        List<AnomalyAlert> found = new ArrayList<>();
        List<FlowEvent> events = market.events();
        for (int i = 0; i < events.size(); i += 500) {
            List<FlowEvent> some = events.subList(i, Math.min(events.size(), i + 500));
            List<AuditRecord> records = new ArrayList<>();
            some.forEach(event -> records.add(SurveillanceRecords.of(ids.next(), event)));
            long first = test.log.append(records).join();
            List<FlowEvent> placed = new ArrayList<>();
            some.forEach(event -> placed.add(event.at(first + placed.size())));
            found.addAll(live.accept(placed));
        }
        found.addAll(live.finish());
        return found;
    }

    @Test
    void whatWasFoundIsFoundAgainByteForByte() {
        List<AnomalyAlert> found = live();
        AnomalyReplay replay = AnomalyReplay.of(test.log, SETTINGS, byOwner, "owner", true);

        assertThat(found).isNotEmpty();
        assertThat(replay.alerts()).isEqualTo(found);
        assertThat(replay.logged()).hasSameSizeAs(found);
        assertThat(replay.matches()).isTrue();
        assertThat(replay.checkpoint()).isEqualTo(test.log.checkpoint());
        assertThat(replay.toString()).contains(found.size() + " anomalies");
    }

    @Test
    void otherSettingsOrAnAnomalyTooManyAreSeen() {
        AnomalyAlert first = live().get(0);
        AnomalySettings others = new AnomalySettings(3600, 40, 20, 0.29, 1000);
        assertThat(AnomalyReplay.of(test.log, others, byOwner, "owner", true).sameRun())
                .isFalse();
        assertThat(AnomalyReplay.of(test.log, SETTINGS, byOwner, "desk", true).matches())
                .isFalse();
        test.log.append(AnomalyRecords.of(ids.next(), first)).join();
        assertThat(AnomalyReplay.of(test.log, SETTINGS, byOwner, "owner", true).matches())
                .isFalse();
    }

    @Test
    void aGroupingHasAName() {
        assertThatThrownBy(() -> LoggedAnomalies.begin(test.log, ids::next, TestLog.START, SETTINGS, byOwner, " "))
                .isInstanceOf(InvalidInput.class);
        assertThat(test.log.checkpoint().size()).isZero();
    }
}
