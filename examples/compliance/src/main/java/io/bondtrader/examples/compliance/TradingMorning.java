package io.bondtrader.examples.compliance;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.audit.query.AuditSearch;
import io.bondtrader.compliance.audit.query.ProvenEvent;
import io.bondtrader.compliance.report.transaction.Party;
import io.bondtrader.compliance.report.transaction.Responsible;
import io.bondtrader.compliance.report.transaction.ShortSale;
import io.bondtrader.compliance.report.transaction.TradeEvent;
import io.bondtrader.compliance.report.transaction.TradingActivity;
import io.bondtrader.compliance.report.transaction.TradingCapacity;
import io.bondtrader.compliance.report.transaction.TradingTime;
import io.bondtrader.compliance.report.transaction.TransactionReference;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.signing.TrustedKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Two trades of the desk on its own account, each logged before it counts. */
final class TradingMorning {

    private static final Isin BUND = Isin.of("DE0001030567");
    private static final Lei DEALER = Lei.of("213800WSGIIZCXF1P572");

    private final Day day;
    private final AuditJournal journal;

    TradingMorning(Day day, AuditJournal journal) {
        this.day = day;
        this.journal = journal;
    }

    void run() {
        day.step("A morning of trades");
        write(new TradeEvent.InstrumentRecorded(BUND, "DBFTFB", true, true), "reference-data", BUND.value());
        trade("EX1", "order-1", Side.BUY, "1000000", "110", "0.02821918");
        trade("EX2", "order-2", Side.SELL, "400000", "110.12", "0.02821918");
        day.say("logged: an instrument, two orders, two executions; the log has "
                + journal.log().checkpoint().size() + " events under a signed checkpoint");

        AuditSearch search = AuditSearch.over(journal.log());
        long found = search.find(AuditQuery.all().action("order.executed").newestFirst(), 10)
                .events()
                .get(0)
                .index();
        ProvenEvent row = search.prove(found);
        day.say("the newest execution is event " + found + ": proven by "
                + row.proof().path().size() + " hashes and one signature");
        day.check(
                "the row proves itself without the log",
                row.verified(Day.ORIGIN, TrustedKeys.of(Keys.verifier())).index() == found);
    }

    private void trade(String reference, String order, Side side, String nominal, String price, String accrued) {
        write(new TradeEvent.OrderReceived(order, null, null, null, false), "trader-17", order);
        day.pass(Duration.ofMinutes(20));
        write(
                new TradeEvent.OrderExecuted(
                        TransactionReference.of(reference),
                        order,
                        side,
                        BUND,
                        new BigDecimal(nominal),
                        CurrencyCode.of("EUR"),
                        new BigDecimal(price),
                        new BigDecimal(accrued),
                        new BigDecimal("1.009990"),
                        TradingTime.parse(day.now().plusMillis(123).toString()),
                        TradingActivity.OTHER_ELECTRONIC,
                        TradingCapacity.DEAL,
                        new Party.LegalEntity(DEALER),
                        Mic.of("XOFF"),
                        false,
                        null,
                        new Responsible.Algorithm("QUOTER7"),
                        new Responsible.Algorithm("QUOTER7"),
                        Set.of(),
                        side == Side.SELL ? ShortSale.SELL : null,
                        Set.of()),
                "trader-17",
                order);
    }

    private void write(TradeEvent event, String actor, String resource) {
        journal.write(actor, event.action(), resource, Outcome.SUCCESS, event.body(), "mifid2");
    }
}
