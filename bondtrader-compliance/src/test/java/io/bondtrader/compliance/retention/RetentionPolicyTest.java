package io.bondtrader.compliance.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a record lives. Events of the test log are of 2 March 2026. */
final class RetentionPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestLog log = new TestLog();

    private AuditRecord record(String action) {
        return log.event("ann", action, "thing-1", Map.of(), "subject:7");
    }

    private static RetentionDecision decide(RetentionPolicy policy, AuditRecord record) {
        return policy.decide(record, DAY, List.of());
    }

    @Test
    void sevenYearsIsTheDefaultOfTheHouse() {
        RetentionDecision decision = decide(RetentionPolicy.standard(), record("calculation.verified"));

        assertThat(decision.keepUntil()).isEqualTo(LocalDate.of(2033, 3, 2));
        assertThat(decision.governing().citation().jurisdiction()).isEqualTo(Jurisdiction.HOUSE);
        assertThat(decision.mayGoOn(LocalDate.of(2033, 3, 1))).isFalse();
        assertThat(decision.mayGoOn(LocalDate.of(2033, 3, 2))).isTrue();
    }

    /** The house's seven years give way to a person's wish; the five or six of the law do not. */
    @Test
    void lawIsToldFromTheHouse() {
        RetentionPolicy europe = RetentionPolicy.of(
                RetentionSchedule.standard().within(Jurisdiction.EU, Jurisdiction.UK),
                RecordClassifier.standard(),
                ClockFacts.none());
        RetentionDecision order = decide(europe, record("order.created"));

        assertThat(order.keepByLawUntil()).isEqualTo(LocalDate.of(2031, 3, 2));
        assertThat(order.beatsErasureOn(LocalDate.of(2031, 3, 1))).isTrue();
        assertThat(order.beatsErasureOn(LocalDate.of(2031, 3, 2))).isFalse();
        assertThat(order.mayGoOn(LocalDate.of(2031, 3, 2))).isFalse();
        assertThat(decide(europe, record("calculation.verified")).beatsErasureOn(DAY))
                .isFalse();
    }

    @Test
    void theLongestDutyOfAllPlacesHolds() {
        RetentionDecision decision = decide(RetentionPolicy.standard(), record("order.created"));

        assertThat(decision.keepByLawUntil()).isEqualTo(LocalDate.of(2032, 3, 2));
        assertThat(decision.keepUntil()).isEqualTo(LocalDate.of(2033, 3, 2));
    }

    @Test
    void aClockThatHasNotBegunKeepsTheRecord() {
        AuditRecord client = record("client.categorised");
        RetentionDecision open = decide(RetentionPolicy.standard(), client);

        assertThat(open.keepUntil()).isNull();
        assertThat(open.mayGoOn(LocalDate.of(2999, 1, 1))).isFalse();
        assertThat(open.beatsErasureOn(LocalDate.of(2999, 1, 1))).isTrue();
        assertThat(open.reason()).contains("a clock begins");

        RetentionPolicy ended = RetentionPolicy.of(
                RetentionSchedule.standard(),
                RecordClassifier.standard(),
                (record, clock) -> clock == ClockStart.END_OF_RELATIONSHIP
                        ? Optional.of(LocalDate.of(2030, 2, 28))
                        : Optional.empty());
        assertThat(decide(ended, client).keepUntil()).isEqualTo(LocalDate.of(2035, 2, 28));
    }

    @Test
    void aHoldBeatsEveryClock() {
        LegalHold hold = new LegalHold(
                "h-1",
                "Case 7",
                "legal",
                HoldScope.everything(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")),
                PersonId.of("ann"),
                Instant.EPOCH);
        RetentionDecision decision =
                RetentionPolicy.standard().decide(record("calculation.verified"), DAY, List.of(hold));

        assertThat(decision.mayGoOn(LocalDate.of(2999, 1, 1))).isFalse();
        assertThat(decision.beatsErasureOn(LocalDate.of(2999, 1, 1))).isTrue();
        assertThat(decision.reason()).isEqualTo("held for Case 7 by hold h-1");
    }

    @Test
    void aScopeCoversActorsResourcesAndTagsOfItsTime() {
        AuditRecord record = record("order.created");
        Instant from = record.time();
        Instant until = from.plusSeconds(1);

        assertThat(HoldScope.everything(from, until).covers(record)).isTrue();
        assertThat(HoldScope.everything(from.plusNanos(1), until).covers(record))
                .isFalse();
        assertThat(HoldScope.everything(from.minusSeconds(9), from).covers(record))
                .isFalse();
        assertThat(scope(from, until, "ann", "", "").covers(record)).isTrue();
        assertThat(scope(from, until, "bob", "", "").covers(record)).isFalse();
        assertThat(scope(from, until, "bob", "thing-1", "").covers(record)).isTrue();
        assertThat(scope(from, until, "bob", "", "subject:7").covers(record)).isTrue();
        assertThatThrownBy(() -> HoldScope.everything(from, from)).isInstanceOf(InvalidInput.class);
    }

    private static HoldScope scope(Instant from, Instant until, String actor, String resource, String tag) {
        return new HoldScope(from, until, set(actor), set(resource), set(tag));
    }

    private static SortedSet<String> set(String name) {
        return name.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(name));
    }

    /** A law that ended is no duty any more, and one to come is none yet. */
    @Test
    void theLawOfTheDayOfTheDecisionHolds() {
        Citation citation = new Citation(Jurisdiction.UK, "Act", "s 1", true);
        RetentionRule five = new RetentionRule(RecordClass.OTHER, Period.ofYears(5), ClockStart.RECORD, "law");
        RetentionRule nine = new RetentionRule(RecordClass.OTHER, Period.ofYears(9), ClockStart.RECORD, "law");
        RetentionPolicy policy = RetentionPolicy.of(
                RetentionSchedule.of(List.of(DatedRules.of(
                        "test",
                        List.of(
                                new DatedRule<>(LocalDate.of(2020, 1, 1), LocalDate.of(2028, 1, 1), citation, five),
                                DatedRule.since(LocalDate.of(2028, 1, 1), citation, nine))))),
                RecordClassifier.standard(),
                ClockFacts.none());
        AuditRecord record = record("something.else");

        assertThat(policy.decide(record, LocalDate.of(2027, 12, 31), List.of()).keepUntil())
                .isEqualTo(LocalDate.of(2031, 3, 2));
        assertThat(policy.decide(record, LocalDate.of(2028, 1, 1), List.of()).keepUntil())
                .isEqualTo(LocalDate.of(2035, 3, 2));
        assertThatThrownBy(() -> policy.decide(record, LocalDate.of(2019, 12, 31), List.of()))
                .isInstanceOf(NoRuleInForce.class);
    }

    @ParameterizedTest
    @CsvSource({
        "order.created, ORDER",
        "report.transaction.submitted, TRANSACTION_REPORT",
        "surveillance.alert, SUSPICION",
        "client.categorised, CLIENT",
        "security.authn_login_fail, ACCESS",
        "limit.changed, CONTROL",
        "retention.hold_placed, CONTROL",
        "calculation.verified, CALCULATION",
        "privacy.erased, PRIVACY",
        "weather.seen, OTHER",
    })
    void kindsAreToldByTheBeginningOfTheAction(String action, RecordClass expected) {
        assertThat(RecordClassifier.standard().classOf(record(action))).isEqualTo(expected);
    }

    @Test
    void aRuleOfOnesOwnComesFirst() {
        RecordClassifier own = RecordClassifier.standard().first("order.allocated", RecordClass.CLIENT);

        assertThat(own.classOf(record("order.allocated"))).isEqualTo(RecordClass.CLIENT);
        assertThat(own.classOf(record("order.created"))).isEqualTo(RecordClass.ORDER);
    }

    @Test
    void everyKindHasADuty() {
        for (RecordClass each : RecordClass.values()) {
            assertThat(RetentionSchedule.standard().duties(each, DAY))
                    .as(each.name())
                    .isNotEmpty();
        }
        assertThatThrownBy(() -> RetentionSchedule.of(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RetentionRule(RecordClass.OTHER, Period.ZERO, ClockStart.RECORD, ""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RetentionRule(RecordClass.OTHER, Period.ofYears(-1), ClockStart.RECORD, ""))
                .isInstanceOf(InvalidInput.class);
    }

    /** One more duty never makes a record's life shorter. */
    @Property(tries = 200)
    void aDutyMoreNeverShortensALife(@ForAll @IntRange(min = 1, max = 30) int years) {
        RetentionSchedule more = RetentionSchedule.standard()
                .with(DatedRules.of(
                        "more",
                        List.of(DatedRule.since(
                                LocalDate.EPOCH,
                                new Citation(Jurisdiction.US, "Act", "s 1", true),
                                new RetentionRule(
                                        RecordClass.ORDER, Period.ofYears(years), ClockStart.RECORD, "law")))));
        AuditRecord order = record("order.created");
        LocalDate before = decide(RetentionPolicy.standard(), order).keepUntil();
        LocalDate after = decide(RetentionPolicy.of(more, RecordClassifier.standard(), ClockFacts.none()), order)
                .keepUntil();

        assertThat(after)
                .isEqualTo(LocalDate.of(2026 + Math.max(7, years), 3, 2))
                .isAfterOrEqualTo(before);
    }
}
