package io.bondtrader.compliance.report.transaction.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.report.transaction.Cancellation;
import io.bondtrader.compliance.report.transaction.Price;
import io.bondtrader.compliance.report.transaction.SampleReports;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.xml.StructureProblem.Kind;
import java.math.BigDecimal;
import java.util.List;

/** One file with every element that a bond's report has, and changes of it that the schema forbids or allows. */
final class Mutants {

    /** A change of the file's text: what stands there, and what takes its place. */
    record Mutant(String name, String target, String replacement, Kind kind) {

        String applied() {
            if (!BASE.contains(target)) {
                throw new IllegalStateException(name + " has nothing to change");
            }
            int place = BASE.indexOf(target);
            return BASE.substring(0, place) + replacement + BASE.substring(place + target.length());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final TransactionFile FILE = new TransactionFile(
            null,
            List.of(
                    SampleReports.ownAccount().toBuilder().venueBranch(null).build(),
                    SampleReports.agency(),
                    SampleReports.market(),
                    SampleReports.allocation(),
                    SampleReports.ownAccount().toBuilder()
                            .venueBranch(null)
                            .price(new Price.Monetary(new BigDecimal("-1.5"), CurrencyCode.of("EUR")))
                            .build(),
                    SampleReports.ownAccount().toBuilder()
                            .venueBranch(null)
                            .price(new Price.None(Price.Reason.PNDG, CurrencyCode.of("EUR")))
                            .netAmount(null)
                            .build(),
                    Cancellation.of(SampleReports.ownAccount())));

    static final String BASE = new String(TransactionXml.write(FILE), UTF_8);

    private static final String LEI = "<ExctgPty>529900T8BM49AURSDO55</ExctgPty>";

    /** Changes that the schema forbids. */
    static final List<Mutant> FORBIDDEN = List.of(
            new Mutant("another root", "<Document ", "<Documents ", Kind.NAMESPACE),
            new Mutant("another namespace", "auth.016.001.01", "auth.016.001.02", Kind.NAMESPACE),
            new Mutant("no reference", "<TxId>OWN0000001</TxId>", "", Kind.MISSING),
            new Mutant("an empty reference", "OWN0000001", "", Kind.VALUE),
            new Mutant("a reference in small letters", "OWN0000001", "own0000001", Kind.VALUE),
            new Mutant("a reference with a space before it", "OWN0000001", " OWN0000001", Kind.VALUE),
            new Mutant("a reference of 53 characters", "OWN0000001", "A".repeat(53), Kind.VALUE),
            new Mutant("a reference twice", "<TxId>OWN0000001</TxId>", "<TxId>A</TxId><TxId>A</TxId>", Kind.TOO_MANY),
            new Mutant("an LEI of 19 characters", LEI, "<ExctgPty>529900T8BM49AURSDO5</ExctgPty>", Kind.VALUE),
            new Mutant("an LEI that ends with a letter", LEI, "<ExctgPty>529900T8BM49AURSDO5A</ExctgPty>", Kind.VALUE),
            new Mutant("an LEI in small letters", LEI, "<ExctgPty>529900t8bm49aursdo55</ExctgPty>", Kind.VALUE),
            new Mutant("no executing entity", LEI, "", Kind.MISSING),
            new Mutant(
                    "firm before reference",
                    "<TxId>OWN0000001</TxId>" + LEI,
                    LEI + "<TxId>OWN0000001</TxId>",
                    Kind.MISSING),
            new Mutant("a flag in words", "<InvstmtPtyInd>true", "<InvstmtPtyInd>yes", Kind.VALUE),
            new Mutant("a flag in capitals", "<InvstmtPtyInd>true", "<InvstmtPtyInd>TRUE", Kind.VALUE),
            new Mutant(
                    "a buyer without an id",
                    "<Buyr><AcctOwnr><Id><LEI>529900T8BM49AURSDO55</LEI></Id></AcctOwnr></Buyr>",
                    "<Buyr><AcctOwnr><Id/></AcctOwnr></Buyr>",
                    Kind.MISSING),
            new Mutant(
                    "no account owner",
                    "<Buyr><AcctOwnr><Id><LEI>529900T8BM49AURSDO55</LEI></Id></AcctOwnr></Buyr>",
                    "<Buyr></Buyr>",
                    Kind.MISSING),
            new Mutant(
                    "two ids of a buyer",
                    "<Id><LEI>529900T8BM49AURSDO55</LEI></Id>",
                    "<Id><LEI>529900T8BM49AURSDO55</LEI><MIC>XBER</MIC></Id>",
                    Kind.TOO_MANY),
            new Mutant("an internal code of another name", "<Intl>INTC", "<Intl>INTL", Kind.VALUE),
            new Mutant("a venue in small letters", "<TradVn>XBER", "<TradVn>xber", Kind.VALUE),
            new Mutant("a venue of five letters", "<TradVn>XBER", "<TradVn>XBERL", Kind.VALUE),
            new Mutant("no venue", "<TradVn>XBER</TradVn>", "", Kind.MISSING),
            new Mutant("a time without Z", "123456Z", "123456", Kind.VALUE),
            new Mutant("a time with an offset", "123456Z", "123456+00:00", Kind.VALUE),
            new Mutant("a time on 30 February", "2026-11-20T09:30", "2026-02-30T09:30", Kind.VALUE),
            new Mutant("a date without a time", "2026-11-20T09:30:00.123456Z", "2026-11-20", Kind.VALUE),
            new Mutant("a minute of 60", "T09:30:00.123456Z", "T09:60:00.123456Z", Kind.VALUE),
            new Mutant("another capacity", "<TradgCpcty>DEAL", "<TradgCpcty>PRIN", Kind.VALUE),
            new Mutant("a quantity of zero", ">1000000<", ">0<", Kind.VALUE),
            new Mutant("a negative quantity", ">1000000<", ">-1000000<", Kind.VALUE),
            new Mutant("a quantity of six places", ">1000000<", ">1000000.000001<", Kind.VALUE),
            new Mutant("a quantity of 19 digits", ">1000000<", ">1234567890123456789<", Kind.VALUE),
            new Mutant("a quantity with an exponent", ">1000000<", ">1E6<", Kind.VALUE),
            new Mutant("a quantity with commas", ">1000000<", ">1,000,000<", Kind.VALUE),
            new Mutant("a quantity without currency", "<NmnlVal Ccy=\"EUR\">", "<NmnlVal>", Kind.ATTRIBUTE),
            new Mutant("a currency of two letters", "<NmnlVal Ccy=\"EUR\">", "<NmnlVal Ccy=\"EU\">", Kind.VALUE),
            new Mutant(
                    "another attribute", "<NmnlVal Ccy=\"EUR\">", "<NmnlVal Ccy=\"EUR\" Sgn=\"true\">", Kind.ATTRIBUTE),
            new Mutant("a currency of a percentage", "<Pctg>110", "<Pctg Ccy=\"EUR\">110", Kind.ATTRIBUTE),
            new Mutant("a percentage of eleven places", "<Pctg>110", "<Pctg>1.00000000001", Kind.VALUE),
            new Mutant("a percentage of twelve digits", "<Pctg>110", "<Pctg>123456789.123", Kind.VALUE),
            new Mutant("a percentage that is no number", "<Pctg>110", "<Pctg>NaN", Kind.VALUE),
            new Mutant("no number at all", "<Pctg>110", "<Pctg>", Kind.VALUE),
            new Mutant("two prices", "<Pctg>110</Pctg>", "<Pctg>110</Pctg><Yld>2</Yld>", Kind.TOO_MANY),
            new Mutant("no price", "<Pric><Pric><Pctg>110</Pctg></Pric></Pric>", "", Kind.MISSING),
            new Mutant("a negative amount", "<Amt Ccy=\"EUR\">1.5", "<Amt Ccy=\"EUR\">-1.5", Kind.VALUE),
            new Mutant("a negative net amount", "<NetAmt>1111274.01", "<NetAmt>-1111274.01", Kind.VALUE),
            new Mutant("a net amount before the price", "<Pric><Pric>", "<NetAmt>1</NetAmt><Pric><Pric>", Kind.MISSING),
            new Mutant("another reason for no price", "<Pdg>PNDG", "<Pdg>NONE", Kind.VALUE),
            new Mutant("an ISIN of 11 characters", "<Id>DE0001030567", "<Id>DE000103056", Kind.VALUE),
            new Mutant("an ISIN in small letters", "<Id>DE0001030567", "<Id>de0001030567", Kind.VALUE),
            new Mutant("no instrument", "<FinInstrm><Id>DE0001030567</Id></FinInstrm>", "", Kind.MISSING),
            new Mutant("an algorithm with a hyphen", "<Algo>QUOTER7", "<Algo>QUOTER-7", Kind.VALUE),
            new Mutant("an algorithm of 51 characters", "<Algo>QUOTER7", "<Algo>" + "A".repeat(51), Kind.VALUE),
            new Mutant("a client with another reason", "<Clnt>NORE", "<Clnt>CLNT", Kind.VALUE),
            new Mutant(
                    "a person in two branches",
                    "<Prsn><CtryOfBrnch>DE</CtryOfBrnch>",
                    "<Prsn><CtryOfBrnch>DE</CtryOfBrnch><CtryOfBrnch>DE</CtryOfBrnch>",
                    Kind.TOO_MANY),
            new Mutant("a person without a branch", "<Prsn><CtryOfBrnch>DE</CtryOfBrnch>", "<Prsn>", Kind.MISSING),
            new Mutant("a person without a birth date", "<BirthDt>1944-05-14</BirthDt>", "", Kind.MISSING),
            new Mutant("a birth date of another form", "1944-05-14", "14.05.1944", Kind.VALUE),
            new Mutant("a birth date that there is not", "1944-05-14", "1945-02-29", Kind.VALUE),
            new Mutant("an empty name", "<FrstNm>JAN", "<FrstNm>", Kind.VALUE),
            new Mutant("a name of 141 characters", "<FrstNm>JAN", "<FrstNm>" + "J".repeat(141), Kind.VALUE),
            new Mutant(
                    "an identifier of 21 characters made of names",
                    "DE19800715GUNTEVOS##",
                    "DE19800715GUNTEVOS###",
                    Kind.VALUE),
            new Mutant(
                    "an identifier that begins its name with #",
                    "DE19800715GUNTEVOS##",
                    "DE19800715#UNTEVOS##",
                    Kind.VALUE),
            new Mutant("a Polish number with a hyphen", "PL44051401359", "PL440514-1359", Kind.VALUE),
            new Mutant("an identifier without a country", "PL44051401359", "44051401359", Kind.VALUE),
            new Mutant("another scheme", "<Cd>NIDN", "<Cd>TXID", Kind.VALUE),
            new Mutant("CONCAT as a code", "<Prtry>CONCAT</Prtry>", "<Cd>CONCAT</Cd>", Kind.VALUE),
            new Mutant("a waiver of another name", "<WvrInd>SIZE", "<WvrInd>LRGS", Kind.VALUE),
            new Mutant("seven waivers", "<WvrInd>SIZE</WvrInd>", "<WvrInd>SIZE</WvrInd>".repeat(7), Kind.TOO_MANY),
            new Mutant("SHOR for a short sale", "<ShrtSellgInd>UNDI", "<ShrtSellgInd>SHOR", Kind.VALUE),
            new Mutant(
                    "a short sale said twice",
                    "<ShrtSellgInd>UNDI</ShrtSellgInd>",
                    "<ShrtSellgInd>UNDI</ShrtSellgInd><ShrtSellgInd>UNDI</ShrtSellgInd>",
                    Kind.TOO_MANY),
            new Mutant("a flag of another name", "<OTCPstTradInd>LRGS", "<OTCPstTradInd>NPFT", Kind.VALUE),
            new Mutant(
                    "fourteen flags",
                    "<OTCPstTradInd>LRGS</OTCPstTradInd>",
                    "<OTCPstTradInd>LRGS</OTCPstTradInd>".repeat(13),
                    Kind.TOO_MANY),
            new Mutant("no financing flag", "<SctiesFincgTxInd>false</SctiesFincgTxInd>", "", Kind.MISSING),
            new Mutant("a branch of three letters", "<CtryOfBrnch>PL", "<CtryOfBrnch>POL", Kind.VALUE),
            new Mutant("a package of 36 characters", "PACK1", "P".repeat(36), Kind.VALUE),
            new Mutant("text between elements", "<TradVn>", "x<TradVn>", Kind.TEXT),
            new Mutant("an element that there is not", "<TradVn>", "<Note/><TradVn>", Kind.MISSING),
            new Mutant("an element in a value", "<TradVn>XBER", "<TradVn><b/>XBER", Kind.UNEXPECTED),
            new Mutant("a report and a cancellation in one", "</New>", "</New><Cxl/>", Kind.TOO_MANY),
            new Mutant("neither", "<Tx><New>", "<Tx/><Tx><New>", Kind.MISSING),
            new Mutant("another kind of message", "<Cxl>", "<Mod/><Cxl>", Kind.UNEXPECTED),
            new Mutant(
                    "a cancellation with a status",
                    "</SubmitgPty></Cxl>",
                    "</SubmitgPty><Sts>CANC</Sts></Cxl>",
                    Kind.UNEXPECTED),
            new Mutant(
                    "a cancellation without a firm",
                    "<Cxl><TxId>OWN0000001</TxId>" + LEI,
                    "<Cxl><TxId>OWN0000001</TxId>",
                    Kind.MISSING),
            new Mutant("a transmission without a flag", "<TrnsmssnInd>false</TrnsmssnInd>", "", Kind.MISSING),
            new Mutant(
                    "a transmitting firm that is none",
                    "<TrnsmttgBuyr>7LTWFZYICNSX8D621K86",
                    "<TrnsmttgBuyr>NONE",
                    Kind.VALUE),
            new Mutant(
                    "a venue as decision maker",
                    "<DcsnMakr><LEI>529900T8BM49AURSDO55</LEI>",
                    "<DcsnMakr><MIC>XBER</MIC>",
                    Kind.UNEXPECTED));

    /** Changes that the schema allows. */
    static final List<Mutant> ALLOWED = List.of(
            new Mutant("white space around a number", "<Pctg>110", "<Pctg> 110\n", Kind.VALUE),
            new Mutant("a number with a plus", "<Pctg>110", "<Pctg>+110", Kind.VALUE),
            new Mutant("a negative percentage", "<Pctg>110", "<Pctg>-0.5", Kind.VALUE),
            new Mutant("zeros at the end", "<Pctg>110", "<Pctg>110.00000000000000", Kind.VALUE),
            new Mutant("zeros at the start", ">1000000<", ">0000000000000000000000001000000<", Kind.VALUE),
            new Mutant("a point without digits behind", ">1000000<", ">1000000.<", Kind.VALUE),
            new Mutant("a point without digits before", "<NetAmt>1111274.01", "<NetAmt>.5", Kind.VALUE),
            new Mutant("a flag as a digit", "<InvstmtPtyInd>true", "<InvstmtPtyInd>1", Kind.VALUE),
            new Mutant("white space around a flag", "<InvstmtPtyInd>true", "<InvstmtPtyInd> true ", Kind.VALUE),
            new Mutant("a time without fractions", "00.123456Z", "00Z", Kind.VALUE),
            new Mutant("white space between elements", "<TradVn>", "\n  <TradVn>", Kind.TEXT),
            new Mutant("a comment", "<TradVn>", "<!-- here --><TradVn>", Kind.TEXT),
            new Mutant("a comment in a value", "<TradVn>XB", "<TradVn>XB<!-- -->", Kind.VALUE),
            new Mutant("characters as data", "<TradVn>XBER", "<TradVn><![CDATA[XBER]]>", Kind.VALUE),
            new Mutant("a character by its number", "<TradVn>XBER", "<TradVn>XB&#69;R", Kind.VALUE),
            new Mutant("a Finnish number", "PL44051401359", "FI131052-308T", Kind.VALUE),
            new Mutant("an old Finnish number", "PL44051401359", "FI131052+308T", Kind.VALUE),
            new Mutant("a Latvian number", "PL44051401359", "LV161175-19997", Kind.VALUE),
            new Mutant("a name of 140 characters", "<FrstNm>JAN", "<FrstNm>" + "J".repeat(140), Kind.VALUE),
            new Mutant("six waivers", "<WvrInd>SIZE</WvrInd>", "<WvrInd>SIZE</WvrInd>".repeat(6), Kind.TOO_MANY),
            new Mutant("no net amount", "<NetAmt>1111274.01</NetAmt>", "", Kind.MISSING));

    private Mutants() {}
}
