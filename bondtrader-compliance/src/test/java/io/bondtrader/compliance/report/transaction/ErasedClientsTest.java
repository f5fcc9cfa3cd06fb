package io.bondtrader.compliance.report.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.ComplianceErrorCode;
import io.bondtrader.compliance.privacy.Erasure;
import io.bondtrader.compliance.privacy.ErasurePlan;
import io.bondtrader.compliance.privacy.ErasureRow;
import io.bondtrader.compliance.privacy.InMemorySubjectKeys;
import io.bondtrader.compliance.privacy.PersonalFields;
import io.bondtrader.compliance.privacy.SubjectId;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.transaction.TransactionReportFactory.Result;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.compliance.report.transaction.xml.TransactionFile;
import io.bondtrader.compliance.report.transaction.xml.TransactionXml;
import io.bondtrader.compliance.retention.ArchivedTrail;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.FolderArchives;
import io.bondtrader.compliance.retention.LegalHolds;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RecordClassifier;
import io.bondtrader.compliance.retention.RetentionPolicy;
import io.bondtrader.compliance.retention.RetentionSchedule;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client who is a person stands in the log encrypted, and who destroys the key erases the person from log and archives. */
final class ErasedClientsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final String FIRST = "Gwendolin";
    private static final String LAST = "Quarzhuber";
    private static final String PASSPORT = "PX7714529";
    private static final PersonId ANN = PersonId.of("ann");
    private static final PersonId BOB = PersonId.of("bob");

    private final SecureRandom random = new SecureRandom();
    private final ReportLog log = new ReportLog().at("2026-11-20T09:30:00Z");
    private final InMemorySubjectKeys keys = new InMemorySubjectKeys();
    private final PersonalFields fields =
            PersonalFields.of(keys, KeyWrapping.under(SymmetricKey.generate(random), random), random, log::now);
    private final SubjectId subject = SubjectId.next(random);
    private final TransactionReportFactory factory = TransactionReportFactory.of(
                    SampleReports.FIRM, SampleReports.FIRM, SampleReports.VENUES)
            .reading(fields::decrypt);

    @TempDir
    Path folder;

    private void write(TradeEvent event) {
        log.journal.write("desk", event.action(), "", Outcome.SUCCESS, event.body(), "mifid2");
    }

    private void aPersonsTrade() {
        PersonRecord person = new PersonRecord(
                FIRST,
                LAST,
                LocalDate.of(1980, 7, 15),
                new TreeSet<>(Set.of(Country.of("US"))),
                Map.of("US:PASSPORT", PASSPORT));
        UUID event = log.journal.nextId();
        SealedPerson encrypted = SealedPerson.of(
                person, text -> fields.encrypt(subject, RecordClass.CLIENT, event, SealedPerson.PATH, text));
        TradeEvent client = new TradeEvent.ClientRecorded("c1", null, encrypted);
        log.journal.write(
                event, "desk", client.action(), "c1", Outcome.SUCCESS, client.body(), "mifid2", subject.tag());
        write(new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, true));
        write(new TradeEvent.OrderReceived("o1", "c1", Country.of("DE"), null, false));
        write(executed(new Responsible.Algorithm("QUOTER7")));
    }

    @SuppressWarnings("NullAway") // does not see the annotation of a nested type in a record's class file
    private static TradeEvent executed(Responsible executor) {
        return new TradeEvent.OrderExecuted(
                TransactionReference.of("EX1"),
                "o1",
                Side.BUY,
                SampleReports.BUND,
                new BigDecimal("1000000"),
                CurrencyCode.of("EUR"),
                new BigDecimal("110"),
                new BigDecimal("0.02821918"),
                new BigDecimal("1.009990"),
                TradingTime.parse("2026-11-20T09:30:00.123Z"),
                TradingActivity.OTHER_ELECTRONIC,
                TradingCapacity.AOTC,
                new Party.LegalEntity(SampleReports.COUNTERPARTY),
                Mic.of("XOFF"),
                false,
                null,
                null,
                executor,
                Set.of(),
                null,
                Set.of());
    }

    private Result result() {
        return factory.make(log.sample.log, log.sample.log.checkpoint().size(), NOW);
    }

    /** The relationship with the client ended in 2027. */
    private Erasure erasure(AuditArchive archive) {
        RetentionPolicy policy = RetentionPolicy.of(
                RetentionSchedule.standard(),
                RecordClassifier.standard(),
                (record, clock) -> Optional.of(LocalDate.of(2027, 1, 1)));
        return Erasure.builder(log.journal, archive, policy, LegalHolds.in(log.journal, archive), keys)
                .build();
    }

    private AuditArchive archive() {
        return AuditArchive.in(FolderArchives.in(folder), RecordClassifier.standard());
    }

    @Test
    void theReportNamesThePersonAndTheLogDoesNot() {
        aPersonsTrade();
        Result made = result();

        assertThat(made.failed()).isEmpty();
        assertThat(xml(made)).contains(LAST.toUpperCase(Locale.ROOT), "US" + PASSPORT);
        assertNothingIn(everyByte());
    }

    @Test
    void whoExecutedStandsInTheLogEncryptedToo() {
        aPersonsTrade();
        PersonRecord trader = new PersonRecord(
                FIRST, LAST, LocalDate.of(1980, 7, 15), new TreeSet<>(Set.of(Country.of("DE"))), Map.of());
        SubjectId ofTrader = SubjectId.next(random);
        UUID event = log.journal.nextId();
        SealedPerson encrypted = SealedPerson.of(
                trader, text -> fields.encrypt(ofTrader, RecordClass.ORDER, event, SealedPerson.PATH, text));
        TradeEvent recorded = new TradeEvent.EmployeeRecorded("trader 1", encrypted);
        log.journal.write(
                event, "desk", recorded.action(), "", Outcome.SUCCESS, recorded.body(), "mifid2", ofTrader.tag());
        write(executed(SampleReports.named()));

        assertThat(xml(result())).contains("DE19800715GWENDQUARZ");
        assertNothingIn(everyByte());

        AuditArchive archive = archive();
        archive.archive(log.journal, 6, log.keys(), "archivist");
        assertThat(erasure(archive)
                        .erase(ofTrader, LocalDate.of(2050, 1, 1), ANN, BOB)
                        .isComplete())
                .isTrue();
        assertThat(result().failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(ComplianceErrorCode.DATA_ERASED));
        assertNothingIn(everyByte());
    }

    private static String xml(Result result) {
        List<TransactionMessage> reports = result.made().stream()
                .<TransactionMessage>map(TransactionReportFactory.Made::report)
                .toList();
        return new String(TransactionXml.write(new TransactionFile(null, reports)), UTF_8);
    }

    @Test
    void withoutTheKeysAReportOfThePersonCannotBeMade() {
        aPersonsTrade();
        Result blind = TransactionReportFactory.of(SampleReports.FIRM, SampleReports.FIRM, SampleReports.VENUES)
                .make(log.sample.log, 4, NOW);

        assertThat(blind.made()).isEmpty();
        assertThat(blind.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(CoreErrorCode.MISSING_DATA));
    }

    @Test
    void theLawKeepsThePersonAsLongAsItSays() {
        aPersonsTrade();
        ErasurePlan plan = erasure(archive()).erase(subject, LocalDate.of(2026, 11, 22), ANN, BOB);

        assertThat(plan.rows()).singleElement().satisfies(row -> {
            assertThat(row.recordClass()).isEqualTo(RecordClass.CLIENT);
            assertThat(row.fate()).isEqualTo(ErasureRow.Fate.RETAINED);
        });
        assertThat(result().failed()).isEmpty();
    }

    @Test
    void onceErasedTheReportCannotBeMadeAgainAndAllProofsStillVerify() throws IOException {
        aPersonsTrade();
        AuditArchive archive = archive();
        archive.archive(log.journal, 4, log.keys(), "archivist");
        byte[] before = log.sample.log.entry(0);
        AuditReceipt receipt = AuditReceipt.of(log.sample.log, 0);
        LocalDate over = LocalDate.of(2050, 1, 1);

        ErasurePlan plan = erasure(archive).erase(subject, over, ANN, BOB);

        assertThat(plan.isComplete()).isTrue();
        Result after = result();
        assertThat(after.made()).isEmpty();
        assertThat(after.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.code()).isEqualTo(ComplianceErrorCode.DATA_ERASED);
            assertThat(failed.execution().text()).isEqualTo("EX1");
            assertThat(failed.events()).hasToString("3");
            assertThat(failed.reason()).contains(subject.value()).doesNotContain(LAST);
        });
        assertThat(log.sample.log.entry(0)).isEqualTo(before);
        assertThat(receipt.require(before, log.sample.log.checkpoint().origin(), log.keys())
                        .index())
                .isZero();
        assertNothingIn(everyByte());
        archive.prune(log.sample.log, log.keys());
        assertNothingIn(everyByte());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).count()).isPositive();
        }
    }

    @Test
    void theReportIsMadeOfTheLogAndItsArchivesAsOfTheLogAlone() {
        aPersonsTrade();
        Result before = result();
        AuditArchive archive = archive();
        archive.archive(log.journal, 3, log.keys(), "archivist");
        archive.prune(log.sample.log, log.keys());
        ArchivedTrail both = ArchivedTrail.of(log.sample.log, archive, log.keys());

        assertThatThrownBy(() -> factory.make(log.sample.log, 4, NOW)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> LoggedReporting.of(log.sample.log, 4)).isInstanceOf(MissingData.class);
        assertThat(factory.make(both, 4, NOW).made()).isEqualTo(before.made());
        assertThat(LoggedReporting.of(both, both.checkpoint().size()).standings())
                .hasSize(1);
    }

    /** Of the log and of the archives, packed and unpacked. */
    private String everyByte() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long size = log.sample.log.checkpoint().size();
        for (long index = log.sample.log.firstEntry(); index < size; index++) {
            all.writeBytes(log.sample.log.entry(index));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    all.writeBytes(bytes);
                    if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
                        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                            all.writeBytes(unpacked.readAllBytes());
                        }
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String text = all.toString(StandardCharsets.ISO_8859_1);
        assertThat(text).contains("order.executed"); // the scan sees what is there
        return text;
    }

    private static void assertNothingIn(String bytes) {
        assertThat(bytes.toLowerCase(Locale.ROOT))
                .doesNotContain(FIRST.toLowerCase(Locale.ROOT))
                .doesNotContain(LAST.toLowerCase(Locale.ROOT))
                .doesNotContain(PASSPORT.toLowerCase(Locale.ROOT))
                .doesNotContain("1980-07-15");
    }

    @Test
    void theFieldOpensInItsOwnEventOnly() {
        aPersonsTrade();
        log.journal.write("desk", "client.recorded", "c1", Outcome.SUCCESS, body(0), "mifid2");

        assertThat(result().made()).isEmpty();
        assertThat(result().failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.code().id()).startsWith("BT-5"));
    }

    private CanonicalJson body(long index) {
        CanonicalJson[] body = new CanonicalJson[1];
        log.sample.log.read(index, index + 1, event -> body[0] = event.record().body());
        return body[0];
    }
}
