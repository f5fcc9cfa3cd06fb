package io.bondtrader.compliance.report.transaction;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says of a file (message auth.031.001.01). Immutable.
 *
 * @param messageId the file's identifier; {@code null} where the envelope alone tells it
 * @param status of the whole file
 * @param rules rules that the whole file breaks
 * @param records what it says of single reports
 * @param counts how many reports it counts by status; empty if it does not
 */
public record Feedback(
        @Nullable String messageId,
        FileStatus status,
        List<BrokenRule> rules,
        List<RecordFeedback> records,
        Map<RecordStatus, Long> counts) {

    /** Copies the lists. */
    public Feedback {
        rules = List.copyOf(rules);
        records = List.copyOf(records);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** What becomes of a file. */
    public enum FileStatus {
        /** Accepted whole. */
        ACPT,
        /** Accepted in part. */
        PART,
        /** Received, not looked at yet. */
        RCVD,
        /** Rejected whole. */
        RJCT,
        /** A reminder that a file did not come. */
        RMDR,
        /** Accepted with warnings. */
        WARN,
        /** The file's name is wrong. */
        INCF,
        /** The file cannot be read. */
        CRPT
    }

    /** What becomes of a report. */
    public enum RecordStatus {
        /** Accepted. */
        ACPT,
        /** Not all rules were checked yet: as a rule, the instrument is not in the reference data yet. */
        PDNG,
        /** Received, not looked at yet. */
        RCVD,
        /** Rejected. */
        RJCT
    }

    /**
     * A rule of the authority that is broken.
     *
     * @param id the authority's id of the rule
     * @param description its words
     */
    public record BrokenRule(String id, String description) {}

    /**
     * What an authority says of a report.
     *
     * @param record the report's technical identifier as the authority repeats it
     * @param status what becomes of it
     * @param rules rules that it breaks
     */
    public record RecordFeedback(String record, RecordStatus status, List<BrokenRule> rules) {

        /** Copies the list. */
        public RecordFeedback {
            rules = List.copyOf(rules);
        }
    }
}
