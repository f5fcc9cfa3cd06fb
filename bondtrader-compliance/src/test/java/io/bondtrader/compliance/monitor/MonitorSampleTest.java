package io.bondtrader.compliance.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.client.CategoryTests;
import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.compliance.client.ClientFacts;
import io.bondtrader.compliance.client.ClientKind;
import io.bondtrader.compliance.client.ClientRegister;
import io.bondtrader.compliance.client.TradingHistory;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.identity.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The samples of the pages on clients and on the monitor. */
final class MonitorSampleTest {

    private final TestLog test = new TestLog();
    private final AuditJournal journal =
            AuditJournal.of(test.log, EventIds.of(() -> Trades.NOW, new SplittableRandom(1)), () -> Trades.NOW);
    private final PersonId sales = PersonId.of("sales");
    private final PersonId compliance = PersonId.of("compliance");
    private final LocalDate review = LocalDate.of(2027, 11, 20);

    @Test
    void aClientBecomesProfessional() {
        ClientFacts facts = ClientFacts.of(ClientKind.NATURAL_PERSON)
                .traded(new TradingHistory(List.of(12, 9, 11, 8), new BigDecimal("750000"), 0));

        ClientRegister clients = ClientRegister.in(journal, CategoryTests.of(Jurisdiction.EU));
        clients.categorise("c1", facts, List.of("kyc-17"), review, sales);
        clients.request("c1", ClientCategory.PROFESSIONAL, List.of("letter-3"), sales);
        clients.warn("c1", List.of("warning-3"), sales);
        clients.acknowledge("c1", List.of("letter-4"), sales);
        boolean granted = clients.decide("c1", facts, List.of("test-9"), review, compliance)
                .passed();

        assertThat(granted).isTrue();
    }

    @Test
    void aTradeIsHeldToRules() {
        Bonds bonds = Trades.bonds("EU_VENUE");
        Positions positions = Trades.positions();
        SanctionsScreen list = SanctionsList.parse("as-of;2026-11-20\nEU;1;;Listed Company\n");
        Citation lists = new Citation(Jurisdiction.EU, "Regulation (EU) No 269/2014", "Annex I", false);
        BorderRow german = new BorderRow(
                "HOUSE-DE",
                Set.of("DE"),
                Set.of("DE", "FR"),
                Set.of(),
                Set.of(),
                null,
                Effect.ALLOW,
                Finding.DEFAULT_DENY,
                "licensed in Germany and France");
        ConcentrationLimit limit = new ConcentrationLimit(new BigDecimal("5000000"), new BigDecimal("9000000"));
        MonitoredTrade trade = Trades.trade(Side.BUY, Trades.CORPORATE, "6000000");

        MonitorRules rules = MonitorRules.of(
                "2026-11",
                List.of(
                        RestrictedListRule.of(bonds, List.of()),
                        BorderRule.of(bonds, BorderRows.with(BorderRows.standard(), List.of(german))),
                        SanctionsRule.of(list, 2, lists),
                        ConcentrationRule.of(bonds, positions, limit, limit)));
        Monitor monitor = Monitor.of(journal, rules, sales, compliance);

        MonitorAnswer answer = monitor.before(trade);
        long clearance = answer.decision() instanceof MonitorDecision.NeedsApproval
                ? monitor.approve(answer.index(), compliance, "hedged until noon")
                : answer.index();
        MonitorAnswer afterwards = monitor.after(trade, clearance);

        assertThat(answer.decision().effect()).isEqualTo(Effect.NEEDS_APPROVAL);
        assertThat(afterwards.decision().effect()).isNotEqualTo(Effect.BLOCK);
    }
}
