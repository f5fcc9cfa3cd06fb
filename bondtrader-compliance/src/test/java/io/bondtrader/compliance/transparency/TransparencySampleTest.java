package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.time.HolidayCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The samples of the page on transparency. */
final class TransparencySampleTest {

    private final TestLog test = new TestLog();
    private final AuditJournal journal =
            AuditJournal.of(test.log, EventIds.of(() -> TestLog.START, new SplittableRandom(1)), () -> TestLog.START);

    @Test
    void aTradeIsDecidedAndDecidedAgain() {
        TransparencyTables tables = TransparencyTables.standard();
        BondTransparency rules = BondTransparency.of(tables, HolidayCalendars.of("TARGET"));
        TransparencyLog log = TransparencyLog.of(journal, rules);

        BondProfile bond = BondProfile.of(
                Isin.of("DE0001102580"),
                BondClass.CORPORATE,
                "DE",
                new BigDecimal("750000000"),
                "EUR",
                LocalDate.of(2032, 2, 15));
        TransparencyRequest trade = TransparencyRequest.of(
                "T-1001",
                Jurisdiction.EU,
                bond,
                ExecutionPlace.MTF,
                TradingSystem.REQUEST_FOR_QUOTE,
                new BigDecimal("6000000"),
                Instant.parse("2026-11-20T10:15:00Z"),
                ZoneId.of("Europe/Berlin"));

        TransparencyAnswer answer = log.decide(trade, "credit-desk");
        PreTradeDuty before = answer.decision().preTrade(); // NOT_REQUIRED: no order book, no auction
        List<PublicationStep> after = answer.decision().postTrade(); // the price next working day, the volume in a week

        TransparencyReplay replay = TransparencyReplay.of(List.of(tables), List.of(rules.calendar()));
        boolean same = replay.replay(test.log).get(0).same();

        assertThat(before).isEqualTo(PreTradeDuty.NOT_REQUIRED);
        assertThat(after)
                .containsExactly(
                        new PublicationStep(
                                Instant.parse("2026-11-23T17:00:00Z"), PublishedContent.ALL_BUT_VOLUME, "LLF3"),
                        new PublicationStep(Instant.parse("2026-11-27T17:00:00Z"), PublishedContent.ALL, "LLF3"));
        assertThat(same).isTrue();
    }

    @Test
    void aQuarterIsAssessed() {
        TransparencyTables tables = TransparencyTables.standard();

        QuarterlyFigures figures = new QuarterlyFigures(
                Isin.of("DE0001102580"),
                LocalDate.of(2019, 1, 1),
                new BigDecimal("61000000"),
                1_150,
                55,
                62,
                "the venue's own tape");
        LiquidityAssessment assessment = LiquidityAssessment.of(tables, Jurisdiction.EU, figures);
        boolean liquid = assessment.status().liquid(); // from 2019-05-16 up to 2019-08-15
        List<String> why = assessment.criteria(); // "trades 1150, at least 15 a day: met", ...

        assertThat(liquid).isTrue();
        assertThat(why).contains("trades 1150, at least 15 a day: met");
    }
}
