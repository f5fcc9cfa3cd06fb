package io.bondtrader.compliance.report.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportFieldProof;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportPublisher;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample of the page on best execution. */
final class ExecutionSampleTest {

    @Test
    void aLogIsMeasured() {
        AuditTrail log = new TestLog().filled(3).log;

        ExecutionQuality quality = ExecutionQuality.of(log, log.checkpoint(), ExecutionQualitySettings.standard());
        List<FillQuality> outliers = quality.outliers();
        List<VenueShare> review = quality.policyReview();
        String table = quality.toCsv();

        assertThat(outliers).isEmpty();
        assertThat(review).isEmpty();
        assertThat(table).startsWith("dimension,key,");
        assertThat(quality.logSize()).isEqualTo(3);
    }

    @Test
    void aQuarterIsReported() {
        ReportLog test = new ReportLog();
        test.sample.filled(3);
        AuditTrail log = test.sample.log;
        TrustedKeys keys = test.keys();
        AuditJournal journal = test.journal;
        ReportParameters quarter = ReportLog.year();

        Report report = new ExecutionQualityReport().compute(VerifiedLog.newest(log, keys), quarter);
        long publication = ReportPublisher.of(journal).publish(report, "compliance");

        String proof = ReportPublisher.of(journal)
                .prove(report, Report.SUMMARY, 0, publication)
                .toJson()
                .text();
        assertThat(ReportFieldProof.parse(proof)
                        .require(TestLog.ORIGIN, keys)
                        .cell("Figure")
                        .value())
                .isEqualTo("Executions measured");
    }
}
