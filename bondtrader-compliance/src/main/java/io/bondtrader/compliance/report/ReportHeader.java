package io.bondtrader.compliance.report;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.HashValue;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a report is, and what it was computed from. Immutable.
 *
 * @param kind which definition computes it: {@code sox.access_matrix}
 * @param title for readers
 * @param rules the version of the definition, and the rules of law that it used
 * @param parameters what it was asked for
 * @param origin the log's name
 * @param size the size of the log that it was computed at
 * @param root the log's Merkle root at that size
 */
public record ReportHeader(
        String kind,
        String title,
        String rules,
        ReportParameters parameters,
        String origin,
        long size,
        HashValue root) {

    /**
     * Checks the names.
     *
     * @throws InvalidInput if one is blank or the size is negative
     */
    public ReportHeader {
        InvalidInput.unless(!kind.isBlank(), "kind of report", kind, "not blank");
        InvalidInput.unless(!title.isBlank(), "title", title, "not blank");
        InvalidInput.unless(!rules.isBlank(), "rules", rules, "not blank");
        InvalidInput.unless(!origin.isBlank(), "origin", origin, "not blank");
        InvalidInput.unless(size >= 0, "size of the log", size, "0 or more");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(root, "root");
    }

    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put("kind", kind);
        members.put("title", title);
        members.put("rules", rules);
        members.put("period", parameters.members());
        members.put("origin", origin);
        members.put("logSize", size);
        members.put("logRoot", root.toBase64());
        return members;
    }
}
