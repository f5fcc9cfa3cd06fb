package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the log tells of the life of reports: which files went out, what the authority said of them, and what was decided to be
 * wrong. Whoever sends and receives files writes them by {@link #body()}; {@link LoggedReporting} computes the state of every
 * report from them. Immutable.
 */
public sealed interface ReportingEvent {

    /** {@return the action of the event in the log} */
    String action();

    /** {@return the body of the event in the log} */
    default CanonicalJson body() {
        return ReportingEventJson.write(this);
    }

    /**
     * Reads an event of the log.
     *
     * @param action its action
     * @param body its body
     * @return the event; {@code null} if its action is none of these
     * @throws InvalidInput if the body has another form than the action's
     */
    static @Nullable ReportingEvent read(String action, CanonicalJson body) {
        return ReportingEventJson.read(action, body);
    }

    /**
     * A message of a file.
     *
     * @param reference the report's reference
     * @param cancellation whether it cancels the report; otherwise it is a new one
     */
    record SentMessage(TransactionReference reference, boolean cancellation) {

        /** Checks that the reference is there. */
        public SentMessage {
            Objects.requireNonNull(reference, "reference");
        }
    }

    /**
     * A file went to the authority: {@code transaction.file_sent}. The event's time is the time of sending.
     *
     * @param file the file's identifier, unique
     * @param messages what is in it, in its order
     * @param sha256 the digest of its bytes, 64 hexadecimal digits: whoever holds the file can show that it is the one
     */
    record FileSent(String file, List<SentMessage> messages, String sha256) implements ReportingEvent {

        private static final int DIGEST = 64;

        /**
         * Copies the messages.
         *
         * @throws InvalidInput if the file has no name or no message, or the digest is none
         */
        public FileSent {
            messages = List.copyOf(messages);
            InvalidInput.unless(!file.isBlank(), "file", file, "not blank");
            InvalidInput.unless(!messages.isEmpty(), "messages of " + file, 0, "1 or more");
            boolean digest = sha256.length() == DIGEST
                    && sha256.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
            InvalidInput.unless(digest, "digest of " + file, sha256, "64 hexadecimal digits");
        }

        /**
         * Describes a file that was written.
         *
         * @param file its identifier
         * @param messages what is in it
         * @param bytes the file
         * @return the event
         * @throws InvalidInput if it has no name or no message
         */
        public static FileSent of(String file, List<? extends TransactionMessage> messages, byte[] bytes) {
            return new FileSent(
                    file,
                    messages.stream()
                            .map(message -> new SentMessage(message.reference(), message instanceof Cancellation))
                            .toList(),
                    digest(bytes));
        }

        /**
         * Returns the digest of a file, as the event states it.
         *
         * @param bytes the file
         * @return 64 hexadecimal digits
         */
        public static String digest(byte[] bytes) {
            return ReportText.sha256(bytes);
        }

        @Override
        public String action() {
            return "transaction.file_sent";
        }
    }

    /**
     * The authority's feedback on a file was read: {@code transaction.feedback_read}.
     *
     * @param file the identifier of the file that it is about
     * @param feedback what it says
     */
    record FeedbackRead(String file, Feedback feedback) implements ReportingEvent {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if it is blank
         */
        public FeedbackRead {
            InvalidInput.unless(!file.isBlank(), "file", file, "not blank");
            Objects.requireNonNull(feedback, "feedback");
        }

        @Override
        public String action() {
            return "transaction.feedback_read";
        }
    }

    /** What is to become of a report that is wrong. */
    enum Remedy {
        /** It is cancelled and sent again with the right content. */
        REPLACE,
        /** It is cancelled: there was nothing to report. */
        WITHDRAW
    }

    /**
     * A report was found to be wrong: {@code transaction.correction_decided}.
     *
     * @param reference the report's reference
     * @param remedy what is to become of it
     * @param reason why, without personal data
     */
    record CorrectionDecided(TransactionReference reference, Remedy remedy, String reason) implements ReportingEvent {

        /**
         * Checks the reason.
         *
         * @throws InvalidInput if it is blank
         */
        public CorrectionDecided {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(remedy, "remedy");
            InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        }

        @Override
        public String action() {
            return "transaction.correction_decided";
        }
    }
}
