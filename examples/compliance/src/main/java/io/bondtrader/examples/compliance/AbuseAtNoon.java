package io.bondtrader.examples.compliance;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.LoggedSurveillance;
import io.bondtrader.compliance.surveillance.MarketReference;
import io.bondtrader.compliance.surveillance.Reporter;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import io.bondtrader.compliance.surveillance.SurveillanceReplay;
import io.bondtrader.compliance.surveillance.SurveillanceRules;
import io.bondtrader.compliance.surveillance.SuspiciousReport;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Lei;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody sells to himself through two accounts; surveillance sees it, says why, and can be replayed. */
final class AbuseAtNoon {

    private static final String BOND = "XS2314659447";

    private final Day day;
    private final AuditJournal journal;

    AbuseAtNoon(Day day, AuditJournal journal) {
        this.day = day;
        this.journal = journal;
    }

    void run() throws IOException {
        day.step("An abuse, its alert and its replay");
        day.pass(Duration.ofHours(3));
        MarketReference reference =
                MarketReference.of(Map.of("fund-a/1", "fund-a", "fund-a/2", "fund-a"), Map.of(), List.of());
        SurveillanceRules rules = SurveillanceRules.standard();
        LoggedSurveillance watch =
                LoggedSurveillance.begin(journal.log(), journal::nextId, day.now(), rules, reference);
        List<SurveillanceAlert> alerts = new ArrayList<>(watch.accept(flow()));
        alerts.addAll(watch.finish());
        for (SurveillanceAlert alert : alerts) {
            day.say("alert: " + alert.detector().title() + " by " + alert.owner() + " in " + alert.instrument());
            alert.conditions()
                    .forEach(condition ->
                            day.say("   " + condition.name() + " " + CanonicalJson.number(condition.measured())));
        }
        day.check("one alert was raised", alerts.size() == 1);
        SurveillanceReplay replay = SurveillanceReplay.of(journal.log(), rules, reference, true);
        day.check("the log gives the same alert again, byte for byte", replay.matches());

        Reporter reporter = new Reporter(
                "Example Securities",
                Lei.of("529900T8BM49AURSDO55"),
                "C. Officer",
                "Head of compliance",
                "c.officer@desk.example",
                "operator of the desk");
        SuspiciousReport draft = SuspiciousReport.draft(reporter, alerts.get(0), journal.log(), reference);
        Files.writeString(day.file("suspicion.html"), draft.toHtml());
        Files.writeString(day.file("suspicion.json"), draft.toJson().text());
        day.say("drafted suspicion.html with " + draft.rows().size()
                + " events, each with its proof; a person decides");
    }

    private List<FlowEvent> flow() {
        long t = day.now().getEpochSecond() * 1_000_000_000L;
        long second = 1_000_000_000L;
        return List.of(
                FlowEvent.quoted(0, t, BOND, 99.5, 100.5, 1e8, 1e8),
                FlowEvent.entered(1, t + second, "fund-a/1", BOND, "XOFF", "o1", 1, 100, 5e6),
                FlowEvent.entered(2, t + 2 * second, "fund-a/2", BOND, "XOFF", "o2", -1, 100, 5e6),
                FlowEvent.filled(3, t + 3 * second, "fund-a/1", BOND, "XOFF", "o1", 1, 100, 5e6, "fund-a/2", false),
                FlowEvent.filled(4, t + 3 * second, "fund-a/2", BOND, "XOFF", "o2", -1, 100, 5e6, "fund-a/1", true));
    }
}
