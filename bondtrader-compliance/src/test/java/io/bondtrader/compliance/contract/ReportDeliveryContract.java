package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.ReportUndelivered;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportHeader;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.schedule.ReportDelivery;
import io.bondtrader.compliance.schedule.ReportParcel;
import io.bondtrader.security.signing.HashValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every delivery of reports does. */
public abstract class ReportDeliveryContract {

    /** Creates the kit. */
    protected ReportDeliveryContract() {}

    /** {@return a delivery that nothing was given yet} */
    protected abstract ReportDelivery emptyDelivery();

    /** {@return how many parcels the receiver of {@link #emptyDelivery} has} */
    protected abstract int received();

    private static ReportParcel parcel(String key, String value) {
        ReportHeader header = new ReportHeader(
                "kit.report",
                "Report of the kit",
                "kit/1",
                ReportParameters.between(Instant.EPOCH, Instant.EPOCH),
                "example.com/audit",
                0,
                HashValue.ofRecord(new byte[0]));
        List<ReportCell> line = List.of(ReportCell.of("Value"), ReportCell.of(value, EventIndices.none()));
        return ReportParcel.of(
                key,
                new Report(
                        header,
                        List.of(ReportTable.of(Report.SUMMARY, "Figure", "Value")
                                .withRows(List.of(line)))));
    }

    /** It has a name, always the same. */
    @Test
    public final void aDeliveryHasAName() {
        ReportDelivery delivery = emptyDelivery();
        assertThat(delivery.name()).isNotBlank().isEqualTo(delivery.name());
    }

    /** Each run arrives once, also when it is delivered again after a crash. */
    @Test
    public final void theSameParcelTwiceIsOne() {
        ReportDelivery delivery = emptyDelivery();
        delivery.deliver(parcel("daily@2026-03-02T18:00:00Z", "1"));
        delivery.deliver(parcel("daily@2026-03-02T18:00:00Z", "1"));
        delivery.deliver(parcel("daily@2026-03-03T18:00:00Z", "1"));

        assertThat(received()).isEqualTo(2);
    }

    /** Nothing is written over. */
    @Test
    public final void anotherReportUnderTheSameKeyIsRefused() {
        ReportDelivery delivery = emptyDelivery();
        delivery.deliver(parcel("daily@2026-03-02T18:00:00Z", "1"));

        assertThatThrownBy(() -> delivery.deliver(parcel("daily@2026-03-02T18:00:00Z", "2")))
                .isInstanceOf(ReportUndelivered.class);
        assertThat(received()).isEqualTo(1);
    }

    /** Keys that look alike once simplified are two. */
    @Test
    public final void keysAreToldApart() {
        ReportDelivery delivery = emptyDelivery();
        delivery.deliver(parcel("a:b", "1"));
        delivery.deliver(parcel("a_b", "2"));
        delivery.deliver(parcel("../a", "3"));

        assertThat(received()).isEqualTo(3);
    }
}
