package io.bondtrader.compliance.report.transaction.xml;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bondtrader.compliance.error.MessageMalformed;
import io.bondtrader.compliance.report.transaction.ReportField;
import io.bondtrader.compliance.report.transaction.SampleReports;
import io.bondtrader.compliance.report.transaction.xml.Mutants.Mutant;
import io.bondtrader.compliance.report.transaction.xml.StructureProblem.Kind;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Files of reports as XML: what is written is read back, and what departs from the schema is refused. */
final class TransactionXmlTest {

    private static final MessageHeader HEADER = new MessageHeader(
            "529900T8BM49AURSDO55", "DE", "FILE000001", "auth.016.001.01", Instant.parse("2026-11-20T18:00:00Z"));

    static Stream<Mutant> forbidden() {
        return Mutants.FORBIDDEN.stream();
    }

    static Stream<Mutant> allowed() {
        return Mutants.ALLOWED.stream();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(TransactionXml.check(stream(Mutants.BASE))).isEmpty();
        assertThat(TransactionXml.read(stream(Mutants.BASE))).isEqualTo(Mutants.FILE);
    }

    @Test
    void anEnvelopeCarriesTheHeader() {
        TransactionFile file = new TransactionFile(HEADER, Mutants.FILE.messages());
        byte[] xml = TransactionXml.write(file);

        assertThat(TransactionXml.read(new ByteArrayInputStream(xml))).isEqualTo(file);
        assertThat(new String(xml, UTF_8))
                .contains("<BizData xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.003.001.01\"><Hdr>")
                .contains("<CreDt>2026-11-20T18:00:00Z</CreDt>");
        assertThat(TransactionXml.write(file)).isEqualTo(xml);
        String other = new String(xml, UTF_8);
        assertThat(TransactionXml.check(stream(other.replaceFirst("<BizMsgIdr>FILE000001</BizMsgIdr>", ""))))
                .extracting(StructureProblem::kind)
                .containsExactly(Kind.MISSING);
        assertThat(TransactionXml.check(stream(other.replaceFirst("<AppHdr xmlns=\"[^\"]*\"", "<AppHdr"))))
                .extracting(StructureProblem::kind)
                .contains(Kind.NAMESPACE);
    }

    @Test
    void theTradeOfTheQuestionAndAnswerIsWrittenElementByElement() {
        assertThat(Mutants.BASE)
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:auth.016.001.01\"><FinInstrmRptgTxRpt><Tx><New>")
                .contains("<Tx><TradDt>2026-11-20T09:30:00.123456Z</TradDt><TradgCpcty>DEAL</TradgCpcty>"
                        + "<Qty><NmnlVal Ccy=\"EUR\">1000000</NmnlVal></Qty><Pric><Pric><Pctg>110</Pctg></Pric></Pric>"
                        + "<NetAmt>1111274.01</NetAmt><TradVn>XBER</TradVn>"
                        + "<TradPlcMtchgId>MATCH42</TradPlcMtchgId></Tx>")
                .contains("<MntryVal><Amt Ccy=\"EUR\">1.5</Amt><Sgn>false</Sgn></MntryVal>");
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void aMutantIsRefused(Mutant mutant) {
        assertThat(parsed(mutant.applied())).extracting(StructureProblem::kind).contains(mutant.kind());
        assertThatThrownBy(() -> TransactionXml.read(stream(mutant.applied()))).isInstanceOf(MessageMalformed.class);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatTheSchemaAllowsIsTaken(Mutant mutant) {
        assertThat(TransactionXml.check(stream(mutant.applied()))).isEmpty();
        assertThat(TransactionXml.read(stream(mutant.applied())).messages()).hasSize(7);
    }

    @Test
    void mutantsAreOfManyKinds() {
        assertThat(Mutants.FORBIDDEN).hasSizeGreaterThan(80);
        Set<Kind> kinds = new HashSet<>();
        Mutants.FORBIDDEN.forEach(mutant -> kinds.add(mutant.kind()));
        assertThat(kinds).contains(Kind.MISSING, Kind.VALUE, Kind.TEXT, Kind.NAMESPACE, Kind.ATTRIBUTE, Kind.TOO_MANY);
    }

    /** The official schema is not free to be passed on; whoever has it names its file, or puts it into shared/. */
    @Test
    void theOfficialSchemaAgreesOnEveryMutant() throws IOException, SAXException {
        Optional<Path> official = officialSchema();
        assumeThat(official)
                .as("no schema file named by -Dbondtrader.auth016.schema, and no auth.016*.xsd below shared/")
                .isPresent();
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(official.orElseThrow().toFile());
        assertThat(valid(schema, Mutants.BASE)).isTrue();
        for (Mutant mutant : Mutants.FORBIDDEN) {
            assertThat(valid(schema, mutant.applied())).as(mutant.name()).isFalse();
        }
        for (Mutant mutant : Mutants.ALLOWED) {
            assertThat(valid(schema, mutant.applied())).as(mutant.name()).isTrue();
        }
    }

    private static Optional<Path> officialSchema() throws IOException {
        String named = System.getProperty("bondtrader.auth016.schema", "");
        return named.isEmpty() ? below(Path.of("").toAbsolutePath()) : Optional.of(Path.of(named));
    }

    private static Optional<Path> below(Path start) throws IOException {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared)) {
                try (Stream<Path> files = Files.walk(shared)) {
                    return files.filter(file -> {
                                String name = file.getFileName().toString();
                                return name.startsWith("auth.016") && name.endsWith(".xsd");
                            })
                            .min(Comparator.naturalOrder());
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void theOfficialSchemaIsFoundBesideTheRepository(@TempDir Path work) throws IOException {
        Path schema = work.resolve("shared/schemas/auth.016.001.01_ESMAUG.xsd");
        Files.createDirectories(schema.getParent());
        Files.writeString(schema, "<schema/>");
        Files.writeString(work.resolve("shared/schemas/auth.031.001.01.xsd"), "<schema/>");
        Path module = Files.createDirectories(work.resolve("main/module"));

        assertThat(below(module)).contains(schema);
        Files.delete(schema);
        assertThat(below(module)).isEmpty();
    }

    private static boolean valid(Schema schema, String xml) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException invalid) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Unit>5</Unit>|<NmnlVal Ccy=\"EUR\">1000000</NmnlVal>",
                "<Othr><FinInstrmGnlAttrbts/></Othr>|<Id>DE0001030567</Id></FinInstrm>",
                "<RskRdcgTx>true</RskRdcgTx><SctiesFincgTxInd>|<SctiesFincgTxInd>",
                "<UpFrntPmt/><TradPlcMtchgId>|<TradPlcMtchgId>",
                "<DerivNtnlChng>INCR</DerivNtnlChng><Pric><Pric>|<Pric><Pric>"
            })
    void whatNoBondHasIsRefusedWithTheReason(String change) {
        int bar = change.indexOf('|');
        String target = change.substring(bar + 1);
        String replacement = change.substring(0, bar) + (target.endsWith("</FinInstrm>") ? "</FinInstrm>" : "");
        String xml = Mutants.BASE.replaceFirst(Pattern.quote(target), replacement);

        List<StructureProblem> problems = TransactionXml.check(stream(xml));

        assertThat(problems).extracting(StructureProblem::kind).containsExactly(Kind.NOT_FOR_BONDS);
        assertThat(problems.get(0).toString()).startsWith("XS-08 at /Document/FinInstrmRptgTxRpt/Tx/New");
    }

    @Test
    void aProblemSaysPathAndFieldAndNoContent() {
        String xml = Mutants.BASE.replace("PL44051401359", "PL440514_1359");

        assertThat(TransactionXml.check(stream(xml))).singleElement().satisfies(problem -> {
            assertThat(problem.path())
                    .isEqualTo("/Document/FinInstrmRptgTxRpt/Tx[2]/New/Sellr/AcctOwnr/Id/Prsn/Othr/Id");
            assertThat(problem.field()).isEqualTo(ReportField.SELLER);
            assertThat(problem.toString()).doesNotContain("440514");
        });
        assertThat(TransactionXml.check(stream(Mutants.BASE.replace("<Nm>VOß</Nm>", "<Nm></Nm>"))))
                .extracting(StructureProblem::field)
                .containsExactly(ReportField.BUYER_DECISION_SURNAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"529900T8BM49AURSDO54", "213800WSGIIZCXF1P573"})
    void anLeiWithWrongCheckDigitsIsNotRead(String lei) {
        String xml = Mutants.BASE.replace(lei.substring(0, 18) + (lei.startsWith("5") ? "55" : "72"), lei);

        assertThat(TransactionXml.check(stream(xml))).isEmpty();
        assertThatThrownBy(() -> TransactionXml.read(stream(xml))).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Id>DE0001030568", "<CtryOfBrnch>XQ</CtryOfBrnch>", "0000-11-20T09:30:00.123456Z"})
    void valuesThatThereAreNotAreNotRead(String value) {
        String xml = Mutants.BASE
                .replace("<Id>DE0001030567", value.startsWith("<Id>") ? value : "<Id>DE0001030567")
                .replace(
                        "<CtryOfBrnch>PL</CtryOfBrnch>",
                        value.startsWith("<Ctry") ? value : "<CtryOfBrnch>PL</CtryOfBrnch>")
                .replace("2026-11-20T09:30:00.123456Z", value.startsWith("0") ? value : "2026-11-20T09:30:00.123456Z");

        assertThatThrownBy(() -> TransactionXml.read(stream(xml))).isInstanceOf(BondTraderException.class);
    }

    @Test
    void documentTypesAndEntitiesAreNotRead() {
        String outside = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Document [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }
        laughs.append("]>");
        for (String prolog :
                List.of(outside, laughs.toString(), "<!DOCTYPE Document SYSTEM \"http://192.0.2.1/x.dtd\">")) {
            String entity = prolog.contains("l29") ? "&l29;" : prolog.contains("ENTITY") ? "&x;" : "XBER";
            String xml = Mutants.BASE.replace("?>", "?>" + prolog).replace("XBER", entity);
            assertThatThrownBy(() -> TransactionXml.read(stream(xml))).isInstanceOf(MessageMalformed.class);
        }
        assertThatThrownBy(() -> TransactionXml.read(stream(Mutants.BASE.replace("XBER", "&x;"))))
                .isInstanceOf(MessageMalformed.class);
    }

    @Test
    void hugeAndDeepFilesAreNotRead() {
        assertThatThrownBy(() -> TransactionXml.read(stream(Mutants.BASE), 1_000))
                .isInstanceOf(MessageMalformed.class)
                .hasMessageContaining("more than 1000 bytes");
        assertThat(TransactionXml.read(stream(Mutants.BASE), Mutants.BASE.getBytes(UTF_8).length)
                        .messages())
                .hasSize(7);
        assertThatThrownBy(() -> TransactionXml.check(stream("<a>".repeat(5_000))))
                .isInstanceOf(MessageMalformed.class);
        assertThatThrownBy(() -> TransactionXml.check(stream("<a>" + "x".repeat(10_000) + "</a>")))
                .isInstanceOf(MessageMalformed.class);
        assertThatThrownBy(() ->
                        TransactionXml.check(stream("<a b1='' b2='' b3='' b4='' b5='' b6='' b7='' b8='' b9=''/>")))
                .isInstanceOf(MessageMalformed.class);
        String many = Mutants.BASE.replace("<TradVn>", "<Note/>".repeat(3_000) + "<TradVn>");
        assertThat(TransactionXml.check(stream(many)).size()).isLessThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "<Document",
                "no xml",
                "<Document/>",
                "<a/><b/>",
                "{\"json\":1}",
                "<Document>\u0001"
            })
    void whatIsNoFileOfReportsIsRefused(String text) {
        assertThatThrownBy(() -> TransactionXml.read(stream(text))).isInstanceOf(MessageMalformed.class);
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() -> TransactionXml.read(new ByteArrayInputStream(Mutants.BASE.getBytes(UTF_16))))
                .isInstanceOf(MessageMalformed.class);
        assertThatThrownBy(() -> TransactionXml.read(stream(Mutants.BASE.replace("UTF-8", "ISO-8859-1"))))
                .isInstanceOf(MessageMalformed.class);
        assertThatThrownBy(() -> TransactionXml.read(new ByteArrayInputStream(new byte[] {'<', (byte) 0xC3, '('})))
                .isInstanceOf(MessageMalformed.class);
        assertThat(TransactionXml.read(stream("\ufeff" + Mutants.BASE))).isEqualTo(Mutants.FILE);
    }

    @Test
    void aStreamThatFailsIsReported() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> TransactionXml.read(failing)).isInstanceOf(MessageMalformed.class);
    }

    @Test
    void aFileWithoutMessagesIsNotWritten() {
        assertThatThrownBy(() -> TransactionXml.write(new TransactionFile(null, List.of())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new MessageHeader("", "B", "C", "D", Instant.EPOCH))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new MessageHeader("A", "B", "C".repeat(36), "D", Instant.EPOCH))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new MessageHeader("A", "B\u0000", "C", "D", Instant.EPOCH))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void provenanceStaysBehind() {
        assertThat(SampleReports.ownAccount().withoutProvenance()).isEqualTo(SampleReports.ownAccount());
    }

    private static List<StructureProblem> parsed(String xml) {
        return TransactionXml.check(
                stream(xml.replace("</Document>", xml.contains("<Documents ") ? "</Documents>" : "</Document>")));
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
