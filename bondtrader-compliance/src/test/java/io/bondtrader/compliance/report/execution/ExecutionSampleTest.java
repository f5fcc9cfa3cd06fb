package io.bondtrader.compliance.report.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.TestLog;
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
}
