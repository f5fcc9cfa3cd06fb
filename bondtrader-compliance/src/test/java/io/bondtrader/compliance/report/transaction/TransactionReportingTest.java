package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.ReportState;
import io.bondtrader.compliance.report.transaction.Feedback.BrokenRule;
import io.bondtrader.compliance.report.transaction.Feedback.FileStatus;
import io.bondtrader.compliance.report.transaction.Feedback.RecordFeedback;
import io.bondtrader.compliance.report.transaction.Feedback.RecordStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a report: sent, judged, cancelled, sent anew. */
final class TransactionReportingTest {

    private static final TransactionReport REPORT = SampleReports.ownAccount();
    private static final TransactionReference REFERENCE = REPORT.reference();
    private static final Cancellation CANCELLATION = Cancellation.of(REPORT);

    private final TransactionReporting reporting = new TransactionReporting();

    /** Steps: N a report is sent, C a cancellation, and what the authority says; ! the last step cannot be. */
    @ParameterizedTest
    @CsvSource({
        "N, SENT",
        "N RCVD, SENT",
        "N PDNG, PENDING",
        "N PDNG PDNG, PENDING",
        "N ACPT, ACCEPTED",
        "N ACPT ACPT, ACCEPTED",
        "N PDNG ACPT, ACCEPTED",
        "N RJCT, REJECTED",
        "N RJCT RJCT, REJECTED",
        "N PDNG RJCT N, SENT",
        "N C, CANCELLATION_SENT",
        "N ACPT C RCVD, CANCELLATION_SENT",
        "N ACPT C PDNG, CANCELLATION_SENT",
        "N ACPT C ACPT, CANCELLED",
        "N ACPT C ACPT ACPT, CANCELLED",
        "N ACPT C RJCT, ACCEPTED",
        "N PDNG C RJCT, PENDING",
        "N ACPT C ACPT N, SENT",
        "N ACPT C ACPT N ACPT, ACCEPTED",
        "N N, !",
        "N PDNG N, !",
        "N ACPT N, !",
        "N C N, !",
        "C, !",
        "N RJCT C, !",
        "N C C, !",
        "N C ACPT C, !",
        "ACPT, !",
        "N ACPT RJCT, !",
        "N ACPT PDNG, !",
        "N ACPT RCVD, !",
        "N RJCT ACPT, !",
        "N C ACPT RJCT, !",
        "N C ACPT PDNG, !",
    })
    void stepsLeadToAStateOrAreRefused(String steps, String state) {
        List<String> all = List.of(steps.split(" "));
        for (int i = 0; i < all.size() - 1; i++) {
            step(all.get(i), i);
        }
        String last = all.get(all.size() - 1);
        ReportingState before = reporting.state(REFERENCE);
        if (state.equals("!")) {
            assertThatThrownBy(() -> step(last, 9)).isInstanceOf(ReportState.class);
            assertThat(reporting.state(REFERENCE)).isEqualTo(before);
            assertThat(reporting.events(REFERENCE).contains(9)).isFalse();
        } else {
            step(last, all.size() - 1);
            assertThat(reporting.state(REFERENCE)).isEqualTo(ReportingState.valueOf(state));
            assertThat(reporting.events(REFERENCE).size()).isEqualTo(all.size());
        }
    }

    private void step(String step, long place) {
        EventIndices event = EventIndices.of(place);
        if (step.equals("N")) {
            reporting.sent(REPORT, event);
        } else if (step.equals("C")) {
            reporting.sent(CANCELLATION, event);
        } else {
            reporting.heard(REFERENCE, RecordStatus.valueOf(step), List.of(), event);
        }
    }

    @Test
    void aFilesFeedbackReachesItsReports() {
        TransactionReport other = SampleReports.agency();
        reporting.sent(REPORT, EventIndices.of(1));
        reporting.sent(other, EventIndices.of(1));
        BrokenRule rule = new BrokenRule("CON-412", "Instrument is not valid");

        reporting.heard(
                new Feedback(
                        "FILE1",
                        FileStatus.PART,
                        List.of(),
                        List.of(new RecordFeedback(other.reference().text(), RecordStatus.RJCT, List.of(rule))),
                        Map.of()),
                List.of(REPORT, other),
                EventIndices.of(2));

        assertThat(reporting.states())
                .isEqualTo(Map.of(REFERENCE, ReportingState.ACCEPTED, other.reference(), ReportingState.REJECTED));
        assertThat(reporting.rules(other.reference())).containsExactly(rule);
        assertThat(reporting.rules(REFERENCE)).isEmpty();
        assertThat(reporting.standing(REFERENCE)).isTrue();
        assertThat(reporting.standing(other.reference())).isFalse();
        assertThat(reporting.events(other.reference())).hasToString("1,2");
    }

    @ParameterizedTest
    @CsvSource({
        "RJCT, REJECTED",
        "CRPT, REJECTED",
        "INCF, REJECTED",
        "WARN, ACCEPTED",
        "ACPT, ACCEPTED",
        "RCVD, SENT",
        "RMDR, SENT"
    })
    void aWholeFileSharesItsFate(FileStatus status, ReportingState state) {
        reporting.sent(REPORT, EventIndices.of(1));

        reporting.heard(new Feedback("F", status, List.of(), List.of(), Map.of()), List.of(REPORT), EventIndices.of(2));

        assertThat(reporting.state(REFERENCE)).isEqualTo(state);
    }

    @Test
    void feedbackThatCannotBeChangesNothing() {
        TransactionReport other = SampleReports.agency();
        reporting.sent(REPORT, EventIndices.of(1));
        List<TransactionMessage> file = List.of(REPORT, other);

        assertThatThrownBy(() -> reporting.heard(
                        new Feedback("F", FileStatus.ACPT, List.of(), List.of(), Map.of()), file, EventIndices.of(2)))
                .isInstanceOf(ReportState.class);
        assertThatThrownBy(() -> reporting.heard(
                        new Feedback(
                                "F",
                                FileStatus.ACPT,
                                List.of(),
                                List.of(new RecordFeedback("FOREIGN", RecordStatus.ACPT, List.of())),
                                Map.of()),
                        file,
                        EventIndices.of(2)))
                .isInstanceOf(ReportState.class);

        assertThat(reporting.state(REFERENCE)).isEqualTo(ReportingState.SENT);
        assertThat(reporting.state(other.reference())).isNull();
        assertThat(reporting.events(other.reference())).isEmpty();
        assertThat(reporting.rules(other.reference())).isEmpty();
    }

    @Test
    void feedbackOnAFileIsTakenWholeOrNotAtAll() {
        // In the order of references the one that was sent comes before the one that was not.
        TransactionReport sent = SampleReports.agency();
        reporting.sent(sent, EventIndices.of(1));

        assertThatThrownBy(() -> reporting.heard(
                        new Feedback("F", FileStatus.ACPT, List.of(), List.of(), Map.of()),
                        List.of(sent, REPORT),
                        EventIndices.of(2)))
                .isInstanceOf(ReportState.class);

        assertThat(sent.reference()).isLessThan(REFERENCE);
        assertThat(reporting.state(sent.reference())).isEqualTo(ReportingState.SENT);
        assertThat(reporting.events(sent.reference())).hasToString("1");
    }
}
