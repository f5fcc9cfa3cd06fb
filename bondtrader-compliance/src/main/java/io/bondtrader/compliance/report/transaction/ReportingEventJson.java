package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.Feedback.BrokenRule;
import io.bondtrader.compliance.report.transaction.Feedback.FileStatus;
import io.bondtrader.compliance.report.transaction.Feedback.RecordFeedback;
import io.bondtrader.compliance.report.transaction.Feedback.RecordStatus;
import io.bondtrader.compliance.report.transaction.ReportingEvent.CorrectionDecided;
import io.bondtrader.compliance.report.transaction.ReportingEvent.FeedbackRead;
import io.bondtrader.compliance.report.transaction.ReportingEvent.FileSent;
import io.bondtrader.compliance.report.transaction.ReportingEvent.Remedy;
import io.bondtrader.compliance.report.transaction.ReportingEvent.SentMessage;
import io.bondtrader.core.audit.CanonicalJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies of reporting events as JSON: nothing unknown, nothing missing, nothing twice. */
final class ReportingEventJson {

    private ReportingEventJson() {}

    static CanonicalJson write(ReportingEvent event) {
        Map<String, Object> body = new TreeMap<>();
        if (event instanceof FileSent sent) {
            body.put("file", sent.file());
            body.put("sha256", sent.sha256());
            body.put(
                    "messages",
                    sent.messages().stream()
                            .map(message -> Map.of(
                                    "reference",
                                    message.reference().text(),
                                    "status",
                                    message.cancellation() ? "CANC" : "NEWT"))
                            .toList());
        } else if (event instanceof FeedbackRead read) {
            Feedback feedback = read.feedback();
            body.put("file", read.file());
            body.put("status", feedback.status());
            body.put("rules", rules(feedback.rules()));
            body.put(
                    "records",
                    feedback.records().stream()
                            .map(record -> Map.of(
                                    "record", record.record(),
                                    "status", record.status(),
                                    "rules", rules(record.rules())))
                            .toList());
            Map<String, Object> counts = new TreeMap<>();
            feedback.counts().forEach((status, count) -> counts.put(status.name(), count));
            body.put("counts", counts);
            if (feedback.messageId() != null) {
                body.put("messageId", feedback.messageId());
            }
        } else if (event instanceof CorrectionDecided decided) {
            body.put("reference", decided.reference().text());
            body.put("remedy", decided.remedy());
            body.put("reason", decided.reason());
        }
        return CanonicalJson.of(body);
    }

    private static List<Map<String, String>> rules(List<BrokenRule> rules) {
        return rules.stream()
                .map(rule -> Map.of("id", rule.id(), "description", rule.description()))
                .toList();
    }

    static @Nullable ReportingEvent read(String action, CanonicalJson json) {
        return switch (action) {
            case "transaction.file_sent" -> sent(new EventMembers(action, json));
            case "transaction.feedback_read" -> feedback(new EventMembers(action, json));
            case "transaction.correction_decided" -> decided(new EventMembers(action, json));
            default -> null;
        };
    }

    private static ReportingEvent sent(EventMembers body) {
        ReportingEvent event = new FileSent(
                body.text("file"),
                body.bodies("messages").stream()
                        .map(ReportingEventJson::message)
                        .toList(),
                body.text("sha256"));
        body.requireAllRead();
        return event;
    }

    private static SentMessage message(EventMembers body) {
        String status = body.text("status");
        boolean cancellation = status.equals("CANC");
        if (!cancellation && !status.equals("NEWT")) {
            throw body.wrong("status");
        }
        SentMessage message = new SentMessage(TransactionReference.of(body.text("reference")), cancellation);
        body.requireAllRead();
        return message;
    }

    private static ReportingEvent feedback(EventMembers body) {
        Feedback feedback = new Feedback(
                body.optional("messageId", Function.identity()),
                body.code("status", FileStatus.class),
                rules(body),
                body.bodies("records").stream().map(ReportingEventJson::record).toList(),
                counts(body.body("counts")));
        ReportingEvent event = new FeedbackRead(body.text("file"), feedback);
        body.requireAllRead();
        return event;
    }

    private static RecordFeedback record(EventMembers body) {
        RecordFeedback record =
                new RecordFeedback(body.text("record"), body.code("status", RecordStatus.class), rules(body));
        body.requireAllRead();
        return record;
    }

    private static List<BrokenRule> rules(EventMembers body) {
        return body.bodies("rules").stream()
                .map(rule -> {
                    BrokenRule broken = new BrokenRule(rule.text("id"), rule.text("description"));
                    rule.requireAllRead();
                    return broken;
                })
                .toList();
    }

    private static Map<RecordStatus, Long> counts(EventMembers body) {
        Map<RecordStatus, Long> counts = new TreeMap<>();
        for (RecordStatus status : EnumSet.allOf(RecordStatus.class)) {
            if (body.has(status.name())) {
                counts.put(status, body.count(status.name()));
            }
        }
        body.requireAllRead();
        return counts;
    }

    private static ReportingEvent decided(EventMembers body) {
        ReportingEvent event = new CorrectionDecided(
                TransactionReference.of(body.text("reference")),
                body.code("remedy", Remedy.class),
                body.text("reason"));
        body.requireAllRead();
        return event;
    }
}
