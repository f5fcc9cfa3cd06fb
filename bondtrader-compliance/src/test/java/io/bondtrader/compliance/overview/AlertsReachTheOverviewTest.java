package io.bondtrader.compliance.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.monitor.BondFacts;
import io.bondtrader.compliance.monitor.Bonds;
import io.bondtrader.compliance.monitor.Monitor;
import io.bondtrader.compliance.monitor.MonitorRules;
import io.bondtrader.compliance.monitor.MonitoredTrade;
import io.bondtrader.compliance.monitor.RestrictedListRule;
import io.bondtrader.compliance.monitor.TradeParty;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.surveillance.LoggedSurveillance;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import io.bondtrader.compliance.surveillance.SurveillanceRules;
import io.bondtrader.compliance.surveillance.anomaly.AnomalyAlert;
import io.bondtrader.compliance.surveillance.anomaly.AnomalyKind;
import io.bondtrader.compliance.surveillance.anomaly.AnomalyRecords;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.identity.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever watches, its alerts are open in the overview until somebody closes them. */
final class AlertsReachTheOverviewTest {

    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private final TestLog test = new TestLog();
    private final EventIds ids = EventIds.of(() -> NOW, new SplittableRandom(3));
    private final AuditJournal journal = AuditJournal.of(test.log, ids, () -> NOW);
    private final AlertJournal alerts = AlertJournal.of(journal);

    private List<String> open() {
        return Overview.of(VerifiedLog.newest(test.log, test.keys), NOW).build().sections().stream()
                .filter(section -> section.title().equals("Open alerts"))
                .findFirst()
                .orElseThrow()
                .lines()
                .stream()
                .map(line ->
                        line.cells().get(0).value() + " " + line.cells().get(1).value())
                .toList();
    }

    private void close(String id) {
        alerts.closed(id, PersonId.of("ben"), "looked at");
    }

    @Test
    void alertsOfSurveillanceAreOpenUntilTheyAreClosed() {
        SimulatedMarket market =
                MarketSimulator.run(new SimulationSettings(1, 30, LocalDate.of(2026, 1, 5), 0.05, 1), 5);
        LoggedSurveillance live =
                LoggedSurveillance.begin(test.log, ids::next, NOW, SurveillanceRules.standard(), market.reference());
        SurveillanceAlert alert = live.accept(market.events()).get(0);
        List<String> open = open();
        String line = alert.id() + " " + alert.detector() + " in " + alert.instrument();
        assertThat(open).contains(line);

        alerts.raised(alert);
        assertThat(open()).as("told twice it is one").hasSameSizeAs(open);
        close(alert.id());
        assertThat(open()).hasSize(open.size() - 1).doesNotContain(line);
    }

    @Test
    void anomaliesAreOpenUntilTheyAreClosed() {
        AnomalyAlert anomaly = new AnomalyAlert(AnomalyKind.DRIFT, "ann", 1, 2, 3, 4, 5, 4, List.of());
        test.log.append(AnomalyRecords.of(ids.next(), anomaly)).join();
        String id = anomaly.toJson().sha256();
        assertThat(open()).containsExactly(id + " DRIFT of ann");
        close(id);
        assertThat(open()).isEmpty();
    }

    @Test
    void aTradeThatShouldNotHaveBeenDoneIsOpenUntilItIsClosed() {
        Bonds none = Bonds.of(List.of());
        MonitorRules rules = MonitorRules.of("v1", List.of(RestrictedListRule.of(none, List.of())));
        Monitor monitor = Monitor.of(journal, rules, PersonId.of("ann"), PersonId.of("bob"));
        MonitoredTrade trade = new MonitoredTrade(
                "ord-1",
                "ann",
                "book",
                "DE",
                new TradeParty("c1", "Example Fund", null, "FR", Set.of()),
                Side.BUY,
                Isin.of("FR0000131104"),
                BigDecimal.TEN,
                Mic.of("XETR"),
                "");
        monitor.before(trade);
        assertThat(open()).as("what was stopped is no alert").isEmpty();
        BondFacts known = new BondFacts(trade.isin(), "Company", false, false, Set.of(), Set.of(), Set.of());
        MonitorRules unlisted =
                MonitorRules.of("v2", List.of(RestrictedListRule.of(Bonds.of(List.of(known)), List.of())));
        monitor.change(unlisted, PersonId.of("ann"), PersonId.of("bob"));
        monitor.after(trade, monitor.before(trade).index());
        assertThat(open()).as("what was let through and done is no alert").isEmpty();
        long index = monitor.after(trade, -1).index();
        assertThat(open()).containsExactly("monitor-" + index + " trade of ord-1 in FR0000131104");
        journal.write(
                "eve", "surveillance.alert_closed", "monitor-" + index, Outcome.DENIED, Map.of("decision", "mine"));
        assertThat(open()).as("what somebody was not allowed to close is open").hasSize(1);
        close("monitor-" + index);
        assertThat(open()).isEmpty();
    }
}
