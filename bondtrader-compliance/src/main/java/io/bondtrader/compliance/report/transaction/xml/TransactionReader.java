package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.Cancellation;
import io.bondtrader.compliance.report.transaction.Party;
import io.bondtrader.compliance.report.transaction.PartySide;
import io.bondtrader.compliance.report.transaction.PostTradeFlag;
import io.bondtrader.compliance.report.transaction.Price;
import io.bondtrader.compliance.report.transaction.Responsible;
import io.bondtrader.compliance.report.transaction.ShortSale;
import io.bondtrader.compliance.report.transaction.TradingCapacity;
import io.bondtrader.compliance.report.transaction.TradingTime;
import io.bondtrader.compliance.report.transaction.TransactionMessage;
import io.bondtrader.compliance.report.transaction.TransactionReference;
import io.bondtrader.compliance.report.transaction.TransactionReport;
import io.bondtrader.compliance.report.transaction.Transmission;
import io.bondtrader.compliance.report.transaction.Waiver;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a tree that follows the structure into messages. */
final class TransactionReader {

    private TransactionReader() {}

    static TransactionFile file(XmlNode root) {
        boolean enveloped = root.name.equals("BizData");
        XmlNode document = enveloped ? root.child("Pyld").child("Document") : root;
        List<TransactionMessage> messages = new ArrayList<>();
        for (XmlNode transaction : document.child("FinInstrmRptgTxRpt").children) {
            XmlNode content = transaction.children.get(0);
            messages.add(content.name.equals("New") ? report(content) : cancellation(content));
        }
        return new TransactionFile(enveloped ? header(root.child("Hdr").child("AppHdr")) : null, messages);
    }

    static MessageHeader header(XmlNode node) {
        return new MessageHeader(
                sender(node.child("Fr")),
                sender(node.child("To")),
                node.child("BizMsgIdr").text(),
                node.child("MsgDefIdr").text(),
                TradingTime.parse(node.child("CreDt").collapsed()).instant());
    }

    private static String sender(XmlNode node) {
        return node.child("OrgId")
                .child("Id")
                .child("OrgId")
                .child("Othr")
                .child("Id")
                .text();
    }

    private static Cancellation cancellation(XmlNode node) {
        return new Cancellation(
                TransactionReference.of(node.child("TxId").text()),
                Lei.of(node.child("ExctgPty").text()),
                Lei.of(node.child("SubmitgPty").text()));
    }

    private static TransactionReport report(XmlNode node) {
        XmlNode trade = node.child("Tx");
        XmlNode nominal = trade.child("Qty").child("NmnlVal");
        XmlNode passed = node.child("OrdrTrnsmssn");
        XmlNode extra = node.child("AddtlAttrbts");
        XmlNode decision = node.find("InvstmtDcsnPrsn");
        XmlNode net = trade.find("NetAmt");
        XmlNode branch = trade.find("CtryOfBrnch");
        XmlNode shortSale = extra.find("ShrtSellgInd");
        return TransactionReport.builder()
                .reference(TransactionReference.of(node.child("TxId").text()))
                .executingEntity(Lei.of(node.child("ExctgPty").text()))
                .investmentFirm(truth(node.child("InvstmtPtyInd")))
                .submittingEntity(Lei.of(node.child("SubmitgPty").text()))
                .buyer(side(node.child("Buyr")))
                .seller(side(node.child("Sellr")))
                .transmission(new Transmission(
                        truth(passed.child("TrnsmssnInd")),
                        lei(passed.find("TrnsmttgBuyr")),
                        lei(passed.find("TrnsmttgSellr"))))
                .tradingTime(TradingTime.parse(trade.child("TradDt").collapsed()))
                .capacity(TradingCapacity.valueOf(trade.child("TradgCpcty").text()))
                .nominal(number(nominal))
                .nominalCurrency(currency(nominal))
                .price(price(trade.child("Pric").children.get(0)))
                .netAmount(net == null ? null : number(net))
                .venue(Mic.of(trade.child("TradVn").text()))
                .venueBranch(branch == null ? null : Country.of(branch.text()))
                .venueTransactionId(text(trade.find("TradPlcMtchgId")))
                .packageId(text(trade.find("CmplxTradCmpntId")))
                .instrument(Isin.of(node.child("FinInstrm").child("Id").text()))
                .investmentDecision(decision == null ? null : decider(decision.children.get(0)))
                .execution(executor(node.child("ExctgPrsn").children.get(0)))
                .waivers(codes(extra.all("WvrInd"), Waiver.class))
                .shortSale(shortSale == null ? null : ShortSale.valueOf(shortSale.text()))
                .flags(codes(extra.all("OTCPstTradInd"), PostTradeFlag.class))
                .securitiesFinancing(truth(extra.child("SctiesFincgTxInd")))
                .build();
    }

    private static Price price(XmlNode node) {
        if (node.name.equals("NoPric")) {
            XmlNode currency = node.find("Ccy");
            return new Price.None(
                    Price.Reason.valueOf(node.child("Pdg").text()),
                    currency == null ? null : CurrencyCode.of(currency.text()));
        }
        XmlNode value = node.children.get(0);
        return switch (value.name) {
            case "Pctg" -> new Price.Percentage(number(value));
            case "Yld" -> new Price.Yield(number(value));
            case "BsisPts" -> new Price.BasisPoints(number(value));
            default -> money(value);
        };
    }

    private static Price money(XmlNode node) {
        XmlNode amount = node.child("Amt");
        XmlNode sign = node.find("Sgn");
        BigDecimal value = number(amount);
        return new Price.Monetary(sign == null || truth(sign) ? value : value.negate(), currency(amount));
    }

    private static PartySide side(XmlNode node) {
        List<PartySide.Owner> owners = new ArrayList<>();
        for (XmlNode owner : node.all("AcctOwnr")) {
            XmlNode branch = owner.find("CtryOfBrnch");
            owners.add(new PartySide.Owner(
                    party(owner.child("Id").children.get(0)), branch == null ? null : Country.of(branch.text())));
        }
        List<Party.DecisionMaker> makers = new ArrayList<>();
        for (XmlNode maker : node.all("DcsnMakr")) {
            makers.add((Party.DecisionMaker) party(maker.children.get(0)));
        }
        return new PartySide(owners, makers);
    }

    private static Party party(XmlNode node) {
        return switch (node.name) {
            case "LEI" -> new Party.LegalEntity(Lei.of(node.text()));
            case "MIC" -> new Party.AnonymousVenue(Mic.of(node.text()));
            case "Intl" -> new Party.AggregateAccount();
            default ->
                new Party.Person(
                        identifier(node.child("Othr")),
                        node.child("FrstNm").text(),
                        node.child("Nm").text(),
                        LocalDate.parse(node.child("BirthDt").collapsed()));
        };
    }

    private static Responsible.Decider decider(XmlNode node) {
        if (node.name.equals("Algo")) {
            return new Responsible.Algorithm(node.text());
        }
        return new Responsible.Employee(
                identifier(node.child("Othr")),
                Country.of(node.child("CtryOfBrnch").text()));
    }

    private static Responsible executor(XmlNode node) {
        return node.name.equals("Clnt") ? new Responsible.Client() : decider(node);
    }

    private static NaturalPersonId identifier(XmlNode node) {
        String scheme = node.child("SchmeNm").children.get(0).text();
        return NaturalPersonId.parse(node.child("Id").text(), IdentifierScheme.valueOf(scheme));
    }

    private static <T extends Enum<T>> Set<T> codes(List<XmlNode> nodes, Class<T> type) {
        Set<T> codes = EnumSet.noneOf(type);
        for (XmlNode node : nodes) {
            codes.add(Enum.valueOf(type, node.text()));
        }
        return codes;
    }

    private static @Nullable Lei lei(@Nullable XmlNode node) {
        return node == null ? null : Lei.of(node.text());
    }

    private static @Nullable String text(@Nullable XmlNode node) {
        return node == null ? null : node.text();
    }

    private static CurrencyCode currency(XmlNode node) {
        return CurrencyCode.of(String.valueOf(node.attributes.get("Ccy")));
    }

    private static BigDecimal number(XmlNode node) {
        return new BigDecimal(node.collapsed());
    }

    private static boolean truth(XmlNode node) {
        String text = node.collapsed();
        return text.equals("true") || text.equals("1");
    }
}
