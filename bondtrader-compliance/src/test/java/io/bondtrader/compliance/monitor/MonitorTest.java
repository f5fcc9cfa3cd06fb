package io.bondtrader.compliance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.compliance.error.MonitorRefused;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class MonitorTest {

    private static final PersonId ANN = PersonId.of("ann");
    private static final PersonId BOB = PersonId.of("bob");
    private static final Citation CITATION = new Citation(Jurisdiction.HOUSE, "Test", "1", true);

    private final TestLog test = new TestLog();
    private final AuditJournal journal =
            AuditJournal.of(test.log, EventIds.of(() -> Trades.NOW, new SplittableRandom(1)), () -> Trades.NOW);
    private final MonitoredTrade trade = Trades.trade(Side.BUY, Trades.CORPORATE, "100");

    private record Fixed(String id, Function<MonitoredTrade, Finding> answer) implements MonitorRule {

        static MonitorRule of(String id, Effect effect) {
            return new Fixed(id, trade -> new Finding(id, effect, CITATION, "said so"));
        }

        @Override
        public CanonicalJson parameters() {
            return CanonicalJson.of("none");
        }

        @Override
        public Finding check(MonitoredTrade trade, TradeStage stage) {
            return answer.apply(trade);
        }
    }

    private static MonitorRules rules(Effect... effects) {
        List<MonitorRule> rules = new ArrayList<>();
        for (Effect effect : effects) {
            rules.add(Fixed.of("r" + rules.size(), effect));
        }
        return MonitorRules.of("v1", rules);
    }

    private Monitor monitor(Effect... effects) {
        return Monitor.of(journal, rules(effects), ANN, BOB);
    }

    private LoggedEvent last() {
        List<LoggedEvent> events = new ArrayList<>();
        long size = test.log.checkpoint().size();
        test.log.read(size - 1, size, events::add);
        return events.get(0);
    }

    @Property(tries = 200)
    void theStrictestRuleDecides(@ForAll @Size(min = 1, max = 6) List<Effect> effects) {
        MonitorDecision decision = rules(effects.toArray(new Effect[0]))
                .check(Trades.trade(Side.BUY, Trades.CORPORATE, "1"), Trades.BEFORE);

        Effect strictest = effects.stream().max(Enum::compareTo).orElseThrow();
        assertThat(decision.effect()).isEqualTo(strictest);
        assertThat(decision.findings()).hasSameSizeAs(effects);
        assertThat(decision.decisive()).isNotEmpty().allMatch(finding -> finding.effect() == strictest);
    }

    @Test
    void aRuleThatFailsOrSaysNothingOfItsOwnIsARefusal() {
        MonitorRule failing = new Fixed("a", trade -> {
            throw new IllegalStateException("secret");
        });
        MonitorRule posing = new Fixed("b", trade -> new Finding("c", Effect.ALLOW, CITATION, "said so"));
        MonitorDecision decision = MonitorRules.of("v1", List.of(failing, posing, Fixed.of("c", Effect.ALLOW)))
                .check(trade, Trades.BEFORE);

        assertThat(decision).isInstanceOf(MonitorDecision.Block.class);
        assertThat(decision.decisive()).extracting(Finding::rule).containsExactly("a", "b");
        assertThat(decision.toString()).doesNotContain("secret");
        assertThat(MonitorDecision.of(List.of())).isInstanceOf(MonitorDecision.Block.class);
    }

    @Test
    void aDecisionIsInTheLogWithRulesAndCitationsWhenItIsGiven() {
        MonitorAnswer answer = monitor(Effect.ALLOW, Effect.REPORT).before(trade);

        assertThat(answer.decision()).isInstanceOf(MonitorDecision.Report.class);
        assertThat(last().index()).isEqualTo(answer.index());
        assertThat(last().record().action()).isEqualTo("monitor.decided");
        assertThat(last().record().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(last().record().body().text())
                .contains("\"citation\":\"Test, 1\"", "\"rules\":\"v1\"", "\"rule\":\"r1\"")
                .doesNotContain("Example Bank");
    }

    @Test
    void withoutALogThereIsNoAnswer() {
        Monitor monitor = monitor(Effect.ALLOW);
        test.log.close();

        assertThatThrownBy(() -> monitor.before(trade)).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> monitor.after(trade, 1)).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void rulesAreChangedByTwoPersons() {
        Monitor monitor = monitor(Effect.ALLOW);
        MonitorRules next = rules(Effect.BLOCK);
        assertThatThrownBy(() -> monitor.change(next, ANN, ANN)).isInstanceOf(MonitorRefused.class);
        assertThat(last().record().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(monitor.before(trade).decision()).isInstanceOf(MonitorDecision.Allow.class);
        monitor.change(next, ANN, BOB);
        assertThat(last().record().body().text()).contains(next.sha256());
        assertThat(monitor.before(trade).decision()).isInstanceOf(MonitorDecision.Block.class);
        assertThat(last().record().outcome()).isEqualTo(Outcome.DENIED);
        assertThatThrownBy(() -> Monitor.of(journal, next, ANN, ANN)).isInstanceOf(MonitorRefused.class);
    }

    @Test
    void anotherPersonThanTheTraderApproves() {
        Monitor monitor = monitor(Effect.NEEDS_APPROVAL);
        long decided = monitor.before(trade).index();
        assertThatThrownBy(() -> monitor.approve(decided, ANN, "fine")).isInstanceOf(MonitorRefused.class);
        assertThat(last().record().outcome()).isEqualTo(Outcome.DENIED);
        long refused = last().index();
        assertThat(clearance(monitor, trade, decided)).isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, trade, refused)).isEqualTo(Effect.BLOCK);
        long approved = monitor.approve(decided, BOB, "fine");
        assertThat(clearance(monitor, trade, approved)).isEqualTo(Effect.ALLOW);
        assertThatThrownBy(() -> monitor.approve(approved, BOB, "fine")).isInstanceOf(MonitorRefused.class);
        assertThatThrownBy(() -> monitor.approve(decided, BOB, " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> monitor.approve(9_999, BOB, "fine")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatIsAllowedOrRefusedCannotBeApproved() {
        Monitor allowing = monitor(Effect.ALLOW);
        long allowed = allowing.before(trade).index();
        assertThatThrownBy(() -> allowing.approve(allowed, BOB, "fine")).isInstanceOf(MonitorRefused.class);
        Monitor refusing = monitor(Effect.BLOCK);
        long refused = refusing.before(trade).index();
        assertThatThrownBy(() -> refusing.approve(refused, BOB, "fine")).isInstanceOf(MonitorRefused.class);
        assertThat(clearance(allowing, trade, refused)).isEqualTo(Effect.BLOCK);
    }

    private static Effect clearance(Monitor monitor, MonitoredTrade done, long index) {
        List<Finding> findings = monitor.after(done, index).decision().findings();
        Finding last = findings.get(findings.size() - 1);
        assertThat(last.rule()).isEqualTo("clearance");
        return last.effect();
    }

    @Test
    void aTradeThatWasDoneIsHeldToWhatWasAsked() {
        Monitor monitor = monitor(Effect.ALLOW);
        long index = monitor.before(trade).index();
        assertThat(clearance(monitor, trade, index)).isEqualTo(Effect.ALLOW);
        assertThat(last().record().action()).isEqualTo("monitor.rechecked");
        assertThat(clearance(monitor, part("100.01"), monitor.before(trade).index()))
                .isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, Trades.trade(Side.SELL, Trades.CORPORATE, "1"), index))
                .isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, Trades.trade(Side.BUY, Trades.SOVEREIGN, "1"), index))
                .isEqualTo(Effect.BLOCK);
        MonitoredTrade client = Trades.trade(Trades.CLIENT, Side.BUY, Trades.CORPORATE, "1", "");
        assertThat(clearance(monitor, client, index)).isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, trade, -1)).isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, trade, 0)).isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, trade, 9_999)).isEqualTo(Effect.BLOCK);
    }

    private static MonitoredTrade part(String nominal) {
        return Trades.trade(Side.BUY, Trades.CORPORATE, nominal);
    }

    @Test
    void oneClearanceIsCountedDownOverItsExecutions() {
        Monitor monitor = monitor(Effect.ALLOW);
        long index = monitor.before(trade).index();
        assertThat(clearance(monitor, part("60"), index)).isEqualTo(Effect.ALLOW);
        assertThat(clearance(monitor, part("40"), index)).isEqualTo(Effect.ALLOW);
        assertThat(clearance(monitor, part("0.01"), index)).isEqualTo(Effect.BLOCK);
        assertThat(last().record().body().text()).contains("100.01 of 100");
        long another = monitor.before(trade).index();
        assertThat(clearance(monitor, part("100"), another)).isEqualTo(Effect.ALLOW);
    }

    @Test
    void anApprovalIsCountedDownLikeTheDecisionItApproves() {
        Monitor monitor = monitor(Effect.NEEDS_APPROVAL);
        long decided = monitor.before(trade).index();
        long once = monitor.approve(decided, BOB, "fine");
        long twice = monitor.approve(decided, BOB, "still fine");
        assertThat(clearance(monitor, part("70"), once)).isEqualTo(Effect.ALLOW);
        assertThat(clearance(monitor, part("70"), twice))
                .as("a second approval of the same decision approves nothing more")
                .isEqualTo(Effect.BLOCK);
    }

    @Test
    void anExecutionThatIsToldTwiceCountsOnceIfItHasAName() {
        Monitor monitor = monitor(Effect.ALLOW);
        long index = monitor.before(trade).index();
        assertThat(named(monitor, "60", index, "e1")).isEqualTo(Effect.ALLOW);
        assertThat(named(monitor, "60", index, "e1")).isEqualTo(Effect.ALLOW);
        assertThat(named(monitor, "40", index, "e2")).isEqualTo(Effect.ALLOW);
        assertThat(named(monitor, "1", index, "e3")).isEqualTo(Effect.BLOCK);
        assertThatThrownBy(() -> monitor.after(trade, index, " ")).isInstanceOf(InvalidInput.class);
    }

    private static Effect named(Monitor monitor, String nominal, long index, String execution) {
        return monitor.after(part(nominal), index, execution).decision().effect();
    }

    @Test
    void aTradeOfAnotherKindUsesNothing() {
        Monitor monitor = monitor(Effect.ALLOW);
        long index = monitor.before(trade).index();
        assertThat(clearance(monitor, Trades.trade(Side.SELL, Trades.CORPORATE, "90"), index))
                .isEqualTo(Effect.BLOCK);
        assertThat(clearance(monitor, part("100"), index)).isEqualTo(Effect.ALLOW);
    }

    @Test
    void aMonitorThatStartsAgainKnowsWhatWasDone() {
        Monitor before = monitor(Effect.ALLOW);
        long index = before.before(trade).index();
        named(before, "60", index, "e1");
        clearance(before, part("30"), index);
        Monitor after = monitor(Effect.ALLOW);
        assertThat(named(after, "60", index, "e1")).isEqualTo(Effect.ALLOW);
        assertThat(clearance(after, part("10"), index)).isEqualTo(Effect.ALLOW);
        assertThat(clearance(after, part("0.01"), index)).isEqualTo(Effect.BLOCK);
    }

    @Test
    void executionsAtOnceDoNotEachUseTheWhole() {
        Monitor monitor = monitor(Effect.ALLOW);
        long index = monitor.before(trade).index();
        long allowed = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> monitor.after(part("10"), index).decision().effect())
                .filter(Effect.ALLOW::equals)
                .count();
        assertThat(allowed).isEqualTo(10);
    }

    @Test
    void rulesHaveNamesOfTheirOwnAndAHashOfAllParameters() {
        assertThatThrownBy(() -> MonitorRules.of("v1", List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> MonitorRules.of(" ", List.of(Fixed.of("a", Effect.ALLOW))))
                .isInstanceOf(InvalidInput.class);
        MonitorRule one = Fixed.of("a", Effect.ALLOW);
        assertThatThrownBy(() -> MonitorRules.of("v1", List.of(one, one))).isInstanceOf(InvalidInput.class);
        assertThat(rules(Effect.ALLOW).sha256())
                .isNotEqualTo(rules(Effect.ALLOW, Effect.ALLOW).sha256());
    }

    @Test
    void aTimeWithoutADayIsRefused() {
        assertThat(new TradeStage(false, Instant.parse("9999-12-31T23:59:59Z")).day())
                .isEqualTo(LocalDate.of(9999, 12, 31));
        for (Instant at : new Instant[] {Instant.MIN, Instant.MAX, Instant.parse("0000-12-31T23:59:59Z")}) {
            assertThatThrownBy(() -> new TradeStage(false, at))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("1 to 9999");
        }
    }
}
