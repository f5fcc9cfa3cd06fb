package io.bondtrader.compliance.report.transaction;

import static io.bondtrader.compliance.report.transaction.RuleTable.ALWAYS;
import static io.bondtrader.compliance.report.transaction.RuleTable.guidelines;
import static io.bondtrader.compliance.report.transaction.RuleTable.standard;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Rules on time, capacity, quantity, price, net amount and the bond itself: fields 28 to 35, 41, 62 and 65. */
final class TradeRules {

    private static final Citation CLOCKS =
            new Citation(Jurisdiction.EU, "Delegated Regulation (EU) 2017/574", "Annex, table 2", true);
    private static final Citation SHORT_SELLING =
            new Citation(Jurisdiction.EU, "Delegated Regulation (EU) 2017/590", "Article 11 with field 62", false);

    private TradeRules() {}

    static List<TransactionRule> all(LocalDate start) {
        RuleTable table = new RuleTable();
        time(table, start);
        capacity(table);
        amounts(table);
        bond(table);
        return table.rules();
    }

    private static void time(RuleTable table, LocalDate start) {
        table.error(
                "TR-28-1",
                ReportField.TRADING_TIME,
                standard("Annex I, field 28"),
                "the trade was done before it is reported",
                ALWAYS,
                (report, facts) -> !report.tradingTime().instant().isAfter(facts.reportedAt()),
                report -> report.tradingTime().toString());
        table.error(
                "TR-28-2",
                ReportField.TRADING_TIME,
                new Citation(Jurisdiction.EU, "Regulation (EU) No 600/2014", "Article 55", false),
                "the trade was done since transactions are reported under this law, 2018-01-03",
                ALWAYS,
                (report, facts) -> !report.tradingTime().day().isBefore(start),
                report -> report.tradingTime().toString());
        table.error(
                "TR-28-3",
                ReportField.TRADING_TIME,
                CLOCKS,
                "the time has the digits that the way of trading asks for",
                ALWAYS,
                (report, facts) ->
                        report.tradingTime().digits() >= facts.activity().leastDigits(),
                report -> report.tradingTime().toString());
    }

    private static void capacity(RuleTable table) {
        table.error(
                "TR-29-1",
                ReportField.TRADING_CAPACITY,
                guidelines("5.1"),
                "a firm that deals on own account is buyer or seller",
                (report, facts) -> report.capacity() == TradingCapacity.DEAL,
                (report, facts) -> report.buyer().has(report.executingEntity())
                        || report.seller().has(report.executingEntity()),
                report -> report.capacity().name());
        table.error(
                "TR-29-2",
                ReportField.TRADING_CAPACITY,
                guidelines("5.1"),
                "a firm that does not deal on own account is neither buyer nor seller",
                (report, facts) -> report.capacity() != TradingCapacity.DEAL,
                (report, facts) -> !report.buyer().has(report.executingEntity())
                        && !report.seller().has(report.executingEntity()),
                report -> report.capacity().name());
    }

    private static void amounts(RuleTable table) {
        table.error(
                "TR-31-1",
                ReportField.QUANTITY_CURRENCY,
                standard("Annex I, field 31"),
                "the nominal is in a currency of its day",
                ALWAYS,
                (report, facts) ->
                        report.nominalCurrency().activeOn(report.tradingTime().day()),
                report -> report.nominalCurrency().code());
        table.warning(
                "TR-33-1",
                ReportField.PRICE,
                guidelines("5.7"),
                "a bond's price is in per cent of its nominal",
                (report, facts) -> !(report.price() instanceof Price.None),
                (report, facts) -> report.price() instanceof Price.Percentage,
                report -> report.price().getClass().getSimpleName());
        table.error(
                "TR-34-1",
                ReportField.PRICE_CURRENCY,
                standard("Annex I, field 34"),
                "the price is in a currency of its day",
                (report, facts) -> report.price() instanceof Price.Monetary,
                (report, facts) -> !(report.price() instanceof Price.Monetary money)
                        || money.currency().activeOn(report.tradingTime().day()),
                report -> report.price() instanceof Price.Monetary money
                        ? money.currency().code()
                        : "");
        table.error(
                "TR-35-1",
                ReportField.NET_AMOUNT,
                standard("Annex I, field 35"),
                "a debt instrument with a price has a net amount",
                (report, facts) -> !(report.price() instanceof Price.None),
                (report, facts) -> report.netAmount() != null,
                report -> "");
        table.error(
                "TR-35-2",
                ReportField.NET_AMOUNT,
                standard("Annex I, field 35"),
                "without a price there is no net amount",
                (report, facts) -> report.price() instanceof Price.None,
                (report, facts) -> report.netAmount() == null,
                report -> String.valueOf(report.netAmount()));
        table.error(
                "TR-35-3",
                ReportField.NET_AMOUNT,
                new Citation(Jurisdiction.EU, "ESMA, Questions and Answers on MiFIR data reporting", "1690", true),
                "the net amount is price and accrued interest times nominal and index ratio, rounded",
                (report, facts) -> facts.accruedPct() != null
                        && report.netAmount() != null
                        && report.price() instanceof Price.Percentage,
                TradeRules::netAmountAgrees,
                report -> String.valueOf(report.netAmount()));
    }

    /** Rounded to any number of places that the field takes: half of the last place shown, at least two. */
    private static boolean netAmountAgrees(TransactionReport report, TradeFacts facts) {
        BigDecimal stated = report.netAmount();
        BigDecimal accrued = facts.accruedPct();
        if (stated == null || accrued == null || !(report.price() instanceof Price.Percentage price)) {
            return true;
        }
        BigDecimal exact = price.value()
                .add(accrued)
                .multiply(report.nominal())
                .multiply(facts.indexRatio())
                .movePointLeft(2);
        int places = Math.max(2, stated.scale());
        return exact.subtract(stated).abs().movePointRight(places).compareTo(new BigDecimal("0.5")) <= 0;
    }

    private static void bond(RuleTable table) {
        table.error(
                "TR-41-1",
                ReportField.INSTRUMENT,
                standard("Annex I, field 41"),
                "the instrument is debt by its classification (ISO 10962): its code begins with D",
                ALWAYS,
                (report, facts) -> facts.cfi().startsWith("D"),
                report -> report.instrument().value());
        table.error(
                "TR-62-1",
                ReportField.SHORT_SELLING,
                SHORT_SELLING,
                "of bonds only sovereign debt is flagged as sold short or not",
                (report, facts) -> report.shortSale() != null,
                (report, facts) -> facts.sovereign(),
                report -> String.valueOf(report.shortSale()));
        table.error(
                "TR-62-2",
                ReportField.SHORT_SELLING,
                SHORT_SELLING,
                "a sale of sovereign debt by the firm or its client says whether it was short",
                (report, facts) -> facts.sovereign() && sellsForItselfOrClient(report),
                (report, facts) -> report.shortSale() != null,
                report -> "");
        table.error(
                "TR-62-3",
                ReportField.SHORT_SELLING,
                SHORT_SELLING,
                "a firm knows whether its own sale was short",
                (report, facts) -> report.shortSale() == ShortSale.UNDI,
                (report, facts) -> !report.seller().has(report.executingEntity()),
                report -> "UNDI");
        table.warning(
                "TR-65-1",
                ReportField.SECURITIES_FINANCING,
                standard("Annex I, field 65"),
                "a securities financing transaction is reported here only if it is exempt from reporting as such",
                ALWAYS,
                (report, facts) -> !report.securitiesFinancing(),
                report -> String.valueOf(report.securitiesFinancing()));
    }

    /** Own sales, and sales that are somebody's for whom the firm acts: not those of a counterparty. */
    private static boolean sellsForItselfOrClient(TransactionReport report) {
        return report.seller().has(report.executingEntity())
                || (report.capacity() != TradingCapacity.DEAL
                        && report.seller().owners().stream()
                                .anyMatch(owner ->
                                        owner.branch() != null && owner.party() instanceof Party.DecisionMaker));
    }
}
