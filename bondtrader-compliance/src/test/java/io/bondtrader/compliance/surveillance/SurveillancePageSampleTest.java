package io.bondtrader.compliance.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.InMemoryAuditLog;
import io.bondtrader.compliance.surveillance.simulation.EpisodeScore;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.testdata.HandbookPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The samples of the page on surveillance, and its table of detectors. */
final class SurveillancePageSampleTest {

    @Test
    void watchReplayAndReport() {
        InMemoryAuditLog log =
                InMemoryAuditLog.of("example.com/audit", Ed25519Signer.ofSeed("example.com/audit", new byte[32]));
        Instant start = Instant.parse("2026-03-02T08:00:00Z");
        EventIds ids = EventIds.of(() -> start, new SplittableRandom(1));
        String bond = "XS0000000001";
        long t = start.getEpochSecond() * 1_000_000_000L;
        List<FlowEvent> events = List.of(
                FlowEvent.quoted(0, t, bond, 99.5, 100.5, 1e8, 1e8),
                FlowEvent.entered(1, t + 1, "ann/1", bond, "XOFF", "o1", 1, 100, 5e6),
                FlowEvent.entered(2, t + 2, "ann/2", bond, "XOFF", "o2", -1, 100, 5e6),
                FlowEvent.filled(3, t + 3, "ann/1", bond, "XOFF", "o1", 1, 100, 5e6, "ann/2", false),
                FlowEvent.filled(4, t + 3, "ann/2", bond, "XOFF", "o2", -1, 100, 5e6, "ann/1", true));

        MarketReference reference = MarketReference.of(Map.of("ann/1", "ann", "ann/2", "ann"), Map.of(), List.of());
        SurveillanceRules rules = SurveillanceRules.standard();

        LoggedSurveillance watch = LoggedSurveillance.begin(log, ids::next, start, rules, reference);
        List<SurveillanceAlert> alerts = watch.accept(events); // logged first, then watched

        SurveillanceReplay replay = SurveillanceReplay.of(log, rules, reference, false);
        boolean same = replay.matches(); // byte for byte what was logged

        Reporter reporter = new Reporter(
                "Example Securities",
                Lei.of("5493001KJTIIGC8Y1R12"),
                "C. Officer",
                "Head of compliance",
                "c.officer@example.com",
                "operator of the venue");
        String page =
                SuspiciousReport.draft(reporter, alerts.get(0), log, reference).toHtml();

        assertThat(same).isTrue();
        assertThat(alerts).hasSize(1);
        assertThat(page).contains("wash trade within one owner");
    }

    @Test
    void tune() {
        SimulationSettings settings = new SimulationSettings(2, 31, LocalDate.of(2026, 1, 5), 0.2, 1);

        SurveillanceRules stricter =
                SurveillanceRules.standard().only(DetectorKind.LAYERING).with(DetectorKind.LAYERING, "levels", 4);

        SimulatedMarket market = MarketSimulator.run(settings, 42);
        List<SurveillanceAlert> alerts = new ArrayList<>();
        SurveillanceEngine engine = new SurveillanceEngine(stricter, market.reference(), alerts::add);
        market.events().forEach(engine::accept);
        engine.finish();
        EpisodeScore score = EpisodeScore.score(DetectorKind.LAYERING, market, alerts);
        double f1 = score.f1();

        assertThat(f1).isBetween(0.0, 1.0);
    }

    /** The page's table has every threshold of every detector with its value. */
    @Test
    void thePageListsEveryThreshold() {
        String page = HandbookPage.read("surveillance.md");
        assertThat(page).contains(table());
    }

    static String table() {
        StringBuilder table = new StringBuilder("| detector | threshold | value | from |\n|---|---|---|---|\n");
        SurveillanceRules.standard().all().forEach((kind, versions) -> {
            for (Threshold threshold : versions.versions().get(0).content().thresholds()) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | `%s` | %s | %s: %s |%n",
                        kind.title(),
                        threshold.name(),
                        io.bondtrader.core.audit.CanonicalJson.number(threshold.value()),
                        threshold.basis().name().toLowerCase(Locale.ROOT),
                        threshold.source()));
            }
        });
        return table.toString();
    }
}
