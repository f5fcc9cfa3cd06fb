package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.report.transaction.ReferenceData.Instrument;
import io.bondtrader.compliance.report.transaction.ReferenceData.Registration;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What registers say on the day of the trade is held against the report, and what was not held against it is named. */
final class ReferenceRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Lei STRANGER = Lei.of("506700GE1G29325QX363");

    private record Case(TransactionReport report, TradeFacts facts, Registers registers, Set<String> broken) {
        @Override
        public String toString() {
            return broken.toString();
        }
    }

    private static TransactionRules rules(ReferenceData data) {
        return TransactionRules.european(SampleReports.VENUES, data).on(DAY).content();
    }

    private static Set<String> broken(TransactionReport report, TradeFacts facts, ReferenceData data) {
        Set<String> broken = new HashSet<>();
        rules(data).check(report, facts).forEach(violation -> broken.add(violation.rule()));
        return broken;
    }

    static Stream<Case> cases() {
        TransactionReport own = SampleReports.ownAccount();
        TradeFacts facts = SampleReports.facts().build();
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(own, facts, new Registers(), Set.of()));
        // The firm itself must have renewed; who trades with it need not.
        cases.add(
                new Case(own, facts, new Registers().with(SampleReports.FIRM, Registration.LAPSED), Set.of("TR-04-1")));
        cases.add(
                new Case(own, facts, new Registers().with(SampleReports.COUNTERPARTY, Registration.LAPSED), Set.of()));
        cases.add(new Case(
                own, facts, new Registers().with(SampleReports.COUNTERPARTY, Registration.ENDED), Set.of("TR-16-21")));
        cases.add(new Case(own, facts, new Registers().without(SampleReports.COUNTERPARTY), Set.of("TR-16-21")));
        cases.add(new Case(
                own, facts, new Registers().without(SampleReports.FIRM), Set.of("TR-04-1", "TR-06-1", "TR-07-21")));
        cases.add(new Case(
                own.toBuilder().submittingEntity(STRANGER).build(), facts, new Registers(), Set.of("TR-06-1")));
        cases.add(new Case(
                own.toBuilder().submittingEntity(STRANGER).build(),
                facts,
                new Registers().with(STRANGER, Registration.LAPSED),
                Set.of()));
        // Who decides for a client is looked up, too.
        cases.add(new Case(
                SampleReports.allocation().toBuilder()
                        .buyer(PartySide.of(SampleReports.CLIENT).decidedBy(new Party.LegalEntity(STRANGER)))
                        .build(),
                SampleReports.allocationFacts(),
                new Registers(),
                Set.of("TR-07-21")));
        cases.add(new Case(
                SampleReports.allocation(),
                SampleReports.allocationFacts(),
                new Registers().without(SampleReports.OTHER_FIRM),
                Set.of("TR-26-1")));
        cases.add(new Case(own, facts, new Registers().withoutBond(), Set.of("TR-41-2")));
        cases.add(new Case(own, facts, new Registers().with(new Instrument("DBFTFB", true, false)), Set.of("TR-41-3")));
        cases.add(new Case(own, facts, new Registers().with(new Instrument("DBVTFB", true, true)), Set.of("TR-41-4")));
        cases.add(new Case(own, facts, new Registers().with(new Instrument("DBFTFB", false, true)), Set.of("TR-62-4")));
        // Where a venue clears through a counterparty, that one is the party that is not told: never the venue's code.
        TransactionReport cleared = SampleReports.market().toBuilder()
                .venue(Mic.of("XGER"))
                .seller(PartySide.of(new Party.AnonymousVenue(Mic.of("XGER"))))
                .build();
        cases.add(new Case(cleared, facts, new Registers(), Set.of("TR-16-22")));
        cases.add(new Case(SampleReports.market(), facts, new Registers(), Set.of()));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aReportBreaksTheRulesNamedAndNoOthers(Case tried) {
        assertThat(broken(tried.report(), tried.facts(), tried.registers())).isEqualTo(tried.broken());
    }

    @Test
    void everyRuleIsBrokenByOneOfTheCases() {
        Set<String> broken = new HashSet<>();
        cases().forEach(tried -> broken.addAll(tried.broken()));
        broken.add("TR-07-22"); // by the mirror image below
        TransactionRules without =
                TransactionRules.european(SampleReports.VENUES).on(DAY).content();

        assertThat(without.unchecked()).extracting(TransactionRule::id).containsExactlyInAnyOrderElementsOf(broken);
        assertThat(rules(new Registers()).unchecked()).isEmpty();
        assertThat(rules(new Registers()).rules())
                .hasSize(without.rules().size() + without.unchecked().size());
    }

    @Test
    void aVenueThatClearsIsNoBuyerEither() {
        TransactionReport cleared = SampleReports.market().toBuilder()
                .venue(Mic.of("XGER"))
                .buyer(PartySide.of(new Party.AnonymousVenue(Mic.of("XGER"))))
                .seller(PartySide.of(new Party.AggregateAccount()))
                .build();
        assertThat(broken(cleared, SampleReports.facts().build(), new Registers()))
                .containsExactly("TR-07-22");
    }

    @Test
    void theDayOfTheTradeIsTheOneThatCounts() {
        TransactionReport early = SampleReports.ownAccount().toBuilder()
                .tradingTime(TradingTime.parse("2017-06-01T09:30:00.123456Z"))
                .build();
        assertThat(broken(early, SampleReports.facts().build(), new Registers()))
                .contains("TR-04-1", "TR-06-1", "TR-07-21", "TR-16-21", "TR-41-2");
    }
}
