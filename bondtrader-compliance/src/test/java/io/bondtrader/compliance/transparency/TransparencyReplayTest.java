package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.HolidayCalendars;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TransparencyReplayTest {

    private final TestLog test = new TestLog();
    private final AuditJournal journal =
            AuditJournal.of(test.log, EventIds.of(() -> TestLog.START, new SplittableRandom(1)), () -> TestLog.START);
    private final TransparencyLog log = TransparencyLog.of(journal, Requests.RULES);
    private final TransparencyReplay replay = TransparencyReplay.of(List.of(Requests.TABLES), List.of(Requests.DAYS));

    private static TransparencyRequest rich() {
        return Requests.order(
                        Jurisdiction.EU,
                        Requests.bond(BondClass.SOVEREIGN, "25000000000.50", "EUR")
                                .inGroup("1")
                                .withLiquidity(Requests.status(true)),
                        "15000000.25",
                        "2026-05-04")
                .onOwnAccount()
                .withThresholds(Requests.SIZES)
                .withSupplementary(SupplementaryDeferral.SOVEREIGN_VOLUME);
    }

    @Test
    void everyDecisionComesOutAgainFromTheLogAlone() {
        test.append("trader", "order.entered", "o9", Map.of());
        TransparencyAnswer one = log.decide(rich(), "desk");
        TransparencyAnswer two = log.decide(
                Requests.order(
                        Jurisdiction.UK,
                        Requests.bond(BondClass.OTHER, "1E+9", "USD").highYield(),
                        "7E+5",
                        "2026-05-04"),
                "desk");
        List<ReplayedDecision> again = replay.replay(test.log);
        assertThat(again).hasSize(2).allMatch(ReplayedDecision::same);
        assertThat(again).extracting(ReplayedDecision::index).containsExactly(one.index(), two.index());
        assertThat(again).extracting(ReplayedDecision::decision).containsExactly(one.decision(), two.decision());
        assertThat(again).extracting(ReplayedDecision::reference).containsExactly("o1", "o1");
    }

    @Test
    void aRequestIsReadAsItWasWritten() {
        TransparencyRequest plain = Requests.order(
                Jurisdiction.UK,
                Requests.bond(BondClass.COVERED, "1E+9", "USD")
                        .highYield()
                        .asLinkedOrStripped()
                        .notTradedOnVenue(),
                "700000",
                "2026-05-04");
        for (TransparencyRequest request :
                List.of(rich(), plain, plain.as(InterestKind.MANAGED_ORDER), plain.onOwnAccount())) {
            String json = CanonicalJson.of(RequestJson.write(request)).text();
            TransparencyRequest read = RequestJson.read(JsonMembers.parse(json));
            assertThat(RequestJson.write(read)).isEqualTo(RequestJson.write(request));
            assertThat(read.ownAccount()).isEqualTo(request.ownAccount());
            assertThat(read.interest()).isEqualTo(request.interest());
            assertThat(read.bond().investmentGrade()).isEqualTo(request.bond().investmentGrade());
            assertThat(read.bond().tradedOnVenue()).isEqualTo(request.bond().tradedOnVenue());
            assertThat(read.bond().linkedOrStripped()).isEqualTo(request.bond().linkedOrStripped());
            assertThat(read.thresholds()).isEqualTo(request.thresholds());
        }
    }

    @Test
    void aDecisionThatSaysOtherwiseIsFound() {
        Map<String, Object> decision =
                new TreeMap<>(Requests.RULES.decide(rich()).toJson());
        decision.put("flags", List.of());
        test.append(
                "desk",
                TransparencyLog.DECIDED,
                "o1",
                Map.of("request", RequestJson.write(rich()), "decision", decision, "calendar", Requests.DAYS.name()));
        assertThat(replay.replay(test.log)).singleElement().matches(line -> !line.same());
    }

    @Test
    void anEventThatIsNoDecisionIsDamage() {
        Map<String, Object> request = RequestJson.write(rich());
        request.remove("size");
        test.append(
                "desk",
                TransparencyLog.DECIDED,
                "o1",
                Map.of(
                        "request", request,
                        "decision", Map.of("tablesSha256", Requests.TABLES.sha256()),
                        "calendar", Requests.DAYS.name()));
        assertThatThrownBy(() -> replay.replay(test.log)).isInstanceOf(LogDamaged.class);
    }

    @Test
    void whoeverReplaysNeedsTheTablesAndTheCalendar() {
        log.decide(rich(), "desk");
        assertThatThrownBy(() ->
                        TransparencyReplay.of(List.of(), List.of(Requests.DAYS)).replay(test.log))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> TransparencyReplay.of(List.of(Requests.TABLES), List.of(HolidayCalendars.NONE))
                        .replay(test.log))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void whatCannotBeDecidedOrWrittenIsNotLogged() {
        TransparencyRequest huge = rich().withSize(new BigDecimal("1E+100"));
        assertThatThrownBy(() -> log.decide(huge, "desk")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> log.decide(rich(), " ")).isInstanceOf(InvalidInput.class);
        assertThat(test.log.checkpoint().size()).isZero();
    }
}
