package io.bondtrader.compliance.report.transaction.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.MessageMalformed;
import io.bondtrader.compliance.report.transaction.Feedback;
import io.bondtrader.compliance.report.transaction.Feedback.BrokenRule;
import io.bondtrader.compliance.report.transaction.Feedback.FileStatus;
import io.bondtrader.compliance.report.transaction.Feedback.RecordFeedback;
import io.bondtrader.compliance.report.transaction.Feedback.RecordStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An authority's feedback is read as it is, or not at all. */
final class FeedbackXmlTest {

    private static final String DOCUMENT = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:auth.031.001.01\">"
            + "<FinInstrmRptgStsAdvc><StsAdvc><MsgRptIdr>FILE000001</MsgRptIdr><MsgSts><Sts>PART</Sts>"
            + "<VldtnRule><Id>FIL-105</Id><Desc>Structure</Desc></VldtnRule>"
            + "<Sttstcs><TtlNbOfRcrds>3</TtlNbOfRcrds>"
            + "<NbOfRcrdsPerSts><DtldNbOfRcrds>2</DtldNbOfRcrds><DtldSts>ACPT</DtldSts></NbOfRcrdsPerSts>"
            + "<NbOfRcrdsPerSts><DtldNbOfRcrds>1</DtldNbOfRcrds><DtldSts>RJCT</DtldSts></NbOfRcrdsPerSts></Sttstcs>"
            + "</MsgSts><RcrdSts><OrgnlRcrdId>OWN0000001</OrgnlRcrdId><Sts>RJCT</Sts>"
            + "<VldtnRule><Id>CON-412</Id><Desc>Instrument is not valid</Desc><SchmeNm><Prtry>ESMA</Prtry></SchmeNm>"
            + "<Issr>ESMA</Issr></VldtnRule></RcrdSts></StsAdvc></FinInstrmRptgStsAdvc></Document>";

    private static final String PARTY = "<OrgId><Id><OrgId><Othr><Id>DE</Id></Othr></OrgId></Id></OrgId>";
    private static final String HEADER = "<Fr>" + PARTY + "</Fr><To>" + PARTY + "</To><BizMsgIdr>%s</BizMsgIdr>"
            + "<MsgDefIdr>auth.031.001.01</MsgDefIdr><CreDt>2026-11-20T19:00:00Z</CreDt>";

    @Test
    void statusRulesAndCountsAreRead() {
        assertThat(FeedbackXml.read(TransactionXmlTest.stream(DOCUMENT)))
                .containsExactly(new Feedback(
                        "FILE000001",
                        FileStatus.PART,
                        List.of(new BrokenRule("FIL-105", "Structure")),
                        List.of(new RecordFeedback(
                                "OWN0000001",
                                RecordStatus.RJCT,
                                List.of(new BrokenRule("CON-412", "Instrument is not valid")))),
                        Map.of(RecordStatus.ACPT, 2L, RecordStatus.RJCT, 1L)));
    }

    @Test
    void inAnEnvelopeTheHeaderMayTellTheFile() {
        String xml = "<BizData xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.003.001.01\"><Hdr>"
                + "<AppHdr xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.001.001.01\">" + HEADER.formatted("FB1")
                + "<Rltd>" + HEADER.formatted("FILE000009") + "</Rltd></AppHdr></Hdr><Pyld>"
                + DOCUMENT.replace("<MsgRptIdr>FILE000001</MsgRptIdr>", "") + "</Pyld></BizData>";

        assertThat(FeedbackXml.read(TransactionXmlTest.stream(xml)))
                .extracting(Feedback::messageId)
                .containsExactly("FILE000009");
        assertThat(FeedbackXml.read(
                        TransactionXmlTest.stream(DOCUMENT.replace("<MsgRptIdr>FILE000001</MsgRptIdr>", ""))))
                .extracting(Feedback::messageId)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Sts>PART</Sts> | <Sts>GOOD</Sts>",
                "<Sts>RJCT</Sts> | <Sts>PART</Sts>",
                "<Sts>RJCT</Sts> | ''",
                "<OrgnlRcrdId>OWN0000001</OrgnlRcrdId> | ''",
                "<DtldNbOfRcrds>2 | <DtldNbOfRcrds>-2",
                "<DtldNbOfRcrds>2 | <DtldNbOfRcrds>1234567890123456",
                "<Desc>Structure</Desc> | ''",
                "auth.031.001.01 | auth.031.001.02",
                "<Id>CON-412 | <Id>CON-4120000000000000000000000000000000000",
                "<Prtry>ESMA</Prtry> | <Prtry>ESMA</Prtry><Cd>ESMA</Cd>",
                "<Issr> | <Issuer>",
            })
    void whatDepartsFromTheMessageIsRefused(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        assertThatThrownBy(() -> FeedbackXml.read(TransactionXmlTest.stream(DOCUMENT.replace(from, to))))
                .isInstanceOf(MessageMalformed.class);
    }
}
