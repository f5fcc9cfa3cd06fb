package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.ReportField;
import io.bondtrader.compliance.report.transaction.xml.Grammar.Amount;
import io.bondtrader.compliance.report.transaction.xml.Grammar.InOrder;
import io.bondtrader.compliance.report.transaction.xml.Grammar.NotForBonds;
import io.bondtrader.compliance.report.transaction.xml.Grammar.OneOf;
import io.bondtrader.compliance.report.transaction.xml.Grammar.Part;
import io.bondtrader.compliance.report.transaction.xml.Grammar.Simple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages, written from the table of fields and the element names of ISO 20022 as ESMA's usage guideline 1.1.0 of
 * 2018-03-26 takes them.
 */
final class MessageGrammars {

    static final String REPORTS = "urn:iso:std:iso:20022:tech:xsd:auth.016.001.01";
    static final String FEEDBACK = "urn:iso:std:iso:20022:tech:xsd:auth.031.001.01";
    static final String HEADER = "urn:iso:std:iso:20022:tech:xsd:head.001.001.01";
    static final String ENVELOPE = "urn:iso:std:iso:20022:tech:xsd:head.003.001.01";

    private static final int ANY = Integer.MAX_VALUE;
    /** The least sign of a number. */
    private static final int POSITIVE = 1;

    private static final int NOT_NEGATIVE = 0;
    private static final int ANY_SIGN = -1;

    private static final Simple LEI = new Simple("an LEI in form", SimpleForm.LEI);
    private static final Simple MIC = new Simple("a market identifier code in form", SimpleForm.MIC);
    private static final Simple COUNTRY = new Simple("two capital letters", SimpleForm.COUNTRY);
    private static final Simple TRUTH = new Simple("true or false", SimpleForm.TRUTH);
    private static final Simple DATE = new Simple("a date", SimpleForm::date);
    private static final Simple TIME = new Simple("a time in UTC", SimpleForm::dateTime);
    private static final Simple NAME = new Simple("1 to 140 characters", SimpleForm.text(140));
    private static final Simple TEXT_35 = new Simple("1 to 35 characters", SimpleForm.text(35));
    private static final Simple REFERENCE = new Simple("1 to 52 capital letters and digits", SimpleForm.capitals(52));
    private static final Simple ALGORITHM = new Simple("1 to 50 capital letters and digits", SimpleForm.capitals(50));
    private static final Simple PERCENTAGE =
            new Simple("a number of 11 digits, 10 after the point", SimpleForm.decimal(11, 10, ANY_SIGN));
    private static final Grammar DERIVATIVE = new NotForBonds();

    private MessageGrammars() {}

    static Part reports() {
        String ns = REPORTS;
        Grammar cancellation = order(
                part(ns, "TxId", REFERENCE, ReportField.TRANSACTION_REFERENCE),
                part(ns, "ExctgPty", LEI, ReportField.EXECUTING_ENTITY),
                part(ns, "SubmitgPty", LEI, ReportField.SUBMITTING_ENTITY));
        Part transaction = part(
                ns,
                "Tx",
                choice(part(ns, "New", report(ns), null), part(ns, "Cxl", cancellation, null)),
                ReportField.REPORT_STATUS);
        return part(ns, "Document", order(part(ns, "FinInstrmRptgTxRpt", order(transaction.upTo(ANY)), null)), null);
    }

    private static Grammar report(String ns) {
        Grammar transmission = order(
                part(ns, "TrnsmssnInd", TRUTH, ReportField.TRANSMISSION),
                part(ns, "TrnsmttgBuyr", LEI, ReportField.BUYER_TRANSMITTING_FIRM)
                        .optional(),
                part(ns, "TrnsmttgSellr", LEI, ReportField.SELLER_TRANSMITTING_FIRM)
                        .optional());
        Grammar instrument = choice(
                part(ns, "Id", new Simple("an ISIN in form", SimpleForm.ISIN), ReportField.INSTRUMENT),
                part(ns, "Othr", DERIVATIVE, ReportField.INSTRUMENT_NAME));
        Grammar decision = choice(
                part(
                        ns,
                        "Prsn",
                        employee(ns, ReportField.INVESTMENT_DECISION, ReportField.INVESTMENT_DECISION_BRANCH),
                        null),
                part(ns, "Algo", ALGORITHM, ReportField.INVESTMENT_DECISION));
        Grammar execution = choice(
                part(ns, "Prsn", employee(ns, ReportField.EXECUTION, ReportField.EXECUTION_BRANCH), null),
                part(ns, "Algo", ALGORITHM, ReportField.EXECUTION),
                part(ns, "Clnt", code("NORE"), ReportField.EXECUTION));
        return order(
                part(ns, "TxId", REFERENCE, ReportField.TRANSACTION_REFERENCE),
                part(ns, "ExctgPty", LEI, ReportField.EXECUTING_ENTITY),
                part(ns, "InvstmtPtyInd", TRUTH, ReportField.INVESTMENT_FIRM),
                part(ns, "SubmitgPty", LEI, ReportField.SUBMITTING_ENTITY),
                part(ns, "Buyr", side(ns, ReportField.BUYER), ReportField.BUYER),
                part(ns, "Sellr", side(ns, ReportField.SELLER), ReportField.SELLER),
                part(ns, "OrdrTrnsmssn", transmission, ReportField.TRANSMISSION),
                part(ns, "Tx", trade(ns), null),
                part(ns, "FinInstrm", instrument, ReportField.INSTRUMENT),
                part(ns, "InvstmtDcsnPrsn", decision, ReportField.INVESTMENT_DECISION)
                        .optional(),
                part(ns, "ExctgPrsn", execution, ReportField.EXECUTION),
                part(ns, "AddtlAttrbts", attributes(ns), null));
    }

    /** A side of nine fields: the buying one from 7 on, the selling one from 16 on. */
    private static Grammar side(String ns, ReportField first) {
        int base = first.number();
        Grammar owner = choice(
                part(ns, "LEI", LEI, first),
                part(ns, "MIC", MIC, first),
                part(ns, "Prsn", person(ns, base), null),
                part(ns, "Intl", code("INTC"), first));
        Grammar maker =
                choice(part(ns, "LEI", LEI, ReportField.of(base + 5)), part(ns, "Prsn", person(ns, base + 4), null));
        Grammar account = order(
                part(ns, "Id", owner, first),
                part(ns, "CtryOfBrnch", COUNTRY, ReportField.of(base + 1)).optional());
        return order(
                part(ns, "AcctOwnr", account, first).upTo(ANY),
                part(ns, "DcsnMakr", maker, ReportField.of(base + 5)).upTo(ANY).optional());
    }

    /** Names and birth date stand two, three and four fields behind the owner's; of a decision maker likewise. */
    private static Grammar person(String ns, int base) {
        boolean owner = base == ReportField.BUYER.number() || base == ReportField.SELLER.number();
        return order(
                part(ns, "FrstNm", NAME, ReportField.of(base + 2)),
                part(ns, "Nm", NAME, ReportField.of(base + 3)),
                part(ns, "BirthDt", DATE, ReportField.of(base + 4)),
                part(ns, "Othr", identifier(ns, ReportField.of(owner ? base : base + 1)), null));
    }

    private static Grammar identifier(String ns, ReportField field) {
        Grammar scheme = choice(part(ns, "Cd", code("NIDN", "CCPT"), field), part(ns, "Prtry", code("CONCAT"), field));
        return order(
                part(ns, "Id", new Simple("an identifier of a person in form", SimpleForm::person), field),
                part(ns, "SchmeNm", scheme, field));
    }

    private static Grammar employee(String ns, ReportField id, ReportField branch) {
        return order(part(ns, "CtryOfBrnch", COUNTRY, branch), part(ns, "Othr", identifier(ns, id), id));
    }

    private static Grammar trade(String ns) {
        Grammar quantity = choice(
                part(ns, "NmnlVal", amount(18, 5, POSITIVE), ReportField.QUANTITY),
                part(ns, "Unit", DERIVATIVE, ReportField.QUANTITY),
                part(ns, "MntryVal", DERIVATIVE, ReportField.QUANTITY));
        Grammar money = order(
                part(ns, "Amt", amount(18, 13, NOT_NEGATIVE), ReportField.PRICE),
                part(ns, "Sgn", TRUTH, ReportField.PRICE).optional());
        Grammar known = choice(
                part(ns, "MntryVal", money, ReportField.PRICE),
                part(ns, "Pctg", PERCENTAGE, ReportField.PRICE),
                part(ns, "Yld", PERCENTAGE, ReportField.PRICE),
                part(ns, "BsisPts", number(18, 17, ANY_SIGN), ReportField.PRICE));
        Grammar unknown = order(
                part(ns, "Pdg", code("PNDG", "NOAP"), ReportField.PRICE),
                part(ns, "Ccy", new Simple("three capital letters", SimpleForm.CURRENCY), ReportField.PRICE_CURRENCY)
                        .optional());
        Grammar price =
                choice(part(ns, "Pric", known, ReportField.PRICE), part(ns, "NoPric", unknown, ReportField.PRICE));
        return order(
                part(ns, "TradDt", TIME, ReportField.TRADING_TIME),
                part(ns, "TradgCpcty", code("MTCH", "DEAL", "AOTC"), ReportField.TRADING_CAPACITY),
                part(ns, "Qty", quantity, ReportField.QUANTITY),
                part(ns, "DerivNtnlChng", DERIVATIVE, ReportField.NOTIONAL_CHANGE)
                        .optional(),
                part(ns, "Pric", price, ReportField.PRICE),
                part(ns, "NetAmt", number(18, 5, NOT_NEGATIVE), ReportField.NET_AMOUNT)
                        .optional(),
                part(ns, "TradVn", MIC, ReportField.VENUE),
                part(ns, "CtryOfBrnch", COUNTRY, ReportField.VENUE_BRANCH).optional(),
                part(ns, "UpFrntPmt", DERIVATIVE, ReportField.UP_FRONT_PAYMENT).optional(),
                part(ns, "TradPlcMtchgId", REFERENCE, ReportField.VENUE_TRANSACTION_ID)
                        .optional(),
                part(
                                ns,
                                "CmplxTradCmpntId",
                                new Simple("1 to 35 capital letters and digits", SimpleForm.capitals(35)),
                                ReportField.PACKAGE_ID)
                        .optional());
    }

    private static Grammar attributes(String ns) {
        Simple waivers = code("OILQ", "NLIQ", "PRIC", "ILQD", "RFPT", "SIZE");
        Simple flags = code(
                "BENC", "ACTX", "ILQD", "SIZE", "CANC", "AMND", "SDIV", "RPRI", "DUPL", "LRGS", "TNCP", "TPAC", "XFPH");
        return order(
                part(ns, "WvrInd", waivers, ReportField.WAIVER).upTo(6).optional(),
                part(ns, "ShrtSellgInd", code("SESH", "SELL", "SSEX", "UNDI"), ReportField.SHORT_SELLING)
                        .optional(),
                part(ns, "OTCPstTradInd", flags, ReportField.OTC_FLAGS).upTo(13).optional(),
                part(ns, "RskRdcgTx", DERIVATIVE, ReportField.COMMODITY_DERIVATIVE)
                        .optional(),
                part(ns, "SctiesFincgTxInd", TRUTH, ReportField.SECURITIES_FINANCING));
    }

    static Part feedback() {
        String ns = FEEDBACK;
        Grammar scheme = choice(
                part(ns, "Cd", new Simple("1 to 4 characters", SimpleForm.text(4)), null),
                part(ns, "Prtry", TEXT_35, null));
        Grammar rule = order(
                part(ns, "Id", TEXT_35, null),
                part(ns, "Desc", new Simple("1 to 350 characters", SimpleForm.text(350)), null),
                part(ns, "SchmeNm", scheme, null).optional(),
                part(ns, "Issr", TEXT_35, null).optional());
        Simple numeral = new Simple("1 to 15 digits", SimpleForm.NUMERAL);
        Simple recordStatus = code("ACPT", "PDNG", "RCVD", "RJCT");
        Grammar perStatus = order(part(ns, "DtldNbOfRcrds", numeral, null), part(ns, "DtldSts", recordStatus, null));
        Grammar statistics = order(
                part(ns, "TtlNbOfRcrds", numeral, null),
                part(ns, "NbOfRcrdsPerSts", perStatus, null).upTo(ANY));
        Grammar message = order(
                part(ns, "Sts", code("ACPT", "PART", "RCVD", "RJCT", "RMDR", "WARN", "INCF", "CRPT"), null),
                part(ns, "VldtnRule", rule, null).upTo(ANY).optional(),
                part(ns, "Sttstcs", statistics, null).optional());
        Grammar record = order(
                part(ns, "OrgnlRcrdId", NAME, ReportField.TRANSACTION_REFERENCE),
                part(ns, "Sts", recordStatus, null),
                part(ns, "VldtnRule", rule, null).upTo(ANY).optional());
        Grammar advice = order(
                part(ns, "MsgRptIdr", TEXT_35, null).optional(),
                part(ns, "MsgSts", message, null),
                part(ns, "RcrdSts", record, null).upTo(ANY).optional());
        return part(
                ns,
                "Document",
                order(part(
                        ns,
                        "FinInstrmRptgStsAdvc",
                        order(part(ns, "StsAdvc", advice, null).upTo(ANY)),
                        null)),
                null);
    }

    /** A message in its business envelope. */
    static Part enveloped(Part document) {
        String ns = HEADER;
        Grammar scheme = choice(
                part(ns, "Cd", new Simple("1 to 4 characters", SimpleForm.text(4)), null),
                part(ns, "Prtry", TEXT_35, null));
        Grammar other = order(
                part(ns, "Id", TEXT_35, null), part(ns, "SchmeNm", scheme, null).optional());
        Grammar party = choice(part(
                ns,
                "OrgId",
                order(part(ns, "Id", choice(part(ns, "OrgId", order(part(ns, "Othr", other, null)), null)), null)),
                null));
        List<Part> header = List.of(
                part(ns, "Fr", party, null),
                part(ns, "To", party, null),
                part(ns, "BizMsgIdr", TEXT_35, null),
                part(ns, "MsgDefIdr", TEXT_35, null),
                part(ns, "CreDt", TIME, null));
        List<Part> withRelated = new ArrayList<>(header);
        withRelated.add(part(ns, "Rltd", new InOrder(header), null).optional());
        Part application = part(ns, "AppHdr", new InOrder(withRelated), null);
        return part(
                ENVELOPE,
                "BizData",
                order(part(ENVELOPE, "Hdr", order(application), null), part(ENVELOPE, "Pyld", order(document), null)),
                null);
    }

    private static Part part(String ns, String name, Grammar content, @Nullable ReportField field) {
        return new Part(ns, name, 1, 1, content, field);
    }

    private static Grammar order(Part... parts) {
        return new InOrder(List.of(parts));
    }

    private static Grammar choice(Part... parts) {
        return new OneOf(List.of(parts));
    }

    private static Simple code(String... codes) {
        return new Simple("one of " + List.of(codes), SimpleForm.codes(codes));
    }

    private static Simple number(int digits, int fraction, int leastSign) {
        return new Simple(
                "a number of " + digits + " digits, " + fraction + " after the point, of the right sign",
                SimpleForm.decimal(digits, fraction, leastSign));
    }

    private static Amount amount(int digits, int fraction, int leastSign) {
        Simple number = number(digits, fraction, leastSign);
        return new Amount(number.form(), number.accepts());
    }
}
